using Stemma.Articles.Dates;
using Stemma.Articles.Sentences;

namespace Stemma.Tests.Articles.Dates;

/// <summary>Runs the Markdown specs of this room: the dates of a text (words, type, timex, edtf, anchor, mod), or its day of publication (published, from, words).</summary>
/// <remarks>Setting "published: 2031-05-06" states a day; without it the day is inferred. "caption: words" marks the first line that has them as a picture's.</remarks>
public class DateSpecs
{
    public static TheoryData<Spec> Specs() => Spec.Below("Articles/Dates");

    [Theory]
    [MemberData(nameof(Specs))]
    public void The_words_below_the_heading_tell_the_times_of_the_table(Spec spec)
    {
        var stated = spec.Settings.TryGetValue("published", out var day) ? new Publication(Edtf.Parse(day), PublicationSource.Stated, Spans.None, "stated") : null;
        var prose = ProseReader.Read(spec.Text, Captions(spec));
        var reading = DateReader.Read(prose, new Article { Id = "a", File = "a.txt", Sha256 = "", Text = spec.Text }, stated, []);
        spec.Expect(spec.Columns.Contains("from") ? Publications(reading, spec.Text) : reading.Dates.Select(d => Row(d, spec.Text)));
    }

    private static IReadOnlyList<Furniture> Captions(Spec spec)
    {
        if (!spec.Settings.TryGetValue("caption", out var words))
        {
            return [];
        }

        var at = spec.Text.IndexOf(words, StringComparison.Ordinal);
        var begin = spec.Text.LastIndexOf('\n', at) + 1;
        var end = spec.Text.IndexOf('\n', at);
        return [new Furniture(Spans.Of(begin, end < 0 ? spec.Text.Length : end), FurnitureKind.Caption)];
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> Publications(DateReading reading, string text) => reading.Published is not { } published ? [] :
    [
        new Dictionary<string, string>
        {
            ["published"] = published.Moment.Edtf,
            ["from"] = published.From.ToString().ToLowerInvariant(),
            ["words"] = published.Span.Of(text),
            ["why"] = published.Why,
        },
    ];

    private static Dictionary<string, string> Row(DateMention date, string text) => new()
    {
        ["words"] = date.Span.Of(text),
        ["type"] = date.Type.ToString().ToUpperInvariant(),
        ["timex"] = date.Timex ?? "",
        ["edtf"] = date.Moment?.Edtf ?? "",
        ["anchor"] = date.Anchor ?? "",
        ["mod"] = date.Mod ?? "",
        ["zone"] = date.Zone ?? "",
        ["utc"] = date.Universal ?? "",
    };
}
