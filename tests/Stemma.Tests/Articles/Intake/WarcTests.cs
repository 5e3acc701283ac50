using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Stemma.Articles.Intake;
using Door = Stemma.Articles.Intake.Intake;

namespace Stemma.Tests.Articles.Intake;

public sealed class WarcTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stemma-warc-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pages_come_with_address_record_and_date_and_the_rest_is_passed_over(bool packed)
    {
        var taken = Read(packed, Info(), Response(1, "<html><p>One</p></html>"), Response(2, "\u0089PNG", "image/png"), Response(3, "<html>gone</html>", status: 404), Response(4, "<html><p>Two</p></html>"), Revisit(1), Revisit(9));
        Assert.Equal(["<html><p>One</p></html>", "<html><p>Two</p></html>"], taken.Where(t => t.Page is not null).Select(t => t.Page!.Content));
        var page = taken[0].Page!;
        Assert.Equal(("https://h.example/1", "urn:uuid:1", "2031-05-06T10:00:00Z", "d1"), (page.Carried.Url, page.Given, page.Archived!.Fetched, page.Archived.Digest));
        Assert.Contains("revisit", Assert.Single(taken, t => t.Refusal is not null).Refusal!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_broken_record_is_refused_by_its_offset_and_the_next_is_read(bool packed)
    {
        var broken = packed ? [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF, 0xFF] : "WARC/1.0\r\nWARC-Type: response\r\n\r\nno length\r\n\r\n"u8.ToArray();
        var first = Packed(packed, Response(1, "<html><p>One</p></html>"));
        var taken = Read(packed ? "x.warc.gz" : "x.warc", [.. first, .. broken, .. Packed(packed, Response(2, "<html><p>Two</p></html>"))]);
        Assert.Equal(2, taken.Count(t => t.Page is not null));
        Assert.EndsWith($"record at byte {first.Length}", Assert.Single(taken, t => t.Refusal is not null).Refusal!.File, StringComparison.Ordinal);
    }

    [Fact]
    public void Packed_data_that_changed_on_the_way_is_refused()
    {
        var bytes = Packed(true, Response(1, "<html><p>One</p></html>"));
        bytes[^8] ^= 0x55;
        Assert.Contains("check sum", Read("x.warc.gz", bytes).Last().Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_that_is_cut_off_says_so()
    {
        var taken = Read("x.warc", [.. Packed(false, Response(1, "<html><p>One</p></html>")), .. Packed(false, Response(2, "<html><p>Two</p></html>"))[..^40]]);
        Assert.NotNull(taken[0].Page);
        Assert.Contains("cut off", taken[1].Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_boasts_of_its_length_costs_no_memory()
    {
        var taken = Read("x.warc", [.. "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 30000000\r\n\r\nshort"u8]);
        Assert.Contains("cut off", taken[0].Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Chunked_and_packed_answers_are_unpacked()
    {
        using var body = new MemoryStream();
        using (var gzip = new GZipStream(body, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write("<html><p>Chunked</p></html>"u8);
        }

        var packed = body.ToArray();
        byte[] chunks = [.. Encoding.ASCII.GetBytes($"{10:x}\r\n"), .. packed[..10], .. "\r\n"u8, .. Encoding.ASCII.GetBytes($"{packed.Length - 10:x}\r\n"), .. packed[10..], .. "\r\n0\r\n\r\n"u8];
        byte[] http = [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n"u8, .. chunks];
        Assert.Equal("<html><p>Chunked</p></html>", Assert.Single(Read("x.warc", Record("response", 5, http))).Page!.Content);
    }

    [Fact]
    public void A_digest_that_does_not_agree_is_told()
    {
        var good = Record("resource", 1, "<html><p>One</p></html>"u8.ToArray(), "text/html", "sha1:" + new string('A', 32));
        Assert.Equal("digest", Assert.Single(Assert.Single(Read("x.warc", good)).Page!.Trouble).Kind);
    }

    private static byte[] Info() => Record("warcinfo", 0, "software: x\r\n"u8.ToArray(), "application/warc-fields");

    private static byte[] Response(int n, string html, string type = "text/html; charset=utf-8", int status = 200) =>
        Record("response", n, Encoding.UTF8.GetBytes($"HTTP/1.1 {status} X\r\nContent-Type: {type}\r\n\r\n{html}"));

    private static byte[] Revisit(int n) => Record("revisit", n, "HTTP/1.1 200 OK\r\n\r\n"u8.ToArray());

    private static byte[] Record(string kind, int n, byte[] block, string type = "application/http; msgtype=response", string? digest = null) =>
        [.. Encoding.UTF8.GetBytes($"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{n}>\r\nWARC-Date: 2031-05-06T10:00:00Z\r\nWARC-Target-URI: https://h.example/{n}\r\nWARC-Payload-Digest: d{n}\r\n{(digest is null ? "" : $"WARC-Block-Digest: {digest}\r\n")}Content-Type: {type}\r\nContent-Length: {block.Length}\r\n\r\n"), .. block, .. "\r\n\r\n"u8];

    private static byte[] Packed(bool packed, byte[] record)
    {
        if (!packed)
        {
            return record;
        }

        using var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(record);
        }

        return member.ToArray();
    }

    private List<Taken> Read(bool packed, params byte[][] records) => Read(packed ? "x.warc.gz" : "x.warc", [.. records.SelectMany(r => Packed(packed, r))]);

    private List<Taken> Read(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return [.. Door.Open(path, Said.Nothing)];
    }
}
