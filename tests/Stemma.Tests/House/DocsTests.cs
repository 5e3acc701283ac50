using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Stemma.Cli;
using Stemma.Sqlite;
using Stemma.Tests.Cli;

namespace Stemma.Tests.House;

/// <summary>What is undocumented fails: commands, tables and exported fields are compared with their pages under docs/.</summary>
/// <remarks>With STEMMA_ACCEPT=1 the page of the commands is written anew; read the diff before you keep it.</remarks>
public sealed class DocsTests : IDisposable
{
    private readonly StemmaProgram _program = new();

    private static string Docs => Path.GetFullPath(Path.Combine(Spec.TestTree(), "..", "..", "docs"));

    public void Dispose() => _program.Dispose();

    [Fact]
    public void Every_commands_help_stands_in_commands_md()
    {
        var page = new StringBuilder("# Commands\n\nThe help of every command, as the program prints it. Results go to standard output, messages to the error stream.\nExit status: 0 done · 1 done, but something was refused or found wrong (each named) · 2 misused.\n");
        var face = Face.Of(TextWriter.Null, TextWriter.Null, 100, TimeProvider.System, () => Stream.Null);
        foreach (var path in Paths(Entrance.Root(face), []))
        {
            var help = _program.Run([.. path, "--help"]).Output.ReplaceLineEndings("\n").TrimEnd();
            page.Append($"\n## stemma {string.Join(' ', path)}".TrimEnd()).Append("\n```\n")
                .Append(string.Join('\n', help.Split('\n').Select(l => l.TrimEnd())).Replace(RootCommand.ExecutableName, "stemma", StringComparison.Ordinal))
                .Append("\n```\n");
        }

        var file = Path.Combine(Docs, "commands.md");
        if (Environment.GetEnvironmentVariable("STEMMA_ACCEPT") == "1")
        {
            File.WriteAllText(file, page.ToString());
        }

        Assert.Equal(page.ToString(), File.ReadAllText(file));
    }

    [Fact]
    public void Every_command_has_an_example()
    {
        var face = Face.Of(TextWriter.Null, TextWriter.Null, 100, TimeProvider.System, () => Stream.Null);
        Assert.All(Commands(Entrance.Root(face)), c => Assert.NotEmpty(Assert.IsType<CommandWithExamples>(c).Examples));
    }

    [Fact]
    public void Every_table_and_field_of_a_case_stands_in_ledger_md()
    {
        SqliteLedger.Open(_program.Case, Access.Make).Dispose();
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _program.Case, Pooling = false }.ConnectionString);
        connection.Open();
        var schema = Rows(connection, "SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '%\\_words\\_%' ESCAPE '\\'");
        Assert.Equal(string.Join('\n', schema.Order(StringComparer.Ordinal)), string.Join('\n', Documented("ledger.md").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_exported_field_stands_in_export_md()
    {
        _program.Run("demo", "--case", _program.Case);

        // Nobody changes his mind in the demo.
        var turn = Path.ChangeExtension(_program.Case, ".txt");
        File.WriteAllText(turn, "LOM (NW) - Orlin Voss initially denied that he had met the smugglers, but later admitted that he had met the smugglers.");
        Assert.Equal(0, _program.OnCase("add", turn).Status);
        var article = JsonDocument.Parse(_program.OnCase("export").Output.Split('\n')[0]).RootElement.GetProperty("id").GetString()!;
        Assert.Equal(0, _program.OnCase("correct", "note", article, "looked at").Status);

        var documented = Documented("export.md").ToHashSet();
        var fields = _program.OnCase("export").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => JsonDocument.Parse(l).RootElement)
            .SelectMany(l => l.EnumerateObject().Where(f => f.Name != "type").Select(f => $"{l.GetProperty("type").GetString()}.{f.Name}"))
            .ToHashSet();
        Assert.Equal("", string.Join('\n', fields.Except(documented).Order(StringComparer.Ordinal)));

        // Fields that only some lines have are documented too; a type that is documented must be exported by the demo.
        Assert.Equal("", string.Join('\n', documented.Select(d => d.Split('.')[0]).Except(fields.Select(f => f.Split('.')[0])).Order(StringComparer.Ordinal)));
    }

    // "## name" opens a table or type; "| `field` | … |" names a field of it.
    private static IEnumerable<string> Documented(string page)
    {
        var section = "";
        foreach (var line in File.ReadAllLines(Path.Combine(Docs, page)))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                section = line[3..].Trim().Split(' ')[0];
            }
            else if (Regex.Match(line, @"^\| `([\w-]+)` \|") is { Success: true } field)
            {
                yield return $"{section}.{field.Groups[1].Value}";
            }
        }
    }

    private static IEnumerable<string[]> Paths(Command command, string[] path) => command.Subcommands.SelectMany(c => Paths(c, [.. path, c.Name])).Prepend(path);

    private static IEnumerable<Command> Commands(Command command) => command.Subcommands.SelectMany(c => Commands(c).Prepend(c));

    private static List<string> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
