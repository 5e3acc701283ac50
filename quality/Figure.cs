namespace Stemma.Quality;

/// <summary>One figure on one data set: "attribution.R50" = 74.4.</summary>
/// <param name="Note">What a reader should know beside it: an interval, an anchor; null for nothing.</param>
public sealed record Figure(string Name, double Value, string? Note = null);

/// <summary>Measures one room against annotated articles. Every class that is one is found and run, in order of its name.</summary>
public interface IMeasure
{
    /// <summary>The word on the command line: "attribution".</summary>
    string Name { get; }

    /// <summary>The figures; an empty list where the data it needs is not there.</summary>
    /// <param name="data">The folder with the data sets; null where there is none.</param>
    /// <param name="repository">The folder of this repository, for our own samples.</param>
    IReadOnlyList<Figure> Measure(string? data, string repository);
}
