using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Stemma;

/// <summary>How nouns are written down as JSON: the names of the contract, positions in code points.</summary>
/// <remarks>
/// A position means nothing without its text, so whoever writes or reads one opens the text first:
/// <c>using (FindingsJson.Positions(article.Text)) { … }</c>. Without it positions are taken as they are.
/// </remarks>
public static class FindingsJson
{
    [ThreadStatic]
    private static CodePoints? _positions;

    /// <summary>One line, no indentation, non-ASCII as it is, null properties written unless the noun says otherwise.</summary>
    public static readonly JsonSerializerOptions Options = Make();

    /// <summary>Positions written or read on this thread belong to this text, until disposed.</summary>
    public static IDisposable Positions(string text) => Positions(CodePoints.Of(text));

    public static IDisposable Positions(CodePoints map)
    {
        var before = _positions;
        _positions = map;
        return new Until(() => _positions = before);
    }

    /// <summary>One article's findings as one line of the contract, positions in code points of its text.</summary>
    public static string Line(ArticleFindings findings)
    {
        using (Positions(findings.Article.Text))
        {
            var article = JsonSerializer.Serialize(findings.Article, OfLines);
            var rest = JsonSerializer.Serialize(findings, OfLines);
            return string.Concat(article.AsSpan(0, article.Length - 1), ",", rest.AsSpan(1));
        }
    }

    /// <summary>The findings of a line written by <see cref="Line"/>.</summary>
    /// <exception cref="JsonException">The line is no JSON, or no findings.</exception>
    public static ArticleFindings ReadLine(string line)
    {
        // Three looks at the bytes cost a third of building the line as nodes first.
        var bytes = Encoding.UTF8.GetBytes(line);
        var text = (JsonSerializer.Deserialize<OnlyText>(bytes, Options) ?? throw new JsonException("An empty line holds no findings.")).Text ?? throw new JsonException("Findings without a text.");
        using (Positions(text))
        {
            return JsonSerializer.Deserialize<ArticleFindings>(bytes, OfLines)! with { Article = JsonSerializer.Deserialize<Article>(bytes, OfLines)! };
        }
    }

    // In a line the article's own fields stand beside the findings, and a day of publication tells where it comes from.
    private static readonly JsonSerializerOptions OfLines = MakeOfLines();

    private sealed record OnlyText(string? Text);

    private static JsonSerializerOptions MakeOfLines()
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        resolver.Modifiers.Add(info =>
        {
            if (info.Type == typeof(ArticleFindings))
            {
                info.Properties.Remove(info.Properties.Single(p => p.Name == "article"));
                info.Properties.Single(p => p.Name == "published").CustomConverter = new PublicationConverter();
            }
        });
        var options = new JsonSerializerOptions(Options) { TypeInfoResolver = resolver };
        options.MakeReadOnly();
        return options;
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DictionaryKeyPolicy = null,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = false,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Add(new SpansConverter());
        options.Converters.Add(new MomentConverter());
        options.MakeReadOnly();
        return options;
    }

    private sealed class Until(Action action) : IDisposable
    {
        public void Dispose() => action();
    }

    /// <summary>[[begin, end], …] in code points.</summary>
    private sealed class SpansConverter : JsonConverter<Spans>
    {
        public override Spans Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var map = _positions ?? CodePoints.Same;
            Expect(reader.TokenType == JsonTokenType.StartArray);
            var spans = new List<TextSpan>(1);
            while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
            {
                Expect(reader.Read() && reader.TokenType == JsonTokenType.Number);
                var begin = reader.GetInt32();
                Expect(reader.Read() && reader.TokenType == JsonTokenType.Number);
                spans.Add(map.ToUtf16(new TextSpan(begin, reader.GetInt32())));
                Expect(reader.Read() && reader.TokenType == JsonTokenType.EndArray);
            }

            Expect(reader.TokenType == JsonTokenType.EndArray);
            return [.. spans];
        }

        public override void Write(Utf8JsonWriter writer, Spans value, JsonSerializerOptions options)
        {
            var map = _positions ?? CodePoints.Same;
            writer.WriteStartArray();
            foreach (var span in value)
            {
                var outside = map.FromUtf16(span);
                writer.WriteStartArray();
                writer.WriteNumberValue(outside.Begin);
                writer.WriteNumberValue(outside.End);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }

        private static void Expect(bool holds)
        {
            if (!holds)
            {
                throw new JsonException("A span is written [[begin, end], …].");
            }
        }
    }

    /// <summary>The day of publication as a line tells it: {"edtf", "from", "span", "why"}.</summary>
    private sealed class PublicationConverter : JsonConverter<Publication>
    {
        public override Publication? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<Row>(ref reader, options) is { } row ? new Publication(row.Edtf, row.From, row.Span, row.Why) : null;

        public override void Write(Utf8JsonWriter writer, Publication value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new Row(value.Moment, value.From, value.Span, value.Why), options);

        private sealed record Row(Moment Edtf, PublicationSource From, Spans Span, string Why);
    }

    /// <summary>A moment is its EDTF words; the days it lies between are worked out again by <see cref="Edtf"/>.</summary>
    private sealed class MomentConverter : JsonConverter<Moment>
    {
        public override Moment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Edtf.Parse(reader.GetString() ?? throw new JsonException("A date is written as EDTF."));

        public override void Write(Utf8JsonWriter writer, Moment value, JsonSerializerOptions options) => writer.WriteStringValue(value.Edtf);
    }
}
