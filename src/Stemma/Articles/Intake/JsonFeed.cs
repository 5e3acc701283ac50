using System.Text;
using System.Text.Json;

namespace Stemma.Articles.Intake;

/// <summary>What does a `.json` file carry? A JSON Feed (jsonfeed.org, 1 and 1.1), a list of articles, or one article.</summary>
internal static class JsonFeed
{
    public static IEnumerable<Taken> Read(Stream stream, string path, string stem, Said said)
    {
        var (bytes, problem) = Bounded.ReadAll(stream);
        if (bytes is null)
        {
            yield return Intake.Refuse(path, problem!);
            yield break;
        }

        if (bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
        {
            yield return Intake.Refuse(path, "it is empty.");
            yield break;
        }

        var (document, broken) = Parse(bytes is [0xEF, 0xBB, 0xBF, .. var rest] ? rest : bytes);
        if (document is null)
        {
            yield return Intake.Refuse(path, broken!);
            yield break;
        }

        using (document)
        {
            var root = document.RootElement;
            var feed = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array;
            if (!feed && root.ValueKind != JsonValueKind.Array)
            {
                yield return root.ValueKind == JsonValueKind.Object
                    ? JsonArticle.FromObject(root, bytes, path, stem, said)
                    : Intake.Refuse(path, "JSON, but no feed and no article.");
                yield break;
            }

            var number = 0;
            foreach (var item in (feed ? root.GetProperty("items") : root).EnumerateArray())
            {
                number++;
                var (place, name) = ($"{path}, entry {number}", $"{stem}-{number}");
                yield return item.ValueKind != JsonValueKind.Object ? Intake.Refuse(place, "no JSON object, so no article.")
                    : feed ? Entry(item, JsonArticle.Words(root, "title"), place, name, said)
                    : JsonArticle.FromObject(item, Encoding.UTF8.GetBytes(item.GetRawText()), place, name, said);
            }

            if (number == 0)
            {
                yield return Intake.Refuse(path, "a feed without entries.");
            }
        }
    }

    private static (JsonDocument? Document, string? Broken) Parse(byte[] bytes)
    {
        try
        {
            return (JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 64 }), null);
        }
        catch (JsonException e)
        {
            return (null, $"no JSON (line {(e.LineNumber ?? 0) + 1}, byte {e.BytePositionInLine ?? 0}).");
        }
    }

    private static Taken Entry(JsonElement item, string? outlet, string place, string stem, Said said)
    {
        try
        {
            var (html, text, summary) = (JsonArticle.Words(item, "content_html"), JsonArticle.Words(item, "content_text"), JsonArticle.Words(item, "summary"));
            var words = html ?? text ?? summary;
            if (string.IsNullOrWhiteSpace(words))
            {
                return Intake.Refuse(place, "an entry without words.");
            }

            var (day, trouble) = JsonArticle.Day(JsonArticle.Words(item, "date_published"));
            var original = Encoding.UTF8.GetBytes(item.GetRawText());
            return new Taken(
                new RawPage
                {
                    File = place,
                    Name = stem,
                    Given = JsonArticle.Words(item, "id"),
                    Original = original,
                    Sha256 = Hash.Of(original),
                    Form = html is null ? PageForm.Text : PageForm.Html,
                    Content = words,
                    Said = said,
                    Carried = new Said
                    {
                        Outlet = outlet,
                        Url = JsonArticle.Words(item, "url"),
                        Title = JsonArticle.Words(item, "title"),
                        Byline = Author(item),
                        Published = day,
                    },
                    Trouble = html is null && text is null
                        ? [.. trouble, new Trouble("summary-only", Spans.None, "The feed carries only a summary of this entry, not the article.")]
                        : trouble,
                },
                null);
        }
        catch (InvalidOperationException)
        {
            return Intake.Refuse(place, "a broken character (half of a pair) in its words.");
        }
    }

    private static string? Author(JsonElement item) =>
        item.TryGetProperty("authors", out var authors) && authors.ValueKind == JsonValueKind.Array
            ? string.Join(", ", authors.EnumerateArray().Where(a => a.ValueKind == JsonValueKind.Object).Select(a => JsonArticle.Words(a, "name")).OfType<string>()) is { Length: > 0 } names ? names : null
            : item.TryGetProperty("author", out var author) && author.ValueKind == JsonValueKind.Object ? JsonArticle.Words(author, "name") : null;
}
