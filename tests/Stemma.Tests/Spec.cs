using System.Text;


namespace Stemma.Tests;

/// <summary>
/// One case of a Markdown spec: a heading, a short text, the findings expected below it. A journalist could write one.
/// <code>
/// ## A second cue in the same sentence speaks for the same person
/// The cranes were moved at dawn, Maren said, adding that no one had been told.
///
/// | source | cue    | content                        |
/// |--------|--------|--------------------------------|
/// | Maren  | said   | The cranes were moved at dawn  |
/// | Maren  | adding | that no one had been told      |
/// </code>
/// Lines "name: value" directly under the heading are settings of the case (published: 2031-05-06). Text may be several paragraphs.
/// A table with a head and no rows expects no findings. Only the columns named are compared. "\n" and "\r\n" in the text are line ends.
/// With STEMMA_ACCEPT=1 in the environment the tables are written anew from what came out: read the diff before you keep it.
/// </summary>
public sealed record Spec(string File, int Line, string Heading, IReadOnlyDictionary<string, string> Settings, string Text, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{

    /// <summary>Every case below this folder of the test tree ("Articles/Attribution"), in order of file and line.</summary>
    public static TheoryData<Spec> Below(string room)
    {
        var data = new TheoryData<Spec>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(TestTree(), room), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            foreach (var spec in Parse(file, System.IO.File.ReadAllLines(file)))
            {
                data.Add(spec);
            }
        }

        return data;
    }

    /// <summary>Compares what a room found (column to words, a row a finding, in order) with what stands in the spec.</summary>
    public void Expect(IEnumerable<IReadOnlyDictionary<string, string>> found)
    {
        var actual = found.Select(row => Columns.Select(c => row.TryGetValue(c, out var v) ? v : throw new ArgumentException($"No column “{c}” ({File}, line {Line}).")).ToList()).ToList();
        if (Environment.GetEnvironmentVariable("STEMMA_ACCEPT") == "1")
        {
            Accept(actual);
            return;
        }

        var expectedTable = Table(Columns, Rows);
        var actualTable = Table(Columns, actual);
        Assert.True(expectedTable == actualTable, $"{Path.GetFileName(File)}, line {Line}: {Heading}\n{Text}\n\nexpected\n{expectedTable}\nfound\n{actualTable}");
    }

    public override string ToString() => $"{Path.GetFileName(File)}: {Heading}";

    internal static string TestTree()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Stemma.Tests.csproj")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside their tree.");
    }

    internal static IEnumerable<Spec> Parse(string file, string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("## ", StringComparison.Ordinal))
            {
                continue;
            }

            var (heading, at) = (lines[i][3..].Trim(), i + 1);
            var settings = new Dictionary<string, string>();
            for (i++; i < lines.Length && Setting(lines[i]) is var (name, value) && name is not null; i++)
            {
                settings[name] = value!;
            }

            var text = new List<string>();
            for (; i < lines.Length && !lines[i].StartsWith('|') && !lines[i].StartsWith("## ", StringComparison.Ordinal); i++)
            {
                text.Add(lines[i]);
            }

            var table = new List<string>();
            for (; i < lines.Length && lines[i].StartsWith('|'); i++)
            {
                table.Add(lines[i]);
            }

            i--;
            if (table.Count == 0)
            {
                throw new FormatException($"{file}, line {at}: a case without a table.");
            }

            yield return new Spec(
                file,
                at,
                heading,
                settings,
                string.Join('\n', text).Trim('\n').Replace("\\r\\n", "\r\n", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal),
                Cells(table[0]),
                [.. table.Skip(1).Select(Cells).Where(c => !c.All(x => x.Length > 0 && x.All(y => y is '-' or ':')))]);
        }
    }

    private static (string? Name, string? Value) Setting(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && colon < 20 && line[..colon].All(c => char.IsAsciiLetterLower(c) || c == '-') ? (line[..colon], line[(colon + 2)..].Trim()) : (null, null);
    }

    private static List<string> Cells(string line) => [.. line.Trim().Trim('|').Replace("\\|", "\u0001", StringComparison.Ordinal).Split('|').Select(c => c.Trim().Replace('\u0001', '|'))];

    private static string Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = rows.Select(r => r.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal).Replace("\r\n", "\\r\\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Trim()).ToList()).Prepend([.. columns]).ToList();
        var widths = Enumerable.Range(0, columns.Count).Select(c => Math.Max(3, all.Max(r => r[c].Length))).ToList();
        var table = new StringBuilder();
        for (var r = 0; r < all.Count; r++)
        {
            table.Append("| ").AppendJoin(" | ", all[r].Select((c, n) => c.PadRight(widths[n]))).Append(" |\n");
            if (r == 0)
            {
                table.Append('|').AppendJoin('|', widths.Select(w => new string('-', w + 2))).Append("|\n");
            }
        }

        return table.ToString();
    }

    private static readonly Lock Writing = new();

    private void Accept(List<List<string>> actual)
    {
        lock (Writing)
        {
            var lines = System.IO.File.ReadAllLines(File).ToList();
            var heading = lines.FindIndex(l => l.StartsWith("## ", StringComparison.Ordinal) && l[3..].Trim() == Heading);
            var first = lines.FindIndex(heading, l => l.StartsWith('|'));
            var last = first;
            while (last < lines.Count && lines[last].StartsWith('|'))
            {
                last++;
            }

            lines.RemoveRange(first, last - first);
            lines.InsertRange(first, Table(Columns, actual).TrimEnd('\n').Split('\n'));
            System.IO.File.WriteAllLines(File, lines);
        }
    }


}
