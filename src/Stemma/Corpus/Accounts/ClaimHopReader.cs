namespace Stemma.Corpus.Accounts;

/// <summary>Through whose hands did one claim come to the reader? Outlet, agency, spokesperson, witness or document, each with its words.</summary>
public static class ClaimHopReader
{
    public static IReadOnlyList<ClaimHop> Read(IReadOnlyList<ArticleFindings> articles, IReadOnlyList<CaseStatement> statements, IReadOnlyList<CaseActor> actors)
    {
        var byId = articles.ToDictionary(a => a.Article.Id, StringComparer.Ordinal);
        var names = actors.ToDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal);
        var hops = new List<ClaimHop>();
        foreach (var s in statements.Where(s => s.Statement.Voice == Voice.Reported))
        {
            var article = byId[s.Article];
            var (from, order) = (article.Article.Outlet ?? s.Article, 1);

            // The article's own chain first: from the outlet that printed it to the one it came from.
            foreach (var link in article.Chain.Where(l => l.Relation != ChainRelation.Quotes))
            {
                Add(link.Outlet, link.Relation == ChainRelation.Credits ? "credits" : "taken from", link.Span);
            }

            foreach (var via in s.Statement.Via)
            {
                Add(via.Name, "by way of", via.Span);
            }

            if (!s.Statement.Source.IsEmpty)
            {
                var source = s.Statement.Actor is { } actor && names.TryGetValue(actor, out var name) ? name : s.Statement.Source.Of(article.Article.Text);
                Add(source, s.Statement.Via.Count > 0 ? "told" : "quotes", [.. s.Statement.Source.Concat(s.Statement.Cue).Order()]);
            }

            if (s.Statement.Evidence is { By: { } by } evidence)
            {
                Add(by, evidence.Basis switch { EvidenceBasis.Document => "cites a document", EvidenceBasis.Told => "was told by", EvidenceBasis.Witnessed => "witnessed", _ => "rests on" }, evidence.Span);
            }

            void Add(string to, string relation, Spans words)
            {
                if (to != from)
                {
                    hops.Add(new(s.Statement.Id, order++, from, to, relation, words.IsEmpty ? [] : [new(s.Article, words)]));
                    from = to;
                }
            }
        }

        return hops;
    }
}
