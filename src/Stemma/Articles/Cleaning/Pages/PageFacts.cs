using AngleSharp.Dom;

namespace Stemma.Articles.Cleaning.Pages;

/// <summary>What a page says of itself outside its words: JSON-LD, Open Graph and other meta lines, microdata, canonical link. Null where nothing says it.</summary>
internal sealed class PageFacts
{
    /// <summary>Letters of the longest name of an outlet that is taken whole.</summary>
    private const int LongestName = 30;

    // What publishing programs write where nobody is named.
    private static readonly string[] Nobody = ["admin", "administrator", "webmaster", "user", "root", "editor", "guest", "unknown", "anonymous"];

    public string? Title { get; private set; }

    public string? Byline { get; private set; }

    public string? Outlet { get; private set; }

    public string? Url { get; private set; }

    /// <summary>The article's words as the page's own data repeat them.</summary>
    public string? Body { get; private set; }

    /// <summary>How many words the article has by its own account; 0 where it does not say.</summary>
    public int WordCount { get; private set; }

    /// <summary>True where the page says outright that one must pay to read all of it.</summary>
    public bool Paid { get; private set; }

    /// <summary>Days the page's data give, the surest first, each with the name of the field.</summary>
    public List<(string Field, string Value, int Rank)> Days { get; } = [];

    /// <summary>The words of the title element, the outlet's name often behind a stroke.</summary>
    public string? TitleElement { get; private set; }

    public string? Language { get; private set; }

    private readonly Dictionary<string, string> _meta = new(StringComparer.OrdinalIgnoreCase);

    public static PageFacts Of(IDocument document, PageTree page, string html)
    {
        var facts = new PageFacts { Language = document.DocumentElement?.GetAttribute("lang") };
        facts.ReadMeta(document, page);
        var data = JsonLd.Read(html);
        string? Meta(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (facts._meta.TryGetValue(name, out var value))
                {
                    return value;
                }
            }

            return null;
        }

        facts.TitleElement = Clean(document.Title);
        facts.Title = Clean(data.Headline) ?? Clean(Meta("og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title"));
        facts.Outlet = Site(Clean(Meta("og:site_name")), facts) ?? Clean(data.Publisher) ?? Clean(Meta("application-name", "publisher", "dc.publisher", "apple-mobile-web-app-title", "article:publisher") is { } name && !IsAddress(name) ? name : null);
        facts.Url = Address(facts._meta.GetValueOrDefault("link:canonical")) ?? Address(Meta("og:url")) ?? Address(data.Url) ?? Address(facts._meta.GetValueOrDefault("link:amphtml"));
        var author = Clean(data.Author) ?? Clean(Meta("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl", "twitter:creator:name"));
        author = author is null ? null : WithoutBy(author);
        facts.Byline = author is null || IsAddress(author) || IsHost(author) || author.Equals(facts.Outlet, StringComparison.OrdinalIgnoreCase) || author.Length > 150 || Array.Exists(Nobody, n => n.Equals(author, StringComparison.OrdinalIgnoreCase)) ? null : author;
        (facts.Body, facts.WordCount, facts.Paid) = (data.Body, data.WordCount, data.Paid);
        facts.ReadDays(data);
        return facts;
    }

    // Meta and link lines stand in the head, sometimes in the body; the walk over the body collects those (PageTree.Data).
    private void ReadMeta(IDocument document, PageTree page)
    {
        if (document.Head is { } head)
        {
            for (var i = 0; i < head.ChildNodes.Length; i++)
            {
                if (head.ChildNodes[i] is IElement element)
                {
                    Take(element);
                }
            }
        }

        foreach (var element in page.Data)
        {
            Take(element);
        }
    }

    private void Take(IElement element)
    {
        switch (element.LocalName)
        {
            case "meta":
                var content = element.GetAttribute("content");
                if (string.IsNullOrWhiteSpace(content))
                {
                    break;
                }

                foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop"])
                {
                    if (element.GetAttribute(attribute) is { Length: > 0 } name)
                    {
                        _meta.TryAdd(attribute == "itemprop" ? "itemprop:" + name : name, content);
                    }
                }

                break;
            case "link" when element.GetAttribute("href") is { Length: > 0 } href:
                if (element.GetAttribute("rel") is "canonical" or "amphtml")
                {
                    _meta.TryAdd("link:" + element.GetAttribute("rel"), href);
                }

                break;
            case var _ when element.GetAttribute("itemprop") is { } property && property.Contains("date", StringComparison.OrdinalIgnoreCase):
                if ((element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.GetAttribute("title") ?? (element.TextContent is { Length: < 80 } words ? words : null)) is { } value)
                {
                    _meta.TryAdd("itemprop:" + property, value);
                }

                break;
        }
    }

    // Ranks: 0 says outright when it was published; 1 a date of the page without saying which; 2 when it was last changed.
    private void ReadDays(JsonLd data)
    {
        void Add(string field, string? value, int rank)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                Days.Add((field, value.Trim(), rank));
            }
        }

        Add("JSON-LD datePublished", data.Published, 0);
        foreach (var name in (ReadOnlySpan<string>)[
            "article:published_time", "og:published_time", "parsely-pub-date", "sailthru.date", "datePublished", "article:published", "article.published", "og:article:published_time", "rnews:datePublished",
            "dc.date.issued", "dcterms.issued", "dc.issued", "dcterms.created", "dc.date.created", "dc.created", "dcterms.date", "dc.date", "citation_publication_date", "citation_date", "citation_online_date", "publication_date", "publication-date", "publish-date", "publishdate", "publish_date", "publishedDate", "published-date", "pubdate", "pubDate", "article_date_original", "article:post_date", "originalpublicationdate", "cXenseParse:recs:publishtime", "cXenseParse:publishtime", "ptime", "dateCreated", "created", "release_date", "bt:pubdate", "vr:published_time", "displaydate", "field-name-post-date", "hdl_date", "search.date", "gentime", "analyticsattributes.articledate", "itemprop:datePublished", "itemprop:datepublished"])
        {
            Add(name, _meta.GetValueOrDefault(name), 0);
        }

        Add("itemprop:dateCreated", _meta.GetValueOrDefault("itemprop:dateCreated"), 0);
        Add("JSON-LD dateCreated", data.Created, 0);
        Add("JSON-LD uploadDate", data.Uploaded, 1);
        foreach (var name in (ReadOnlySpan<string>)["date", "itemprop:date", "revision_date"])
        {
            Add(name, _meta.GetValueOrDefault(name), 1);
        }

        Add("JSON-LD dateModified", data.Modified, 2);
        foreach (var name in (ReadOnlySpan<string>)["article:modified_time", "og:updated_time", "itemprop:dateModified", "last-modified", "lastmod", "dcterms.modified", "dc.date.modified", "dateModified", "modified"])
        {
            Add(name, _meta.GetValueOrDefault(name), 2);
        }
    }

    private static string? Clean(string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return null;
        }

        // Some pages escape twice.
        var plain = words.Contains('&', StringComparison.Ordinal) ? System.Net.WebUtility.HtmlDecode(words) : words;
        return string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } clean ? clean : null;
    }

    private static string WithoutBy(string author)
    {
        foreach (var by in (ReadOnlySpan<string>)["By ", "Von ", "Par ", "Por "])
        {
            if (author.StartsWith(by, by == "By " ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
            {
                return author[by.Length..].Trim();
            }
        }

        return author;
    }

    // A site that gives the article's title as its own name gives none; behind a stroke stands a slogan.
    private static string? Site(string? name, PageFacts facts)
    {
        if (name is null || BodyTrim.Same(name, facts.TitleElement ?? "") || BodyTrim.Same(name, facts.Title ?? ""))
        {
            return null;
        }

        var stroke = name.Length > LongestName ? name.AsSpan().IndexOfAny('|', '–', '—') is var at and > 2 ? at : name.IndexOf(" - ", StringComparison.Ordinal) : -1;
        return stroke > 2 ? name[..stroke].Trim() : name;
    }

    // "harbourpost.example": one word with a dot inside and no name of a person.
    private static bool IsHost(string author) => !author.Contains(' ', StringComparison.Ordinal) && author.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && dot < author.Length - 2 && author.AsSpan(dot + 1).IndexOfAnyExceptInRange('a', 'z') is -1 or > 0;

    /// <summary>Where the page names no outlet, its address does: the host, "www." left out; null for archives, which hold other people's pages.</summary>
    public string? Host => Url is not null && Uri.TryCreate(Url, UriKind.Absolute, out var address) && !address.Host.EndsWith("archive.org", StringComparison.OrdinalIgnoreCase) && address.Host.Contains('.', StringComparison.Ordinal)
        ? address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host
        : null;

    private static bool IsAddress(string words) => words.StartsWith("http", StringComparison.OrdinalIgnoreCase) || words.StartsWith("//", StringComparison.Ordinal) || words.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    private static string? Address(string? words) => words is not null && words.Trim() is var address && address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? address : null;
}
