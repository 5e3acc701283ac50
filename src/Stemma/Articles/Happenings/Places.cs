using System.Collections.Frozen;
using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Articles.Happenings;

/// <summary>Where it happened: names behind a preposition of place in the happening's own clause, and how precise they are.</summary>
internal sealed class Places
{
    private static readonly FrozenSet<string> Prepositions = new[] { "in", "at", "near", "outside", "around", "inside", "on", "of", "from", "through", "across", "off" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Provinces = new[] { "province", "region", "governorate", "state", "district", "county", "oblast", "prefecture" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Towns = new[] { "town", "city", "village", "suburb", "port", "capital", "neighborhood", "neighbourhood" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Points = new[]
    {
        "airport", "airfield", "airbase", "base", "terminal", "hospital", "school", "silo", "embassy", "bridge", "station", "depot", "market", "mosque", "church", "prison", "camp", "plant",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Prose _prose;
    private readonly FrozenDictionary<int, Actor> _named;
    private readonly FrozenSet<int> _inDates;

    public Places(Prose prose, IReadOnlyList<Actor> actors, IReadOnlyList<DateMention> dates)
    {
        _prose = prose;
        _named = actors
            .SelectMany(a => a.Mentions.SelectMany(m => m).Select(s => (Token: prose.TokenAt(s.Begin), Actor: a)))
            .GroupBy(p => p.Token)
            .ToFrozenDictionary(g => g.Key, g => g.First().Actor);
        _inDates = dates.SelectMany(d => d.Span).SelectMany(s => Enumerable.Range(prose.TokenAt(s.Begin), prose.TokenAt(s.End - 1) - prose.TokenAt(s.Begin) + 1)).ToFrozenSet();
    }

    /// <param name="movesTo">True where "to" and "into" tell where: troops sent, a land invaded.</param>
    /// <param name="struck">The token of a verb that strikes what stands behind it ("hit the Ost air base"); -1 for none.</param>
    public IReadOnlyList<Place> In((int First, int End) clause, bool movesTo = false, int struck = -1)
    {
        var found = new List<Place>();
        for (var i = clause.First; i < clause.End; i++)
        {
            var target = i == struck && IsTarget(i + 1, clause.End);
            if (!target && !Prepositions.Contains(_prose.Tokens[i].Lower) && !(movesTo && _prose.Tokens[i].Lower is "to" or "into"))
            {
                continue;
            }

            var first = i + 1;
            PlacePrecision? told = null;
            while (first < clause.End && !IsCapital(first) && first <= i + 5)
            {
                var word = _prose.Tokens[first].Lower;
                told = Towns.Contains(word) ? PlacePrecision.Town : Provinces.Contains(word) ? PlacePrecision.Province : told;
                if (word is not ("the" or "of" or "a" or "northern" or "southern" or "eastern" or "western" or "central" or "rebel-held" or "nearby") && told is null)
                {
                    first = clause.End;
                    break;
                }

                first++;
            }

            if (first >= clause.End || !IsCapital(first) || _inDates.Contains(first) || (_prose.Tokens[i].Lower is "of" && told is null && !NamesTown(i)) || (_prose.Tokens[i].Lower is "on" or "from" && told is null && !IsPlaceName(first) && !(movesTo && Named(first) is null) && PointBehind(NameEnd(first, clause.End), clause.End) is null && !EndsInPoint(first, clause.End)))
            {
                continue;
            }

            // "the Dutch-led inquiry", "U.S.-backed forces": a name in a compound tells whose, not where.
            if (IsCompound(first))
            {
                continue;
            }

            var end = first + 1;
            while (end < clause.End && IsCapital(end) && !_inDates.Contains(end))
            {
                end++;
            }

            // Nobody is "in" or "at" a person: a town that no gazetteer knows may be taken for a surname elsewhere.
            var person = _prose.Tokens[i].Lower is not ("in" or "at" or "near" or "outside" or "inside" or "around" or "off" or "to" or "into");
            if (told is null && !target && !EndsInPoint(first, clause.End) && Named(first) is { } named && (named.Kind is ActorKind.Outlet or ActorKind.Document or ActorKind.Organisation or ActorKind.Group || (named.Kind is ActorKind.Person && (person || named.Name.Contains(' ', StringComparison.Ordinal)))))
            {
                continue;
            }

            // "the Lom grain terminal": a point, called by all its words. "Ost Air Base": by its last.
            var point = PointBehind(end, clause.End) ?? (end - first > 1 && Points.Contains(_prose.Tokens[end - 1].Lower) ? end : null);
            if (point is null && IsAdjective(first, end, clause.End))
            {
                continue;
            }

            var span = new TextSpan(_prose.Tokens[first].Span.Begin, _prose.Tokens[(point ?? end) - 1].Span.End);
            var behind = end < clause.End ? _prose.Tokens[end].Lower : "";
            var known = Gazetteer.World.Lookup(new TextSpan(_prose.Tokens[first].Span.Begin, _prose.Tokens[end - 1].Span.End).Of(_prose.Text));
            var country = known.FirstOrDefault(n => n.Kind is NameKind.Country or NameKind.Capital or NameKind.Place)?.Country ?? Named(first)?.Country;
            var precision = told
                ?? (point is not null ? PlacePrecision.Point
                    : Provinces.Contains(behind) ? PlacePrecision.Province
                    : known.Any(n => n.Kind is NameKind.Country or NameKind.Region) ? PlacePrecision.Country
                    : known.Count == 0 && Named(first) is { Kind: ActorKind.State } ? PlacePrecision.Country
                    : PlacePrecision.Town);
            // A point is told with the town it is named after, so that "Lom terminal" and "the grain terminal at Lom" meet.
            if (point is not null && point > end)
            {
                Add(new Place(new TextSpan(span.Begin, _prose.Tokens[end - 1].Span.End).Of(_prose.Text), country, PlacePrecision.Town, [new TextSpan(span.Begin, _prose.Tokens[end - 1].Span.End)]));
            }

            Add(new Place(span.Of(_prose.Text), country, precision, [span]));

            i = end - 1;
        }

        return Nested(found);

        void Add(Place place)
        {
            if (!found.Exists(p => p.Name == place.Name))
            {
                found.Add(place);
            }
        }
    }

    // "Sel in northern Orm", "Sel, Orm": the second holds the first, and tells its country.
    private List<Place> Nested(List<Place> places)
    {
        const int Between = 3;
        for (var n = 1; n < places.Count; n++)
        {
            var (inner, outer) = (places[n - 1], places[n]);
            var (end, first) = (_prose.TokenAt(inner.Span[0].End - 1) + 1, _prose.TokenAt(outer.Span[0].Begin));
            if (inner.Precision <= PlacePrecision.Town && outer.Precision == PlacePrecision.Town && first > end && first - end <= Between
                && _prose.Tokens[end].Lower is "in" or "," && Enumerable.Range(end, first - end).All(i => _prose.Tokens[i].Lower is "in" or "," or "the" or "northern" or "southern" or "eastern" or "western" or "central"))
            {
                places[n] = outer with { Precision = PlacePrecision.Province };
                places[n - 1] = inner with { Country = inner.Country ?? outer.Country };
            }
        }

        return places;
    }

    // "the Ost air base", "Ost Airfield": behind a verb that strikes, a name that ends in a point.
    private bool IsTarget(int at, int limit)
    {
        while (at < limit && _prose.Tokens[at].Lower is "the" or "a" or "an")
        {
            at++;
        }

        return at < limit && IsCapital(at) && (PointBehind(NameEnd(at, limit), limit) is not null || EndsInPoint(at, limit));
    }

    private int NameEnd(int first, int limit)
    {
        var end = first;
        while (end < limit && IsCapital(end) && !_inDates.Contains(end))
        {
            end++;
        }

        return end;
    }

    private bool EndsInPoint(int first, int limit) => NameEnd(first, limit) is var end && end - first > 1 && Points.Contains(_prose.Tokens[end - 1].Lower);

    // Up to three words on: "airport", "grain terminal", "air base"; null where no word of a point follows.
    private int? PointBehind(int end, int limit)
    {
        const int Reach = 3;
        for (var i = end; i < limit && i < end + Reach; i++)
        {
            if (Points.Contains(_prose.Tokens[i].Lower))
            {
                return i + 1;
            }

            if (!char.IsLower(_prose.Text[_prose.Tokens[i].Span.Begin]) || Prepositions.Contains(_prose.Tokens[i].Lower) || _prose.Tokens[i].Lower is "and" or "that" or "the" or "a")
            {
                return null;
            }
        }

        return null;
    }

    // "on Syrian civilians", "a Damascus suburb": a name that only describes the noun behind it is no place of its own, unless it is a town's or a province's.
    private bool IsAdjective(int first, int end, int limit)
    {
        var surface = new TextSpan(_prose.Tokens[first].Span.Begin, _prose.Tokens[end - 1].Span.End).Of(_prose.Text);
        if (Gazetteer.World.Lookup(surface) is { Count: > 0 } names && names.All(n => n.Kind == NameKind.People))
        {
            return true;
        }

        return end < limit && Named(first) is { Kind: ActorKind.State } && char.IsLower(_prose.Text[_prose.Tokens[end].Span.Begin])
            && !Prepositions.Contains(_prose.Tokens[end].Lower) && !Provinces.Contains(_prose.Tokens[end].Lower) && !Towns.Contains(_prose.Tokens[end].Lower)
            && _prose.Tokens[end].Lower is not ("and" or "after" or "before" or "during" or "when" or "with" or "by" or "for" or "is" or "was" or "were" or "has" or "have" or "had" or "will" or "that" or "to");
    }

    private Actor? Named(int token) => _named.TryGetValue(token, out var actor) ? actor : null;

    private bool IsPlaceName(int token) => Named(token) is { Kind: ActorKind.Place or ActorKind.State };

    // "the village of Ost" tells where; "the largest port of Vardia" tells whose.
    private bool NamesTown(int preposition) =>
        (preposition > 0 && _prose.Tokens[preposition - 1].Lower is "town" or "city" or "village" or "suburb" or "province" or "region" or "district")
        || (preposition > 1 && _prose.Tokens[preposition - 2].Lower == "the" && _prose.Tokens[preposition - 1].Lower is "port" or "harbour" or "harbor" or "island" or "camp");

    private bool IsCompound(int token)
    {
        var word = _prose.Tokens[token].Span.Of(_prose.Text);
        var hyphen = word.LastIndexOf('-');
        return hyphen > 0 && hyphen + 1 < word.Length && char.IsLower(word[hyphen + 1]);
    }

    private bool IsCapital(int token)
    {
        var span = _prose.Tokens[token].Span;
        return span.Length > 1 && char.IsUpper(_prose.Text[span.Begin]);
    }
}
