using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>Who doubts what another said: “cast doubt on the report”, “no evidence that the gate was open”?</summary>
internal static class Doubting
{
    /// <summary>Where in the content what is doubted begins, counted in terms: behind the words that doubt, 0 where they stand in the cue; null for who does not doubt.</summary>
    public static int? Behind(ClaimedArticle article, Statement s)
    {
        const int Early = 6;
        // "aren't convinced that he did it", "did not buy the account": not to believe is to doubt.
        if (s.Voice == Voice.Reported && s.Negated && s.Act is Act.Believe or Act.Say or Act.Assert && ClaimReader.Terms(article.Text, s.Cue) is [.., var last] && ClaimWords.IsForm("convince", last.Lower))
        {
            return 0;
        }

        if (s.Voice != Voice.Reported || s.Negated || s.Act is Act.Accuse or Act.Demand or Act.Decline or Act.Promise || s.Denies is { IsEmpty: false })
        {
            return null;
        }

        var (cue, words) = (ClaimReader.Terms(article.Text, s.Cue), ClaimReader.Terms(article.Text, s.Content));
        if (Enumerable.Range(0, cue.Count).Any(i => ClaimWords.PhraseAt("doubt-cue-phrase", cue, i) is > 0 and var n && i + n == cue.Count))
        {
            return 0;
        }

        var at = Enumerable.Range(0, Math.Min(Early, words.Count)).FirstOrDefault(i => ClaimWords.PhraseAt("doubt-cue-phrase", words, i) > 0, -1);
        return at < 0 || words.Take(at).Any(w => ClaimWords.Is("condition", w.Lower)) ? null : at + ClaimWords.PhraseAt("doubt-cue-phrase", words, at);
    }
}
