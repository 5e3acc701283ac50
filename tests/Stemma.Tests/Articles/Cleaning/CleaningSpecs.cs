using Stemma.Articles.Cleaning;

namespace Stemma.Tests.Articles.Cleaning;

/// <summary>Runs the Markdown specs of this room: furniture (kind, words) and chain (outlet, relation, words) of a text or a page.</summary>
public class CleaningSpecs
{
    public static TheoryData<Spec> Specs() => Spec.Below("Articles/Cleaning");

    [Theory]
    [MemberData(nameof(Specs))]
    public void The_words_below_the_heading_are_cleaned_as_the_table_says(Spec spec)
    {
        var clean = Cleaner.Clean(Pages.Of(spec.Text, spec.Settings.ContainsKey("html") ? PageForm.Html : PageForm.Text));
        spec.Expect(Rows(spec, clean));
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> Rows(Spec spec, CleanPage clean)
    {
        var text = clean.Article.Text;
        if (spec.Columns.Contains("kind"))
        {
            return clean.Furniture.Select(f => Row(("kind", FindingsJsonName(f.Kind.ToString())), ("words", f.Span.Of(text))));
        }

        if (spec.Columns.Contains("relation"))
        {
            return clean.Chain.Select(c => Row(("outlet", c.Outlet), ("relation", FindingsJsonName(c.Relation.ToString())), ("words", c.Span.Of(text))));
        }

        if (spec.Columns.Contains("part"))
        {
            return (clean.Parts ?? []).Select(p => Row(("part", FindingsJsonName(p.Kind.ToString())), ("at", p.At ?? ""), ("by", p.By ?? ""), ("first words", First(p.Span.Of(text)))));
        }

        if (spec.Columns.Contains("trouble"))
        {
            return clean.Trouble.Select(t => Row(("trouble", t.Kind), ("refused", clean.Refusal is null ? "" : "yes")));
        }

        if (spec.Columns.Contains("body"))
        {
            return Body(clean).Select(line => Row(("body", line)));
        }

        return [Row(("title", clean.Article.Title ?? ""), ("byline", clean.Article.Byline ?? ""), ("outlet", clean.Article.Outlet ?? ""), ("url", clean.Article.Url ?? ""), ("published", clean.Published?.Moment.Edtf ?? ""), ("from", clean.Published?.From.ToString().ToLowerInvariant() ?? ""))];
    }

    private static string First(string words) => string.Join(' ', words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Take(6));

    internal static IEnumerable<string> Body(CleanPage clean)
    {
        var body = clean.Article.Text.ToCharArray();
        foreach (var span in clean.Furniture.SelectMany(f => f.Span))
        {
            Array.Fill(body, '\n', span.Begin, span.Length);
        }

        return new string(body).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static Dictionary<string, string> Row(params (string Name, string Value)[] cells) => cells.ToDictionary(c => c.Name, c => c.Value);

    private static string FindingsJsonName(string name) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}

internal static class Pages
{
    public static RawPage Of(string content, PageForm form = PageForm.Text) => new() { File = "page", Original = default, Sha256 = "", Form = form, Content = content };
}
