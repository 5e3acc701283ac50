namespace Stemma.Web;

/// <summary>An article's text cut where a role begins or ends, so that a page can mark who says what without changing a letter.</summary>
public static class MarkedText
{
    /// <param name="Roles">"source", "cue", "content", "hedge", "evidence": those that hold for every letter of it, in that order.</param>
    /// <param name="Statements">Statements it belongs to.</param>
    /// <param name="Begins">Statements whose first word it holds.</param>
    public sealed record Piece(string Text, int Begin, string Roles, string Statements, IReadOnlyList<string> Begins, FurnitureKind? Furniture);

    private static readonly string[] Order = ["source", "cue", "content", "hedge", "evidence"];

    public static IReadOnlyList<Piece> Of(ArticleFindings article, IReadOnlyList<CaseStatement> statements)
    {
        var text = article.Article.Text;
        var marks = new List<(TextSpan Span, int Role, string Statement)>();
        var begins = new Dictionary<int, List<string>>();
        foreach (var (statement, id) in statements.Select(s => (s.Statement, s.Statement.Id)))
        {
            Add(statement.Source, 0, id);
            Add(statement.Cue, 1, id);
            Add(statement.Content, 2, id);
            foreach (var hedge in statement.Hedges)
            {
                Add(hedge.Span, 3, id);
            }

            Add(statement.Evidence.Span, 4, id);
            var first = statement.Source.Concat(statement.Cue).Concat(statement.Content).Select(s => s.Begin).DefaultIfEmpty(0).Min();
            (begins.TryGetValue(first, out var list) ? list : begins[first] = []).Add(id);
        }

        var furniture = article.Furniture.SelectMany(f => f.Span.Select(s => (Span: s, f.Kind))).OrderBy(f => f.Span).ToList();
        var cuts = new SortedSet<int> { 0, text.Length };
        cuts.UnionWith(marks.SelectMany(m => new[] { m.Span.Begin, m.Span.End }));
        cuts.UnionWith(furniture.SelectMany(f => new[] { f.Span.Begin, f.Span.End }));
        cuts.UnionWith(begins.Keys);

        marks.Sort((a, b) => a.Span.CompareTo(b.Span));
        var pieces = new List<Piece>();
        var open = new List<(TextSpan Span, int Role, string Statement)>();
        var (next, furnished) = (0, 0);
        var edges = cuts.Where(c => c >= 0 && c <= text.Length).ToList();
        for (var i = 0; i + 1 < edges.Count; i++)
        {
            var (begin, end) = (edges[i], edges[i + 1]);
            open.RemoveAll(m => m.Span.End <= begin);
            while (next < marks.Count && marks[next].Span.Begin <= begin)
            {
                open.Add(marks[next++]);
            }

            while (furnished < furniture.Count && furniture[furnished].Span.End <= begin)
            {
                furnished++;
            }

            pieces.Add(new Piece(
                text[begin..end],
                begin,
                string.Join(' ', open.Select(m => m.Role).Distinct().Order().Select(r => Order[r])),
                string.Join(' ', open.Select(m => m.Statement).Distinct().Order(StringComparer.Ordinal)),
                begins.TryGetValue(begin, out var ids) ? ids : [],
                furnished < furniture.Count && furniture[furnished].Span.Begin <= begin ? furniture[furnished].Kind : null));
        }

        return pieces;

        void Add(Spans spans, int role, string id)
        {
            foreach (var span in spans.Where(s => !s.IsEmpty))
            {
                marks.Add((span, role, id));
            }
        }
    }
}
