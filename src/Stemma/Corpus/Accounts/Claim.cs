using System.Runtime.CompilerServices;
using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>A word as claims are compared by it.</summary>
/// <param name="Kin">What is known of its base form.</param>
/// <param name="Weight">How much it tells: rarity in news, 0 for words that only hold a sentence together.</param>
/// <param name="Country">The country whose name, people, capital or body it is; null for any other word.</param>
/// <param name="Frame">It belongs to the words that hand the claim over ("the minister said"), not to the claim.</param>
internal readonly record struct ClaimTerm(TextSpan Span, string Lower, Kin Kin, double Weight, bool Capital, bool First, bool Frame, string? Country = null)
{
    /// <summary>Base form ("found" is "find"); names stay as they are.</summary>
    public string Base => Kin.Word;

    public bool IsNumber { get; } = char.IsAsciiDigit(Lower[0]);

    /// <summary>It is a word, and one that tells something.</summary>
    public bool Tells => Weight > 0 && !IsNumber;
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

    /// <summary>Base forms of the words that tell most, each once.</summary>
    public IReadOnlyList<string> Telling => field ??= [.. Words.Where(w => w.Weight >= Pairing.TellingWeight && !w.IsNumber).Select(w => w.Base).Distinct(StringComparer.Ordinal)];

    /// <summary>All its base forms.</summary>
    public IReadOnlySet<string> Bases => field ??= Words.Select(w => w.Base).ToHashSet(StringComparer.Ordinal);

    /// <summary>Fewer than three words tell something.</summary>
    public bool IsSmall => (_small ??= new(Words.Count(w => w.Tells) < 3)).Value;

    /// <summary>How it says somebody voted, and where the words stand; null where it tells no vote.</summary>
    public (VotePosition Position, int Word)? Vote => (_vote ??= new(VoteClashes.Position(Words))).Value;

    // Boxes: several threads may work it out at once, and what they put there is whole.
    private StrongBox<bool>? _small;
    private StrongBox<(VotePosition, int)?>? _vote;
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
/// <remarks>Its clauses are the larger part of it, and only who lays two articles side by side asks for them: they are read when first asked for.</remarks>
internal sealed class ClaimedArticle(ArticleFindings findings, IReadOnlyList<IReadOnlyList<ClaimTerm>> sentences, Lazy<IReadOnlyList<Claim>> claims)
{
    public ArticleFindings Findings { get; } = findings;

    public IReadOnlyList<IReadOnlyList<ClaimTerm>> Sentences { get; } = sentences;

    /// <summary>What each clause claims, in the order of the text.</summary>
    public IReadOnlyList<Claim> Claims => claims.Value;

    /// <summary>Countries that the article names, by their own names, peoples, towns or bodies.</summary>
    public IReadOnlySet<string> Countries { get; } = sentences.SelectMany(s => s).Where(w => w.Country is not null).Select(w => w.Country!).ToHashSet(StringComparer.Ordinal);

    /// <summary>Claims by the base forms of their telling words, in the order of the text.</summary>
    public IReadOnlyDictionary<string, List<Claim>> ByWord => field ??= Index();

    /// <summary>It speaks of a vote or a body that votes.</summary>
    public bool Voting => (_voting ??= new(VoteClashes.Voting(this))).Value;

    public string Id => Findings.Article.Id;

    private StrongBox<bool>? _voting;
    private readonly List<ClaimTerm>?[] _around = new List<ClaimTerm>?[sentences.Count];

    /// <summary>Words of this sentence, the one before and the one behind.</summary>
    public IReadOnlyList<ClaimTerm> Around(int sentence) =>
        _around[sentence] ??= [.. Sentences.Skip(Math.Max(0, sentence - 1)).Take(sentence == 0 ? 2 : 3).SelectMany(w => w)];

    public string Text => Findings.Article.Text;

    /// <summary>Denials of its statements, and what each of them answers here.</summary>
    public Rebuttals Rebuttals => field ??= Rebuttals.In(this);

    /// <summary>The number of the sentence that holds this place, or of the last one before it.</summary>
    public int SentenceAt(int position)
    {
        var (low, high) = (0, Sentences.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Sentences[middle][0].Span.Begin <= position ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private Dictionary<string, List<Claim>> Index()
    {
        var index = new Dictionary<string, List<Claim>>(StringComparer.Ordinal);
        foreach (var claim in Claims)
        {
            foreach (var word in claim.Words.Where(w => w.Weight >= Pairing.TellingWeight).Select(w => w.Base).Distinct(StringComparer.Ordinal))
            {
                (index.TryGetValue(word, out var list) ? list : index[word] = []).Add(claim);
            }
        }

        return index;
    }
}
