namespace Stemma.Corpus.Reuse;

/// <summary>Which pages were changed after they came out, and which claims came, went or were worded anew in silence?</summary>
/// <remarks>
/// Articles of one address are versions of one page, in the order of their days, then of when an archive fetched them. Sentences are laid beside each other by the
/// passages the two share; what lies in none came or went. A function of the articles and the facts about pairs, in any order the same.
/// </remarks>
internal static class RevisionReader
{
    public static IReadOnlyList<Revision> Read(IReadOnlyList<ArticleFindings> articles, IReadOnlyList<PairFindings> pairs, IReadOnlyList<CaseStatement> statements)
    {
        var pages = Pages(articles);
        if (pages.Count == 0)
        {
            return [];
        }

        var versions = pages.SelectMany(p => p).Select(a => a.Article.Id).ToHashSet(StringComparer.Ordinal);
        var shared = pairs.Where(p => versions.Contains(p.First) && versions.Contains(p.Second)).ToDictionary(p => (p.First, p.Second), p => p.Passages);
        var said = statements.Where(s => versions.Contains(s.Article)).ToLookup(s => s.Article, StringComparer.Ordinal);
        return [.. pages.SelectMany(page => Enumerable.Range(1, page.Count - 1).Select(i =>
        {
            var (before, after) = (page[i - 1], page[i]);
            return new Revision(after.Article.Id, before.Article.Id, page[0].Article.Id, i + 1, Edits(before, after, Links(before.Article.Id, after.Article.Id, shared), said));
        }))];
    }

    // Pages of which there are several versions, the first version first.
    private static List<List<ArticleFindings>> Pages(IReadOnlyList<ArticleFindings> articles) =>
        [.. articles
            .Select(a => (Article: a, Address: PageAddress.Of(a.Article.Url)))
            .Where(a => a.Address is not null)
            .GroupBy(a => a.Address!, StringComparer.Ordinal)
            .Where(g => g.Count() > 1)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Select(a => a.Article)
                .OrderBy(a => a.Published?.Moment.Earliest ?? DateOnly.MaxValue)
                .ThenBy(a => a.Article.Fetched ?? "", StringComparer.Ordinal)
                .ThenBy(a => a.Article.Id, StringComparer.Ordinal).ToList())];

    private static List<(TextSpan Before, TextSpan After)> Links(string before, string after, Dictionary<(string, string), IReadOnlyList<Passage>> shared) =>
        shared.TryGetValue((before, after), out var passages) ? [.. passages.SelectMany(p => p.From.Span.Zip(p.To.Span))]
        : shared.TryGetValue((after, before), out passages) ? [.. passages.SelectMany(p => p.To.Span.Zip(p.From.Span))]
        : [];

    private static List<Edit> Edits(ArticleFindings before, ArticleFindings after, List<(TextSpan Before, TextSpan After)> links, ILookup<string, CaseStatement> said)
    {
        var (old, now) = (Wording.Of(before), Wording.Of(after));
        var edits = new List<(double Place, Edit Edit)>();
        foreach (var (was, become) in links.Distinct())
        {
            if (!Wording.Same(old.Within(was), now.Within(become)))
            {
                var (words, claims) = Changes.Between([become], after, [was], before);
                edits.Add((become.Begin, new(EditKind.Reworded, Place(before, was), Place(after, become), [.. words, .. claims], Claims(before, was), Claims(after, become))));
            }
        }

        foreach (var sentence in now.Sentences.Where(s => !links.Exists(l => l.After.Overlaps(s.Span))))
        {
            edits.Add((sentence.Span.Begin, new(EditKind.Added, null, Place(after, sentence.Span), [], [], Claims(after, sentence.Span))));
        }

        foreach (var sentence in old.Sentences.Where(s => !links.Exists(l => l.Before.Overlaps(s.Span))))
        {
            // Right behind what stood before it.
            var previous = links.Where(l => l.Before.Begin < sentence.Span.Begin).OrderBy(l => l.Before.Begin).Select(l => (double)l.After.End).LastOrDefault();
            edits.Add((previous - 0.5, new(EditKind.Dropped, Place(before, sentence.Span), null, [], Claims(before, sentence.Span), [])));
        }

        return [.. edits.OrderBy(e => e.Place).ThenBy(e => e.Edit.Before?.Span.Hull.Begin ?? -1).Select(e => e.Edit)];

        IReadOnlyList<string> Claims(ArticleFindings article, TextSpan sentence) =>
            [.. said[article.Article.Id].Where(s => s.Statement.Content.Concat(s.Statement.Cue).Any(c => c.Overlaps(sentence))).Select(s => s.Statement.Id)];
    }

    private static ArticleSpan Place(ArticleFindings article, TextSpan span) => new(article.Article.Id, [span]);
}
