using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>Is the one an alliance to which, by what the articles tell, the other belongs? What a member did and what its coalition did are no rival accounts.</summary>
/// <remarks>Membership stands in no list of ours: an article must tell it ("as part of a Marshland-led coalition", "the coalition, which includes Sund"), or the alliance bears the name.</remarks>
internal static class Alliances
{
    public static bool AreOne(ArticleFindings one, Actor mine, ArticleFindings other, Actor theirs) =>
        IsAlliance(mine) != IsAlliance(theirs) && (IsAlliance(mine) ? Belongs(theirs, mine, one, other) : Belongs(mine, theirs, one, other));

    private static bool IsAlliance(Actor actor) => PlainWords.Of(actor.Name).Any(w => ClaimWords.IsForm("alliance", w.Lower));

    private static bool Belongs(Actor member, Actor alliance, ArticleFindings one, ArticleFindings other) =>
        Bears(alliance, member)
        || IsTold(member, one) || (!ReferenceEquals(one, other) && IsTold(member, other));

    // "the Marshland-led coalition", "Marshland and its allies".
    private static bool Bears(Actor alliance, Actor member) =>
        PlainWords.Of(member.Name).Select(w => w.Lower).ToList() is { Count: > 0 } name && name.TrueForAll(PlainWords.Of(alliance.Name).Select(w => w.Lower).ToHashSet(StringComparer.Ordinal).Contains);

    // A sentence with the alliance, the member and a word of belonging.
    private static bool IsTold(Actor member, ArticleFindings article)
    {
        var names = article.Actors.Where(a => a.Name == member.Name || (a.Kind == ActorKind.State && member.Kind == ActorKind.State && a.Country is not null && a.Country == member.Country)).SelectMany(a => a.Mentions).ToList();
        return names.Count > 0
            && PlainWords.Of(article.Article.Text).GroupBy(w => w.Sentence).Any(sentence =>
            {
                var words = sentence.ToList();
                var whole = new TextSpan(words[0].Span.Begin, words[^1].Span.End);
                return words.Exists(w => ClaimWords.IsForm("alliance", w.Lower)) && words.Exists(w => ClaimWords.IsForm("belonging", w.Lower)) && names.Exists(n => n.Overlaps(whole));
            });
    }
}
