using Stemma.Words;

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

            foreach (var via in s.Statement.Via.Where(v => !IsOfAnother(article.Article.Text, v.Span)))
            {
                Add(via.Name, "by way of", via.Span);
            }

            if (!s.Statement.Source.IsEmpty)
            {
                var source = s.Statement.Actor is { } actor && names.TryGetValue(actor, out var name) ? name : s.Statement.Source.Of(article.Article.Text);
                Add(source, RestsOnSource(article.Article.Text, s.Statement) ? Hand(s.Statement.Evidence.Basis) : s.Statement.Via.Count > 0 ? "told" : "quotes", [.. s.Statement.Source.Concat(s.Statement.Cue).Order()]);
            }

            // "the report found": who says it and what it rests on are one hand.
            if (s.Statement.Evidence is { By: { } by } evidence && !RestsOnSource(article.Article.Text, s.Statement))
            {
                Add(by, Hand(evidence.Basis), evidence.Span);
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

    private static bool RestsOnSource(string text, Statement s) =>
        s.Evidence is { By: { } by } evidence && (evidence.Span.Overlaps(s.Source) || SameWords(by, s.Source.Of(text)));

    private static string Hand(EvidenceBasis basis) => basis switch { EvidenceBasis.Document => "cites a document", EvidenceBasis.Told => "was told by", EvidenceBasis.Witnessed => "witnessed", _ => "rests on" };

    // "referring to the minister's remarks on Harbour Radio": somebody else's words came that way.
    private static bool IsOfAnother(string text, Spans via)
    {
        const int Reach = 5;
        if (via.IsEmpty)
        {
            return false;
        }

        var before = PlainWords.Of(text[Math.Max(0, via.Hull.Begin - MostBefore)..via.Hull.Begin]).TakeLast(Reach).Select(w => w.Lower).ToList();
        var noun = before.FindLastIndex(w => ClaimWords.Is("others-words", w));
        return noun > 0 && (before[noun - 1].EndsWith("'s", StringComparison.Ordinal) || before[noun - 1].EndsWith("s'", StringComparison.Ordinal)) && before.Count - noun <= Reach - 2;
    }

    // Letters that hold the few words before a name.
    private const int MostBefore = 60;

    private static bool SameWords(string one, string other) => Told(one).SequenceEqual(Told(other));

    private static IEnumerable<string> Told(string words) => PlainWords.Of(words).Select(w => w.Lower).Where(w => w is not ("the" or "a" or "an"));
}
