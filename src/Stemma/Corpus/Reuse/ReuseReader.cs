namespace Stemma.Corpus.Reuse;

/// <summary>Who took which words from whom, in a whole case?</summary>
/// <remarks>
/// The table of contents of this room's second half: the shared passages of all pairs in; furniture out, families, parents, hops, origins and what
/// changed on the way. A function of the two sets, in any order the same.
/// </remarks>
internal static class ReuseReader
{
    public static ReuseReading Read(IReadOnlyList<ArticleFindings> articles, IReadOnlyList<PairFindings> pairs, IReadOnlyList<SetParent> parents)
    {
        var kept = articles.OrderBy(a => a.Article.Id, StringComparer.Ordinal).ToList();
        var byId = kept.ToDictionary(a => a.Article.Id, StringComparer.Ordinal);
        var wordings = new Dictionary<string, Wording>(StringComparer.Ordinal);
        Wording WordingOf(string id) => wordings.TryGetValue(id, out var known) ? known : wordings[id] = Wording.Of(byId[id]);

        var shared = pairs
            .Where(p => p.Passages.Count > 0 && byId.ContainsKey(p.First) && byId.ContainsKey(p.Second))
            .OrderBy(p => p.First, StringComparer.Ordinal).ThenBy(p => p.Second, StringComparer.Ordinal).ToList();
        shared = Crowds.SetAside(shared, kept, WordingOf);
        var lines = new HouseLines(kept.Select(a => a.Article.Outlet).OfType<string>(), shared, id => byId[id], WordingOf);
        shared = [.. shared.Select(p => Without(p, lines, byId, WordingOf)).Where(p => p.Passages.Count > 0)];

        var families = Families.Of(kept, shared, WordingOf, parents);
        return new(
            [.. shared.SelectMany(p => Laid(p, families, byId, WordingOf))],
            Hops.Of(kept, families),
            Origins.Of(kept, families));
    }

    private static PairFindings Without(PairFindings pair, HouseLines lines, Dictionary<string, ArticleFindings> articles, Func<string, Wording> wording)
    {
        var (outletA, outletB) = (articles[pair.First].Article.Outlet, articles[pair.Second].Article.Outlet);
        var (a, b) = (wording(pair.First), wording(pair.Second));
        bool IsFurniture(TextSpan inA, TextSpan inB) =>
            (lines.Has(outletA, a.MarkAt(inA)) && lines.Has(outletB, b.MarkAt(inB)))
            || (lines.IsCredit(a.Within(inA)) && lines.IsCredit(b.Within(inB)));
        return pair with
        {
            Passages = [.. pair.Passages.Select(p =>
            {
                var left = p.From.Span.Zip(p.To.Span).Where(s => !IsFurniture(s.First, s.Second)).ToList();
                return left.Count == p.From.Span.Count ? p : p with
                {
                    From = p.From with { Span = [.. left.Select(s => s.First)] },
                    To = p.To with { Span = [.. left.Select(s => s.Second)] },
                };
            }).Where(p => !p.From.Span.IsEmpty)],
        };
    }

    // From the article that took to the one that had; what changed; neighbouring sentences drawn together.
    private static IEnumerable<Passage> Laid(PairFindings pair, Families families, Dictionary<string, ArticleFindings> articles, Func<string, Wording> wording)
    {
        // Nothing is lost on the way where there was none: two reporters may word one thing with and without a hedge.
        var turned = families.IsBefore(pair.First, pair.Second);
        var kin = families.AreKin(pair.First, pair.Second);
        var (child, parent) = turned ? (articles[pair.Second], articles[pair.First]) : (articles[pair.First], articles[pair.Second]);
        var left = kin && families.ParentsOf(child.Article.Id).Any(s => s.Parent == parent.Article.Id)
            ? VoiceChanges.DenialsLeft(child, parent, wording(parent.Article.Id), [.. pair.Passages.SelectMany(p => turned ? p.From.Span : p.To.Span)]).ToList()
            : [];
        foreach (var passage in pair.Passages)
        {
            var (from, to) = turned ? (passage.To, passage.From) : (passage.From, passage.To);
            var (changed, claims) = kin ? Changes.Between(from.Span, child, to.Span, parent) : ([], []);
            yield return Changes.DrawnTogether(from, child.Article.Text, to, parent.Article.Text) with
            {
                Similarity = passage.Similarity,
                Changed = changed,
                Claims = [.. claims, .. left.Where(d => to.Span.Any(s => s.Overlaps(d.Beside))).Select(d => d.Change).Distinct()],
            };
        }
    }
}

internal sealed record ReuseReading(IReadOnlyList<Passage> Passages, IReadOnlyList<Hop> Hops, IReadOnlyList<Origin> Origins);
