using System.Xml;
using System.Xml.Linq;

namespace Stemma.Articles.Intake;

/// <summary>What does a feed carry? RSS (0.9x, 1.0, 2.0) and Atom: an entry is a page; one that has only a summary says so.</summary>
/// <remarks>No library for feeds restores (docs/decisions): the platform's XmlReader, without entities of the file's own, is enough.</remarks>
internal static class Feed
{
    /// <summary>Elements inside each other in one entry: xhtml in an Atom entry nests as pages do, of which the deepest of 341 real ones has 51. The platform's tree costs a square of it.</summary>
    private const int Deepest = 500;

    private static readonly string TooDeep = $"its elements stand more than {Deepest} deep inside each other: no entry of a feed.";

    public static IEnumerable<Taken> Read(Stream stream, string path, string stem, Said said)
    {
        var (bytes, problem) = Bounded.ReadAll(stream);
        var decoded = bytes is null ? new Decoded(null, problem) : Decoding.Read(bytes, DeclaredCharset.Of(bytes), mendable: true);
        if (decoded.Problem is not null)
        {
            yield return Intake.Refuse(path, decoded.Problem);
            yield break;
        }

        // A DTD is passed over unread, so no entity of the file's own can grow.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, CheckCharacters = false };
        using var reader = XmlReader.Create(new StringReader(decoded.Text!), settings);
        string? outlet = null;
        for (var number = 0; ;)
        {
            var (entry, title, broken) = Next(reader);
            outlet ??= title;
            if (broken is not null)
            {
                yield return Intake.Refuse(path, number == 0 ? broken : broken + $" The {number} entries before it were read.");
                yield break;
            }

            if (title is not null)
            {
                continue;
            }

            if (entry is null)
            {
                if (number == 0)
                {
                    yield return Intake.Refuse(path, "XML, but no feed with entries (RSS or Atom).");
                }

                yield break;
            }

            number++;
            yield return Entry(entry, outlet, $"{path}, entry {number}", $"{stem}-{number}", said);
        }
    }

    // The next entry, or the feed's own title where that comes first, or what is wrong; nothing at the end.
    private static (XElement? Entry, string? Title, string? Broken) Next(XmlReader reader)
    {
        try
        {
            var moved = reader.ReadState == ReadState.Initial ? reader.Read() : !reader.EOF;
            while (moved)
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    if (reader.LocalName is "item" or "entry")
                    {
                        return (Whole(reader), null, null);
                    }

                    if (reader.LocalName == "title" && reader.Depth <= 2)
                    {
                        return (null, Whole(reader).Value.Trim(), null);
                    }

                    if (reader.LocalName is "image" or "textinput" or "textInput" or "source")
                    {
                        reader.Skip();
                        continue;
                    }
                }

                moved = reader.Read();
            }

            return default;
        }
        catch (XmlException e)
        {
            return (null, null, $"broken XML in line {e.LineNumber}, column {e.LinePosition}.");
        }
    }

    // The element that begins here, with all that stands in it; without its insides where they nest too deep.
    private static XElement Whole(XmlReader reader)
    {
        var outer = reader.Depth;
        var root = Named(reader);
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return root;
        }

        var (at, tooDeep) = (root, false);
        while (reader.Read() && reader.Depth > outer)
        {
            tooDeep |= reader.Depth - outer > Deepest;
            switch (reader.NodeType)
            {
                case var _ when tooDeep:
                    break;
                case XmlNodeType.Element:
                    var inner = Named(reader);
                    at.Add(inner);
                    at = reader.IsEmptyElement ? at : inner;
                    break;
                case XmlNodeType.EndElement:
                    at = at.Parent!;
                    break;
                case XmlNodeType.CDATA:
                    at.Add(new XCData(reader.Value));
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    at.Add(new XText(reader.Value));
                    break;
            }
        }

        reader.Read();
        if (tooDeep)
        {
            root.RemoveNodes();
            root.AddAnnotation(TooDeep);
        }

        return root;
    }

    private static XElement Named(XmlReader reader)
    {
        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        if (reader.MoveToFirstAttribute())
        {
            do
            {
                element.Add(new XAttribute(XName.Get(reader.LocalName, reader.Prefix.Length == 0 && reader.LocalName == "xmlns" ? "" : reader.NamespaceURI), reader.Value));
            }
            while (reader.MoveToNextAttribute());

            reader.MoveToElement();
        }

        return element;
    }

    private static Taken Entry(XElement entry, string? outlet, string place, string stem, Said said)
    {
        XElement? Named(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (entry.Elements().FirstOrDefault(e => Is(e, name) && (e.Value.Trim().Length > 0 || e.HasElements)) is { } found)
                {
                    return found;
                }
            }

            return null;
        }

        if (entry.Annotation<string>() == TooDeep)
        {
            return Intake.Refuse(place, TooDeep);
        }

        var full = Named("content:encoded", "content", "body");
        var words = full ?? Named("description", "summary");
        if (words is null)
        {
            return Intake.Refuse(place, "an entry without words.");
        }

        var content = Content(words);
        if (string.IsNullOrWhiteSpace(content.Words))
        {
            return Intake.Refuse(place, "an entry without words.");
        }

        var (day, trouble) = JsonArticle.Day(Named("pubDate", "published", "date", "issued")?.Value.Trim());
        var original = System.Text.Encoding.UTF8.GetBytes(entry.ToString(SaveOptions.DisableFormatting));
        return new Taken(
            new RawPage
            {
                File = place,
                Name = stem,
                Given = Named("id", "guid")?.Value.Trim(),
                Original = original,
                Sha256 = Hash.Of(original),
                Form = content.Form,
                Content = content.Words,
                Said = said,
                Carried = new Said
                {
                    Outlet = entry.Elements().FirstOrDefault(e => Is(e, "source")) is { } source ? Title(source) ?? outlet : outlet,
                    Url = Link(entry),
                    Title = Named("title")?.Value.Trim(),
                    Byline = Named("author", "creator") is { } author ? (author.Elements().FirstOrDefault(e => Is(e, "name")) ?? author).Value.Trim() : null,
                    Published = day,
                },
                Trouble = full is null
                    ? [.. trouble, new Trouble("summary-only", Spans.None, "The feed carries only a summary of this entry, not the article.")]
                    : trouble,
            },
            null);
    }

    // "content:encoded" by its namespace, which feeds declare under several prefixes.
    private static bool Is(XElement element, string name) => name switch
    {
        "content:encoded" => element.Name.LocalName == "encoded",
        "content" => element.Name.LocalName == "content" && !element.Name.NamespaceName.Contains("mrss", StringComparison.Ordinal),
        "title" or "description" => element.Name.LocalName == name && !element.Name.NamespaceName.Contains("mrss", StringComparison.Ordinal),
        _ => element.Name.LocalName == name,
    };

    private static (string Words, PageForm Form) Content(XElement element)
    {
        var type = element.Attribute("type")?.Value;
        var words = type == "xhtml" ? string.Concat(element.Nodes().Select(n => n.ToString(SaveOptions.DisableFormatting))) : element.Value;
        return (words, type is "text" || !words.Contains('<', StringComparison.Ordinal) && !words.Contains('&', StringComparison.Ordinal) ? PageForm.Text : PageForm.Html);
    }

    private static string? Title(XElement source) => (source.Elements().FirstOrDefault(e => Is(e, "title"))?.Value ?? source.Value).Trim() is { Length: > 0 } title ? title : null;

    private static string? Link(XElement entry)
    {
        var links = entry.Elements().Where(e => e.Name.LocalName == "link").ToList();
        var link = links.Find(l => l.Attribute("rel")?.Value is null or "alternate") ?? links.FirstOrDefault();
        var address = (link?.Attribute("href")?.Value ?? link?.Value)?.Trim();
        return address is { Length: > 0 } ? address : null;
    }
}
