namespace Stemma;

/// <summary>A page that was changed after it came out: one version laid beside the one before.</summary>
/// <param name="Article">The later version.</param>
/// <param name="Before">The version it is laid beside.</param>
/// <param name="First">The first version that is in the case.</param>
/// <param name="Version">Its number, from 2.</param>
/// <param name="Edits">Sentence by sentence, in the order of the later text; what was dropped stands where it stood. Empty where only marks and spaces changed.</param>
public sealed record Revision(string Article, string Before, string First, int Version, IReadOnlyList<Edit> Edits);

/// <summary>One sentence that came, went or was worded anew.</summary>
/// <param name="Before">Its words in the version before; null where it was added.</param>
/// <param name="After">Its words in the later version; null where it was dropped.</param>
/// <param name="Changed">What the new wording lost or changed, as in <see cref="Passage.Losses"/>.</param>
/// <param name="StatementsBefore">Claims that lay in it, by their identifiers in the case.</param>
/// <param name="StatementsAfter">Claims that lie in it now.</param>
public sealed record Edit(
    EditKind Kind,
    ArticleSpan? Before,
    ArticleSpan? After,
    IReadOnlyList<string> Changed,
    IReadOnlyList<string> StatementsBefore,
    IReadOnlyList<string> StatementsAfter);

public enum EditKind
{
    Added,
    Dropped,
    Reworded,
}
