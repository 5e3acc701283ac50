using Stemma.Articles;
using Stemma.Articles.Intake;
using Stemma.Corpus;

namespace Stemma.Tests.Corpus.Accounts;

/// <summary>Who was accused, and who answers for them: themselves, their spokesman or state, of this charge and no other.</summary>
public class AnswerTests
{
    private const string Attack = "LOM (NW) - Vardia on Monday accused Orlin Voss of shelling the grain terminal at Lom. ";

    [Fact]
    public void A_denial_behind_the_charge_is_of_it()
    {
        var answer = Assert.Single(Answers(Attack + "Voss has denied any involvement in the shelling."));
        Assert.Equal("denies", answer.Kind);
        Assert.NotEmpty(answer.By);
    }

    [Fact]
    public void A_spokesman_answers_for_whom_he_speaks() =>
        Assert.Equal("denies", Assert.Single(Answers(Attack + "A spokesman for Voss said the accusation was false.")).Kind);

    [Fact]
    public void A_refusal_to_comment_is_told_as_one() =>
        Assert.Equal("declines to comment", Assert.Single(Answers(Attack + "Voss declined to comment.")).Kind);

    [Fact]
    public void Where_the_accused_says_nothing_no_answer_is_given() =>
        Assert.Equal("no answer given", Assert.Single(Answers(Attack + "Eleven trucks burned in the yard.")).Kind);

    [Fact]
    public void Where_nobody_is_told_who_accuses_no_silence_is_told()
    {
        Assert.Empty(Answers("Orlin Voss was accused of burning the depot at Lom. Eleven trucks burned in the yard."));
        Assert.Equal("denies", Assert.Single(Answers("Orlin Voss was accused of burning the depot at Lom. Voss denied the accusation.")).Kind);
    }

    [Fact]
    public void A_denial_of_another_matter_is_no_answer() =>
        Assert.DoesNotContain(Answers(Attack + "Fourteen people were killed, the port said on Tuesday. The mayor opened a bridge. Trains ran late. Schools were closed. Voss has denied embezzling the pensions of the dockers."), a => a.Kind == "denies");

    [Theory]
    [InlineData("Vardia stopped short of accusing Orlin Voss of shelling the grain terminal at Lom.")]
    [InlineData("Vardia levelled accusations of trickery and neglect on Monday.")]
    [InlineData("The mayor allegedly called Orlin Voss before the terminal burned.")]
    [InlineData("Orlin Voss cast himself as the candidate of order on Monday.")]
    [InlineData("The minister blamed a malfunction for the fire at the terminal.")]
    public void Who_is_not_blamed_is_not_accused(string text) => Assert.Empty(Answers(text));

    [Fact]
    public void A_wrong_told_by_a_plain_verb_is_a_charge_that_can_be_answered()
    {
        Assert.Equal("denies", Assert.Single(Answers("Ilse Maren said on Monday that Orlin Voss had stolen the seal of Lom. Voss denied the allegation.")).Kind);
        Assert.Equal("no answer given", Assert.Single(Answers("Ilse Maren said on Monday that Orlin Voss had stolen the seal of Lom. Eleven trucks burned in the yard.")).Kind);
    }

    [Theory]
    [InlineData("Ilse Maren said on Monday that Orlin Voss might have stolen the seal of Lom.")]
    [InlineData("Ilse Maren said on Monday that Orlin Voss had broken no law. Eleven trucks burned in the yard.")]
    [InlineData("Ilse Maren said on Monday that the new act hurts the poor. Eleven trucks burned in the yard.")]
    [InlineData("Ilse Maren said on Monday that nobody had stolen the seal of Lom.")]
    [InlineData("Ilse Maren acknowledged on Monday that her clerks had destroyed evidence.")]
    public void What_is_no_wrong_told_as_done_of_somebody_is_no_charge(string text) => Assert.Empty(Answers(text));

    [Fact]
    public void Who_speaks_in_the_article_is_not_told_to_be_silent_on_a_plain_charge() =>
        Assert.DoesNotContain(Answers("Orlin Voss opened the fair at Lom and said it was the best of years. Trains ran late. Schools were closed. Ilse Maren said on Monday that Orlin Voss had stolen the seal of Lom. Eleven trucks burned in the yard."), a => a.Kind == "no answer given");

    [Fact]
    public void A_denial_of_an_earlier_charge_does_not_answer_a_new_one_told_plainly() =>
        Assert.Single(Answers("Orlin Voss was accused by former clerks of theft in the spring. He has denied the allegations. A new report tells of another clerk. Ilse Maren said Voss once assaulted her at the office."), a => a.Kind == "denies");

    [Fact]
    public void A_denial_of_what_one_says_does_not_answer_another() =>
        Assert.DoesNotContain(Answers("The Harbour Guard has denied Orlin Voss's claims that it will free the kidnapped sailors. Voss spoke in Ost. Ilse Maren said this week that the Harbour Guard had kidnapped the sailors."), a => a.Kind == "denies");

    [Fact]
    public void A_denial_of_all_of_them_answers_for_each()
    {
        var answers = Answers("Orlin Voss has been accused by six clerks of theft. Ilse Maren left the port after several sailors accused her of assault. All of those captains have denied any wrongdoing.");
        Assert.Equal(2, answers.Count(a => a.Kind == "denies"));
    }

    [Fact]
    public void A_refusal_to_do_something_is_no_refusal_to_comment()
    {
        var reading = Read("Ilse Maren refused to resign on Monday. The port authority declined to comment.");
        Assert.Single(reading.NoComment);
    }

    private static IReadOnlyList<Answer> Answers(string text) => Read(text).Answers;

    private static CaseReading Read(string text)
    {
        var findings = ArticleReader.Read(new RawPage { File = "one", Original = System.Text.Encoding.UTF8.GetBytes(text), Sha256 = "one", Form = PageForm.Text, Content = text, Said = new Said { Published = "2031-05-06" } });
        return CorpusReader.Read([findings with { Article = findings.Article with { Id = "one" } }], []);
    }
}
