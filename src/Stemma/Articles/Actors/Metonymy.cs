namespace Stemma.Articles.Actors;

/// <summary>Does a place name stand for its government or people here?</summary>
internal sealed class Metonymy(ArticleWords words)
{
    private static readonly HashSet<string> Locative = ["in", "at", "near", "from", "to", "into", "of", "across", "throughout", "outside", "inside", "through", "around", "via", "on", "off", "toward", "towards", "within"];

    public void Mark(List<Mention> names)
    {
        foreach (var name in names.Where(n => n.Class is NameClass.Country or NameClass.Capital or NameClass.Place))
        {
            name.Metonymic = Acts(name);
        }
    }

    private bool Acts(Mention name)
    {
        var before = name.First - 1;
        while (before >= 0 && words.Lower(before) is "the" or "northern" or "southern" or "eastern" or "western" or "central")
        {
            before--;
        }

        return !(before >= 0 && Locative.Contains(words.Lower(before)));
    }
}
