namespace Stemma.Corpus.Accounts;

/// <summary>Does the later article bring the earlier one up to date, rather than gainsay it?</summary>
internal static class Updates
{
    /// <summary>From the first's publication to the second's; 0 where a day is not known.</summary>
    public static int DaysBetween(ClaimedArticle one, ClaimedArticle other) =>
        one.Findings.Published?.Moment.Earliest is { } a && other.Findings.Published?.Moment.Earliest is { } b ? b.DayNumber - a.DayNumber : 0;

    /// <summary>From the day the first clause tells or was said on to the second's; null where not each tells one day of its own.</summary>
    public static int? DaysTold(Claim a, Claim b) => DayOf(a) is { } one && DayOf(b) is { } other && one != other ? other.DayNumber - one.DayNumber : null;

    /// <summary>"by Sunday", "had risen to": it counts up to a day, and does not tell of that day alone.</summary>
    public static bool CountsUp(Claim claim) => MovesOn(claim);

    /// <summary>"killed earlier Friday", "two had died earlier in the day": told from later on, when more may have happened. "reported earlier" says when it was said.</summary>
    public static bool IsOfEarlier(Claim claim)
    {
        for (var i = 0; i + 1 < claim.Words.Count; i++)
        {
            if (claim.Words[i] is { Lower: "earlier", Frame: false } && (claim.Words[i + 1].Lower is "today" or "in" or "on" || TimeReader.IsWeekday(claim.Words[i + 1].Lower)))
            {
                return true;
            }
        }

        return false;
    }

    private static DateOnly? DayOf(Claim claim)
    {
        var days = claim.Times.Where(t => t.Kind == TimeKind.Day && t.From.Year > 1).Select(t => DateOnly.FromDateTime(t.From)).Distinct().Take(2).ToList();
        return days.Count == 1 ? days[0] : null;
    }

    /// <summary>The later claim says itself that things have moved on, or the earlier that they had not come to an end; or one is what an outlet takes back.</summary>
    public static bool Between(ClaimedArticle one, Claim a, ClaimedArticle other, Claim b)
    {
        if (IsTakenBack(a) || IsTakenBack(b))
        {
            return true;
        }

        var days = DaysBetween(one, other);
        return days switch
        {
            > 0 => MovesOn(b) || Open(a),
            < 0 => MovesOn(a) || Open(b),
            _ => false,
        };
    }

    // "An earlier version of this article said …": nobody says so any more.
    private static bool IsTakenBack(Claim claim)
    {
        for (var i = 0; i + 1 < claim.Words.Count; i++)
        {
            if (claim.Words[i].Lower is "earlier" or "previous" or "original" && claim.Words[i + 1].Lower == "version")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A side says in so many words that the other is mistaken.</summary>
    public static bool Rival(ClaimedArticle one, ClaimedArticle other, Claim a, Claim b) => Rival(one, a) || Rival(other, b);

    public static bool Rival(ClaimedArticle article, Claim claim)
    {
        for (var s = Math.Max(0, claim.Sentence - 1); s <= Math.Min(article.Sentences.Count - 1, claim.Sentence + 1); s++)
        {
            var words = article.Sentences[s];
            for (var i = 0; i < words.Count; i++)
            {
                if (ClaimWords.PhraseAt("rival-phrase", words, i) > 0)
                {
                    return true;
                }
            }
        }

        return article.Claims.Any(c => Math.Abs(c.Sentence - claim.Sentence) <= 1 && c.Denial is not null);
    }

    private static bool MovesOn(Claim claim)
    {
        for (var i = 0; i < claim.Words.Count; i++)
        {
            if (ClaimWords.Is("later", claim.Words[i].Lower) || ClaimWords.PhraseAt("later-phrase", claim.Words, i) > 0)
            {
                return true;
            }

            // "by Sunday", "by Thursday night": counted up to a day.
            if (claim.Words[i].Lower == "by" && claim.Times.Any(t => t.Word == i + 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Open(Claim claim)
    {
        for (var i = 0; i < claim.Words.Count; i++)
        {
            if ((claim.Words[i].Lower is "yet" or "still" or "far" && (claim.Words[i].Lower != "far" || (i > 0 && claim.Words[i - 1].Lower == "so")))
                || (claim.Words[i].Lower == "known" && i + 1 < claim.Words.Count && claim.Words[i + 1].Lower == "to")
                || (ClaimWords.Is("open", claim.Words[i].Lower) && claim.Words[i].Lower != "far")
                || ClaimWords.Is("hedge-cause", claim.Words[i].Lower))
            {
                return true;
            }
        }

        return false;
    }
}
