using System.Globalization;
using Stemma.Words;

namespace Stemma.Corpus.Accounts.Notes;

/// <summary>How likely cannot two clauses of two notes both hold, on which point, and does the one reject the other or only tell it otherwise?</summary>
/// <remarks>
/// Sums over <see cref="NoteSigns"/>, learned by `training notes` on our own pairs: one for each point that can be in dispute, against the one answer that none is.
/// A clash of figures and a rival culprit need not be told by the same signs. The weights can be read in Data/note-weights.tsv, a line a sign, a column a question.
/// </remarks>
internal static class NoteWeights
{
    /// <summary>The columns: the points, then whether the one rejects the other.</summary>
    public static readonly string[] Questions = [.. NoteSlots.Slots.Select(s => s.ToString().ToLowerInvariant()), "denies"];

    private static readonly Lazy<double[][]> Learned = new(() => Read(Resource.Rows("Corpus/Accounts/Notes/Data/note-weights.tsv")));

    /// <summary>What the signs say for each point, in the order of <see cref="NoteSlots.Slots"/>.</summary>
    public static double[] Points(double[] signs) => [.. Enumerable.Range(0, NoteSlots.Slots.Length).Select(q => Sum(q, signs))];

    /// <summary>That any point is in dispute, 0 to 1.</summary>
    public static double Dispute(IReadOnlyList<double> points) => 1 / (1 + Math.Exp(-Sum(points)));

    /// <summary>The sum behind <see cref="Dispute"/>: all points against none.</summary>
    public static double Sum(IReadOnlyList<double> points)
    {
        var most = points.Max();
        return most + Math.Log(points.Sum(p => Math.Exp(p - most)));
    }

    public static bool Denies(double[] signs) => Sum(NoteSlots.Slots.Length, signs) >= 0;

    private static double Sum(int question, double[] signs)
    {
        var weights = Learned.Value[question];
        var sum = weights[^1];
        for (var i = 0; i < signs.Length; i++)
        {
            sum += signs[i] * weights[i];
        }

        return sum;
    }

    // The last number of each column is where its sum begins.
    private static double[][] Read(IEnumerable<string[]> rows)
    {
        var of = rows.ToDictionary(r => r[0], r => r[1..].Select(c => double.Parse(c, CultureInfo.InvariantCulture)).ToArray(), StringComparer.Ordinal);
        return [.. Questions.Index().Select(q => NoteSigns.Names.Append("begin").Select(n => of[n][q.Index]).ToArray())];
    }
}
