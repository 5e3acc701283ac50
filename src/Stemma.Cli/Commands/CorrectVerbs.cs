using System.CommandLine;
using Stemma.Ledger;

namespace Stemma.Cli.Commands;

/// <summary>The verbs of `stemma correct`: what each is told on the command line, and nothing more.</summary>
internal static class CorrectVerbs
{
    public static IEnumerable<Command> All(Face face) =>
    [
        new Verb(face, "accept", "A person looked, and the statement stands.", "stemma correct accept S1gk9")
            .Takes("STATEMENT", out var accepted)
            .Does((all, to, parsed, reason) => to.Accept(all, Statement(all, parsed.GetValue(accepted)!), reason)),

        new Verb(face, "reject", "No such statement was made: it counts for nothing any more, and stays in the log.", "stemma correct reject S1gk9 --reason \"a photo credit\"")
            .Takes("STATEMENT", out var rejected)
            .Does((all, to, parsed, reason) => to.Reject(all, Statement(all, parsed.GetValue(rejected)!), reason)),

        Add(face),
        Edge(face),
        Speaker(face),

        new Verb(face, "act", "What was done with the words: say, assert, deny, accuse, threaten, demand, promise, question, decline, decide, believe, propose, vote, veto, praise, condemn, reveal.", "stemma correct act S1gk9 deny")
            .Takes("STATEMENT", out var acting)
            .Takes("ACT", out var act)
            .Does((all, to, parsed, reason) => to.SetAct(all, Statement(all, parsed.GetValue(acting)!), CaseOptions.Word<Act>(parsed.GetValue(act), "ACT")!.Value, reason)),

        Hedge(face),
        Evidence(face),
        Article(face),

        new Verb(face, "merge", "Two actors are one person or body.", "stemma correct merge A4fz A9kq")
            .Takes("ACTOR", out var one)
            .Takes("OTHER", out var other)
            .Does((all, to, parsed, reason) => to.Merge(all, Actor(all, parsed.GetValue(one)!), Actor(all, parsed.GetValue(other)!), reason)),

        new Verb(face, "split", "What this article means by the name is another person or body than elsewhere.", "stemma correct split A4fz a81rm")
            .Takes("ACTOR", out var split)
            .Takes("ARTICLE", out var from)
            .Does((all, to, parsed, reason) => to.Split(all, Actor(all, parsed.GetValue(split)!), ArticleId(all, parsed.GetValue(from)!), reason)),

        new Verb(face, "join", "Two happenings are one; or two articles tell one story.", "stemma correct join E2ab E7cd")
            .Takes("EVENT", out var joined)
            .Takes("OTHER", out var with)
            .Does((all, to, parsed, reason) => to.Join(all, Happening(all, parsed.GetValue(joined)!), Happening(all, parsed.GetValue(with)!), reason)),

        new Verb(face, "part", "What this article tells of is another happening; or two articles tell two stories.", "stemma correct part E2ab a81rm")
            .Takes("EVENT", out var parted)
            .Takes("ARTICLE", out var of)
            .Does((all, to, parsed, reason) => to.Part(all, Happening(all, parsed.GetValue(parted)!), ArticleId(all, parsed.GetValue(of)!), reason)),

        new Verb(face, "parent", "The article this one took its words from; “none” cuts it off.", "stemma correct parent a81rm a07xw", "stemma correct parent a81rm none")
            .Takes("ARTICLE", out var child)
            .Takes("PARENT", out var parent)
            .Does((all, to, parsed, reason) => to.SetParent(all, ArticleId(all, parsed.GetValue(child)!), parsed.GetValue(parent) is "none" ? null : ArticleId(all, parsed.GetValue(parent)!), reason)),

        Dispute(face),

        new Verb(face, "note", "Words beside something; changes nothing.", "stemma correct note S1gk9 \"call the ministry\"")
            .Takes("ID", out var noted)
            .Takes("WORDS", out var words)
            .Does((all, to, parsed, reason) => to.Note(all, Find.Only(Views.WhyView.Ids(all), parsed.GetValue(noted)!, "finding", "stemma statements"), parsed.GetValue(words)!, reason)),

        new Verb(face, "undo", "Takes one act back; another undo too.", "stemma correct undo C0t5v")
            .Takes("CORRECTION", out var undone)
            .Does((all, to, parsed, reason) => to.Undo(all, Find.Only(all.Corrections.Select(c => c.Id), parsed.GetValue(undone)!, "correction", "stemma export"), reason)),
    ];

    private static Command Add(Face face)
    {
        var verb = new Verb(face, "add", "A statement the machine missed: words of the article, or BEGIN-END in signs of its text.", "stemma correct add a81rm --content \"the pier was empty\" --source \"two dockers\" --cue said")
            .Takes("ARTICLE", out var article)
            .Option("--content", "What is said.", out var content)
            .Option("--source", "Who it is handed to, as written.", out var source)
            .Option("--cue", "The words that hand it over.", out var cue)
            .Option("--speaker", "Who is meant: an actor's identifier, or a name.", out var speaker)
            .Option("--act", "What is done with the words; say, where it is not told.", out var act)
            .Option("--form", "direct, indirect, mixed; indirect, where it is not told.", out var form);
        return verb.Does((all, to, parsed, reason) =>
        {
            var id = ArticleId(all, parsed.GetValue(article)!);
            var findings = all.Article(id);
            var what = WordsAt.Find(findings, parsed.GetValue(content) ?? throw new MisuseException("--content: which words are the statement?"), "--content", null);
            return to.Add(
                all,
                id,
                what,
                parsed.GetValue(source) is { } s ? WordsAt.Find(findings, s, "--source", what) : null,
                parsed.GetValue(cue) is { } c ? WordsAt.Find(findings, c, "--cue", what) : null,
                Ledger.Speaker.Meant(all, parsed.GetValue(speaker) ?? parsed.GetValue(source)),
                CaseOptions.Word<Act>(parsed.GetValue(act), "--act") ?? Act.Say,
                CaseOptions.Word<Form>(parsed.GetValue(form), "--form") ?? Form.Indirect,
                reason);
        });
    }

    private static Command Edge(Face face)
    {
        var verb = new Verb(face, "edge", "Where source, cue and content stand: words of the article, BEGIN-END in signs of its text, or “none”.", "stemma correct edge S1gk9 --content \"nothing was fired from here\"")
            .Takes("STATEMENT", out var statement)
            .Option("--source", "Who it is handed to, as written.", out var source)
            .Option("--cue", "The words that hand it over.", out var cue)
            .Option("--content", "What is said.", out var content);
        return verb.Does((all, to, parsed, reason) =>
        {
            var found = Statement(all, parsed.GetValue(statement)!);
            Spans? Place(Option<string?> option) => parsed.GetValue(option) switch
            {
                null => null,
                "none" => Spans.None,
                var words => WordsAt.Find(all.Article(found.Article), words, option.Name, Pointing.PlaceOf(found.Statement)),
            };
            return to.SetEdges(all, found, Place(source), Place(cue), Place(content), reason);
        });
    }

    private static Command Speaker(Face face) =>
        new Verb(face, "speaker", "Who is meant: an actor's identifier, a name, or “none”.", "stemma correct speaker S1gk9 A4fz", "stemma correct speaker S1gk9 \"Ilse Maren\"")
            .Takes("STATEMENT", out var statement)
            .Takes("ACTOR", out var actor)
            .Does((all, to, parsed, reason) => to.SetSpeaker(all, Statement(all, parsed.GetValue(statement)!), parsed.GetValue(actor) is "none" ? null : Ledger.Speaker.Meant(all, parsed.GetValue(actor)), reason));

    private static Command Hedge(Face face) =>
        new Verb(face, "hedge", "The words that lower commitment, or “none”.", "stemma correct hedge S1gk9 allegedly", "stemma correct hedge S1gk9 none")
            .Takes("STATEMENT", out var statement)
            .Takes("WORDS", out var words)
            .Does((all, to, parsed, reason) =>
            {
                var found = Statement(all, parsed.GetValue(statement)!);
                var said = parsed.GetValue(words)!;
                return to.SetHedges(all, found, said is "none" ? [] : [WordsAt.Find(all.Article(found.Article), said, "WORDS", Pointing.PlaceOf(found.Statement))], reason);
            });

    private static Command Evidence(Face face)
    {
        var verb = new Verb(face, "evidence", "What the content rests on by the words around it: witnessed, told, document, test, imagery, inferred, asserted, none.", "stemma correct evidence S1gk9 told --from \"two dockers\"")
            .Takes("STATEMENT", out var statement)
            .Takes("BASIS", out var basis)
            .Option("--from", "Whom it was told by, or which document.", out var from)
            .Option("--words", "The words that tell the basis.", out var words);
        return verb.Does((all, to, parsed, reason) =>
        {
            var found = Statement(all, parsed.GetValue(statement)!);
            return to.SetEvidence(
                all,
                found,
                CaseOptions.Word<EvidenceBasis>(parsed.GetValue(basis), "BASIS")!.Value,
                parsed.GetValue(from),
                parsed.GetValue(words) is { } w ? WordsAt.Find(all.Article(found.Article), w, "--words", Pointing.PlaceOf(found.Statement)) : null,
                reason);
        });
    }

    private static Command Article(Face face) =>
        new Verb(face, "article", "Outlet, day or byline of an article; what hangs on a wrong day is worked out again.", "stemma correct article a81rm --outlet \"Harbour Post\" --date 2031-05-05")
            .Takes("ARTICLE", out var article)
            .Option("--outlet", "The outlet.", out var outlet)
            .Option("--date", "The day of publication (EDTF).", out var date)
            .Option("--byline", "The byline.", out var byline)
            .Does((all, to, parsed, reason) => to.SetArticle(all, ArticleId(all, parsed.GetValue(article)!), parsed.GetValue(outlet), parsed.GetValue(date), parsed.GetValue(byline), reason));

    private static Command Dispute(Face face) =>
        new Verb(face, "dispute", "How two statements stand to each other.", "stemma correct dispute S1gk9 S4xw2 --relation denies --slot who", "stemma correct dispute S1gk9 S4xw2 --relation none")
            .Takes("STATEMENT", out var one)
            .Takes("OTHER", out var other)
            .Option("--relation", "denies, contradicts, updates, compatible, none.", out var relation)
            .Option("--slot", "who, what, agent, how-many, when, where, why, vote.", out var slot)
            .Does((all, to, parsed, reason) => to.SetDispute(
                all,
                Statement(all, parsed.GetValue(one)!),
                Statement(all, parsed.GetValue(other)!),
                parsed.GetValue(relation) switch
                {
                    null => throw new MisuseException("--relation: denies, contradicts, updates, compatible or none?"),
                    "none" => null,
                    var word => CaseOptions.Word<DisputeRelation>(word, "--relation"),
                },
                CaseOptions.Word<Slot>(parsed.GetValue(slot), "--slot"),
                reason));

    private static CaseStatement Statement(Case all, string asked) =>
        all.Statement(Find.Only(all.Reading.Statements.Select(s => s.Statement.Id), asked, "statement", "stemma statements"))!;

    private static CaseActor Actor(Case all, string asked) => all.Actor(Find.Only(all.Reading.Actors.Select(a => a.Id), asked, "actor", "stemma export"))!;

    private static string ArticleId(Case all, string asked) => Find.Only(all.Articles.Select(a => a.Article.Id), asked, "article", "stemma export");

    private static string Happening(Case all, string asked) =>
        Find.Only(all.Reading.Events.Select(e => e.Id).Concat(all.Articles.Select(a => a.Article.Id)), asked, "event or article", "stemma accounts");
}
