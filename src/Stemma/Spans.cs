using System.Collections;
using System.Runtime.CompilerServices;

namespace Stemma;

/// <summary>Where some words stand: one or more spans, because content can be in pieces.</summary>
/// <remarks>
/// <see cref="None"/> means "looked for, and there is none"; where a property of this type is null, nobody looked.
/// Equality: the same spans in the same order.
/// </remarks>
[CollectionBuilder(typeof(Spans), nameof(Create))]
public sealed class Spans : IReadOnlyList<TextSpan>, IEquatable<Spans>
{
    public static readonly Spans None = new([]);

    private readonly TextSpan[] _spans;

    private Spans(TextSpan[] spans) => _spans = spans;

    public static Spans Create(ReadOnlySpan<TextSpan> spans) => spans.IsEmpty ? None : new(spans.ToArray());

    public static Spans Of(int begin, int end) => new([new TextSpan(begin, end)]);

    public int Count => _spans.Length;

    public bool IsEmpty => _spans.Length == 0;

    public TextSpan this[int index] => _spans[index];

    /// <summary>From the first begin to the last end; the empty span where there is none.</summary>
    public TextSpan Hull => _spans.Length == 0 ? default : _spans.Aggregate((a, b) => a.Hull(b));

    public bool Overlaps(TextSpan other) => Array.Exists(_spans, s => s.Overlaps(other));

    public bool Overlaps(Spans other) => Array.Exists(_spans, s => other.Overlaps(s));

    public bool Contains(int position) => Array.Exists(_spans, s => s.Contains(position));

    /// <summary>The words, pieces apart by " … ".</summary>
    public string Of(string text) => string.Join(" … ", _spans.Select(s => s.Of(text)));

    public bool Equals(Spans? other) => other is not null && _spans.AsSpan().SequenceEqual(other._spans);

    public override bool Equals(object? obj) => Equals(obj as Spans);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var span in _spans)
        {
            hash.Add(span);
        }

        return hash.ToHashCode();
    }

    public IEnumerator<TextSpan> GetEnumerator() => ((IEnumerable<TextSpan>)_spans).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _spans.GetEnumerator();

    public override string ToString() => string.Concat(_spans.Select(s => s.ToString()));
}
