namespace Stemma.Corpus.Accounts.Notes;

/// <summary>How sure is a dispute between two notes, where many notes tell the matter?</summary>
/// <remarks>
/// What is learned knows pairs of which every second is in dispute. Of ten short reports of one shooting every two are laid side by side, and one tells of the
/// shots, another of the wounded: by chance two clauses look like rivals. So the odds are divided by the number of further notes that the busier of the two
/// is laid beside. What rejects the other in words, and is likely by its signs too, stays as sure as it is.
/// </remarks>
internal static class ManyNotes
{
    // One authored stranger in a thousand is as alike, three openings of unlabelled news; of the openings of one story 93 in a hundred (`training matters`).
    private const double SurelyOne = 2;

    /// <summary>The pairs of a case with the confidence of their disputes as it is among so many.</summary>
    public static IReadOnlyList<PairFindings> Weighed(IReadOnlyList<PairFindings> pairs)
    {
        var beside = pairs.Where(IsSure).SelectMany(p => new[] { p.First, p.Second }).CountBy(a => a, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. pairs.Select(p => p.OneMatter is not null && Further(p) is > 1 and var others ? p with { Disputes = Among(p.Disputes, others) } : p)];

        static bool IsSure(PairFindings pair) => pair.OneMatter >= SurelyOne;

        int Further(PairFindings pair) => Math.Max(beside.GetValueOrDefault(pair.First), beside.GetValueOrDefault(pair.Second)) - (IsSure(pair) ? 1 : 0);
    }

    private static List<Dispute> Among(IReadOnlyList<Dispute> disputes, int others) =>
        [.. disputes.Select(d => d.Summed ? d with { Confidence = Math.Round(d.Confidence / (d.Confidence + (others * (1 - d.Confidence))), 3) } : d)];
}
