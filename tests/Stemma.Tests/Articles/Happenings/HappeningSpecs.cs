using Stemma.Articles;

namespace Stemma.Tests.Articles.Happenings;

/// <summary>Runs the specs of this folder through the whole reader: what is told here stands on dates and actors found before.</summary>
public class HappeningSpecs
{
    public static TheoryData<Spec> Specs => Spec.Below("Articles/Happenings");

    [Theory]
    [MemberData(nameof(Specs), DisableDiscoveryEnumeration = true)]
    public void Happenings_are_read_as_the_specs_say(Spec spec)
    {
        var findings = ArticleReader.Read(Pages.Of(spec));
        spec.Expect(findings.Events.Select(e => (IReadOnlyDictionary<string, string>)new Dictionary<string, string>
        {
            ["kind"] = e.Kind,
            ["status"] = e.Status.ToString().ToLowerInvariant(),
            ["date"] = e.Date?.Edtf ?? "—",
            ["places"] = string.Join(", ", e.Places.Select(p => $"{p.Name} ({p.Precision.ToString().ToLowerInvariant()})")),
            ["who"] = Names(findings, e.Who),
            ["whom"] = Names(findings, e.Whom),
            ["figures"] = string.Join("; ", e.Quantities.Select(q => $"{q.Low?.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) ?? ".."}–{q.High?.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) ?? ".."} {q.Unit ?? "?"} {q.Of}".TrimEnd())),
            ["with"] = string.Join(", ", e.With.Select(w => w.Words)),
            ["voice"] = e.Voice.ToString().ToLowerInvariant(),
            ["mentions"] = $"{1 + (e.Mentions?.Count ?? 0)}",
            ["vote"] = e.Vote is null ? "" : $"{e.Vote.Body}: {e.Vote.Stage.ToString().ToLowerInvariant()}{string.Concat(e.Vote.Positions.Select(p => $"; {Names(findings, [p.Key])} {p.Value.ToString().ToLowerInvariant()}"))}",
            ["sponsors"] = e.Vote is null ? "" : Names(findings, e.Vote.Sponsors),
            ["words"] = e.Span.Of(findings.Article.Text),
        }));
    }

    private static string Names(ArticleFindings findings, IEnumerable<string> actors) =>
        string.Join(", ", actors.Select(id => findings.Actors.Single(a => a.Id == id).Name));
}
