namespace Stemma;

/// <summary>One step of words from outlet to outlet, stated in the text or inferred from what is shared.</summary>
/// <param name="Article">The article whose chain this is.</param>
/// <param name="From">The outlet nearer to the reader.</param>
/// <param name="To">The outlet the words came from.</param>
/// <param name="Parent">The article the words were taken from; null where it is only cited or not in the case.</param>
/// <param name="Overlap">Share of the article's words that the parent has; null where nothing was compared.</param>
public sealed record Hop(
    string Article,
    string? From,
    string? To,
    string? Parent,
    HopKind Kind,
    ChainRelation Relation,
    IReadOnlyList<ArticleSpan> Evidence,
    double? Overlap);

public enum HopKind
{
    Stated,
    Inferred,
}

/// <summary>Articles that go back to one piece of reporting.</summary>
/// <param name="Earliest">The article nearest to the origin.</param>
public sealed record Origin(string Id, IReadOnlyList<string> Articles, string Earliest, string Why);

/// <summary>One step of one claim: witness or document, spokesperson, agency, outlet.</summary>
public sealed record ClaimHop(string Statement, int Order, string From, string To, string Relation, IReadOnlyList<ArticleSpan> Evidence);
