using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Articles.Actors;

/// <summary>Where do names stand, and what kind of name is each? Capitals, the gazetteers and the words of a name decide.</summary>
/// <remarks>Known to miss: names in a text all in small letters; two names side by side with nothing between.</remarks>
internal sealed class NameFinder(ArticleWords words)
{
    private readonly Prose _prose = words.Prose;

    /// <summary>Names in the order of the text.</summary>
    public List<Mention> Find()
    {
        var found = new List<Mention>();
        for (var s = 0; s < _prose.Sentences.Count; s++)
        {
            if (words.IsRead(s))
            {
                InSentence(s, found);
            }
        }

        return found;
    }

    /// <summary>Names in captions, which are no mentions in the article but may tell a name in full.</summary>
    public List<Mention> InCaptions()
    {
        var found = new List<Mention>();
        for (var s = 0; s < _prose.Sentences.Count; s++)
        {
            if (_prose.Paragraphs[_prose.Sentences[s].Paragraph].Furniture == FurnitureKind.Caption)
            {
                InSentence(s, found);
            }
        }

        return found;
    }

    private void InSentence(int index, List<Mention> found)
    {
        var sentence = _prose.Sentences[index];
        var end = sentence.FirstToken + sentence.Tokens;
        var hits = Hits(sentence);
        for (var i = sentence.FirstToken; i < end;)
        {
            if (!words.IsCapital(i) && !hits.ContainsKey(i) || !Begins(i, hits))
            {
                i++;
                continue;
            }

            var last = RunEnd(i, end, hits);
            Split(index, i, last, hits, found);
            i = last;
        }
    }

    // Gazetteer hits by the token they begin with; a hit that begins or ends within a token is none.
    private Dictionary<int, (int End, NameHit Hit)> Hits(Sentence sentence)
    {
        var hits = new Dictionary<int, (int, NameHit)>();
        foreach (var hit in Gazetteer.World.Find(_prose.Text, sentence.Span))
        {
            var first = _prose.TokenAt(hit.Span.Begin);
            var last = _prose.TokenAt(hit.Span.End - 1);
            if (first < words.Count && last < words.Count && _prose.Tokens[first].Span.Begin == hit.Span.Begin && _prose.Tokens[last].Span.End >= hit.Span.End && _prose.Tokens[last].Span.End - hit.Span.End <= 1)
            {
                hits[first] = (last + 1, hit);
            }
        }

        return hits;
    }

    private bool Begins(int i, Dictionary<int, (int End, NameHit Hit)> hits) =>
        hits.TryGetValue(i, out var hit)
            ? hit.End - i > 1 || words.CapitalCounts(i) || (words.IsCapital(i) && hit.Hit.Names[0].Kind is NameKind.Country or NameKind.People or NameKind.Capital && !CommonWords.Contains(words.Lower(i)))
            : words.CapitalCounts(i) || IsShoutedName(i);

    // "PENCE:" in a transcript: all capitals at the head of a paragraph, before a colon.
    private bool IsShoutedName(int i) => i + 1 < words.Count && words.IsAllCapitals(i) && words.BeginsSentence(i) && words.Lower(i + 1) == ":";

    private int RunEnd(int first, int end, Dictionary<int, (int End, NameHit Hit)> hits)
    {
        var organisation = false;
        var i = first;
        while (i < end)
        {
            if (hits.TryGetValue(i, out var hit))
            {
                organisation |= hit.Hit.Names[0].Kind is NameKind.Institution or NameKind.International or NameKind.Charity;
                i = hit.End;
            }
            else if (i == first || words.CapitalCounts(i) || (words.IsCapital(i) && WordLists.Suffixes.Contains(words.Lower(i))))
            {
                organisation |= WordLists.ClassOfNameWord(words.Lower(i)) is not null;
                i++;
            }
            else
            {
                break;
            }

            // Particles and "of", "for", "and" go on only towards another capital.
            var next = Bridge(i, end, organisation, first);
            if (next < 0)
            {
                break;
            }

            i = next;
        }

        return i;
    }

    // Where the run goes on behind token i: i itself, behind a bridge of small words, or -1.
    private int Bridge(int i, int end, bool organisation, int first)
    {
        if (i >= end)
        {
            return -1;
        }

        var lower = words.Lower(i);
        if (words.CapitalCounts(i))
        {
            return i;
        }

        if (WordLists.Suffixes.Contains(lower))
        {
            return i;
        }

        var at = i;
        while (at < end && at - i < 3 && WordLists.Particles.Contains(words.Lower(at)) && (words.Lower(at) != "as" || at > i))
        {
            at++;
        }

        if (at > i && at < end && words.CapitalCounts(at) && words.Lower(i) is not ("do" or "e" or "o" or "den" or "ten" or "st" or "mac"))
        {
            return at;
        }

        if (lower is "of" or "for" or "on" && organisation)
        {
            at = i + 1 < end && words.Lower(i + 1) == "the" ? i + 2 : i + 1;
            return at < end && words.CapitalCounts(at) && (lower != "on" || NameWordWithin(at, end)) && IsOrganisationWord(i - 1, first) ? at : -1;
        }

        if (lower is "and" or "&" && i + 1 < end && words.CapitalCounts(i + 1))
        {
            // "House Oversight and Government Reform Committee": only towards a word that closes such a name, and not after one.
            return lower == "&" || (!IsOrganisationWord(i - 1, first) && !PersonWords.IsGivenName(words.Lower(first)) && NameWordWithin(i + 1, end) && (organisation || OrganisationBefore(first, i))) ? i + 1 : -1;
        }

        return -1;
    }

    private bool IsOrganisationWord(int i, int first) => i >= first && (WordLists.ClassOfNameWord(words.Lower(i)) is NameClass.Organisation or NameClass.Document or NameClass.Outlet);

    private bool OrganisationBefore(int first, int i)
    {
        for (var k = first; k < i; k++)
        {
            if (words.Lower(k) is "house" or "senate" or "national" or "federal" or "international" or "energy" or "health" or "budget")
            {
                return true;
            }
        }

        return false;
    }

    private bool NameWordWithin(int at, int end)
    {
        for (var k = at; k < end && k < at + 4 && words.CapitalCounts(k); k++)
        {
            if (WordLists.ClassOfNameWord(words.Lower(k)) is NameClass.Organisation)
            {
                return true;
            }
        }

        return false;
    }

    // One run of capitals can hold several names: titles, a people, a body and a person.
    private void Split(int sentence, int first, int end, Dictionary<int, (int End, NameHit Hit)> hits, List<Mention> found)
    {
        var phrase = first;
        Gender titleGender = Gender.Unknown;
        var titled = false;
        for (var i = first; i < end;)
        {
            var title = PersonWords.Longest(k => k < end ? words.Lower(k) : null, i, out var kind, out var gender);
            var isHit = hits.TryGetValue(i, out var hit) && hit.End <= end;
            if (title > 0 && kind is PersonWordKind.Honorific or PersonWordKind.Title or PersonWordKind.Role or PersonWordKind.Plural && !(isHit && hit.End - i >= title && hit.Hit.Names[0].Kind is not (NameKind.People or NameKind.Official or NameKind.Place)))
            {
                titled = kind is PersonWordKind.Honorific or PersonWordKind.Title && i + title < end;
                titleGender = gender;
                i += title;
                continue;
            }

            if (!(isHit && hit.End - i > 1) && words.Lower(i) is "republican" or "democratic" or "former" or "gop" or "senior" or "deputy" && i + 1 < end && !IsOrganisationAhead(i, end) && words.Lower(i) != "gop")
            {
                i++;
                continue;
            }

            var (stop, made) = One(sentence, i, end, titled, hits);
            if (made is not null)
            {
                made.PhraseFirst = phrase;
                if (made.Class == NameClass.Person && made.Gender == Gender.Unknown)
                {
                    made.Gender = titleGender;
                }

                if (made.Class == NameClass.Organisation && made.Known is { Kind: NameKind.Institution } && Owner(made, found) is { } owner)
                {
                    made.Country = owner;
                }

                found.Add(made);
                phrase = made.Class == NameClass.Person ? stop : phrase;
            }

            (titled, titleGender) = (false, Gender.Unknown);
            i = stop;
        }
    }

    // "Marshland's Supreme Court" is not the one the gazetteer knows.
    private string? Owner(Mention body, List<Mention> found)
    {
        if (found.Count == 0 || found[^1] is not { Country: { } country, Class: NameClass.Country or NameClass.People or NameClass.Capital } before || before.Sentence != body.Sentence)
        {
            return null;
        }

        return before.End == body.First || (before.End == body.First - 1 && words.Lower(before.End) is "'s" or "'") ? country : null;
    }

    private bool IsOrganisationAhead(int i, int end) => i + 1 < end && WordLists.ClassOfNameWord(words.Lower(end - 1)) is not null;

    private (int End, Mention? Made) One(int sentence, int first, int end, bool titled, Dictionary<int, (int End, NameHit Hit)> hits)
    {
        if (hits.TryGetValue(first, out var hit) && hit.End <= end)
        {
            var name = hit.Hit.Names[0];
            var stop = hit.End;
            if (name.Kind == NameKind.Official)
            {
                var full = PersonEnd(first, end);
                return (Math.Max(full, stop), Person(sentence, first, Math.Max(full, stop), name));
            }

            var longer = LongerName(first, stop, end);
            if (longer > stop && WordLists.ClassOfNameWord(words.Lower(longer - 1)) is { } kind && name.Kind is NameKind.People or NameKind.Country or NameKind.Place or NameKind.Capital or NameKind.Region or NameKind.Institution or NameKind.Outlet)
            {
                return (longer, Make(sentence, first, longer, kind, null, name.Country));
            }

            // "Jordan Smith", "Charlotte Jones": a given name that is also a place, before another capital.
            if (name.Kind is NameKind.Place or NameKind.Country or NameKind.Capital && stop == first + 1 && (titled || PersonWords.IsGivenName(words.Lower(first))) && (titled || (stop < end && !hits.ContainsKey(stop))) && !FollowsPlaceWord(first))
            {
                var full = PersonEnd(first, end);
                return (full, Person(sentence, first, full, null));
            }

            var made = Make(sentence, first, stop, ClassOf(name.Kind), name, name.Country ?? (stop - first > 1 ? CountryInside(first, stop) : null));
            made.Plural = name.Kind == NameKind.People && words.Lower(stop - 1).EndsWith('s');
            return (stop, made);
        }

        var until = RestEnd(first, end, hits);
        if (WordLists.IsEvent(words.Lower(until - 1)) && !titled && until - first > 1)
        {
            return (until, null);
        }

        // A word of the kind at the end, or before "of": "Ministry of Trade".
        NameClass? shown = null;
        for (var k = first; k < until; k++)
        {
            if (WordLists.ClassOfNameWord(words.Lower(k)) is { } kind && (k == until - 1 || words.Lower(k + 1) is "of" or "for" or "on"))
            {
                shown = kind;
                break;
            }
        }

        if (shown is { } word && !titled && (until - first > 1 || word is NameClass.Organisation && words.IsCapital(first) && !words.BeginsSentence(first)) && !IsPersonLike(first, until))
        {
            return (until, Make(sentence, first, until, word, null, CountryInside(first, until)));
        }

        var person = PersonEnd(first, until);
        if (titled || IsPersonLike(first, person))
        {
            return (person, Person(sentence, first, person, null));
        }

        if (until - first == 1 && words.IsAllCapitals(first) && !IsShoutedName(first))
        {
            return words.Word(first).Length is >= 2 and <= 7 && words.Word(first).All(c => char.IsUpper(c) || c is '.' or '-' or '&') ? (until, Make(sentence, first, until, NameClass.Organisation, null, null)) : (until, null);
        }

        if (IsShoutedName(first))
        {
            return (until, Person(sentence, first, until, null));
        }

        if (FollowsPlaceWord(first))
        {
            return (until, Make(sentence, first, until, NameClass.Place, null, null));
        }

        if (until - first == 1 && (WordLists.Adjectives.Contains(words.Lower(first)) || words.Lower(first).Contains('-', StringComparison.Ordinal) && words.Lower(first).Split('-').Any(h => h.Length > 1 && Gazetteer.World.Lookup(char.ToUpperInvariant(h[0]) + h[1..]).Count > 0 || h is "us" or "eu" or "un") || !StandsAlone(until, end)))
        {
            return (until, null);
        }

        var named = until - first;
        var definite = first > 0 && words.Lower(first - 1) == "the";
        if (definite && named <= 4)
        {
            return (until, Make(sentence, first, until, NameClass.Organisation, null, null));
        }

        return named <= 4 ? (until, Person(sentence, first, until, null)) : (until, Make(sentence, first, until, NameClass.Organisation, null, null));
    }

    // "Syrian Observatory", "Serbian Workers' Union": goes on to the last word that makes a name, unless a title stands before it.
    private int LongerName(int first, int stop, int end)
    {
        var best = stop;
        for (var k = stop; k < end; k++)
        {
            var title = PersonWords.Longest(i => i < end ? words.Lower(i) : null, k, out var kind, out _);
            if (title > 0 && kind is PersonWordKind.Title or PersonWordKind.Honorific or PersonWordKind.Role or PersonWordKind.Plural && k + title < end + 1 && !WordLists.Prepositions.Contains(words.Lower(k)))
            {
                break;
            }

            if (WordLists.ClassOfNameWord(words.Lower(k)) is not null)
            {
                best = k + 1;
            }
        }

        return best;
    }

    // "West Lom State", "Palestinian …": the country that a word inside the name shows.
    private string? CountryInside(int first, int end)
    {
        for (var k = first; k < end; k++)
        {
            if (Gazetteer.World.Longest(_prose.Text, _prose.Tokens[k].Span.Begin, _prose.Tokens[k].Span.End) is { } hit && hit.Names[0] is { Kind: NameKind.Country or NameKind.People or NameKind.Place or NameKind.Capital } inside)
            {
                return inside.Country;
            }
        }

        return null;
    }

    private int RestEnd(int first, int end, Dictionary<int, (int End, NameHit Hit)> hits)
    {
        for (var k = first + 1; k < end; k++)
        {
            var title = PersonWords.Longest(i => i < end ? words.Lower(i) : null, k, out var kind, out _);
            if (title > 0 && (kind is PersonWordKind.Title || (kind is PersonWordKind.Honorific && words.Lower(k).EndsWith('.'))) && k + title < end && WordLists.ClassOfNameWord(words.Lower(k)) is null && !WordLists.Particles.Contains(words.Lower(k)) && !words.Lower(k - 1).EndsWith('.'))
            {
                return k;
            }

            // "the Treasury Ilse Maren": a given name behind a word that is none begins a person.
            if (k == first + 1 && k + 1 < end && PersonWords.IsGivenName(words.Lower(k)) && !PersonWords.IsGivenName(words.Lower(first)) && (CommonWords.Contains(words.Lower(first)) || (first > 0 && words.Lower(first - 1) == "the")) && WordLists.ClassOfNameWord(words.Lower(end - 1)) is null)
            {
                return k;
            }

            // A body named behind another word begins its own name ("Trump White House").
            if (hits.TryGetValue(k, out var hit) && hit.End - k > 1 && hit.Hit.Names[0].Kind is NameKind.Institution or NameKind.International)
            {
                return k;
            }
        }

        return end;
    }

    // A person's name: up to five words, initials and particles with it, ending before a word that makes another kind of name.
    private int PersonEnd(int first, int end)
    {
        var k = first + 1;
        while (k < end && k < first + 6 && !(k > first + 1 && (WordLists.IsEvent(words.Lower(k)) || (k + 1 < end && WordLists.IsEvent(words.Lower(k + 1)) && CommonWords.Contains(words.Lower(k))))) && !(WordLists.ClassOfNameWord(words.Lower(k)) is not null && k > first + 1 && k == end - 1 && CommonWords.Contains(words.Lower(k))))
        {
            k++;
        }

        return k;
    }

    private bool IsPersonLike(int first, int end)
    {
        var n = end - first;
        if (n is < 2 or > 6)
        {
            return false;
        }

        if (PersonWords.IsGivenName(words.Lower(first)) && WordLists.ClassOfNameWord(words.Lower(end - 1)) is not NameClass.Organisation)
        {
            return true;
        }

        for (var k = first; k < end; k++)
        {
            var word = words.Word(k);
            if ((word.Length == 2 && word[1] == '.') || (k > first && WordLists.Particles.Contains(word)) || word.StartsWith("al-", StringComparison.OrdinalIgnoreCase) || (k + 1 < end && word.Length == 4 && word[1] == '.' && word[3] == '.' && word != "U.S." && word != "U.N." && word != "U.K."))
            {
                return true;
            }
        }

        return false;
    }

    private bool FollowsPlaceWord(int first) =>
        first > 0 && ((words.Lower(first - 1) is "in" or "near" or "outside" or "throughout" or "across" or "into" && !(words.BeginsSentence(first - 1) && words.Lower(first - 1) != "in"))
        || (first > 1 && words.Lower(first - 1) == "of" && words.Lower(first - 2) is "town" or "city" or "village" or "province" or "district" or "island" or "port" or "suburb" or "region" or "county" or "capital" or "state"));

    // "Tomahawk missiles": a capital that only describes the noun behind it is no actor's name.
    private bool StandsAlone(int at, int end)
    {
        if (at < end || at >= words.Count || words.Prose.Tokens[at].Sentence != words.Prose.Tokens[at - 1].Sentence)
        {
            return true;
        }

        var lower = words.Lower(at);
        return !words.IsWord(at) || ArticleWords.IsPastVerb(lower) || WordLists.Function.Contains(lower) || WordLists.Verbs.Contains(lower) || lower.EndsWith("ed", StringComparison.Ordinal) || lower.EndsWith("ly", StringComparison.Ordinal) || lower is "'s" or "who"
            || !CommonWords.Contains(lower) || (lower[^1] == 's' && PersonWords.KindOf(lower) is null && PersonWords.Singular(lower) is { } verb && CommonWords.Contains(verb + "ing")) || PersonWords.KindOf(lower) is not null;
    }

    private Mention Person(int sentence, int first, int end, GazetteerName? known)
    {
        var made = Make(sentence, first, end, NameClass.Person, known, known?.Country);
        if (end - first > 1 || known is not null)
        {
            var given = words.Lower(first);
            made.Gender = PersonWords.GenderOfGivenName(given) is var told && told == Gender.Unknown && given.IndexOf('-', StringComparison.Ordinal) is var dash and > 0 ? PersonWords.GenderOfGivenName(given[..dash]) : told;
        }

        return made;
    }

    private Mention Make(int sentence, int first, int end, NameClass kind, GazetteerName? known, string? country) => new()
    {
        Span = new TextSpan(_prose.Tokens[first].Span.Begin, _prose.Tokens[end - 1].Span.End),
        First = first,
        End = end,
        Sentence = sentence,
        Form = MentionForm.Name,
        Class = kind,
        Known = known,
        Country = country,
        PhraseFirst = first,
    };

    private static NameClass ClassOf(NameKind kind) => kind switch
    {
        NameKind.Country => NameClass.Country,
        NameKind.People => NameClass.People,
        NameKind.Capital => NameClass.Capital,
        NameKind.Place or NameKind.Region => NameClass.Place,
        NameKind.Agency or NameKind.Outlet => NameClass.Outlet,
        NameKind.ArmedGroup => NameClass.Group,
        NameKind.Official => NameClass.Person,
        _ => NameClass.Organisation,
    };
}
