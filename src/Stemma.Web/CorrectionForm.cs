using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Stemma.Ledger;

namespace Stemma.Web;

/// <summary>Reads a form of a page as a person's act: the same acts as `stemma correct`, by the same code.</summary>
internal static class CorrectionForm
{
    /// <exception cref="CannotCorrectException">The form asks for something that is not there; the message says what.</exception>
    public static Correction Do(Case all, Corrector to, IFormCollection form, string target)
    {
        var (value, reason) = (Word(form, "value"), Word(form, "reason"));
        return Word(form, "verb") switch
        {
            "accept" => to.Accept(all, Statement(), reason),
            "reject" => to.Reject(all, Statement(), reason),
            "speaker" => to.SetSpeaker(all, Statement(), Speaker.Meant(all, value), reason),
            "act" => to.SetAct(all, Statement(), Choice<Act>(value), reason),
            "evidence" => to.SetEvidence(all, Statement(), Choice<EvidenceBasis>(value), null, null, reason),
            "hedge" => to.SetHedges(all, Statement(), value is null or "none" ? [] : [.. value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(w => At(Statement(), w))], reason),
            "edge" => Edge(),
            "add" => Add(),
            "article" => to.SetArticle(all, target, Field("outlet"), Day(Field("published")), Field("byline"), reason),
            "merge" => to.Merge(all, Actor(target), Actor(value), reason),
            "split" => to.Split(all, Actor(target), value ?? throw new CannotCorrectException("from which article?"), reason),
            "join" => to.Join(all, target, value ?? throw new CannotCorrectException("with which happening?"), reason),
            "part" => to.Part(all, target, value ?? throw new CannotCorrectException("from which article?"), reason),
            "parent" => to.SetParent(all, target, value is null or "none" ? null : value, reason),
            "cut" => to.SetParent(all, target, null, reason),
            "dispute" => to.SetDispute(all, Statement(), Statement(value), Word(form, "relation") is { } r and not "none" ? Choice<DisputeRelation>(r) : null, Word(form, "slot") is { } s ? Choice<Slot>(s) : null, reason),
            "note" => to.Note(all, target, value ?? throw new CannotCorrectException("a note needs words."), reason),
            "undo" => to.Undo(all, target, reason),
            var verb => throw new CannotCorrectException($"“{verb}” is nothing a person can do here."),
        };

        CaseStatement Statement(string? id = null) => all.Statement(id ?? target) ?? throw new CannotCorrectException($"no statement “{id ?? target}” in this case; it may have been read anew.");

        CaseActor Actor(string? id) => all.Actor(id) ?? all.Reading.Actors.FirstOrDefault(a => a.Name.Equals(id, StringComparison.OrdinalIgnoreCase))
            ?? throw new CannotCorrectException($"no actor “{id}” in this case.");

        Spans At(CaseStatement of, string words) => WordsAt.Find(all.Article(of.Article), words, "the words", Pointing.PlaceOf(of.Statement));

        string? Field(string name) => Word(form, "field") == name ? value : null;

        Correction Edge()
        {
            var of = Statement();
            var place = Word(form, "places") is { } places ? [.. places.Split(',').SelectMany(p => At(of, p))] : value is null or "none" ? Spans.None : At(of, value);
            return Word(form, "field") switch
            {
                "source" => to.SetEdges(all, of, place, null, null, reason),
                "cue" => to.SetEdges(all, of, null, place, null, reason),
                _ => to.SetEdges(all, of, null, null, place, reason),
            };
        }

        Correction Add()
        {
            var findings = all.Article(target);
            var content = WordsAt.Find(findings, Word(form, "content") ?? throw new CannotCorrectException("which words are the statement?"), "the content", null);
            return to.Add(
                all,
                target,
                content,
                Word(form, "source") is { } source ? WordsAt.Find(findings, source, "the source", content) : null,
                Word(form, "cue") is { } cue ? WordsAt.Find(findings, cue, "the cue", content) : null,
                Speaker.Meant(all, Word(form, "speaker") ?? Word(form, "source")),
                Word(form, "act") is { } act ? Choice<Act>(act) : Act.Say,
                Form.Indirect,
                reason);
        }
    }

    /// <summary>A day as people write it, as EDTF; what is written in another way is left to the ledger to judge.</summary>
    public static string? Day(string? words)
    {
        string[] ways = ["d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "yyyy/M/d"];
        return words is not null && DateOnly.TryParseExact(words.Trim(), ways, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : words;
    }

    /// <summary>The last act that nobody took back, or all that were done with it: what "undo" means.</summary>
    public static string LastStanding(Case all) =>
        CorrectionLog.Standing(all.Log) is [.., var last] ? last.Together ?? last.Id : throw new CannotCorrectException("there is nothing to take back.");

    private static T Choice<T>(string? word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()) == word)
            {
                return value;
            }
        }

        throw new CannotCorrectException($"“{word}” is none of {string.Join(", ", Enum.GetValues<T>())}.");
    }

    private static string? Word(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } word ? word : null;
}
