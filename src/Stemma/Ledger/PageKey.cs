using System.Text.Json;

namespace Stemma.Ledger;

/// <summary>Tells whether a page is exactly one that came before: same bytes, same identifier, same things said beside it.</summary>
public static class PageKey
{
    public static string Of(RawPage page) => CaseIds.Of(
        'g',
        page.Sha256,
        page.Given ?? "",
        page.Form.ToString(),
        JsonSerializer.Serialize(page.Said, FindingsJson.Options),
        JsonSerializer.Serialize(page.Carried, FindingsJson.Options));
}
