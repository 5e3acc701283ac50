using System.Globalization;
using Stemma.Articles.Attribution;
using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Tests.Articles.Attribution;

/// <summary>Given who says what, is it described rightly? Source, cue and content of each row are looked up in the text; the other columns are found.</summary>
/// <remarks>
/// A source or content that stands more than once says which is meant ("Voss #2": where it stands for the second time); a cue without a number is the first behind the cue of the row before.
/// </remarks>
public class DescriptionSpecs
{
    public static TheoryData<Spec> Cases => Spec.Below("Articles/Attribution/Specs/Descriptions");

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_said_is_described(Spec spec)
    {
        var prose = ProseReader.Read(spec.Text, []);
        int source = Column(spec, "source"), cue = Column(spec, "cue"), content = Column(spec, "content");
        var (behind, numbered) = (0, new Dictionary<(string Column, Spans Span), string>());
        var given = new List<TaggedAttribution>();
        foreach (var row in spec.Rows)
        {
            var at = Find(spec, row[cue], behind, numbered, "cue");
            behind = at.Count > 0 ? at[^1].End : behind;
            given.Add(new TaggedAttribution(Find(spec, row[source], null, numbered, "source"), at, Find(spec, row[content], null, numbered, "content"), 1));
        }

        spec.Expect(AttributionReader.Describe(prose, given).Select(s => Numbered(Rows.Of(s, spec.Text), s, numbered)));
    }

    [Fact]
    public void A_number_tells_which_of_the_words_is_meant()
    {
        const string Text = "Voss waited. Then Voss spoke, said Voss.";
        Assert.Equal(new TextSpan(0, 4), At(Text, "Voss", 1));
        Assert.Equal(new TextSpan(18, 22), At(Text, "Voss", 2));
        Assert.Null(At(Text, "Voss", 4));
        Assert.Equal(("Voss", 2), Number("Voss #2"));
        Assert.Equal(("pier #", 0), Number("pier #"));
    }

    private static int Column(Spec spec, string name) => spec.Columns.ToList().IndexOf(name);

    // Behind: from where a cue is looked for; null for other words, which must then stand once or be numbered.
    private static Spans Find(Spec spec, string words, int? behind, Dictionary<(string, Spans), string> numbered, string column)
    {
        var found = new List<TextSpan>();
        foreach (var piece in words.Split(" … ").Where(p => p.Length > 0))
        {
            var (bare, number) = Number(piece);
            if (number == 0 && behind is null && At(spec.Text, bare, 2) is not null)
            {
                throw new FormatException($"“{bare}” stands more than once in the text of “{spec.Heading}”: say which, “{bare} #1”.");
            }

            var first = number > 0 ? At(spec.Text, bare, number) : At(spec.Text, bare, 1, behind ?? 0) ?? At(spec.Text, bare, 1);
            found.Add(first ?? throw new FormatException($"“{piece}” is not in the text of “{spec.Heading}”."));
        }

        Spans spans = [.. found];
        if (words.Contains(" #", StringComparison.Ordinal))
        {
            numbered[(column, spans)] = words;
        }

        return spans;
    }

    private static (string Words, int Number) Number(string piece)
    {
        var mark = piece.LastIndexOf(" #", StringComparison.Ordinal);
        return mark > 0 && int.TryParse(piece.AsSpan(mark + 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (piece[..mark], number) : (piece, 0);
    }

    // Whole words, where they stand for the n-th time from there on.
    private static TextSpan? At(string text, string words, int number, int from = 0)
    {
        for (var at = text.IndexOf(words, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(words[0])) && (end == text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(words[^1])) && --number == 0)
            {
                return new TextSpan(at, end);
            }
        }

        return null;
    }

    // What came out is told with the number the row gave, where it is the words the row meant.
    private static IReadOnlyDictionary<string, string> Numbered(IReadOnlyDictionary<string, string> row, Statement statement, Dictionary<(string, Spans), string> numbered) =>
        row.ToDictionary(c => c.Key, c => c.Key is "source" or "cue" or "content" && numbered.TryGetValue((c.Key, c.Key switch { "source" => statement.Source, "cue" => statement.Cue, _ => statement.Content }), out var words) ? words : c.Value);
}

/// <summary>A statement as a row of a spec.</summary>
internal static class Rows
{
    public static IReadOnlyDictionary<string, string> Of(Statement s, string text) => new Dictionary<string, string>
    {
        ["source"] = s.Source.Of(text),
        ["cue"] = s.Cue.Of(text),
        ["content"] = s.Content.Of(text),
        ["voice"] = s.Voice.ToString().ToLowerInvariant(),
        ["form"] = s.Form.ToString().ToLowerInvariant(),
        ["act"] = s.Act.ToString().ToLowerInvariant(),
        ["negated"] = s.Negated ? "negated" : "",
        ["denies"] = s.Denies?.Of(text) ?? "",
        ["accused"] = s.AccusedWords.Of(text),
        ["hedges"] = string.Join(", ", s.Hedges.Select(h => h.Words)),
        ["scope"] = string.Join(", ", s.Hedges.Select(h => h.Scope?.Of(text))),
        ["evidence"] = s.Evidence.Basis.ToString().ToLowerInvariant(),
        ["by"] = s.Evidence.By ?? "",
        ["via"] = string.Join(", ", s.Via.Select(v => v.Name)),
        ["rule"] = s.Rule,
    };
}
