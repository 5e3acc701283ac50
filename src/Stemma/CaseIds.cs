using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Stemma;

/// <summary>Makes the identifiers of a case: out of content alone, so that neither a counter nor the order of arrival can reach them.</summary>
/// <remarks>A letter for what it names, then twelve signs (60 bits) of a SHA-256. Same content, same identifier, on every machine.</remarks>
public static class CaseIds
{
    // Crockford's base 32 in lower case: no i, l, o, u, so that it can be read aloud and typed.
    private const string Signs = "0123456789abcdefghjkmnpqrstvwxyz";

    // Twelve signs: among 200,000 statements the chance that any two meet is about 1 in 58 million.
    private const int Length = 12;

    /// <summary>What an article is: the identifier it came with, outlet, address and text. Two files that agree in all four are one article.</summary>
    public static string Article(Article article) => Of('a', article.Given ?? "", article.Outlet ?? "", article.Url ?? "", article.Text);

    /// <summary>What a statement is by content: its article, whose voice it is, and the places of source, cue and content in code points.</summary>
    public static string Statement(Article article, Statement statement)
    {
        var map = CodePoints.Of(article.Text);
        return Of('S', article.Id, statement.Voice == Voice.Outlet ? "outlet" : "", Places(map, statement.Source), Places(map, statement.Cue), Places(map, statement.Content));
    }

    /// <summary>An identifier from parts; the parts cannot run into each other.</summary>
    public static string Of(char kind, params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        var digest = BinaryPrimitives.ReadUInt64BigEndian(hash.GetHashAndReset());
        return string.Create(Length + 1, (kind, digest), static (signs, from) =>
        {
            signs[0] = from.kind;
            for (var i = 0; i < Length; i++)
            {
                signs[i + 1] = Signs[(int)((from.digest >> (59 - (5 * i))) & 31)];
            }
        });
    }

    private static string Places(CodePoints map, Spans spans) => string.Concat(spans.Select(s => map.FromUtf16(s).ToString()));
}
