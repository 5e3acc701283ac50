using Stemma.Words;

namespace Stemma.Articles.Actors;

/// <summary>Who holds the office that a phrase names: "the minister", "his lawyer", "the woman"?</summary>
internal sealed class OfficeHolders(ArticleWords words, IReadOnlyList<Chain> chains, Recent recent, Salience salience)
{
    // "the minister", "Pagliano's lawyer", a headline's "Lawmaker": the person whose office it is.
    public Chain? ByOffice(Head head, List<string> rest, bool owned, bool headline)
    {
        var title = Office(head);
        Chain? best = null;
        var score = double.NegativeInfinity;
        foreach (var chain in headline ? chains.Take(200) : recent.Chains)
        {
            if (chain.Kind != ActorKind.Person || chain.Members.Count > 0)
            {
                continue;
            }

            var office = chain.Roles.FirstOrDefault(r => RoleWords.Same(r.Head, title));
            if (office.Head is null)
            {
                continue;
            }

            var told = rest.Where(w => w.Length > 2 && !WordLists.Determiners.Contains(w) && w is not "'s").ToList();
            var shared = told.Count(w => chain.Roles.Any(r => r.Said.Any(x => x == w || (x.Length > 4 && w.Length > 4 && (x.StartsWith(w, StringComparison.Ordinal) || w.StartsWith(x, StringComparison.Ordinal))))));
            var last = chain.LastBefore(head.First);
            // Nobody is meant before being named, but in a headline.
            if (last is null && !headline)
            {
                continue;
            }

            if (told.Count > 0 && shared == 0 && Contradicts(told, chain))
            {
                continue;
            }

            if (owned && shared == 0)
            {
                continue;
            }

            var at = 2.0 * shared - 0.7 * (told.Count - shared) + (last is null ? -3 : -0.4 * Math.Min(8, words.Prose.Tokens[head.First].Sentence - last.Sentence)) + (chain.Roles.Any(r => r.Head == title) ? 0.8 : 0) + 0.2 * Math.Log(1 + chain.Mentions.Count);
            if (office.Said.Contains("former") && !told.Contains("former"))
            {
                at -= 1;
            }

            if (at > score)
            {
                (best, score) = (chain, at);
            }
        }

        return score > -6 ? best : null;
    }

    // "the woman", "the Republican nominee": whoever was told of last, where no role says who.
    public Chain? Again(int token, Gender gender, Chain? lastSpeaker)
    {
        Chain? best = null;
        var score = double.NegativeInfinity;
        foreach (var chain in recent.Chains)
        {
            if (chain.Kind == ActorKind.Person && (gender == Gender.Unknown || chain.Gender == Gender.Unknown || chain.Gender == gender) && chain.LastBefore(token) is { } last && words.Prose.Tokens[token].Sentence - last.Sentence <= 3)
            {
                // Whoever has an office is called by it, not "the woman".
                var at = salience.Of(chain, token, lastSpeaker) - (gender != Gender.Unknown && chain.Roles.Count > 0 ? 1.5 : 0);
                if (at > score)
                {
                    (best, score) = (chain, at);
                }
            }
        }

        return best;
    }

    private string Office(Head head)
    {
        for (var k = Math.Max(head.First, head.At - 3); k <= head.At; k++)
        {
            if (PersonWords.Longest(i => i <= head.At ? words.Lower(i) : null, k, out var kind, out _) is var n && n == head.At - k + 1 && kind is PersonWordKind.Title or PersonWordKind.Role)
            {
                return RoleWords.Canon(string.Join(' ', Enumerable.Range(k, n).Select(words.Lower)));
            }
        }

        return RoleWords.Canon(words.Lower(head.At));
    }

    // Another people or party than the one this person's role names.
    private bool Contradicts(List<string> told, Chain chain)
    {
        foreach (var word in told)
        {
            if (word is "republican" or "democratic" or "gop" && chain.Roles.Any(r => r.Said.Any(x => x is "republican" or "democratic" or "gop" or "democrat")))
            {
                return true;
            }

            if (Gazetteer.World.Lookup(char.ToUpperInvariant(word[0]) + word[1..]) is { Count: > 0 } known && known[0].Kind == NameKind.People)
            {
                return chain.Country is not null && chain.Country != known[0].Country;
            }
        }

        return false;
    }
}
