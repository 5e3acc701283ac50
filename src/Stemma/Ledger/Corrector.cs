using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stemma.Ledger;

/// <summary>Takes a person's correction: writes it into the log, aimed at words, and works out again what hangs on it.</summary>
/// <remarks>
/// Every act is one line of the log with who, when, why, what stood before and what stands now; nothing the machine found is overwritten.
/// The case given is the one the person saw; identifiers are those of that case.
/// </remarks>
/// <param name="by">Who corrects.</param>
/// <param name="now">The time, UTC, ISO 8601, from the clock of the face that asks.</param>
public sealed class Corrector(ILedger ledger, Recorder recorder, string by, Func<string> now)
{
    // While several acts are done as one: what they are called together, the log's last line, the articles to be worked out when all is said.
    private string? _together;
    private string? _last;
    private List<string>? _articles;

    /// <summary>Does several acts as one: all or none, worked out once an article, and taken back by one undo.</summary>
    public IReadOnlyList<Correction> Together(Func<IEnumerable<Correction>> acts) => ledger.Alone<IReadOnlyList<Correction>>(() =>
    {
        _last = ledger.Log().LastOrDefault();
        (_together, _articles) = (CaseIds.Of('T', $"{now()}\n{by}\n{(_last is null ? "" : CorrectionLog.HashOf(_last))}"), []);
        try
        {
            var done = acts().ToList();
            foreach (var article in _articles.Distinct())
            {
                recorder.LayAgain(article);
            }

            return done;
        }
        finally
        {
            (_together, _articles, _last) = (null, null, null);
        }
    });

    /// <summary>accept: a person looked, and it stands.</summary>
    public Correction Accept(Case all, CaseStatement statement, string? reason) => OfStatement("accept", all, statement, null, null, reason);

    /// <summary>reject: no such statement was made; it counts for nothing any more.</summary>
    public Correction Reject(Case all, CaseStatement statement, string? reason) => OfStatement("reject", all, statement, null, null, reason);

    /// <summary>act: what was done with the words.</summary>
    public Correction SetAct(Case all, CaseStatement statement, Act act, string? reason) =>
        OfStatement("act", all, statement, Node(statement.Statement.Act), Node(act), reason);

    /// <summary>speaker: who is meant; null for nobody named.</summary>
    public Correction SetSpeaker(Case all, CaseStatement statement, Speaker? speaker, string? reason) => OfStatement(
        "speaker",
        all,
        statement,
        all.Actor(statement.Statement.Actor) is { } before ? new JsonObject { ["name"] = before.Name } : null,
        speaker is null ? null : SpeakerNode(all, statement.Article, speaker),
        reason);

    /// <summary>edge: where source, cue and content stand; null leaves one as it is, none says there is none.</summary>
    public Correction SetEdges(Case all, CaseStatement statement, Spans? source, Spans? cue, Spans? content, string? reason)
    {
        var findings = all.Article(statement.Article);
        var (before, after) = (new JsonObject(), new JsonObject());
        foreach (var (name, old, edge) in new[] { ("source", statement.Statement.Source, source), ("cue", statement.Statement.Cue, cue), ("content", statement.Statement.Content, content) })
        {
            if (edge is not null)
            {
                before[name] = PlaceNode(findings, old);
                after[name] = PlaceNode(findings, edge);
            }
        }

        return after.Count == 0 ? throw new CannotCorrectException("say which edge: --source, --cue or --content.") : OfStatement("edge", all, statement, before, after, reason);
    }

    /// <summary>hedge: the words that lower commitment; none for none.</summary>
    public Correction SetHedges(Case all, CaseStatement statement, IReadOnlyList<Spans> hedges, string? reason)
    {
        var findings = all.Article(statement.Article);
        return OfStatement(
            "hedge",
            all,
            statement,
            new JsonArray([.. statement.Statement.Hedges.Select(h => PlaceNode(findings, h.Span))]),
            new JsonArray([.. hedges.Select(h => PlaceNode(findings, h))]),
            reason);
    }

    /// <summary>evidence: what the content rests on by the words around it.</summary>
    public Correction SetEvidence(Case all, CaseStatement statement, EvidenceBasis basis, string? from, Spans? words, string? reason)
    {
        var after = new JsonObject { ["basis"] = Node(basis), ["by"] = from };
        if (words is not null)
        {
            after["at"] = PlaceNode(all.Article(statement.Article), words);
        }

        var before = statement.Statement.Evidence;
        return OfStatement("evidence", all, statement, new JsonObject { ["basis"] = Node(before.Basis), ["by"] = before.By }, after, reason);
    }

    /// <summary>add: a statement the machine missed.</summary>
    public Correction Add(Case all, string article, Spans content, Spans? source, Spans? cue, Speaker? speaker, Act act, Form form, string? reason)
    {
        var findings = all.Article(article);
        if (content.IsEmpty)
        {
            throw new CannotCorrectException("a statement needs the words of its content.");
        }

        return Write("add", article, Pointing.At(findings, content, null), null, new JsonObject
        {
            ["source"] = PlaceNode(findings, source ?? Spans.None),
            ["cue"] = PlaceNode(findings, cue ?? Spans.None),
            ["actor"] = speaker is null ? null : SpeakerNode(all, article, speaker),
            ["act"] = Node(act),
            ["form"] = Node(form),
        }, reason);
    }

    /// <summary>article: outlet, day, byline. What hangs on a wrong day is worked out again.</summary>
    public Correction SetArticle(Case all, string article, string? outlet, string? date, string? byline, string? reason)
    {
        if (date is not null && !Edtf.IsDate(date))
        {
            throw new CannotCorrectException($"“{date}” is no date; write 2031-05-06, 2031-05 or 2031-05-04/2031-05-06.");
        }

        var findings = all.Article(article);
        var (before, after) = (new JsonObject(), new JsonObject());
        foreach (var (name, old, said) in new[] { ("outlet", findings.Article.Outlet, outlet), ("date", findings.Published?.Moment.Edtf, date), ("byline", findings.Article.Byline, byline) })
        {
            if (said is not null)
            {
                (before[name], after[name]) = (old, said);
            }
        }

        return after.Count == 0
            ? throw new CannotCorrectException("say what is to be set: --outlet, --date or --byline.")
            : Write("article", article, Pointing.At(findings), before, after, reason);
    }

    /// <summary>merge: two actors are one.</summary>
    public Correction Merge(Case all, CaseActor one, CaseActor other, string? reason) => one.Id == other.Id
        ? throw new CannotCorrectException("these two are one already.")
        : Write("merge", null, MentionOf(all, one, null), null, With(MentionOf(all, other, null)), reason);

    /// <summary>split: what this article means by this name is another person or body than elsewhere.</summary>
    public Correction Split(Case all, CaseActor actor, string article, string? reason)
    {
        var others = actor.Aliases.Where(a => a.Article != article).Select(a => a.Article).Distinct().ToList();
        return actor.Aliases.All(a => a.Article != article) ? throw new CannotCorrectException($"{actor.Name} is not named in {article}.")
            : others.Count == 0 ? throw new CannotCorrectException($"{actor.Name} is named in {article} alone; there is nothing to split it from.")
            : Write("split", null, MentionOf(all, actor, article), null, With([.. others.Select(o => MentionOf(all, actor, o))]), reason);
    }

    /// <summary>join: two happenings are one, or two articles tell one story.</summary>
    public Correction Join(Case all, string one, string other, string? reason) => one == other
        ? throw new CannotCorrectException("these two are one already.")
        : Write("join", null, HappeningOf(all, one, null), null, With(HappeningOf(all, other, null)), reason);

    /// <summary>part: what this article tells of is another happening than the others tell of; or two articles tell two stories.</summary>
    public Correction Part(Case all, string one, string article, string? reason)
    {
        if (all.Event(one) is not { } happening)
        {
            return Write("part", null, HappeningOf(all, one, null), null, With(HappeningOf(all, article, null)), reason);
        }

        var others = happening.Mentions.Select(m => m.Article).Where(a => a != article).Distinct().ToList();
        return happening.Mentions.All(m => m.Article != article) ? throw new CannotCorrectException($"{article} does not tell of {one}.")
            : others.Count == 0 ? throw new CannotCorrectException($"{article} alone tells of {one}; there is nothing to part it from.")
            : Write("part", null, HappeningOf(all, one, article), null, With([.. others.Select(o => HappeningOf(all, one, o))]), reason);
    }

    /// <summary>parent: the article this one took its words from; null for none.</summary>
    public Correction SetParent(Case all, string article, string? parent, string? reason)
    {
        if (article == parent)
        {
            throw new CannotCorrectException("an article is not its own parent.");
        }

        var before = all.Reading.Hops.FirstOrDefault(h => h.Article == article && h.Parent is not null)?.Parent;
        return Write(
            "parent",
            null,
            Pointing.At(all.Article(article)),
            before is null ? null : new JsonObject { ["parent"] = before },
            new JsonObject { ["parent"] = parent is null ? null : Node(Pointing.At(all.Article(parent))) },
            reason);
    }

    /// <summary>dispute: how two statements stand to each other; null for "they do not dispute each other".</summary>
    public Correction SetDispute(Case all, CaseStatement one, CaseStatement other, DisputeRelation? relation, Slot? slot, string? reason)
    {
        if (one.Statement.Id == other.Statement.Id)
        {
            throw new CannotCorrectException("a statement does not stand against itself.");
        }

        var after = With(TargetOf(all, other));
        after["relation"] = relation is { } said ? Node(said) : "none";
        after["slot"] = slot is { } point ? Node(point) : null;
        var before = all.Reading.Disputes.FirstOrDefault(d => d.Statements.Contains(one.Statement.Id) && d.Statements.Contains(other.Statement.Id));
        return Write("dispute", null, TargetOf(all, one), before is null ? null : new JsonObject { ["relation"] = Node(before.Relation) }, after, reason);
    }

    /// <summary>note: words beside something; changes nothing.</summary>
    public Correction Note(Case all, string id, string words, string? reason) => Write(
        "note",
        null,
        all.Statement(id) is { } statement ? TargetOf(all, statement)
            : all.Has(id) ? Pointing.At(all.Article(id))
            : all.Actor(id) is { } actor ? MentionOf(all, actor, null)
            : all.Event(id) is not null ? HappeningOf(all, id, null)
            : new CorrectionTarget(null, null, null, id),
        null,
        words,
        reason);

    /// <summary>undo: takes one act back, another undo too; and by the name they have in common, all that were done as one.</summary>
    public Correction Undo(Case all, string correction, string? reason)
    {
        var together = all.Corrections.Where(c => c.Together == correction).ToList();
        if (together.Count > 0)
        {
            var taken = CorrectionLog.TakenBack(all.Log);
            var standing = together.Where(c => !taken.Contains(c.Id)).Reverse().ToList();
            return standing.Count == 0
                ? throw new CannotCorrectException("all of it was taken back already.")
                : Together(() => standing.Select(c => Undo(all, c.Id, reason)))[^1];
        }

        var undone = all.Corrections.FirstOrDefault(c => c.Id == correction) ?? throw new CannotCorrectException($"no correction “{correction}” in this case.");
        var article = Lays(undone) ? undone.Target.Article
            : undone.Verb == "undo" && all.Corrections.FirstOrDefault(c => c.Id == undone.Target.Id) is { } first && Lays(first) ? first.Target.Article
            : null;
        return Write("undo", article is not null && all.Has(article) ? article : null, new CorrectionTarget(undone.Target.Article, null, null, correction), null, null, reason);
    }

    private static bool Lays(Correction correction) => correction.Verb is "accept" or "reject" or "add" or "edge" or "speaker" or "act" or "hedge" or "evidence" or "article";

    private Correction OfStatement(string verb, Case all, CaseStatement statement, JsonNode? before, JsonNode? after, string? reason) =>
        Write(verb, statement.Article, TargetOf(all, statement), before, after, reason);

    private Correction Write(string verb, string? article, CorrectionTarget target, JsonNode? before, JsonNode? after, string? reason) => ledger.Alone(() =>
    {
        var line = CorrectionLog.Line(_together is null ? ledger.Log().LastOrDefault() : _last, new Correction("", now(), by, verb, target, before, after, reason, "", _together));
        ledger.Append(line);
        _last = line;
        if (article is not null && _articles is not null)
        {
            _articles.Add(article);
        }
        else if (article is not null)
        {
            recorder.LayAgain(article);
        }

        return CorrectionLog.Read(line);
    });

    // A rejected statement is aimed at like any other; its article's findings hold its words.
    private static CorrectionTarget TargetOf(Case all, CaseStatement statement) => Pointing.At(all.Article(statement.Article), statement.Statement, statement.Statement.Id);

    private static CorrectionTarget MentionOf(Case all, CaseActor actor, string? article)
    {
        var mention = actor.Aliases.FirstOrDefault(a => (article is null || a.Article == article) && !a.Span.IsEmpty)
            ?? throw new CannotCorrectException($"{actor.Name} has no mention to point at{(article is null ? "" : $" in {article}")}.");
        return Pointing.At(all.Article(mention.Article), mention.Span, actor.Id);
    }

    private static CorrectionTarget HappeningOf(Case all, string id, string? article)
    {
        if (all.Event(id) is not { } happening)
        {
            return all.Has(id) ? Pointing.At(all.Article(id)) : throw new CannotCorrectException($"“{id}” is neither an event nor an article of this case.");
        }

        var mention = happening.Mentions.FirstOrDefault(m => article is null || m.Article == article)
            ?? throw new CannotCorrectException($"{id} has no words to point at.");
        return Pointing.At(all.Article(mention.Article), mention.Span, id);
    }

    // Known by identifier: pointed at where it is named, in this article if it is. Else only its name is known.
    private static JsonObject SpeakerNode(Case all, string article, Speaker speaker)
    {
        if (speaker.Known is not { } actor)
        {
            return new JsonObject { ["name"] = speaker.Name, ["kind"] = Node(speaker.Kind) };
        }

        var here = actor.Aliases.Any(a => a.Article == article && !a.Span.IsEmpty);
        return new JsonObject
        {
            ["name"] = actor.Name,
            ["kind"] = Node(actor.Kind),
            ["country"] = actor.Country,
            ["at"] = Node(MentionOf(all, actor, here ? article : null)),
        };
    }

    private static JsonNode PlaceNode(ArticleFindings findings, Spans place) => place.IsEmpty ? new JsonArray() : Node(Pointing.At(findings, place, null));

    private static JsonObject With(params IReadOnlyList<CorrectionTarget> others) => new() { ["with"] = new JsonArray([.. others.Select(Node)]) };

    private static JsonNode Node<T>(T value) => JsonSerializer.SerializeToNode(value, FindingsJson.Options)!;
}

/// <summary>Who a person says spoke: an actor of the case, or somebody named anew.</summary>
public sealed record Speaker(CaseActor? Known, string Name, ActorKind Kind = ActorKind.Person)
{
    /// <summary>Whom a person means: an identifier or its beginning, else an actor's very name, else somebody new; null for nobody.</summary>
    public static Speaker? Meant(Case all, string? asked)
    {
        if (string.IsNullOrWhiteSpace(asked) || asked == "none")
        {
            return null;
        }

        var byId = all.Reading.Actors.Where(a => a.Id.StartsWith(asked, StringComparison.Ordinal)).ToList();
        var known = byId.Count == 1 ? byId[0] : all.Reading.Actors.FirstOrDefault(a => a.Name.Equals(asked, StringComparison.OrdinalIgnoreCase));
        return new Speaker(known, known?.Name ?? asked);
    }
}

/// <summary>It cannot be corrected so; the message says what to do instead.</summary>
public sealed class CannotCorrectException(string message) : Exception(message);
