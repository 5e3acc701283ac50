namespace Stemma;

/// <summary>A stretch of an article's text: from <see cref="Begin"/> up to, not including, <see cref="End"/>.</summary>
/// <remarks>
/// Inside the program a position counts UTF-16 units of <see cref="Article.Text"/>, so that words can be cut out without counting.
/// Everything that leaves the program (JSON, case file, command line) counts Unicode code points; <see cref="CodePoints"/> translates.
/// Equality: same begin and same end. The empty span at 0 is the default and stands for nothing.
/// </remarks>
public readonly record struct TextSpan(int Begin, int End) : IComparable<TextSpan>
{
    public int Length => End - Begin;

    public bool IsEmpty => End <= Begin;

    public bool Contains(int position) => Begin <= position && position < End;

    public bool Contains(TextSpan other) => Begin <= other.Begin && other.End <= End;

    public bool Overlaps(TextSpan other) => Begin < other.End && other.Begin < End;

    /// <summary>The words this span covers.</summary>
    public string Of(string text) => text.Substring(Begin, Length);

    /// <summary>The smallest span that holds both.</summary>
    public TextSpan Hull(TextSpan other) => new(Math.Min(Begin, other.Begin), Math.Max(End, other.End));

    public int CompareTo(TextSpan other) => Begin != other.Begin ? Begin.CompareTo(other.Begin) : End.CompareTo(other.End);

    public override string ToString() => $"[{Begin}, {End})";
}
