using System.Globalization;
using System.Text;

namespace Stemma.Training.Gazetteers;

/// <summary>Reads the Security Council's vetoes and its members' terms.</summary>
internal static class Council
{
    public static IEnumerable<string> Vetoes(string folder)
    {
        var rows = Csv(File.ReadAllText(Path.Combine(folder, "unsc_vetoes_1946_sept2022.csv")));
        var head = rows[0];
        foreach (var row in rows.Skip(1).Where(r => r.Count == head.Count).OrderBy(r => Day(r[head.IndexOf("date")])))
        {
            string Cell(string name) => string.Join(' ', row[head.IndexOf(name)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('"');
            var who = new[] { "member_veto1", "member_veto2", "member_veto3" }.Select(Cell).Where(w => w.Length > 0).Select(Iso);
            yield return $"{Day(row[head.IndexOf("date")]):yyyy-MM-dd}\t{string.Join('|', who)}\t{Cell("draft")}\t{Cell("meeting_record")}\t{Cell("crisis_topic")}\t{Cell("agenda_item")}";
        }
    }

    public static IEnumerable<string> Members(string folder)
    {
        var iso = Csv(string.Join('\n', File.ReadLines(Path.Combine(folder, "unsc_entities.csv")).Where(l => !l.StartsWith('#')))).Where(r => r.Count > 2 && r[2].Length == 3).GroupBy(r => r[0], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First()[2], StringComparer.Ordinal);
        return Csv(string.Join('\n', File.ReadLines(Path.Combine(folder, "unsc_council_membership.csv")).Where(l => !l.StartsWith('#'))))
            .Where(r => r.Count > 3 && iso.ContainsKey(r[0]))
            .Select(r => $"{iso[r[0]]}\t{r[1]}\t{r[2]}\t{r[3]}");
    }

    private static string Iso(string member) => member switch
    {
        "USSR" or "Russia" => "RUS",
        "USA" => "USA",
        "UK" => "GBR",
        "France" => "FRA",
        "China" => "CHN",
        _ => throw new FormatException($"A veto of “{member}”: only permanent members have one."),
    };

    private static DateOnly Day(string words) => DateOnly.ParseExact(words, "M/d/yyyy", CultureInfo.InvariantCulture);

    // Fields in quotation marks may hold commas and line ends.
    private static List<List<string>> Csv(string text)
    {
        var (rows, row, cell, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        foreach (var c in text.ReplaceLineEndings("\n") + "\n")
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is ',' or '\n' && !quoted)
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    rows.Add(row);
                    row = [];
                }
            }
            else
            {
                cell.Append(c);
            }
        }

        return rows;
    }
}
