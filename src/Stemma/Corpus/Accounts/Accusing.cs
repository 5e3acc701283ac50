using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>Does a statement blame this very speaker, and do two speakers stand on one side?</summary>
internal static class Accusing
{
    // "Vardia was, they said, behind it", "blamed on Vardia": so many words lie at most between the two.
    private const int MostBeforeBlame = 5;
    private const int MostBehindBlame = 4;

    /// <summary>Blames this very speaker of another article, or of this one, or says of them that it was their doing.</summary>
    public static bool Accuses(ArticleFindings told, Statement claim, IReadOnlyList<ClaimTerm> words, ArticleFindings answer, string? speaker)
    {
        if (speaker is null)
        {
            return false;
        }

        if (claim.Accused.Any(a => OneSide(told, a, answer, speaker)))
        {
            return true;
        }

        var named = Enumerable.Range(0, words.Count).Where(i => Names(words[i], told, answer, speaker)).ToList();
        return named.Count > 0 && (claim.Act == Act.Accuse || Enumerable.Range(0, words.Count).Any(i => Blames(words, i) && named.Exists(n => i - n is > -MostBehindBlame and <= MostBeforeBlame)));
    }

    /// <summary>Here begin words that say whose doing it was: "behind", "ordered", "carried out", "shot by".</summary>
    public static bool Blames(IReadOnlyList<ClaimTerm> words, int i) =>
        ClaimWords.PhraseAt("how-phrase", words, i) > 0 || ClaimWords.Is("blame", words[i].Lower)
        || (words[i].Lower == "by" && i > 0 && Predicate.IsVerb(words[i - 1]) && ClaimWords.IsVerbForm("harm", words[i - 1].Lower))
        || (ClaimWords.IsForm("charge-verb", words[i].Lower) && !(i > 0 && words[i - 1].Lower == "for"));

    // The word names the speaker: by their country, where a state speaks, or by their name.
    private static bool Names(ClaimTerm word, ArticleFindings told, ArticleFindings answer, string speaker)
    {
        var actor = answer.Actors.FirstOrDefault(a => a.Id == speaker);
        var last = actor?.Kind == ActorKind.Person ? actor.Name.Split(' ')[^1] : actor?.Name;
        return actor is not null
            && ((word.Country is not null && word.Country == actor.Country && !IsPart(told.Article.Text, word.Span) && (actor.Kind != ActorKind.Person || actor.Role is not null))
                || (word.Capital && last is not null && last.Equals(word.Span.Of(told.Article.Text), StringComparison.OrdinalIgnoreCase)));
    }

    // "Vardia-backed": who is backed is meant.
    private static bool IsPart(string text, TextSpan word) => word.End < text.Length && text[word.End] == '-';

    /// <summary>The same actor, or a state and who speaks for it.</summary>
    public static bool OneSide(ArticleFindings one, string? a, ArticleFindings other, string? b)
    {
        var (x, y) = (one.Actors.FirstOrDefault(k => k.Id == a), other.Actors.FirstOrDefault(k => k.Id == b));
        return x is not null && y is not null
            && ((ReferenceEquals(one, other) && a == b)
                || x.Name == y.Name
                || IsBodyOf(x, y) || IsBodyOf(y, x)
                || (x.Country is not null && x.Country == y.Country && (x.Kind == ActorKind.State || y.Kind == ActorKind.State)));
    }

    // "Maren", "the Maren administration", "Maren's office".
    private static bool IsBodyOf(Actor body, Actor person) =>
        person.Kind == ActorKind.Person && body.Kind is ActorKind.Organisation or ActorKind.Group && body.Name.Split(' ', '’', '\'').Contains(person.Name.Split(' ')[^1], StringComparer.Ordinal);
}
