namespace Stemma.Training;

/// <summary>Makes one learned file of the program from a data folder. Every class that is one is found by its name on the command line.</summary>
public interface ITraining
{
    /// <summary>The word on the command line: "background".</summary>
    string Name { get; }

    /// <summary>Learns and writes below <paramref name="repository"/>; the same data gives the same bytes.</summary>
    /// <param name="data">The folder with the data sets.</param>
    void Train(string data, string repository);

    /// <summary>The same, told more on the command line: "--epochs 12" is ("epochs", "12").</summary>
    void Train(string data, string repository, IReadOnlyDictionary<string, string> options) => Train(data, repository);
}
