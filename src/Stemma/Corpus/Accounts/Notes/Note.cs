using Stemma.Words;

namespace Stemma.Corpus.Accounts.Notes;

/// <summary>A text of a few sentences, each of which tells the matter: its clauses, with who hands each over and what is done in it.</summary>
internal sealed class Note(ClaimedArticle article, IReadOnlyList<NoteClause> clauses)
{
    /// <summary>Longer texts tell more than one matter; the pairs that notes are learned on have at most so many words a side.</summary>
    public const int MostWords = 80;

    public ClaimedArticle Article => article;

    /// <summary>In the order of the text, each at the place of its claim.</summary>
    public IReadOnlyList<NoteClause> Clauses => clauses;

    /// <summary>All words, those that hand over included.</summary>
    public IReadOnlyList<ClaimTerm> Words { get; } = [.. article.Sentences.SelectMany(s => s)];

    /// <summary>The company that its telling words keep in news, rare words far ahead of common ones.</summary>
    public IReadOnlyList<double> Company => field ??= CompanyOf(Words);

    /// <summary>The clause's sentence with two on either side.</summary>
    public IReadOnlyList<ClaimTerm> Around(NoteClause clause) =>
        [.. article.Sentences.Skip(Math.Max(0, clause.Claim.Sentence - 2)).Take(Math.Min(clause.Claim.Sentence, 2) + 3).SelectMany(w => w)];

    /// <summary>It has this clause too, word for word.</summary>
    public bool Tells(NoteClause clause) => clauses.Any(c => c.Words.Count == clause.Words.Count && c.Words.Select(w => w.Lower).SequenceEqual(clause.Words.Select(w => w.Lower), StringComparer.Ordinal));

    public static bool Is(ClaimedArticle article) => article.Sentences.Sum(s => s.Count) <= MostWords;

    private static double[] CompanyOf(IReadOnlyList<ClaimTerm> words)
    {
        var sum = new double[Likeness.Size];
        foreach (var word in words.Where(w => w.Tells))
        {
            _ = Likeness.Add(word.Lower, word.Weight * word.Weight, sum) || Likeness.Add(word.Base, word.Weight * word.Weight, sum);
        }

        return sum;
    }
}

/// <summary>One clause of a note.</summary>
/// <param name="Said">The statement whose content it is; null where the outlet tells it itself.</param>
/// <param name="Source">The words that name who hands it over.</param>
/// <param name="LeansOn">The sentence before, where this one leans on it ("It was …", "They …"); none where it stands by itself.</param>
internal sealed record NoteClause(Claim Claim, Statement? Said, IReadOnlyList<ClaimTerm> Source, IReadOnlyList<ClaimTerm> LeansOn)
{
    public IReadOnlyList<ClaimTerm> Words => Claim.Words;

    public Predicate Predicate { get; } = Predicate.In(Claim.Words);

    /// <summary>How it says somebody voted; null where it tells no vote.</summary>
    public (VotePosition Position, int Word)? Vote { get; } = NoteVotes.Position(Claim.Words);

    public IReadOnlyDictionary<NoteRole, IReadOnlyList<ClaimTerm>> Roles { get; } = NoteRoles.In(Claim.Words);

    /// <summary>The company that its words keep in news, all of them together: what it speaks of, and with which small words.</summary>
    public IReadOnlyList<double> Company => field ??= CompanyOf(Claim.Words);

    // Each word counts the same; many words count more than one, and less than so many times as much.
    private static double[] CompanyOf(IReadOnlyList<ClaimTerm> words)
    {
        var sum = new double[Likeness.Size];
        var known = words.Count(w => !w.Frame && (Likeness.Add(w.Lower, 1, sum) || Likeness.Add(w.Base, 1, sum)));
        return known == 0 ? sum : [.. sum.Select(x => x / Math.Sqrt(known))];
    }
}
