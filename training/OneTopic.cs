using Stemma.Corpus.Stories;

namespace Stemma.Training;

/// <summary>How would stories look that are all told of one product, one trade fair or one war? Stories of train, whose articles also say what the articles of another story say.</summary>
/// <remarks>Train has hardly any such topic, and a monitor's case is full of them: sixteen rumours of one launch were joined into a handful.</remarks>
internal static class OneTopic
{
    private const int FewestStories = 4;
    private const int MostStories = 10;
    private const int FewestArticles = 2;
    private const int MostArticles = 11;

    // The topic's own story has at least so many articles: its terms are counted there.
    private const int Tellers = 5;

    // One story in so many keeps all its articles.
    private const int Large = 3;

    // How many of the topic's weightiest terms are told, and how much of its own each article keeps beside what stands in its lead.
    private const int FewestTerms = 60;
    private const int MostTerms = 200;
    private const double LeastKept = 0.6;
    private const double LeastTold = 0.5;
    private const double MostTold = 1.3;
    private const double Always = 0.95;

    /// <param name="articles">Identifier, keys and story of each article of train.</param>
    public static List<(string Id, IReadOnlyList<ulong> Keys, string Story)> Of(IReadOnlyList<(string Id, IReadOnlyList<ulong> Keys, string Story)> articles, ulong seed)
    {
        var random = new Splitmix(seed);
        var stories = Shuffled(articles.GroupBy(a => a.Story, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.OrderBy(a => a.Id, StringComparer.Ordinal).ToList()), ref random);
        var tellers = stories.First(s => s.Count >= Tellers).ConvertAll(a => a.Keys);
        var terms = tellers.SelectMany(k => k.DistinctBy(StoryKey.Term)).GroupBy(StoryKey.Term)
            .OrderByDescending(g => g.Sum(StoryKey.Weight)).ThenBy(g => g.Key)
            .Take(FewestTerms + random.Below(MostTerms - FewestTerms))
            .Select(g => (Term: g.Key, Keys: g.ToArray())).ToList();
        var (kept, told) = (LeastKept + ((1 - LeastKept) * random.Unit()), LeastTold + ((MostTold - LeastTold) * random.Unit()));
        var topic = new List<(string, IReadOnlyList<ulong>, string)>();
        foreach (var story in stories.Where(s => s[0].Keys != tellers[0]).Take(FewestStories + random.Below(MostStories - FewestStories + 1)))
        {
            var many = random.Below(Large) == 0 ? story.Count : FewestArticles + random.Below(MostArticles - FewestArticles + 1);
            foreach (var article in Shuffled(story, ref random).Take(many))
            {
                topic.Add((article.Id, Mixed(article.Keys, ref random), article.Story));
            }
        }

        return topic;

        List<ulong> Mixed(IReadOnlyList<ulong> own, ref Splitmix random)
        {
            var keys = new Dictionary<ulong, ulong>();
            foreach (var key in own)
            {
                if (random.Unit() < kept || StoryKey.InLead(key))
                {
                    keys[StoryKey.Term(key)] = key;
                }
            }

            foreach (var (term, said) in terms)
            {
                if (random.Unit() < Math.Min(Always, told * said.Length / tellers.Count) && !keys.ContainsKey(term))
                {
                    keys[term] = said[random.Below(said.Length)];
                }
            }

            return [.. keys.Values.Order()];
        }
    }

    private static List<T> Shuffled<T>(IEnumerable<T> all, ref Splitmix random)
    {
        var list = all.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = random.Below(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }

        return list;
    }
}
