using Stemma.Articles.Attribution.Tagger;

namespace Stemma.Training;

/// <summary>Which tag does every word of an annotated article carry, and which words point where?</summary>
/// <remarks>A word has one tag: cue first, then source, then content; earlier marks first. From gold through tags and back loses next to nothing.</remarks>
internal sealed class Examples
{
    public const int Outside = 0, Source = 1, Cue = 3, Content = 5;

    private readonly TaggerInput _input;
    private readonly int[] _tags;
    private readonly int[] _sourceOf;
    private readonly int[] _cueOf;
    private readonly int _taste;
    private Teachers.Opinion? _opinion;
    private float _share;

    public Examples(GoldArticle article, Lexicon lexicon, CueShares? leftOut, int taste = -1)
    {
        _taste = taste;
        _input = TaggerInput.Of(article.Prose, lexicon);
        if (leftOut is not null)
        {
            for (var i = 0; i < _input.Count; i++)
            {
                var form = Lexicon.FormOf(article.Prose.Tokens[_input.Tokens[i]].Lower);
                _input.Rows[i * TaggerInput.Tables.Length + TaggerInput.CueBand] = leftOut.BandWithout(form, article.Id);
            }
        }

        var spans = _input.Tokens.Select(t => article.Prose.Tokens[t].Span).ToArray();
        _tags = new int[spans.Length];
        _sourceOf = new int[spans.Length];
        _cueOf = new int[spans.Length];
        Array.Fill(_sourceOf, -1);
        Array.Fill(_cueOf, -1);
        Mark(spans, article.Attributions.SelectMany(a => a.Cue), Cue);
        Mark(spans, article.Attributions.SelectMany(a => a.Source), Source);
        Mark(spans, article.Attributions.SelectMany(a => a.Content), Content);
        foreach (var attribution in article.Attributions)
        {
            var cue = Covered(spans, attribution.Cue).Where(i => _tags[i] is Cue or Cue + 1).ToArray();
            if (cue.Length == 0)
            {
                continue;
            }

            var source = Covered(spans, attribution.Source).Where(i => _tags[i] is Source or Source + 1).FirstOrDefault(-1);
            while (source >= 0 && _tags[source] == Source + 1)
            {
                source--;
            }

            foreach (var i in cue)
            {
                if (_sourceOf[i] < 0 && (source >= 0 || attribution.Source.Length == 0))
                {
                    _sourceOf[i] = source >= 0 ? source : i;
                }
            }

            foreach (var i in Covered(spans, attribution.Content).Where(i => _tags[i] is Content or Content + 1 && _cueOf[i] < 0))
            {
                _cueOf[i] = cue[0];
            }
        }
    }

    /// <summary>The article cut into runs of at least this many words.</summary>
    public IEnumerable<Example> Runs(int length)
    {
        var width = TaggerInput.Tables.Length;
        foreach (var (from, until) in _input.Runs(length))
        {
            var (source, content) = (new List<(int, int)>(), new List<(int, int)>());
            for (var i = from; i < until; i++)
            {
                if (_sourceOf[i] >= from && _sourceOf[i] < until)
                {
                    source.Add((i - from, _sourceOf[i] - from));
                }

                if (_cueOf[i] >= from && _cueOf[i] < until)
                {
                    content.Add((i - from, _cueOf[i] - from));
                }
            }

            yield return new Example(_input.Rows[(from * width)..(until * width)], _tags[from..until], source, content, _taste) { SoftTags = Soft(from, until), SoftPairs = Pairs(from, until) };
        }
    }

    /// <summary>From now on the marks count by this share, and what the teachers think by the rest.</summary>
    public Examples Hear(Teachers teachers, float share)
    {
        (_opinion, _share) = (teachers.Of(_input, _input.Runs()), share);
        return this;
    }

    private float[]? Soft(int from, int until)
    {
        if (_opinion is null)
        {
            return null;
        }

        var soft = new float[(until - from) * TaggerNetwork.Tags];
        for (var i = 0; i < soft.Length; i++)
        {
            soft[i] = (1 - _share) * _opinion.Tags[from * TaggerNetwork.Tags + i];
        }

        for (var i = from; i < until; i++)
        {
            soft[(i - from) * TaggerNetwork.Tags + _tags[i]] += _share;
        }

        return soft;
    }

    /// <summary>Where the teachers began a run and this one does not, neighbours are taken to be independent.</summary>
    private float[]? Pairs(int from, int until)
    {
        const int K = TaggerNetwork.Tags;
        if (_opinion is null)
        {
            return null;
        }

        var pairs = new float[(until - from) * K * K];
        for (var t = from + 1; t < until; t++)
        {
            var known = _opinion.Pairs.AsSpan(t * K * K, K * K);
            float sum = 0;
            foreach (var v in known)
            {
                sum += v;
            }

            for (var p = 0; p < K * K; p++)
            {
                var opinion = sum > .5f ? known[p] : _opinion.Tags[(t - 1) * K + p / K] * _opinion.Tags[t * K + p % K];
                pairs[(t - from) * K * K + p] = (1 - _share) * opinion;
            }

            pairs[(t - from) * K * K + _tags[t - 1] * K + _tags[t]] += _share;
        }

        return pairs;
    }

    private void Mark(TextSpan[] tokens, IEnumerable<TextSpan> spans, int tag)
    {
        foreach (var span in spans.Distinct().Order())
        {
            var running = false;
            foreach (var i in Covered(tokens, [span]))
            {
                if (_tags[i] == Outside)
                {
                    _tags[i] = running ? tag + 1 : tag;
                    running = true;
                }
                else
                {
                    running = false;
                }
            }
        }
    }

    private static IEnumerable<int> Covered(TextSpan[] tokens, TextSpan[] spans)
    {
        foreach (var span in spans)
        {
            int low = 0, high = tokens.Length;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (tokens[middle].End <= span.Begin)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            for (; low < tokens.Length && tokens[low].Begin < span.End; low++)
            {
                yield return low;
            }
        }
    }
}
