using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>"The shells were sold abroad, he added, …": a speaker and a verb of saying set behind a clause hand it over.</summary>
/// <remarks>
/// Why: the surest indirect form there is, and running attribution loses its first half where a second cue follows.
/// Hits: clause, comma, short speaker, verb of saying, comma or stop. Hits not: what somebody has already; a clause of one or two words.
/// Misses: speakers longer than a name with its title.
/// </remarks>
internal sealed class TrailingCueRule : IAttributionRule
{
    // "harbour minister Ilse Maren": longer ones hold a clause.
    private const int LongestSpeaker = 5;
    private const int FewestWords = 3;

    private static readonly HashSet<string> Verbs = new(Words.Resource.Rows("Articles/Attribution/Data/trailing-verbs.tsv").SelectMany(r => r[0].Split(", ")), StringComparer.Ordinal);

    public string Name => "trailing-cue";

    public IReadOnlyList<Found> Apply(Prose prose, IReadOnlyList<Found> found)
    {
        var result = new Finds(prose, found);
        foreach (var sentence in prose.Sentences.Where(s => Body.IsRead(prose.Paragraphs[s.Paragraph])))
        {
            var (first, end) = (sentence.FirstToken, sentence.FirstToken + sentence.Tokens);
            for (var t = first + FewestWords; t < end; t++)
            {
                if (!Verbs.Contains(prose.Tokens[t].Lower) || prose.Tokens[t].Quotation >= 0 || (t + 1 < end && prose.Tokens[t + 1].Lower is not ("," or ".")))
                {
                    continue;
                }

                var comma = t - 1;
                while (comma > first && t - comma <= LongestSpeaker && prose.Tokens[comma].Lower != ",")
                {
                    comma--;
                }

                if (prose.Tokens[comma].Lower != "," || comma == t - 1 || !(prose.IsCapital(comma + 1) || prose.Tokens[comma + 1].Lower is "he" or "she" or "they" or "it"))
                {
                    continue;
                }

                var (content, cue) = (Body.SpanOf(prose, first, comma), prose.Tokens[t].Span);

                // An unquoted clause that a cue in another sentence took along belongs to the cue beside it.
                foreach (var n in content.IsEmpty || prose.Tokens[first].Quotation >= 0 ? [] : result.Near(sentence.Span).ToList())
                {
                    var other = result[n].Tagged;
                    if (other.Content.Count > 1 && !other.Cue.Overlaps(sentence.Span) && other.Content.Any(c => content[0].Contains(c)))
                    {
                        result.Replace(n, result[n] with { Tagged = other with { Content = [.. other.Content.Where(c => !content[0].Contains(c))] } });
                    }
                }

                if (!content.IsEmpty && Body.Words(prose, content[0]) >= FewestWords
                    && !result.Any(sentence.Span, f => f.Tagged.Cue.Overlaps(cue) || f.Tagged.Content.Overlaps(content) || f.Tagged.Cue.Overlaps(content) || f.Tagged.Content.Overlaps(cue)))
                {
                    result.Add(new Found(new TaggedAttribution(Body.SpanOf(prose, comma + 1, t), [cue], content, 0.85), Name));
                }
            }
        }

        return result.All;
    }
}
