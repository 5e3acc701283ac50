using System.Text;
using System.Text.Json;

namespace Stemma.Tests.Cli;

public sealed class CommandTests : IDisposable
{
    private const string Lines = """
        {"id": "w1", "outlet": "North Wire", "published": "2031-05-04", "title": "Blast at Lom", "text": "A blast shook the port of Lom on Sunday. Ilse Maren, the interior minister, accused the north bank of shelling it. \"Three shells were fired from the north bank,\" Maren said."}
        {"id": "p1", "outlet": "Port Gazette", "published": "2031-05-05", "title": "No shells, says Voss", "text": "Orlin Voss denied on Monday that any shell was fired at the port of Lom. \"Nothing was fired from here,\" he said."}
        """;

    private readonly StemmaProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void What_is_added_can_be_shown_listed_searched_and_exported()
    {
        var file = _program.Write("two.jsonl", Lines);
        var added = _program.OnCase("add", file);
        Assert.Equal(0, added.Status);
        Assert.Equal(2, added.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("2 articles added, 0 already there, 0 refused", added.Messages, StringComparison.Ordinal);

        Assert.Contains("2 articles", _program.OnCase("show").Output, StringComparison.Ordinal);
        Assert.Contains("w1", _program.OnCase("search", "shells", "minister").Output, StringComparison.Ordinal);
        foreach (var command in new[] { "statements", "accounts", "trace", "timeline" })
        {
            Assert.Equal(0, _program.OnCase(command).Status);
            Assert.Equal(0, _program.OnCase(command, "--json").Status);
        }

        var lines = _program.OnCase("export").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["p1", "w1"], lines.Where(l => l.GetProperty("type").GetString() == "article").Select(l => l.GetProperty("id").GetString()));
        Assert.Equal(0, _program.OnCase("verify").Status);
    }

    [Fact]
    public void The_same_article_twice_changes_no_byte_of_the_export()
    {
        var file = _program.Write("two.jsonl", Lines);
        _program.OnCase("add", file);
        var before = _program.OnCase("export").Output;
        Assert.Contains("0 articles added, 2 already there", _program.OnCase("add", file).Messages, StringComparison.Ordinal);
        Assert.Equal(before, _program.OnCase("export").Output);
    }

    [Fact]
    public void The_order_of_arrival_changes_no_byte_of_the_export()
    {
        _program.OnCase("add", _program.Write("two.jsonl", Lines));
        var other = Path.Combine(_program.Folder, "other.db");
        _program.Run("add", _program.Write("owt.jsonl", string.Join('\n', Lines.Split('\n').Reverse())), "--case", other);
        Assert.Equal(_program.OnCase("export").Output, _program.Run("export", "--case", other).Output);
    }

    [Fact]
    public void Exported_spans_count_code_points_and_words_stand_there()
    {
        _program.OnCase("add", _program.Write("a.jsonl", """{"id": "x", "outlet": "Post", "published": "2031-05-05", "text": "😀😀 Ilse Maren said the 🚢 was empty."}"""));
        foreach (var line in _program.OnCase("statements", "--json").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var statement = JsonDocument.Parse(line).RootElement;
            var runes = "😀😀 Ilse Maren said the 🚢 was empty.".EnumerateRunes().ToList();
            var span = statement.GetProperty("content")[0];
            var words = string.Concat(runes.Skip(span[0].GetInt32()).Take(span[1].GetInt32() - span[0].GetInt32()));
            Assert.Equal(statement.GetProperty("words").GetProperty("content").GetString(), words);
        }
    }

    [Fact]
    public void Standard_input_gives_a_text_or_lines()
    {
        Assert.Contains("1 article added", _program.Run(Encoding.UTF8.GetBytes("Ilse Maren said no."), "add", "-", "--outlet", "Post", "--case", _program.Case).Messages, StringComparison.Ordinal);
        Assert.Contains("2 articles added", _program.Run(Encoding.UTF8.GetBytes(Lines), "add", "-", "--jsonl", "--case", _program.Case).Messages, StringComparison.Ordinal);
        var read = _program.Run(Encoding.UTF8.GetBytes(Lines), "read", "-", "--jsonl", "--format", "jsonl");
        Assert.Equal(2, read.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void What_a_person_says_with_the_input_wins()
    {
        _program.OnCase("add", _program.Write("one.txt", "Headline here\n\nIlse Maren said no."), "--outlet", "The Post", "--published", "2031-05-05");
        var article = JsonDocument.Parse(_program.OnCase("export").Output.Split('\n')[0]).RootElement;
        Assert.Equal("The Post", article.GetProperty("outlet").GetString());
        Assert.Equal("2031-05-05", article.GetProperty("published").GetString());
    }

    [Fact]
    public void A_bad_line_is_named_and_the_others_are_added()
    {
        var file = _program.Write("bad.jsonl", Lines.Replace("\n", "\n{\"id\": \"no text\"}\nnot json\n", StringComparison.Ordinal));
        var added = _program.OnCase("add", file);
        Assert.Equal(1, added.Status);
        Assert.Contains("line 2", added.Messages, StringComparison.Ordinal);
        Assert.Contains("line 3", added.Messages, StringComparison.Ordinal);
        Assert.Contains("2 articles added, 0 already there, 2 refused", added.Messages, StringComparison.Ordinal);
        Assert.Contains("refused", _program.OnCase("show").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Misuse_ends_with_2_and_a_sentence_that_says_what_to_do()
    {
        Assert.Equal(2, _program.Run("flatter").Status);
        Assert.Equal(2, _program.Run("add").Status);
        Assert.Equal(2, _program.OnCase("show").Status);
        _program.OnCase("add", _program.Write("two.jsonl", Lines));
        foreach (var args in new string[][]
        {
            ["statements", "--act", "fly"], ["statements", "--from", "Tuesday"], ["why", "S-nothing"], ["accounts", "E-nothing"], ["trace", "x-nothing"],
            ["export", "--format", "csv"], ["export", "--table", "hops"], ["export", "--format", "pdf"],
            ["correct", "act", "S-nothing", "deny"], ["correct", "article", "w1"], ["correct", "article", "w1", "--date", "soon"], ["correct", "undo", "C-nothing"],
            ["correct", "add", "w1", "--content", "words that are not there"], ["correct", "parent", "w1", "w1"], ["add", "x", "--published", "soon"], ["add", "x", "--jsonl"],
        })
        {
            var (status, output, messages) = _program.OnCase(args);
            Assert.True(status == 2, $"{string.Join(' ', args)}: {status} {messages}");
            Assert.Equal("", output);
            Assert.StartsWith("stemma: ", messages, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", messages, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_corrected_article_is_shown_corrected_explained_and_can_be_undone()
    {
        _program.OnCase("add", _program.Write("two.jsonl", Lines));
        var corrected = _program.OnCase("correct", "article", "w1", "--outlet", "North Wire Agency", "--date", "2031-05-03", "--reason", "the masthead", "--by", "Ada");
        Assert.Equal(0, corrected.Status);
        var id = corrected.Output.Split(' ')[0];

        var article = _program.OnCase("export").Output.Split('\n').Select(l => l).First(l => l.Contains("\"id\":\"w1\"", StringComparison.Ordinal));
        Assert.Contains("North Wire Agency", article, StringComparison.Ordinal);
        Assert.Contains("2031-05-03", article, StringComparison.Ordinal);
        Assert.Contains("the masthead", _program.OnCase("why", "w1").Output, StringComparison.Ordinal);
        Assert.Contains("\"by\":\"Ada\"", _program.OnCase("export").Output, StringComparison.Ordinal);

        Assert.Equal(0, _program.OnCase("correct", "undo", id[..8]).Status);
        Assert.DoesNotContain("\"outlet\":\"North Wire Agency\"", _program.OnCase("export").Output.Split("\"type\":\"correction\"")[0], StringComparison.Ordinal);
        Assert.Equal(0, _program.OnCase("verify").Status);
    }

    [Fact]
    public void A_missed_statement_can_be_added_by_its_words_and_counts_from_then_on()
    {
        _program.OnCase("add", _program.Write("two.jsonl", Lines));
        var added = _program.OnCase("correct", "add", "w1", "--content", "A blast shook the port of Lom on Sunday", "--speaker", "Harbour Master", "--act", "assert");
        Assert.True(added.Status == 0, added.Messages);
        var line = _program.OnCase("statements", "--actor", "Harbour Master", "--json").Output.Trim();
        Assert.Contains("\"state\":\"added\"", line, StringComparison.Ordinal);
        var id = JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!;
        Assert.Contains("Harbour Master", _program.OnCase("why", id).Output, StringComparison.Ordinal);
        Assert.Contains("A blast shook the port of Lom on Sunday", _program.OnCase("why", id, "--cite").Output, StringComparison.Ordinal);

        Assert.Equal(0, _program.OnCase("correct", "reject", id, "--reason", "nobody said it").Status);
        Assert.Contains("\"state\":\"rejected\"", _program.OnCase("export").Output, StringComparison.Ordinal);
        Assert.Equal("", _program.OnCase("statements", "--actor", "Nobody at all", "--json").Output);
    }

    [Fact]
    public void The_demo_needs_nothing_and_running_it_twice_changes_nothing()
    {
        var first = _program.Run("demo", "--case", _program.Case);
        Assert.Equal(0, first.Status);
        Assert.Contains("14 articles", first.Output, StringComparison.Ordinal);
        Assert.Equal(first.Output, _program.Run("demo", "--case", _program.Case).Output);
        Assert.Equal(0, _program.OnCase("verify").Status);
    }

    [Fact]
    public void Tables_fit_the_width_of_the_screen()
    {
        _program.Run("demo", "--case", _program.Case);
        foreach (var command in new[] { "show", "statements", "accounts", "trace", "timeline" })
        {
            var output = _program.OnCase(command).Output;
            Assert.All(output.Split('\n'), line => Assert.True(Stemma.Views.Sheet.WidthOf(line) <= 100, $"{command}: {line}"));
            Assert.DoesNotContain("\u001b", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_report_escapes_what_articles_say_and_loads_nothing()
    {
        _program.OnCase("add", _program.Write("evil.jsonl", """{"id": "<b>", "outlet": "<script>alert(1)</script>", "title": "\"><img src=x onerror=alert(1)>", "text": "Ilse Maren said <script>alert('x')</script> was there."}"""));
        var page = _program.OnCase("export", "--format", "report").Output;
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http://", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https://", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
    }
}
