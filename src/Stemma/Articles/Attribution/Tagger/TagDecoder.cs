namespace Stemma.Articles.Attribution.Tagger;

/// <summary>Which row of tags is the best, and how sure is each? Viterbi over the scores of one run, its cues then cut where most rows cut them.</summary>
/// <remarks>
/// The best row is right as a whole; on where a cue begins and ends it may stand alone among rows that agree on another cut. Content keeps the best row's cut:
/// the likeliest stretch is exact more often (+.4) and, where it is not, too short (whole relations −.4). So do sources: nothing to win.
/// </remarks>
internal sealed class TagDecoder
{
    public const int Outside = 0, Source = 1, Cue = 3, Content = 5, Tags = Network.Tags;

    /// <summary>A score no sum climbs back from.</summary>
    private const float Never = -1e6f;

    /// <summary>Stretches in fewer rows than this are not weighed; where nothing reaches it, the best row's cut stays.</summary>
    private const double LeastShare = .02;

    private readonly SpanBeliefs _beliefs;
    private readonly float[] _step = new float[Tags * Tags];
    private readonly float[] _begin = new float[Tags];
    private readonly float[] _end = new float[Tags];

    public TagDecoder(TaggerModel model)
    {
        _beliefs = new SpanBeliefs(model);
        var transitions = model["crf.transitions"].Values;
        var ends = model["crf.ends"].Values;
        for (var i = 0; i < Tags; i++)
        {
            _begin[i] = IsInside(i) ? Never : ends[i];
            _end[i] = ends[Tags + i];
            for (var j = 0; j < Tags; j++)
            {
                // "Inside" follows only its own kind.
                _step[(i * Tags) + j] = IsInside(j) && i != j && i != j - 1 ? Never : transitions[(i * Tags) + j];
            }
        }
    }

    /// <summary>The best tags of the n words of one run, and for each word the probability of the tag it got.</summary>
    public void Decode(ReadOnlySpan<float> scores, int n, Span<byte> tags, Span<float> sure)
    {
        var best = new float[n * Tags];
        var back = new byte[n * Tags];
        for (var t = 0; t < n; t++)
        {
            for (var j = 0; j < Tags; j++)
            {
                var score = scores[(t * Tags) + j];
                if (t == 0)
                {
                    best[j] = _begin[j] + score;
                    continue;
                }

                var (most, came) = (float.NegativeInfinity, 0);
                for (var i = 0; i < Tags; i++)
                {
                    var sum = best[((t - 1) * Tags) + i] + _step[(i * Tags) + j];
                    if (sum > most)
                    {
                        (most, came) = (sum, i);
                    }
                }

                best[(t * Tags) + j] = most + score;
                back[(t * Tags) + j] = (byte)came;
            }
        }

        var at = 0;
        for (var j = 1; j < Tags; j++)
        {
            at = best[((n - 1) * Tags) + j] + _end[j] > best[((n - 1) * Tags) + at] + _end[at] ? j : at;
        }

        for (var t = n - 1; t >= 0; t--)
        {
            tags[t] = (byte)at;
            at = back[(t * Tags) + at];
        }

        var beliefs = _beliefs.Of(scores, n, LeastShare);
        Cut(beliefs.Stretches, tags[..n]);
        for (var t = 0; t < n; t++)
        {
            sure[t] = beliefs.Words[(t * Tags) + tags[t]];
        }
    }

    /// <summary>Gives every cue the likeliest of the stretches that begin or end with it and touch no other span. One that does neither is another thing.</summary>
    private static void Cut(List<SpanBeliefs.Stretch> stretches, Span<byte> tags)
    {
        for (int begin = 0, free = 0, first = 0; begin < tags.Length;)
        {
            var (tag, end) = (tags[begin], EndOf(tags, begin));
            if (tag == Cue)
            {
                // Ordered by begin: what begins before the room that is free here is no longer asked.
                while (first < stretches.Count && stretches[first].Begin < free)
                {
                    first++;
                }

                var room = end;
                while (room < tags.Length && tags[room] == Outside)
                {
                    room++;
                }

                var best = default(SpanBeliefs.Stretch);
                for (var s = first; s < stretches.Count && stretches[s].Begin < end; s++)
                {
                    if (stretches[s].End <= room && (stretches[s].Begin == begin || stretches[s].End == end) && stretches[s].Share > best.Share)
                    {
                        best = stretches[s];
                    }
                }

                if (best.Share > 0)
                {
                    tags[begin..end].Clear();
                    tags[best.Begin..best.End].Fill(Cue + 1);
                    tags[best.Begin] = Cue;
                    end = Math.Max(end, best.End);
                }
            }

            free = tag == Outside ? free : end;
            begin = end;
        }
    }

    private static int EndOf(ReadOnlySpan<byte> tags, int begin)
    {
        var end = begin + 1;
        while (tags[begin] != Outside && end < tags.Length && tags[end] == tags[begin] + 1)
        {
            end++;
        }

        return end;
    }

    private static bool IsInside(int tag) => tag is Source + 1 or Cue + 1 or Content + 1;
}
