using System.Globalization;
using System.Text.Json;

namespace Stemma.Articles.Cleaning.Pages;

/// <summary>What does the data block of a page (schema.org as JSON-LD) say of the article? Blocks that are broken are mended where a line end in a string is all, else passed over.</summary>
internal sealed class JsonLd
{
    /// <summary>Bytes of data blocks read in one page; real ones stay below a tenth.</summary>
    private const int Most = 4 << 20;

    public string? Headline { get; private set; }

    public string? Author { get; private set; }

    public string? Publisher { get; private set; }

    public string? Url { get; private set; }

    public string? Body { get; private set; }

    /// <summary>How many words the article has by its own account; 0 where it does not say.</summary>
    public int WordCount { get; private set; }

    /// <summary>True where the page says outright that one must pay to read all of it.</summary>
    public bool Paid { get; private set; }

    public string? Published { get; private set; }

    public string? Created { get; private set; }

    public string? Uploaded { get; private set; }

    public string? Modified { get; private set; }

    private bool _article;

    // Scripts are passed over by the parser (they are half of most pages), so the blocks are found in the source.
    public static JsonLd Read(string html)
    {
        var data = new JsonLd();
        var read = 0;
        for (var at = 0; (at = html.IndexOf("ld+json", at, StringComparison.Ordinal)) >= 0;)
        {
            var begin = html.IndexOf('>', at);
            var end = begin < 0 ? -1 : html.IndexOf("</script", begin, StringComparison.Ordinal);
            if (end < 0 || (read += end - begin) > Most)
            {
                break;
            }

            data.Block(html.AsSpan(begin + 1, end - begin - 1));
            at = end;
        }

        return data;
    }

    private void Block(ReadOnlySpan<char> words)
    {
        words = words.Trim();
        foreach (var wrap in (ReadOnlySpan<string>)["<!--", "//<![CDATA[", "<![CDATA[", "/*<![CDATA[*/"])
        {
            words = words.StartsWith(wrap) ? words[wrap.Length..] : words;
        }

        words = words.TrimEnd("]>/-*; \n\r\t").Trim();
        if (words.IsEmpty)
        {
            return;
        }

        // The trimming above may have taken the closing bracket of a list; line ends inside strings are the commonest slip.
        var closing = words[0] == '[' ? 1 : 0;
        var mended = new char[words.Length + closing];
        words.CopyTo(mended);
        mended.AsSpan(words.Length).Fill(']');
        for (var i = 0; i < mended.Length; i++)
        {
            mended[i] = mended[i] < ' ' ? ' ' : mended[i];
        }

        try
        {
            using var document = JsonDocument.Parse(mended, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            Node(document.RootElement, 0);
        }
        catch (JsonException)
        {
            // Broken data is as good as none: the page's words still stand.
        }
        catch (InvalidOperationException)
        {
            // Half a character in a string.
        }
    }

    private void Node(JsonElement node, int depth)
    {
        if (depth > 6)
        {
            return;
        }

        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
            {
                Node(item, depth + 1);
            }

            return;
        }

        if (node.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var type = Words(node, "@type") ?? "";
        if (type.Contains("Article", StringComparison.Ordinal) || type.Contains("Posting", StringComparison.Ordinal) || type is "Report" or "Review" or "ClaimReview" or "Recipe" or "NewsArticle" or "VideoObject" or "CreativeWork" or "WebPage" or "Event" or "Product" or "QAPage")
        {
            var article = type.Contains("Article", StringComparison.Ordinal) || type.Contains("Posting", StringComparison.Ordinal) || type is "Report";
            Take(node, article);
        }
        else if (type is "WebSite" or "Organization" or "NewsMediaOrganization")
        {
            Publisher ??= Words(node, "name");
        }

        foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage", "hasPart"])
        {
            if (node.TryGetProperty(name, out var inner))
            {
                Node(inner, depth + 1);
            }
        }
    }

    // An article's fields win over those of the web page or video around it; of two articles the first is the page's own.
    private void Take(JsonElement node, bool article)
    {
        if (article && _article)
        {
            return;
        }

        var first = article && !_article;
        _article |= article;
        string? Best(string? known, params ReadOnlySpan<string> names)
        {
            if (known is not null && !first)
            {
                return known;
            }

            foreach (var name in names)
            {
                if (Words(node, name) is { Length: > 0 } found)
                {
                    return found;
                }
            }

            return known;
        }

        Published = Best(Published, "datePublished");
        Created = Best(Created, "dateCreated");
        Uploaded = Best(Uploaded, "uploadDate");
        Modified = Best(Modified, "dateModified");
        Author = Best(Author, "author", "creator");
        if (article)
        {
            Headline = Best(Headline, "headline", "name");
            Publisher = Best(Publisher, "publisher");
            Url = Best(Url, "url", "mainEntityOfPage");
            Body = Best(Body, "articleBody");
            WordCount = int.TryParse(Plain(node, "wordCount"), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var words) && words > 0 ? words : WordCount;
            Paid |= Plain(node, "isAccessibleForFree") is { } free && free.Equals("false", StringComparison.OrdinalIgnoreCase);
        }
    }

    // A figure or a yes, with quotation marks or without.
    private static string? Plain(JsonElement node, string name) => node.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? value.ToString() : null;

    // A string; the name of a thing; the names of a list of things.
    private static string? Words(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? Words(value, 0) : null;

    private static string? Words(JsonElement value, int depth) => depth > 3 ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object => value.TryGetProperty("name", out var name) ? Words(name, depth + 1) : value.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() is { } address && address.StartsWith("http", StringComparison.Ordinal) && !address.Contains('#', StringComparison.Ordinal) ? address : null,
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Take(20).Select(v => Words(v, depth + 1)).Where(w => !string.IsNullOrWhiteSpace(w)).Distinct()) is { Length: > 0 } all ? all : null,
        _ => null,
    };
}
