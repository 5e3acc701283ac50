using Stemma.Articles;
using Stemma.Articles.Intake;
using Stemma.Corpus;

namespace Stemma.Tests.Corpus.Accounts;

/// <summary>Who first held one thing and later another: told by an article in so many words, or by their own statements of two days.</summary>
public class TurnTests
{
    [Theory]
    [InlineData("LOM (NW) - Orlin Voss initially said the meeting was about grain before acknowledging that he was offered money by the council.", TurnKind.Admits, "the meeting was about grain")]
    [InlineData("LOM (NW) - Vardia initially denied reports that one of its missiles had hit the terminal. On Monday it admitted that the missile which hit the terminal was its own.", TurnKind.Admits, "one of its missiles")]
    [InlineData("LOM (NW) - Orlin Voss said he was in the picture, then changed his story on Saturday, saying he did not appear in the picture.", TurnKind.Denies, "he was in the picture")]
    [InlineData("LOM (NW) - The ministry initially told the council that it never lost track of the shells. The ministry retracted that claim in May.", TurnKind.TakesBack, "never lost track")]
    [InlineData("LOM (NW) - After initially condemning the dockers, the diocese later said it was pressed into a hasty statement.", TurnKind.SaysOtherwise, "the dockers")]
    [InlineData("LOM (NW) - Ilse Maren told the council that the talks had ended in January. But she now says that the talks lasted until June.", TurnKind.SaysOtherwise, "ended in January")]
    public void An_article_that_tells_of_a_change_of_mind_shows_both_words(string text, TurnKind kind, string before)
    {
        var turn = Assert.Single(Read(("one", text, "2031-05-06")).Turns);
        Assert.Equal(kind, turn.Kind);
        Assert.Contains(before, turn.Before.Words.Span.Of(text), StringComparison.Ordinal);
        Assert.NotEmpty(turn.Reason);
    }

    [Theory]
    [InlineData("LOM (NW) - The ministry initially said at least 14 people were killed. It later said 22 people were killed.")]
    [InlineData("LOM (NW) - Orlin Voss earlier said the gate was shut. Ilse Maren later said the gate was open.")]
    [InlineData("LOM (NW) - Orlin Voss initially declined to comment. He later said the port would open in June.")]
    [InlineData("LOM (NW) - Orlin Voss said on Monday that the port was closed. He later said that trains were running late.")]
    public void A_later_count_another_speaker_a_refusal_and_another_matter_are_no_change_of_mind(string text) => Assert.Empty(Read(("one", text, "2031-05-06")).Turns);

    [Fact]
    public void What_an_actor_denied_one_day_and_admits_on_a_later_one_is_told_with_both_days()
    {
        var turn = Assert.Single(Read(
            ("one", "LOM (NW) - Orlin Voss denied on Monday that he had met the smugglers at the harbour.", "2031-05-05"),
            ("two", "LOM (NW) - Orlin Voss admitted on Friday that he had met the smugglers at the harbour.", "2031-05-09")).Turns);
        Assert.Equal((TurnKind.Admits, "2031-05-05", "2031-05-09"), (turn.Kind, turn.Before.Day!.Edtf, turn.After.Day!.Edtf));
    }

    [Fact]
    public void What_two_deny_and_admit_on_two_days_is_no_change_of_mind() => Assert.Empty(Read(
        ("one", "LOM (NW) - Orlin Voss denied on Monday that he had met the smugglers at the harbour.", "2031-05-05"),
        ("two", "LOM (NW) - Ilse Maren admitted on Friday that she had met the smugglers at the harbour.", "2031-05-09")).Turns);

    [Fact]
    public void The_order_of_articles_changes_no_turn()
    {
        (string, string, string)[] articles =
        [
            ("one", "LOM (NW) - Orlin Voss denied on Monday that he had met the smugglers at the harbour.", "2031-05-05"),
            ("two", "LOM (NW) - Orlin Voss admitted on Friday that he had met the smugglers at the harbour. 🚢 “He walked that back”, said nobody.", "2031-05-09"),
        ];
        Assert.Equal(Read(articles).Turns, Read([.. articles.Reverse()]).Turns);
    }

    private static CaseReading Read(params (string Id, string Text, string Day)[] articles)
    {
        var read = articles.Select(a => ArticleReader.Read(new RawPage { File = a.Id, Original = System.Text.Encoding.UTF8.GetBytes(a.Text), Sha256 = a.Id, Form = PageForm.Text, Content = a.Text, Said = new Said { Published = a.Day } }) is var f ? f with { Article = f.Article with { Id = a.Id } } : null!).ToList();
        return CorpusReader.Read(read, []);
    }
}
