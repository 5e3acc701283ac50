using System.Globalization;
using Stemma.Web.Pages;

namespace Stemma.Web.Pictures;

/// <summary>Draws three lanes of days: when things happened, when they were said, when they were published.</summary>
internal static class TimelinePicture
{
    public sealed record Mark(Moment Moment, string Lane, string Label, string Words, string Link, bool Vote);

    private const double DayWidth = 26;
    private const double RowHeight = 20;
    private const double Left = 90;

    // Days further from the middle of the case than this are told in the table, not drawn: history would press the week of the event into a dot.
    private const int DrawnDays = 45;

    public static IReadOnlyList<Mark> Marks(Case all)
    {
        var marks = new List<Mark>();
        foreach (var e in all.Reading.Events.Where(e => e.Date?.Earliest is not null))
        {
            var first = e.Mentions.Count > 0 ? e.Mentions[0] : null;
            marks.Add(new Mark(
                e.Date!,
                "happened",
                e.Kind,
                first is null ? e.Why : first.Span.Of(all.Article(first.Article).Article.Text),
                first is null ? $"/accounts/{e.Id}" : Say.Article(first.Article),
                e.Vote is not null));
        }

        foreach (var s in all.Reading.Statements.Where(s => s.State != StatementState.Rejected && s.Statement.Said?.Moment.Earliest is not null))
        {
            marks.Add(new Mark(s.Statement.Said!.Moment, "said", $"{all.NameOf(s.Statement.Actor)} {Say.Act(s.Statement.Act)}", s.Statement.Content.Of(all.Article(s.Article).Article.Text), Say.Words(s), s.Statement.Act is Act.Vote or Act.Veto));
        }

        foreach (var a in all.Articles.Where(a => a.Published?.Moment.Earliest is not null))
        {
            marks.Add(new Mark(a.Published!.Moment, "published", all.OutletOf(a.Article.Id), a.Article.Title ?? Say.Short(a.Article.Text, 80), Say.Article(a.Article.Id), false));
        }

        return [.. marks.OrderBy(m => m.Moment.Earliest).ThenBy(m => m.Lane, StringComparer.Ordinal).ThenBy(m => m.Label, StringComparer.Ordinal).ThenBy(m => m.Link, StringComparer.Ordinal)];
    }

    public static string Draw(IReadOnlyList<Mark> marks, int zoom)
    {
        var drawable = marks.Where(m => m.Moment.Earliest is not null).ToList();
        if (drawable.Count == 0)
        {
            return "<p>No day is told.</p>";
        }

        var centre = drawable.Where(m => m.Lane == "published").Select(m => m.Moment.Earliest!.Value).DefaultIfEmpty(drawable[^1].Moment.Earliest!.Value).Order().ToList();
        var middle = centre[centre.Count / 2];
        var reach = Math.Max(4, DrawnDays / Math.Max(1, zoom));
        var near = drawable.Where(m => Math.Abs(m.Moment.Earliest!.Value.DayNumber - middle.DayNumber) <= reach).ToList();
        if (near.Count == 0)
        {
            return "<p>No day near the articles is told.</p>";
        }

        var first = near.Min(m => m.Moment.Earliest!.Value).AddDays(-1);
        var last = near.Max(m => Min(m.Moment.Latest ?? m.Moment.Earliest!.Value, middle.AddDays(reach))).AddDays(1);
        var width = DayWidth * Math.Max(1, zoom);
        var svg = new Svg();
        var y = 34.0;
        foreach (var lane in new[] { "happened", "said", "published" })
        {
            var laneMarks = near.Where(m => m.Lane == lane).ToList();
            if (laneMarks.Count == 0)
            {
                continue;
            }

            svg.Text(8, y + 14, lane);
            var rows = new List<double>();
            foreach (var day in laneMarks.GroupBy(m => m.Moment.Edtf).OrderBy(g => g.First().Moment.Earliest))
            {
                var mark = day.First();
                var begin = Left + ((mark.Moment.Earliest!.Value.DayNumber - first.DayNumber) * width);
                var end = Left + ((Min(mark.Moment.Latest ?? mark.Moment.Earliest.Value, last).DayNumber - first.DayNumber + 1) * width);
                var label = day.Count() == 1 ? mark.Label : $"{day.Count()} · {mark.Label}";
                var free = rows.FindIndex(r => r <= begin);
                free = free < 0 ? rows.Count : free;
                if (free == rows.Count)
                {
                    rows.Add(0);
                }

                var fitted = Svg.Fit(label, 200);
                rows[free] = end + (fitted.Length * 7.2) + 14;
                svg.Link(mark.Link, $"{mark.Moment.Edtf}: {label}").Box(begin + 1, y + (free * RowHeight) + 3, Math.Max(6, end - begin - 2), 12, mark.Vote ? "bar vote" : "bar").Text(end + 5, y + (free * RowHeight) + 14, fitted, "soft").EndLink();
            }

            y += (rows.Count * RowHeight) + 16;
            svg.Line(0, y - 6, Left + ((last.DayNumber - first.DayNumber + 1) * width) + 220, y - 6, "grid");
        }

        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (zoom > 1 || day.Day == 1 || day.DayOfWeek == DayOfWeek.Monday)
            {
                var x = Left + ((day.DayNumber - first.DayNumber) * width);
                svg.Line(x, 22, x, y - 6, "grid").Text(x + 2, 16, day.ToString("d MMM", CultureInfo.InvariantCulture), "soft");
            }
        }

        return svg.Picture(Left + ((last.DayNumber - first.DayNumber + 1) * width) + 230, y + 4, "Timeline; the same as a table below");
    }

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;
}
