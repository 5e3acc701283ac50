using System.Globalization;
using System.IO.Compression;
using System.Text;
using Stemma.Articles;
using Stemma.Corpus;

namespace Stemma.Quality.RealCases;

/// <summary>A contested event as real outlets told it: articles of the raw news, named by the file's part and their place in it, read as one case.</summary>
internal sealed record RealCase(string Name, string Half, IReadOnlyList<ArticleFindings> Articles, CaseReading Reading)
{
    private const int Parts = 4;

    // Several measures ask of the same events: each is read once.
    private static readonly Dictionary<string, RealCase> Known = new(StringComparer.Ordinal);

    /// <summary>The cases that quality/RealCases/cases.tsv names, in its order, less those that were not asked for; null where the raw news is not there.</summary>
    /// <param name="needed">Which of them the measure has something to ask of; null for all.</param>
    public static IReadOnlyList<RealCase>? Asked(string? data, string repository, Func<string, bool>? needed = null)
    {
        if (data is null || !File.Exists(Part(data, 1)))
        {
            return null;
        }

        var rows = Table(Path.Combine(repository, "quality", "RealCases", "cases.tsv")).Where(r => IsAsked(r[0]) && needed?.Invoke(r[0]) != false).GroupBy(r => r[0], StringComparer.Ordinal).ToList();
        var unknown = rows.Where(one => !Known.ContainsKey(one.Key)).ToList();
        var texts = unknown.Count == 0 ? [] : Texts(data, [.. unknown.SelectMany(one => one).Select(r => (Number(r[2]), Number(r[3])))]);
        foreach (var one in unknown)
        {
            var articles = one.Select((r, n) => Read($"{one.Key}-{n + 1:00}", Readable.Of(texts[(Number(r[2]), Number(r[3]))]), r[4])).ToList();
            var past = new StoryMeasure.Kept();
            var reader = new CorpusReader(past);
            foreach (var article in articles)
            {
                past.Add(reader, article);
            }

            Known[one.Key] = new(one.Key, one.First()[1], articles, CorpusReader.Read(articles, past.Pairs));
        }

        return [.. rows.Select(one => Known[one.Key])];
    }

    /// <summary>STEMMA_CASES=name,name takes some cases alone.</summary>
    public static bool IsAsked(string name) => Environment.GetEnvironmentVariable("STEMMA_CASES") is not { } some || some.Split(',').Contains(name);

    private static string Part(string data, int part) => Path.Combine(data, "raw-news", $"part{part}.txt.gz");

    /// <summary>The rows of a table of ours; lines that begin with # are its head.</summary>
    public static IEnumerable<string[]> Table(string file) => File.ReadLines(file).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'));

    public static int Number(string words) => int.Parse(words, CultureInfo.InvariantCulture);

    public static ArticleFindings Read(string id, string text, string day)
    {
        var said = new Said { Published = day == "-" ? null : day };
        var findings = ArticleReader.Read(new RawPage { File = id, Original = Encoding.UTF8.GetBytes(text), Sha256 = id, Form = PageForm.Text, Content = text, Said = said });
        return findings with { Article = findings.Article with { Id = id } };
    }

    // The articles that are asked for, by part and place; an empty line parts two articles.
    public static Dictionary<(int Part, int Place), string> Texts(string data, HashSet<(int, int)> wanted)
    {
        var found = new Dictionary<(int, int), string>();
        for (var part = 1; part <= Parts; part++)
        {
            using var file = File.OpenRead(Part(data, part));
            using var lines = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
            var (place, article) = (0, new StringBuilder());
            while (true)
            {
                var line = lines.ReadLine();
                if (line is { Length: > 0 })
                {
                    article.Append(line).Append('\n');
                    continue;
                }

                if (article.Length > 0)
                {
                    if (wanted.Contains((part, place)))
                    {
                        found[(part, place)] = article.ToString();
                    }

                    place++;
                    article.Clear();
                }

                if (line is null)
                {
                    break;
                }
            }
        }

        return found;
    }
}
