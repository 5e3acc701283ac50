using System.IO.Compression;
using System.Text.Json;

namespace Stemma.Sqlite;

/// <summary>How what was worked out of a whole case lies in its file: the nouns as JSON, packed.</summary>
/// <remarks>Positions are the program's own: nobody but the build that wrote it reads it.</remarks>
internal static class PackedReading
{
    public static byte[] Pack(CaseReading reading)
    {
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(packing, reading, FindingsJson.Options);
        }

        return packed.ToArray();
    }

    /// <summary>Null where the bytes are damaged: then it is worked out again.</summary>
    public static CaseReading? Unpack(byte[] packed)
    {
        try
        {
            using var unpacking = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<CaseReading>(unpacking, FindingsJson.Options);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }
}
