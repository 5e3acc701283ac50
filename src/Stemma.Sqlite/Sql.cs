using System.Collections.Concurrent;
using System.Reflection;

namespace Stemma.Sqlite;

/// <summary>Finds the words of a query or a migration: every statement of SQL is a file of this project.</summary>
internal static class Sql
{
    private static readonly ConcurrentDictionary<string, string> Read = new();

    /// <exception cref="InvalidOperationException">There is no such file: a mistake in the program, named.</exception>
    public static string Query(string name) => Read.GetOrAdd($"Queries/{name}.sql", Text);

    /// <summary>Migrations in their order; the first leads from an empty file to version 1.</summary>
    public static IReadOnlyList<string> Migrations() =>
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith("Migrations/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => Read.GetOrAdd(n, Text))];

    private static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program carries no “{name}”.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
