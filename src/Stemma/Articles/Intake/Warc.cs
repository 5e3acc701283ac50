using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Stemma.Articles.Intake;

/// <summary>Which pages lie in a web archive? WARC 1.0 and 1.1 (ISO 28500), plain or packed a record at a time; one record in memory.</summary>
/// <remarks>
/// Pages are responses with status 200 and resources of a text type, and the plain texts of "conversion" records (WET).
/// Pictures, scripts, requests and redirects are passed over: they are no articles. A broken record is refused by its offset and the next one is looked for.
/// No WARC library restores (docs/decisions).
/// </remarks>
internal static class Warc
{
    public static IEnumerable<Taken> Read(FileStream file, string path, string stem, bool packed, Said said)
    {
        using var source = packed ? (RecordSource)new PackedRecords(file) : new PlainRecords(file);
        var (records, pages) = (0, 0);
        HashSet<string> digests = [];
        while (true)
        {
            var (record, offset, broken) = Next(source);
            if (broken is not null)
            {
                yield return Intake.Refuse($"{path}, record at byte {offset}", broken);
                records++;
                continue;
            }

            if (record is null)
            {
                break;
            }

            records++;
            if (Page(record, $"{path}, record at byte {offset}", $"{stem}-{offset}", said, digests) is { } taken)
            {
                pages++;
                yield return taken;
            }
        }

        if (pages == 0)
        {
            yield return Intake.Refuse(path, records == 0 ? "it is empty." : $"no page in it ({records} records).");
        }
    }

    private static (WarcRecord? Record, long Offset, string? Broken) Next(RecordSource source)
    {
        try
        {
            return (source.Next(), source.Offset, null);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException)
        {
            var broken = e is EndOfStreamException ? "the record ends too early: the archive looks cut off."
                : e is InvalidDataException ? $"a broken record ({e.Message})."
                : Problems.Of(e);
            var at = source.Offset;
            source.LookForTheNext();
            return (null, at, broken);
        }
    }

    private static Taken? Page(WarcRecord record, string place, string stem, Said said, HashSet<string> digests)
    {
        var digest = record["WARC-Payload-Digest"] ?? record["WARC-Block-Digest"];
        if (record.Type == "revisit")
        {
            return digest is not null && digests.Contains(digest) ? null
                : Intake.Refuse(place, $"a revisit of a page that is not in this archive ({record["WARC-Refers-To-Target-URI"] ?? record["WARC-Target-URI"] ?? "no address"}).");
        }

        if (record.Type is not ("response" or "resource" or "conversion"))
        {
            return null;
        }

        if (record.Block is null)
        {
            return Intake.Refuse(place, Limits.TooLarge);
        }

        string? charset = null;
        var (type, body) = (record["Content-Type"] ?? "", record.Block);
        if (type.StartsWith("application/http", StringComparison.OrdinalIgnoreCase))
        {
            var answer = HttpAnswer.Read(record.Block);
            if (answer is null)
            {
                return Intake.Refuse(place, "no HTTP answer in it.");
            }

            if (answer.Status != 200)
            {
                return null;
            }

            if (answer.Problem is not null)
            {
                return Intake.Refuse(place, answer.Problem);
            }

            (type, body) = (answer.Type, answer.Body);
        }

        if (digest is not null)
        {
            digests.Add(digest);
        }

        var form = type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/xhtml", StringComparison.OrdinalIgnoreCase) ? PageForm.Html
            : type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) ? PageForm.Text
            : (PageForm?)null;
        if (form is null)
        {
            return null;
        }

        charset = DeclaredCharset.OfContentType(type);
        var carried = new Said { Url = record["WARC-Target-URI"]?.Trim('<', '>') };
        var taken = FileForms.Page(body, place, stem, form, said, carried, record["WARC-Record-ID"]?.Trim('<', '>'), charset);
        return taken.Page is null ? taken : taken with
        {
            Page = taken.Page with
            {
                Archived = new Archived(record["WARC-Record-ID"]?.Trim('<', '>'), record["WARC-Date"], digest),
                Trouble = record.DigestAgrees ? taken.Page.Trouble : [.. taken.Page.Trouble, new Trouble("digest", Spans.None, "The archive's own digest of this record does not agree with its bytes.")],
            },
        };
    }
}

/// <summary>One record: its header lines and its block; the block is null where it is too large to be held.</summary>
internal sealed record WarcRecord(IReadOnlyDictionary<string, string> Fields, byte[]? Block)
{
    public string Type => this["WARC-Type"]?.ToLowerInvariant() ?? "";

    public string? this[string field] => Fields.TryGetValue(field, out var value) ? value : null;

    /// <summary>False only where a SHA-1 of the block is given and differs.</summary>
    public bool DigestAgrees
    {
        get
        {
            var said = this["WARC-Block-Digest"];
            return Block is null || said is null || !said.StartsWith("sha1:", StringComparison.OrdinalIgnoreCase)
                || said.Length != 37 || Base32(SHA1.HashData(Block)) == said[5..].ToUpperInvariant();
        }
    }

    private static string Base32(byte[] bytes)
    {
        var words = new StringBuilder();
        var (held, bits) = (0, 0);
        foreach (var b in bytes)
        {
            (held, bits) = ((held << 8 | b) & 0xFFFF, bits + 8);
            for (; bits >= 5; bits -= 5)
            {
                words.Append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[held >> (bits - 5) & 31]);
            }
        }

        return words.ToString();
    }

    /// <summary>The next record of this stream; null at its end.</summary>
    /// <exception cref="InvalidDataException">What stands here is no record.</exception>
    /// <exception cref="EndOfStreamException">It ends too early.</exception>
    public static WarcRecord? Read(Stream stream)
    {
        string? line;
        do
        {
            line = Line(stream);
        }
        while (line is { Length: 0 });

        if (line is null)
        {
            return null;
        }

        if (!line.StartsWith("WARC/", StringComparison.Ordinal))
        {
            throw new InvalidDataException("it does not begin with “WARC/”");
        }

        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (Line(stream) is var field && field is not { Length: 0 })
        {
            if (field is null)
            {
                throw new EndOfStreamException();
            }

            if (field.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && fields.Count < 200)
            {
                fields[field[..colon].Trim()] = field[(colon + 1)..].Trim();
            }
        }

        if (!fields.TryGetValue("Content-Length", out var words) || !long.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            throw new InvalidDataException("no Content-Length");
        }

        if (length > Limits.Page)
        {
            Pass(stream, length);
            return new WarcRecord(fields, null);
        }

        // Grown as it is read: a length that lies costs nothing.
        using var block = new MemoryStream();
        Pass(stream, length, block);
        return new WarcRecord(fields, block.ToArray());
    }

    private static void Pass(Stream stream, long length, Stream? to = null)
    {
        var buffer = new byte[1 << 14];
        while (length > 0)
        {
            var n = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, length));
            if (n == 0)
            {
                throw new EndOfStreamException();
            }

            to?.Write(buffer, 0, n);
            length -= n;
        }
    }

    private static string? Line(Stream stream)
    {
        var line = new List<byte>(80);
        for (int b; (b = stream.ReadByte()) != '\n';)
        {
            if (b < 0)
            {
                return line.Count == 0 ? null : throw new EndOfStreamException();
            }

            if (line.Count > 1 << 16)
            {
                throw new InvalidDataException("a header line without an end");
            }

            line.Add((byte)b);
        }

        return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
    }
}
