using System.IO.Compression;
using System.Text;
using Stemma.Articles.Intake;
using Door = Stemma.Articles.Intake.Intake;

namespace Stemma.Tests.Articles.Intake;

public sealed class IntakeTests : IDisposable
{
    private const string Words = "Marshland used its veto – “again” – on Wednesday.\r\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("stemma-intake-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void Text_comes_as_it_is_in_every_encoding_that_says_what_it_is()
    {
        Assert.Equal(Words, Page("a.txt", Encoding.UTF8.GetBytes(Words)).Content);
        Assert.Equal(Words, Page("b.txt", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Words)]).Content);
        Assert.Equal(Words, Page("c.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Words)]).Content);
        Assert.Equal(Words, Page("d.txt", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Words)]).Content);
        Assert.Equal(Words, Page("e.txt", Encoding.Unicode.GetBytes(Words)).Content);
        Assert.Equal(Words, Page("f.txt", Western(Words)).Content);
    }

    [Fact]
    public void A_page_is_read_in_the_charset_it_declares()
    {
        var koi = CodePagesEncodingProvider.Instance.GetEncoding("koi8-r")!;
        Assert.Contains("Взрыв", Page("a.html", koi.GetBytes("<html><head><meta charset=\"koi8-r\"></head><body><p>Взрыв</p></body></html>")).Content, StringComparison.Ordinal);
        Assert.Contains("Wörter", Page("b.html", Western("<html><head><meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'></head><p>Wörter</p></html>")).Content, StringComparison.Ordinal);
        Assert.Contains("Wörter", Page("c.html", Encoding.UTF8.GetBytes("<html><meta charset=iso-8859-1><p>Wörter</p></html>")).Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty.txt", "", "empty")]
    [InlineData("blank.txt", " \r\n ", "white space")]
    [InlineData("cut.html", "<html><body><p>Words</p><p class=\"x", "cut off")]
    public void What_holds_no_words_is_refused_by_name(string name, string content, string why) =>
        Assert.Contains(why, Refused(name, Encoding.UTF8.GetBytes(content)), StringComparison.Ordinal);

    [Fact]
    public void Binary_truncated_and_wrongly_encoded_files_are_refused_with_the_place()
    {
        Assert.Contains("picture (PNG)", Refused("a.txt", [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3]), StringComparison.Ordinal);
        Assert.Contains("byte 5", Refused("b.txt", [.. "Words"u8, 0, .. "more"u8]), StringComparison.Ordinal);
        Assert.Contains("cut off", Refused("c.txt", Encoding.UTF8.GetBytes("“Lom”")[..^1]), StringComparison.Ordinal);
        Assert.Contains("line 2", Refused("d.txt", [.. "“Lom”\nand "u8, 0xFF, .. "more"u8]), StringComparison.Ordinal);
        Assert.Contains("byte", Refused("e.txt", [0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8]), StringComparison.Ordinal);
        Assert.Contains("neither UTF-8 nor Windows-1252", Refused("f.txt", CodePagesEncodingProvider.Instance.GetEncoding("koi8-r")!.GetBytes("Взрыв на терминале в порту, сообщили власти")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_and_an_empty_folder_are_named()
    {
        Assert.Contains("no such file", Assert.Single(Door.Open(Path.Combine(_folder, "none.txt"), Said.Nothing)).Refusal!.Message, StringComparison.Ordinal);
        Directory.CreateDirectory(Path.Combine(_folder, "void"));
        Assert.Contains("empty folder", Assert.Single(Door.Open(Path.Combine(_folder, "void"), Said.Nothing)).Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_read_to_its_leaves_in_the_order_of_its_paths()
    {
        foreach (var name in (string[])["b/two.txt", "a.txt", "b.txt", "b/c/three.txt", ".hidden.txt", "B.txt"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, name))!);
            File.WriteAllText(Path.Combine(_folder, name), "Words of " + name);
        }

        Assert.Equal(["B.txt", "a.txt", "b.txt", "b/c/three.txt", "b/two.txt"], Door.Open(_folder, Said.Nothing).Select(t => Path.GetRelativePath(_folder, t.Page!.File).Replace('\\', '/')));
    }

    [Fact]
    public void A_line_that_is_no_article_is_refused_by_its_number_and_the_rest_goes_on()
    {
        var taken = Read("x.jsonl", "\uFEFF{\"id\": 7, \"outlet\": \"Harbour Post\", \"published\": \"2031-05-05T08:00:00Z\", \"text\": \"One.\"}\r\n\n{\"text\": \n{\"title\": \"t\"}\n[1]\n{\"text\": \"\"}\n{\"text\": \"Two.\", \"published\": \"soon\"}");
        Assert.Equal(["7", null], taken.Where(t => t.Page is not null).Select(t => t.Page!.Given));
        Assert.Equal("2031-05-05", taken[0].Page!.Carried.Published);
        Assert.Equal("x-7", taken[^1].Page!.Name);
        Assert.Equal("published", Assert.Single(taken[^1].Page!.Trouble).Kind);
        Assert.Equal(["line 3", "line 4", "line 5", "line 6"], taken.Where(t => t.Refusal is not null).Select(t => t.Refusal!.File[^6..]));
        Assert.Equal("no “text” and no “html”.", taken.First(t => t.Refusal?.File.EndsWith("line 4", StringComparison.Ordinal) == true).Refusal!.Message);
    }

    [Fact]
    public void Standard_input_is_a_text_or_lines()
    {
        Assert.Equal("Words.", Assert.Single(Door.Open("-", Said.Nothing, input: new MemoryStream("Words."u8.ToArray()))).Page!.Content);
        Assert.Equal(2, Door.Open("-", Said.Nothing, lines: true, input: new MemoryStream("{\"text\":\"a\"}\n{\"text\":\"b\"}"u8.ToArray())).Count());
    }

    [Fact]
    public void A_feed_gives_its_entries_and_says_which_are_only_summaries()
    {
        var rss = Read("f.xml", """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Post</title><link>https://h.example/</link>
            <item><title>Blast</title><link>https://h.example/1</link><guid>g1</guid><pubDate>Tue, 06 May 2031 16:20:00 GMT</pubDate><description>Short.</description><content:encoded><![CDATA[<p>Long words of the article.</p>]]></content:encoded></item>
            <item><title>Fire</title><description>Only this.</description></item></channel></rss>
            """);
        Assert.Equal(["<p>Long words of the article.</p>", "Only this."], rss.Select(t => t.Page!.Content));
        Assert.Equal(("Harbour Post", "2031-05-06", "https://h.example/1", "g1"), (rss[0].Page!.Carried.Outlet, rss[0].Page!.Carried.Published, rss[0].Page!.Carried.Url, rss[0].Page!.Given));
        Assert.Equal("summary-only", Assert.Single(rss[1].Page!.Trouble).Kind);

        var atom = Assert.Single(Read("a.atom", """<feed xmlns="http://www.w3.org/2005/Atom"><title>North Wire</title><entry><id>e1</id><title>Blast</title><link rel="alternate" href="https://n.example/1"/><published>2031-05-04T10:00:00Z</published><author><name>Ilse Maren</name></author><content type="html">&lt;p&gt;Words.&lt;/p&gt;</content></entry></feed>"""));
        Assert.Equal(("North Wire", "Ilse Maren", "2031-05-04"), (atom.Page!.Carried.Outlet, atom.Page.Carried.Byline, atom.Page.Carried.Published));

        var json = Assert.Single(Read("j.json", """{"version":"https://jsonfeed.org/version/1.1","title":"Meridian","items":[{"id":"1","url":"https://m.example/1","content_text":"Words.","date_published":"2031-05-04T10:00:00Z"}]}"""));
        Assert.Equal(("Meridian", "Words.", "1"), (json.Page!.Carried.Outlet, json.Page.Content, json.Page.Given));
    }

    [Fact]
    public void A_feed_that_breaks_off_gives_what_stood_before_and_the_line()
    {
        var taken = Read("f.rss", "<rss><channel><title>H</title><item><description>One.</description></item>\n<item><descr");
        Assert.Equal("One.", taken[0].Page!.Content);
        Assert.Contains("line 2", taken[1].Refusal!.Message, StringComparison.Ordinal);
        Assert.Contains("no feed", Assert.Single(Read("n.xml", "<note><to>x</to></note>")).Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_that_grow_are_never_expanded()
    {
        var bomb = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"" + new string('x', 1000) + "\">" + string.Concat("bcdefghij".Select((c, i) => $"<!ENTITY {c} \"{string.Concat(Enumerable.Repeat($"&{(char)(c - 1)};", 10))}\">")) + "]><rss><channel><item><description>&j;</description></item></channel></rss>";
        Assert.NotNull(Assert.Single(Read("bomb.xml", bomb)).Refusal);
    }

    [Fact]
    public void Nothing_by_the_gigabyte_is_refused_within_bounded_memory()
    {
        var path = Path.Combine(_folder, "bomb.txt.gz");
        using (var file = File.Create(path))
        using (var gzip = new GZipStream(file, CompressionLevel.SmallestSize))
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 200; i++)
            {
                gzip.Write(zeros);
            }
        }

        var before = GC.GetTotalAllocatedBytes();
        Assert.Contains("too large", Assert.Single(Door.Open(path, Said.Nothing)).Refusal!.Message, StringComparison.Ordinal);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 300 << 20);
    }

    [Fact]
    public void A_packed_text_that_is_cut_off_is_refused()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000).Select(i => $"Words {i * 7919 % 1000}. "))));
        }

        Assert.NotEmpty(Refused("cut.txt.gz", packed.ToArray()[..^200]));
    }

    [Fact]
    public void A_paper_needs_its_program_or_is_read()
    {
        var taken = Assert.Single(Read("p.pdf", "%PDF-1.4 broken"));
        Assert.True(taken.Refusal!.Message.Contains("poppler-utils", StringComparison.Ordinal) || taken.Refusal.Message.Contains("broken", StringComparison.Ordinal), taken.Refusal.Message);
    }

    [Fact]
    public void A_paper_with_words_is_read_and_one_of_pictures_says_so_where_the_program_is()
    {
        Assert.SkipWhen(Paper.Program("pdftotext") is null, "pdftotext is not installed here.");
        var words = Assert.Single(Read("w.pdf", Pdf("BT /F1 12 Tf 72 720 Td (The port of Lom was closed.) Tj ET")));
        Assert.Contains("The port of Lom was closed.", words.Page!.Content, StringComparison.Ordinal);
        Assert.Contains("1 page of pictures", Assert.Single(Read("p.pdf", Pdf("0 0 m 100 100 l S"))).Refusal!.Message, StringComparison.Ordinal);
    }

    private static string Pdf(string content)
    {
        string[] objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>", $"<</Length {content.Length}>>stream\n{content}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"];
        var (paper, places) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(paper.Length);
            paper.Append(i + 1).Append(" 0 obj\n").Append(objects[i]).Append("\nendobj\n");
        }

        var table = paper.Length;
        paper.Append("xref\n0 6\n0000000000 65535 f \n").AppendJoin("", places.Select(p => $"{p:D10} 00000 n \n"));
        return paper.Append("trailer<</Size 6/Root 1 0 R>>\nstartxref\n").Append(table).Append("\n%%EOF").ToString();
    }

    private RawPage Page(string name, byte[] bytes)
    {
        var taken = Taken(name, bytes);
        Assert.True(taken.Page is not null, taken.Refusal?.Message);
        return taken.Page;
    }

    private string Refused(string name, byte[] bytes)
    {
        var refusal = Taken(name, bytes).Refusal;
        Assert.NotNull(refusal);
        Assert.EndsWith(name, refusal.File, StringComparison.Ordinal);
        return refusal.Message;
    }

    private Taken Taken(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return Assert.Single(Door.Open(path, Said.Nothing));
    }

    private List<Taken> Read(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return [.. Door.Open(path, Said.Nothing)];
    }

    private static byte[] Western(string words) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(words);
}
