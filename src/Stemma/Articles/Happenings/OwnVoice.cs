using Stemma.Articles.Sentences;

namespace Stemma.Articles.Happenings;

/// <summary>Sentences in which the outlet itself tells a happening as a fact, with nobody to hand it to.</summary>
/// <remarks>
/// Candidates: in a case only those stay that speak of what a reported statement there speaks of. A headline counts.
/// A sentence that a reported statement covers in part gives only the clause outside it.
/// </remarks>
internal static class OwnVoice
{
    // Set by hand, not measured: likelier than not, and below what a learned attribution usually says.
    private const double Confidence = 0.65;

    public static IEnumerable<Statement> In(Prose prose, IReadOnlyList<(string Event, Mention Mention)> mentions, IReadOnlyList<Statement> reported)
    {
        var taken = Covered(reported);
        foreach (var sentence in mentions.Where(m => m.Mention.Status == EventStatus.Happened).GroupBy(m => m.Mention.Sentence).OrderBy(g => g.Key))
        {
            var whole = Trimmed(prose, prose.Sentences[sentence.Key].Span);
            var own = sentence.Where(m => !Touches(taken, m.Mention.Span)).ToList();
            var content = whole;
            if (Touches(taken, whole))
            {
                // What is left of a sentence beside a reported part is told only where it has a verb of its own: "The latest incident" tells nothing.
                own = [.. own.Where(m => m.Mention.Trigger.Verb is not null)];
                content = own.Count == 0 ? default : own.Select(m => m.Mention.Span).Aggregate((a, b) => a.Hull(b));
                content = own.Count > 0 && Touches(taken, content) ? own[0].Mention.Span : content;
            }

            if (own.Count == 0)
            {
                continue;
            }

            yield return new Statement
            {
                Id = "",
                Voice = Voice.Outlet,
                Form = Form.None,
                Act = Act.Say,
                Source = Spans.None,
                Cue = Spans.None,
                Content = [content],
                Evidence = new Evidence(EvidenceBasis.Asserted, null, Spans.None),
                About = [.. own.Select(m => m.Event).Distinct(StringComparer.Ordinal)],
                Confidence = Confidence,
                Rule = "own-voice",
            };
        }
    }

    // Everything a reported statement takes up, as sorted spans that do not overlap.
    private static List<TextSpan> Covered(IReadOnlyList<Statement> reported)
    {
        var merged = new List<TextSpan>();
        foreach (var span in reported.SelectMany(s => s.Source.Concat(s.Cue).Concat(s.Content)).Order())
        {
            if (merged.Count > 0 && span.Begin <= merged[^1].End)
            {
                merged[^1] = merged[^1].Hull(span);
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }

    private static bool Touches(List<TextSpan> taken, TextSpan span)
    {
        var at = taken.BinarySearch(new TextSpan(span.Begin, int.MaxValue));
        at = at < 0 ? ~at : at;
        return (at > 0 && taken[at - 1].Overlaps(span)) || (at < taken.Count && taken[at].Overlaps(span));
    }

    // The final stop is nobody's, as in reported contents.
    private static TextSpan Trimmed(Prose prose, TextSpan span)
    {
        var end = span.End;
        while (end > span.Begin && (char.IsWhiteSpace(prose.Text[end - 1]) || prose.Text[end - 1] is '.' or '!'))
        {
            end--;
        }

        return new TextSpan(span.Begin, end);
    }
}
