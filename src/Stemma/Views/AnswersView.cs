namespace Stemma.Views;

/// <summary>Who was accused of what, and how did they answer? Charges of one accused with one answer are told in one row, reprints folded.</summary>
/// <param name="Accused">Their name.</param>
/// <param name="Actor">Their id.</param>
/// <param name="Kind">As the reading has it.</param>
/// <param name="Status">How a row calls it.</param>
/// <param name="Charges">One for each wording, the one that stands with the answer first.</param>
/// <param name="Articles">How many articles tell one of them.</param>
/// <param name="By">The answer; null where none is given.</param>
public sealed record AnswersView(string Accused, string Actor, string Kind, string Status, IReadOnlyList<CaseStatement> Charges, int Articles, CaseStatement? By)
{
    /// <summary>Those who answered first, the most accused first.</summary>
    public static IReadOnlyList<AnswersView> Of(Case all) =>
    [
        .. all.Reading.Answers
            .Select(a => (Answer: a, Charge: all.Statement(a.Statement), By: a.By.Count > 0 ? all.Statement(a.By[0]) : null))
            .Where(a => a.Charge is { State: not StatementState.Rejected } && a.By is not { State: StatementState.Rejected })
            .GroupBy(a => (Name: all.NameOf(a.Answer.Accused), a.Answer.Kind, Said: a.By is null ? StatementsView.SpeakerOf(all, a.Charge!) : ShowView.ChargeWords(all, a.By)))
            .Select(g => (g.Key, Row: g.OrderByDescending(a => a.Charge!.Article == a.By?.Article).ThenBy(a => a.Charge!.Article, StringComparer.Ordinal).ThenBy(a => a.Charge!.Statement.Content.Hull).ToList()))
            .Select(g => new AnswersView(
                g.Key.Name,
                g.Row[0].Answer.Accused,
                g.Key.Kind,
                StatusOf(g.Key.Kind),
                [.. g.Row.Select(a => a.Charge!).DistinctBy(c => ShowView.ChargeWords(all, c))],
                g.Row.Select(a => a.Charge!.Article).Distinct(StringComparer.Ordinal).Count(),
                g.Row[0].By))
            .OrderBy(r => r.By is null)
            .ThenByDescending(r => r.Articles)
            .ThenByDescending(r => r.Charges.Count)
            .ThenBy(r => r.Accused, StringComparer.Ordinal)
            .ThenBy(r => r.Charges[0].Article, StringComparer.Ordinal)
            .ThenBy(r => r.Charges[0].Statement.Content.Hull),
    ];

    /// <summary>How a row calls the kind of an answer.</summary>
    public static string StatusOf(string kind) => kind switch
    {
        "denies" => "denies it",
        "declines to comment" => "declined to comment",
        "answers" => "answers otherwise",
        "others deny" => "denied by others",
        _ => kind,
    };
}
