namespace Stemma.Corpus.Reuse;

/// <summary>Whose words no longer stand there as theirs? A speaker's claim that became the outlet's own fact, a denial that was left out.</summary>
/// <remarks>
/// Told by the words: who spoke and the verb that said so stood in the sentences that were taken, the claim still does, and they do not. What the reader found
/// in the copy only speaks for the copy: where it finds a speaker there, nothing is lost.
/// </remarks>
internal static class VoiceChanges
{
    // So much of a claim's words, function words aside, must be left for it to be the same claim.
    private const double Left = 0.6;

    // So much of a claim must lie in the sentences that were taken.
    private const double Taken = 0.5;

    public static IEnumerable<string> Between(ArticleFindings child, List<TextSpan> mine, ArticleFindings parent, List<TextSpan> theirs)
    {
        HashSet<ulong>? now = null;
        foreach (var said in parent.Statements.Where(s => IsSomebodys(s) && Inside(s.Source, theirs) && Inside(s.Cue, theirs)))
        {
            now ??= WordsOf(child.Article.Text, mine);
            if (Any(parent.Article.Text, said.Cue, now) || Any(parent.Article.Text, said.Source, now))
            {
                continue;
            }

            var speaker = Flat(said.Source.Of(parent.Article.Text));
            if (said.Act == Act.Deny)
            {
                if (!child.Statements.Any(s => s.Act == Act.Deny && s.Content.Concat(s.Cue).Any(x => mine.Exists(m => m.Overlaps(x)))))
                {
                    yield return $"denial dropped: {speaker} {Flat(said.Cue.Of(parent.Article.Text))}";
                }
            }
            else if (ShareIn(said.Content, theirs) >= Taken && Share(parent.Article.Text, said.Content, now) >= Left
                && !child.Statements.Any(s => s.Voice == Voice.Reported && s.Content.Concat(s.Source).Any(x => mine.Exists(m => m.Overlaps(x)))))
            {
                yield return $"attribution lost: {speaker}";
            }
        }
    }

    /// <summary>Denials that stand in the parent right beside sentences which the child took, and that the child has nowhere; each with the sentence beside it.</summary>
    /// <param name="taken">Sentences of the parent that the child has.</param>
    public static IEnumerable<(TextSpan Beside, string Change)> DenialsLeft(ArticleFindings child, ArticleFindings parent, Wording wording, List<TextSpan> taken)
    {
        foreach (var denial in parent.Statements.Where(s => s.Act == Act.Deny && IsSomebodys(s)))
        {
            var hull = denial.Source.Concat(denial.Cue).Aggregate((a, b) => a.Hull(b));
            var (first, last) = (wording.SentenceAt(hull.Begin), wording.SentenceAt(hull.End - 1));
            if (first < 0 || Enumerable.Range(first, last - first + 1).Any(s => IsTaken(wording.Sentences[s].Span)))
            {
                continue;
            }

            var beside = first > 0 && IsTaken(wording.Sentences[first - 1].Span) ? first - 1 : last + 1 < wording.Sentences.Length && IsTaken(wording.Sentences[last + 1].Span) ? last + 1 : -1;
            if (beside >= 0 && !child.Statements.Any(s => s.Act == Act.Deny && IsLike(s)))
            {
                yield return (wording.Sentences[beside].Span, $"denial dropped: {Flat(denial.Source.Of(parent.Article.Text))} {Flat(denial.Cue.Of(parent.Article.Text))}");
            }

            // The copy may tell the denial in words of its own: of the same speaker, or of the same matter.
            bool IsLike(Statement other)
            {
                var theirs = WordsOf(child.Article.Text, [.. other.Source.Concat(other.Content)]);
                return Any(parent.Article.Text, denial.Source, theirs) || Share(parent.Article.Text, denial.Content, theirs) >= Left;
            }
        }

        bool IsTaken(TextSpan sentence) => taken.Exists(t => t.Overlaps(sentence));
    }

    private static bool IsSomebodys(Statement said) => said.Voice == Voice.Reported && !said.Source.IsEmpty && !said.Cue.IsEmpty;

    private static bool Inside(Spans spans, List<TextSpan> sentences) => spans.All(s => sentences.Exists(t => t.Contains(s)));

    private static double ShareIn(Spans content, List<TextSpan> sentences)
    {
        double all = content.Sum(c => c.Length);
        return all == 0 ? 0 : content.Sum(c => sentences.Sum(s => Math.Max(0, Math.Min(c.End, s.End) - Math.Max(c.Begin, s.Begin)))) / all;
    }

    private static bool Any(string text, Spans spans, HashSet<ulong> words) => WordsOf(text, spans).Overlaps(words);

    private static double Share(string text, Spans spans, HashSet<ulong> words)
    {
        var own = WordsOf(text, spans);
        return own.Count == 0 ? 0 : (double)own.Count(words.Contains) / own.Count;
    }

    // Function words aside: "he" and "that" stand everywhere.
    private static HashSet<ulong> WordsOf(string text, IReadOnlyList<TextSpan> spans)
    {
        var words = new HashSet<ulong>();
        foreach (var span in spans)
        {
            foreach (var word in Wording.Of(span.Of(text)).Words)
            {
                if (!word.Function)
                {
                    words.Add(word.Id);
                }
            }
        }

        return words;
    }

    private static string Flat(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
