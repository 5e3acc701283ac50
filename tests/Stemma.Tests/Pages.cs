using System.Security.Cryptography;
using System.Text;

namespace Stemma.Tests;

/// <summary>Raw pages for tests: a text, or a spec with its settings (published, outlet, title, …).</summary>
internal static class Pages
{
    public static RawPage Of(string text, Said? said = null, string file = "test.txt")
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new RawPage
        {
            File = file,
            Original = bytes,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Form = PageForm.Text,
            Content = text,
            Said = said ?? Said.Nothing,
        };
    }

    public static RawPage Of(Spec spec) => Of(spec.Text, new Said
    {
        Outlet = spec.Settings.GetValueOrDefault("outlet"),
        Title = spec.Settings.GetValueOrDefault("title"),
        Url = spec.Settings.GetValueOrDefault("url"),
        Byline = spec.Settings.GetValueOrDefault("byline"),
        Published = spec.Settings.GetValueOrDefault("published"),
    });
}
