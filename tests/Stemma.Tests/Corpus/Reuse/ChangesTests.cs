using static Stemma.Tests.Corpus.Reuse.Newsroom;

namespace Stemma.Tests.Corpus.Reuse;

/// <summary>What a claim loses from hand to hand: its speaker, a figure, the denial beside it, the marks of a quotation.</summary>
public class ChangesTests
{
    private const string Told =
        "Two silos of the grain terminal at Lom blew apart at dusk and burned through the night.\n\n" +
        "Interior minister Ilse Maren said shells from the north bank of the Vardia had hit the second silo before it burst.\n\n" +
        "The army of the north denied that it had fired a single shot across the river that evening.\n\n" +
        "Rescue boats carried at least fourteen wounded dockers across to Marshland before midnight, the port authority said.\n\n" +
        "“Nobody here was warned before the first tank went up into the sky,” said harbour master Orlin Voss beside the gate.";

    [Theory]
    [InlineData("Interior minister Ilse Maren said shells", "Shells", "attribution lost: Interior minister Ilse Maren")]
    [InlineData("at least fourteen", "at least 22", "figure changed: at least fourteen → at least 22")]
    [InlineData("at least fourteen", "14", "figure changed: at least fourteen → 14")]
    [InlineData("The army of the north denied that it had fired a single shot across the river that evening.\n\n", "", "denial dropped: The army of the north denied")]
    [InlineData("“Nobody here was warned before the first tank went up into the sky,” said harbour master Orlin Voss", "Nobody here was warned before the first tank went up into the sky, said harbour master Orlin Voss", "quotation unmarked: Nobody here was warned before the first tank went up into the sky,")]
    public void What_a_claim_lost_on_the_way_is_told(string before, string after, string change) =>
        Assert.Equal([change], Changed(Told.Replace(before, after, StringComparison.Ordinal)));

    [Theory]
    [InlineData("at least fourteen", "at least 14")]
    [InlineData("Interior minister Ilse Maren said", "Ilse Maren told reporters that")]
    [InlineData("Interior minister Ilse Maren said shells", "Shells, said the interior minister,")]
    [InlineData("Two silos of the grain terminal at Lom blew apart", "The silos of the grain terminal at Lom blew apart")]
    [InlineData("The army of the north denied that it had fired a single shot across the river that evening.", "Not one gun of the army of the north fired across the water, its command insists; it denied any shelling.")]
    public void A_claim_that_keeps_its_speaker_and_its_figures_lost_nothing(string before, string after) =>
        Assert.Empty(Changed(Told.Replace(before, after, StringComparison.Ordinal)));

    [Fact]
    public void Passages_of_two_reports_that_owe_each_other_nothing_tell_of_no_loss()
    {
        const string quotation = "“Nobody here was warned before the first tank went up into the sky, and no telephone rang at all,”";
        var reading = Read(
            Page("a", "Harbour Post", $"Smoke hung over the basin when the gates opened this morning.\n\n{quotation} said harbour master Orlin Voss."),
            Page("b", "Inland Times", $"There was anger at the barrier today, and few answers.\n\n{quotation} a man with soot on his sleeves shouted."));
        Assert.All(reading.Passages, p => Assert.Empty(p.Losses));
        Assert.Equal(2, reading.Origins.Count);
    }

    private static IEnumerable<string> Changed(string copy) =>
        Read(Page("a", "North Wire", "LOM, May 4 (North Wire) — " + Told), Page("b", "Harbour Post", copy + "\n\n(North Wire)")).Passages.SelectMany(p => p.Losses);

    /// <summary>An article with what the reader finds in it.</summary>
    internal static ArticleFindings Page(string id, string outlet, string text, string? published = null, string? url = null)
    {
        var findings = Stemma.Articles.ArticleReader.Read(new RawPage
        {
            File = id,
            Given = id,
            Original = System.Text.Encoding.UTF8.GetBytes(text),
            Sha256 = id,
            Form = PageForm.Text,
            Content = text,
            Carried = new Said { Outlet = outlet, Published = published, Url = url },
        });
        return findings with { Article = findings.Article with { Id = id } };
    }
}
