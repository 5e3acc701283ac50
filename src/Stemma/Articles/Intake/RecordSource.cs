using System.IO.Compression;

namespace Stemma.Articles.Intake;

/// <summary>Where does the next record of an archive begin? Plain archives are one stream, packed ones a chain of gzip members.</summary>
internal abstract class RecordSource : IDisposable
{
    /// <summary>Where the record last asked for begins in the file.</summary>
    public long Offset { get; protected set; }

    /// <summary>Null at the end.</summary>
    public abstract WarcRecord? Next();

    /// <summary>After a broken record: goes on to what looks like the next one, or to the end.</summary>
    public abstract void LookForTheNext();

    public abstract void Dispose();
}

internal sealed class PlainRecords(FileStream file) : RecordSource
{
    private readonly CountedStream _file = new(file);

    public override WarcRecord? Next()
    {
        Offset = _file.Position;
        while (_file.Peek() is '\r' or '\n')
        {
            _file.ReadByte();
            Offset = _file.Position;
        }

        return WarcRecord.Read(_file);
    }

    public override void LookForTheNext()
    {
        _file.Position = Offset + 1;
        _file.Find("\nWARC/"u8);
    }

    public override void Dispose()
    {
    }
}

/// <remarks>
/// The deflate reader is handed one byte at a time, so that it never takes bytes of the next member: that costs a call a packed byte and
/// tells the exact offset of every record, and after a broken one the reading goes on at the next member's mark.
/// </remarks>
internal sealed class PackedRecords(FileStream file) : RecordSource
{
    private readonly CountedStream _file = new(file);
    private DeflateStream? _member;
    private CheckedStream? _words;

    public override WarcRecord? Next()
    {
        Span<byte> trailer = stackalloc byte[8];
        while (true)
        {
            if (_member is null)
            {
                Offset = _file.Position;
                if (_file.Peek() < 0)
                {
                    return null;
                }

                GzipHeader.Pass(_file);
                _member = new DeflateStream(new Drip(_file), CompressionMode.Decompress, leaveOpen: true);
                _words = new CheckedStream(_member);
            }

            if (WarcRecord.Read(_words!) is { } record)
            {
                return record;
            }

            var (length, sum) = (_words!.Length32, _words.Sum);
            End();
            _file.ReadExactly(trailer);
            if (BitConverter.ToUInt32(trailer) != sum || BitConverter.ToUInt32(trailer[4..]) != length)
            {
                throw new InvalidDataException("its packed data does not agree with its check sum");
            }
        }
    }

    public override void LookForTheNext()
    {
        End();
        _file.Position = Offset + 1;
        _file.Find([0x1F, 0x8B, 8]);
    }

    public override void Dispose() => End();

    private void End()
    {
        _member?.Dispose();
        (_member, _words) = (null, null);
    }
}
