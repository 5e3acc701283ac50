namespace Stemma.Training;

/// <summary>How likely is the gold row of tags among all rows of tags? A first-order conditional random field and its slopes.</summary>
internal sealed class Crf(int tags)
{
    public Parameter Transitions { get; } = new("crf.transitions", tags, tags);

    public Parameter Ends { get; } = new("crf.ends", 2, tags);

    /// <summary>Minus the log likelihood of one run. emissions and slopes: a row a word at <paramref name="rows"/>, apart by stride.</summary>
    /// <param name="soft">Where given, how likely each tag is instead of <paramref name="gold"/>, and each pair of neighbours: then the expected loss.</param>
    public unsafe double Loss(float* emissions, float* slopes, int stride, int[] rows, int[] gold, float weight, float[]? soft = null, float[]? pairs = null)
    {
        int n = rows.Length, k = tags;
        var alpha = new double[n * k];
        var beta = new double[k];
        var next = new double[k];
        var trans = new double[k * k];
        var scale = new double[n];
        for (var i = 0; i < k * k; i++)
        {
            trans[i] = Math.Exp(Transitions.Value[i]);
        }

        var emit = new double[n * k];
        double log = 0;
        for (var t = 0; t < n; t++)
        {
            var e = emissions + (long)rows[t] * stride;
            var top = e[0];
            for (var j = 1; j < k; j++)
            {
                top = Math.Max(top, e[j]);
            }

            double sum = 0;
            for (var j = 0; j < k; j++)
            {
                emit[t * k + j] = Math.Exp(e[j] - top);
                double from = 0;
                if (t == 0)
                {
                    from = Math.Exp(Ends.Value[j]);
                }
                else
                {
                    for (var i = 0; i < k; i++)
                    {
                        from += alpha[(t - 1) * k + i] * trans[i * k + j];
                    }
                }

                sum += alpha[t * k + j] = from * emit[t * k + j];
            }

            scale[t] = sum;
            log += Math.Log(sum) + top;
            for (var j = 0; j < k; j++)
            {
                alpha[t * k + j] /= sum;
            }
        }

        double last = 0;
        for (var j = 0; j < k; j++)
        {
            beta[j] = Math.Exp(Ends.Value[k + j]);
            last += alpha[(n - 1) * k + j] * beta[j];
        }

        log += Math.Log(last);
        for (var j = 0; j < k; j++)
        {
            beta[j] /= last;
            Ends.Slope[k + j] += weight * (float)(alpha[(n - 1) * k + j] * beta[j]);
        }

        for (var t = n - 1; t >= 0; t--)
        {
            var s = slopes + (long)rows[t] * stride;
            for (var j = 0; j < k; j++)
            {
                s[j] = weight * (float)(alpha[t * k + j] * beta[j]);
            }

            if (t == 0)
            {
                for (var j = 0; j < k; j++)
                {
                    Ends.Slope[j] += s[j];
                }

                break;
            }

            for (var i = 0; i < k; i++)
            {
                double sum = 0;
                for (var j = 0; j < k; j++)
                {
                    var path = trans[i * k + j] * emit[t * k + j] * beta[j] / scale[t];
                    sum += path;
                    Transitions.Slope[i * k + j] += weight * (float)(alpha[(t - 1) * k + i] * path);
                }

                next[i] = sum;
            }

            (beta, next) = (next, beta);
        }

        if (soft is not null && pairs is not null)
        {
            return log - Expected(emissions, slopes, stride, rows, weight, soft, pairs);
        }

        double score = Ends.Value[gold[0]] + Ends.Value[k + gold[n - 1]];
        Ends.Slope[gold[0]] -= weight;
        Ends.Slope[k + gold[n - 1]] -= weight;
        for (var t = 0; t < n; t++)
        {
            score += emissions[(long)rows[t] * stride + gold[t]];
            slopes[(long)rows[t] * stride + gold[t]] -= weight;
            if (t > 0)
            {
                score += Transitions.Value[gold[t - 1] * k + gold[t]];
                Transitions.Slope[gold[t - 1] * k + gold[t]] -= weight;
            }
        }

        return log - score;
    }

    private unsafe double Expected(float* emissions, float* slopes, int stride, int[] rows, float weight, float[] soft, float[] pairs)
    {
        var (n, k) = (rows.Length, tags);
        double score = 0;
        for (var j = 0; j < k; j++)
        {
            float begins = soft[j], ends = soft[(n - 1) * k + j];
            score += begins * Ends.Value[j] + ends * Ends.Value[k + j];
            Ends.Slope[j] -= weight * begins;
            Ends.Slope[k + j] -= weight * ends;
        }

        for (var t = 0; t < n; t++)
        {
            for (var j = 0; j < k; j++)
            {
                score += soft[t * k + j] * emissions[(long)rows[t] * stride + j];
                slopes[(long)rows[t] * stride + j] -= weight * soft[t * k + j];
            }

            for (var p = 0; p < k * k && t > 0; p++)
            {
                score += pairs[t * k * k + p] * Transitions.Value[p];
                Transitions.Slope[p] -= weight * pairs[t * k * k + p];
            }
        }

        return score;
    }
}
