namespace Stemma.Words;

/// <summary>Reads the gazetteers' files; our own first, so that the newsroom's names come before the dictionaries'.</summary>
internal static class GazetteerFiles
{
    private const string Folder = "Words/Data/";

    public static void ReadInto(Gazetteer world)
    {
        // Where the dictionary's name is not what newsrooms write ("Türkiye"), ours comes first.
        var spoken = Resource.Rows(Folder + "states-own.tsv").Where(r => r[1] == "country").ToLookup(r => r[0], r => r[2].Split('|')[0], StringComparer.Ordinal);
        foreach (var row in Resource.Rows(Folder + "countries.tsv").Where(r => r[1] == "country"))
        {
            var plain = row[2].Split('|')[0];
            world.NameCountry(row[0], plain.All(char.IsAscii) ? plain : spoken[row[0]].FirstOrDefault() ?? plain);
        }

        foreach (var file in new[] { "states-own.tsv", "countries.tsv", "countries-factbook.tsv" })
        {
            foreach (var row in Resource.Rows(Folder + file))
            {
                Kind(world, row[0], row[1], row[2]);
            }
        }

        foreach (var row in Resource.Rows(Folder + "bodies-own.tsv"))
        {
            Add(world, row[1].Split('|'), row[0] switch { "igo" => NameKind.International, "ngo" => NameKind.Charity, _ => NameKind.ArmedGroup }, null, []);
        }

        foreach (var row in Resource.Rows(Folder + "outlets.tsv"))
        {
            Add(world, row[2].Split('|'), row[0] == "agency" ? NameKind.Agency : NameKind.Outlet, row[1], []);
        }

        foreach (var row in Resource.Rows(Folder + "institutions.tsv"))
        {
            Add(world, [row[0]], NameKind.Institution, row[1], []);
        }

        foreach (var row in Resource.Rows(Folder + "bodies.tsv"))
        {
            Add(world, [row[0]], row[1] == "igo" ? NameKind.International : NameKind.Charity, null, []);
        }

        foreach (var row in Resource.Rows(Folder + "armed-groups.tsv"))
        {
            Add(world, [row[0]], NameKind.ArmedGroup, row[1].Length == 3 ? row[1] : null, []);
        }

        foreach (var row in Resource.Rows(Folder + "leaders.tsv"))
        {
            Add(world, [row[0]], NameKind.Official, row[1], [new Term(Term.Day(row[3]), null)]);
        }

        foreach (var row in Resource.Rows(Folder + "officials.tsv"))
        {
            Term[] terms = row[1].Length == 0 ? [] : [.. row[1].Split('|').Select(t => t.Split('-')).Select(t => new Term(Term.Day(t[0]), Term.Day(t[1])))];
            Add(world, row[2].Split('|'), NameKind.Official, row[0], terms);
        }

        foreach (var row in Resource.Rows(Folder + "places.tsv"))
        {
            foreach (var name in row[1].Split('|'))
            {
                Add(world, [name], NameKind.Place, row[0], []);
            }
        }
    }

    private static void Kind(Gazetteer world, string iso3, string kind, string names)
    {
        if (kind == "region")
        {
            foreach (var region in names.Split('|'))
            {
                Add(world, [region], NameKind.Region, null, []);
            }

            return;
        }

        var named = kind switch { "country" => NameKind.Country, "people" => NameKind.People, "capital" => NameKind.Capital, "place" => NameKind.Place, _ => NameKind.Institution };
        foreach (var name in names.Split('|'))
        {
            Add(world, [name], named, iso3, []);
        }
    }

    private static void Add(Gazetteer world, string[] names, NameKind kind, string? country, IReadOnlyList<Term> terms)
    {
        var entry = new GazetteerName(names[0], kind, country, terms);
        // The dictionaries write everything in capitals: there only short words are taken for acronyms.
        var shouted = names.All(n => !n.Any(char.IsLower)) && names.Any(n => n.Length > 5);
        foreach (var name in names)
        {
            var capitals = name.Length <= 6 && !name.Contains(' ', StringComparison.Ordinal) && !name.Any(char.IsLower) && (!shouted || name.Length <= 3);
            world.Add(shouted && name.StartsWith("THE ", StringComparison.Ordinal) ? name[4..] : name, entry, capitals);
        }
    }
}
