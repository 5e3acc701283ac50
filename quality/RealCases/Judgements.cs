namespace Stemma.Quality.RealCases;

/// <summary>A passage of an article of a case: its number there and where it stands in its readable text, in UTF-16 units.</summary>
internal readonly record struct PassageAt(int Article, TextSpan Span)
{
    public static PassageAt Of(string article, string begin, string end) =>
        new(RealCase.Number(article), new(RealCase.Number(begin), RealCase.Number(end)));

    public int Shares(PassageAt other) => Article != other.Article ? 0 : Math.Max(0, Math.Min(Span.End, other.Span.End) - Math.Max(Span.Begin, other.Span.Begin));

    /// <summary>Half of the shorter one or more: the same passage, where borders have moved a little.</summary>
    public bool Is(PassageAt other) => Shares(other) * 2 >= Math.Min(Span.Length, other.Span.Length) && Shares(other) > 0;
}

/// <summary>What we read of real cases: of each shown dispute whether it is right, and which disputes a good editor wants to see.</summary>
internal sealed class Judgements
{
    private readonly ILookup<string, (PassageAt One, PassageAt Other, bool Right)> _judged;
    private readonly ILookup<string, (string Name, bool Answers, PassageAt At)> _wanted;

    public Judgements(string repository)
    {
        var folder = Path.Combine(repository, "quality", "RealCases");
        _judged = RealCase.Table(Path.Combine(folder, "judged.tsv")).ToLookup(r => r[0], r => (PassageAt.Of(r[2], r[3], r[4]), PassageAt.Of(r[5], r[6], r[7]), r[1] == "right"), StringComparer.Ordinal);
        _wanted = RealCase.Table(Path.Combine(folder, "wanted.tsv")).ToLookup(r => r[0], r => (r[1], r[2] == "answer", PassageAt.Of(r[3], r[4], r[5])), StringComparer.Ordinal);
    }

    /// <summary>Right, wrong, or null: nobody has read this one yet.</summary>
    public bool? Of(string of, PassageAt one, PassageAt other)
    {
        foreach (var (x, y, right) in _judged[of])
        {
            if ((x.Is(one) && y.Is(other)) || (x.Is(other) && y.Is(one)))
            {
                return right;
            }
        }

        return null;
    }

    /// <summary>The disputes that an editor wants to see of this case, by our name for them.</summary>
    public IReadOnlyList<string> Wanted(string of) => [.. _wanted[of].Select(w => w.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>Those of them that two shown passages tell: the one what is claimed, the other what is answered.</summary>
    public IEnumerable<string> Told(string of, PassageAt one, PassageAt other) =>
        _wanted[of].Where(w => !w.Answers && w.At.Shares(one) > 0).Select(w => w.Name).Intersect(_wanted[of].Where(w => w.Answers && w.At.Shares(other) > 0).Select(w => w.Name))
            .Union(_wanted[of].Where(w => !w.Answers && w.At.Shares(other) > 0).Select(w => w.Name).Intersect(_wanted[of].Where(w => w.Answers && w.At.Shares(one) > 0).Select(w => w.Name)));
}
