namespace Stemma;

/// <summary>Something strange in an article that a reader should know of; never a reason to stop.</summary>
/// <param name="Kind">A stable name, such as "unbalanced-quotation-marks".</param>
public sealed record Trouble(string Kind, Spans Span, string Message);
