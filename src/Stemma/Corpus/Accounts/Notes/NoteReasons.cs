namespace Stemma.Corpus.Accounts.Notes;

/// <summary>Why, in plain words, does one note stand against another? Names the point and the words of either side.</summary>
internal static class NoteReasons
{
    public static string Of(DisputeRelation relation, Slot slot, Note one, NoteClause a, Note other, NoteClause b, Pairing pairing) =>
        (relation == DisputeRelation.Denies ? Rejection(one, a, other, b) : null) ?? Fillers(slot, one, a, other, b) ?? Words(slot, one, a, other, b, pairing);

    private static string? Rejection(Note one, NoteClause a, Note other, NoteClause b)
    {
        foreach (var (note, clause) in new[] { (other, b), (one, a) })
        {
            if (clause.Claim.Denial is { } cue)
            {
                return $"one tells it, the other rejects it (“{cue.Of(note.Article.Text)}”)";
            }
        }

        foreach (var (note, clause, against) in new[] { (other, b, a), (one, a, b) })
        {
            if (clause.Claim.Negated && !against.Claim.Negated)
            {
                return $"one says it is so, the other that it is not (“{clause.Words[clause.Claim.Negations[0]].Span.Of(note.Article.Text)}”)";
            }
        }

        return null;
    }

    private static string? Fillers(Slot slot, Note one, NoteClause a, Note other, NoteClause b)
    {
        if (slot == Slot.HowMany)
        {
            foreach (var f in a.Claim.Figures)
            {
                foreach (var g in b.Claim.Figures.Where(g => g.Kind == f.Kind && !FigureClashes.Meet(f, g)))
                {
                    return $"both tell how many; one says “{f.Span.Of(one.Article.Text)}”, the other “{g.Span.Of(other.Article.Text)}”";
                }
            }
        }

        if (slot == Slot.When && NoteTimes.Rivals(a.Claim, b.Claim) is { } times)
        {
            return $"both tell when; one says “{times.Here.Span.Of(one.Article.Text)}”, the other “{times.There.Span.Of(other.Article.Text)}”";
        }

        return slot == Slot.Vote && NoteVotes.Clash(one, a, other, b) is { } voter && a.Vote!.Value.Position != b.Vote!.Value.Position
            ? $"both tell how {voter} voted; one says {NoteVotes.Said(a.Vote.Value.Position)}, the other {NoteVotes.Said(b.Vote.Value.Position)}"
            : null;
    }

    private static string Words(Slot slot, Note one, NoteClause a, Note other, NoteClause b, Pairing pairing)
    {
        var (here, there) = (Own(one, a, b, pairing), Own(other, b, a, pairing));
        return $"both tell {Question(slot)}; one says “{here}”, the other “{there}”";
    }

    // The longest run of words that the other clause has nothing like; all of the clause where it has no word of its own.
    private static string Own(Note note, NoteClause clause, NoteClause against, Pairing pairing)
    {
        var (best, run) = (new List<ClaimTerm>(), new List<ClaimTerm>());
        foreach (var word in NoteTraits.Own(clause, against, pairing))
        {
            run = run.Count > 0 && word.Span.Begin - run[^1].Span.End <= MostBetween ? [.. run, word] : [word];
            best = run.Sum(w => w.Weight) > best.Sum(w => w.Weight) ? run : best;
        }

        return (best.Count == 0 ? clause.Claim.Span : new TextSpan(best[0].Span.Begin, best[^1].Span.End)).Of(note.Article.Text);
    }

    // Letters between two words of one run: room for "of the".
    private const int MostBetween = 8;

    private static string Question(Slot slot) => slot switch
    {
        Slot.Who => "who it was",
        Slot.Where => "where it was",
        Slot.Why => "why it was",
        Slot.Agent => "what brought it about",
        Slot.HowMany => "how many",
        Slot.When => "when it was",
        Slot.Vote => "how the vote went",
        _ => "what it was",
    };
}
