using Stemma.Articles.Attribution.Rules;
using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution;

/// <summary>From three tagged spans to a statement: form, act, hedges, evidence, what is denied, who is blamed.</summary>
internal static class StatementMaker
{
    /// <summary>In the order of the text, named "s1", "s2", …</summary>
    public static IReadOnlyList<Statement> Make(Prose prose, IEnumerable<Found> found)
    {
        return [.. found
            .OrderBy(f => First(f.Tagged)).ThenBy(f => f.Tagged.Cue.Hull).ThenBy(f => f.Tagged.Content.Hull)
            .Select(f => f.Voice == Voice.Outlet ? OwnVoice(f) : Describe(new Saying(prose, f.Tagged), f))
            .Select((s, n) => s with { Id = $"s{n + 1}" })];
    }

    private static int First(TaggedAttribution tagged) =>
        new[] { tagged.Source, tagged.Cue, tagged.Content }.Where(s => !s.IsEmpty).Select(s => s.Hull.Begin).DefaultIfEmpty(0).Min();

    private static Statement OwnVoice(Found found) => new()
    {
        Id = "",
        Voice = Voice.Outlet,
        Form = Form.None,
        Source = Spans.None,
        Cue = Spans.None,
        Content = found.Tagged.Content,
        Evidence = new Evidence(EvidenceBasis.Asserted, null, Spans.None),
        Confidence = found.Tagged.Confidence,
        Rule = found.Rule,
    };

    private static Statement Describe(Saying saying, Found found)
    {
        var (act, head, negated) = ActReader.Read(saying);
        return new Statement
        {
            Id = "",
            Form = found.Form ?? FormReader.Read(saying),
            Act = act,
            Source = saying.Tagged.Source,
            Cue = saying.Tagged.Cue,
            Content = saying.Tagged.Content,
            Hedges = HedgeReader.Read(saying),
            Evidence = EvidenceReader.Read(saying, act, head, negated),
            Negated = negated,
            Denies = DenialReader.Read(saying, act),
            AccusedWords = new[] { AccusedElsewhere.Read(saying, act, head), AccusedReader.Read(saying, act, head), ChargeInContent.Read(saying, act, negated) }.FirstOrDefault(a => !a.IsEmpty) ?? Spans.None,
            Confidence = saying.Tagged.Confidence,
            Rule = found.Rule,
        };
    }
}
