namespace Stemma.Corpus.Accounts;

/// <summary>Who stands by an account that another has called false: "The paper said it stands by its report"?</summary>
/// <remarks>The dispute of an account is told from both ends: who denies it, and who holds to it. Known to miss: standing by without the words, several accounts denied in one article.</remarks>
internal static class StoodBy
{
    // "We stand by our reporting", "that the paper stands by the story": early, or the rest is by the way.
    private const int Early = 6;

    // Further off, another account may be meant.
    private const int MostSentencesApart = 15;

    /// <summary>Each standing-by with the one denial of an account that it answers; nothing where several speakers deny accounts here.</summary>
    public static IEnumerable<(Statement By, DenialStatement Denied)> In(ClaimedArticle claimed)
    {
        var article = claimed.Findings;
        var denied = claimed.Rebuttals.Denials.Where(d => !d.IsDoubt && d.Statement.Actor is not null && (d.CallsFalse || (d.Kind == DenialKind.Accusation && NamedClaims.Owners(article, d) is { Count: > 0 }))).ToList();
        if (denied.Count == 0)
        {
            yield break;
        }

        foreach (var s in article.Statements.Where(s => s.Voice == Voice.Reported && !s.Negated && s.Actor is not null && s.Act is Act.Say or Act.Assert or Act.Reveal))
        {
            var words = claimed.Rebuttals.Gainsaying.Terms(s);
            var at = Enumerable.Range(0, words.Count).FirstOrDefault(i => ClaimWords.PhraseAt("stand-by-phrase", words, i) > 0, -1);
            if (at < 0 || Enumerable.Range(Math.Max(0, at - Early), Math.Min(Early, at)).Any(i => ClaimWords.Is("negative", words[i].Lower)) || !IsOpening(words, at))
            {
                continue;
            }

            var sentence = claimed.SentenceAt(s.Content.Hull.Begin);
            var others = denied.Where(d => d.Statement.Actor != s.Actor && !Accusing.OneSide(article, d.Statement.Actor, article, s.Actor) && Math.Abs(d.Sentence - sentence) <= MostSentencesApart).ToList();
            if (others.Count > 0 && others.Select(d => d.Statement.Actor).Distinct(StringComparer.Ordinal).Count() == 1)
            {
                yield return (s, others.OrderBy(d => Math.Abs(d.Sentence - sentence)).First());
            }
        }
    }

    // In the first words of a sentence of what is said, with what somebody tells behind it: "by our reporting", "by its story"; "by her statement that she saw nobody" is an account of its own.
    private static bool IsOpening(IReadOnlyList<ClaimTerm> words, int at)
    {
        const int Reach = 6;
        var first = at;
        while (first > 0 && !words[first].First)
        {
            first--;
        }

        // Words before a colon or a greeting may open a quotation: "In response to the statement tonight: We stand by …".
        return (at - first <= Early || words.Skip(Math.Max(first, at - 2)).Take(2).Any(w => w.Lower is "we" or "i" or "it" or "he" or "she" or "they"))
            && !words.Skip(at + 2).Take(Reach).Any(w => w.Lower == "that")
            && words.Skip(at + 2).Take(Reach).Any(w => ClaimWords.Is("claim-noun", w.Lower) || ClaimWords.Is("claim-testimony", w.Lower) || ClaimWords.Is("account-work", w.Lower));
    }
}
