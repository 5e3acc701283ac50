using Stemma.Words;

namespace Stemma.Corpus.Accounts.Notes;

/// <summary>In which place of its clause does a word stand: doer, object, behind "by", "in", "from", "because"?</summary>
internal enum NoteRole
{
    Doer,
    Object,
    By,
    Place,
    From,
    To,
    Cause,
    With,
    Of,
    For,
    Time,
}

/// <summary>Which words of weight fill which place of a clause? From word order and prepositions alone.</summary>
internal static class NoteRoles
{
    // A preposition holds for so many words.
    private const int Reach = 6;

    public static IReadOnlyDictionary<NoteRole, IReadOnlyList<ClaimTerm>> In(IReadOnlyList<ClaimTerm> words)
    {
        var found = new SortedDictionary<NoteRole, List<ClaimTerm>>();
        var verb = Predicate.In(words).Verb;
        var (role, since) = (NoteRole.Doer, 0);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.Frame)
            {
                continue;
            }

            if (i == verb)
            {
                (role, since) = (NoteRole.Object, i);
                continue;
            }

            if (Opened(words, i) is { } opened)
            {
                (role, since) = (opened, i);
                continue;
            }

            if (i - since > Reach && role is not (NoteRole.Doer or NoteRole.Object or NoteRole.Cause))
            {
                role = verb >= 0 && i > verb ? NoteRole.Object : NoteRole.Doer;
            }

            if (word.Weight > 1 && !word.IsNumber)
            {
                (found.TryGetValue(role, out var list) ? list : found[role] = []).Add(word);
            }
        }

        return found.ToDictionary(f => f.Key, f => (IReadOnlyList<ClaimTerm>)f.Value);
    }

    private static NoteRole? Opened(IReadOnlyList<ClaimTerm> words, int i) => words[i].Lower switch
    {
        "by" => NoteRole.By,
        "in" or "at" or "near" or "off" or "outside" or "inside" or "on" or "across" or "along" or "beside" or "under" or "above" or "below" or "behind" or "between" or "over" or "around" or "beneath" => NoteRole.Place,
        "from" or "out" => NoteRole.From,
        "to" or "into" or "towards" or "toward" or "against" or "onto" or "at the hands" => NoteRole.To,
        "because" or "after" or "since" or "due" or "owing" or "through" or "when" or "as" => NoteRole.Cause,
        "with" or "using" or "without" => NoteRole.With,
        "of" or "about" => NoteRole.Of,
        "for" => NoteRole.For,
        "before" or "until" or "during" => NoteRole.Time,
        _ => null,
    };
}
