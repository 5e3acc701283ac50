using System.Security.Cryptography;
using System.Text;
using Stemma.Ledger;

namespace Stemma.Tests.Ledger;

/// <summary>Pages and findings made by hand, so that the tests of the ledger do not hang on how well a room reads.</summary>
internal static class LomPages
{
    public const string WireText = "Blast at Lom 😀\r\n\r\nIlse Maren said “the shells came from the north bank”. Orlin Voss denied it on Tuesday: nothing was fired, he said.\r\n";

    public const string PostText = "LOM (NW) – Ilse Maren said the shells allegedly came from the north bank. A docker saw the roof lift.";

    public static RawPage Page(string text, string? given = null, string? outlet = null, string? url = null, string file = "page.txt")
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new RawPage
        {
            File = file,
            Given = given,
            Original = bytes,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Form = PageForm.Text,
            Content = text,
            Carried = new Said { Outlet = outlet, Url = url },
        };
    }

    /// <summary>Reads "NAME said|denied …." sentences: enough for statements, actors and days with known places.</summary>
    public static readonly PageReader Reader = ReaderOf("7");

    public static PageReader ReaderOf(string version) => new(version, page => Read(page, version));

    public static ArticleFindings Read(RawPage page, string version)
    {
        var text = page.Content;
        var actors = new List<Actor>();
        var statements = new List<Statement>();
        foreach (var (name, cue, act) in new[] { ("Ilse Maren", "said", Act.Say), ("Orlin Voss", "denied", Act.Deny), ("A docker", "saw", Act.Assert) })
        {
            var at = text.IndexOf($"{name} {cue}", StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            var source = Spans.Of(at, at + name.Length);
            var begin = at + name.Length + 1 + cue.Length + 1;
            var end = text.IndexOf('.', begin) is >= 0 and var stop ? stop : text.Length;
            actors.Add(new Actor { Id = $"a{actors.Count + 1}", Name = name, Kind = ActorKind.Person, Mentions = [source] });
            statements.Add(new Statement
            {
                Id = $"s{statements.Count + 1}",
                Form = Form.Indirect,
                Act = act,
                Source = source,
                Cue = Spans.Of(begin - 1 - cue.Length, begin - 1),
                Content = Spans.Of(begin, end),
                Actor = $"a{actors.Count}",
                Confidence = 0.9,
                Rule = "by hand",
            });
        }

        var said = page.Said.Published ?? page.Carried.Published;
        return new ArticleFindings
        {
            Reader = version,
            Article = new Article
            {
                Id = page.Given ?? "page",
                Given = page.Given,
                File = page.File,
                Sha256 = page.Sha256,
                Outlet = page.Said.Outlet ?? page.Carried.Outlet,
                Url = page.Said.Url ?? page.Carried.Url,
                Title = "Blast at Lom",
                Byline = page.Said.Byline,
                Text = text,
            },
            Published = said is null ? null : new Publication(Edtf.Parse(said), PublicationSource.Stated, Spans.None, "said with the input"),
            Actors = actors,
            Statements = statements,
        };
    }
}
