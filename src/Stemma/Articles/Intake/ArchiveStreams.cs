namespace Stemma.Articles.Intake;

/// <summary>A file read forward in large pieces that always knows, and can change, where it stands.</summary>
internal sealed class CountedStream(FileStream file) : ReadOnlyStream
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private long _begin;
    private int _at;
    private int _filled;

    public override long Position
    {
        get => _begin + _at;
        set
        {
            file.Position = Math.Min(value, file.Length);
            (_begin, _at, _filled) = (file.Position, 0, 0);
        }
    }

    /// <summary>The next byte without taking it; -1 at the end.</summary>
    public int Peek() => Fill() ? _buffer[_at] : -1;

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || !Fill())
        {
            return 0;
        }

        var n = Math.Min(buffer.Length, _filled - _at);
        _buffer.AsSpan(_at, n).CopyTo(buffer);
        _at += n;
        return n;
    }

    public override int ReadByte() => Fill() ? _buffer[_at++] : -1;

    /// <summary>Goes to where these bytes next stand (behind a leading line end), or to the end.</summary>
    public void Find(ReadOnlySpan<byte> mark)
    {
        var matched = 0;
        for (int b; (b = ReadByte()) >= 0;)
        {
            matched = b == mark[matched] ? matched + 1 : b == mark[0] ? 1 : 0;
            if (matched == mark.Length)
            {
                Position -= mark[0] == '\n' ? mark.Length - 1 : mark.Length;
                return;
            }
        }
    }

    private bool Fill()
    {
        if (_at < _filled)
        {
            return true;
        }

        _begin += _filled;
        (_at, _filled) = (0, file.Read(_buffer));
        return _filled > 0;
    }
}

/// <summary>Hands out one byte a call, so that its reader takes no more than it needs.</summary>
internal sealed class Drip(Stream inner) : ReadOnlyStream
{
    public override int Read(Span<byte> buffer)
    {
        var b = buffer.IsEmpty ? -1 : inner.ReadByte();
        if (b < 0)
        {
            return 0;
        }

        buffer[0] = (byte)b;
        return 1;
    }
}

/// <summary>Sums up what is read through it (CRC-32 of RFC 1952, and the length), in pieces so that single bytes are cheap.</summary>
internal sealed class CheckedStream(Stream inner) : ReadOnlyStream
{
    private static readonly uint[] Table = MakeTable();
    private readonly byte[] _buffer = new byte[1 << 12];
    private int _at;
    private int _filled;
    private uint _sum = 0xFFFFFFFF;

    public uint Sum => ~_sum;

    public uint Length32 { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (_at == _filled)
        {
            (_at, _filled) = (0, inner.Read(_buffer));
            foreach (var b in _buffer.AsSpan(0, _filled))
            {
                _sum = Table[(_sum ^ b) & 0xFF] ^ _sum >> 8;
            }

            Length32 += (uint)_filled;
        }

        var n = Math.Min(buffer.Length, _filled - _at);
        _buffer.AsSpan(_at, n).CopyTo(buffer);
        _at += n;
        return n;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            var c = i;
            for (var k = 0; k < 8; k++)
            {
                c = (c & 1) != 0 ? 0xEDB88320 ^ c >> 1 : c >> 1;
            }

            table[i] = c;
        }

        return table;
    }
}

internal abstract class ReadOnlyStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public abstract override int Read(Span<byte> buffer);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
