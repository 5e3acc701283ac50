using Stemma.Articles.Attribution.Tagger;

namespace Stemma.Training;

/// <summary>How often is a finding right that looks like this? A logistic regression from the tagger's signs to gold, on articles it did not learn from.</summary>
internal static class Calibration
{
    private const int Rounds = 4000;
    private const double Rate = .5, Ridge = 1e-4;

    public static TaggerModel.Tensor Of(LoadedTagger tagger, List<GoldArticle> articles, Action<string> say)
    {
        var rows = articles.SelectMany(a => tagger.Weighed(a.Prose).Select(w => (w.Signs, Right: a.Attributions.Any(g => Agrees(w.Found, g))))).ToList();
        var weights = new double[Confidence.Count];
        var slope = new double[Confidence.Count];
        for (var round = 0; round < Rounds; round++)
        {
            Array.Clear(slope);
            foreach (var (signs, right) in rows)
            {
                var miss = Said(weights, signs) - (right ? 1 : 0);
                for (var i = 0; i < slope.Length; i++)
                {
                    slope[i] += miss * signs[i] / rows.Count;
                }
            }

            for (var i = 0; i < slope.Length; i++)
            {
                weights[i] -= Rate * 4 * (slope[i] + (i == 0 ? 0 : Ridge * weights[i]));
            }
        }

        var error = rows.GroupBy(r => Math.Min(9, (int)(10 * Said(weights, r.Signs)))).Sum(b => Math.Abs(b.Average(r => Said(weights, r.Signs)) - b.Average(r => r.Right ? 1.0 : 0)) * b.Count()) / rows.Count;
        say($"confidence: {rows.Count} findings, {rows.Count(r => r.Right)} right, expected calibration error {error:F3}; weights {string.Join(" ", weights.Select(w => w.ToString("F2", System.Globalization.CultureInfo.InvariantCulture)))}");
        return new TaggerModel.Tensor(1, Confidence.Count, [.. weights.Select(w => (float)w)]);
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
