using System.Globalization;
using Stemma.Words;

namespace Stemma.Corpus.Accounts.Notes;

/// <summary>How likely cannot two clauses of two notes both hold, and does the one reject the other or only tell it otherwise?</summary>
/// <remarks>Logistic sums over <see cref="NoteSigns"/>, learned by `training notes` on our own pairs; the weights can be read in Data/note-weights.tsv, a line a sign, a column a question.</remarks>
internal static class NoteWeights
{
    /// <summary>The questions in the order of the columns.</summary>
    public static readonly string[] Questions = ["dispute", "denies"];

    private static readonly Lazy<double[][]> Learned = new(() => Read(Resource.Rows("Corpus/Accounts/Notes/Data/note-weights.tsv")));

    public static double Dispute(double[] signs) => 1 / (1 + Math.Exp(-Sum(signs)));

    public static bool Denies(double[] signs) => Sum(1, signs) >= 0;

    /// <summary>The sum behind <see cref="Dispute"/>.</summary>
    public static double Sum(double[] signs) => Sum(0, signs);

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

    // A column a question; the last number of each is where its sum begins.
    private static double[][] Read(IEnumerable<string[]> rows)
    {
        var of = rows.ToDictionary(r => r[0], r => r[1..].Select(c => double.Parse(c, CultureInfo.InvariantCulture)).ToArray(), StringComparer.Ordinal);
        return [.. Questions.Index().Select(q => NoteSigns.Names.Append("begin").Select(n => of[n][q.Index]).ToArray())];
    }
}
