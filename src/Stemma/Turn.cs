namespace Stemma;

/// <summary>One actor first held one thing and later another: the words of both, their days, and a reason in plain words.</summary>
/// <param name="Actor">Who held both.</param>
public sealed record Turn(string Id, string Actor, TurnKind Kind, TurnSide Before, TurnSide After, string Reason, double Confidence);

/// <summary>What was held at one time.</summary>
/// <param name="Statement">The statement that tells it; null where the article only tells that it was taken back.</param>
/// <param name="Day">When it was said, else when it was printed; null where it is only told as earlier.</param>
public sealed record TurnSide(string? Statement, ArticleSpan Words, Moment? Day);

public enum TurnKind
{
    /// <summary>First denied or told otherwise, later admitted.</summary>
    Admits,

    /// <summary>First told, later denied.</summary>
    Denies,

    /// <summary>Retracted, walked back, withdrawn.</summary>
    TakesBack,

    /// <summary>First one thing, later another.</summary>
    SaysOtherwise,
}
