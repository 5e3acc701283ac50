using System.Globalization;
using Stemma.Web.Pages;

namespace Stemma.Web.Pictures;

/// <summary>Draws three lanes of days: when things happened, when they were said, when they were published.</summary>
internal static class TimelinePicture
{
    /// <param name="Disputed">What is told of one happening (or in one dispute) with different days has the same word here; null where no day is disputed.</param>
    public sealed record Mark(Moment Moment, string Lane, string Label, string Words, string Link, bool Vote, string? Disputed = null);

    public static readonly IReadOnlyList<string> Lanes = ["happened", "said", "published"];

    // Of a day, where few are shown; where more are, so much that all of them stand on one screen.
    private const double DayWidth = 26, LeastDayWidth = 9, ScreenWidth = 1060;
    private const double RowHeight = 20;
    private const double Left = 90;
    private const double LetterWidth = 7.2;

    // A bar longer than this is named inside, where it begins: its end may lie beyond the screen.
    private const double LongBar = 260;

    // Labels of days nearer to each other would run into one.
    private const double LabelWidth = 62;

    // Days further from the one looked at than this are told in the table, not drawn: history would press the week of the event into a dot.
    private const int DrawnDays = 45;

    // In one lane alone each mark has its row, up to a screenful or two; else those of one day are one bar with their number.
    private const int MostRows = 120;

    public static IReadOnlyList<Mark> Marks(Case all)
    {
        var marks = new List<Mark>();
        var whens = all.Reading.Accounts.Where(a => a.Slot == Slot.When && Edtf.IsDate(a.Value)).ToLookup(a => a.Event);
        foreach (var e in all.Reading.Events)
        {
            var tellings = whens[e.Id].DistinctBy(a => a.Value).ToList();
            if (tellings.Count > 1)
            {
                // Each voice's day for itself, one over the other.
                marks.AddRange(tellings.Select(a => new Mark(Edtf.Parse(a.Value), "happened", $"{e.Kind}: {string.Join(", ", a.Voices.Take(3).Select(all.NameOf))}{(a.Voices.Count > 3 ? " …" : "")}", Told(all, e), Say.Link("/ledger", ("account", a.Id)), e.Vote is not null, e.Id)));
            }
            else if (e.Date?.Earliest is not null)
            {
                marks.Add(new Mark(e.Date, "happened", e.Kind, Told(all, e), e.Mentions.Count == 0 ? $"/accounts/{e.Id}" : Say.Article(e.Mentions[0].Article), e.Vote is not null));
            }
        }

        marks.AddRange(DisputedDays(all, whens));
        foreach (var s in all.Reading.Statements.Where(s => s.State != StatementState.Rejected && s.Statement.Said?.Moment.Earliest is not null))
        {
            marks.Add(new Mark(s.Statement.Said!.Moment, "said", $"{all.NameOf(s.Statement.Actor)} {Say.Act(s.Statement.Act)}", s.Statement.Content.Of(all.Article(s.Article).Article.Text), Say.Words(s), s.Statement.Act is Act.Vote or Act.Veto));
        }

        foreach (var a in all.Articles.Where(a => a.Published?.Moment.Earliest is not null))
        {
            marks.Add(new Mark(a.Published!.Moment, "published", all.OutletOf(a.Article.Id), a.Article.Title ?? Say.Short(a.Article.Text, 80), Say.Article(a.Article.Id), false));
        }

        // What is only "then or later" says little of when; it comes last.
        return [.. marks.Where(m => m.Moment.Earliest is not null).OrderBy(m => m.Moment.Latest is null).ThenBy(m => m.Moment.Earliest).ThenBy(m => m.Lane, StringComparer.Ordinal).ThenBy(m => m.Label, StringComparer.Ordinal).ThenBy(m => m.Link, StringComparer.Ordinal)];
    }

    /// <summary>The day that is looked at where nobody says another: the middle of those on which was published.</summary>
    public static DateOnly? Middle(IReadOnlyList<Mark> marks)
    {
        var known = marks.Where(m => Overview.Known(m.Moment)).ToList();
        var days = known.Where(m => m.Lane == "published").Select(m => m.Moment.Earliest!.Value).Order().ToList();
        return days.Count > 0 ? days[days.Count / 2] : known.Count > 0 ? known[^1].Moment.Earliest : marks.Count > 0 ? marks[^1].Moment.Earliest : null;
    }

    /// <summary>How many days are drawn on each side of the one looked at.</summary>
    public static int Reach(int zoom) => Math.Max(4, DrawnDays / Math.Max(1, zoom));

    public static string Draw(IReadOnlyList<Mark> marks, int zoom, DateOnly middle, bool alone)
    {
        var reach = Reach(zoom);
        var near = marks.Where(m => m.Moment.Earliest <= middle.AddDays(reach) && (m.Moment.Latest ?? m.Moment.Earliest) >= middle.AddDays(-reach)).ToList();
        if (near.Count == 0)
        {
            return "<p>Nothing is told of these days.</p>";
        }

        var first = Max(near.Min(m => m.Moment.Earliest!.Value), middle.AddDays(-reach)).AddDays(-1);
        var last = near.Max(m => Min(m.Moment.Latest ?? m.Moment.Earliest!.Value, middle.AddDays(reach))).AddDays(1);
        var width = Math.Clamp(ScreenWidth / (last.DayNumber - first.DayNumber + 1), LeastDayWidth, DayWidth) * Math.Max(1, zoom);
        var (svg, y, most) = (new Svg(), 34.0, 0.0);
        foreach (var lane in Lanes)
        {
            var bars = Bars([.. near.Where(m => m.Lane == lane)], alone);
            if (bars.Count == 0)
            {
                continue;
            }

            svg.Text(8, y + 14, lane);
            var rows = new List<double>();
            foreach (var (mark, count) in bars)
            {
                var begin = X(Max(mark.Moment.Earliest!.Value, first));
                var end = X(Min(mark.Moment.Latest ?? mark.Moment.Earliest.Value, last).AddDays(1));
                var label = count == 1 ? mark.Label : $"{mark.Label} and {(count - 1).ToString(CultureInfo.InvariantCulture)} more";
                var fitted = count == 1 ? Svg.Fit(label, 220) : Svg.Fit(mark.Label, 150) + label[mark.Label.Length..];
                var inside = end - begin > LongBar;

                // Tellings of one happening stand one over the other, each in a row of its own.
                var free = mark.Disputed is null ? rows.FindIndex(r => r <= begin) : -1;
                free = free < 0 ? rows.Count : free;
                if (free == rows.Count)
                {
                    rows.Add(0);
                }

                var reaches = inside ? end : end + (fitted.Length * LetterWidth) + 14;
                rows[free] = mark.Disputed is null ? reaches : double.MaxValue;
                most = Math.Max(most, reaches);
                var at = y + (free * RowHeight) + 9;
                svg.Link(count == 1 ? mark.Link : Say.Link("/timeline", ("lane", lane), ("on", mark.Moment.Edtf)) + "#table", $"{Say.Day(mark.Moment)}: {label}");
                if (mark.Vote)
                {
                    svg.Diamond((begin + end) / 2, at, 7, "bar vote");
                }
                else
                {
                    svg.Box(begin + 1, at - (inside ? 8 : 6), Math.Max(6, end - begin - 2), inside ? 16 : 12, mark.Disputed is null ? "bar" : "bar disputed");
                }

                svg.Text(inside ? begin + 8 : end + 5, at + (inside ? 4 : 5), fitted, inside && mark.Disputed is null && !mark.Vote ? "inside" : "soft").EndLink();
            }

            y += (rows.Count * RowHeight) + 16;
            svg.Line(0, y - 6, Math.Max(X(last.AddDays(1)), most), y - 6, "grid");
        }

        // The year is told once, and again where another begins.
        var (written, year) = (double.MinValue, 0);
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if ((width >= DayWidth || day.DayOfWeek == DayOfWeek.Monday) && X(day) >= written)
            {
                svg.Line(X(day), 22, X(day), y - 6, "grid").Text(X(day) + 2, 16, day.ToString(day.Year == year ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture), "soft");
                written = X(day) + (day.Year == year ? LabelWidth : LabelWidth * 1.6);
                year = day.Year;
            }
        }

        return svg.Picture(Math.Max(X(last.AddDays(1)) + 10, most), y + 4, "Timeline; the same as a table below");

        double X(DateOnly day) => Left + ((day.DayNumber - first.DayNumber) * width);
    }

    private static List<(Mark Mark, int Count)> Bars(List<Mark> marks, bool alone) =>
    [
        .. (alone && marks.Count <= MostRows
            ? marks.Select(m => (Mark: m, Count: 1))
            : marks.GroupBy(m => (m.Moment.Edtf, m.Disputed, m.Vote, Each: m.Disputed is null ? "" : m.Label)).Select(g => (Mark: g.First(), Count: g.Count())))
            .OrderBy(b => b.Mark.Disputed is null ? 1 : 0).ThenBy(b => b.Mark.Disputed, StringComparer.Ordinal).ThenBy(b => b.Mark.Moment.Earliest).ThenBy(b => b.Mark.Label, StringComparer.Ordinal),
    ];

    // One thing told of two days: each side with its own, where no one happening was made of them. Whatever one statement is held against stands together.
    private static IEnumerable<Mark> DisputedDays(Case all, ILookup<string, Account> whens)
    {
        var (stack, marks) = (new Dictionary<string, string>(), new HashSet<Mark>());
        foreach (var d in all.Reading.Disputes.Where(d => d.Slot == Slot.When && d.Relation != DisputeRelation.Compatible && d.Confidence >= Desk.ShownFrom && d.Spans.Count == 2 && d.Statements.Count == 2).OrderBy(d => d.Id, StringComparer.Ordinal))
        {
            var sides = d.Spans.Select((words, n) => (Words: words, Statement: all.Statement(d.Statements[n]), Day: DayIn(all, words))).ToList();
            if (sides.Exists(s => s.Statement is null || s.Day is null) || sides[0].Day!.Equals(sides[1].Day))
            {
                continue;
            }

            // The happening stands there with both days already.
            if (d.Event is { } home && sides.TrueForAll(s => whens[home].Any(a => a.Value == s.Day!.Edtf)))
            {
                continue;
            }

            var (one, other) = (stack.GetValueOrDefault(d.Statements[0]), stack.GetValueOrDefault(d.Statements[1]));
            var here = one ?? other ?? d.Id;
            if (one is not null && other is not null && one != other)
            {
                foreach (var joined in stack.Where(s => s.Value == other).Select(s => s.Key).ToList())
                {
                    stack[joined] = here;
                }
            }

            (stack[d.Statements[0]], stack[d.Statements[1]]) = (here, here);
            foreach (var side in sides)
            {
                marks.Add(new Mark(side.Day!, "happened", Views.StatementsView.SpeakerOf(all, side.Statement!), all.Words(side.Words), Say.Words(side.Statement!), false, side.Statement!.Statement.Id));
            }
        }

        return marks.Select(m => m with { Disputed = stack[m.Disputed!] }).OrderBy(m => m.Disputed, StringComparer.Ordinal).ThenBy(m => m.Link, StringComparer.Ordinal);
    }

    // The first day told in these words.
    private static Moment? DayIn(Case all, ArticleSpan words) =>
        all.Article(words.Article).Dates.Where(d => d.Type == TimexType.Date && d.Moment?.Earliest is not null && words.Span.Overlaps(d.Span)).OrderBy(d => d.Span.Hull.Begin).FirstOrDefault()?.Moment;

    private static string Told(Case all, CaseEvent e) => e.Mentions.Count > 0 ? e.Mentions[0].Span.Of(all.Article(e.Mentions[0].Article).Article.Text) : e.Why;

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;
}
