using Stemma.Articles.Attribution.Tagger;

namespace Stemma.Training;

/// <summary>How often is a word part of a cue? Counted over the training articles, with any one article left out.</summary>
internal sealed class CueShares
{
    private readonly Dictionary<string, (int Count, int Cue)> _all = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, (int Count, int Cue)>> _own = new(StringComparer.Ordinal);

    public CueShares(IEnumerable<GoldArticle> articles)
    {
        foreach (var article in articles)
        {
            var own = _own[article.Id] = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
            var cues = article.Attributions.SelectMany(a => a.Cue).Order().ToArray();
            var next = 0;
            foreach (var token in article.Prose.Tokens)
            {
                while (next < cues.Length && cues[next].End <= token.Span.Begin)
                {
                    next++;
                }

                var form = Lexicon.FormOf(token.Lower);
                var cue = next < cues.Length && cues[next].Overlaps(token.Span) ? 1 : 0;
                Add(own, form, cue);
                Add(_all, form, cue);
            }
        }
    }

    public IEnumerable<(string Word, int Count, int Cue)> Words => _all.Select(w => (w.Key, w.Value.Count, w.Value.Cue)).OrderByDescending(w => w.Count).ThenBy(w => w.Key, StringComparer.Ordinal);

    public int BandWithout(string form, string article)
    {
        var (count, cue) = _all.GetValueOrDefault(form);
        var (ownCount, ownCue) = _own[article].GetValueOrDefault(form);
        return Band(count - ownCount, cue - ownCue);
    }

    /// <summary>0 for a word never seen, 1 for one that is never a cue, then eight bands of its share.</summary>
    public static int Band(int count, int cue)
    {
        if (count == 0)
        {
            return 0;
        }

        var share = (double)cue / (count + 1);
        return cue == 0 ? 1 : share < .01 ? 2 : share < .03 ? 3 : share < .08 ? 4 : share < .2 ? 5 : share < .4 ? 6 : share < .6 ? 7 : share < .8 ? 8 : 9;
    }

    private static void Add(Dictionary<string, (int Count, int Cue)> to, string form, int cue)
    {
        var (count, cues) = to.GetValueOrDefault(form);
        to[form] = (count + 1, cues + cue);
    }
}
