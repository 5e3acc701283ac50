using System.Globalization;

namespace Stemma.Training;

/// <summary>`training attribution`: learns the tagger from nothing, stage by stage.</summary>
/// <remarks>
/// Options: --work DIR (stages lie there and are not made twice; else training/work), --model FILE, --language M (million words to read first), --epochs N, --threads N, --seed N,
/// --humans no (learn from one annotator's version only), --start FILE (weights to begin with), --predict FILE (only write what a model says of dev),
/// --calibrate FILE (only learn that model's confidence anew).
/// </remarks>
internal sealed class AttributionCommand : ITraining
{
    public string Name => "attribution";

    public void Train(string data, string repository) => Train(data, repository, new Dictionary<string, string>());

    public void Train(string data, string repository, IReadOnlyDictionary<string, string> options)
    {
        string Option(string name, string otherwise) => options.TryGetValue(name, out var told) ? told : otherwise;
        var clock = System.Diagnostics.Stopwatch.StartNew();
        void Say(string line) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed:hh\\:mm\\:ss} {line}"));

        var work = Option("work", Path.Combine(repository, "training", "work"));
        var model = Option("model", Path.Combine(repository, "src", "Stemma", "Articles", "Attribution", "Tagger", "Data", "attribution.model"));
        Directory.CreateDirectory(work);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(model))!);
        if (options.TryGetValue("predict", out var file))
        {
            Predictions.Write(model, Gold.Read(Path.Combine(data, "attribution", "dev.jsonl.gz")), file, Say);
            return;
        }

        var school = new AttributionTraining(data, work, Say)
        {
            Epochs = int.Parse(Option("epochs", "12"), CultureInfo.InvariantCulture),
            Threads = int.Parse(Option("threads", "1"), CultureInfo.InvariantCulture),
            Seed = ulong.Parse(Option("seed", "20161108"), CultureInfo.InvariantCulture),
            Humans = Option("humans", "yes") == "yes",
            StartFrom = options.GetValueOrDefault("start"),
            FirstRate = float.Parse(Option("first-rate", "1"), CultureInfo.InvariantCulture),
        };
        if (options.TryGetValue("calibrate", out var finished))
        {
            school.Calibrate(finished);
            return;
        }

        var words = long.Parse(Option("language", "18"), CultureInfo.InvariantCulture) * 1_000_000;
        if (words > 0)
        {
            school.StartFrom ??= school.Language(words);
        }

        if (school.Epochs > 0)
        {
            school.Tagger(model);
        }
    }
}
