using System.CommandLine;
using System.Globalization;
using Stemma.Ledger;
using Stemma.Sqlite;

namespace Stemma.Cli;

/// <summary>Options that several commands share, and how a case is opened: read again first where the reader has become newer.</summary>
public static class CaseOptions
{
    public static Option<string> Case() => new("--case") { Description = "The case file.", DefaultValueFactory = _ => "stemma.db", HelpName = "FILE" };

    public static Option<bool> Json() => new("--json") { Description = "Lines of JSON for programs instead of a table for people." };

    public static SqliteLedger Open(Face face, string path, Access access)
    {
        var ledger = SqliteLedger.Open(path, access);
        try
        {
            ReadAgain(face, ledger, path);
            return ledger;
        }
        catch
        {
            ledger.Dispose();
            throw;
        }
    }

    /// <summary>The case as it stands.</summary>
    public static Case Read(Face face, string path)
    {
        using var ledger = Open(face, path, Access.Read);
        return WholeCase.Read(ledger);
    }

    public static DateOnly? Day(string? words, string option)
    {
        if (words is null)
        {
            return null;
        }

        return DateOnly.TryParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new MisuseException($"{option} takes a day such as 2031-05-04, not “{words}”.");
    }

    /// <summary>A word of an enumeration as the contract writes it.</summary>
    public static T? Word<T>(string? word, string option)
        where T : struct, Enum
    {
        if (word is null)
        {
            return null;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (Views.Say.Word(value).Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        throw new MisuseException($"{option} takes one of {string.Join(", ", Enum.GetValues<T>().Select(Views.Say.Word))}; “{word}” is none.");
    }

    private static void ReadAgain(Face face, SqliteLedger ledger, string path)
    {
        if (!ledger.HasOlder())
        {
            return;
        }

        try
        {
            face.Say($"{path} was read by an older reader; reading it again, corrections stay.");
            var read = new Recorder(ledger, face.Now).ReadAgain();
            face.Say($"{Views.Say.Count(read, "article")} read again.");
        }
        catch (CaseFileException e)
        {
            face.Say($"{e.Message} What the older reader found is shown; the first command that may write to the case, or to a copy of it, reads it again.");
        }
    }
}
