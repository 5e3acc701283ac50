using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Tagger;

/// <summary>Which source and which content belong to which cue? The source by the learned pointer, content by the cheapest way.</summary>
internal sealed class Linker(Prose prose, TaggerInput input, Network.Answer answer, float[] sourceLean, float[] contentLean)
{
    // What stands between a content and a cue, weighed. Found by experiment on the development articles; a step up or down moves R50 by 0.2 and less.
    private const double Word = .5, SentenceApart = 20, ParagraphApart = 60, CueBetween = 20, BehindElsewhere = 10, SourcesBetween = 5, CueBetweenElsewhere = 20, PointerWeight = 20;
    private const int FarthestParagraph = 3;

    /// <summary>A pointer's share is never taken for less than this, so that one sure miss cannot outweigh the whole way.</summary>
    private const float LeastShare = .0025f;

    /// <param name="Begin">First word, among those the tagger reads.</param>
    /// <param name="Run">Which run it stands in.</param>
    internal readonly record struct Stretch(int Begin, int End, int Run);

    /// <param name="SourceShare">What the cue's pointer gave the source it got, or itself where nobody is named.</param>
    internal sealed record Link(Stretch Cue, Stretch? Source, List<Stretch> Content, float SourceShare)
    {
        /// <summary>What the pointer of the least sure piece of content gave this cue; 0 across runs.</summary>
        public float ContentShare { get; set; } = 1;
    }

    private readonly Token[] _words = [.. input.Tokens.Select(t => prose.Tokens[t])];

    public IReadOnlyList<Link> Join(byte[] tags, IReadOnlyList<(int From, int Until)> runs)
    {
        List<Stretch> sources = [], cues = [], contents = [];
        for (var run = 0; run < runs.Count; run++)
        {
            for (var i = runs[run].From; i < runs[run].Until;)
            {
                var tag = tags[i];
                var end = i + 1;
                if (tag == TagDecoder.Outside)
                {
                    i = end;
                    continue;
                }

                while (end < runs[run].Until && tags[end] == tag + 1)
                {
                    end++;
                }

                (tag == TagDecoder.Source ? sources : tag == TagDecoder.Cue ? cues : contents).Add(new Stretch(i, end, run));
                i = end;
            }
        }

        var links = cues.Select(c =>
        {
            var (source, share) = SourceOf(c, sources, runs[c.Run]);
            return new Link(c, source, [], share);
        }).ToList();
        var firstCue = 0;
        foreach (var content in contents)
        {
            while (firstCue < links.Count && Paragraph(content.Begin) - Paragraph(links[firstCue].Cue.Begin) > FarthestParagraph)
            {
                firstCue++;
            }

            if (CueOf(content, links, firstCue, sources, runs[content.Run]) is var (link, share))
            {
                link.Content.Add(content);
                link.ContentShare = MathF.Min(link.ContentShare, share);
            }
        }

        foreach (var link in links.Where(l => l.Content.Exists(c => IsInSentenceOf(l, c))))
        {
            link.Content.RemoveAll(c => IsStray(link, c));
        }

        return [.. links.Where(l => l.Content.Count > 0)];
    }

    private bool IsInSentenceOf(Link link, Stretch content) =>
        _words[content.Begin].Sentence <= _words[link.Cue.Begin].Sentence && _words[content.End - 1].Sentence >= _words[link.Cue.Begin].Sentence;

    /// <summary>
    /// The sentence before, said in the outlet's own words: nobody hands that over together with a content of the cue's own sentence (9 of 19,833 annotated
    /// attributions), though it looks like the first half of a quotation.
    /// </summary>
    private bool IsStray(Link link, Stretch content)
    {
        for (var i = content.Begin; i < content.End; i++)
        {
            if (_words[i].Quotation >= 0 || _words[i].Sentence >= _words[link.Cue.Begin].Sentence)
            {
                return false;
            }
        }

        return true;
    }

    private (Stretch? Source, float Share) SourceOf(Stretch cue, List<Stretch> sources, (int From, int Until) run)
    {
        var shares = Shares(cue.Begin, run, 0, 64, sourceLean);
        var (best, most) = ((Stretch?)null, shares[cue.Begin - run.From]);
        for (var s = FirstIn(sources, run.From); s < sources.Count && sources[s].Begin < run.Until; s++)
        {
            if (shares[sources[s].Begin - run.From] > most)
            {
                (best, most) = (sources[s], shares[sources[s].Begin - run.From]);
            }
        }

        return (best, most);
    }

    private (Link Link, float Share)? CueOf(Stretch content, List<Link> links, int first, List<Stretch> sources, (int From, int Until) run)
    {
        var shares = Shares(content.Begin, run, 128, 192, contentLean);
        Link? best = null;
        var least = double.PositiveInfinity;
        var here = FirstBehind(links, content.Begin);
        for (var c = first; c < links.Count && Paragraph(links[c].Cue.Begin) - Paragraph(content.Begin) <= FarthestParagraph; c++)
        {
            var cue = links[c].Cue;
            var behind = content.Begin >= cue.End;
            var (from, until) = behind ? (cue.End, content.Begin) : (content.End, cue.Begin);
            var sentences = Math.Abs(_words[content.Begin].Sentence - _words[cue.Begin].Sentence);
            var between = behind ? here - c - 1 : c - here;
            var cost = Word * Math.Max(0, until - from)
                + SentenceApart * sentences
                + ParagraphApart * Math.Abs(Paragraph(content.Begin) - Paragraph(cue.Begin))
                + CueBetween * between
                + (behind && sentences > 0 ? BehindElsewhere : 0)
                + (FirstIn(sources, until) - FirstIn(sources, from) > 1 ? SourcesBetween : 0)
                + (between > 0 && sentences > 0 ? CueBetweenElsewhere : 0);
            if (cue.Run == content.Run)
            {
                cost -= PointerWeight * Math.Log(MathF.Max(LeastShare, shares[cue.Begin - run.From]) / LeastShare);
            }

            if (cost < least)
            {
                (best, least) = (links[c], cost);
            }
        }

        return best is null ? null : (best, best.Cue.Run == content.Run ? shares[best.Cue.Begin - run.From] : 0);
    }

    /// <summary>How the pointer of a word shares itself out over the words of its run.</summary>
    private float[] Shares(int word, (int From, int Until) run, int query, int key, float[] lean)
    {
        var shares = new float[run.Until - run.From];
        var q = answer.TopOf(word).Slice(query, PointerBands.Width);
        var most = float.NegativeInfinity;
        for (var j = 0; j < shares.Length; j++)
        {
            var k = answer.TopOf(run.From + j).Slice(key, PointerBands.Width);
            shares[j] = (Product.Of(q, k) * PointerBands.Scale) + lean[PointerBands.Of(run.From + j - word)];
            most = MathF.Max(most, shares[j]);
        }

        float sum = 0;
        for (var j = 0; j < shares.Length; j++)
        {
            sum += shares[j] = Exponential.Of(shares[j] - most);
        }

        for (var j = 0; j < shares.Length; j++)
        {
            shares[j] /= sum;
        }

        return shares;
    }

    private int Paragraph(int word) => _words[word].Paragraph;

    private static int FirstIn(List<Stretch> stretches, int from)
    {
        int low = 0, high = stretches.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = stretches[middle].Begin < from ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int FirstBehind(List<Link> links, int from)
    {
        int low = 0, high = links.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = links[middle].Cue.Begin < from ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
