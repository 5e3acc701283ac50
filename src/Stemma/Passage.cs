namespace Stemma;

/// <summary>A stretch of words that two articles share, and what changed on the way.</summary>
/// <param name="Similarity">0 to 1; 1 where the words are the same.</param>
/// <param name="Changed">"hedge dropped: allegedly", "hedge added: …", "quotation marks dropped: …", "quotation changed: …".</param>
public sealed record Passage(ArticleSpan From, ArticleSpan To, double Similarity, IReadOnlyList<string> Changed);
