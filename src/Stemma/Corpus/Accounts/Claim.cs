using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>A word as claims are compared by it.</summary>
/// <param name="Base">Base form ("found" is "find"); names stay as they are.</param>
/// <param name="Weight">How much it tells: rarity in news, 0 for words that only hold a sentence together.</param>
/// <param name="Country">The country whose name, people, capital or body it is; null for any other word.</param>
/// <param name="Frame">It belongs to the words that hand the claim over ("the minister said"), not to the claim.</param>
internal readonly record struct ClaimTerm(TextSpan Span, string Lower, string Base, double Weight, bool Capital, bool First, bool Frame, string? Country = null)
{
    public bool IsNumber => char.IsAsciiDigit(Lower[0]);
}

/// <summary>What one clause of an article tells, and how it holds it: as a fact, as somebody's word, as a denial, as a plan.</summary>
internal sealed record Claim
{

    /// <summary>Number of the sentence, and of the clause in the article.</summary>
    public required int Sentence { get; init; }

    public required int Number { get; init; }

    public required TextSpan Span { get; init; }

    public required IReadOnlyList<ClaimTerm> Words { get; init; }

    /// <summary>Positions in <see cref="Words"/> of words that negate; empty for an affirmed claim.</summary>
    public IReadOnlyList<int> Negations { get; init; } = [];

    /// <summary>The words by which somebody rejects a claim ("denied", "dismissed … as baseless"); null where nobody does.</summary>
    public TextSpan? Denial { get; init; }

    /// <summary>True where the denial needs no sentence to lean on: "denied that any boat had been inside".</summary>
    public bool DenialSaysWhat { get; init; }

    public Mood Mood { get; init; }

    /// <summary>Handed over by somebody in this clause.</summary>
    public bool Reported { get; init; }

    public IReadOnlyList<ClaimFigure> Figures { get; init; } = [];

    public IReadOnlyList<ClaimTime> Times { get; init; } = [];

    public bool Negated => Negations.Count > 0;
}

/// <summary>Told as done or being so; as to come; as hanging on something; as a question.</summary>
internal enum Mood
{
    Fact,
    Future,
    Condition,
}

/// <summary>A figure with what it counts.</summary>
/// <param name="Word">Position of its first word in the claim.</param>
/// <param name="Unit">What is counted, as a base form ("skier", "euro", "%"); null where nothing is named.</param>
internal sealed record ClaimFigure(decimal? Low, decimal? High, int Word, int Words, FigureKind Kind, string? Unit, TextSpan Span);

internal enum FigureKind
{
    Count,
    Share,
    Money,
    Measure,
}

/// <summary>A time of the thing told, as the hours it can lie between.</summary>
/// <param name="Kind">How fine it is told.</param>
/// <param name="Saying">It tells when something was said, not when it happened.</param>
internal sealed record ClaimTime(DateTime From, DateTime To, TimeKind Kind, bool Saying, int Word, TextSpan Span);

internal enum TimeKind
{
    Hour,
    Day,
    Month,
    Year,
}

/// <summary>An article as its claims tell it.</summary>
internal sealed record ClaimedArticle(ArticleFindings Findings, IReadOnlyList<Claim> Claims, IReadOnlyList<IReadOnlyList<ClaimTerm>> Sentences)
{
    /// <summary>Countries that the article names, by their own names, peoples, towns or bodies.</summary>
    public IReadOnlySet<string> Countries { get; } = Sentences.SelectMany(s => s).Where(w => w.Country is not null).Select(w => w.Country!).ToHashSet(StringComparer.Ordinal);

    public string Id => Findings.Article.Id;

    public string Text => Findings.Article.Text;
}
