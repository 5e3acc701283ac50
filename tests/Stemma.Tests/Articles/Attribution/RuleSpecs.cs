using Stemma.Articles.Attribution;
using Stemma.Articles.Attribution.Rules;
using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Tests.Articles.Attribution;

/// <summary>One rule at a time, with what the tagger is said to have found ("given: source | cue | content") and everything that stands after it.</summary>
public class RuleSpecs
{
    public static TheoryData<Spec> Cases => Spec.Below("Articles/Attribution/Specs/Rules");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rule_hits_what_it_should_and_nothing_else(Spec spec)
    {
        Furniture[] furniture = spec.Settings.ContainsKey("headline") ? [new Furniture([new TextSpan(0, spec.Text.Split('\n')[0].Length)], FurnitureKind.Headline)] : [];
        var prose = ProseReader.Read(spec.Text, furniture);
        var given = spec.Settings.Where(s => s.Key.StartsWith("given", StringComparison.Ordinal)).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value.Split('|'))
            .Select(p => new Found(new TaggedAttribution(Words(spec, p[0]), Words(spec, p[1]), Words(spec, p[2]), 0.9), "tagger")).ToList();
        var rule = Assert.Single(AttributionReader.Rules, r => r.Name == spec.Settings["rule"]);
        spec.Expect(rule.Apply(prose, given).Select(f => (IReadOnlyDictionary<string, string>)new Dictionary<string, string>
        {
            ["source"] = f.Tagged.Source.Of(spec.Text),
            ["cue"] = f.Tagged.Cue.Of(spec.Text),
            ["content"] = f.Tagged.Content.Of(spec.Text),
            ["voice"] = f.Voice.ToString().ToLowerInvariant(),
            ["rule"] = f.Rule,
        }));
    }

    [Fact]
    public void Every_rule_has_a_spec()
    {
        var told = Spec.Parse("", [.. Directory.EnumerateFiles(Path.Combine(Spec.TestTree(), "Articles/Attribution/Specs/Rules"), "*.md").Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines)])
            .Select(s => s.Settings["rule"]).ToHashSet(StringComparer.Ordinal);
        Assert.All(AttributionReader.Rules, r => Assert.Contains(r.Name, told));
    }

    private static Spans Words(Spec spec, string words) => words.Trim() is { Length: > 0 } w
        ? [.. w.Split(" … ").Select(p => spec.Text.IndexOf(p, StringComparison.Ordinal) is var at and >= 0 ? new TextSpan(at, at + p.Length) : throw new FormatException($"“{p}” is not in the text."))]
        : Spans.None;
}
