using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Articles.Actors;

/// <summary>Where do noun phrases stand for persons or bodies without naming them: "the minister", "two dock workers", "Syrian rebels"?</summary>
internal sealed class NounPhrases(ArticleWords words)
{
    private static readonly HashSet<string> ActingSectors = ["GOV", "MIL", "REB", "OPP", "COP", "REF", "LEG", "JUD", "SPY", "INS", "SEP", "UAF", "CVL", "CRM", "IMG", "PTY", "LAB", "MED", "EDU"];

    private readonly Prose _prose = words.Prose;
    private bool[] _roles = [];

    /// <summary>Noun phrases that act or are acted on, in the order of the text; none overlaps a name that is no modifier in it.</summary>
    public List<Mention> Find(List<Mention> names)
    {
        var byToken = new Mention?[words.Count];
        foreach (var name in names)
        {
            for (var i = name.First; i < name.End; i++)
            {
                byToken[i] = name;
            }
        }

        // A role beside a name is the named one's, no actor of its own.
        _roles = new bool[words.Count];
        foreach (var name in names.Where(n => n.Class == NameClass.Person))
        {
            for (var i = name.PhraseFirst; i < name.First; i++)
            {
                _roles[i] = true;
            }

            for (var i = name.RoleTokens.First; i < name.RoleTokens.End; i++)
            {
                _roles[i] = true;
            }
        }

        var found = new List<Mention>();
        for (var s = 0; s < _prose.Sentences.Count; s++)
        {
            var sentence = _prose.Sentences[s];
            if (!words.IsRead(s))
            {
                continue;
            }

            for (var i = sentence.FirstToken; i < sentence.FirstToken + sentence.Tokens; i++)
            {
                if (IsHead(i, sentence, byToken) && Phrase(s, i, sentence, byToken) is { } phrase)
                {
                    found.Add(phrase);
                }
            }
        }

        return found;
    }

    // Amounts stand for somebody only where they speak.
    private static readonly HashSet<string> Amounts = ["some", "many", "most", "several", "few", "both", "others", "half", "percent", "third", "two-thirds", "majority", "minority", "dozens", "hundreds", "thousands", "millions", "us", "west", "side", "sides", "others", "private", "state", "states", "world", "house"];

    private bool IsNoun(int i) => !Amounts.Contains(words.Lower(i)) && IsPersonal(i);

    private bool IsPersonal(int i) => PersonWords.KindOf(words.Lower(i)) is { } kind && kind is not (PersonWordKind.Honorific or PersonWordKind.Document) || PersonWords.SectorOf(words.Lower(i)) is { } sector && ActingSectors.Contains(sector) && CommonWords.Contains(words.Lower(i));

    private bool IsHead(int i, Sentence sentence, Mention?[] byToken)
    {
        if (byToken[i] is not null || _roles[i] || !words.IsWord(i) || WordLists.Function.Contains(words.Lower(i)) || !IsNoun(i))
        {
            return false;
        }

        var next = i + 1;
        // The last noun of a row is the head; a title before a name belongs to the name.
        return next >= sentence.FirstToken + sentence.Tokens || EndsPhrase(next) && !(IsNoun(next) && byToken[next] is null && words.IsWord(next) && !WordLists.Function.Contains(words.Lower(next))) && !(byToken[next] is { Class: NameClass.Person } && words.Lower(i) is var l && PersonWords.KindOf(l) is PersonWordKind.Title or PersonWordKind.Role);
    }

    // A verb, preposition, mark or small word behind the noun; another noun would be the head.
    private bool EndsPhrase(int i)
    {
        var lower = words.Lower(i);
        return !words.IsWord(i) || lower is "'s" or "who" || ArticleWords.IsPastVerb(lower) || WordLists.Function.Contains(lower) || WordLists.Verbs.Contains(lower) || WordLists.Prepositions.Contains(lower) || !CommonWords.Contains(lower) || words.IsCapital(i)
            || lower.EndsWith("ed", StringComparison.Ordinal) || lower.EndsWith("ly", StringComparison.Ordinal) || lower.EndsWith("ing", StringComparison.Ordinal) || CommonWords.Contains(lower + "ing") || (lower.Length > 3 && CommonWords.Contains(lower[..^1] + "ing"));
    }

    private Mention? Phrase(int s, int head, Sentence sentence, Mention?[] byToken)
    {
        var first = head;
        string? country = null;
        while (first > sentence.FirstToken && head - first < 8)
        {
            var k = first - 1;
            var lower = words.Lower(k);
            // "said that voters": no plural is told by "that".
            if (words.IsShouted(k) && !words.IsShouted(head) || (lower is "that" or "this" && (PersonWords.KindOf(words.Lower(head)) ?? (PersonWords.Singular(words.Lower(head)) is null ? PersonWordKind.Role : PersonWordKind.Plural)) == PersonWordKind.Plural))
            {
                break;
            }

            if (byToken[k] is { } name && name.Class is not NameClass.Person)
            {
                country ??= name.Country;
                first = name.First;
            }
            else if (lower is "'s" && k > sentence.FirstToken && byToken[k - 1] is { } owner)
            {
                country ??= owner.Country;
                first = owner.First;
                break;
            }
            else if (lower.EndsWith("-led", StringComparison.Ordinal) && words.IsCapital(k) && Gazetteer.World.Lookup(words.Word(k)[..^4]) is { Count: > 0 } leading)
            {
                country ??= leading[0].Country;
                first = k;
            }
            else if (WordLists.Adjectives.Contains(lower) || lower is "the" or "a" or "an" || (words.IsWord(k) && words.IsCapital(k) && words.CapitalCounts(k)) || (IsNoun(k) && !WordLists.Function.Contains(lower)) || char.IsDigit(lower[0]) || WordLists.Determiners.Contains(lower))
            {
                first = k;
                if (WordLists.Determiners.Contains(lower))
                {
                    break;
                }
            }
            else
            {
                break;
            }
        }

        var noun = words.Lower(head);
        var kind = PersonWords.KindOf(noun);
        var sector = PersonWords.SectorOf(noun);
        var plural = kind == PersonWordKind.Plural || (kind is null && PersonWords.Singular(noun) is not null);
        var acts = sector is not null && ActingSectors.Contains(sector);
        country ??= Behind(head + 1, sentence, byToken);
        // "Vardia province" is a place; it acts only where it speaks.
        var named = WordLists.ClassOfNameWord(noun) == NameClass.Place && Enumerable.Range(first, head - first).Any(i => byToken[i] is { Class: NameClass.Place });
        if ((kind is null && !plural) || words.Lower(first) == "no" || named)
        {
            return null;
        }

        if (country is null && !(acts && (plural || kind is PersonWordKind.Body or PersonWordKind.Title)) && !(kind is PersonWordKind.Title or PersonWordKind.Role && first < head))
        {
            return null;
        }

        var made = Make(s, first, head + 1, plural);
        made.Country = country;
        made.Role = sector;
        made.RoleHead = kind is PersonWordKind.Title or PersonWordKind.Role ? RoleWords.Canon(noun) : null;
        made.Gender = PersonWords.GenderOf(noun);
        return made;
    }

    // "rebels in Darfur", "students throughout Indonesia", "the government of Sindh province".
    private string? Behind(int at, Sentence sentence, Mention?[] byToken)
    {
        var end = Math.Min(sentence.FirstToken + sentence.Tokens, at + 4);
        if (at >= end || words.Lower(at) is not ("in" or "of" or "from" or "throughout" or "across" or "fleeing"))
        {
            return null;
        }

        for (var k = at + 1; k < end; k++)
        {
            if (byToken[k] is { } name)
            {
                return name.Class is NameClass.Country or NameClass.Place or NameClass.Capital or NameClass.People ? name.Country : null;
            }
        }

        return null;
    }

    public Mention Make(int sentence, int first, int end, bool plural) => new()
    {
        Span = new TextSpan(_prose.Tokens[first].Span.Begin, _prose.Tokens[end - 1].Span.End),
        First = first,
        End = end,
        Sentence = sentence,
        Form = MentionForm.Noun,
        Class = NameClass.Nouns,
        PhraseFirst = first,
        Plural = plural,
    };
}
