using System.Globalization;
using Stemma.Articles.Attribution.Tagger;

namespace Stemma.Training;

/// <summary>How often is a finding right that looks like this? A logistic regression from the tagger's signs to gold, on articles it did not learn from.</summary>
internal static class Calibration
{
    private const int Rounds = 25;
    private const double Ridge = 1;

    private sealed record Row(float[] Signs, bool Right, int Article);

    public static TaggerModel.Tensor Of(LoadedTagger tagger, List<GoldArticle> articles, Action<string> say)
    {
        var rows = articles.SelectMany((a, n) => tagger.Weighed(a.Prose).Select(w => new Row(w.Signs, a.Attributions.Any(g => Agrees(w.Found, g)), n))).ToList();
        var weights = Fit(rows);

        // Honest figures: each half of the articles weighed by what the other half taught.
        var halves = new[] { Fit([.. rows.Where(r => r.Article % 2 == 1)]), Fit([.. rows.Where(r => r.Article % 2 == 0)]) };
        var said = rows.Select(r => (Said: Said(halves[r.Article % 2], r.Signs), r.Right)).ToList();
        var error = said.GroupBy(r => Math.Min(9, (int)(10 * r.Said))).Sum(b => Math.Abs(b.Average(r => r.Said) - b.Average(r => r.Right ? 1.0 : 0)) * b.Count()) / rows.Count;
        say(string.Create(CultureInfo.InvariantCulture, $"confidence: {rows.Count} findings, {rows.Count(r => r.Right)} right, calibration error {error:F3} (halves crossed)"));
        var gold = articles.Sum(a => a.Attributions.Count);
        foreach (var least in new[] { 0, .24, .30, .36, .42, .48 })
        {
            var kept = said.Where(s => s.Said >= least).ToList();
            say(string.Create(CultureInfo.InvariantCulture, $"confidence: from {least:F2} on  F1 {200.0 * kept.Count(s => s.Right) / (kept.Count + gold):F2} (halves crossed, letters counted)"));
        }

        return new TaggerModel.Tensor(1, Confidence.Count, [.. weights.Select(w => (float)w)]);
    }

    /// <summary>Newton's method with a ridge; the first sign is the constant and stands outside it.</summary>
    private static double[] Fit(List<Row> rows)
    {
        const int N = Confidence.Count;
        var weights = new double[N];
        for (var round = 0; round < Rounds; round++)
        {
            var slope = new double[N];
            var bend = new double[N, N];
            foreach (var row in rows)
            {
                var said = Said(weights, row.Signs);
                var spread = said * (1 - said);
                for (var i = 0; i < N; i++)
                {
                    slope[i] += ((row.Right ? 1 : 0) - said) * row.Signs[i];
                    for (var j = 0; j < N; j++)
                    {
                        bend[i, j] += spread * row.Signs[i] * row.Signs[j];
                    }
                }
            }

            for (var i = 0; i < N; i++)
            {
                bend[i, i] += i == 0 ? 1e-6 : Ridge;
                slope[i] -= i == 0 ? 0 : Ridge * weights[i];
            }

            var step = Solve(bend, slope);
            for (var i = 0; i < N; i++)
            {
                weights[i] += step[i];
            }
        }

        return weights;
    }

    /// <summary>Gauss's elimination; the matrix is symmetric and positive, so no row needs to change places.</summary>
    private static double[] Solve(double[,] a, double[] b)
    {
        var n = b.Length;
        for (var i = 0; i < n; i++)
        {
            for (var r = i + 1; r < n; r++)
            {
                var by = a[r, i] / a[i, i];
                for (var c = i; c < n; c++)
                {
                    a[r, c] -= by * a[i, c];
                }

                b[r] -= by * b[i];
            }
        }

        var x = new double[n];
        for (var i = n - 1; i >= 0; i--)
        {
            x[i] = b[i];
            for (var c = i + 1; c < n; c++)
            {
                x[i] -= a[i, c] * x[c];
            }

            x[i] /= a[i, i];
        }

        return x;
    }

    private static double Said(double[] weights, float[] signs)
    {
        double sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * signs[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>Cues meet; source and content share half their letters, or both have no source.</summary>
    private static bool Agrees(TaggedAttribution found, GoldAttribution gold) =>
        gold.Cue.Any(c => found.Cue.Overlaps(c)) && Shares(found.Source, gold.Source) && Shares(found.Content, gold.Content);

    private static bool Shares(Spans found, TextSpan[] gold)
    {
        if (found.IsEmpty || gold.Length == 0)
        {
            return found.IsEmpty && gold.Length == 0;
        }

        var common = found.Sum(f => gold.Sum(g => Math.Max(0, Math.Min(f.End, g.End) - Math.Max(f.Begin, g.Begin))));
        return 2.0 * common >= .5 * (found.Sum(f => f.Length) + gold.Sum(g => g.Length));
    }
}
