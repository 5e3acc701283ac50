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

        // A person is meant by their country only where somebody of another speaks: "Vardia is behind it", not "an affair that shook Vardia".
        var abroad = answer.Actors.FirstOrDefault(a => a.Id == speaker) is not { Kind: ActorKind.Person, Country: var home } || (told.Actors.FirstOrDefault(a => a.Id == claim.Actor)?.Country is { } from && from != home);
        var named = Enumerable.Range(0, words.Count).Where(i => Names(words[i], told, answer, speaker, abroad)).ToList();
        return named.Count > 0 && (claim.Act == Act.Accuse || (Alleges(told, claim) && TellsOf(told, words, answer, speaker)) || Enumerable.Range(0, words.Count).Any(i => Blames(words, i) && named.Exists(n => i - n is > -MostBehindBlame and <= MostBeforeBlame)));
    }

    /// <summary>The speaker is named at its head as the one who does or is what it tells: "said Voss offered to pay", "Voss had been told".</summary>
    public static bool TellsOf(ArticleFindings told, IReadOnlyList<ClaimTerm> words, ArticleFindings answer, string? speaker)
    {
        if (speaker is null || words.Count == 0 || words[0].Lower is "of" or "about" or "for")
        {
            return false;
        }

        var name = words.Take(MostTitles).ToList().FindLastIndex(w => Names(w, told, answer, speaker));
        return name >= 0 && !words.Take(name).TakeLast(TitleReach).Any(w => w.Lower is "of" or "by" or "to" or "with" or "from" or "for" or "against" or "about" or "at" or "on") && words.Skip(name + 1).Take(VerbReach).TakeWhile(w => w.Lower != "to").Any(w => ClaimWords.Is("be", w.Lower) || ClaimWords.Is("have", w.Lower) || ClaimWords.Is("future", w.Lower) || (!w.Capital && Predicate.IsVerb(w)));
    }

    // "that the interior minister Ilse Maren also once told": a title before the name, an adverb or two behind it.
    private const int MostTitles = 6;
    private const int VerbReach = 3;

    // "the sacking of Mr. Voss as aimed at": who suffers it is not told to do it.
    private const int TitleReach = 2;

    /// <summary>Here begin words that say whose doing it was: "behind", "ordered", "carried out", "shot by".</summary>
    public static bool Blames(IReadOnlyList<ClaimTerm> words, int i) =>
        ClaimWords.PhraseAt("how-phrase", words, i) > 0 || ClaimWords.Is("blame", words[i].Lower)
        || (words[i].Lower == "by" && i > 0 && Predicate.IsVerb(words[i - 1]) && ClaimWords.IsVerbForm("harm", words[i - 1].Lower))
        || (ClaimWords.IsForm("charge-verb", words[i].Lower) && !(i > 0 && words[i - 1].Lower == "for"))

        // "was ordered by", "ordered the killing"; not "an alleged theft".
        || (ClaimWords.IsVerbForm("charge-verb", words[i].Lower) && words[i].Lower.EndsWith("ed", StringComparison.Ordinal) && words[i].Lower != "alleged" && i > 0 && !ClaimWords.Is("determiner", words[i - 1].Lower));

    // "claims Voss had been paid", "allegations that Voss had been paid": told as what is held against somebody.
    private static bool Alleges(ArticleFindings told, Statement claim) =>
        ClaimReader.Terms(told.Article.Text, claim.Cue).Any(w => ClaimWords.IsForm("blame-noun", w.Lower) || ClaimWords.IsForm("charge-verb", w.Lower));

    // The word names the speaker: by their country, where a state speaks, or by their name.
    private static bool Names(ClaimTerm word, ArticleFindings told, ArticleFindings answer, string speaker, bool abroad = false)
    {
        var actor = answer.Actors.FirstOrDefault(a => a.Id == speaker);
        var last = actor?.Kind == ActorKind.Person ? actor.Name.Split(' ')[^1] : actor?.Name;
        return actor is not null
            && ((ReferenceEquals(told, answer) && ClaimWords.Is("person-pronoun", word.Lower) && actor.Mentions.Any(m => m.Any(s => s == word.Span)))
                || (word.Country is not null && word.Country == actor.Country && !IsPart(told.Article.Text, word.Span) && (actor.Kind != ActorKind.Person || (abroad && actor.Role is not null)))
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
