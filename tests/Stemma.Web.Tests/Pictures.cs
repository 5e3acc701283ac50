using Microsoft.Playwright;

namespace Stemma.Web.Tests;

/// <summary>With STEMMA_PICTURES naming a folder, every page that a test opens leaves its picture there: `STEMMA_PICTURES=docs/pages dotnet test tests/Stemma.Web.Tests`.</summary>
internal static class Pictures
{
    public static async Task Take(IPage page, string address, int width)
    {
        if (Environment.GetEnvironmentVariable("STEMMA_PICTURES") is not { Length: > 0 } folder)
        {
            return;
        }

        var name = address.Trim('/') switch { "" => "case", var a when a.EndsWith("original", StringComparison.Ordinal) => "original", var a when a.StartsWith("article", StringComparison.Ordinal) => "reader", var a => a.Split('/', '?')[0] };
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{width}.jpg"), Type = ScreenshotType.Jpeg, Quality = 60 });
    }
}
