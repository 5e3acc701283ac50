using Stemma.Articles.Sentences;

namespace Stemma.Articles.Dates;

/// <summary>When was a statement said? The date in the clause of its cue, outside its content.</summary>
/// <remarks>
/// "Maren said on Tuesday that the cranes moved on Monday": Tuesday, for it stands with the cue; Monday is told in the content.
/// Looks between source and cue first, then right behind them, then before them, never past the sentence.
/// Known to miss: a date told once for several statements ("At a press conference on Tuesday, … He added …").
/// </remarks>
internal static class SaidOnDays
{
    // Letters between the cue or source and a date that still belongs to it: "said in an interview late on Tuesday".
    private const int Reach = 60;

    public static IReadOnlyList<Statement> With(IReadOnlyList<Statement> statements, IReadOnlyList<DateMention> dates, Prose prose)
    {
        if (statements.Count == 0 || dates.Count == 0)
        {
            return statements;
        }

        var dated = new List<Statement>(statements.Count);
        foreach (var statement in statements)
        {
            dated.Add(statement.Said is null && When(statement, dates, prose) is { } said ? statement with { Said = said } : statement);
        }

        return dated;
    }

    private static SaidOn? When(Statement statement, IReadOnlyList<DateMention> dates, Prose prose)
    {
        if (statement.Cue.IsEmpty || statement.Voice == Voice.Outlet)
        {
            return null;
        }

        var cue = statement.Cue.Hull;
        var head = statement.Source.IsEmpty || Apart(statement.Source.Hull, cue) > Reach ? cue : cue.Hull(statement.Source.Hull);
        var within = SentenceOf(prose, cue);
        DateMention? best = null;
        var bestDistance = int.MaxValue;
        for (var i = FirstFrom(dates, within.Begin); i < dates.Count && dates[i].Span.Hull.Begin < within.End; i++)
        {
            var date = dates[i];
            var span = date.Span.Hull;
            if (date.Moment is not { } moment || moment.Earliest is null || date.Type is not (TimexType.Date or TimexType.Time) || statement.Content.Overlaps(span))
            {
                continue;
            }

            // Between source and cue it is surest; behind them surer than before.
            var distance = head.Contains(span) ? 0 : span.Begin >= head.End ? 1 + span.Begin - head.End : 2 + head.Begin - span.End;
            if (distance > Reach || distance >= bestDistance || ContentBetween(statement, head, span) || IsInName(statement, span) || Owns(prose.Text, span))
            {
                continue;
            }

            (best, bestDistance) = (date, distance);
        }

        return best is null ? null : new SaidOn(best.Moment!, best.Span);
    }

    // A date inside the words for the speaker tells of him, not of the saying: "the prime minister since 2031".
    private static bool IsInName(Statement statement, TextSpan span) => statement.Source.Overlaps(span);

    // "condemned Monday's attack": the day is the attack's.
    private static bool Owns(string text, TextSpan span) => span.End + 1 < text.Length && text[span.End] is '\'' or '’' && text[span.End + 1] is 's';

    private static bool ContentBetween(Statement statement, TextSpan head, TextSpan span)
    {
        var between = span.Begin >= head.End ? new TextSpan(head.End, span.Begin) : span.End <= head.Begin ? new TextSpan(span.End, head.Begin) : default;
        return !between.IsEmpty && statement.Content.Overlaps(between);
    }

    private static int Apart(TextSpan a, TextSpan b) => Math.Max(0, Math.Max(a.Begin, b.Begin) - Math.Min(a.End, b.End));

    private static TextSpan SentenceOf(Prose prose, TextSpan cue)
    {
        int low = 0, high = prose.Sentences.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = prose.Sentences[middle].Span.End <= cue.Begin ? (middle + 1, high) : (low, middle);
        }

        return low < prose.Sentences.Count && prose.Sentences[low].Span.Overlaps(cue) ? prose.Sentences[low].Span : new TextSpan(Math.Max(0, cue.Begin - Reach), cue.End + Reach);
    }

    private static int FirstFrom(IReadOnlyList<DateMention> dates, int position)
    {
        int low = 0, high = dates.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = dates[middle].Span.Hull.End <= position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
