using Stemma.Words;

namespace Stemma.Articles.Actors;

/// <summary>Whom does a pronoun mean? The most salient actor of its number and gender, with those that come next.</summary>
internal sealed class Pronouns(ArticleWords words, Salience salience)
{
    // How sharply confidence falls with the score's distance. Set by hand on PolNeAR dev: at 0.8, 0.95, 1.1, 1.3, 1.6 `speaker.calibration` is 95.9, 96.4, 96.7, 97.1, 96.8, and nobody else speaks.
    private const double Sharpness = 1.1;

    public static bool IsPronoun(string lower) => lower is "he" or "she" or "him" or "her" or "his" or "hers" or "himself" or "herself" or "they" or "them" or "their" or "theirs" or "themselves" or "it" or "its" or "itself" or "i" or "we" or "me" or "us" or "my" or "our" or "you";

    /// <summary>Those this pronoun can mean, likeliest first, with shares that sum to one; empty where nobody fits.</summary>
    public List<(Chain Chain, double Share)> Candidates(int token, IReadOnlyList<Chain> chains, Chain? lastSpeaker, Chain? notThis)
    {
        var lower = words.Lower(token);
        var scored = new List<(Chain Chain, double Score)>();
        foreach (var chain in chains)
        {
            if (chain == notThis || !Fits(lower, chain))
            {
                continue;
            }

            var score = salience.Of(chain, token, lastSpeaker) + Taste(lower, chain);
            if (!double.IsNegativeInfinity(score))
            {
                scored.Add((chain, score));
            }
        }

        if (scored.Count == 0)
        {
            return [];
        }

        // Ties go to the one mentioned last.
        scored.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : b.Chain.LastBefore(token)!.First.CompareTo(a.Chain.LastBefore(token)!.First));
        var best = scored[0].Score;
        var sum = scored.Sum(s => Math.Exp(Sharpness * (s.Score - best)));
        return [.. scored.Take(4).Select(s => (s.Chain, Math.Exp(Sharpness * (s.Score - best)) / sum))];
    }

    /// <summary>Can this pronoun mean this actor, by number, gender and kind?</summary>
    public static bool Fits(string pronoun, Chain chain) => pronoun switch
    {
        "he" or "him" or "his" or "himself" => !chain.Plural && chain.Gender != Gender.Female && IsPerson(chain),
        "she" or "her" or "hers" or "herself" => !chain.Plural && chain.Gender != Gender.Male && IsPerson(chain),
        "they" or "them" or "their" or "theirs" or "themselves" => chain.Plural || chain.Kind is ActorKind.Organisation or ActorKind.Group || chain.Members.Count > 0 || (chain is { Kind: ActorKind.Unnamed, HeadNoun: [.., not 's', 's'] }),
        "it" or "its" or "itself" => !chain.Plural && chain.Kind is ActorKind.Organisation or ActorKind.State or ActorKind.Document or ActorKind.Outlet or ActorKind.Group && chain.Members.Count == 0,
        _ => false,
    };

    private static bool IsPerson(Chain chain) => chain.Kind == ActorKind.Person || (chain.Kind == ActorKind.Unnamed && !chain.Plural && chain.Gender != Gender.Unknown);

    // "They" is rather the many than one body.
    private static double Taste(string pronoun, Chain chain) =>
        pronoun is "they" or "them" or "their" && !chain.Plural ? -1.5 : pronoun is "it" or "its" && chain.Kind == ActorKind.Document && chain.HeadNoun is null ? -1 : 0;
}
