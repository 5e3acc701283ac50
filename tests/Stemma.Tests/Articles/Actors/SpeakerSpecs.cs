using Stemma.Articles.Actors;
using Stemma.Articles.Sentences;

namespace Stemma.Tests.Articles.Actors;

/// <summary>Specs of who is meant. "source" rows: the words of each source in the order of the text, and who speaks. "name" rows: every actor.</summary>
public class SpeakerSpecs
{
    public static TheoryData<Spec> All => Spec.Below("Articles/Actors");

    [Theory]
    [MemberData(nameof(All))]
    public void Read(Spec spec)
    {
        var text = spec.Text;
        var statements = new List<Statement>();
        var at = 0;
        if (spec.Columns.Contains("source"))
        {
            foreach (var source in spec.Rows.Select(r => r[spec.Columns.ToList().IndexOf("source")]))
            {
                var begin = source.Length == 0 ? at : text.IndexOf(source, at, StringComparison.Ordinal);
                Assert.True(begin >= 0, $"“{source}” does not stand in the text of “{spec.Heading}”.");
                at = begin + source.Length;
                statements.Add(ActorTests.Said(source.Length == 0 ? Spans.None : Spans.Of(begin, at)));
            }
        }

        var prose = ProseReader.Read(text, []);
        var reading = ActorReader.Read(prose, ActorTests.Article(text), statements);
        var byId = reading.Actors.ToDictionary(a => a.Id);
        string Words(Actor actor) => string.Join("; ", actor.Mentions.Select(m => m.Of(text)));
        Dictionary<string, string> Row(Actor? actor, string source) => new()
        {
            ["source"] = source,
            ["actor"] = actor?.Name ?? "",
            ["name"] = actor?.Name ?? "",
            ["kind"] = actor?.Kind.ToString().ToLowerInvariant() ?? "",
            ["country"] = actor?.Country ?? "",
            ["role"] = actor?.Role ?? "",
            ["mentions"] = actor is null ? "" : Words(actor),
        };
        spec.Expect(statements.Count > 0
            ? reading.Statements.Select(s => Row(s.Actor is { } id ? byId[id] : null, s.Source.Of(text)))
            : reading.Actors.Select(a => Row(a, "")));
    }
}
