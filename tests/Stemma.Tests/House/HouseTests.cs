using System.Text.RegularExpressions;

namespace Stemma.Tests.House;

/// <summary>Who may look at whom: read from the sources, because a wall that nothing checks does not stand.</summary>
public class HouseTests
{
    private static readonly string[] Storeys = ["Words", "Articles", "Corpus", "Ledger", "Views"];

    [Fact]
    public void A_noun_at_the_root_looks_at_no_folder() =>
        Stands(Sources("Stemma").Where(s => s.Folder.Length == 0).SelectMany(s => Looks(s, _ => true)));

    [Fact]
    public void Words_look_at_nobody() =>
        Stands(In("Words").SelectMany(s => Looks(s, seen => seen[0] != "Words")));

    [Fact]
    public void Articles_look_at_words_alone_and_their_rooms_at_sentences_alone() => Stands(In("Articles").SelectMany(s => Looks(s, seen => seen[0] switch
    {
        "Words" => false,
        "Articles" => s.Room is { } room && seen.Length > 1 && seen[1] != room && seen[1] != "Sentences",
        _ => true,
    })));

    [Fact]
    public void Only_the_article_reader_knows_the_rooms() =>
        Stands(Sources("Stemma").Where(s => s.Folder is not ["Articles", ..] && s.Name != "Recorder.cs").SelectMany(s => Looks(s, seen => seen is ["Articles", _, ..] && seen[1] != "Intake")));

    [Fact]
    public void Corpus_looks_at_words_alone_and_its_rooms_meet_in_the_corpus_reader() => Stands(In("Corpus").SelectMany(s => Looks(s, seen => seen[0] switch
    {
        "Words" => false,
        "Corpus" => s.Room is { } room && seen.Length > 1 && seen[1] != room,
        _ => true,
    })));

    [Fact]
    public void The_ledger_does_not_look_at_views() =>
        Stands(In("Ledger").SelectMany(s => Looks(s, seen => seen[0] == "Views")));

    [Fact]
    public void Views_look_at_nouns_and_the_ledgers_contract_alone()
    {
        Stands(In("Views").SelectMany(s => Looks(s, seen => seen[0] is not ("Views" or "Words" or "Ledger"))));
        var behind = In("Ledger").Where(s => s.Name != "ILedger.cs")
            .SelectMany(s => Regex.Matches(s.Code, @"\b(?:class|record|interface|struct|enum)\s+(\w+)", RegexOptions.NonBacktracking).Select(m => m.Groups[1].Value))
            .ToHashSet();
        Stands(In("Views").Where(s => s.Code.Contains("Stemma.Ledger", StringComparison.Ordinal))
            .SelectMany(s => Words(s.Code).Where(behind.Contains).Select(w => $"{s.Path} looks at {w}, which is not in ILedger.cs")));
    }

    [Fact]
    public void The_craft_references_no_store_no_host_no_console()
    {
        var project = File.ReadAllText(Path.Combine(Repository, "src", "Stemma", "Stemma.csproj"));
        foreach (var guest in new[] { "Sqlite", "Npgsql", "Dapper", "Spectre", "CommandLine", "AspNetCore", "MassTransit", "Sdk.Web", "ProjectReference" })
        {
            Assert.DoesNotContain(guest, project, StringComparison.Ordinal);
        }

        Stands(Sources("Stemma").SelectMany(s => Mentions(s, @"\b(?:Console|HttpClient|Socket|WebRequest)\b")));
    }

    [Fact]
    public void Stores_do_not_reference_each_other_and_faces_never_the_cluster()
    {
        foreach (var (project, never) in new[] { ("Stemma.Sqlite", "Postgres|Cli|Web|Cluster"), ("Stemma.Postgres", "Sqlite|Cli|Web|Cluster"), ("Stemma.Cli", "Cluster"), ("Stemma.Web", "Cluster|Cli") })
        {
            var file = Path.Combine(Repository, "src", project, $"{project}.csproj");
            if (File.Exists(file))
            {
                Assert.DoesNotMatch($@"ProjectReference Include=""[^""]*Stemma\.(?:{never})\.csproj", File.ReadAllText(file));
            }
        }
    }

    [Fact]
    public void No_part_of_Stemma_is_used_globally()
    {
        Stands(AllSources().SelectMany(s => Mentions(s, @"global using (?:static )?Stemma")));
        Stands(Files(Path.Combine(Repository, "src"), "*.csproj").Where(f => Regex.IsMatch(File.ReadAllText(f), "<Using Include=\"Stemma")).Select(f => $"{f} uses a part of Stemma globally"));
    }

    [Fact]
    public void No_clock_no_culture_of_the_machine_and_no_dice_below_the_faces() => Stands(Sources("Stemma").Concat(Sources("Stemma.Sqlite")).SelectMany(s => Mentions(
        s,
        @"\b(?:DateTime(?:Offset)?\.(?:Now|UtcNow|Today)|TimeProvider|Stopwatch|Environment\.(?:TickCount|MachineName|UserName)|Guid\.NewGuid|Random\.Shared|new Random\(\)|CurrentCulture|CurrentUICulture)\b")));

    [Fact]
    public void Namespace_and_folder_agree() => Stands(AllSources()
        .Select(s => (Source: s, Said: Regex.Match(s.Code, @"^namespace ([\w.]+);", RegexOptions.Multiline).Groups[1].Value))
        .Where(s => s.Said.Length > 0 && s.Said != string.Join('.', s.Source.Folder.Prepend(s.Source.Project)))
        .Select(s => $"{s.Source.Path} says namespace {s.Said}"));

    private static string Repository => Path.GetFullPath(Path.Combine(Spec.TestTree(), "..", ".."));

    private static void Stands(IEnumerable<string> breaches) => Assert.Equal("", string.Join('\n', breaches.Distinct().Order(StringComparer.Ordinal)));

    private static IEnumerable<Source> In(string storey) => Sources("Stemma").Where(s => s.Folder.Length > 0 && s.Folder[0] == storey);

    private static IEnumerable<Source> AllSources() => Directory.GetDirectories(Path.Combine(Repository, "src")).Order(StringComparer.Ordinal).SelectMany(p => Sources(Path.GetFileName(p)));

    private static IEnumerable<Source> Sources(string project)
    {
        var root = Path.Combine(Repository, "src", project);
        return Files(root, "*.cs").Select(file => new Source(project, Path.GetRelativePath(root, file), Plain(File.ReadAllText(file))));
    }

    private static IEnumerable<string> Files(string root, string pattern) => !Directory.Exists(root) ? [] : Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories)
        .Where(f => !Path.GetRelativePath(root, f).Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj"))
        .Order(StringComparer.Ordinal);

    // Every folder of the craft that a source names: by a using, or by a name that begins with a storey.
    private static IEnumerable<string> Looks(Source source, Func<string[], bool> forbidden)
    {
        foreach (Match match in Regex.Matches(source.Code, $@"\b(?:Stemma\.)?((?:{string.Join('|', Storeys)})(?:\.[A-Z]\w+)*)", RegexOptions.NonBacktracking))
        {
            var using_ = match.Value.StartsWith("Stemma.", StringComparison.Ordinal);
            var seen = match.Groups[1].Value.Split('.');

            // "Words" or "Articles" alone is a property; the namespace line names the file's own folder.
            if (!using_ || source.Code.AsSpan(0, match.Index).TrimEnd().EndsWith("namespace"))
            {
                continue;
            }

            var rooms = seen.Where(p => p is not ("Select" or "Count")).ToArray();
            if (forbidden(rooms))
            {
                yield return $"{source.Path} looks at Stemma.{match.Groups[1].Value}";
            }
        }
    }

    private static IEnumerable<string> Mentions(Source source, string pattern) => Regex.Matches(source.Code, pattern).Select(m => $"{source.Path} mentions {m.Value}");

    private static IEnumerable<string> Words(string code) => Regex.Matches(code, @"\b\w+\b", RegexOptions.NonBacktracking).Select(m => m.Value);

    // Without comments and words in quotation marks: those may name anything.
    private static string Plain(string code)
    {
        code = Regex.Replace(code, "\"\"\"[\\s\\S]*?\"\"\"", "\"\"");
        code = Regex.Replace(code, "\"(?:[^\"\\\\\\n]|\\\\.)*\"", "\"\"");
        return Regex.Replace(code, @"//[^\n]*", "");
    }

    private sealed record Source(string Project, string Relative, string Code)
    {
        public string[] Folder { get; } = System.IO.Path.GetDirectoryName(Relative) is { Length: > 0 } folder ? folder.Split(System.IO.Path.DirectorySeparatorChar) : [];

        public string Name => System.IO.Path.GetFileName(Relative);

        public string Path => $"{Project}/{Relative}";

        /// <summary>The room inside a storey; null for the storey's own files.</summary>
        public string? Room => Folder.Length > 1 ? Folder[1] : null;
    }
}
