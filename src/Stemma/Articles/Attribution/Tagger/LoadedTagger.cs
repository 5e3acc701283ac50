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

    public IReadOnlyList<TaggedAttribution> Tag(Prose prose) => [.. Weighed(prose).Select(w => w.Found).Where(f => f.Confidence >= LeastConfidence)];

    /// <summary>All findings, unlikely ones too, each with the signs that its confidence is made from.</summary>
    public IReadOnlyList<(TaggedAttribution Found, float[] Signs)> Weighed(Prose prose)
    {
        var input = TaggerInput.Of(prose, model.Lexicon);
        if (input.Count == 0)
        {
            return [];
        }

        var runs = input.Runs();
        var answer = _network.Read(input, runs);
        var tags = new byte[input.Count];
        var sure = new float[input.Count];
        foreach (var (from, until) in runs)
        {
            _decoder.Decode(answer.Scores, from, until, tags, sure);
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
