using System.Collections.Frozen;
using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Articles.Happenings;

/// <summary>Who did it, and to whom: read from the order of words around the verb or noun that tells the happening.</summary>
/// <remarks>Known to miss: subjects far from their verb ("The men who had come by boat at night and …, attacked").</remarks>
internal sealed class Parties
{
    private static readonly FrozenSet<string> Prepositions = new[]
    {
        "in", "at", "near", "from", "on", "of", "by", "with", "to", "for", "over", "into", "against", "about", "outside", "inside", "under", "between", "through", "around",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Passive = new[] { "was", "were", "been", "being", "is", "are", "be", "got" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Determiners = new[] { "the", "a", "an", "its", "his", "her", "their" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> LightVerbs = new[]
    {
        "imposed", "imposes", "impose", "sign", "hold", "launch", "conduct", "stage", "mount", "commit", "make", "makes", "open", "begin", "reach", "lead", "signed", "signs", "held", "holds", "launched", "launches", "conducted", "conducts", "staged", "stages", "mounted", "ordered", "orders", "committed", "made", "opened", "opens",
        "began", "begins", "called", "reached", "announced", "declared", "broke", "out", "led", "planned", "plans", "agreed", "cast", "used", "uses",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> BetweenOwnerAndHead = new[]
    {
        "'s", "'", "’s", "’", "missile", "rocket", "drone", "air", "gas", "chemical", "nuclear", "suicide", "car", "truck", "bomb", "military", "naval", "cyber", "artillery", "mortar",
        "alleged", "suspected", "deadly", "latest", "recent", "new", "first", "second", "own", "planned", "possible", "retaliatory", "punitive",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Every mention of an actor that can act, by the token it begins with, in the order of the text.
    private readonly (int First, int End, string Actor)[] _mentions;
    private readonly FrozenDictionary<int, string> _ending;
    private readonly FrozenSet<string> _people;
    private readonly Prose _prose;

    public Parties(Prose prose, IReadOnlyList<Actor> actors)
    {
        _prose = prose;
        _people = actors.Where(a => a.Kind == ActorKind.Person).Select(a => a.Id).ToFrozenSet(StringComparer.Ordinal);
        (int First, int End, string Actor)[] all =
        [
            .. actors
                .Where(a => a.Kind is not (ActorKind.Place or ActorKind.Document))
                .SelectMany(a => a.Mentions.SelectMany(m => m).Select(s => (First: prose.TokenAt(s.Begin), End: prose.TokenAt(Math.Max(s.Begin, s.End - 1)) + 1, a.Id)))
                .OrderBy(m => m.First).ThenByDescending(m => m.End).ThenBy(m => m.Id, StringComparer.Ordinal),
        ];

        // "A, B and C" as one plural speaker is named by its members here.
        _mentions = [.. all.Where((m, i) => all.Skip(i + 1).TakeWhile(n => n.First < m.End).Count(n => n.End <= m.End && n.Actor != m.Actor) < 2)];
        _ending = _mentions.GroupBy(m => m.End).ToFrozenDictionary(g => g.Key, g => g.First().Actor);
    }

    /// <param name="from">The first word at which who did it may be named: whoever reports it in the same sentence stands before.</param>
    public (IReadOnlyList<string> Who, IReadOnlyList<string> Whom) Of(Trigger trigger, (int First, int End) clause, int from)
    {
        var (who, whom) = trigger.Verb is null ? OfNoun(trigger, clause, from) : OfVerb(trigger, clause, from);
        return ([.. who.Distinct(StringComparer.Ordinal)], [.. whom.Except(who, StringComparer.Ordinal).Distinct(StringComparer.Ordinal)]);
    }

    public bool IsPerson(string actor) => _people.Contains(actor);

    /// <summary>True where these words mean this actor.</summary>
    public bool IsMeantAt(string actor, TextSpan span) => Between(_prose.TokenAt(span.Begin), _prose.TokenAt(span.End - 1) + 1).Any(m => m.Actor == actor);

    /// <summary>Actors named one after another ("A, B and C") beginning with or ending at this token range.</summary>
    public List<string> Listed(int first, int end)
    {
        var found = new List<string>();
        foreach (var m in Between(first, end))
        {
            if (!found.Contains(m.Actor))
            {
                found.Add(m.Actor);
            }
        }

        return found;
    }

    private (List<string> Who, List<string> Whom) OfVerb(Trigger trigger, (int First, int End) clause, int from)
    {
        var passive = trigger.Verb is VerbForm.Past && IsPassive(trigger.First, clause.First);
        var subject = Subject(trigger.First, from);
        if (trigger.Kind == "killing" && subject is [var owner] && OwnsSubject(trigger.First, owner))
        {
            // "Maren's mother died": not Maren.
            subject = [];
        }

        var objects = Behind(trigger.First + trigger.Count, clause.End, reach: 8);
        var by = After("by", trigger.First + trigger.Count, clause.End);
        if (trigger.Kind == "killing" && _prose.Tokens[trigger.First].Lower.StartsWith("d", StringComparison.Ordinal))
        {
            return ([], subject);
        }

        return passive ? (by, subject) : (subject, objects);
    }

    private (List<string> Who, List<string> Whom) OfNoun(Trigger trigger, (int First, int End) clause, int from)
    {
        var who = new List<string>();
        var victims = new List<string>();
        var behind = trigger.First + trigger.Count;
        var of = VictimBehindOf(trigger) && behind < clause.End && _prose.Tokens[behind].Lower == "of";

        // "Marshland's veto", "a U.S. missile strike": a name inside the noun phrase, with nothing but adjectives between it and its head.
        for (var at = trigger.First; trigger.Kind != Kinds.PointsBack && at > clause.First && at > trigger.First - 4; at--)
        {
            if (_ending.TryGetValue(at, out var owner))
            {
                // "Maren's murder": hers who suffered it, unless "of" names another.
                (Kinds.HasVictim(trigger.Kind) && !of && _prose.Tokens[at].Lower is "'s" or "’s" or "'" or "’" ? victims : who).Add(owner);
                break;
            }

            if (!BetweenOwnerAndHead.Contains(_prose.Tokens[at - 1].Lower))
            {
                break;
            }
        }

        // "used its veto": whoever used it.
        if (who.Count == 0 && !Kinds.HasVictim(trigger.Kind) && trigger.First > clause.First + 1 && _prose.Tokens[trigger.First - 1].Lower is "its" or "his" or "her" or "their")
        {
            who.AddRange(Subject(trigger.First - 1, from));
        }

        // "imposed sanctions on …", "carried out a raid": whoever did so.
        if (who.Count == 0 && LightVerb(trigger.First, clause.First) is { } verb)
        {
            who.AddRange(Subject(verb, from));
        }

        // "the attack by …", "the attack on …" stand close; further on another verb has its own parties.
        const int Close = 5;
        var end = Math.Min(clause.End, behind + Close);
        who.AddRange(After("by", behind, end));
        List<string> whom = [.. victims, .. of ? Behind(behind + 1, clause.End, reach: 8) : [], .. After("on", behind, end), .. After("against", behind, end), .. trigger.Kind is "meeting" ? After("with", behind, end) : []];
        return (who, whom);
    }

    // "the murder of …", "the shelling of …": what stands behind "of" suffered it; "the attack of …" may be either's.
    private bool VictimBehindOf(Trigger trigger) =>
        Kinds.HasVictim(trigger.Kind) || trigger.Kind == "invasion" || (Kinds.Family(trigger.Kind) == "violence" && _prose.Tokens[trigger.First].Lower.EndsWith("ing", StringComparison.Ordinal));

    // A verb that only says that the noun behind it was done, with at most three words between.
    private int? LightVerb(int noun, int from)
    {
        const int Reach = 4;
        for (var i = noun - 1; i >= from && i >= noun - Reach; i--)
        {
            var word = _prose.Tokens[i].Lower;
            if (LightVerbs.Contains(word))
            {
                return IsPassive(i, from) ? null : i > from && word == "out" ? i - 1 : i;
            }

            if (word is "," or "of" or "by" or "to" or "in" or "on" or "for" or "with" or "and")
            {
                return null;
            }
        }

        return null;
    }

    // The nearest mention before the verb that no preposition governs; over appositions between commas.
    private List<string> Subject(int verb, int from)
    {
        for (var i = _mentions.Length - 1; i >= 0; i--)
        {
            var m = _mentions[i];
            if (m.End > verb || m.First < from)
            {
                if (m.First < from)
                {
                    break;
                }

                continue;
            }

            var before = m.First - 1;
            while (before >= from && Determiners.Contains(_prose.Tokens[before].Lower))
            {
                before--;
            }

            if (before >= from && Prepositions.Contains(_prose.Tokens[before].Lower))
            {
                continue;
            }

            // "A, B and C met": take the whole list.
            var list = new List<string> { m.Actor };
            var first = m.First;
            for (var j = i - 1; j >= 0 && _mentions[j].First >= from && _mentions[j].End <= first && first - _mentions[j].End <= 2 && AllJoining(_mentions[j].End, first); j--)
            {
                list.Insert(0, _mentions[j].Actor);
                first = _mentions[j].First;
            }

            return list;
        }

        return [];
    }

    // The nearest mention before the verb is a person's whose "'s" makes another the subject.
    private bool OwnsSubject(int verb, string actor)
    {
        const int Reach = 8;
        for (var i = verb - 1; i > 0 && i >= verb - Reach; i--)
        {
            if (_prose.Tokens[i].Lower is "'s" or "’s" && _ending.TryGetValue(i, out var owner))
            {
                return owner == actor && IsPerson(owner) && i + 1 < verb;
            }
        }

        return false;
    }

    private List<string> Behind(int first, int end, int reach)
    {
        var found = new List<string>();
        var next = first;
        var last = false;
        foreach (var m in Between(first, Math.Min(end, first + reach)))
        {
            if (found.Count > 0 && !AllJoining(next, m.First))
            {
                break;
            }

            // "the Marshland journalist Ilse Maren": a people or body that describes somebody is not who it was done to.
            if (found.Count == 0 && m.End - m.First == 1 && Describes(m.End, Math.Min(end, first + reach + 2)))
            {
                continue;
            }

            last |= found.Count > 0 && Enumerable.Range(next, Math.Max(0, m.First - next)).Any(i => _prose.Tokens[i].Lower is "and" or "&");

            if (found.Count == 0 && IsCutOff(first, m.First))
            {
                break;
            }

            found.Add(m.Actor);
            next = m.End;
        }

        // "the arrests of 18 people, the city says": commas alone make no list.
        return last ? found : [.. found.Take(1)];
    }

    // Plain nouns, and then another name, with no mark or small word between.
    private bool Describes(int from, int end)
    {
        const int Nouns = 3;
        for (var i = from; i < end && i <= from + Nouns; i++)
        {
            if (i > from && Between(i, i + 1).Any())
            {
                return true;
            }

            var word = _prose.Tokens[i].Lower;
            if (!char.IsLower(_prose.Text[_prose.Tokens[i].Span.Begin]) || Prepositions.Contains(word) || Determiners.Contains(word) || word is "and" or "or" or "'s" or "that" or "who" or "which" or "after" or "as")
            {
                return false;
            }
        }

        return false;
    }

    // "exploded outside the embassy", "protested in the capital, Sund": where, and not whom. "fired at protesters", "voted against Sund" is whom.
    private bool IsCutOff(int first, int mention)
    {
        for (var i = mention - 1; i >= first; i--)
        {
            var word = _prose.Tokens[i].Lower;
            if (word is "," or "during" or "off" or "after" or "before" || (Prepositions.Contains(word) && word is not ("at" or "on" or "against" or "with")))
            {
                return true;
            }
        }

        return false;
    }

    private List<string> After(string preposition, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_prose.Tokens[i].Lower == preposition)
            {
                return Behind(i + 1, end, reach: 6);
            }
        }

        return [];
    }

    private bool IsPassive(int verb, int from)
    {
        for (var i = verb - 1; i >= from && i >= verb - 4; i--)
        {
            var word = _prose.Tokens[i].Lower;
            if (Passive.Contains(word))
            {
                return true;
            }

            if (!word.EndsWith("ly", StringComparison.Ordinal) && word is not ("not" or "n't" or "also" or "reportedly" or "allegedly"))
            {
                return false;
            }
        }

        return false;
    }

    private bool AllJoining(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_prose.Tokens[i].Lower is not ("," or "and" or "&" or "the" or "as" or "well"))
            {
                return false;
            }
        }

        return true;
    }

    private IEnumerable<(int First, int End, string Actor)> Between(int first, int end)
    {
        int low = 0, high = _mentions.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_mentions[middle].First < first)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        for (; low < _mentions.Length && _mentions[low].First < end; low++)
        {
            yield return _mentions[low];
        }
    }
}
