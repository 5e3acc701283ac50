using Stemma.Words;

namespace Stemma.Articles.Actors;

/// <summary>Where does one name end inside a run of capitals, and do its words look like a person's, a place's or only a description?</summary>
internal sealed class NameShapes(ArticleWords words)
{
    // "Syrian Observatory", "Serbian Workers' Union": goes on to the last word that makes a name, unless a title stands before it.
    public int LongerName(int first, int stop, int end)
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
    public string? CountryInside(int first, int end)
    {
        for (var k = first; k < end; k++)
        {
            if (Gazetteer.World.Longest(words.Prose.Text, words.Prose.Tokens[k].Span.Begin, words.Prose.Tokens[k].Span.End) is { } hit && hit.Names[0] is { Kind: NameKind.Country or NameKind.People or NameKind.Place or NameKind.Capital } inside)
            {
                return inside.Country;
            }
        }

        return null;
    }

    public int RestEnd(int first, int end, Dictionary<int, (int End, NameHit Hit)> hits)
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

            // A body named behind another word begins its own name ("Trump White House"); behind "and" it ends a longer one ("Defence and Security Council").
            if (words.Lower(k - 1) is not ("and" or "&") && hits.TryGetValue(k, out var hit) && hit.End - k > 1 && hit.Hit.Names[0].Kind is NameKind.Institution or NameKind.International)
            {
                return k;
            }
        }

        return end;
    }

    // A person's name: up to six words, particles not counted, ending before a word that makes another kind of name.
    public int PersonEnd(int first, int end)
    {
        const int Longest = 6;
        var k = first + 1;
        var particles = 0;
        while (k < end && k - particles < first + Longest && !(k > first + 1 && (WordLists.IsEvent(words.Lower(k)) || (k + 1 < end && WordLists.IsEvent(words.Lower(k + 1)) && CommonWords.Contains(words.Lower(k))))) && !(WordLists.ClassOfNameWord(words.Lower(k)) is not null && k > first + 1 && k == end - 1 && CommonWords.Contains(words.Lower(k))))
        {
            particles += WordLists.Particles.Contains(words.Lower(k)) ? 1 : 0;
            k++;
        }

        return k;
    }

    public bool IsPersonLike(int first, int end)
    {
        var n = end - first - Enumerable.Range(first, end - first).Count(k => WordLists.Particles.Contains(words.Lower(k)));
        if (end - first < 2 || n is < 1 or > 6)
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

    public bool FollowsPlaceWord(int first) =>
        first > 0 && ((words.Lower(first - 1) is "in" or "near" or "outside" or "throughout" or "across" or "into" && !(words.BeginsSentence(first - 1) && words.Lower(first - 1) != "in"))
        || (first > 1 && words.Lower(first - 1) == "of" && words.Lower(first - 2) is "town" or "city" or "village" or "province" or "district" or "island" or "port" or "suburb" or "region" or "county" or "capital" or "state"));

    // "Tomahawk missiles": a capital that only describes the noun behind it is no actor's name.
    public bool StandsAlone(int at, int end)
    {
        if (at < end || at >= words.Count || words.Prose.Tokens[at].Sentence != words.Prose.Tokens[at - 1].Sentence)
        {
            return true;
        }

        var lower = words.Lower(at);
        return !words.IsWord(at) || ArticleWords.IsPastVerb(lower) || WordLists.Function.Contains(lower) || WordLists.Verbs.Contains(lower) || lower.EndsWith("ed", StringComparison.Ordinal) || lower.EndsWith("ly", StringComparison.Ordinal) || lower is "'s" or "who"
            || !CommonWords.Contains(lower) || (lower[^1] == 's' && PersonWords.KindOf(lower) is null && PersonWords.Singular(lower) is { } verb && CommonWords.Contains(verb + "ing")) || PersonWords.KindOf(lower) is not null;
    }
}
