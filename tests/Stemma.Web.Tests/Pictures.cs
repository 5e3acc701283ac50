using Microsoft.Playwright;

namespace Stemma.Web.Tests;

/// <summary>With STEMMA_PICTURES naming a folder of the repository, every page that is tried at both widths leaves its pictures there: `STEMMA_PICTURES=docs/pages dotnet test tests/Stemma.Web.Tests`.</summary>
internal static class Pictures
{
    public static async Task Take(IPage page, string address, int width)
    {
        if (Environment.GetEnvironmentVariable("STEMMA_PICTURES") is not { Length: > 0 } folder)
        {
            return;
        }

        var name = address.Trim('/') switch { "" => "case", var a when a.EndsWith("original", StringComparison.Ordinal) => "original", var a when a.StartsWith("article/", StringComparison.Ordinal) => "reader", var a => a.Split('/', '?')[0] };
        if (address.Contains('?', StringComparison.Ordinal) && name is ("ledger" or "articles"))
        {
            // One narrow view of a page that has its picture already.
            return;
        }

        await page.EvaluateAsync("scrollTo(0, 0)");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Repository(), folder, $"{name}-{width}.jpg"), Type = ScreenshotType.Jpeg, Quality = 60 });
    }

    // Tests run beside their assembly; the folder is named from where a person stands.
    private static string Repository()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        while (here.Parent is { } up && !File.Exists(Path.Combine(here.FullName, "Stemma.slnx")))
        {
            here = up;
        }

        return here.FullName;
    }
}
