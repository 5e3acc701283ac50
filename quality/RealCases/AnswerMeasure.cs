using System.Globalization;

namespace Stemma.Quality.RealCases;

/// <summary>Of the lines that say who was accused of what and how they answered, in real events as many outlets told them: how many would a strict editor print, and how many does he miss?</summary>
/// <remarks>
/// Judged by us, line by line (answers.tsv). A line that nobody has read yet counts neither way and is told as unjudged. What he misses is known of the events that were read wholly (answers-wanted.tsv).
/// With STEMMA_ERRORS=1 every line is printed with its words and its row of the table, to be judged; STEMMA_CASES=name,name takes some cases alone.
/// </remarks>
internal sealed class AnswerMeasure : IMeasure
{
    private const string None = "-";

    // Words shown before and behind a statement, for whoever judges it.
    private const int Before = 160, Behind = 80;

    public string Name => "answers";

    public IReadOnlyList<Figure> Measure(string? data, string repository)
    {
        if (RealCase.Asked(data, repository) is not { } cases)
        {
            return [];
        }

        var rows = RealCase.Table(Path.Combine(repository, "quality", "RealCases", "answers.tsv")).Select(Judged.Of).ToList();
        var wanted = RealCase.Table(Path.Combine(repository, "quality", "RealCases", "answers-wanted.tsv")).Select(r => new Wanted(r[0], r[1], r[2], r[3] == "answer", PassageAt.Of(r[4], r[5], r[6]))).ToLookup(w => (w.Case, w.Half, w.Name));
        var halves = rows.Select(r => (r.Case, r.Half)).Concat(wanted.Select(w => (w.Key.Case, w.Key.Half))).GroupBy(r => r.Case, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Half, StringComparer.Ordinal);
        var verdicts = cases
            .SelectMany(c => Lines(c, rows).Select(l => (Case: c.Name, Half: halves.GetValueOrDefault(c.Name, "unread"), Line: l, Verdict: rows.FirstOrDefault(r => r.Is(c.Name, l))?.Right)))
            .ToList();
        var figures = new List<Figure>();
        foreach (var half in verdicts.GroupBy(v => v.Half, StringComparer.Ordinal).OrderByDescending(g => g.Key, StringComparer.Ordinal))
        {
            var (right, wrong) = (half.Count(v => v.Verdict == true), half.Count(v => v.Verdict == false));
            figures.Add(new($"answers.{half.Key}.P", 100.0 * right / Math.Max(1, right + wrong), string.Create(CultureInfo.InvariantCulture, $"{right} right, {wrong} wrong, {half.Count() - right - wrong} unjudged")));
            figures.Add(new($"answers.{half.Key}.right", right));
        }

        foreach (var half in wanted.Where(w => RealCase.IsAsked(w.Key.Case)).GroupBy(w => w.Key.Half, StringComparer.Ordinal).OrderByDescending(g => g.Key, StringComparer.Ordinal))
        {
            var missed = half.Where(w => !verdicts.Any(v => v.Case == w.Key.Case && v.Verdict != false && Tells([.. w], v.Line))).Select(w => $"{w.Key.Case} {w.Key.Name}").ToList();
            var found = half.Count() - missed.Count;
            figures.Add(new($"answers.{half.Key}.R", 100.0 * found / half.Count(), $"{found} of {half.Count()} an editor wants; missed {string.Join(", ", missed)}"));
        }

        return figures;
    }

    // The same charge, with one of the answers that we read, or with none where there is none.
    private static bool Tells(IReadOnlyList<Wanted> one, Line line) =>
        one.Any(w => !w.Answers && w.At.Shares(line.Charge) > 0)
        && (line.By is { } by ? one.Any(w => w.Answers && w.At.Shares(by) > 0) : !one.Any(w => w.Answers));

    // One line each: the charge, the places where its accused is named in that article, the kind of answer, the first answer.
    private static IEnumerable<Line> Lines(RealCase one, IReadOnlyList<Judged> rows)
    {
        var statements = one.Reading.Statements.ToDictionary(s => s.Statement.Id, StringComparer.Ordinal);
        var actors = one.Reading.Actors.ToDictionary(a => a.Id, StringComparer.Ordinal);
        var number = one.Articles.Select((a, i) => (a.Article.Id, i + 1)).ToDictionary(p => p.Id, p => p.Item2, StringComparer.Ordinal);
        foreach (var answer in one.Reading.Answers)
        {
            var charge = statements[answer.Statement];
            var by = answer.By.Count > 0 ? statements[answer.By[0]] : null;
            var line = new Line(
                At(charge),
                [.. actors[answer.Accused].Aliases.Where(a => a.Article == charge.Article).Select(a => a.Span.Hull).OrderBy(s => Math.Abs(s.Begin - charge.Statement.Content.Hull.Begin))],
                answer.Kind,
                by is null ? null : At(by));
            if (Environment.GetEnvironmentVariable("STEMMA_ERRORS") == "1")
            {
                Console.WriteLine($"\n{one.Name}\t{rows.FirstOrDefault(r => r.Is(one.Name, line))?.Right switch { true => "right", false => "wrong", null => "?" }}\t{line}\n  {Named(charge.Statement.Actor)} accuses {Named(answer.Accused)}: {answer.Kind}\n  {Words(charge)}{(by is null ? "" : $"\n  {Named(by.Statement.Actor)}: {Words(by)}")}");
            }

            yield return line;
        }

        PassageAt At(CaseStatement s) => new(number[s.Article], s.Statement.Content.Hull);

        string Named(string? actor) => actor is not null && actors.TryGetValue(actor, out var found) ? found.Name : None;

        string Words(CaseStatement s)
        {
            var text = one.Articles[number[s.Article] - 1].Article.Text;
            var hull = new[] { s.Statement.Source, s.Statement.Cue }.Where(x => !x.IsEmpty).Aggregate(s.Statement.Content.Hull, (all, x) => all.Hull(x.Hull));
            return $"{text[Math.Max(0, hull.Begin - Before)..hull.Begin]}[[{hull.Of(text)}]]{text[hull.End..Math.Min(text.Length, hull.End + Behind)]}".ReplaceLineEndings(" ");
        }
    }

    private sealed record Line(PassageAt Charge, IReadOnlyList<TextSpan> Accused, string Kind, PassageAt? By)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Place(Charge)}\t{Accused.FirstOrDefault().Begin}\t{Accused.FirstOrDefault().End}\t{Kind}\t{(By is { } by ? Place(by) : "-\t-\t-")}");

        private static string Place(PassageAt at) => string.Create(CultureInfo.InvariantCulture, $"{at.Article}\t{at.Span.Begin}\t{at.Span.End}");
    }

    private sealed record Wanted(string Case, string Half, string Name, bool Answers, PassageAt At);

    private sealed record Judged(string Case, string Half, bool Right, PassageAt Charge, TextSpan Accused, string Kind, PassageAt? By)
    {
        public static Judged Of(string[] row) => new(row[0], row[1], row[2] == "right", PassageAt.Of(row[3], row[4], row[5]), new(RealCase.Number(row[6]), RealCase.Number(row[7])), row[8], row[9] == None ? null : PassageAt.Of(row[9], row[10], row[11]));

        public bool Is(string of, Line line) =>
            Case == of && Kind == line.Kind && Charge.Is(line.Charge) && (line.Accused.Count == 0 ? Accused.IsEmpty : line.Accused.Contains(Accused))
            && (By is null ? line.By is null : line.By is { } by && By.Value.Is(by));
    }
}
