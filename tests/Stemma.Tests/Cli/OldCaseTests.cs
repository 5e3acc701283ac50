using System.Text.Json;
using Stemma.Articles;
using Stemma.Ledger;
using Stemma.Sqlite;
using Stemma.Tests.Ledger;

namespace Stemma.Tests.Cli;

/// <summary>A case that the first release read, opened with this program: it says so, reads again, and keeps what people said.</summary>
public sealed class OldCaseTests : IDisposable
{
    private const string Noon = "2031-05-09T12:00:00Z";
    private const string Text = "Ilse Maren said the pier was shut. Orlin Voss denied that anything had been fired. “Nobody was warned,” Greta Holm said.";

    private readonly StemmaProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void An_old_case_says_that_it_is_read_again_and_corrections_stay()
    {
        Fill("1");
        Assert.True(PageReader.IsOlder("1", ArticleReader.Version));

        var first = _program.OnCase("export");
        Assert.Contains("was read by an older reader; reading it again, corrections stay.", first.Messages, StringComparison.Ordinal);
        Assert.Contains("1 article read again.", first.Messages, StringComparison.Ordinal);

        var statements = Statements(first.Output);
        Assert.True(statements.Count > 1, "what the older reader missed is found");
        var denial = statements.Single(s => s.GetProperty("words").GetProperty("source").GetString() == "Orlin Voss");
        Assert.Equal("threaten", denial.GetProperty("act").GetString());
        Assert.Equal("corrected", denial.GetProperty("state").GetString());
        Assert.Equal("Harbour Post", Line(first.Output, "article").GetProperty("outlet").GetString());
        Assert.Equal("he did", Line(first.Output, "correction").GetProperty("reason").GetString());

        var second = _program.OnCase("export");
        Assert.Equal("", second.Messages);
        Assert.Equal(first.Output, second.Output);
        Assert.Equal(0, _program.OnCase("verify").Status);
    }

    [Fact]
    public void A_case_of_this_reader_is_not_read_again()
    {
        Fill(ArticleReader.Version);
        var shown = _program.OnCase("export");
        Assert.Equal("", shown.Messages);
        Assert.Single(Statements(shown.Output));
    }

    [Fact]
    public void An_old_case_that_may_not_be_written_to_is_shown_as_it_was_read_and_says_how_to_renew_it()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "This account may write to every file.");
        Fill("1");
        File.SetAttributes(_program.Case, FileAttributes.ReadOnly);
        var shown = _program.OnCase("export");
        Assert.Contains("reads it again", shown.Messages, StringComparison.Ordinal);
        Assert.Single(Statements(shown.Output));
        File.SetAttributes(_program.Case, FileAttributes.Normal);
    }

    // As the reader of that version found it: one statement, its act as a person corrected it.
    private void Fill(string version)
    {
        var old = new PageReader(version, page => ArticleReader.Read(page) is var all ? all with { Reader = version, Statements = [.. all.Statements.Where(s => s.Source.Of(all.Article.Text) == "Orlin Voss")] } : all);
        using var ledger = SqliteLedger.Open(_program.Case, Access.Make);
        var recorder = new Recorder(ledger, () => Noon, old);
        recorder.Keep(LomPages.Page(Text, "o1", "Harbour Post"));
        var all = WholeCase.Read(ledger);
        new Corrector(ledger, recorder, "Edda", () => Noon).SetAct(all, Assert.Single(all.Reading.Statements), Act.Threaten, "he did");
    }

    private static List<JsonElement> Statements(string export) => [.. Lines(export).Where(l => l.GetProperty("type").GetString() == "statement")];

    private static JsonElement Line(string export, string type) => Lines(export).First(l => l.GetProperty("type").GetString() == type);

    private static IEnumerable<JsonElement> Lines(string export) => export.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement);
}
