namespace Stemma.Articles.Intake;

/// <summary>How is a stream of unknown length read without trusting it? Up to <see cref="Limits.Page"/>, then it is refused.</summary>
internal static class Bounded
{
    public static (byte[]? Bytes, string? Problem) ReadAll(Stream stream)
    {
        try
        {
            if (stream is FileStream { CanSeek: true } file && file.Length > Limits.Page)
            {
                return (null, Limits.TooLarge);
            }

            using var all = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int n; (n = stream.Read(buffer)) > 0;)
            {
                if (all.Length + n > Limits.Page)
                {
                    return (null, Limits.TooLarge);
                }

                all.Write(buffer, 0, n);
            }

            return (all.ToArray(), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return (null, Problems.Of(e));
        }
    }
}

/// <summary>The lines of a stream, one at a time, as bytes without their end; one that is too long is passed over and told as null.</summary>
internal sealed class Lines(Stream stream)
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _at;
    private int _filled;

    /// <summary>False at the end. <paramref name="line"/> is null where the line was longer than <see cref="Limits.Page"/>.</summary>
    /// <exception cref="IOException">The stream cannot be read on.</exception>
    public bool Next(out byte[]? line)
    {
        var held = new MemoryStream();
        var (tooLong, any) = (false, false);
        while (true)
        {
            if (_at == _filled)
            {
                (_at, _filled) = (0, stream.Read(_buffer));
                if (_filled == 0)
                {
                    line = tooLong ? null : held.ToArray();
                    return any;
                }
            }

            any = true;
            var rest = _buffer.AsSpan(_at, _filled - _at);
            var end = rest.IndexOf((byte)'\n');
            var piece = end < 0 ? rest : rest[..end];
            _at += piece.Length + (end < 0 ? 0 : 1);
            tooLong |= held.Length + piece.Length > Limits.Page;
            if (tooLong)
            {
                held.SetLength(0);
            }
            else
            {
                held.Write(piece);
            }

            if (end >= 0)
            {
                line = tooLong ? null : held.ToArray();
                return true;
            }
        }
    }
}
