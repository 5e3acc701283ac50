namespace Stemma.Ledger;

/// <summary>What one article's findings are after people's corrections: made from the machine's findings and the log, so it can be made again at will.</summary>
/// <param name="Shown">The findings as shown; rejected statements are not among them.</param>
/// <param name="States">Local identifier of a statement to what people made of it; those not named here stand as the machine found them.</param>
/// <param name="Rejected">Statements that a person rejected.</param>
/// <param name="Orphans">Identifiers of corrections of this article that no longer find their words.</param>
public sealed record Overlaid(
    ArticleFindings Shown,
    IReadOnlyDictionary<string, StatementState> States,
    IReadOnlyList<Statement> Rejected,
    IReadOnlyList<string> Orphans);
