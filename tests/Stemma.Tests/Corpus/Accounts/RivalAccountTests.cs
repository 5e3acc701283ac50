using System.Text;
using Stemma.Articles;
using Stemma.Corpus;

namespace Stemma.Tests.Corpus.Accounts;

/// <summary>Two speakers tell of one happening that it came about in ways that leave no room for each other.</summary>
public class RivalAccountTests
{
    private const string Blast = "A blast at the mill in Lom killed nine people on Monday. ";

    [Fact]
    public void Dropped_by_aircraft_and_leaked_from_a_depot_are_rival_accounts_of_two_speakers()
    {
        var dispute = Assert.Single(Rivals(Blast + "The mayor, Ilse Maren, said the deaths were caused by gas dropped by army aircraft. The defence minister, Orlin Voss, said the gas had leaked from a depot struck by rebel shells."));
        Assert.Equal("both speak of what brought it about; one says “were caused by gas dropped by army aircraft”, the other “had leaked from a depot”", dispute.Reason);
        Assert.Equal(Slot.Agent, dispute.Slot);
    }

    [Theory]
    [InlineData("Ilse Maren, the mayor, said the mill was shelled by rebels. Orlin Voss, the coroner, said the blast was an accident.")]
    [InlineData("Ilse Maren, the mayor, said the attack was a hoax. Orlin Voss, the miller, said the mill was bombed from the river.")]
    [InlineData("Ilse Maren, the mayor, said the attack was premeditated. Orlin Voss, the miller, said the attack was spontaneous.")]
    [InlineData("Ilse Maren, the mayor, said a technical fault was the reason for the blast. Orlin Voss, the miller, said technical faults could not have caused the blast.")]
    [InlineData("Ilse Maren, the mayor, said the mill was bombed by aircraft. Orlin Voss, the minister, said the mill was not bombed.")]
    [InlineData("Ilse Maren, the mayor, said the mill was shelled by rebels. Orlin Voss, the miller, said a leak had caught fire at the mill.")]
    [InlineData("Ilse Maren, the mayor, said the mill was shelled by rebels. Orlin Voss, the miller, said an undetected leak set off the blast.")]
    [InlineData("Ilse Maren, the mayor, said three shells were fired at the mill from the river. Orlin Voss, the miller, said a fire in the shed set off the blast.")]
    public void Manners_that_exclude_each_other_are_shown(string told) => Assert.Single(Rivals(Blast + told));

    [Theory]
    [InlineData("Ilse Maren, the mayor, said the mill was shelled by rebels. Orlin Voss, the miller, said the mill was bombed from the river.")]
    [InlineData("Ilse Maren, the mayor, said the mill was shelled by rebels. She said on Tuesday that the blast was an accident.")]
    [InlineData("Ilse Maren, the mayor, said the mill was shelled by rebels. Orlin Voss, the coroner, asked whether the blast was an accident.")]
    [InlineData("Ilse Maren, the mayor, said the mill was shelled by rebels. Orlin Voss, the coroner, said the blast was either an accident or a crime.")]
    [InlineData("Ilse Maren, the mayor, said the mill was shelled by rebels. Orlin Voss, the coroner, said another attack would be no accident.")]
    [InlineData("Ilse Maren, the mayor, said the mill was shelled by rebels. Orlin Voss, the coroner, said rumours that the blast was an accident were false.")]
    [InlineData("Ilse Maren, the mayor, said the blast was an accident. The river bank was shelled by rebels at dawn.")]
    [InlineData("Ilse Maren, the mayor, said the mill was shelled by rebels. Orlin Voss, the coroner, said the dead did not include the men who shelled it.")]
    [InlineData("Ilse Maren, the mayor, said the mill was shelled by rebels. Orlin Voss, the miller, said the accident caused much grief.")]
    [InlineData("Ilse Maren, the mayor, said the mill was bombed by ISIS. Orlin Voss, the miller, said the mill was bombed by the Islamic State.")]
    public void One_manner_one_speaker_a_question_and_what_is_left_open_are_no_rivals(string told) => Assert.Empty(Rivals(Blast + told));

    [Fact]
    public void The_order_of_articles_changes_nothing()
    {
        var one = Read("a", Blast + "The mayor, Ilse Maren, said the mill was shelled by rebels.");
        var other = Read("b", Blast + "The coroner, Orlin Voss, said the blast was an accident.");
        var tie = new PairFindings { First = "a", Second = "b", SameStory = 0.9, SameEvents = [new Tie(one.Events[0].Id, other.Events[0].Id, 0.9, "both tell of a blast")] };
        Assert.Equal(
            CorpusReader.Read([one, other], [tie]).Disputes.Select(d => d.Reason),
            CorpusReader.Read([other, one], [tie]).Disputes.Select(d => d.Reason));
    }

    private static List<Dispute> Rivals(string text) => [.. CorpusReader.Read([Read("a", text)], []).Disputes.Where(d => d.Reason.StartsWith("both speak of", StringComparison.Ordinal))];

    private static ArticleFindings Read(string id, string text)
    {
        var read = ArticleReader.Read(new RawPage { File = id, Original = Encoding.UTF8.GetBytes(text), Sha256 = id, Form = PageForm.Text, Content = text, Said = new Said { Outlet = "Harbour Post", Published = "2031-05-07" } });
        return read with { Article = read.Article with { Id = id } };
    }
}
