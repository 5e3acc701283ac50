using Stemma.Words;

namespace Stemma.Corpus.Stories;

/// <summary>By which names and words does an article tell one of its happenings, and how much of what it tells of the kind is this one?</summary>
/// <remarks>
/// Names stand in the sentence around each mention, words in the mention itself. Each weighs by the share of the mentions that have it, a word by its rarity too.
/// </remarks>
internal sealed class HappeningProfile
{
    // A sentence is looked for so far on either side of a mention: longer ones are rare.
    private const int SentenceReach = 160;

    // Shorter words say little.
    private const int LeastLetters = 4;

    private HappeningProfile(IReadOnlyDictionary<string, double> names, IReadOnlyDictionary<string, double> words, double share) =>
        (Names, Words, Share) = (names, words, share);

    /// <summary>Name to the share of mentions beside which it stands.</summary>
    public IReadOnlyDictionary<string, double> Names { get; }

    /// <summary>Stem to its weight.</summary>
    public IReadOnlyDictionary<string, double> Words { get; }

    /// <summary>How many of the article's mentions of this family are this happening's, 0 to 1.</summary>
    public double Share { get; }

    /// <summary>One for each event of the article, in their order.</summary>
    public static IReadOnlyList<HappeningProfile> Of(ArticleFindings article)
    {
        var named = article.Actors
            .Where(a => a.Kind is not (ActorKind.Unnamed or ActorKind.Outlet or ActorKind.Document))
            .SelectMany(a => a.Mentions.Select(m => (At: m.Hull.Begin, Name: HappeningTies.NameOf(a))))
            .OrderBy(m => m.At).ThenBy(m => m.Name, StringComparer.Ordinal)
            .ToList();
        var places = named.ConvertAll(n => n.At);
        var spans = article.Events.Select(e => (e.Mentions ?? []).Select(m => m.Span.Hull).Prepend(e.Span.Hull).ToList()).ToList();
        var family = article.Events.Select((e, i) => (Family: FamilyOf(e.Kind), Count: spans[i].Count)).GroupBy(f => f.Family, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(f => f.Count), StringComparer.Ordinal);
        return [.. article.Events.Select((e, i) => new HappeningProfile(Named(spans[i]), Told(spans[i]), (double)spans[i].Count / family[FamilyOf(e.Kind)]))];

        Dictionary<string, double> Named(List<TextSpan> mentions)
        {
            var found = new SortedDictionary<string, double>(StringComparer.Ordinal);
            foreach (var mention in mentions)
            {
                var sentence = SentenceAround(article.Article.Text, mention);
                var at = places.BinarySearch(sentence.Begin);
                var here = new SortedSet<string>(StringComparer.Ordinal);
                for (at = at < 0 ? ~at : at; at > 0 && places[at - 1] == sentence.Begin; at--)
                {
                }

                for (; at < places.Count && places[at] < sentence.End; at++)
                {
                    here.Add(named[at].Name);
                }

                foreach (var name in here)
                {
                    found[name] = found.GetValueOrDefault(name) + (1.0 / mentions.Count);
                }
            }

            return found.ToDictionary(StringComparer.Ordinal);
        }

        Dictionary<string, double> Told(List<TextSpan> mentions)
        {
            var found = new SortedDictionary<string, double>(StringComparer.Ordinal);
            foreach (var mention in mentions)
            {
                foreach (var stem in PlainWords.Of(article.Article.Text, mention).Where(w => !w.IsNumber && w.Lower.Length >= LeastLetters).Select(w => Stem.Of(w.Lower)).Distinct(StringComparer.Ordinal))
                {
                    found[stem] = found.GetValueOrDefault(stem) + (Background.Rarity(stem) / mentions.Count);
                }
            }

            return found.ToDictionary(StringComparer.Ordinal);
        }
    }

    /// <summary>How much alike two happenings are told: by names, 0 to 1, and by words, 0 to 1, together.</summary>
    public static double Likeness(HappeningProfile a, HappeningProfile b) => Likeness(a.Names, b.Names) + Likeness(a.Words, b.Words);

    private static double Likeness(IReadOnlyDictionary<string, double> a, IReadOnlyDictionary<string, double> b)
    {
        var dot = a.OrderBy(w => w.Key, StringComparer.Ordinal).Sum(w => w.Value * b.GetValueOrDefault(w.Key));
        return dot == 0 ? 0 : dot / Math.Sqrt(a.Values.Order().Sum(v => v * v) * b.Values.Order().Sum(v => v * v));
    }

    internal static string FamilyOf(string kind) => EventKinds.IsViolence(kind) ? "violence" : kind;

    private static TextSpan SentenceAround(string text, TextSpan mention)
    {
        var (begin, end) = (mention.Begin, mention.End);
        while (begin > 0 && mention.Begin - begin < SentenceReach && !Ends(text, begin - 1))
        {
            begin--;
        }

        while (end < text.Length && end - mention.End < SentenceReach && !Ends(text, end))
        {
            end++;
        }

        return new(begin, end);
    }

    private static bool Ends(string text, int at) => text[at] == '\n' || (text[at] is '.' or '?' or '!' && at + 1 < text.Length && (char.IsWhiteSpace(text[at + 1]) || text[at + 1] is '”' or '"'));
}
