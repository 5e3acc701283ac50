using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stemma.Ledger;

/// <summary>Lays what people said about one article over what the machine found in it; done again after every re-read.</summary>
/// <remarks>
/// Corrections are taken in the order of the log, so a later one sees what an earlier one made. One that no longer finds its words is an orphan: listed, without effect.
/// What people say about several articles at once (merge, split, join, part, parent, dispute) is in <see cref="CaseActs"/>.
/// </remarks>
public sealed class Corrections
{
    private static readonly HashSet<string> OfOneArticle = ["accept", "reject", "add", "edge", "speaker", "act", "hedge", "evidence", "article"];

    private readonly Dictionary<string, StatementState> _states = [];
    private readonly HashSet<string> _rejected = [];
    private readonly List<string> _orphans = [];
    private readonly List<Statement> _statements;
    private ArticleFindings _findings;
    private int _made, _own;

    private Corrections(ArticleFindings machine)
    {
        _findings = machine;
        _statements = [.. machine.Statements];
    }

    /// <summary>Corrections that change this article's findings.</summary>
    public static IReadOnlyList<Correction> Of(ArticleFindings findings, IEnumerable<Correction> standing) =>
        [.. standing.Where(c => OfOneArticle.Contains(c.Verb) && c.Target.IsIn(findings))];

    /// <summary>What people said of outlet, day and byline of this article; the article is read anew with it.</summary>
    public static Said Said(IEnumerable<Correction> ofArticle, Said first)
    {
        foreach (var after in ofArticle.Where(c => c.Verb == "article").Select(c => c.After).OfType<JsonObject>())
        {
            first = first with
            {
                Outlet = after["outlet"]?.GetValue<string>() ?? first.Outlet,
                Byline = after["byline"]?.GetValue<string>() ?? first.Byline,
                Published = after["date"]?.GetValue<string>() ?? first.Published,
            };
        }

        return first;
    }

    /// <summary>The findings under these corrections (<see cref="Of"/>); null where there are none.</summary>
    public static Overlaid? Lay(ArticleFindings machine, IReadOnlyList<Correction> ofArticle)
    {
        if (ofArticle.Count == 0)
        {
            return null;
        }

        var layer = new Corrections(machine);
        foreach (var correction in ofArticle)
        {
            layer.Take(correction);
        }

        return layer.Done();
    }

    private Overlaid Done()
    {
        var shown = _statements
            .Where(s => !_rejected.Contains(s.Id))
            .OrderBy(s => Pointing.PlaceOf(s).Hull.Begin)
            .ThenBy(s => Pointing.PlaceOf(s).Hull.End);
        return new Overlaid(
            _findings with { Statements = _made + _own == 0 ? [.. _statements.Where(s => !_rejected.Contains(s.Id))] : [.. shown] },
            _states,
            [.. _statements.Where(s => _rejected.Contains(s.Id))],
            _orphans);
    }

    private void Take(Correction correction)
    {
        if (correction.Verb == "article")
        {
            return;
        }

        if (correction.Verb == "add")
        {
            Add(correction);
            return;
        }

        if ((OwnTelling(correction.Target) ?? Pointing.Statement(correction.Target, _findings, _statements)) is not { } statement)
        {
            _orphans.Add(correction.Id);
            return;
        }

        switch (correction.Verb)
        {
            case "accept":
                _rejected.Remove(statement.Id);
                Mark(statement, StatementState.Accepted);
                break;
            case "reject":
                _rejected.Add(statement.Id);
                _states[statement.Id] = StatementState.Rejected;
                break;
            default:
                if (Changed(correction, statement) is { } changed)
                {
                    _statements[_statements.IndexOf(statement)] = changed;
                    Mark(changed, StatementState.Corrected);
                }
                else
                {
                    _orphans.Add(correction.Id);
                }

                break;
        }
    }

    // A dispute may show the outlet's own words as its telling, which stand among no findings: who corrects one takes it up among them.
    private Statement? OwnTelling(CorrectionTarget target)
    {
        if (target.Id is not { } id || Pointing.Find(target, _findings) is not { IsEmpty: false } place)
        {
            return null;
        }

        var own = Statement.OwnTelling(place, 1);
        if (CaseIds.Statement(_findings.Article, own) != id || _statements.Exists(s => CaseIds.Statement(_findings.Article, s) == id))
        {
            return null;
        }

        own = own with { Id = $"o{++_own}" };
        _statements.Add(own);
        return own;
    }

    // What a person added stays "added", what a person changed stays "corrected": accepting it later says nothing new.
    private void Mark(Statement statement, StatementState state)
    {
        var now = _states.GetValueOrDefault(statement.Id);
        _states[statement.Id] = now == StatementState.Added || (now == StatementState.Corrected && state == StatementState.Accepted) ? now : state;
    }

    private Statement? Changed(Correction correction, Statement statement) => correction.Verb switch
    {
        "edge" => Edge(correction.After, statement),
        "speaker" => statement with { Actor = ActorOf(correction.After, statement.Source), RunnersUp = [] },
        "act" => Acted(statement, Name<Act>(correction.After)),
        "hedge" => Hedged(correction.After, statement),
        "evidence" => Evidenced(correction.After, statement),
        _ => null,
    };

    private Statement? Edge(JsonNode? after, Statement statement)
    {
        var (source, cue, content) = (Place(after, "source"), Place(after, "cue"), Place(after, "content"));
        return source.Lost || cue.Lost || content.Lost
            ? null
            : statement with { Source = source.Spans ?? statement.Source, Cue = cue.Spans ?? statement.Cue, Content = content.Spans ?? statement.Content };
    }

    private static Statement Acted(Statement statement, Act act) => statement with
    {
        Act = act,
        Denies = act == Act.Deny ? statement.Denies ?? statement.Content : null,
    };

    private Statement? Hedged(JsonNode? after, Statement statement)
    {
        var hedges = new List<Hedge>();
        foreach (var at in after as JsonArray ?? [])
        {
            if (Find(at) is not { } place)
            {
                return null;
            }

            hedges.Add(new Hedge(place, place.Of(_findings.Article.Text), statement.Content));
        }

        return statement with { Hedges = hedges };
    }

    private Statement? Evidenced(JsonNode? after, Statement statement)
    {
        var at = Place(after, "at");
        return at.Lost ? null : statement with
        {
            Evidence = new Evidence(Name<EvidenceBasis>(after?["basis"]), after?["by"]?.GetValue<string>(), at.Spans ?? Spans.None),
        };
    }

    private void Add(Correction correction)
    {
        var (source, cue) = (Place(correction.After, "source"), Place(correction.After, "cue"));
        if (Pointing.Find(correction.Target, _findings) is not { } content || source.Lost || cue.Lost)
        {
            _orphans.Add(correction.Id);
            return;
        }

        var added = new Statement
        {
            Id = $"p{++_made}",
            Form = correction.After?["form"] is { } form ? Name<Form>(form) : Form.Indirect,
            Act = Act.Say,
            Source = source.Spans ?? Spans.None,
            Cue = cue.Spans ?? Spans.None,
            Content = content,
            Confidence = 1,
            Rule = "a person",
        };
        added = Acted(added with { Actor = ActorOf(correction.After?["actor"], added.Source) }, correction.After?["act"] is { } act ? Name<Act>(act) : Act.Say);
        _statements.Add(added);
        _states[added.Id] = StatementState.Added;
    }

    // The actor of this article that is meant: by the mention pointed at, else by name; else a new one, as the person named it.
    private string? ActorOf(JsonNode? after, Spans source)
    {
        if (after is not JsonObject said || said["name"]?.GetValue<string>() is not { } name)
        {
            return null;
        }

        var there = said["at"]?.Deserialize<CorrectionTarget>(FindingsJson.Options);
        var known = (there is not null && there.IsIn(_findings) ? Pointing.Actor(there, _findings) : null)
            ?? _findings.Actors.FirstOrDefault(a => a.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (known is not null)
        {
            return known.Id;
        }

        var actor = new Actor
        {
            Id = $"pa{_findings.Actors.Count + 1}",
            Name = name,
            Kind = said["kind"] is { } kind ? Name<ActorKind>(kind) : ActorKind.Person,
            Country = said["country"]?.GetValue<string>(),
            Mentions = source.IsEmpty ? [] : [source],
        };
        _findings = _findings with { Actors = [.. _findings.Actors, actor] };
        return actor.Id;
    }

    /// <summary>Lost: it was said where, and the words are no longer there.</summary>
    private (Spans? Spans, bool Lost) Place(JsonNode? after, string name)
    {
        if ((after as JsonObject)?[name] is not { } at)
        {
            return (null, false);
        }

        // An empty list: the person says there is none.
        if (at is JsonArray)
        {
            return (Spans.None, false);
        }

        var place = Find(at);
        return (place, place is null);
    }

    private Spans? Find(JsonNode? at) => at?.Deserialize<CorrectionTarget>(FindingsJson.Options) is { } target ? Pointing.Find(target, _findings) : null;

    private static T Name<T>(JsonNode? word)
        where T : struct, Enum => word.Deserialize<T>(FindingsJson.Options);
}
