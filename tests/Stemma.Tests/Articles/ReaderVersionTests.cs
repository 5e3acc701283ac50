using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Stemma.Articles;
using Stemma.Tests.Cli;

namespace Stemma.Tests.Articles;

/// <summary>Does the reader's version count up when its findings change? Where it does not, a case on somebody's desk keeps what an older reader found.</summary>
/// <remarks>What the samples give is kept as one digest beside the version that gave it; confidences are left out, for their last figures hang on the machine. With STEMMA_ACCEPT=1 the digest of a new version is written.</remarks>
public sealed class ReaderVersionTests : IDisposable
{
    private readonly StemmaProgram _program = new();

    private static string Accepted => Path.Combine(Spec.TestTree(), "Articles", "findings.txt");

    public void Dispose() => _program.Dispose();

    [Fact]
    public void Other_findings_have_another_version()
    {
        _program.Run("demo", "--case", _program.Case);
        var now = $"{ArticleReader.Version} {Digest(_program.OnCase("export").Output)}";
        var before = File.ReadAllText(Accepted).Trim();
        if (now == before)
        {
            return;
        }

        Assert.True(
            before.Split(' ')[0] != ArticleReader.Version,
            $"The samples are read otherwise than version {ArticleReader.Version} read them: count ArticleReader.Version up, so that old cases are read again.");
        if (Environment.GetEnvironmentVariable("STEMMA_ACCEPT") == "1")
        {
            File.WriteAllText(Accepted, now + "\n");
        }

        Assert.Equal(now, File.ReadAllText(Accepted).Trim());
    }

    private static string Digest(string export)
    {
        var lines = export.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).Where(IsShown).Select(l => WithoutConfidence(l).ToJsonString());
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    // Candidates of disputes come and go with the last figure of a sum.
    private static bool IsShown(JsonNode line) => line["type"]?.GetValue<string>() != "dispute" || line["confidence"]!.GetValue<double>() >= 0.5;

    private static JsonNode WithoutConfidence(JsonNode node)
    {
        if (node is JsonObject fields)
        {
            foreach (var name in fields.Select(f => f.Key).Where(k => k.Contains("confidence", StringComparison.OrdinalIgnoreCase)).ToList())
            {
                fields.Remove(name);
            }
        }

        foreach (var inner in node switch { JsonObject o => o.Select(f => f.Value), JsonArray a => a, _ => [] })
        {
            if (inner is not null)
            {
                WithoutConfidence(inner);
            }
        }

        return node;
    }
}
