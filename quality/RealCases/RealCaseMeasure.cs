using System.Globalization;

namespace Stemma.Quality.RealCases;

/// <summary>Of the disputes that are shown of real events, as many outlets told them: how many would a strict editor trust, and which would he miss?</summary>
/// <remarks>
/// Judged by us, passage by passage (judged.tsv). A shown dispute that nobody has read yet counts neither way and is told as unjudged: read it before a figure is believed.
/// With STEMMA_ERRORS=1 every shown dispute is printed with its speakers and words; STEMMA_CASES=name,name takes some cases alone, STEMMA_TEXTS=folder writes their readable texts there, for whoever judges.
/// </remarks>
internal sealed class RealCaseMeasure : IMeasure
{
    private const double Shown = 0.5;

    public string Name => "cases";

    public IReadOnlyList<Figure> Measure(string? data, string repository)
    {
        if (RealCase.Asked(data, repository) is not { } cases)
        {
            return [];
        }

        var judgements = new Judgements(repository);
        var counts = cases.Select(c => Count(c, judgements)).ToList();
        var figures = new List<Figure>();
        foreach (var half in counts.GroupBy(c => c.Half, StringComparer.Ordinal))
        {
            figures.AddRange(half.Select(c => new Figure($"cases.{c.Half}.{c.Case}", Share(c.Right, c.Right + c.Wrong), c.ToString())));
            var (right, wrong, found, wanted) = (half.Sum(c => c.Right), half.Sum(c => c.Wrong), half.Sum(c => c.Found), half.Sum(c => c.Wanted));
            figures.Add(new($"cases.{half.Key}.P", Share(right, right + wrong), string.Create(CultureInfo.InvariantCulture, $"{right} right, {wrong} wrong, {half.Sum(c => c.Unjudged)} unjudged")));
            figures.Add(new($"cases.{half.Key}.right", right));
            if (wanted > 0)
            {
                figures.Add(new($"cases.{half.Key}.R", Share(found, wanted), $"{found} of {wanted} disputes an editor wants"));
            }
        }

        return figures;
    }

    private static double Share(int part, int all) => all == 0 ? 100 : 100.0 * part / all;

    private sealed record Counts(string Case, string Half, int Right, int Wrong, int Unjudged, int Found, int Wanted)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Right} right, {Wrong} wrong, {Unjudged} unjudged; {Found} of {Wanted} wanted");
    }

    private static Counts Count(RealCase one, Judgements judgements)
    {
        if (Environment.GetEnvironmentVariable("STEMMA_TEXTS") is { Length: > 0 } folder)
        {
            one.Articles.ToList().ForEach(a => File.WriteAllText(Path.Combine(folder, a.Article.Id + ".txt"), a.Article.Text));
        }

        var (right, wrong, unjudged, told) = (0, 0, 0, new SortedSet<string>(StringComparer.Ordinal));
        var number = one.Articles.Select((a, i) => (a.Article.Id, i + 1)).ToDictionary(p => p.Id, p => p.Item2, StringComparer.Ordinal);
        var names = one.Reading.Actors.ToDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal);
        var speakers = one.Reading.Statements.ToDictionary(s => s.Statement.Id, s => s.Statement.Actor is { } actor ? names.GetValueOrDefault(actor, "-") : "-", StringComparer.Ordinal);
        foreach (var dispute in one.Reading.Disputes.Where(d => d.Confidence >= Shown && d.Relation is DisputeRelation.Denies or DisputeRelation.Contradicts))
        {
            var places = dispute.Spans.Select(s => new PassageAt(number[s.Article], s.Span.Hull)).ToList();
            var verdict = judgements.Of(one.Name, places[0], places[1]);
            (right, wrong, unjudged) = verdict switch { true => (right + 1, wrong, unjudged), false => (right, wrong + 1, unjudged), null => (right, wrong, unjudged + 1) };
            var wanted = verdict == false ? [] : judgements.Told(one.Name, places[0], places[1]).ToList();
            told.UnionWith(wanted);
            if (Environment.GetEnvironmentVariable("STEMMA_ERRORS") == "1")
            {
                Console.WriteLine(FormattableString.Invariant($"\n{one.Name}\t{(verdict is { } v ? v ? "right" : "wrong" : "?")}\t{string.Join('\t', places.Select(p => FormattableString.Invariant($"{p.Article}\t{p.Span.Begin}\t{p.Span.End}")))}\t{dispute.Relation} {dispute.Slot} {dispute.Confidence:F2} {string.Join(",", wanted)}"));
                Console.WriteLine($"  {string.Join(" · ", dispute.Statements.Select(s => speakers.GetValueOrDefault(s, "-")))}: {dispute.Reason}");
                foreach (var p in places)
                {
                    var text = one.Articles[p.Article - 1].Article.Text;
                    Console.WriteLine($"  {p.Article}: {text[Math.Max(0, p.Span.Begin - 150)..p.Span.Begin].ReplaceLineEndings(" ")}[[{p.Span.Of(text).ReplaceLineEndings(" ")}]]{text[p.Span.End..Math.Min(text.Length, p.Span.End + 80)].ReplaceLineEndings(" ")}");
                }
            }
        }

        if (Environment.GetEnvironmentVariable("STEMMA_ERRORS") == "1")
        {
            Console.WriteLine($"{one.Name}: missed {string.Join(", ", judgements.Wanted(one.Name).Except(told))}");
        }

        return new(one.Name, one.Half, right, wrong, unjudged, told.Count, judgements.Wanted(one.Name).Count);
    }
}
