using Stemma.Words;

namespace Stemma.Articles.Actors;

/// <summary>Where does a run of capitals that may hold names begin, and how far does it go over small words ("of", "al", "and")?</summary>
internal sealed class NameRuns(ArticleWords words)
{
    public bool Begins(int i, Dictionary<int, (int End, NameHit Hit)> hits) =>
        hits.TryGetValue(i, out var hit)
            ? hit.End - i > 1 || words.CapitalCounts(i) || (words.IsCapital(i) && hit.Hit.Names[0].Kind is NameKind.Country or NameKind.People or NameKind.Capital && !CommonWords.Contains(words.Lower(i)))
            : words.CapitalCounts(i) || IsShoutedName(i);

    // "PENCE:" in a transcript: all capitals at the head of a paragraph, before a colon.
    public bool IsShoutedName(int i) => i + 1 < words.Count && words.IsAllCapitals(i) && words.BeginsSentence(i) && words.Lower(i + 1) == ":";

    public int End(int first, int end, Dictionary<int, (int End, NameHit Hit)> hits)
    {
        var (organisation, outlet) = (false, false);
        var i = first;
        while (i < end)
        {
            // Capitals that say something end where those begin that say nothing.
            if (i > first && words.IsShouted(i) != words.IsShouted(first))
            {
                break;
            }

            var title = LongTitle(i, end);
            if (title > 0)
            {
                i += title;
            }
            else if (hits.TryGetValue(i, out var hit))
            {
                organisation |= hit.Hit.Names[0].Kind is NameKind.Institution or NameKind.International or NameKind.Charity;
                outlet = hit.Hit.Names[0].Kind is NameKind.Outlet;
                i = hit.End;
            }
            else if (i == first || words.CapitalCounts(i) || words.HasInnerCapital(i) || (words.IsCapital(i) && WordLists.Suffixes.Contains(words.Lower(i))))
            {
                organisation |= WordLists.ClassOfNameWord(words.Lower(i)) is not null;
                i++;
            }
            else
            {
                break;
            }

            // Particles and "of", "for", "and" go on only towards another capital.
            var next = outlet && hits.ContainsKey(i + 1) && i < end && words.Lower(i) == "of" ? i + 1 : Bridge(i, end, organisation, first);
            outlet = false;
            if (next < 0)
            {
                break;
            }

            i = next;
        }

        return i;
    }

    // "Secretary of State", "Chief of Staff": the small word within a title before a name ends no run.
    private int LongTitle(int i, int end)
    {
        if (!words.IsCapital(i) || i + 1 >= end || words.IsCapital(i + 1))
        {
            return 0;
        }

        var n = PersonWords.Longest(k => k < end ? words.Lower(k) : null, i, out var kind, out _);
        return n > 1 && kind is PersonWordKind.Title && i + n < end && words.IsCapital(i + n - 1) && words.CapitalCounts(i + n) ? n : 0;
    }

    /// <summary>Where a name ends that a page's own words were glued to, and where reading goes on: "Ilse Maren Ilse MarenTop aides" is "Ilse Maren" and what follows.</summary>
    public (int End, int Next) Glued(int first, int end)
    {
        for (var k = first + 1; k < end; k++)
        {
            var word = words.Letters(k);
            for (var m = first; m < k; m++)
            {
                var before = words.Letters(m);
                if (before.Length >= 3 && word.Length > before.Length && word.StartsWith(before, StringComparison.Ordinal) && (char.IsUpper(word[before.Length]) || char.IsDigit(word[before.Length])))
                {
                    return (m + 1, k + 1);
                }
            }
        }

        for (var k = first + 2; k < end; k++)
        {
            if (words.Lower(k) == words.Lower(first) && PersonWords.IsGivenName(words.Lower(first)))
            {
                return (k, k + 1 == end ? end : k);
            }
        }

        return (end, end);
    }

    // Where the run goes on behind token i: i itself, behind a bridge of small words, or -1.
    private int Bridge(int i, int end, bool organisation, int first)
    {
        if (i >= end)
        {
            return -1;
        }

        var lower = words.Lower(i);
        if (words.CapitalCounts(i) || words.HasInnerCapital(i))
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
}
