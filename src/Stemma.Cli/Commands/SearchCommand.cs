using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Stemma.Ledger;
using Stemma.Sqlite;
using Stemma.Views;

namespace Stemma.Cli.Commands;

/// <summary>`stemma search`: full-text search over articles and statements.</summary>
internal static class SearchCommand
{
    // More than a person reads; programs take --limit.
    private const int AtFirst = 50;

    public static Command Make(Face face)
    {
        var file = CaseOptions.Case();
        var json = CaseOptions.Json();
        var words = new Argument<string[]>("WORDS") { Description = "All of them must be there; \"in quotation marks\" in this order; word* begins a word.", Arity = ArgumentArity.OneOrMore };
        var limit = new Option<int>("--limit") { Description = "At most so many places.", DefaultValueFactory = _ => AtFirst, HelpName = "N" };
        var command = new CommandWithExamples("search", "Full-text search over articles and statements.")
        {
            Examples = ["stemma search grain terminal", "stemma search '\"north bank\" shell*'"],
        };
        command.Add(words);
        command.Add(file);
        command.Add(limit);
        command.Add(json);
        command.SetAction(parsed =>
        {
            using var ledger = CaseOptions.Open(face, parsed.GetValue(file)!, Access.Read);
            var hits = ledger.Search(string.Join(' ', parsed.GetValue(words)!), Math.Max(1, parsed.GetValue(limit)));
            var all = WholeCase.Read(ledger);
            if (!parsed.GetValue(json))
            {
                face.Print(SearchView.Of(all, hits, face.Width));
                return;
            }

            foreach (var hit in hits)
            {
                face.Line(new JsonObject
                {
                    ["article"] = hit.Article,
                    ["statement"] = SearchView.StatementOf(all, hit)?.Statement.Id,
                    ["span"] = JsonSerializer.SerializeToNode(LedgerJson.Outside(all.Positions(hit.Article), hit.Span), FindingsJson.Options),
                    ["words"] = hit.Span.Of(all.Article(hit.Article).Article.Text),
                }.ToJsonString(FindingsJson.Options));
            }
        });
        return command;
    }
}
