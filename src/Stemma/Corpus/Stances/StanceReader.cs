using Stemma.Words;

namespace Stemma.Corpus.Stances;

/// <summary>Which articles of a story stand on opposite sides of what it tells: one tells it, the other denies or doubts it? Candidates for the export, never shown.</summary>
/// <remarks>
/// Whole articles often oppose each other without two clauses that could be laid side by side. Each article is read for how much it doubts the story's claim,
/// then every two of one story are weighed against each other. A function of the articles of a story, so no order of arrival can matter.
/// </remarks>
public static class StanceReader
{
    // Shorter texts are notes, and of two notes nothing is said: a sentence or two show no stance of an article.
    private const int LeastWords = 10;
    private const int LeastOfLonger = 80;
    private const int LettersPerWord = 6;

    // The contract's floor for candidates.
    private const double LeastConfidence = 0.05;

    // From .50 on a dispute is shown. The surest of these are right in three of four: enough for a candidate, too little for that, so certainty ends below it.
    private const double MostConfidence = 0.49;

    // Where the one article doubts no more than the other, a denial that both report sets neither against the other.
    private const double OneSide = 0.2;

    private const double Shown = 0.5;

    // So sure must a denial between two articles of one side be; on real events what was less sure shared a topic (0 of 2 right), what was surer is right as it stands (8 of 9).
    private const double OfSpeakers = 0.65;

    // An article is rather a doubter than a teller.
    private const double Doubting = 0.5;

    // Between articles of two stories a weak reading of two clauses is worth no more than this.
    private const double OtherStory = 0.08;

    // A story of many articles has thousands of pairs; the surest are kept.
    private const int MostPerStory = 2000;

    private static readonly Lazy<Trees> Articles = new(() => Trees.Shipped("Corpus/Stances/Data/stance-trees.tsv", StanceSigns.Names));
    private static readonly Lazy<Trees> Sides = new(() => Trees.Shipped("Corpus/Stances/Data/side-trees.tsv", SideSigns.Names));

    /// <param name="disputes">What was found between clauses: a weak one is never surer than that its articles stand on opposite sides.</param>
    /// <returns>The disputes with the new candidates among them, the surest first.</returns>
    public static IReadOnlyList<Dispute> Read(
        IReadOnlyList<ArticleFindings> articles,
        IReadOnlyDictionary<string, string> stories,
        IReadOnlyList<CaseStatement> statements,
        IReadOnlyList<Dispute> disputes,
        CaseConstraints constraints)
    {
        var sides = new Dictionary<(string, string), (double Most, bool BothDoubt)>();
        var found = new List<Dispute>();
        var longer = articles.Where(a => a.Article.Text.Length > LeastOfLonger * LettersPerWord).Select(a => a.Article.Id).ToHashSet(StringComparer.Ordinal);
        var spoken = statements.ToLookup(s => s.Article, StringComparer.Ordinal);
        var named = statements.Where(s => s.Statement is { Voice: Stemma.Voice.Reported, Actor: not null }).DistinctBy(s => s.Statement.Id).ToDictionary(s => s.Statement.Id, s => s.Statement.Actor!, StringComparer.Ordinal);
        var untied = constraints.Untied.Where(u => u.One.Id is null && u.Other.Id is null).SelectMany(u => new[] { (u.One.Article, u.Other.Article), (u.Other.Article, u.One.Article) }).ToHashSet();
        foreach (var story in articles.OrderBy(a => a.Article.Id, StringComparer.Ordinal).GroupBy(a => stories[a.Article.Id], StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            found.AddRange(Story([.. story], spoken, sides).Where(d => !untied.Contains((d.Spans[0].Article, d.Spans[1].Article))));
        }

        return
        [
            .. disputes.Select(Tempered).Where(d => d.Confidence >= LeastConfidence).Concat(found).OrderByDescending(d => d.Confidence).ThenBy(d => d.Id, StringComparer.Ordinal),
        ];

        Dispute Tempered(Dispute d)
        {
            if (d.Relation is not (DisputeRelation.Denies or DisputeRelation.Contradicts) || d.Spans.Count != 2 || d.Spans[0].Article == d.Spans[1].Article)
            {
                return d;
            }

            var most = sides.TryGetValue(Ordered(d.Spans[0].Article, d.Spans[1].Article), out var side)
                ? d.Confidence < Shown || (side.BothDoubt && d.Relation == DisputeRelation.Denies && !BetweenSpeakers(d)) ? side.Most : 1
                : d.Confidence < Shown && stories[d.Spans[0].Article] != stories[d.Spans[1].Article] && d.Spans.Any(s => longer.Contains(s.Article)) ? OtherStory : 1;
            return d.Confidence > most ? d with { Confidence = most } : d;
        }

        // Whoever says it in the one and whoever denies it in the other stand against each other, on whatever side the articles are.
        bool BetweenSpeakers(Dispute d) => d.Confidence >= OfSpeakers && d.Statements.Count == 2 && named.TryGetValue(d.Statements[0], out var one) && named.TryGetValue(d.Statements[1], out var other) && one != other;
    }

    /// <summary>How likely each article doubts what the story tells, in the order given.</summary>
    internal static double[] Doubts(IReadOnlyList<StanceText> texts)
    {
        var claim = StoryClaim.Of(texts);
        return [.. texts.Select(t => Articles.Value.Probability(StanceSigns.Of(t, claim, DoubtWords.Learned)))];
    }

    private static IEnumerable<Dispute> Story(IReadOnlyList<ArticleFindings> articles, ILookup<string, CaseStatement> spoken, Dictionary<(string, string), (double Most, bool BothDoubt)> sides)
    {
        var texts = articles.Select(StanceText.Of).Where(t => t.Words >= LeastWords).ToList();
        if (texts.Count < 2)
        {
            return [];
        }

        var (doubts, claim, likeness) = (Doubts(texts), StoryClaim.Of(texts), StanceText.Likenesses(texts));
        var kin = SideSigns.Kin(doubts, (i, j) => likeness[i, j]);
        var opposed = new List<(int One, int Other, double Confidence)>();
        for (var i = 0; i < texts.Count; i++)
        {
            for (var j = i + 1; j < texts.Count; j++)
            {
                var likely = Sides.Value.Probability(SideSigns.Of(i, j, likeness[i, j], doubts, kin));
                if (Math.Max(texts[i].Words, texts[j].Words) < LeastOfLonger)
                {
                    continue;
                }

                // The root spreads what is unlikely, most of all pairs, over the scale that is left.
                var confidence = Math.Round(MostConfidence * Math.Sqrt(likely), 3);
                sides[Ordered(texts[i].Id, texts[j].Id)] = (confidence, likely < OneSide && Math.Min(doubts[i], doubts[j]) > Doubting);
                if (confidence >= LeastConfidence)
                {
                    opposed.Add((i, j, confidence));
                }
            }
        }

        var voices = texts.Select(t => VoiceOf(t, claim)).ToArray();
        return opposed.OrderByDescending(o => o.Confidence).ThenBy(o => o.One).ThenBy(o => o.Other).Take(MostPerStory)
            .Select(o => Made(voices[o.One], voices[o.Other], doubts[o.One] > doubts[o.Other], claim, o.Confidence, spoken))
            .OfType<Dispute>();
    }

    // With the sentence in which the one doubts most, and the one in which the other plainly tells.
    private static Dispute? Made(Voice first, Voice second, bool firstDoubts, StoryClaim claim, double confidence, ILookup<string, CaseStatement> spoken)
    {
        if ((firstDoubts ? (first.Doubt, second.Tell) : (first.Tell, second.Doubt)) is not ({ } one, { } other))
        {
            return null;
        }

        return new(
            CaseIds.Of('D', "articles", first.Id, second.Id),
            DisputeRelation.Denies,
            [.. new[] { StatementAt(spoken[first.Id], one.Span), StatementAt(spoken[second.Id], other.Span) }.OfType<string>()],
            Slot.What,
            firstDoubts ? Reason(one, other, claim) : Reason(other, one, claim),
            [new(first.Id, [one.Span]), new(second.Id, [other.Span])],
            confidence);
    }

    // The sentences that speak for an article: chosen once, however many others it stands against.
    private static Voice VoiceOf(StanceText text, StoryClaim claim)
    {
        var sentences = text.Sentences.Where(s => !s.Span.IsEmpty).Select(s => (Sentence: s, Against: DoubtWords.Learned.Against(s), Of: 2 * claim.In(s))).ToList();
        return new(
            text.Id,
            sentences.Count == 0 ? null : sentences.MaxBy(s => s.Against + (DoubtingWords(s.Sentence).Any() ? 1 : -1) + s.Of).Sentence,
            sentences.Count == 0 ? null : sentences.MaxBy(s => s.Of - Math.Max(0, s.Against)).Sentence);
    }

    private sealed record Voice(string Id, StanceSentence? Doubt, StanceSentence? Tell);

    private static string Reason(StanceSentence doubt, StanceSentence told, StoryClaim claim)
    {
        var shared = claim.Shared(told, doubt).Take(3).Select(stem => told.Words[told.Stems.Index().First(s => s.Item == stem).Index]).ToList();
        var of = shared.Count switch
        {
            0 => "both are of one story",
            1 => $"both speak of “{shared[0]}”",
            _ => $"both speak of “{string.Join("”, “", shared.SkipLast(1))}” and “{shared[^1]}”",
        };
        var by = DoubtingWords(doubt).FirstOrDefault() is { } word ? $" (“{word}”)" : "";
        return $"{of}; one article tells it, the other seems to deny or doubt it{by}";
    }

    private static IEnumerable<string> DoubtingWords(StanceSentence sentence) =>
        sentence.Words.Where(w => DoubtWords.GroupsOf(w).Any(g => DoubtWords.Groups[g] is "fake" or "false" or "deny" or "doubt" or "not"));

    // The statement that holds at least half of the sentence; null where it is nobody's.
    private static string? StatementAt(IEnumerable<CaseStatement> statements, TextSpan span) => statements
        .Select(s => (s.Statement.Id, Overlap: s.Statement.Content.Concat(s.Statement.Cue).Sum(x => Math.Max(0, Math.Min(x.End, span.End) - Math.Max(x.Begin, span.Begin)))))
        .Where(s => s.Overlap * 2 >= span.Length)
        .OrderByDescending(s => s.Overlap).ThenBy(s => s.Id, StringComparer.Ordinal)
        .Select(s => s.Id).FirstOrDefault();

    private static (string, string) Ordered(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
}
