using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Articles.Actors;

/// <summary>Which title or role stands beside a person's name: before it ("Foreign Secretary …"), behind it (", a dock worker,") or set before it with a comma ("The minister, …,")?</summary>
internal sealed class RoleFinder(ArticleWords words)
{
    private static readonly HashSet<string> PlainHonorifics = ["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "mister", "sir", "lord", "lady", "dame", "madame", "mme", "monsieur", "herr", "frau", "señor", "señora", "senor", "senora", "dr", "dr.", "don", "mr.", "st", "st.", "hon", "hon.", "brother", "father", "sister"];

    private readonly Prose _prose = words.Prose;

    public void Mark(List<Mention> mentions)
    {
        for (var m = 0; m < mentions.Count; m++)
        {
            var mention = mentions[m];
            if (mention.Class != NameClass.Person)
            {
                continue;
            }

            var sentence = _prose.Sentences[mention.Sentence];
            Before(mention, sentence);
            CountryBefore(mentions, m);
            var next = m + 1;
            while (next < mentions.Count && mentions[next].Class != NameClass.Person)
            {
                next++;
            }

            Behind(mention, sentence, next < mentions.Count ? mentions[next].First : int.MaxValue);
            if (mention.RoleHead is null)
            {
                SetBefore(mention, sentence);
            }
        }
    }

    private void Before(Mention mention, Sentence sentence)
    {
        var at = mention.First;
        string? head = null;
        var gender = Gender.Unknown;
        for (var again = true; again;)
        {
            again = false;
            for (var k = Math.Max(sentence.FirstToken, at - 5); k < at; k++)
            {
                var n = PersonWords.Longest(i => words.LowerIn(sentence, i), k, out var kind, out var shown);
                if (n == at - k && kind is PersonWordKind.Honorific or PersonWordKind.Title or PersonWordKind.Role)
                {
                    var title = string.Join(' ', Enumerable.Range(k, n).Select(words.Lower));
                    if (head is null && title is "dr" or "dr." or "doctor")
                    {
                        mention.RoleHead ??= "doctor";
                    }

                    if (!PlainHonorifics.Contains(title) && head is null)
                    {
                        head = RoleWords.Canon(title);
                    }

                    gender = gender == Gender.Unknown ? shown : gender;
                    (at, again) = (k, true);
                    break;
                }
            }
        }

        if (at == mention.First)
        {
            BehindPreposition(mention, sentence);
            return;
        }

        while (at > sentence.FirstToken && mention.First - at < 9 && IsModifier(at - 1))
        {
            at--;
        }

        mention.PhraseFirst = Math.Min(mention.PhraseFirst, at);
        mention.Gender = gender != Gender.Unknown ? gender : mention.Gender;
        if (head is not null)
        {
            mention.RoleHead = head;
            mention.RoleRest = [.. Enumerable.Range(at, mention.First - at).Select(words.Lower)];
            mention.Role = Text(at, mention.First);
        }

    }

    // "Deputy envoy to the Harbour Council Orlin Voss", "Secretary of the Treasury …": a title, a preposition and a body right before the name.
    private void BehindPreposition(Mention mention, Sentence sentence)
    {
        var at = mention.First - 1;
        while (at > sentence.FirstToken && mention.First - at < 7 && words.IsCapital(at) && words.IsWord(at))
        {
            at--;
        }

        at -= at > sentence.FirstToken && words.Lower(at) == "the" ? 1 : 0;
        if (at <= sentence.FirstToken || at >= mention.First - 1 || words.Lower(at) is not ("to" or "of" or "for" or "at"))
        {
            return;
        }

        for (var k = Math.Max(sentence.FirstToken, at - 4); k < at; k++)
        {
            if (PersonWords.Longest(i => i < at ? words.Lower(i) : null, k, out var kind, out var gender) is var n && n == at - k && kind is PersonWordKind.Title)
            {
                var first = k;
                while (first > sentence.FirstToken && IsModifier(first - 1))
                {
                    first--;
                }

                mention.PhraseFirst = first;
                mention.RoleHead = RoleWords.Canon(string.Join(' ', Enumerable.Range(k, n).Select(words.Lower)));
                mention.RoleRest = [.. Enumerable.Range(first, mention.First - first).Select(words.Lower)];
                mention.Role = Text(first, mention.First);
                mention.Gender = gender != Gender.Unknown ? gender : mention.Gender;
                return;
            }
        }
    }

    private bool IsModifier(int i)
    {
        var lower = words.Lower(i);
        return words.IsWord(i) && !words.IsShortPlace(i) && !words.IsShouted(i) && !WordLists.Determiners.Contains(lower) && (WordLists.Adjectives.Contains(lower) || (words.IsCapital(i) && !WordLists.Function.Contains(lower)) || PersonWords.KindOf(lower) is PersonWordKind.Body);
    }

    // "British Foreign Secretary", "Niger's ambassador": the people or country named in the phrase before.
    private void CountryBefore(List<Mention> mentions, int index)
    {
        var person = mentions[index];
        for (var k = index - 1; k >= 0 && mentions[k].Sentence == person.Sentence && k > index - 4; k--)
        {
            var other = mentions[k];
            var owner = other.End < words.Count && words.Lower(other.End) is "'s" or "'" && other.End + 1 >= person.PhraseFirst - 1 && person.PhraseFirst <= person.First && person.RoleHead is not null;
            if (other.Country is not null && other.Class is NameClass.People or NameClass.Country or NameClass.Organisation or NameClass.Capital && (other.First >= person.PhraseFirst || owner) && other.First < person.First)
            {
                person.Country ??= other.Country;
            }
        }
    }

    private void Behind(Mention mention, Sentence sentence, int nextPerson)
    {
        var end = sentence.FirstToken + sentence.Tokens;
        var at = mention.End;
        if (at < end && words.Lower(at) == "(")
        {
            while (at < end && at < mention.End + 6 && words.Lower(at) != ")")
            {
                at++;
            }

            at++;
        }

        if (at < end && words.Lower(at) == "of" && mention.RoleHead is not null)
        {
            at += 2;
        }

        if (at >= end || words.Lower(at) is not ("," or "--" or "–" or "—"))
        {
            return;
        }

        at++;
        if (at + 1 < end && char.IsDigit(words.Lower(at)[0]) && words.Lower(at + 1) == ",")
        {
            at += 2;
        }

        // ", spokesman Orlin Voss said": the role of whoever is named in it.
        if (!MayBegin(at) || Phrase(at, end) is not { } phrase || (nextPerson > at && nextPerson < phrase.End && !Enumerable.Range(at, nextPerson - at).Any(i => WordLists.Prepositions.Contains(words.Lower(i)))))
        {
            return;
        }

        mention.RoleTokens = (phrase.First, phrase.End);
        mention.Role ??= Text(phrase.First, phrase.End);
        if (mention.RoleHead is null)
        {
            mention.RoleHead = phrase.Head;
            mention.RoleRest = [.. Enumerable.Range(phrase.First, phrase.End - phrase.First).Select(words.Lower)];
        }
        else
        {
            mention.RoleRest = [.. mention.RoleRest, .. Enumerable.Range(phrase.First, phrase.End - phrase.First).Select(words.Lower)];
        }

        if (mention.Gender == Gender.Unknown)
        {
            mention.Gender = phrase.Gender;
        }
    }

    private void SetBefore(Mention mention, Sentence sentence)
    {
        var comma = mention.PhraseFirst - 1;
        if (comma <= sentence.FirstToken || words.Lower(comma) != ",")
        {
            return;
        }

        for (var k = comma - 1; k >= sentence.FirstToken && k > comma - 14; k--)
        {
            var lower = words.Lower(k);
            if (lower is "," or ";" or ":" or "\"" || WordLists.Verbs.Contains(lower) && lower != "'s")
            {
                return;
            }

            var opens = k == sentence.FirstToken || words.Lower(k - 1) is "," or "and" or "but" or "that" or "\"" or ":" || lower == "'s";
            if (opens && (WordLists.Determiners.Contains(lower) || lower == "'s" || k == sentence.FirstToken) && MayBegin(lower == "'s" ? k + 1 : k) && Phrase(lower == "'s" ? k + 1 : k, comma) is { } phrase && phrase.End == comma)
            {
                mention.RoleTokens = (phrase.First, comma);
                mention.Role = Text(phrase.First, comma);
                mention.RoleHead = phrase.Head;
                mention.RoleRest = [.. Enumerable.Range(phrase.First, comma - phrase.First).Select(words.Lower)];
                return;
            }
        }
    }

    private bool MayBegin(int i) =>
        i < words.Count && words.Lower(i) is var lower && (WordLists.Determiners.Contains(lower) || WordLists.Adjectives.Contains(lower) || words.IsCapital(i) || PersonWords.KindOf(lower) is not null || PersonWords.SectorOf(lower) is not null || !lower.EndsWith("ing", StringComparison.Ordinal) && CommonWords.Contains(lower) && !lower.EndsWith("ed", StringComparison.Ordinal));

    // An appositive: a noun phrase whose head, before any preposition, is a word for a person.
    private (int First, int End, string Head, Gender Gender)? Phrase(int first, int end)
    {
        string? head = null;
        var (gender, headed) = (Gender.Unknown, false);
        var k = first;
        for (; k < end && k < first + 18; k++)
        {
            var lower = words.Lower(k);
            if (lower is "," or ";" or ":" or "." or "--" or "–" or "—" or "\"" or "(" || WordLists.Relatives.Contains(lower) || (WordLists.Verbs.Contains(lower) && lower != "'s"))
            {
                break;
            }

            if (!headed)
            {
                if (WordLists.Prepositions.Contains(lower) && head is not null)
                {
                    headed = true;
                    continue;
                }

                if (k == first && lower is "and" or "but" or "or" or "he" or "she" or "they" or "it" || (WordLists.Prepositions.Contains(lower) && head is null && lower != "-"))
                {
                    return null;
                }

                var n = PersonWords.Longest(i => i < end ? words.Lower(i) : null, k, out var kind, out var shown);
                if (n > 0 && kind is PersonWordKind.Title or PersonWordKind.Role)
                {
                    head = RoleWords.Canon(string.Join(' ', Enumerable.Range(k, n).Select(words.Lower)));
                    gender = shown;
                    k += n - 1;
                }
            }
        }

        return head is null ? null : (first, k, head, gender);
    }

    private string Text(int first, int end)
    {
        var skip = first < end && words.Lower(first) is "the" or "a" or "an" ? first + 1 : first;
        return skip >= end ? "" : _prose.Text[_prose.Tokens[skip].Span.Begin.._prose.Tokens[end - 1].Span.End];
    }
}
