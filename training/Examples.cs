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

    public Examples(GoldArticle article, Lexicon lexicon, CueShares? leftOut)
    {
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

            yield return new Example(_input.Rows[(from * width)..(until * width)], _tags[from..until], source, content);
        }
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
