namespace Stemma.Corpus.Accounts;

/// <summary>What do the words of one clause claim? How closely mood, times, figures and negations are read differs between longer texts and notes.</summary>
/// <param name="IsIdle">The word at this place negates nothing ("no doubt").</param>
internal sealed record ClaimMaker(
    Func<List<ClaimTerm>, Mood> MoodOf,
    Func<List<ClaimTerm>, Moment?, bool, IReadOnlyList<ClaimTime>> TimesIn,
    Func<string, List<ClaimTerm>, IReadOnlyList<ClaimTime>, IReadOnlyList<ClaimFigure>> FiguresIn,
    Func<List<ClaimTerm>, int, bool> IsIdle)
{
    /// <param name="number">Of the clause in the article.</param>
    /// <param name="words">Those that hand the claim over are marked already.</param>
    public Claim Of(ArticleFindings findings, int sentence, int number, List<ClaimTerm> words, bool reported)
    {
        var text = findings.Article.Text;
        var (denial, saysWhat) = Denials.CueIn(text, words);
        var mood = MoodOf(words);
        var times = TimesIn(words, findings.Published?.Moment, mood == Mood.Future);
        return new Claim
        {
            Sentence = sentence,
            Number = number,
            Span = new(words[0].Span.Begin, words[^1].Span.End),
            Words = words,
            Negations = [.. Enumerable.Range(0, words.Count).Where(i => ClaimWords.Is("negative", words[i].Lower) && !IsIdle(words, i))],
            Denial = denial,
            DenialSaysWhat = saysWhat,
            Mood = mood,
            Reported = reported,
            Figures = FiguresIn(text, words, times),
            Times = times,
        };
    }
}
