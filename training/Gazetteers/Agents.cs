namespace Stemma.Training.Gazetteers;

/// <summary>Reads role words and their sector ("POLICE_CONSTABLE [~COP]").</summary>
internal static class Agents
{
    public static IEnumerable<string> Rows(string file)
    {
        var (rows, sets) = (new SortedDictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string[]>(StringComparer.Ordinal));
        foreach (var raw in Phoenix.Lines(file))
        {
            if (raw.StartsWith('!') && raw.Contains('=', StringComparison.Ordinal))
            {
                var halves = raw.Split('=');
                sets[halves[0].Trim()] = [.. halves[1].Split(',').Select(w => w.Trim())];
                continue;
            }

            var line = raw.Split('#')[0].Trim();
            var code = line.IndexOf("[~", StringComparison.Ordinal);
            if (code <= 0)
            {
                continue;
            }

            var words = line[..code].Split('{')[0].Trim().Replace('_', ' ').Trim();
            var sector = line[(code + 2)..].TrimEnd(']').Trim();
            var set = sets.Keys.FirstOrDefault(k => words.Contains(k, StringComparison.Ordinal));
            foreach (var form in set is null ? [words] : sets[set].Select(w => words.Replace(set, w, StringComparison.Ordinal)))
            {
                var role = string.Join(' ', form.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
                if (role.Length > 2 && role.All(c => char.IsAsciiLetter(c) || c is ' ' or '-' or '\''))
                {
                    rows.TryAdd(role, sector.Length >= 3 ? sector[..3] : sector);
                }
            }
        }

        return rows.Select(r => $"{r.Key}\t{r.Value}");
    }
}
