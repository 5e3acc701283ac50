using System.Text;
using Stemma.Words;

namespace Stemma.Corpus.Stories;

/// <summary>What is an article about, in numbers that can be compared without its text? Its weightiest stems and stem pairs, each hash beside its weight.</summary>
/// <remarks>
/// A key is one number: 44 bits of hash, 1 bit "stands in the lead", 3 bits of kind, 16 bits of weight; sorted keys are sorted by hash.
/// The weight is (1 + ln count) x rarity in news at large, so no other article of the case has a say in it.
/// </remarks>
public static class StoryKey
{
    /// <summary>Enough that the cosine of two whole articles changes by less than .02; the tail is common words.</summary>
    private const int MostStems = 220;

    private const int MostPairs = 200;

    // One unit of weight in the stored number; weights lie between 0 and about 60.
    private const double Unit = 1 / 1000.0;

    public static IReadOnlyList<ulong> Of(ArticleFindings findings)
    {
        var text = findings.Article.Text;
        var furniture = findings.Furniture.Where(f => f.Kind is not (FurnitureKind.Headline or FurnitureKind.Dateline)).SelectMany(f => f.Span).OrderBy(s => s).ToList();
        var terms = new Terms();
        var skip = 0;
        foreach (var word in PlainWords.Of(text))
        {
            while (skip < furniture.Count && furniture[skip].End <= word.Span.Begin)
            {
                skip++;
            }

            if (skip == furniture.Count || !furniture[skip].Contains(word.Span.Begin))
            {
                terms.Add(word);
            }
        }

        if (findings.Article.Title is { } title && !text.Contains(title, StringComparison.Ordinal))
        {
            terms.Title(title);
        }

        var all = terms.Weighed().ToList();
        return [.. Heaviest(all.Where(t => t.Kind != StoryTerm.Pair), MostStems).Concat(Heaviest(all.Where(t => t.Kind == StoryTerm.Pair), MostPairs)).Order()];
    }

    /// <summary>The hash alone: the kind may differ for one stem ("rice", "Rice").</summary>
    public static ulong Term(ulong key) => key >> 20;

    public static StoryTerm Kind(ulong key) => (StoryTerm)((key >> 16) & 0x7);

    public static bool InLead(ulong key) => (key & 0x80000) != 0;

    public static double Weight(ulong key) => (key & 0xFFFF) * Unit;

    private static IEnumerable<ulong> Heaviest(IEnumerable<(string Term, StoryTerm Kind, bool Lead, double Weight)> terms, int most) =>
        terms.OrderByDescending(t => t.Weight).ThenBy(t => t.Term, StringComparer.Ordinal).Take(most).Select(t => Pack(t.Term, t.Kind, t.Lead, t.Weight));

    private static ulong Pack(string term, StoryTerm kind, bool lead, double weight)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in Encoding.UTF8.GetBytes(term))
        {
            hash = (hash ^ b) * 1099511628211UL;
        }

        hash ^= hash >> 29;
        hash *= 0xBF58476D1CE4E5B9UL;
        hash ^= hash >> 32;
        return ((hash >> 20) << 20) | (lead ? 0x80000UL : 0) | ((ulong)kind << 16) | (ulong)Math.Clamp(Math.Round(weight / Unit), 1, 65535);
    }

    /// <summary>The terms of one article while it is read.</summary>
    private sealed class Terms
    {
        // The first sentences tell what an article is about; a step to 40 or 90 words changes the third digit.
        private const int LeadWords = 60;
        private const double LeadWeight = 1.3;

        // Figures are no stems; as rare as a word of one article in 150.
        private const double FigureRarity = 5;

        // Words of more than one article in three say nothing about the story.
        private const double LeastRarity = 1.1;

        // Words of more than one article in five are stepped over when words are paired: "leader of the militia" is "leader militia".
        private const double LeastRarityInPairs = 1.5;

        private readonly Dictionary<string, Count> _counts = new(StringComparer.Ordinal);
        private (string? Stem, int Sentence) _before;
        private int _words;

        public void Title(string title)
        {
            (_before, _words) = (default, 0);
            PlainWords.Of(title).ForEach(Add);
        }

        public void Add(PlainWord word)
        {
            var stem = word.IsNumber ? word.Lower : Stem.Of(word.Lower);
            var lead = _words++ < LeadWords;
            if (stem.Length < 2 && !word.IsNumber)
            {
                return;
            }

            Count(stem, lead, word.Capital && !word.First ? 1 : 0, word.Capital ? 0 : 1);
            if (Rarity(stem) >= LeastRarityInPairs)
            {
                if (_before.Stem is { } before && _before.Sentence == word.Sentence)
                {
                    Count(before + " " + stem, lead, 0, 0);
                }

                _before = (stem, word.Sentence);
            }
        }

        public IEnumerable<(string Term, StoryTerm Kind, bool Lead, double Weight)> Weighed()
        {
            foreach (var (term, count) in _counts)
            {
                var space = term.IndexOf(' ', StringComparison.Ordinal);
                var rarity = space < 0 ? Rarity(term) : (Rarity(term[..space]) + Rarity(term[(space + 1)..])) / 2;
                if (rarity >= LeastRarity)
                {
                    yield return (term, KindOf(term, count), count.Lead, (1 + Math.Log(count.Times)) * rarity * (count.Lead ? LeadWeight : 1));
                }
            }
        }

        private void Count(string term, bool lead, int capital, int plain)
        {
            var count = _counts.GetValueOrDefault(term);
            _counts[term] = new(count.Times + 1, count.Lead || lead, count.Capital + capital, count.Plain + plain);
        }

        // A word that stands with a capital inside sentences, and hardly without one, is a name.
        private static StoryTerm KindOf(string term, Count count) =>
            term.Contains(' ', StringComparison.Ordinal) ? StoryTerm.Pair
            : char.IsAsciiDigit(term[0]) ? StoryTerm.Figure
            : count.Capital > 0 && count.Capital >= count.Plain ? StoryTerm.Name
            : StoryTerm.Word;

        private static double Rarity(string stem) => char.IsAsciiDigit(stem[0]) ? FigureRarity : Background.Rarity(stem);
    }

    private readonly record struct Count(int Times, bool Lead, int Capital, int Plain);
}

public enum StoryTerm
{
    Word,
    Name,
    Figure,
    Pair,
}
