namespace Stemma.Sqlite;

/// <summary>Rows as they come out of the file, a type a query.</summary>
internal sealed class ArticleRow
{
    public string Id { get; set; } = "";

    public long Place { get; set; }

    public string Key { get; set; } = "";

    public string? Given { get; set; }

    public string Reader { get; set; } = "";

    public long Compared { get; set; }

    public long Corrected { get; set; }
}

internal sealed class OriginalRow
{
    public byte[] Bytes { get; set; } = [];

    public string? Content { get; set; }

    public string Page { get; set; } = "";

    public string Came { get; set; } = "";
}

internal sealed class FindingRow
{
    public string Line { get; set; } = "";

    public string? Layer { get; set; }
}

internal sealed class KeyRow
{
    public string Article { get; set; } = "";

    public long Place { get; set; }

    public byte[] Reuse { get; set; } = [];

    public byte[] Story { get; set; } = [];
}

internal sealed class StatementRow
{
    public string Article { get; set; } = "";

    public string Local { get; set; } = "";
}

internal sealed class CorrectionRow
{
    public long Number { get; set; }

    public string Line { get; set; } = "";

    public string Hash { get; set; } = "";
}

internal sealed class RefusalRow
{
    public string File { get; set; } = "";

    public string Message { get; set; } = "";
}

/// <summary>How a page came, without its bytes and words.</summary>
internal sealed record PageRow(string File, string? Given, string? Name, string Sha256, PageForm Form, Said Said, Said Carried, Archived? Archived, IReadOnlyList<Trouble> Trouble)
{
    public static PageRow Of(RawPage page) => new(page.File, page.Given, page.Name, page.Sha256, page.Form, page.Said, page.Carried, page.Archived, page.Trouble);

    public RawPage Page(byte[] original, string content) => new()
    {
        File = File,
        Given = Given,
        Name = Name,
        Original = original,
        Sha256 = Sha256,
        Form = Form,
        Content = content,
        Said = Said,
        Carried = Carried,
        Archived = Archived,
        Trouble = Trouble,
    };
}
