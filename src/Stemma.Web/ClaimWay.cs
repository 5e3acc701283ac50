using Stemma.Web.Pages;
using Stemma.Web.Pictures;

namespace Stemma.Web;

/// <summary>Through whose hands did one claim reach its readers? Witness or document, spokesperson, agency, outlets; each step stated in words or inferred from what is shared.</summary>
/// <param name="Statements">The claim and its reprints: statements with the same words in other articles.</param>
public sealed record ClaimWay(IReadOnlyList<CaseStatement> Statements, IReadOnlyList<ClaimWay.Step> Steps)
{
    /// <param name="From">Nearer to the reader.</param>
    /// <param name="To">Nearer to whoever saw, wrote or said it.</param>
    /// <param name="Words">The words that state it; empty where it is inferred.</param>
    /// <param name="Link">The page that shows them.</param>
    public sealed record Step(string From, string To, string Relation, bool Stated, double? Overlap, string Words, string Link);

    public static ClaimWay Of(Desk desk, CaseStatement claim)
    {
        var all = desk.Case;
        List<CaseStatement> statements = [claim, .. desk.SameWords(claim.Statement.Id).Select(all.Statement).OfType<CaseStatement>()];
        var steps = new List<Step>();
        var outlets = statements.SelectMany(s => desk.HopsOf(s.Article).SelectMany(h => new[] { h.From, h.To }).Append(all.OutletOf(s.Article))).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var s in statements)
        {
            foreach (var hop in desk.HandsOf(s.Statement.Id).OrderBy(h => h.Order))
            {
                Add(new Step(hop.From, hop.To, hop.Relation.Replace('-', ' '), true, null, string.Join(" … ", hop.Evidence.Select(all.Words)), Say.Words(s)));
            }
        }

        // What was copied without saying so: between the articles that have the claim.
        var articles = statements.Select(s => s.Article).ToHashSet();
        foreach (var hop in statements.Select(s => s.Article).Distinct().SelectMany(desk.HopsOf).Where(h => h.Kind == HopKind.Inferred && h.Parent is { } parent && articles.Contains(parent)))
        {
            Add(new Step(all.OutletOf(hop.Article), all.OutletOf(hop.Parent!), "shares its words", false, hop.Overlap, "", Say.Link("/passage", ("a", hop.Parent), ("b", hop.Article))));
        }

        return new ClaimWay(statements, steps);

        // "Coastal Press" in the words is the Coastal Press Agency that is known here.
        string Known(string name) => outlets.FirstOrDefault(o => o.StartsWith(name + " ", StringComparison.Ordinal)) ?? name;

        void Add(Step step)
        {
            step = step with { From = Known(step.From), To = Known(step.To) };
            if (step.From != step.To && !steps.Exists(s => s.From == step.From && s.To == step.To))
            {
                steps.Add(step);
            }
        }
    }

    public string Draw(Desk desk)
    {
        var links = Statements.GroupBy(s => desk.Case.OutletOf(s.Article)).ToDictionary(g => g.Key, g => g.First());
        var names = Steps.SelectMany(s => new[] { s.To, s.From }).Concat(links.Keys).Distinct().ToList();
        var relation = Steps.GroupBy(s => s.To).ToDictionary(g => g.Key, g => g.First().Relation);
        return LayeredPicture.Draw(
            [.. names.Select(n => new LayeredPicture.Node(
                n,
                n,
                links.TryGetValue(n, out var printed) ? Say.Day(desk.Case.Article(printed.Article).Published?.Moment) : relation.GetValueOrDefault(n) switch { "told" or "quotes" => "speaks", "by way of" or "credits" or "taken from" => "named on the page", null => "named in the words", var other => other },
                links.TryGetValue(n, out var s) ? Say.Words(s) : null))],
            [.. Steps.Select(s => new LayeredPicture.Edge(s.To, s.From, s.Stated, s.Overlap is { } o ? LayeredPicture.Percent(o) : s.Relation, s.Link, $"{s.To} to {s.From}: {(s.Stated ? $"stated, “{s.Words}”" : "inferred from shared words")}"))],
            "The way of one claim; the same as a list below");
    }
}
