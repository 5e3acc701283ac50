using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Articles.Actors;

/// <summary>Where do names stand, and what kind of name is each? Capitals, the gazetteers and the words of a name decide.</summary>
/// <remarks>Known to miss: names in a text all in small letters; two names side by side with nothing between.</remarks>
internal sealed class NameFinder(ArticleWords words)
{
    private readonly Prose _prose = words.Prose;
    private readonly NameRuns _runs = new(words);
    private readonly NameShapes _shapes = new(words);

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
            if (!words.IsCapital(i) && !words.IsArticled(i) && !hits.ContainsKey(i) || !_runs.Begins(i, hits))
            {
                i++;
                continue;
            }

            var last = _runs.End(i, end, hits);
            var (stop, next) = _runs.Glued(i, last);
            if (next > stop)
            {
                words.MarkGluedOn(stop - 1);
            }

            Split(index, i, stop, hits, found);
            i = next;
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
            if (title > 0 && kind is PersonWordKind.Honorific or PersonWordKind.Title or PersonWordKind.Role or PersonWordKind.Plural && !_shapes.IsBodyOf(i + title, end) && !(isHit && hit.End - i >= title && hit.Hit.Names[0].Kind is not (NameKind.People or NameKind.Official or NameKind.Place)))
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
                var full = _shapes.PersonEnd(first, end);
                return (Math.Max(full, stop), Person(sentence, first, Math.Max(full, stop), name));
            }

            var longer = _shapes.LongerName(first, stop, end);
            if (longer > stop && _shapes.ClassWithin(stop, longer) is { } kind && name.Kind is NameKind.People or NameKind.Country or NameKind.Place or NameKind.Capital or NameKind.Region or NameKind.Institution or NameKind.Outlet)
            {
                return (longer, Make(sentence, first, longer, kind, null, name.Country));
            }

            // "Jordan Smith", "Charlotte Jones": a given name that is also a place, before another capital.
            if (name.Kind is NameKind.Place or NameKind.Country or NameKind.Capital && stop == first + 1 && !_shapes.HasTitle(stop, end) && (titled || PersonWords.IsGivenName(words.Lower(first))) && (titled || (stop < end && !hits.ContainsKey(stop))) && !_shapes.FollowsPlaceWord(first))
            {
                var full = _shapes.PersonEnd(first, end);
                return (full, Person(sentence, first, full, null));
            }

            // "the National Archives": a paper's short name before another capital is a word of a longer name.
            if (name.Kind is NameKind.Outlet or NameKind.Agency or NameKind.Institution && stop == first + 1 && stop < end && !words.IsAllCapitals(first) && !hits.ContainsKey(stop) && !_shapes.HasTitle(stop, end) && !PersonWords.IsGivenName(words.Lower(stop)) && words.CapitalCounts(stop))
            {
                return (_shapes.RestEnd(first, end, hits), Make(sentence, first, _shapes.RestEnd(first, end, hits), ClassOf(name.Kind), null, name.Country));
            }

            // "The Times of Lom".
            if (name.Kind is NameKind.Outlet && stop + 1 < end && words.Lower(stop) == "of" && hits.TryGetValue(stop + 1, out var of) && of.End <= end)
            {
                return (of.End, Make(sentence, first, of.End, NameClass.Outlet, null, name.Country));
            }

            var made = Make(sentence, first, stop, ClassOf(name.Kind), name, name.Country ?? (stop - first > 1 ? _shapes.CountryInside(first, stop) : null));
            made.Plural = name.Kind == NameKind.People && words.Lower(stop - 1).EndsWith('s');
            return (stop, made);
        }

        var until = _shapes.RestEnd(first, end, hits);
        // "Harbour Committee Chairman": the office behind a body's name is no part of it.
        while (!titled && until - first > 2 && PersonWords.KindOf(words.Lower(until - 1)) is PersonWordKind.Title or PersonWordKind.Role && WordLists.ClassOfNameWord(words.Lower(until - 2)) is NameClass.Organisation && WordLists.ClassOfNameWord(words.Lower(until - 1)) is null)
        {
            until--;
        }

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

        if (shown is { } word && !titled && (until - first > 1 || word is NameClass.Organisation && words.IsCapital(first) && !words.BeginsSentence(first)) && !_shapes.IsPersonLike(first, until))
        {
            return (until, Make(sentence, first, until, word, null, _shapes.CountryInside(first, until)));
        }

        var person = _shapes.PersonEnd(first, until);
        if (titled || _shapes.IsPersonLike(first, person))
        {
            return (person, Person(sentence, first, person, null));
        }

        if (until - first == 1 && words.IsAllCapitals(first) && !_runs.IsShoutedName(first))
        {
            return words.Word(first).Length is >= 2 and <= 7 && words.Word(first).All(c => char.IsUpper(c) || c is '.' or '-' or '&') ? (until, Make(sentence, first, until, NameClass.Organisation, null, null)) : (until, null);
        }

        if (_runs.IsShoutedName(first))
        {
            return (until, Person(sentence, first, until, null));
        }

        if (_shapes.FollowsPlaceWord(first))
        {
            return (until, Make(sentence, first, until, NameClass.Place, null, null));
        }

        // "(D)", "(D-Va.)": a letter names nobody.
        if (until - first == 1 && words.Letters(first) is [_] or [_, '.'] or [_, '-', ..])
        {
            return (until, null);
        }

        if (until - first == 1 && (WordLists.Adjectives.Contains(words.Lower(first)) || !words.IsArticled(first) && words.Lower(first).Contains('-', StringComparison.Ordinal) && words.Lower(first).Split('-').Any(h => h.Length > 1 && Gazetteer.World.Lookup(char.ToUpperInvariant(h[0]) + h[1..]).Count > 0 || h is "us" or "eu" or "un") || !_shapes.StandsAlone(until, end)))
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
