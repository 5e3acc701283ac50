using System.Globalization;
using Stemma.Articles.Attribution;
using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Quality.Attributes;

/// <summary>Are denials, accusations, refusals, threats, demands, votes and vetoes told apart? On sentences of our own about an invented event (acts.tsv, acts-second.tsv).</summary>
/// <remarks>
/// "given": source, cue and content are taken from the sentence's marks, so only the act is asked. "read": the sentence is read alone as an article,
/// so it must also be found: a hit is a statement of that act whose cue or content meets the marked cue.
/// </remarks>
public sealed class ActMeasure : IMeasure
{
    private static readonly Act[] Asked = [Act.Deny, Act.Accuse, Act.Decline, Act.Threaten, Act.Demand, Act.Vote, Act.Veto];

    public string Name => "acts";

    public IReadOnlyList<Figure> Measure(string? data, string repository)
    {
        return [.. Sample("acts", "acts.tsv"), .. Sample("acts.second", "acts-second.tsv")];

        IEnumerable<Figure> Sample(string name, string file)
        {
            var gold = File.ReadLines(Path.Combine(repository, "quality", "Attributes", file))
                .Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).Select(r => (Act: Enum.Parse<Act>(r[0], ignoreCase: true), Marked: Marked(r[1]))).ToList();
            return Score($"{name}.given", gold, m => AttributionReader.Describe(ProseReader.Read(m.Text, []), [m.Gold])).Concat(Score($"{name}.read", gold, m => Read(m.Text)));
        }
    }

    private static IReadOnlyList<Statement> Read(string text) =>
        AttributionReader.Read(ProseReader.Read(text, [])).Statements;

    private static IEnumerable<Figure> Score(string how, List<(Act Act, (string Text, TaggedAttribution Gold) Marked)> gold, Func<(string Text, TaggedAttribution Gold), IReadOnlyList<Statement>> read)
    {
        var seen = gold.Select(g => (g.Act, Found: read(g.Marked).Where(s => s.Voice == Voice.Reported).ToList(), g.Marked)).ToList();
        if (Environment.GetEnvironmentVariable("STEMMA_SHOW") == how)
        {
            foreach (var s in seen.Where(s => !s.Found.Exists(f => f.Act == s.Act && Meets(f, s.Marked.Gold))))
            {
                Console.WriteLine($"  {s.Act}: {s.Marked.Text} -> {string.Join(" / ", s.Found.Select(f => $"{f.Act} “{f.Cue.Of(s.Marked.Text)}”"))}");
            }
        }

        foreach (var act in Asked)
        {
            var (all, hits) = (seen.Count(s => s.Act == act), seen.Count(s => s.Act == act && s.Found.Exists(f => f.Act == act && Meets(f, s.Marked.Gold))));
            var (said, right) = (seen.Sum(s => s.Found.Count(f => f.Act == act)), seen.Sum(s => s.Found.Count(f => f.Act == act && s.Act == act && Meets(f, s.Marked.Gold))));
            var name = act.ToString().ToLowerInvariant();
            yield return new Figure($"{how}.{name}.P", said == 0 ? 0 : 100.0 * right / said, string.Create(CultureInfo.InvariantCulture, $"{right} of {said}"));
            yield return new Figure($"{how}.{name}.R", all == 0 ? 0 : 100.0 * hits / all, string.Create(CultureInfo.InvariantCulture, $"{hits} of {all}"));
        }
    }

    private static bool Meets(Statement found, TaggedAttribution gold) => gold.Cue.Overlaps(found.Cue) || gold.Cue.Overlaps(found.Content) || gold.Content.Overlaps(found.Content);

    /// <summary>"[S Voss] [C denied] [Q taking the money]." without its marks, and where they stood.</summary>
    private static (string Text, TaggedAttribution Gold) Marked(string marked)
    {
        var text = new System.Text.StringBuilder();
        var spans = new Dictionary<char, List<TextSpan>> { ['S'] = [], ['C'] = [], ['Q'] = [] };
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] != '[')
            {
                text.Append(marked[i]);
                continue;
            }

            var end = marked.IndexOf(']', i);
            spans[marked[i + 1]].Add(new TextSpan(text.Length, text.Length + end - i - 3));
            text.Append(marked, i + 3, end - i - 3);
            i = end;
        }

        return (text.ToString(), new TaggedAttribution([.. spans['S']], [.. spans['C']], [.. spans['Q']], 1));
    }
}
