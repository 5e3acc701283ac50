using Stemma;
using Stemma.Articles;
using Stemma.Articles.Intake;

foreach (var path in args.Where(a => a != "read" && !a.StartsWith("--", StringComparison.Ordinal) && a != "jsonl"))
{
    foreach (var taken in Intake.Open(path, Said.Nothing))
    {
        Console.Out.WriteLine(FindingsJson.Line(ArticleReader.Read(taken.Page!)));
    }
}
