using static Stemma.Tests.Corpus.Reuse.ChangesTests;
using static Stemma.Tests.Corpus.Reuse.Newsroom;

namespace Stemma.Tests.Corpus.Reuse;

/// <summary>The silent edit: one address, other words.</summary>
public class RevisionTests
{
    private const string First =
        "Two silos of the grain terminal at Lom blew apart at dusk and burned through the night.\n\n" +
        "Interior minister Ilse Maren said shells from the north bank had hit the second silo. Four cranes fell into the harbour basin 🌾.\n\n" +
        "Harbour master Orlin Voss said no guard had been posted at the gate since March.\n\n" +
        "Rescue boats carried fourteen wounded dockers across to Marshland before midnight.";

    private static readonly string Second = First
        .Replace("carried fourteen wounded", "carried twenty-two wounded", StringComparison.Ordinal)
        .Replace("Harbour master Orlin Voss said no guard had been posted at the gate since March.\n\n", "", StringComparison.Ordinal)
        + "\n\nPresident Jonas Reth called the blast an accident in a speech on the radio.";

    [Fact]
    public void Claims_added_dropped_and_reworded_between_versions_are_listed()
    {
        var revision = Assert.Single(Reading("https://harbour.example/lom", "https://harbour.example/lom").Revisions);

        Assert.Equal(("b", "a", "a", 2), (revision.Article, revision.Before, revision.First, revision.Version));
        Assert.Equal([EditKind.Dropped, EditKind.Reworded, EditKind.Added], revision.Edits.Select(e => e.Kind));
        var (dropped, reworded, added) = (revision.Edits[0], revision.Edits[1], revision.Edits[2]);
        Assert.StartsWith("Harbour master Orlin Voss", dropped.Before!.Span.Of(First), StringComparison.Ordinal);
        Assert.Null(dropped.After);
        Assert.Single(dropped.StatementsBefore);
        Assert.Equal(["figure changed: fourteen → twenty-two"], reworded.Changed);
        Assert.Equal("President Jonas Reth called the blast an accident in a speech on the radio.", added.After!.Span.Of(Second));
        Assert.NotEmpty(added.StatementsAfter);
    }

    [Fact]
    public void The_order_of_arrival_does_not_say_which_version_was_first()
    {
        var (a, b) = Versions("https://harbour.example/lom", "https://harbour.example/lom");
        Assert.Equal(Told(Read(a, b)), Told(Read(b, a)));
    }

    [Fact]
    public void Versions_of_one_day_follow_the_time_an_archive_fetched_them()
    {
        var (a, b) = Versions("https://harbour.example/lom", "https://harbour.example/lom");
        var day = Edtf.Parse("2031-05-04");
        ArticleFindings Fetched(ArticleFindings f, string at) => f with { Article = f.Article with { Fetched = at }, Published = f.Published! with { Moment = day } };
        var reading = Read(Fetched(a, "2031-05-04T20:00:00Z"), Fetched(b, "2031-05-04T07:00:00Z"));
        Assert.Equal("a", Assert.Single(reading.Revisions).Article);
    }

    [Theory]
    [InlineData("http://www.harbour.example/lom/?utm_source=post#top", true)]
    [InlineData("https://HARBOUR.example/lom", true)]
    [InlineData("https://harbour.example/lom?page=2", false)]
    [InlineData("https://harbour.example/LOM", false)]
    [InlineData("https://inland.example/lom", false)]
    [InlineData("", false)]
    public void One_page_is_known_by_its_address(string other, bool same) =>
        Assert.Equal(same ? 1 : 0, Reading("https://harbour.example/lom", other).Revisions.Count);

    [Fact]
    public void Another_page_at_the_same_address_is_a_version_with_all_sentences_new()
    {
        var a = Page("a", "Harbour Post", First, "2031-05-04", "https://harbour.example/now");
        var b = Page("b", "Harbour Post", "The museum of Vardia bought a portrait by Anselm Roe. It hangs beside his landscapes from May.", "2031-05-09", "https://harbour.example/now");
        var edits = Assert.Single(Read(a, b).Revisions).Edits;
        Assert.Equal(2, edits.Count(e => e.Kind == EditKind.Added));
        Assert.Equal(5, edits.Count(e => e.Kind == EditKind.Dropped));
    }

    [Fact]
    public void A_trace_shows_both_wordings()
    {
        var (a, b) = Versions("https://harbour.example/lom", "https://harbour.example/lom");
        var all = new Case("lom.db", [a, b], Read(a, b), [], [], [], []);
        var shown = Stemma.Views.TraceView.Of(all, "b", 100).ToString();
        Assert.Contains("version 2", shown, StringComparison.Ordinal);
        Assert.Contains("figure changed: fourteen → twenty-two", shown, StringComparison.Ordinal);
        Assert.Contains("+ President Jonas Reth called the blast an accident", shown, StringComparison.Ordinal);
        Assert.Contains("− Harbour master Orlin Voss said no guard had been posted", shown, StringComparison.Ordinal);
    }

    private static (ArticleFindings A, ArticleFindings B) Versions(string url, string other) =>
        (Page("a", "Harbour Post", First, "2031-05-04", url), Page("b", "Harbour Post", Second, "2031-05-05", other));

    private static CaseReading Reading(string url, string other)
    {
        var (a, b) = Versions(url, other);
        return Read(b, a);
    }

    private static string Told(CaseReading reading) => System.Text.Json.JsonSerializer.Serialize(reading.Revisions, FindingsJson.Options);
}
