using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Stemma.Ledger;

/// <summary>Writes people's corrections as lines that hold each other: every line carries the SHA-256 of the line before it.</summary>
/// <remarks>A line is kept byte for byte. Positions in it count code points of the article's text as it was when the person pointed.</remarks>
public static class CorrectionLog
{
    public static string HashOf(string line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)));

    /// <summary>The line that follows <paramref name="last"/> (null: the first). The identifier is made from what the line says.</summary>
    /// <param name="correction">Identifier and previous hash are filled in here. Its span counts code points already.</param>
    public static string Line(string? last, Correction correction)
    {
        var chained = correction with { Id = "", Previous = last is null ? "" : HashOf(last) };
        var id = CaseIds.Of('C', JsonSerializer.Serialize(chained, FindingsJson.Options));
        return JsonSerializer.Serialize(chained with { Id = id }, FindingsJson.Options);
    }

    /// <exception cref="JsonException">The line is no correction.</exception>
    public static Correction Read(string line) =>
        JsonSerializer.Deserialize<Correction>(line, FindingsJson.Options) ?? throw new JsonException("An empty line is no correction.");

    /// <exception cref="ArgumentException">The line does not follow the last one.</exception>
    public static void Follows(string? last, string line)
    {
        var previous = Read(line).Previous;
        var expected = last is null ? "" : HashOf(last);
        if (previous != expected)
        {
            throw new ArgumentException($"This line of the log follows “{previous}”, but the last one is “{expected}”.", nameof(line));
        }
    }

    /// <summary>Where the chain is broken: number of the line (from 1) and why; empty where it holds.</summary>
    public static IReadOnlyList<(int Line, string Why)> Check(IReadOnlyList<string> log)
    {
        var broken = new List<(int, string)>();
        for (var i = 0; i < log.Count; i++)
        {
            try
            {
                var correction = Read(log[i]);
                var expected = i == 0 ? "" : HashOf(log[i - 1]);
                if (correction.Previous != expected)
                {
                    broken.Add((i + 1, i == 0 ? "the first line names a line before it" : $"it does not carry the hash of line {i}"));
                }
                else if (Line(i == 0 ? null : log[i - 1], correction) != log[i])
                {
                    broken.Add((i + 1, "its identifier does not belong to its words"));
                }
            }
            catch (JsonException)
            {
                broken.Add((i + 1, "it is no correction"));
            }
        }

        return broken;
    }

    /// <summary>Corrections that stand: those that no later undo takes back, undos themselves left out; first to last.</summary>
    public static IReadOnlyList<Correction> Standing(IEnumerable<string> log)
    {
        var all = log.Select(Read).ToList();
        var undone = TakenBack(all);
        return [.. all.Where(c => c.Verb != "undo" && !undone.Contains(c.Id))];
    }

    /// <summary>Identifiers of what was taken back and not restored since, undos among them.</summary>
    public static IReadOnlySet<string> TakenBack(IEnumerable<string> log) => TakenBack([.. log.Select(Read)]);

    private static HashSet<string> TakenBack(List<Correction> all)
    {
        var undone = new HashSet<string>();
        for (var i = all.Count - 1; i >= 0; i--)
        {
            if (all[i].Verb == "undo" && !undone.Contains(all[i].Id) && all[i].Target.Id is { } target)
            {
                undone.Add(target);
            }
        }

        return undone;
    }
}
