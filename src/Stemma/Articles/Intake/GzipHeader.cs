namespace Stemma.Articles.Intake;

/// <summary>Where do the packed bytes of a gzip member begin? Behind a header of variable length.</summary>
internal static class GzipHeader
{
    // RFC 1952: magic, method, flags, time, extra flags, system; then what the flags name.
    public static void Pass(CountedStream file)
    {
        Span<byte> head = stackalloc byte[10];
        file.ReadExactly(head);
        if (head[0] != 0x1F || head[1] != 0x8B || head[2] != 8)
        {
            throw new InvalidDataException("no gzip member");
        }

        var flags = head[3];
        if ((flags & 4) != 0)
        {
            var extra = file.ReadByte() | file.ReadByte() << 8;
            file.Position += Math.Max(0, extra);
        }

        for (var strings = (flags >> 3 & 1) + (flags >> 4 & 1); strings > 0; strings--)
        {
            int b;
            while ((b = file.ReadByte()) > 0)
            {
            }

            if (b < 0)
            {
                throw new EndOfStreamException();
            }
        }

        if ((flags & 2) != 0)
        {
            file.Position += 2;
        }
    }
}

/// <summary>A packed file, unpacked member by member and held against its check sums: one that is cut off or changed does not pass as a shorter one.</summary>
/// <remarks>The platform's own stream ends silently where packed data end too early.</remarks>
internal sealed class PackedStream(FileStream file) : ReadOnlyStream
{
    private readonly CountedStream _file = new(file);
    private CheckedStream? _words;

    public override int Read(Span<byte> buffer)
    {
        Span<byte> trailer = stackalloc byte[8];
        while (!buffer.IsEmpty)
        {
            if (_words is null)
            {
                if (_file.Peek() < 0)
                {
                    return 0;
                }

                GzipHeader.Pass(_file);
                _words = new CheckedStream(new System.IO.Compression.DeflateStream(new Drip(_file), System.IO.Compression.CompressionMode.Decompress, leaveOpen: true));
            }

            if (_words.Read(buffer) is var n and > 0)
            {
                return n;
            }

            _file.ReadExactly(trailer);
            if (BitConverter.ToUInt32(trailer) != _words.Sum || BitConverter.ToUInt32(trailer[4..]) != _words.Length32)
            {
                throw new InvalidDataException("its packed data does not agree with its check sum");
            }

            _words = null;

            // Zeros may fill up the last block of a tape or disk.
            while (_file.Peek() == 0)
            {
                _file.ReadByte();
            }
        }

        return 0;
    }
}
