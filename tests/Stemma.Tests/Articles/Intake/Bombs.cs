using System.IO.Compression;
using System.Text;
using Stemma.Articles.Intake;
using Door = Stemma.Articles.Intake.Intake;

namespace Stemma.Tests.Articles.Intake;

/// <summary>Files that grow, nest or are nothing by the gigabyte end in a clear refusal, and no more is held than a page may have.</summary>
public sealed class Bombs : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stemma-bombs-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("a.txt", 2L << 30)]
    [InlineData("a.html", 2L << 30)]
    [InlineData("a.json", 2L << 30)]
    [InlineData("a.rss", 2L << 30)]
    [InlineData("a.pdf", 2L << 30)]
    [InlineData("noname", 2L << 30)]
    [InlineData("a.jsonl", 48L << 20)]
    [InlineData("a.warc", 8L << 20)]
    [InlineData("a.warc.gz", 8L << 20)]
    public void Two_gigabytes_of_nothing_are_refused(string name, long length)
    {
        var path = Path.Combine(_folder, name);
        using (var file = File.Create(path))
        {
            // A hole: on the disk it takes nothing.
            file.SetLength(length);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var taken = Door.Open(path, Said.Nothing).ToList();
        Assert.NotEmpty(taken);
        Assert.True(taken.Count < 5);
        Assert.All(taken, t => Assert.NotEmpty(t.Refusal!.Message));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 200 << 20);
    }

    [Fact]
    public void A_feed_that_nests_without_end_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<b>", 200_000)) + "x" + string.Concat(Enumerable.Repeat("</b>", 200_000));
        var taken = Read("deep.rss", $"<rss><channel><title>H</title><item><title>One</title><description>Words.</description></item><item><title>T</title><description>{deep}</description></item><item><description>Three.</description></item></channel></rss>");
        Assert.Equal("Words.", taken[0].Page!.Content);
        Assert.Contains("deep", taken[1].Refusal!.Message, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(Read("out.rss", deep)).Refusal);
    }

    [Fact]
    public void JSON_that_nests_without_end_is_refused_by_its_line()
    {
        var deep = new string('[', 1_000_000);
        Assert.NotNull(Assert.Single(Read("deep.json", deep)).Refusal);
        var lines = Read("deep.jsonl", $"{{\"text\": {deep}\n{{\"text\": \"Words.\"}}");
        Assert.EndsWith("line 1", lines[0].Refusal!.File, StringComparison.Ordinal);
        Assert.Equal("Words.", lines[1].Page!.Content);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public void An_archived_answer_that_grows_is_refused_by_its_record_and_the_next_is_read(string coding)
    {
        using var body = new MemoryStream();
        using (Stream packed = coding switch { "gzip" => new GZipStream(body, CompressionLevel.Fastest, true), "deflate" => new ZLibStream(body, CompressionLevel.Fastest, true), _ => new BrotliStream(body, CompressionLevel.Fastest, true) })
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 48; i++)
            {
                packed.Write(zeros);
            }
        }

        byte[] Record(byte[] block) => [.. Encoding.ASCII.GetBytes($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x>\r\nContent-Type: application/http\r\nContent-Length: {block.Length}\r\n\r\n"), .. block, .. "\r\n\r\n"u8];
        var bomb = Record([.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {coding}\r\n\r\n"), .. body.ToArray()]);
        var path = Path.Combine(_folder, "bomb.warc");
        File.WriteAllBytes(path, [.. bomb, .. Record("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>Two</p></html>"u8.ToArray())]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var taken = Door.Open(path, Said.Nothing).ToList();
        Assert.Contains("too large", taken[0].Refusal!.Message, StringComparison.Ordinal);
        Assert.EndsWith("record at byte 0", taken[0].Refusal!.File, StringComparison.Ordinal);
        Assert.Equal("<html><p>Two</p></html>", taken[1].Page!.Content);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 300 << 20);
    }

    [Fact]
    public void A_packed_archive_of_one_endless_record_is_passed_over_in_bounded_memory()
    {
        var path = Path.Combine(_folder, "bomb.warc.gz");
        using (var file = File.Create(path))
        using (var packed = new GZipStream(file, CompressionLevel.Fastest))
        {
            packed.Write("WARC/1.0\r\nWARC-Type: response\r\nContent-Type: text/html\r\nContent-Length: 50331648\r\n\r\n"u8);
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 48; i++)
            {
                packed.Write(zeros);
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var taken = Door.Open(path, Said.Nothing).ToList();
        Assert.Contains("too large", taken[0].Refusal!.Message, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100 << 20);
    }

    [Fact]
    public void A_line_that_never_ends_is_refused_by_its_number_and_the_next_is_read()
    {
        var path = Path.Combine(_folder, "long.jsonl.gz");
        using (var file = File.Create(path))
        using (var packed = new GZipStream(file, CompressionLevel.Fastest))
        {
            packed.Write("{\"text\": \""u8);
            var words = Encoding.ASCII.GetBytes(new string('x', 1 << 20));
            for (var i = 0; i < 64; i++)
            {
                packed.Write(words);
            }

            packed.Write("\"}\n{\"text\": \"Words.\"}\n"u8);
        }

        var taken = Door.Open(path, Said.Nothing).ToList();
        Assert.EndsWith("line 1", taken[0].Refusal!.File, StringComparison.Ordinal);
        Assert.Contains("too large", taken[0].Refusal!.Message, StringComparison.Ordinal);
        Assert.Equal("Words.", taken[1].Page!.Content);
    }

    [Fact]
    public void A_paper_that_grows_without_end_or_never_ends_is_stopped()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no shell scripts here.");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("too large", Paper.Run(Script("grows", "while :; do head -c 1000000 /dev/zero; done"), "x.pdf").Said, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 200 << 20);
        Assert.Contains("took more than", Paper.Run(Script("sleeps", "exec sleep 100"), "x.pdf", limit: 1_000).Said, StringComparison.Ordinal);
    }

    private string Script(string name, string words)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, "#!/bin/sh\n" + words + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return path;
    }

    private List<Taken> Read(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return [.. Door.Open(path, Said.Nothing)];
    }
}
