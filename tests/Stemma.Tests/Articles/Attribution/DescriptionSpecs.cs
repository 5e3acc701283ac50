using Stemma.Articles.Attribution;
using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Tests.Articles.Attribution;

/// <summary>Given who says what, is it described rightly? Source, cue and content of each row are looked up in the text; the other columns are found.</summary>
public class DescriptionSpecs
{
    public static TheoryData<Spec> Cases => Spec.Below("Articles/Attribution/Specs/Descriptions");

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_said_is_described(Spec spec)
    {
        var prose = ProseReader.Read(spec.Text, []);
        int source = Column(spec, "source"), cue = Column(spec, "cue"), content = Column(spec, "content");
        var from = 0;
        var given = spec.Rows.Select(row => new TaggedAttribution(Find(spec, row[source], from), Find(spec, row[cue], from, ref from), Find(spec, row[content], 0), 1)).ToList();
        spec.Expect(AttributionReader.Describe(prose, given).Select(s => Rows.Of(s, spec.Text)));
    }

    private static int Column(Spec spec, string name) => spec.Columns.ToList().IndexOf(name);

    private static Spans Find(Spec spec, string words, int from) => Find(spec, words, from, ref from);

    /// <summary>Whole words, behind the cue of the row before where they stand there, else from the start.</summary>
    private static Spans Find(Spec spec, string words, int from, ref int next)
    {
        var found = new List<TextSpan>();
        foreach (var piece in words.Split(" … ").Where(p => p.Length > 0))
        {
            var at = At(spec.Text, piece, from);
            at = at < 0 ? At(spec.Text, piece, 0) : at;
            found.Add(at >= 0 ? new TextSpan(at, at + piece.Length) : throw new FormatException($"“{piece}” is not in the text of “{spec.Heading}”."));
            next = at + piece.Length;
        }

        return [.. found];
    }

    private static int At(string text, string words, int from)
    {
        for (var at = text.IndexOf(words, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(words[0])) && (end == text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(words[^1])))
            {
                return at;
            }
        }

        return -1;
    }
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
