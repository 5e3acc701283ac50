using System.Diagnostics;
using System.Globalization;
using System.Text;
using Stemma.Articles.Actors;
using Stemma.Articles.Attribution;
using Stemma.Articles.Cleaning;
using Stemma.Articles.Dates;
using Stemma.Articles.Happenings;
using Stemma.Articles.Sentences;
using Stemma.Corpus;

namespace Stemma.Bench;

/// <summary>Times each room of the way over the same articles, one after the other on one thread.</summary>
internal sealed class RoomsStage : IStage
{
    // After one round that loads models and compiles.
    private const int Rounds = 3;

    public string Name => "rooms";

    public string Question => "How long does each room take over an article? bench rooms FILE.jsonl[.gz] (lines with a text)";

    public void Run(string[] args)
    {
        var file = args.Length > 0 ? args[0] : throw new ArgumentException("Which file? bench rooms FILE.jsonl[.gz]");
        var pages = Lines.Texts(file).Select(t => new RawPage { File = file, Original = Encoding.UTF8.GetBytes(t), Sha256 = "", Form = PageForm.Text, Content = t }).ToList();
        var rooms = new (string Name, double Seconds)[] { ("cleaning", 0), ("sentences", 0), ("attribution", 0), ("actors", 0), ("dates", 0), ("happenings", 0), ("keys", 0) };
        for (var round = 0; round <= Rounds; round++)
        {
            if (round == 1)
            {
                Array.ForEach(Enumerable.Range(0, rooms.Length).ToArray(), i => rooms[i].Seconds = 0);
            }

            foreach (var page in pages)
            {
                var clean = Time(0, () => Cleaner.Clean(page));
                var prose = Time(1, () => ProseReader.Read(clean.Article.Text, clean.Furniture));
                var said = Time(2, () => AttributionReader.Read(prose));
                var acted = Time(3, () => ActorReader.Read(prose, clean.Article, said.Statements));
                var handed = Time(2, () => AttributionReader.WithWays(prose, acted.Statements, acted.Actors));
                var dated = Time(4, () => DateReader.Read(prose, clean.Article, clean.Published, handed));
                var told = Time(5, () => HappeningReader.Read(prose, dated.Published, dated.Dates, acted.Actors, dated.Statements));
                Time(6, () => CorpusReader.KeysOf(new ArticleFindings { Reader = "", Article = clean.Article, Statements = told.Statements, Events = told.Events, Actors = acted.Actors, Dates = dated.Dates }));
            }
        }

        var articles = pages.Count * Rounds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages.Count} articles, {pages.Sum(p => p.Content.Length) / pages.Count} signs each on average"));
        foreach (var (name, seconds) in rooms)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-12} {seconds * 1000 / articles,8:F2} ms an article   {articles / Math.Max(seconds, 1e-9),10:F0} articles/s"));
        }

        var whole = rooms.Sum(r => r.Seconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"whole",-12} {whole * 1000 / articles,8:F2} ms an article   {articles / whole,10:F0} articles/s"));

        T Time<T>(int room, Func<T> work)
        {
            var before = Stopwatch.GetTimestamp();
            var made = work();
            rooms[room].Seconds += Stopwatch.GetElapsedTime(before).TotalSeconds;
            return made;
        }
    }
}
