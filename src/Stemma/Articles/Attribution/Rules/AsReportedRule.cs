using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>"As reported yesterday, Marshland accused the port of …": the saying is Marshland's, not the reminder's.</summary>
/// <remarks>
/// Why: "As reported" only points back to the outlet's own page; what it introduces has a speaker of its own. Hits: an opening "As reported …," with nobody named,
/// before a clause with a strong verb of Data/strong-verbs.tsv. Hits not: "As North Wire reported, …" (somebody is named); clauses without such a verb keep the reminder as their cue.
/// Misses: verbs that are not in the list.
/// </remarks>
internal sealed class AsReportedRule : IAttributionRule
{
    public string Name => "as-reported";

    public IReadOnlyList<Found> Apply(Prose prose, IReadOnlyList<Found> found)
    {
        var result = found.ToList();
        for (var n = 0; n < result.Count; n++)
        {
            var tagged = result[n].Tagged;
            if (!tagged.Source.IsEmpty || tagged.Cue.IsEmpty || tagged.Content.IsEmpty)
            {
                continue;
            }

            var cue = prose.TokenAt(tagged.Cue[0].Begin);
            var opens = cue > 0 && prose.Tokens[cue - 1].Lower == "as" ? cue - 1 : prose.Tokens[cue].Lower == "as" ? cue : -1;
            if (opens < 0 || prose.Sentences[prose.Tokens[opens].Sentence].FirstToken != opens)
            {
                continue;
            }

            var (first, end) = Body.Tokens(prose, tagged.Content.Hull);
            if (StrongVerb.Clause(prose, first, end) is { } clause)
            {
                result[n] = new Found(clause with { Confidence = tagged.Confidence }, $"{result[n].Rule}+{Name}");
            }
        }

        return result;
    }
}
