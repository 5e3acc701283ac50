using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Stemma.Quality.RealCases;

/// <summary>Under what names are those who speak, accuse and are accused shown: clean, run together with what stands beside them, cut short, or no name of anybody?</summary>
/// <remarks>
/// Judged by us (names.tsv), in articles drawn by hash from the raw news, half of them from our real cases. A name is kept as a digest of its letters, so no word of the articles is here.
/// With STEMMA_ERRORS=1 every name of the sample that is not clean is printed with its row; STEMMA_DRAW=number draws a new sample that nobody has judged; STEMMA_HALF=tune takes one half.
/// </remarks>
internal sealed class NameMeasure : IMeasure
{
    // Places of each part of the raw news that are drawn from: each has a few more.
    private const int Places = 6000;

    // Articles of our cases and others that are drawn, and the most names of one: of those who accuse and are accused, and of others who speak.
    private const int OfCases = 110, OfOthers = 150, Accusing = 3, Speaking = 1;

    private const int Shown = 220;

    public string Name => "names";

    public IReadOnlyList<Figure> Measure(string? data, string repository)
    {
        if (data is null || !File.Exists(Path.Combine(data, "raw-news", "part1.txt.gz")))
        {
            return [];
        }

        if (Environment.GetEnvironmentVariable("STEMMA_DRAW") is { Length: > 0 } number)
        {
            Draw(data, repository, RealCase.Number(number));
            return [];
        }

        var half = Environment.GetEnvironmentVariable("STEMMA_HALF");
        var rows = RealCase.Table(Path.Combine(repository, "quality", "RealCases", "names.tsv")).Select(Judged.Of).Where(r => half is null || r.Half == half).ToList();
        var texts = RealCase.Texts(data, [.. rows.Select(r => (r.Part, r.Place))]);
        var verdicts = rows.GroupBy(r => (r.Part, r.Place)).SelectMany(g => Verdicts(Readable.Of(texts[g.Key]), [.. g])).ToList();
        var figures = new List<Figure>();
        foreach (var part in verdicts.GroupBy(v => v.Half, StringComparer.Ordinal).OrderByDescending(g => g.Key, StringComparer.Ordinal))
        {
            var kinds = part.CountBy(v => v.Verdict, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            var judged = part.Count(v => v.Verdict is not ("unjudged" or "not shown"));
            figures.Add(new($"names.{part.Key}.clean", 100.0 * kinds.GetValueOrDefault("clean") / Math.Max(1, judged), string.Join(", ", kinds.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Value} {k.Key}")))));
            figures.Add(new($"names.{part.Key}.clean-number", kinds.GetValueOrDefault("clean")));
        }

        return figures;
    }

    // What is shown now at each judged place, and what we think of it.
    private static IEnumerable<(string Half, string Verdict)> Verdicts(string text, IReadOnlyList<Judged> rows)
    {
        var slots = Slots(text, rows[0].Part, rows[0].Place).ToList();
        foreach (var place in rows.GroupBy(r => (r.Role, r.Begin, r.End)))
        {
            var (role, begin, end) = place.Key;
            var shown = slots.Where(s => s.Role == role && s.Span.Begin < end && s.Span.End > begin).OrderBy(s => Math.Abs(s.Span.Begin - begin) + Math.Abs(s.Span.End - end)).FirstOrDefault();
            var verdict = shown is null ? "not shown" : place.FirstOrDefault(r => r.Digest == shown.Digest)?.Verdict ?? "unjudged";
            if (verdict != "clean" && Environment.GetEnvironmentVariable("STEMMA_ERRORS") == "1")
            {
                Console.WriteLine($"{place.First().Half}\t{verdict}\t{place.First() with { Digest = shown?.Digest ?? "-" }}\n  {shown?.Shown ?? "-"}\n  {Around(text, shown?.Span ?? new(begin, end))}");
            }

            yield return (place.First().Half, verdict);
        }
    }

    // Everybody who is shown as speaking, accusing or accused, with the words that say so.
    private static IEnumerable<Slot> Slots(string text, int part, int place)
    {
        var read = RealCase.Read(string.Create(CultureInfo.InvariantCulture, $"{part}-{place}"), text, "-");
        var actors = read.Actors.ToDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal);
        foreach (var statement in read.Statements.Where(s => s.Voice == Voice.Reported))
        {
            if (statement.Actor is { } speaker && !statement.Source.IsEmpty)
            {
                yield return new(part, place, statement.Act == Act.Accuse ? "accuser" : "speaker", statement.Source.Hull, actors[speaker]);
            }

            if (statement.Accused.Count > 0 && !statement.AccusedWords.IsEmpty)
            {
                yield return new(part, place, "accused", statement.AccusedWords.Hull, string.Join("; ", statement.Accused.Select(a => actors[a])));
            }
        }
    }

    private static void Draw(string data, string repository, int number)
    {
        var cases = RealCase.Table(Path.Combine(repository, "quality", "RealCases", "cases.tsv")).Select(r => (RealCase.Number(r[2]), RealCase.Number(r[3]))).ToHashSet();
        var others = Enumerable.Range(1, 4).SelectMany(p => Enumerable.Range(0, Places).Select(n => (p, n))).Where(k => !cases.Contains(k));
        var drawn = cases.OrderBy(Order, StringComparer.Ordinal).Take(OfCases).Concat(others.OrderBy(Order, StringComparer.Ordinal).Take(OfOthers)).OrderBy(Order, StringComparer.Ordinal).ToList();
        var texts = RealCase.Texts(data, [.. drawn]);
        var slots = drawn.Where(texts.ContainsKey).SelectMany(k => Slots(Readable.Of(texts[k]), k.Item1, k.Item2).OrderBy(s => s.Role == "speaker").ThenBy(s => Digest(s.ToString()), StringComparer.Ordinal).DistinctBy(s => s.Digest, StringComparer.Ordinal)
            .GroupBy(s => s.Role == "speaker").SelectMany(g => g.Take(g.Key ? Speaking : Accusing))).Take(number);
        foreach (var slot in slots)
        {
            Console.WriteLine($"{(Order((slot.Part, slot.Place))[^1] < '8' ? "tune" : "held")}\t?\t{slot}\n  {slot.Shown}\n  {Around(Readable.Of(texts[(slot.Part, slot.Place)]), slot.Span)}");
        }
    }

    private static string Order((int Part, int Place) of) => Digest(string.Create(CultureInfo.InvariantCulture, $"{of.Part}/{of.Place}"));

    private static string Digest(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..8];

    private static string Around(string text, TextSpan span) =>
        $"{text[Math.Max(0, span.Begin - Shown)..span.Begin]}[[{span.Of(text)}]]{text[span.End..Math.Min(text.Length, span.End + Shown / 2)]}".ReplaceLineEndings("¶");

    private sealed record Slot(int Part, int Place, string Role, TextSpan Span, string Shown)
    {
        public string Digest => NameMeasure.Digest(Shown);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Part}\t{Place}\t{Role}\t{Span.Begin}\t{Span.End}\t{Digest}");
    }

    private sealed record Judged(string Half, string Verdict, int Part, int Place, string Role, int Begin, int End, string Digest)
    {
        public static Judged Of(string[] row) => new(row[0], row[1], RealCase.Number(row[2]), RealCase.Number(row[3]), row[4], RealCase.Number(row[5]), RealCase.Number(row[6]), row[7]);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Part}\t{Place}\t{Role}\t{Begin}\t{End}\t{Digest}");
    }
}
