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
            if (title > 0 && kind is PersonWordKind.Title or PersonWordKind.Honorific or PersonWordKind.Role or PersonWordKind.Plural && k + title < end + 1 && !WordLists.Prepositions.Contains(words.Lower(k)) && !IsBodyOf(k + title, end))
            {
                break;
            }

            if (WordLists.ClassOfNameWord(words.Lower(k)) is not null)
            {
                best = k + 1;
            }
        }

        // "Lom Academy of Sciences": what its word is of belongs to the name.
        return best > stop && best + 1 < end && words.Lower(best) is "of" or "for" ? OfEnd(best + 1, end) : best;
    }

    /// <summary>What the last word of a kind in the name makes it: "Lom Academy of Sciences" a body.</summary>
    public NameClass? ClassWithin(int first, int end)
    {
        for (var k = end - 1; k >= first; k--)
        {
            if (WordLists.ClassOfNameWord(words.Lower(k)) is { } kind && (k == end - 1 || words.Lower(k + 1) is "of" or "for"))
            {
                return kind;
            }
        }

        return null;
    }

    // Up to a title that begins who speaks for it: "Lom Academy of Sciences President …".
    private int OfEnd(int from, int end)
    {
        for (var k = from + 1; k < end; k++)
        {
            if (words.Lower(k - 1) is not ("of" or "for" or "and" or "&" or "the") && IsTitle(k, end))
            {
                return k;
            }
        }

        return end;
    }

    // Stands a title before another word of the run here?
    private bool IsTitle(int k, int end) =>
        PersonWords.Longest(i => i < end ? words.Lower(i) : null, k, out var kind, out _) is var n && n > 0 && k + n < end && (kind is PersonWordKind.Title or PersonWordKind.Honorific || (kind is PersonWordKind.Role && (PersonWords.IsGivenName(words.Lower(k + n)) || words.Letters(k + n) is [_, '.']))) && !IsBodyOf(k + n, end) && !WordLists.Particles.Contains(words.Lower(k));

    /// <summary>"Ohio Governor …": a title stands behind the first word of the run.</summary>
    public bool HasTitle(int from, int end)
    {
        for (var k = from; k < end; k++)
        {
            if (IsTitle(k, end))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Justice Ministry": what looks like a title stands before the word of a body, as part of its name.</summary>
    public bool IsBodyOf(int at, int end) => at < end && WordLists.ClassOfNameWord(words.Lower(at)) is NameClass.Organisation && !PersonWords.IsGivenName(words.Lower(at));

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
            if (title > 0 && (kind is PersonWordKind.Title || (kind is PersonWordKind.Honorific && words.Lower(k).EndsWith('.'))) && k + title < end && WordLists.ClassOfNameWord(words.Lower(k)) is null && !WordLists.Particles.Contains(words.Lower(k)) && !words.Lower(k - 1).EndsWith('.') && words.Lower(k - 1) is not ("of" or "for"))
            {
                return k;
            }

            // "commissioner for Human Rights Orlin Voss": what the office is for is written small elsewhere, the name is not.
            if (first > 1 && words.Lower(first - 1) is "for" or "of" && PersonWords.KindOf(words.Lower(first - 2)) is PersonWordKind.Title && WordLists.ClassOfNameWord(words.Lower(end - 1)) is null && !Small(k) && Enumerable.Range(first, k - first).All(Small))
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

    private bool Small(int k) => CommonWords.Contains(words.Lower(k)) || (PersonWords.Singular(words.Lower(k)) is { } one && CommonWords.Contains(one));

    // A person's name: up to six words, particles not counted, ending before a word that makes another kind of name.
    public int PersonEnd(int first, int end)
    {
        const int Longest = 6;
        var k = first + 1;
        var particles = 0;
        while (k < end && k - particles < first + Longest && !IsTitle(k, end) && !(k > first + 1 && (WordLists.IsEvent(words.Lower(k)) || (k + 1 < end && WordLists.IsEvent(words.Lower(k + 1)) && CommonWords.Contains(words.Lower(k))))) && !(WordLists.ClassOfNameWord(words.Lower(k)) is not null && k > first + 1 && k == end - 1 && CommonWords.Contains(words.Lower(k))))
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
