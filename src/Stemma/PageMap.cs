using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stemma;

/// <summary>Where on its page does a stretch of an article's text stand? Pieces of the text in their order, each with its place in the page's mark-up.</summary>
/// <remarks>
/// Positions here count Unicode code points on both sides, inside the program too: the mark-up is not kept beside the text, so nothing could translate them.
/// A line end between blocks, and a space that stands for several, are in no piece. Words the parser moved out of their order may be in none.
/// </remarks>
public sealed record PageMap(IReadOnlyList<PagePiece> Pieces)
{
    /// <summary>Where these words stand in the mark-up, in UTF-16 units of <paramref name="markup"/>, tags and collapsed space left out; none where the map does not know.</summary>
    /// <param name="words">A stretch of <paramref name="text"/>, in UTF-16 units.</param>
    /// <param name="text">The article's text.</param>
    /// <param name="markup">The page as it was decoded (<see cref="RawPage.Content"/>).</param>
    public Spans Of(TextSpan words, string text, string markup)
    {
        var (sought, back) = (CodePoints.Of(text).FromUtf16(words), CodePoints.Of(markup));
        var found = new List<TextSpan>();
        if (sought.IsEmpty)
        {
            return Spans.None;
        }

        for (var i = FirstBehind(sought.Begin); i < Pieces.Count && Pieces[i].Text.Begin < sought.End; i++)
        {
            var place = back.ToUtf16(Pieces[i].Of(sought));
            if (found.Count > 0 && found[^1].End == place.Begin)
            {
                found[^1] = found[^1].Hull(place);
            }
            else
            {
                found.Add(place);
            }
        }

        return [.. found];
    }

    // The first piece that ends behind a position.
    private int FirstBehind(int position)
    {
        var (low, high) = (0, Pieces.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Pieces[middle].Text.End <= position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>A piece of text and where it stands in the mark-up: of the same length character by character, else (an entity) as a whole.</summary>
[JsonConverter(typeof(AsFourNumbers))]
public readonly record struct PagePiece(TextSpan Text, TextSpan Page)
{
    /// <summary>Where the part of it that lies within <paramref name="sought"/> stands.</summary>
    internal TextSpan Of(TextSpan sought) => Text.Length != Page.Length ? Page
        : new(Page.Begin + Math.Max(0, sought.Begin - Text.Begin), Page.End - Math.Max(0, Text.End - sought.End));

    /// <summary>[begin and end in the text, begin and end in the mark-up].</summary>
    private sealed class AsFourNumbers : JsonConverter<PagePiece>
    {
        public override PagePiece Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            Span<int> at = stackalloc int[4];
            for (var i = 0; i < 4; i++)
            {
                at[i] = reader.Read() && reader.TokenType == JsonTokenType.Number ? reader.GetInt32() : throw new JsonException("A piece of a page is written [begin, end, begin, end].");
            }

            return reader.Read() && reader.TokenType == JsonTokenType.EndArray
                ? new PagePiece(new TextSpan(at[0], at[1]), new TextSpan(at[2], at[3]))
                : throw new JsonException("A piece of a page is written [begin, end, begin, end].");
        }

        public override void Write(Utf8JsonWriter writer, PagePiece value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var at in (ReadOnlySpan<int>)[value.Text.Begin, value.Text.End, value.Page.Begin, value.Page.End])
            {
                writer.WriteNumberValue(at);
            }

            writer.WriteEndArray();
        }
    }
}
