namespace Stemma.Corpus.Accounts.Notes;

/// <summary>How does a clause of a note say somebody voted, and do two of them have one voter vote differently?</summary>
internal static class NoteVotes
{
    // "voted its shares for", "its vote was among the 22 for".
    private const int VoteReach = 8;

    private const int NegationReach = 3;

    // As rare as a surname: "fund", "farmers" are too common to name a voter by themselves.
    private const double RareNoun = 5;

    public static (VotePosition Position, int Word)? Position(IReadOnlyList<ClaimTerm> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (ClaimWords.PhraseAt("note-phrase-abstain", words, i) > 0 || NoteWords.IsForm("note-abstain", words[i].Lower))
            {
                return (VotePosition.Abstained, i);
            }

            var turned = Enumerable.Range(Math.Max(0, i - NegationReach), Math.Min(i, NegationReach)).Any(k => ClaimWords.Is("negative", words[k].Lower));
            if (ClaimWords.PhraseAt("note-phrase-for", words, i) > 0 || NoteWords.IsForm("note-for", words[i].Lower) || (words[i].Lower is "for" or "yea" && BehindVote(words, i)))
            {
                return (turned ? VotePosition.Against : VotePosition.For, i);
            }

            if (ClaimWords.PhraseAt("note-phrase-against", words, i) > 0 || NoteWords.IsForm("note-against", words[i].Lower) || (words[i].Lower is "against" or "no" && BehindVote(words, i)))
            {
                return (turned ? VotePosition.For : VotePosition.Against, i);
            }
        }

        return null;
    }

    /// <summary>The voter that both name and have vote differently, in the words of the first; null where they do not.</summary>
    public static string? Clash(Note one, NoteClause a, Note other, NoteClause b) =>
        a.Vote is { } p && b.Vote is { } q && (p.Position != q.Position) != Rejects(a.Claim, b.Claim) && (Voting(one) || Voting(other)) ? Voter(one, a, other, b, p.Word) : null;

    public static bool Voting(Note note) => NoteWords.Any("note-voting", note.Words);

    // "denied having voted for it": the position is the other's, and one of the two rejects it.
    private static bool Rejects(Claim a, Claim b) => (a.Denial is not null) != (b.Denial is not null);

    // Named on both sides: the same name, or another name of the same country. A side that says "it" or "she" borrows the names of the sentence before.
    private static string? Voter(Note one, NoteClause a, Note other, NoteClause b, int position)
    {
        var far = Named(other, b);
        var shared = Named(one, a).Where(x => far.Exists(y => y.Base == x.Base || (x.Country is not null && x.Country == y.Country))).OrderByDescending(x => x.Capital).ThenBy(x => Math.Abs(x.Span.Begin - a.Words[position].Span.Begin)).ToList();
        return shared.Count == 0 ? null : shared[0].Span.Of(one.Article.Text);
    }

    private static List<ClaimTerm> Named(Note note, NoteClause clause)
    {
        var own = clause.Words.Concat(clause.Source).ToList();
        var borrowed = clause.Claim.Sentence == 0 || (own.Exists(IsName) && clause.LeansOn.Count == 0) ? [] : note.Article.Sentences[clause.Claim.Sentence - 1];
        return [.. own.Concat(borrowed).Where(w => !w.IsNumber && (IsName(w) || w.Weight > RareNoun) && !NoteWords.IsForm("note-vote", w.Lower))];
    }

    private static bool IsName(ClaimTerm w) => w.Capital && (!w.First || w.Country is not null || !Words.Thesaurus.IsVerb(w.Base)) && w.Kin.Word.Length > 2 && Words.Background.Rarity(Words.Stem.Of(w.Lower)) > 2;

    private static bool BehindVote(IReadOnlyList<ClaimTerm> words, int at) =>
        Enumerable.Range(Math.Max(0, at - VoteReach), Math.Min(at, VoteReach)).Any(k => NoteWords.IsForm("note-vote", words[k].Lower));

    public static string Said(VotePosition position) => position switch
    {
        VotePosition.For => "for",
        VotePosition.Against => "against",
        VotePosition.Abstained => "abstained",
        VotePosition.Veto => "vetoed",
        _ => "stayed away",
    };
}
