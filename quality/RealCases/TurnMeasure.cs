using System.Globalization;

namespace Stemma.Quality.RealCases;

/// <summary>Of the turns that are shown of real events (first denied, later admitted; said and taken back; the story changed): how many would a strict editor print, and how many does he miss?</summary>
/// <remarks>
/// Judged by us, turn by turn (turns.tsv); those an editor wants were found by searching the articles for words of such turns (turns-wanted.tsv).
/// With STEMMA_ERRORS=1 every turn is printed with its words and its row of the table, to be judged; STEMMA_CASES=name,name takes some cases alone.
/// </remarks>
internal sealed class TurnMeasure : IMeasure
{
    // Words shown before and behind a side, for whoever judges it.
    private const int Around = 160;

    public string Name => "turns";

    public IReadOnlyList<Figure> Measure(string? data, string repository)
    {
        if (RealCase.Asked(data, repository) is not { } cases)
        {
            return [];
        }

        var folder = Path.Combine(repository, "quality", "RealCases");
        var rows = RealCase.Table(Path.Combine(folder, "turns.tsv")).Select(r => (Case: r[0], Half: r[1], Right: r[2] == "right", Before: PassageAt.Of(r[3], r[4], r[5]), After: PassageAt.Of(r[6], r[7], r[8]))).ToList();
        var wanted = RealCase.Table(Path.Combine(folder, "turns-wanted.tsv")).Select(r => (Case: r[0], Half: r[1], Name: r[2], At: PassageAt.Of(r[3], r[4], r[5]))).ToList();
        var halves = rows.Select(r => (r.Case, r.Half)).Concat(wanted.Select(w => (w.Case, w.Half))).GroupBy(r => r.Case, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Half, StringComparer.Ordinal);
        var (verdicts, found) = (new List<(string Half, bool? Right)>(), new HashSet<(string, string)>());
        foreach (var one in cases)
        {
            foreach (var (before, after, show) in Turns(one))
            {
                var verdict = rows.Where(r => r.Case == one.Name && r.Before.Is(before) && r.After.Is(after)).Select(r => (bool?)r.Right).FirstOrDefault();
                verdicts.Add((halves.GetValueOrDefault(one.Name, "unread"), verdict));
                found.UnionWith(verdict == false ? [] : wanted.Where(w => w.Case == one.Name && (w.At.Shares(before) > 0 || w.At.Shares(after) > 0)).Select(w => (w.Case, w.Name)));
                if (Environment.GetEnvironmentVariable("STEMMA_ERRORS") == "1")
                {
                    Console.WriteLine(FormattableString.Invariant($"\n{one.Name}\t{halves.GetValueOrDefault(one.Name, "unread")}\t{verdict switch { true => "right", false => "wrong", null => "?" }}\t{Place(before)}\t{Place(after)}\n{show}"));
                }
            }
        }

        var figures = new List<Figure>();
        foreach (var half in verdicts.Select(v => v.Half).Concat(wanted.Where(w => RealCase.IsAsked(w.Case)).Select(w => w.Half)).Distinct(StringComparer.Ordinal).OrderDescending(StringComparer.Ordinal))
        {
            var (right, wrong, all) = (verdicts.Count(v => v == (half, true)), verdicts.Count(v => v == (half, false)), verdicts.Count(v => v.Half == half));
            if (right + wrong > 0)
            {
                figures.Add(new($"turns.{half}.P", 100.0 * right / (right + wrong), string.Create(CultureInfo.InvariantCulture, $"{right} right, {wrong} wrong, {all - right - wrong} unjudged")));
            }

            figures.Add(new($"turns.{half}.right", right, $"{all} shown"));
            var want = wanted.Where(w => w.Half == half && RealCase.IsAsked(w.Case)).Select(w => (w.Case, w.Name)).Distinct().ToList();
            if (want.Count > 0)
            {
                figures.Add(new($"turns.{half}.R", 100.0 * want.Count(found.Contains) / want.Count, $"{want.Count(found.Contains)} of {want.Count} an editor wants; missed {string.Join(", ", want.Where(w => !found.Contains(w)).Select(w => $"{w.Case} {w.Name}"))}"));
            }
        }

        return figures;
    }

    private static string Place(PassageAt at) => string.Create(CultureInfo.InvariantCulture, $"{at.Article}\t{at.Span.Begin}\t{at.Span.End}");

    private static IEnumerable<(PassageAt Before, PassageAt After, string Show)> Turns(RealCase one)
    {
        var number = one.Articles.Select((a, i) => (a.Article.Id, i + 1)).ToDictionary(p => p.Id, p => p.Item2, StringComparer.Ordinal);
        var names = one.Reading.Actors.ToDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal);
        foreach (var turn in one.Reading.Turns)
        {
            yield return (At(turn.Before), At(turn.After), string.Create(CultureInfo.InvariantCulture, $"  {names.GetValueOrDefault(turn.Actor)}: {turn.Kind} {turn.Confidence:F2} {turn.Before.Day?.Edtf ?? "earlier"} → {turn.After.Day?.Edtf ?? "?"}; {turn.Reason}\n  {Words(turn.Before)}\n  {Words(turn.After)}"));
        }

        PassageAt At(TurnSide side) => new(number[side.Words.Article], side.Words.Span.Hull);

        string Words(TurnSide side)
        {
            var (text, hull) = (one.Articles[number[side.Words.Article] - 1].Article.Text, side.Words.Span.Hull);
            return $"{number[side.Words.Article]}: {text[Math.Max(0, hull.Begin - Around)..hull.Begin]}[[{hull.Of(text)}]]{text[hull.End..Math.Min(text.Length, hull.End + Around)]}".ReplaceLineEndings(" ");
        }
    }
}
