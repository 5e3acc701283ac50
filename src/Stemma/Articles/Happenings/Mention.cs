using Stemma.Articles.Sentences;

namespace Stemma.Articles.Happenings;

/// <summary>One place in the text that tells a happening, with what its own clause says of it.</summary>
internal sealed record Mention
{
    public required Trigger Trigger { get; init; }

    public required int Sentence { get; init; }

    public required int Paragraph { get; init; }

    /// <summary>True where it stands inside what somebody is reported to say.</summary>
    public required bool Reported { get; init; }

    /// <summary>The noun its relative clause hangs on ("a war that has killed"); null for other clauses.</summary>
    public TextSpan? Hangs { get; init; }

    /// <summary>A toll that runs over months or years: "have been killed in the fighting since April".</summary>
    public bool Running { get; init; }

    /// <summary>First token of its clause, and the first behind it.</summary>
    public required (int First, int End) Clause { get; init; }

    public required EventStatus Status { get; init; }

    /// <summary>"the attack", "this strike", "Tuesday's incident": points to something already told, or unique.</summary>
    public required bool Definite { get; init; }

    /// <summary>"terrorist attacks", "such killings": told of such things in general, and of none of them.</summary>
    public bool General { get; init; }

    /// <summary>"another blast", "a series of raids": one beside those already told.</summary>
    public bool Another { get; init; }

    /// <summary>"in retaliation for the strikes", "to avenge the killing": what is answered, beside whatever else its sentence tells.</summary>
    public bool Answered { get; init; }

    /// <summary>The first token of what it came of, in its own sentence: "an attack on the ferry, killing six", "six died in the blast"; null where the sentence tells of none.</summary>
    public int? ResultOf { get; init; }

    /// <summary>What stands before the noun to say which ("chemical", "grain"); lower case.</summary>
    public IReadOnlyList<string> Which { get; init; } = [];

    /// <summary>What it was done to, by the words right behind it ("on the grain terminal", "struck the ferry"), as stems; empty where nothing stands there.</summary>
    public IReadOnlyList<string> Target { get; init; } = [];

    public Moment? Date { get; init; }

    public IReadOnlyList<Place> Places { get; init; } = [];

    public IReadOnlyList<string> Who { get; init; } = [];

    public IReadOnlyList<string> Whom { get; init; } = [];

    /// <summary>People it is told to have been done to.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>People who are told to have done it.</summary>
    public IReadOnlyList<string> Doers { get; init; } = [];

    /// <summary>Those to whom it was done who are told to have been killed: nobody is killed twice.</summary>
    public IReadOnlyList<string> Killed => Kind == "killing" ? People : [];

    public IReadOnlyList<Means> With { get; init; } = [];

    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    public Vote? Vote { get; init; }

    public required TextSpan Span { get; init; }

    public string Kind => Trigger.Kind;

    /// <summary>How much it tells: the fullest mention of a happening stands for it.</summary>
    public int Weight => (Status == EventStatus.Happened ? 4 : 0) + (Date is null ? 0 : 3) + Places.Count + Who.Count + Whom.Count + Quantities.Count + With.Count + (Kind == Kinds.PointsBack ? -4 : 0);
}

/// <summary>Which kinds of happening can be the same thing under another word.</summary>
internal static class Kinds
{
    /// <summary>"incident", "tragedy": only ever another word for something told elsewhere.</summary>
    public const string PointsBack = "incident";

    public const string Vote = "vote";

    public const string Veto = "veto";

    /// <summary>An explosion may be told as an attack by one and as a leak by another: one happening, several accounts.</summary>
    public static string Family(string kind) => kind switch
    {
        PointsBack => "violence",
        Vote or Veto => Vote,
        _ => EventKinds.IsViolence(kind) ? "violence" : kind,
    };

    /// <summary>The same word for it, or words that papers use for each other: an air strike is an attack.</summary>
    public static bool Alike(string a, string b) => a == b || (a is "attack" or "strike" && b is "attack" or "strike");

    /// <summary>Nouns whose owner suffered it: "Maren's murder", "his arrest".</summary>
    public static bool HasVictim(string kind) => kind is "killing" or "injury" or "arrest";

    /// <summary>Consequences name a happening less well than the happening itself.</summary>
    public static bool IsConsequence(string kind) => kind is "killing" or "injury" or PointsBack or "leak" or "fire";
}
