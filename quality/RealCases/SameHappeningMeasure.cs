using System.Globalization;

namespace Stemma.Quality.RealCases;

/// <summary>Of the places of real events that were put into one happening: how many tell one thing? And do the rows that say how it came about say it of that happening?</summary>
/// <remarks>
/// Judged by us, place by place (happenings.tsv): each has the name of what it tells, so every two of a case are judged. A place that nothing is read at any more stands alone.
/// A happening of the reader is what most judged places in it tell. A row of how that nobody has read counts neither way and is told as unjudged.
/// With STEMMA_ERRORS=1 what is wrongly together, wrongly apart, and every unjudged row are printed with their words, of "tune" only; STEMMA_CASES=name,name takes some cases alone.
/// </remarks>
internal sealed class SameHappeningMeasure : IMeasure
{
    private const string Alone = "-", None = "none";

    private const int Around = 60;

    public string Name => "incidents";

    public IReadOnlyList<Figure> Measure(string? data, string repository)
    {
        var judged = RealCase.Table(Path.Combine(repository, "quality", "RealCases", "happenings.tsv")).Select(Judged.Of).ToLookup(j => j.Case, StringComparer.Ordinal);
        if (RealCase.Asked(data, repository, judged.Contains) is not { } cases)
        {
            return [];
        }

        var counts = cases.Select(c => Count(c, [.. judged[c.Name]])).ToList();
        var figures = new List<Figure>();
        foreach (var half in counts.GroupBy(c => c.Half, StringComparer.Ordinal).OrderByDescending(h => h.Key, StringComparer.Ordinal))
        {
            var (together, one, both) = (half.Sum(c => c.Together), half.Sum(c => c.One), half.Sum(c => c.Both));
            figures.Add(new($"incidents.{half.Key}.P", Share(both, together), $"{both} of {together} pairs put together tell one happening"));
            figures.Add(new($"incidents.{half.Key}.R", Share(both, one), $"{both} of {one} pairs of one happening are together"));
            var (p, r) = (half.Sum(c => c.Precision) / half.Sum(c => c.Places), half.Sum(c => c.Recall) / half.Sum(c => c.Places));
            figures.Add(new($"incidents.{half.Key}.B3", 100 * 2 * p * r / (p + r), string.Create(CultureInfo.InvariantCulture, $"P {100 * p:F1} R {100 * r:F1}, {half.Sum(c => c.Places)} places of {half.Count()} cases")));
            var (right, wrong) = (half.Sum(c => c.Right), half.Sum(c => c.Wrong));
            figures.Add(new($"incidents.{half.Key}.how.P", Share(right, right + wrong), string.Create(CultureInfo.InvariantCulture, $"{right} rows right, {wrong} wrong, {half.Sum(c => c.Unjudged)} unjudged")));
            figures.Add(new($"incidents.{half.Key}.how.right", right));
        }

        return figures;
    }

    private static double Share(int part, int all) => all == 0 ? 100 : 100.0 * part / all;

    private static Counts Count(RealCase one, IReadOnlyList<Judged> judged)
    {
        var told = new HappeningsTold(one);
        var places = judged.Where(j => !j.How).Select(j => (Place: j, Events: told.Of(j.At))).ToList();
        var rows = told.Rows.Select(r => (Row: r, Judged: judged.FirstOrDefault(j => j.How && j.At.Is(r.At)))).ToList();
        var named = places.SelectMany(p => p.Events.Select(e => (Event: e, p.Place.Happening))).Where(p => p.Happening != Alone)
            .Concat(rows.Where(r => r.Judged is { } j && j.Happening != None).Select(r => (r.Row.Event, r.Judged!.Happening)))
            .GroupBy(p => p.Event, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.CountBy(p => p.Happening, StringComparer.Ordinal).OrderByDescending(h => h.Value).ThenBy(h => h.Key, StringComparer.Ordinal).First().Key, StringComparer.Ordinal);
        var counts = new Counts(judged[0].Half, places.Count);
        var (precision, recall) = (0.0, 0.0);
        foreach (var (place, events) in places)
        {
            var with = places.Where(o => ReferenceEquals(o.Place, place) || o.Events.Overlaps(events)).ToList();
            var same = places.Where(o => place.IsOneWith(o.Place)).ToList();
            precision += (double)with.Count(o => place.IsOneWith(o.Place)) / with.Count;
            recall += (double)same.Count(o => ReferenceEquals(o.Place, place) || o.Events.Overlaps(events)) / same.Count;
        }

        counts = counts with { Precision = precision, Recall = recall };
        for (var i = 0; i < places.Count; i++)
        {
            for (var k = i + 1; k < places.Count; k++)
            {
                var (together, same) = (places[i].Events.Overlaps(places[k].Events), places[i].Place.IsOneWith(places[k].Place));
                counts = counts with { Together = counts.Together + (together ? 1 : 0), One = counts.One + (same ? 1 : 0), Both = counts.Both + (together && same ? 1 : 0) };
                if (together != same)
                {
                    Tell(one, judged[0], $"{(together ? "wrongly together" : "wrongly apart")}\n  {places[i].Place.Happening} ({string.Join(",", places[i].Events)}) {places[i].Place.At.Article}: {told.Words(places[i].Place.At, Around)}\n  {places[k].Place.Happening} ({string.Join(",", places[k].Events)}) {places[k].Place.At.Article}: {told.Words(places[k].Place.At, Around)}");
                }
            }
        }

        foreach (var (row, read) in rows)
        {
            var happening = named.GetValueOrDefault(row.Event);
            counts = read is null ? counts with { Unjudged = counts.Unjudged + 1 } : read.Happening != None && read.Happening == happening ? counts with { Right = counts.Right + 1 } : counts with { Wrong = counts.Wrong + 1 };
            if (read is null || read.Happening == None || read.Happening != happening)
            {
                Tell(one, judged[0], $"how {(read is null ? "?" : $"wrong: {read.Happening}")} under {happening} ({told.Event(row.Event).Kind} {row.Event})\t{row.At.Article}\t{row.At.Span.Begin}\t{row.At.Span.End}\n  {told.Words(row.At, Around)}");
            }
        }

        return counts;
    }

    private static void Tell(RealCase one, Judged judged, string words)
    {
        if (Environment.GetEnvironmentVariable("STEMMA_ERRORS") == "1" && (judged.Half != "held" || words.StartsWith("how ?", StringComparison.Ordinal)))
        {
            Console.WriteLine($"\n{one.Name}\t{words}");
        }
    }

    private sealed record Counts(string Half, int Places)
    {
        public double Precision { get; init; }

        public double Recall { get; init; }

        public int Together { get; init; }

        public int One { get; init; }

        public int Both { get; init; }

        public int Right { get; init; }

        public int Wrong { get; init; }

        public int Unjudged { get; init; }
    }

    private sealed record Judged(string Case, string Half, bool How, PassageAt At, string Happening)
    {
        public static Judged Of(string[] row) => new(row[0], row[1], row[2] == "how", PassageAt.Of(row[3], row[4], row[5]), row[6]);

        public bool IsOneWith(Judged other) => ReferenceEquals(this, other) || (Happening == other.Happening && Happening != Alone);
    }
}
