using Stemma.Words;

namespace Stemma.Articles.Actors;

/// <summary>Which country is an actor of: by the words beside the name, by the gazetteers, else by the country the sentence speaks of?</summary>
internal sealed class ActorCountries
{
    // Names that show a country, by their sentence; and all, by their first token.
    private readonly Dictionary<int, List<Mention>> _bySentence = [];
    private readonly Dictionary<int, List<Mention>> _persons = [];
    private readonly Dictionary<int, List<Mention>> _bodies = [];

    // Of namesakes, those in office on the article's day are meant; all of them where no day is known or none held office then.
    private readonly DateOnly? _day;

    public ActorCountries(IReadOnlyList<Mention> names, DateOnly? day)
    {
        _day = day;
        foreach (var name in names.Where(n => n.Known is { Kind: NameKind.International or NameKind.Charity }))
        {
            if (!_bodies.TryGetValue(name.Sentence, out var list))
            {
                _bodies[name.Sentence] = list = [];
            }

            list.Add(name);
        }

        foreach (var name in names.Where(n => n.Class == NameClass.Person))
        {
            if (!_persons.TryGetValue(name.Sentence, out var list))
            {
                _persons[name.Sentence] = list = [];
            }

            list.Add(name);
        }

        foreach (var name in names.Where(n => n.Country is not null && n.Class != NameClass.Person))
        {
            if (!_bySentence.TryGetValue(name.Sentence, out var list))
            {
                _bySentence[name.Sentence] = list = [];
            }

            list.Add(name);
        }
    }

    private static readonly HashSet<string> Offices = ["president", "prime minister", "premier", "minister", "king", "queen", "chancellor", "vice president", "general", "colonel", "foreign minister", "leader", "emir", "sultan", "governor", "secretary", "commander", "attorney general", "speaker", "chief", "shah", "emperor"];

    // Offices whose country news leaves out where the sentence has named it; a commander, a chief or a secretary (but one “of” something) can be anybody's.
    // Set by hand on the dev half: without "leader" one more actor of 294 loses its country, without any of them five do.
    private static readonly HashSet<string> OfStates = ["president", "prime minister", "premier", "minister", "foreign minister", "king", "queen", "chancellor", "vice president", "emir", "sultan", "shah", "emperor", "attorney general", "general", "colonel", "governor", "speaker", "leader"];

    public void Fill(IReadOnlyList<Chain> chains)
    {
        // Persons first: whose men they are, may tell the country of "Voss's men".
        foreach (var chain in chains.OrderBy(c => c.Kind == ActorKind.Person ? 0 : 1))
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
        // Given name and surname of an office holder, and of nobody in another country.
        var given = chain.Name.Split(' ')[0];
        if (chain.Name.Contains(' ', StringComparison.Ordinal) && Gazetteer.World.Officials(surname).Where(o => o.Name.StartsWith(given + " ", StringComparison.OrdinalIgnoreCase)).Select(o => o.Country!).Distinct(StringComparer.Ordinal).Take(2).ToList() is { Count: 1 } one)
        {
            return one[0];
        }

        var held = title ? Officials(surname).Select(o => o.Country!).Distinct(StringComparer.Ordinal).ToList() : [];
        if (held.Count == 1)
        {
            return held[0];
        }

        if (!title)
        {
            // A bare surname that several office holders of one country bear, and nobody elsewhere.
            return held.Count == 0 && !chain.Name.Contains(' ', StringComparison.Ordinal) && !PersonWords.IsGivenName(surname.ToLowerInvariant()) && Gazetteer.World.Officials(surname) is { Count: > 1 } bearers && bearers.All(b => b.Country == bearers[0].Country) ? bearers[0].Country : null;
        }

        var named = Near(chain).ToList();
        // Of namesakes in several countries: one whose country is named here; else the country with most of them.
        return named.FirstOrDefault(held.Contains)
            ?? (held.Count is > 1 and < 6 ? Officials(surname).GroupBy(o => o.Country!, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key : Told(chain) ?? (chain.Roles.Any(r => OfStates.Contains(r.Head) || (r.Head == "secretary" && r.Said.Contains("of"))) ? named.FirstOrDefault() : null));
    }

    private IReadOnlyList<GazetteerName> Officials(string surname)
    {
        var all = Gazetteer.World.Officials(surname);
        return _day is { } day && all.Where(o => o.InOfficeOn(day)).ToList() is { Count: > 0 } then ? then : all;
    }

    // "rebel commander of the Lom Army": the country of a name inside the words of the office; not of one that only stands near.
    private string? Told(Chain chain)
    {
        foreach (var mention in chain.Mentions.Where(m => m.RoleHead is not null))
        {
            if (_bySentence.GetValueOrDefault(mention.Sentence)?.Find(n => (n.First >= mention.PhraseFirst && n.End <= mention.First) || (n.First >= mention.RoleTokens.First && n.End <= mention.RoleTokens.End)) is { } inside)
            {
                return inside.Country;
            }
        }

        return null;
    }

    private string? OfBody(Chain chain)
    {
        var first = chain.Mentions[0];
        if (chain.Mentions.Exists(m => m.Known is { Kind: NameKind.International or NameKind.Charity }) || (_bodies.GetValueOrDefault(first.Sentence)?.Exists(n => n.First >= first.First && n.End <= first.End) ?? false))
        {
            return null;
        }

        var inside = _bySentence.GetValueOrDefault(first.Sentence)?.Find(n => n.First >= first.First && n.End <= first.End);
        if (inside is null && _persons.GetValueOrDefault(first.Sentence)?.Find(n => n.First >= first.First && n.End <= first.End) is { } owner)
        {
            return owner.Chain?.Country;
        }

        if (chain.Name.Contains("nternational", StringComparison.Ordinal) || chain.Name.Contains("estern", StringComparison.Ordinal) || chain.Name.Contains("lobal", StringComparison.Ordinal))
        {
            return null;
        }

        return inside?.Country ?? (chain.Sector is "GOV" or "REB" or "OPP" or "MIL" or "COP" or "REF" or "LEG" or "JUD" or "UAF" or "INS" or "SEP" or "IMG" || IsParty(chain) ? Near(chain).FirstOrDefault() : null);
    }

    // A body that every country has its own of, where only one country is named beside it.
    private bool IsParty(Chain chain) =>
        chain.Kind is ActorKind.Organisation && chain.Name.ToLowerInvariant().Split(' ')[^1] is "party" or "parliament" or "ministry" && Near(chain).Take(2).Count() == 1;

    // Countries named in the sentence of the first mention, nearest first; then in the one before.
    private IEnumerable<string> Near(Chain chain)
    {
        var first = chain.Mentions[0];
        return new[] { first.Sentence, first.Sentence - 1 }.SelectMany(s => _bySentence.GetValueOrDefault(s) ?? [])
            .Where(n => n.Class is NameClass.Country or NameClass.Capital or NameClass.People or NameClass.Place)
            .OrderBy(n => n.Sentence == first.Sentence ? 0 : 1)
            .ThenBy(n => Math.Abs(n.First - first.First))
            .Select(n => n.Country!)
            .Distinct(StringComparer.Ordinal);
    }
}
