using System.Reflection;

namespace Stemma.Words;

/// <summary>Opens the word lists, rules and weights that travel inside the program ("Articles/Dates/Data/months.tsv").</summary>
public static class Resource
{
    /// <exception cref="InvalidOperationException">There is no such resource: a mistake in the program, named.</exception>
    public static Stream Open(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The program carries no “{name}”.");

    /// <summary>The rows of a tab-separated list, comment lines (#) and empty lines left out.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var reader = new StreamReader(Open(name));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }
}
