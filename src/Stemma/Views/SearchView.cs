using Stemma.Ledger;

namespace Stemma.Views;

/// <summary>What a search found: statements first, then articles that hold the words elsewhere, with the words around.</summary>
public static class SearchView
{
    private const int Around = 60;

    public static Sheet Of(Case all, IReadOnlyList<Hit> hits, int width)
    {
        var rows = new List<IReadOnlyList<Bit>>();
        foreach (var hit in hits)
        {
            var statement = StatementOf(all, hit);
            var text = all.Article(hit.Article).Article.Text;
            rows.Add(
            [
                new Bit(statement?.Statement.Id ?? hit.Article, Tone.Quiet),
                new Bit(statement is null ? "in the article" : StatementsView.SpeakerOf(all, statement), Tone.Strong),
                new Bit(hit.Span.IsEmpty ? all.Article(hit.Article).Article.Title ?? "" : statement is null ? WordsAround(text, hit.Span.Hull) : hit.Span.Of(text), Tone.Words),
                new Bit(all.OutletOf(hit.Article), Tone.Quiet),
                new Bit(Say.Day(all.Article(hit.Article).Published?.Moment), Tone.Quiet),
            ]);
        }

        return new Sheet(width).Table(rows, indent: 0).Line(new Bit(hits.Count == 0 ? "nothing found" : $"{Say.Count(hits.Count, "place")}      stemma why ID", Tone.Quiet));
    }

    public static CaseStatement? StatementOf(Case all, Hit hit) =>
        hit.Statement is null ? null : all.Reading.Statements.FirstOrDefault(s => s.Article == hit.Article && s.Local == hit.Statement);

    private static string WordsAround(string text, TextSpan span)
    {
        var (begin, end) = (Math.Max(0, span.Begin - Around), Math.Min(text.Length, span.Begin + Around));
        begin += begin > 0 && char.IsLowSurrogate(text[begin]) ? 1 : 0;
        end -= end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
        return (begin > 0 ? "…" : "") + text[begin..end] + (end < text.Length ? "…" : "");
    }
}
