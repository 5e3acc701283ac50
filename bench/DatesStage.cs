using System.Text;
using Stemma.Articles.Dates;

namespace Stemma.Bench;

/// <summary>How fast are dates found and reckoned, on one thread?</summary>
/// <remarks>Over the texts of a .jsonl or .jsonl.gz file with "text" and "published" (first argument), else over our own sentences; bytes are UTF-8.</remarks>
public sealed class DatesStage : IStage
{
    // Long enough for the compiler to have settled.
    private const double Seconds = 3;

    private const string Own =
        "The port of Lom reopened on Tuesday, Ilse Maren said late on Wednesday, two days after shells had hit the silo at 10:35 a.m. on May 4. The council, which met every Friday in 2029, will meet again next week. "
        + "Nobody had counted the barges that lay along the north bank, and the harbour master, a patient man of few words, said only that the cranes would move when the river let them. ";

    public string Name => "dates";

    public string Question => "MB/s of text, one thread: dates found and reckoned [file.jsonl[.gz]]";

    public void Run(string[] args)
    {
        var texts = args.Length > 0 ? Lines.Articles(args[0]) : [.. Enumerable.Range(0, 200).Select(_ => (string.Concat(Enumerable.Repeat(Own, 10)), (DateOnly?)new DateOnly(2031, 5, 7)))];
        var bytes = texts.Sum(t => (long)Encoding.UTF8.GetByteCount(t.Text));
        var best = double.MaxValue;
        var found = 0;
        var (rounds, all) = (0, Clock.Spent);
        for (; rounds < 3 || (Clock.Spent - all).TotalSeconds < Seconds; rounds++)
        {
            // Time of the processor, not of the wall: on a busy machine the figure is that of the code.
            var begun = Clock.Spent;
            found = 0;
            foreach (var (text, published) in texts)
            {
                found += DateReader.Dates(text, published).Count;
            }

            best = Math.Min(best, (Clock.Spent - begun).TotalSeconds);
        }

        Clock.Say($"{texts.Count} texts, {bytes / 1e6:F2} MB, {found} dates: {bytes / best / 1e6:F1} MB/s (best of {rounds})");
    }
}
