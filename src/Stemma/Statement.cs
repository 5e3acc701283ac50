using System.Text.Json.Serialization;

namespace Stemma;

/// <summary>Something handed to somebody: who says what, in which words, on what evidence.</summary>
/// <remarks>What counts, and where source, cue and content end, follows the PolNeAR guideline (Newell, Margolin, Ruths, LREC 2018).</remarks>
public sealed record Statement
{
    /// <summary>The rule of <see cref="OwnTelling"/>.</summary>
    public const string ToldInDispute = "own-voice+dispute";

    /// <summary>The rule of claims that stand inside the statement which turns them down: "said Maren's report that … is false".</summary>
    public const string Nested = "nested";

    /// <summary>The rule of denials told by the way: "…, a claim denied by Maren".</summary>
    public const string DeniedInPassing = "denied-in-passing";

    /// <summary>Words that nobody is handed, told by the outlet itself, where a dispute needs them as a side.</summary>
    public static Statement OwnTelling(Spans content, double confidence) => new()
    {
        Id = "",
        Voice = Voice.Outlet,
        Form = Form.None,
        Source = Spans.None,
        Cue = Spans.None,
        Content = content,
        Evidence = new Evidence(EvidenceBasis.Asserted, null, Spans.None),
        Confidence = confidence,
        Rule = ToldInDispute,
    };

    /// <summary>Local to the article ("s1"); case-wide in a case.</summary>
    public required string Id { get; init; }

    public Voice Voice { get; init; } = Voice.Reported;

    public required Form Form { get; init; }

    public Act Act { get; init; } = Act.Say;

    /// <summary>Who it is handed to, as written; <see cref="Spans.None"/> where nobody is named.</summary>
    public required Spans Source { get; init; }

    /// <summary>The words that hand it over; none for the outlet's own voice and for quotations without a cue.</summary>
    public required Spans Cue { get; init; }

    /// <summary>What is handed over.</summary>
    public required Spans Content { get; init; }

    /// <summary>Who is meant; null where the speaker is named but not resolved, or where nobody is named.</summary>
    public string? Actor { get; init; }

    /// <summary>How likely <see cref="Actor"/> is the one meant, 0 to 1; null where no actor is given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ActorConfidence { get; init; }

    /// <summary>Outlets, agencies, documents through which the words came, nearest to this article first.</summary>
    public IReadOnlyList<Via> Via { get; init; } = [];

    public IReadOnlyList<Hedge> Hedges { get; init; } = [];

    public Evidence Evidence { get; init; } = Evidence.None;

    /// <summary>True where the cue itself is negated or reversed ("did not say", "stopped short of blaming").</summary>
    public bool Negated { get; init; }

    /// <summary>The words of what is denied; null where this is no denial.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Spans? Denies { get; init; }

    /// <summary>Actors who are blamed here.</summary>
    public IReadOnlyList<string> Accused { get; init; } = [];

    /// <summary>The words that name who is blamed; the way from Attribution to Actors, not written out.</summary>
    [JsonIgnore]
    public Spans AccusedWords { get; init; } = Spans.None;

    /// <summary>When it was said, with the words that tell; null where nothing tells.</summary>
    public SaidOn? Said { get; init; }

    /// <summary>Events this speaks of.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>Calibrated, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>The rules and models that made it, joined by "+".</summary>
    public required string Rule { get; init; }

    public IReadOnlyList<RunnerUp> RunnersUp { get; init; } = [];

    /// <summary>This rule had a hand in it.</summary>
    public bool IsBy(string rule) => Rule.Split('+').Contains(rule, StringComparer.Ordinal);
}

/// <summary>Whose voice: somebody's that the outlet reports, or the outlet's own telling a happening as a fact.</summary>
public enum Voice
{
    Reported,
    Outlet,
}

/// <summary>Direct: every word in quotation marks. Mixed: some. Indirect: none of a reported content. None: the outlet's own voice.</summary>
public enum Form
{
    Direct,
    Indirect,
    Mixed,
    None,
}

public enum Act
{
    Say,
    Assert,
    Deny,
    Accuse,
    Threaten,
    Demand,
    Promise,
    Question,
    Decline,
    Decide,
    Believe,
    Propose,
    Vote,
    Veto,
    Praise,
    Condemn,
    Reveal,
}

/// <summary>An outlet, agency or document through which words came, as written.</summary>
public sealed record Via(string Name, Spans Span);

/// <summary>Words that lower commitment, and what they lower it for.</summary>
/// <param name="Span">The hedge itself.</param>
/// <param name="Scope">What it hedges; null where nobody looked.</param>
public sealed record Hedge(Spans Span, string Words, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Spans? Scope);

/// <summary>What a content rests on, by the words around it.</summary>
/// <param name="By">Whom it was told by, or which document, as written; null where it is not told.</param>
public sealed record Evidence(EvidenceBasis Basis, string? By, Spans Span)
{
    public static readonly Evidence None = new(EvidenceBasis.None, null, Spans.None);
}

public enum EvidenceBasis
{
    Witnessed,
    Told,
    Document,
    Test,
    Imagery,
    Inferred,
    Asserted,
    None,
}

/// <summary>When something was said, and the words that tell it.</summary>
public sealed record SaidOn([property: JsonPropertyName("edtf")] Moment Moment, Spans Span);

/// <summary>Who else could have been meant, and how likely.</summary>
public sealed record RunnerUp(string Actor, double Confidence);
