namespace Stemma;

/// <summary>One outlet or agency that the text itself names as standing before it; the chain begins with the outlet nearest to this text.</summary>
public sealed record ChainLink(string Outlet, ChainRelation Relation, Spans Span);

public enum ChainRelation
{
    SyndicatedFrom,
    WrittenBy,
    FirstAppearedOn,
    Credits,
    Quotes,
}
