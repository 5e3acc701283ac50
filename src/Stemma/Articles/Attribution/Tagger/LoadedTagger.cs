using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Tagger;

/// <summary>The way of the tagger in order: input, network, tags, links, words of the text.</summary>
internal sealed class LoadedTagger(TaggerModel model)
{
    private readonly Network _network = new(model);
    private readonly TagDecoder _decoder = new(model);
    private readonly float[] _sourceLean = model["source.lean"].Values;
    private readonly float[] _contentLean = model["content.lean"].Values;

    private readonly Confidence? _confidence = model.Find("confidence") is { Columns: Confidence.Count } weights ? new Confidence(weights) : null;

    /// <summary>
    /// Findings less likely right than this are not given: they cost more than they bring. On the development articles, each half judged by weights
    /// that the other half taught, R50 gains 0.8 from no threshold to this one and stays level from .24 to .42.
    /// </summary>
    private const double LeastConfidence = .30;

    public IReadOnlyList<TaggedAttribution> Tag(Prose prose) => Tag([prose])[0];

    public IReadOnlyList<IReadOnlyList<TaggedAttribution>> Tag(IReadOnlyList<Prose> proses) =>
        [.. Weighed(proses).Select(article => (IReadOnlyList<TaggedAttribution>)[.. article.Select(w => w.Found).Where(f => f.Confidence >= LeastConfidence)])];

    /// <summary>All findings, unlikely ones too, each with the signs that its confidence is made from.</summary>
    public IReadOnlyList<(TaggedAttribution Found, float[] Signs)> Weighed(Prose prose) => Weighed([prose])[0];

    private IReadOnlyList<(TaggedAttribution Found, float[] Signs)>[] Weighed(IReadOnlyList<Prose> proses)
    {
        var inputs = proses.Select(p => TaggerInput.Of(p, model.Lexicon, plain: true)).ToList();
        var runs = inputs.Select(i => i.Count == 0 ? [] : i.Runs()).ToList();
        var (all, from) = (new List<(int From, int Until)>(), 0);
        foreach (var (input, own) in inputs.Zip(runs))
        {
            all.AddRange(own.Select(r => (from + r.From, from + r.Until)));
            from += input.Count;
        }

        if (from == 0)
        {
            return [.. proses.Select(_ => Array.Empty<(TaggedAttribution, float[])>())];
        }

        var answer = _network.ReadOnce(TaggerInput.Joined(inputs), all);
        var weighed = new IReadOnlyList<(TaggedAttribution, float[])>[proses.Count];
        for (var (a, first) = (0, 0); a < proses.Count; first += inputs[a++].Count)
        {
            weighed[a] = Weighed(proses[a], inputs[a], runs[a], answer with { First = first });
        }

        return weighed;
    }

    private IReadOnlyList<(TaggedAttribution, float[])> Weighed(Prose prose, TaggerInput input, List<(int From, int Until)> runs, Network.Answer answer)
    {
        var tags = new byte[input.Count];
        var sure = new float[input.Count];
        foreach (var (from, until) in runs)
        {
            _decoder.Decode(answer.ScoresOf(from, until), until - from, tags.AsSpan(from), sure.AsSpan(from));
        }

        var links = new Linker(prose, input, answer, _sourceLean, _contentLean).Join(tags, runs);
        return
        [
            .. links.Select(l =>
            {
                var signs = Confidence.Signs(l, sure, input);
                return (new TaggedAttribution(
                    l.Source is { } s ? [Words(prose, input, s)] : Spans.None,
                    [Words(prose, input, l.Cue)],
                    [.. l.Content.Select(c => Words(prose, input, c))],
                    _confidence?.Of(signs) ?? 1), signs);
            }),
        ];
    }

    private static TextSpan Words(Prose prose, TaggerInput input, Linker.Stretch stretch) =>
        new(prose.Tokens[input.Tokens[stretch.Begin]].Span.Begin, prose.Tokens[input.Tokens[stretch.End - 1]].Span.End);
}
