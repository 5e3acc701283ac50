using System.Text.Json.Nodes;
using Stemma.Cli;
using Stemma.Ledger;
using Stemma.Sqlite;

namespace Stemma.Tests;

/// <summary>The samples were written with a truth beside them (samples/lom-terminal/truth.json): does Stemma find it?</summary>
public sealed class SampleTests(SampleCase samples) : IClassFixture<SampleCase>
{
    private Case All => samples.All;

    [Fact]
    public void The_tree_of_copies_is_the_true_one()
    {
        var truth = SampleCase.Truth["tree"]!.AsArray().Select(e => e!.AsObject()).ToList();
        foreach (var edge in truth)
        {
            var child = samples.Id(edge["article"]!.GetValue<string>());
            var right = (edge["alsoRight"]?.AsArray() ?? []).Append(edge["parent"]!.DeepClone()).Select(p => samples.Id(p!.GetValue<string>())).ToList();
            Assert.Contains(All.Reading.Hops, h => h.Article == child && h.Parent is { } parent && right.Contains(parent));
        }

        var copies = truth.Select(e => samples.Id(e["article"]!.GetValue<string>())).ToHashSet();
        Assert.DoesNotContain(All.Reading.Hops, h => h.Parent is not null && !copies.Contains(h.Article));
    }

    [Fact]
    public void The_hedge_lost_on_the_way_is_told()
    {
        var (inland, harbour) = (samples.Id("inland-times-1"), samples.Id("harbour-post-1"));
        var between = All.Reading.Passages.Where(p => (p.From.Article == inland && p.To.Article == harbour) || (p.From.Article == harbour && p.To.Article == inland)).SelectMany(p => p.Changed);
        Assert.Contains("hedge dropped: allegedly", between);
    }

    [Fact]
    public void Shells_and_a_leak_are_two_accounts_of_one_happening()
    {
        var accounts = All.Reading.Accounts.Where(a => a.Slot is Slot.Agent or Slot.What).ToList();
        var shells = accounts.First(a => Voices(a).Contains("Ilse Maren") && a.Value.Contains("shell", StringComparison.OrdinalIgnoreCase));
        var leak = accounts.First(a => Voices(a).Contains("Tam Reker") && a.Value.Contains("leak", StringComparison.OrdinalIgnoreCase));
        Assert.NotEqual(shells.Id, leak.Id);
        Assert.Equal(shells.Event, leak.Event);
    }

    [Fact]
    public void Voss_denies_and_the_prime_ministers_office_declines()
    {
        Assert.Contains(All.Reading.Statements, s => s.Statement.Act == Act.Deny && All.NameOf(s.Statement.Actor) == "Orlin Voss");
        Assert.Contains(All.Reading.Statements, s => s.Statement.Act == Act.Decline && All.NameOf(s.Statement.Actor).Contains("prime minister", StringComparison.Ordinal));
    }

    [Fact]
    public void The_veto_has_its_council_its_day_and_who_cast_it()
    {
        var veto = All.Reading.Events.First(e => e.Vote is { Stage: VoteStage.Vetoed, Body: "Harbour Council" } && e.Date?.Edtf == "2031-05-07");
        Assert.Contains(veto.Vote!.Positions, p => p.Value == VotePosition.Veto && All.NameOf(p.Key) == "Marshland");
    }

    [Theory]
    [InlineData("statements")]
    [InlineData("accounts")]
    [InlineData("disputes")]
    [InlineData("events")]
    [InlineData("hops")]
    public void Every_table_of_the_samples_can_be_written(string table)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        Assert.Equal(0, Entrance.Run(["export", "--format", "csv", "--table", table, "--case", samples.CaseFile], Face.Of(output, error, 120, TimeProvider.System, () => Stream.Null)));
        Assert.True(output.ToString().Split('\n').Length > 3, error.ToString());
    }

    private List<string> Voices(Account account) => [.. account.Voices.Select(All.NameOf)];
}

/// <summary>The case that `stemma demo` makes.</summary>
public sealed class SampleCase : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stemma-samples-").FullName;

    public SampleCase()
    {
        using var words = new StringWriter();
        Assert.Equal(0, Entrance.Run(["demo", "--case", CaseFile], Face.Of(words, words, 120, TimeProvider.System, () => Stream.Null)));
        using var ledger = SqliteLedger.Open(CaseFile, Access.Read);
        All = WholeCase.Read(ledger);
    }

    public static JsonObject Truth { get; } = JsonNode.Parse(File.ReadAllText(Path.Combine(Spec.TestTree(), "..", "..", "samples", "lom-terminal", "truth.json")))!.AsObject();

    public Case All { get; }

    public string CaseFile => Path.Combine(_folder, "demo.db");

    /// <summary>The article of this name in the truth: the identifier it came with, or its file's stem.</summary>
    public string Id(string name) => All.Articles.Single(a => a.Article.Id == name || a.Article.Given == name || Path.GetFileNameWithoutExtension(a.Article.File) == name).Article.Id;

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
