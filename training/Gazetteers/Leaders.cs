using System.Globalization;

namespace Stemma.Training.Gazetteers;

/// <summary>Reads chiefs of state and heads of government; family names stand in capitals there.</summary>
internal static class Leaders
{
    /// <param name="independent">Codes of independent countries: a territory's head of state is its country's.</param>
    public static IEnumerable<string> Rows(string folder, IReadOnlySet<string> independent)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cells in File.ReadLines(Path.Combine(folder, "factbook-leaders.tsv")).Skip(1).Select(l => l.Split('\t')).OrderBy(c => c[0], StringComparer.Ordinal).ThenBy(c => c[1], StringComparer.Ordinal))
        {
            var iso = cells[0] is "UNK" or "XKS" ? "XKX" : cells[0];
            // A holder who is represented is another country's king; the note behind the semicolon is about the representative.
            var holder = cells[2].Split(';')[0].Split('(')[0].Split(',')[0].Trim();
            var words = holder.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
            if (!independent.Contains(iso) || words.Count is < 2 or > 9 || cells[2].Contains("represented by", StringComparison.Ordinal) || words.Any(w => w is "is" or "the" or "was"))
            {
                continue;
            }

            // The title is everything before the first word that is no title.
            var start = words.FindIndex(w => !Titles.Contains(w) && !w.EndsWith('.'));
            if (start < 0 || !words.Any(w => w.Length > 2 && w.Where(char.IsLetter).All(char.IsUpper)))
            {
                continue;
            }

            var name = string.Join(' ', words.Skip(start).Select(Proper));
            var since = DateOnly.TryParseExact(cells.Length > 3 ? cells[3].Trim() : "", "d MMMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) : "";
            if (seen.Add($"{name}\t{iso}"))
            {
                yield return $"{name}\t{iso}\t{string.Join(' ', words.Take(start))}\t{since}";
            }
        }
    }

    private static readonly HashSet<string> Titles =
    [
        "President", "Prime", "Minister", "King", "Queen", "Emperor", "Sultan", "Emir", "Amir", "Prince", "Princess", "Grand", "Duke", "Premier", "Chancellor", "Taoiseach", "Crown", "Supreme",
        "Leader", "Governor", "Governor-General", "General", "Acting", "Interim", "Transitional", "of", "State", "Affairs", "Commission", "Commissioner", "Chairman", "Chief", "Executive", "Captain",
        "Captains", "Regent", "Bailiff", "Lieutenant-Governor", "Lieutenant", "Administrator", "Superior", "Pope", "Sheikh", "Shaykh", "Colonel", "Council", "Co-prince", "Head", "Government", "Deputy", "Vice", "Federal",
        "Councilor", "Senior", "Amir", "Taliban", "and", "Sovereign", "Military", "Military-Appointed", "Transition",
    ];

    private static string Proper(string word) =>
        word.Length > 2 && word.Where(char.IsLetter).All(char.IsUpper) && !word.All(c => c is 'I' or 'V' or 'X')
            ? string.Concat(word.Select((c, i) => i == 0 || word[i - 1] is '-' or '\'' ? c : char.ToLowerInvariant(c)))
            : word;
}
