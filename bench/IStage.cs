namespace Stemma.Bench;

/// <summary>One thing that is timed; every class that is one is found by its name. No test asserts a time: figures stand in bench/README.md.</summary>
public interface IStage
{
    string Name { get; }

    /// <summary>What the figure answers, in one line.</summary>
    string Question { get; }

    void Run(string[] args);
}
