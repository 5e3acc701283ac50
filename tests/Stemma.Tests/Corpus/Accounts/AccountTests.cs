using System.Text;
using Stemma.Articles;
using Stemma.Corpus;

namespace Stemma.Tests.Corpus.Accounts;

/// <summary>What stands in the matrix of one happening.</summary>
public class AccountTests
{
    [Fact]
    public void A_province_and_the_town_in_it_are_one_where() =>
        Assert.Equal(["Sel"], Where("The ministry said gunmen attacked a convoy near Sel in northern Orm on Monday. Witnesses said the attack in Orm lasted an hour."));

    [Fact]
    public void A_country_by_another_of_its_names_is_no_other_where() =>
        Assert.Equal(["Britain"], Where("The ministry said a bomb exploded in Britain on Monday, killing nine people. Witnesses said the explosion in the U.K. was heard for miles."));

    private static IEnumerable<string> Where(string text)
    {
        var article = ArticleReader.Read(new RawPage { File = "a", Original = Encoding.UTF8.GetBytes(text), Sha256 = "a", Form = PageForm.Text, Content = text, Said = new Said { Outlet = "Harbour Post", Published = "2031-05-07" } });
        return CorpusReader.Read([article], []).Accounts.Where(a => a.Slot == Slot.Where).Select(a => a.Value).Distinct().Order(StringComparer.Ordinal);
    }
}
