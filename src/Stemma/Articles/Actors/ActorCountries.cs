using Stemma.Words;

namespace Stemma.Articles.Actors;

/// <summary>Which country is an actor of: by the words beside the name, by the gazetteers, else by the country the sentence speaks of?</summary>
internal sealed class ActorCountries(IReadOnlyList<Mention> names)
{
    private static readonly HashSet<string> Offices = ["president", "prime minister", "premier", "minister", "king", "queen", "chancellor", "vice president", "general", "colonel", "foreign minister", "leader", "emir", "sultan", "governor", "secretary", "commander", "attorney general", "speaker", "chief", "shah", "emperor"];

    public void Fill(IReadOnlyList<Chain> chains)
    {
        foreach (var chain in chains)
        {
            if (chain.Country is not null || chain.Members.Count > 0 || chain.Mentions.Count == 0)
            {
                continue;
            }

            chain.Country = chain.Kind == ActorKind.Person ? OfPerson(chain) : chain.Kind is ActorKind.Organisation or ActorKind.Group or ActorKind.Unnamed or ActorKind.State ? OfBody(chain) : null;
        }
    }

    private string? OfPerson(Chain chain)
    {
        var title = chain.Roles.Any(r => Offices.Contains(r.Head));
        var surname = chain.Name[(chain.Name.LastIndexOf(' ') + 1)..];
        var held = title ? Gazetteer.World.Officials(surname).Select(o => o.Country!).Distinct(StringComparer.Ordinal).ToList() : [];
        if (held.Count == 1)
        {
            return held[0];
        }

        if (!title)
        {
            return null;
        }

        var named = Near(chain).ToList();
        return named.FirstOrDefault(held.Contains) ?? named.FirstOrDefault();
    }

    private string? OfBody(Chain chain)
    {
        var first = chain.Mentions[0];
        var inside = names.FirstOrDefault(n => n.First >= first.First && n.End <= first.End && n.Country is not null);
        return inside?.Country ?? (chain.Mentions.Any(m => m.Form == MentionForm.Noun && m.Class == NameClass.Nouns && m.Role is "GOV" or "REB" or "OPP" or "MIL" or "COP" or "REF" or "LEG" or "JUD" or "UAF" or "INS" or "SEP") ? Near(chain).FirstOrDefault() : null);
    }

    // Countries named in the sentence of the first mention, nearest first; then in the one before.
    private IEnumerable<string> Near(Chain chain)
    {
        var first = chain.Mentions[0];
        return names.Where(n => n.Country is not null && n.Class is NameClass.Country or NameClass.Capital or NameClass.People or NameClass.Place && (n.Sentence == first.Sentence || n.Sentence == first.Sentence - 1))
            .OrderBy(n => n.Sentence == first.Sentence ? 0 : 1)
            .ThenBy(n => Math.Abs(n.First - first.First))
            .Select(n => n.Country!)
            .Distinct(StringComparer.Ordinal);
    }
}
