using Stemma.Words;

namespace Stemma.Articles.Actors;

/// <summary>Which body or group told of before does a short phrase mean: "the committee", "the researchers"? And whose envoy is "its envoy"?</summary>
internal sealed class ToldBefore(ArticleWords words, Recent recent)
{
    // How many sentences back a state may have been named that "its envoy" speaks for.
    private const int OwnerReach = 2;

    // "the committee", "the court": a body named before whose name ends so.
    public Chain? ShortBody(Head head, string noun)
    {
        if (noun is "government" or "country" or "world" or "public" or "media" or "press" or "police" or "army" or "military" && head.At - head.First > 1)
        {
            return null;
        }

        Chain? best = null;
        var at = -1;
        foreach (var chain in recent.Chains)
        {
            if (chain.Kind is not (ActorKind.Organisation or ActorKind.Outlet or ActorKind.Group) || chain.LastBefore(head.First) is not { } last || last.First <= at)
            {
                continue;
            }

            var name = chain.Name.ToLowerInvariant().Split(' ');
            var named = chain.Mentions[0].Form == MentionForm.Name && (name[^1] == noun || (name.Length > 2 && Array.IndexOf(name, noun) is var k && k >= 0 && k + 1 < name.Length && name[k + 1] is "of" or "for") || SameBody(noun, name[^1]));
            var extra = Enumerable.Range(head.First + 1, Math.Max(0, head.At - head.First - 1)).Select(words.Lower).All(w => name.Contains(w));
            if (named && extra)
            {
                (best, at) = (chain, last.First);
            }
        }

        return best;
    }

    private static bool SameBody(string noun, string last) => (noun, last) is ("panel", "committee" or "commission") or ("agency", "administration" or "bureau") or ("team", "campaign") or ("newspaper" or "paper", "post" or "times" or "gazette" or "herald" or "journal" or "tribune") or ("group", "union" or "front" or "movement" or "league" or "association" or "coalition") or ("network", "news") or ("department", "ministry");

    // The phrase with this head that was told last before.
    public Chain? Earlier(string noun, List<string> rest, int token)
    {
        var told = rest.Where(w => !WordLists.Determiners.Contains(w)).ToList();
        Chain? best = null;
        var at = -1;
        foreach (var chain in recent.Chains)
        {
            if (chain.Members.Count > 0 || chain.Mentions.Count == 0 || chain.Mentions[0].Form != MentionForm.Noun || chain.LastBefore(token) is not { } last || last.First <= at)
            {
                continue;
            }

            var opening = chain.Mentions[0];
            var end = opening.End;
            var headed = chain.HeadNoun is { } told1 && (told1 == noun || SameBody(noun, told1) || Researchers(noun, told1));
            if (headed && told.All(w => Enumerable.Range(opening.First, end - opening.First).Any(i => words.Lower(i) == w)))
            {
                (best, at) = (chain, last.First);
            }
        }

        return best;
    }

    // "a group of researchers" are "the researchers" afterwards.
    private static bool Researchers(string noun, string told) => told is "group" or "team" && PersonWords.Singular(noun) is { } one && PersonWords.KindOf(one) is PersonWordKind.Role or PersonWordKind.Title;

    /// <summary>"its envoy vetoed": the state whose envoy it is; null where the phrase is no such, or no state was told of lately.</summary>
    public Chain? Represented(Head head, string noun)
    {
        if (words.Lower(head.First) is not ("its" or "their") || !WordLists.NameWordsOf("speaks-for-state").Contains(noun))
        {
            return null;
        }

        for (var i = recent.Chains.Count - 1; i >= 0; i--)
        {
            var chain = recent.Chains[i];
            if (chain.Kind == ActorKind.State && chain.LastBefore(head.First) is { } last && words.Prose.Tokens[head.First].Sentence - last.Sentence <= OwnerReach)
            {
                return chain;
            }
        }

        return null;
    }
}
