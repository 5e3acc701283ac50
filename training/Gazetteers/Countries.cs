namespace Stemma.Training.Gazetteers;

/// <summary>Reads countries, what else they are called, their peoples and capitals.</summary>
internal sealed record Country(string Iso3, IReadOnlyList<string> Names, IReadOnlyList<string> Peoples, IReadOnlyList<string> Capitals, string Region, string Subregion, bool Independent)
{
}

internal static class Countries
{
    public static List<Country> Read(string folder)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, "countries.tsv"));
        var head = lines[0].Split('\t').ToList();
        var list = new List<Country>();
        foreach (var cells in lines.Skip(1).Select(l => l.Split('\t')))
        {
            string Cell(string name) => cells[head.IndexOf(name)];
            // Kosovo has no ISO code there; XKX is the commoner stand-in.
            var iso = Cell("iso3") == "UNK" ? "XKX" : Cell("iso3");
            list.Add(new Country(
                iso,
                Latin([Cell("name"), Cell("official"), .. Cell("other_names").Split('|')]),
                Latin(Cell("demonyms").Split('|')),
                Latin(Cell("capitals").Split('|')),
                Cell("region"),
                Cell("subregion"),
                Cell("independent") == "yes" || iso is "PSE" or "TWN" or "XKX" or "VAT"));
        }

        return [.. list.OrderBy(c => c.Iso3, StringComparer.Ordinal)];
    }

    public static IEnumerable<string> Rows(List<Country> countries)
    {
        foreach (var country in countries)
        {
            yield return $"{country.Iso3}\tcountry\t{string.Join('|', country.Names)}";
            if (country.Peoples.Count > 0)
            {
                yield return $"{country.Iso3}\tpeople\t{string.Join('|', country.Peoples)}";
            }

            if (country.Capitals.Count > 0)
            {
                yield return $"{country.Iso3}\tcapital\t{string.Join('|', country.Capitals)}";
            }

            if (country.Region.Length > 0)
            {
                yield return $"{country.Iso3}\tregion\t{country.Region}|{country.Subregion}";
            }
        }
    }

    public static IEnumerable<string> FactbookRows(string folder)
    {
        foreach (var cells in File.ReadLines(Path.Combine(folder, "factbook-countries.tsv")).Skip(1).Select(l => l.Split('\t')).OrderBy(c => c[0], StringComparer.Ordinal).ThenBy(c => c[1], StringComparer.Ordinal))
        {
            var iso = cells[0] is "UNK" or "XKS" ? "XKX" : cells[0];
            if (iso.Length != 3)
            {
                continue;
            }

            foreach (var (kind, names) in new[]
            {
                ("country", Latin([Note(cells[1]), Note(cells[2])])),
                ("people", Latin([.. Nationalities(cells[3]), .. Alternatives(cells[4])])),
                ("capital", Latin([Note(cells[5])])),
            })
            {
                if (names.Count > 0)
                {
                    yield return $"{iso}\t{kind}\t{string.Join('|', names)}";
                }
            }
        }
    }

    // "Afghan(s)" is both; "Briton(s), British (collective plural)" are three; "Dutchman(men), Dutchwoman(women)" are four.
    private static IEnumerable<string> Nationalities(string cell)
    {
        foreach (var one in Alternatives(cell))
        {
            var open = one.IndexOf('(', StringComparison.Ordinal);
            if (open <= 0)
            {
                yield return one;
                continue;
            }

            var (stem, ending) = (one[..open].Trim(), one[(open + 1)..].TrimEnd(')', ' '));
            yield return stem;
            if (ending is "s" or "es")
            {
                yield return stem + ending;
            }
            else if (ending is "men" or "women" && stem.EndsWith(ending.Replace('e', 'a'), StringComparison.Ordinal))
            {
                yield return stem[..^ending.Length] + ending;
            }
        }
    }

    private static IEnumerable<string> Alternatives(string cell) =>
        Note(cell).Split([",", " or ", "/"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // What stands behind a semicolon is a note; "none" is no name.
    private static string Note(string cell)
    {
        var name = cell.Split(';')[0].Trim();
        return name is "none" or "NA" || name.StartsWith("see ", StringComparison.Ordinal) ? "" : name;
    }

    // Names that an English text can hold; descriptions and notes are longer than five words or hold brackets.
    internal static List<string> Latin(IEnumerable<string> names) =>
    [
        .. names.Select(n => n.Trim())
            .Where(n => n.Length > 1 && char.IsUpper(n[0]) && n.All(c => c < '\u0250' || c is '\u2019') && n.IndexOfAny(['(', ')', ',', ':', '[']) < 0 && n.Split(' ').Length <= 8)
            .Distinct(StringComparer.Ordinal),
    ];
}
