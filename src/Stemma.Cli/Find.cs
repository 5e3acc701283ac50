namespace Stemma.Cli;

/// <summary>Which identifier a person means who typed its beginning.</summary>
public static class Find
{
    /// <exception cref="MisuseException">None begins so, or several do.</exception>
    public static string Only(IEnumerable<string> all, string asked, string what, string lists)
    {
        var found = all.Where(id => id.StartsWith(asked, StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal).ToList();
        if (found.Contains(asked))
        {
            return asked;
        }

        return found.Count switch
        {
            1 => found[0],
            0 => throw new MisuseException($"no {what} “{asked}” in this case; “{lists}” lists them."),
            _ => throw new MisuseException($"“{asked}” could be {string.Join(", ", found.Take(5))}{(found.Count > 5 ? ", …" : "")}; type more of it."),
        };
    }
}
