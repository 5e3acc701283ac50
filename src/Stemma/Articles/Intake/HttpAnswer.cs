using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Stemma.Articles.Intake;

/// <summary>What did a server answer? Status, type and body of an archived HTTP response, unchunked and unpacked within bounds.</summary>
internal sealed record HttpAnswer(int Status, string Type, byte[] Body, string? Problem)
{
    public static HttpAnswer? Read(byte[] block)
    {
        var end = block.AsSpan().IndexOf("\r\n\r\n"u8);
        var (head, skip) = end >= 0 ? (end, 4) : (block.AsSpan().IndexOf("\n\n"u8), 2);
        if (!block.AsSpan().StartsWith("HTTP/"u8) || head < 0)
        {
            return null;
        }

        var lines = Encoding.Latin1.GetString(block, 0, head).Split('\n');
        var parts = lines[0].Split(' ');
        if (parts.Length < 2 || !int.TryParse(parts[1].TrimEnd('\r'), NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            return null;
        }

        string Field(string name) => lines.Skip(1).FirstOrDefault(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)) is { } line ? line[(name.Length + 1)..].Trim() : "";

        var body = block[(head + skip)..];
        if (Field("Transfer-Encoding").Contains("chunked", StringComparison.OrdinalIgnoreCase))
        {
            body = Unchunked(body);
        }

        var (unpacked, problem) = Unpacked(body, Field("Content-Encoding").ToLowerInvariant());
        return new HttpAnswer(status, Field("Content-Type"), unpacked, problem);
    }

    // Archives often keep the header and store the body already put together: what does not read as chunks is taken as it is.
    private static byte[] Unchunked(byte[] body)
    {
        using var whole = new MemoryStream();
        var at = 0;
        while (true)
        {
            var end = body.AsSpan(at).IndexOf((byte)'\n');
            if (end is < 1 or > 32 || !int.TryParse(Encoding.Latin1.GetString(body, at, end).Split(';')[0].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var size)
                || size < 0 || at + end + 1 + (long)size > body.Length)
            {
                return whole.Length > 0 ? whole.ToArray() : body;
            }

            if (size == 0)
            {
                return whole.ToArray();
            }

            whole.Write(body, at + end + 1, size);
            at += end + 1 + size;
            while (at < body.Length && body[at] is (byte)'\r' or (byte)'\n')
            {
                at++;
            }
        }
    }

    private static (byte[] Body, string? Problem) Unpacked(byte[] body, string coding)
    {
        Stream? stream = coding switch
        {
            "gzip" or "x-gzip" when body is [0x1F, 0x8B, ..] => new GZipStream(new MemoryStream(body), CompressionMode.Decompress),
            "deflate" when body is [0x78, ..] => new ZLibStream(new MemoryStream(body), CompressionMode.Decompress),
            "br" => new BrotliStream(new MemoryStream(body), CompressionMode.Decompress),
            _ => null,
        };
        if (stream is null)
        {
            return (body, null);
        }

        using (stream)
        {
            var (unpacked, problem) = Bounded.ReadAll(stream);
            return unpacked is null ? (body, problem) : (unpacked, null);
        }
    }
}
