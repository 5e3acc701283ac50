using Stemma.Articles.Attribution.Rules;
using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution;

/// <summary>The statements of an article, and what was strange about reading them.</summary>
public sealed record AttributionReading(IReadOnlyList<Statement> Statements, IReadOnlyList<Trouble> Trouble);

/// <summary>Finds who says what: source, cue, content, form, act, hedges, evidence, via. Who is meant is the Actors room's work.</summary>
/// <remarks>
/// The table of contents of this room: the learned tagger gives spans, rules complete them where marks and words are surer,
/// and each attribution is then described: what it does, how sure it is, what it rests on.
/// </remarks>
public static class AttributionReader
{
    /// <summary>In this order: later rules take only what earlier ones and the tagger left.</summary>
    internal static readonly IReadOnlyList<IAttributionRule> Rules =
        [new ParticleRule(), new SourceTrimRule(), new InWhichRule(), new QuotedByRule(), new DocumentParticipleRule(), new OwnSentenceSourceRule(), new AsReportedRule(), new TranscriptRule(), new SignedQuotationRule(), new HeadlineColonRule(), new AccordingToRule(), new TrailingCueRule(), new StrongVerbRule(), new NestedRule(), new AccusedByRule(), new DeniedInPassingRule(), new QuotationRunsOnRule(), new QuotationAfterSpeakerRule(), new LoneQuotationRule(), new SlideRule()];

    /// <summary>Marks alone say whose words these are; they hold in any language.</summary>
    private static readonly IReadOnlyList<IAttributionRule> MarksOnly = [new TranscriptRule(), new SignedQuotationRule(), new LoneQuotationRule()];

    public static AttributionReading Read(Prose prose) => Read([prose])[0];

    /// <summary>The same of several articles; side by side they cost less.</summary>
    public static IReadOnlyList<AttributionReading> Read(IReadOnlyList<Prose> proses)
    {
        var english = proses.Select(FunctionWords.IsEnglish).ToList();
        var tagged = Tagger.Tagger.Tag([.. proses.Where((_, n) => english[n])]);
        var at = 0;
        return [.. proses.Select((p, n) => english[n] ? Read(p, tagged[at++]) : Foreign(p))];
    }

    private static AttributionReading Read(Prose prose, IReadOnlyList<TaggedAttribution> tagged) =>
        new(StatementMaker.Make(prose, Apply(Rules, prose, [.. tagged.Select(t => new Found(t, "tagger"))])), []);

    private static AttributionReading Foreign(Prose prose) => new(
        StatementMaker.Make(prose, Apply(MarksOnly, prose, [])),
        [new Trouble("not-english", Spans.None, "The text does not look English: only what stands in quotation marks was read, without speakers.")]);

    /// <summary>Statements from spans that are already known; asked by the quality measure with annotated spans.</summary>
    public static IReadOnlyList<Statement> Describe(Prose prose, IEnumerable<TaggedAttribution> tagged) =>
        WithWays(prose, StatementMaker.Make(prose, [.. tagged.Select(t => new Found(t, "given"))]), []);

    /// <summary>The statements with the outlets, programmes and books they came by; asked when it is known who speaks, for one interview may hold for many statements.</summary>
    public static IReadOnlyList<Statement> WithWays(Prose prose, IReadOnlyList<Statement> statements, IReadOnlyList<Actor> actors)
    {
        var ways = new ViaReader(prose, actors);
        return [.. statements.Select(s => s.Voice == Voice.Outlet || s.Cue.IsEmpty ? s : s with { Via = ways.Of(new Saying(prose, new TaggedAttribution(s.Source, s.Cue, s.Content, s.Confidence)), s) })];
    }

    private static IReadOnlyList<Found> Apply(IReadOnlyList<IAttributionRule> rules, Prose prose, IReadOnlyList<Found> found) =>
        rules.Aggregate(found, (sofar, rule) => rule.Apply(prose, sofar));
}
