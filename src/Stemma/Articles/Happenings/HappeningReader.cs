using System.Globalization;
using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Articles.Happenings;

/// <summary>The events of an article, and its statements: those it had with what they are about, and the outlet's own voice telling events as facts.</summary>
/// <param name="Dates">The article's dates, those counted from a happening ("two days after the attack") with the day that gives.</param>
public sealed record HappeningReading(IReadOnlyList<Event> Events, IReadOnlyList<Statement> Statements, IReadOnlyList<DateMention> Dates);

/// <summary>What happened, by the words of this article: mentions found, mentions of one happening put together, statements tied to them.</summary>
public static class HappeningReader
{
    public static HappeningReading Read(
        Prose prose,
        Publication? published,
        IReadOnlyList<DateMention> dates,
        IReadOnlyList<Actor> actors,
        IReadOnlyList<Statement> statements)
    {
        var today = published?.Moment.Latest ?? dates.Select(d => d.Moment?.Latest).Max();
        var groups = SameHappening.Of(MentionReader.Read(prose, dates, actors, statements), today);
        var counted = AnchoredDays.In(prose, dates, [.. groups.SelectMany(g => g.Select(m => (m, Day(g))))]);
        if (!ReferenceEquals(counted, dates))
        {
            // What a happening's day gives to another ("two days after the attack the council met") is told once more with it.
            (dates, groups) = (counted, SameHappening.Of(MentionReader.Read(prose, counted, actors, statements), today));
        }

        var told = groups
            .Where(group => group.Exists(m => m.Kind != Kinds.PointsBack))
            .OrderBy(group => group.Min(m => m.Span.Begin)).ThenBy(group => group.Min(m => m.Span.End))
            .ToList();
        var events = told.Select((group, n) => Event($"e{n + 1}", group)).ToList();
        var tied = told.SelectMany((group, n) => group.Select(m => (Event: $"e{n + 1}", Mention: m))).ToList();
        return new HappeningReading(events, Numbered(Tied(prose, statements, tied).Concat(OwnVoice.In(prose, tied, statements))), dates);
    }

    private static Event Event(string id, List<Mention> group)
    {
        var best = group.MaxBy(m => (m.Weight, -m.Span.Begin))!;
        var kind = group.Where(m => !Kinds.IsConsequence(m.Kind)).GroupBy(m => m.Kind).OrderByDescending(g => g.Count()).ThenBy(g => g.Min(m => m.Span.Begin)).FirstOrDefault()?.Key
            ?? group.First(m => m.Kind != Kinds.PointsBack).Kind;
        return new Event
        {
            Id = id,
            Kind = group.Exists(m => m.Kind == Kinds.Veto && m.Status == EventStatus.Happened) ? Kinds.Veto : kind,
            Status = group.GroupBy(m => m.Status).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key,
            Span = [best.Span],
            Mentions = [.. group.Where(m => m != best).OrderBy(m => m.Span).Select(m => new EventMention([m.Span], m.Status, VoiceOf(m)))],
            Voice = VoiceOf(best),
            Date = Day(group),
            Places = [.. group.SelectMany(m => m.Places).DistinctBy(p => p.Name).OrderBy(p => p.Precision).ThenBy(p => p.Span[0])],
            Who = Agreed(group, m => m.Who),
            Whom = Suffered(group),
            With = [.. group.SelectMany(m => m.With).OrderBy(w => w.Span[0]).DistinctBy(w => w.Words.ToLowerInvariant())],
            Quantities = [.. group.SelectMany(m => m.Quantities).OrderBy(q => q.Span[0])],
            Vote = group.Exists(m => m.Vote is not null) ? Together(group) : null,
            Rule = group.TrueForAll(m => m.General) ? Stemma.Event.ToldInGeneral : "trigger",
        };
    }

    private static Moment? Day(List<Mention> group) => group.Where(m => m.Date is not null).OrderByDescending(m => m.Date!.IsDay).ThenBy(m => m.Span).FirstOrDefault()?.Date;

    private static Voice VoiceOf(Mention mention) => mention.Reported ? Voice.Reported : Voice.Outlet;

    // Who did it is what accounts differ on: taken from the outlet's own words; from reported ones only where they name one and the same.
    private static IReadOnlyList<string> Agreed(List<Mention> group, Func<Mention, IReadOnlyList<string>> parties)
    {
        var own = group.Where(m => !m.Reported).SelectMany(parties).Distinct(StringComparer.Ordinal).ToList();
        var reported = group.Where(m => m.Reported).SelectMany(parties).Distinct(StringComparer.Ordinal).ToList();
        return own.Count > 0 ? own : reported.Count == 1 ? reported : [];
    }

    // The dead first, who is named most before others; where nobody is told to have died, as with who did it.
    private static IReadOnlyList<string> Suffered(List<Mention> group)
    {
        List<string> killed = [.. group.SelectMany(m => m.Killed).CountBy(k => k, StringComparer.Ordinal).OrderByDescending(k => k.Value).ThenBy(k => k.Key, StringComparer.Ordinal).Select(k => k.Key)];
        return killed.Count > 0 ? killed : Agreed(group, m => m.Whom);
    }

    // One vote told in several sentences: the furthest stage, everybody's position.
    private static Vote Together(List<Mention> group)
    {
        var votes = group.Where(m => m.Vote is not null).Select(m => m.Vote!).ToList();
        var positions = new SortedDictionary<string, VotePosition>(StringComparer.Ordinal);
        foreach (var (actor, position) in votes.SelectMany(v => v.Positions))
        {
            positions.TryAdd(actor, position);
        }

        var stage = votes.Select(v => v.Stage).MaxBy(s => s is VoteStage.Vetoed ? 10 : (int)s);
        var body = votes.Select(v => v.Body).FirstOrDefault(b => b is not null);
        return new Vote(
            body,
            votes.Select(v => v.Measure).FirstOrDefault(m => m is not null),
            stage,
            [.. votes.SelectMany(v => v.Sponsors).Distinct(StringComparer.Ordinal)],
            positions,
            votes.Select(v => v.Outcome).FirstOrDefault(o => o is not null))
        {
            Record = stage == VoteStage.Vetoed && body?.Contains("Security Council", StringComparison.Ordinal) == true ? RecordOf(group) : null,
        };
    }

    private static string? RecordOf(List<Mention> group) =>
        group.Select(m => m.Date).FirstOrDefault(d => d?.IsDay == true)?.Earliest is { } day && CouncilRecord.On(day).ToList() is { Count: > 0 } vetoes
            ? $"The Council’s record lists a veto of this day: {string.Join("; ", vetoes.Select(v => $"{string.Join(", ", v.By)} on {v.Draft} ({v.Topic})"))}."
            : null;

    // "used its veto to block a resolution": who votes tells of the vote by the cue itself.
    private static bool Tells(Statement statement, TextSpan trigger) =>
        statement.Content.Overlaps(trigger) || (statement.Act is Act.Vote or Act.Veto && statement.Cue.Overlaps(trigger));

    // A statement is about the happenings told inside its content.
    private static IEnumerable<Statement> Tied(Prose prose, IReadOnlyList<Statement> statements, List<(string Event, Mention Mention)> mentions)
    {
        var about = new Dictionary<Statement, SortedSet<int>>(ReferenceEqualityComparer.Instance);
        var bySentence = new StatementsBySentence(prose, statements);
        foreach (var (id, mention) in mentions)
        {
            foreach (var statement in bySentence.In(mention.Sentence).Where(s => Tells(s, prose.Tokens[mention.Trigger.First].Span)))
            {
                if (!about.TryGetValue(statement, out var events))
                {
                    about[statement] = events = [];
                }

                events.Add(int.Parse(id.AsSpan(1), CultureInfo.InvariantCulture));
            }
        }

        return statements.Select(s => s with { About = about.TryGetValue(s, out var events) ? [.. events.Select(e => $"e{e}")] : [] });
    }

    private static List<Statement> Numbered(IEnumerable<Statement> statements) =>
    [
        .. statements
            .OrderBy(s => s.Source.Concat(s.Cue).Concat(s.Content).Min())
            .ThenBy(s => s.Content.Hull)
            .ThenBy(s => s.Cue.Hull)
            .Select((s, n) => s with { Id = $"s{n + 1}" }),
    ];
}
