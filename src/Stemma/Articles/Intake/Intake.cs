namespace Stemma.Articles.Intake;

/// <summary>Either a page or the reason why there is none.</summary>
public sealed record Taken(RawPage? Page, Refusal? Refusal);

/// <summary>Where do pages come from? Turns files, folders and streams into raw pages, one by one, refusals included.</summary>
/// <remarks>Streaming: one page is in memory at a time, however long the archive. Nothing here throws for what is in a file.</remarks>
public static class Intake
{
    /// <summary>Everything in a file, a folder (recursively, in ordinal order of path) or "-" (standard input), in order.</summary>
    /// <param name="lines">Standard input holds lines of JSON, an article each; a file says so by its name.</param>
    /// <param name="input">What "-" stands for; the caller owns the console.</param>
    public static IEnumerable<Taken> Open(string path, Said said, bool lines = false, Stream? input = null) => path switch
    {
        "" => [Refuse(path, "no name of a file.")],
        "-" when input is null => [Refuse(path, "there is no standard input here.")],
        "-" => lines ? JsonLines.Read(input, "standard input", "standard-input", said) : FileForms.FromStream(input, "standard input", said),
        _ when Directory.Exists(path) => Folder(path, said),
        _ => One(path, said),
    };

    // Directories compare as if their name ended in "/": the order is that of the whole paths.
    private static IEnumerable<Taken> Folder(string path, Said said)
    {
        var (entries, problem) = Entries(path);
        if (problem is not null)
        {
            yield return Refuse(path, problem);
        }
        else if (entries.Count == 0)
        {
            yield return Refuse(path, "an empty folder.");
        }

        foreach (var (name, folder) in entries)
        {
            foreach (var taken in folder ? Folder(name, said) : One(name, said))
            {
                yield return taken;
            }
        }
    }

    // Hidden entries and links to folders are passed over: the first are no articles, the second can run in a circle.
    private static (List<(string Name, bool Folder)> Entries, string? Problem) Entries(string path)
    {
        try
        {
            return ([.. new DirectoryInfo(path).EnumerateFileSystemInfos()
                .Where(e => e.Name[0] != '.' && !(e is DirectoryInfo && e.LinkTarget is not null))
                .Select(e => (Name: Path.Combine(path, e.Name), Folder: e is DirectoryInfo))
                .OrderBy(e => e.Folder ? e.Name + "/" : e.Name, StringComparer.Ordinal)], null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ([], Problems.Of(e));
        }
    }

    private static IEnumerable<Taken> One(string path, Said said)
    {
        FileStream? file = null;
        string? problem = null;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            problem = Problems.Of(e);
        }

        if (file is null)
        {
            yield return Refuse(path, problem!);
            yield break;
        }

        using (file)
        {
            foreach (var taken in FileForms.FromFile(file, path, said))
            {
                yield return taken;
            }
        }
    }

    internal static Taken Refuse(string file, string message) => new(null, new Refusal(file, message));
}
