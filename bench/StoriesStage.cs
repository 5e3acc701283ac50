using System.Globalization;
using Stemma.Corpus;
using Stemma.Corpus.Stories;

namespace Stemma.Bench;

/// <summary>Which kept articles tell of the same thing: `bench stories articles.jsonl [how many]`. Does one more cost more than the one before?</summary>
/// <remarks>Keys, index, candidates and their scores; happenings and disputes of the pairs found are not part of it.</remarks>
public sealed class StoriesStage : IStage
{
    private const int Block = 10_000;

    public string Name => "stories";

    public string Question => "How long does it take to find articles on one thing among so many, and with how many others is one more laid beside?";

    public void Run(string[] args)
    {
        var most = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : int.MaxValue;
        var index = new StoryIndex();
        var (count, pairs, keying, looking) = (0, 0, TimeSpan.Zero, TimeSpan.Zero);
        Clock.Say($"{"articles",10} {"µs cpu keys",12} {"µs cpu look-up",15} {"pairs an article",17} {"memory MB",10}");
        foreach (var (text, _) in Lines.Articles(args[0]).Take(most))
        {
            var before = Clock.Spent;
            var id = string.Create(CultureInfo.InvariantCulture, $"a{count:D7}");
            var keys = new ArticleKeys(id, ++count, [], StoryKey.Of(new ArticleFindings { Reader = "file", Article = new Article { Id = id, File = "", Sha256 = "", Text = text } }));
            var between = Clock.Spent;
            pairs += index.Near(keys).Count;
            index.Add(keys);
            (keying, looking) = (keying + between - before, looking + Clock.Spent - between);
            if (count % Block == 0)
            {
                Clock.Say($"{count,10} {keying.TotalMicroseconds / Block,12:F0} {looking.TotalMicroseconds / Block,15:F0} {(double)pairs / Block,17:F1} {Environment.WorkingSet >> 20,10}");
                (pairs, keying, looking) = (0, TimeSpan.Zero, TimeSpan.Zero);
            }
        }
    }
}
