using System.Text.Json;

namespace Stemma.Articles.Intake;

/// <summary>What does a line of JSON carry? An article a line; a line that is none is refused by its number and the rest goes on.</summary>
internal static class JsonLines
{
    public static IEnumerable<Taken> Read(Stream stream, string path, string stem, Said said)
    {
        var lines = new Lines(stream);
        var any = false;
        for (var number = 1; ; number++)
        {
            var (more, line, problem) = Next(lines);
            if (problem is not null)
            {
                yield return Intake.Refuse($"{path}, line {number}", problem + " What follows was not read.");
                yield break;
            }

            if (!more)
            {
                break;
            }

            if (line is { Length: 0 } || (line is not null && line.AsSpan().Trim(" \t\r"u8).IsEmpty))
            {
                continue;
            }

            any = true;
            var place = $"{path}, line {number}";
            yield return line is null
                ? Intake.Refuse(place, Limits.TooLarge)
                : JsonArticle.Read(number == 1 ? WithoutMark(line) : line, place, $"{stem}-{number}", said);
        }

        if (!any)
        {
            yield return Intake.Refuse(path, "no line in it.");
        }
    }

    private static (bool More, byte[]? Line, string? Problem) Next(Lines lines)
    {
        try
        {
            var more = lines.Next(out var line);
            return (more, line, null);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return (false, null, Problems.Of(e));
        }
    }

    private static byte[] WithoutMark(byte[] line) => line is [0xEF, 0xBB, 0xBF, .. var rest] ? rest : line;
}

/// <summary>One JSON object that is an article: `id outlet url title byline published text html`; only `text` or `html` is required.</summary>
internal static class JsonArticle
{
    public static Taken Read(byte[] json, string place, string stem, Said said)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json.AsMemory().TrimEnd((byte)'\r'), new JsonDocumentOptions { MaxDepth = 64 });
        }
        catch (JsonException e)
        {
            return Intake.Refuse(place, $"no JSON (at byte {e.BytePositionInLine ?? 0} of the line).");
        }

        using (document)
        {
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? FromObject(document.RootElement, json, place, stem, said)
                : Intake.Refuse(place, "no JSON object, so no article.");
        }
    }

    public static Taken FromObject(JsonElement all, byte[] original, string place, string stem, Said said)
    {
        string? text, html;
        try
        {
            (text, html) = (Words(all, "text"), Words(all, "html"));
        }
        catch (InvalidOperationException)
        {
            return Intake.Refuse(place, "a broken character (half of a pair) in its words.");
        }

        if (text is null && html is null)
        {
            return Intake.Refuse(place, "no “text” and no “html”.");
        }

        if (string.IsNullOrWhiteSpace(text ?? html))
        {
            return Intake.Refuse(place, $"“{(text is null ? "html" : "text")}” is empty.");
        }

        try
        {
            var (day, trouble) = Day(Words(all, "published"));
            return new Taken(
                new RawPage
                {
                    File = place,
                    Name = stem,
                    Given = Words(all, "id"),
                    Original = original,
                    Sha256 = Hash.Of(original),
                    Form = text is null ? PageForm.Html : PageForm.Text,
                    Content = text ?? html!,
                    Said = said,
                    Carried = new Said
                    {
                        Outlet = Words(all, "outlet"),
                        Url = Words(all, "url"),
                        Title = Words(all, "title"),
                        Byline = Words(all, "byline"),
                        Published = day,
                    },
                    Trouble = trouble,
                },
                null);
        }
        catch (InvalidOperationException)
        {
            return Intake.Refuse(place, "a broken character (half of a pair) in one of its fields.");
        }
    }

    // Absent, null and empty are one: not told. Numbers are taken as they are written.
    internal static string? Words(JsonElement all, string name) =>
        !all.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? (value.GetString() is { Length: > 0 } words ? words : null)
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : null;

    /// <summary>A stated day as EDTF: EDTF itself, or a moment whose first ten characters are its day; else a trouble that says so.</summary>
    internal static (string? Day, IReadOnlyList<Trouble> Trouble) Day(string? words) =>
        words is null ? (null, [])
        : words.Length > 10 && words[10] is 'T' or ' ' && Edtf.IsDate(words[..10]) ? (words[..10], [])
        : Edtf.IsDate(words.Trim()) ? (words.Trim(), [])
        : Rfc822.Day(words) is { } day ? (day, [])
        : (null, [new Trouble("published", Spans.None, $"“{(words.Length > 40 ? words[..40] + "…" : words)}” was given as the day of publication and is no date.")]);
}
