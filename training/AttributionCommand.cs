using System.Globalization;

namespace Stemma.Training;

/// <summary>`training attribution`: learns the tagger from nothing, stage by stage.</summary>
/// <remarks>
/// Without --epochs the whole course: vectors, language, five teachers, their pupil (--language M, --raw M, --epochs-each N make it short, to see that its stages go together). With it one lesson: --epochs N, --seed N, --language M (million words to read first;
/// 0 and nothing else is the plain form), --start FILE (weights to begin with), --first-only yes, --first-rate X, --rate X, --untaught X, --humans no,
/// --teachers FILE,FILE --raw M --raw-passed M --marks X --folds N --fold K (every N-th article from K on is left out).
/// Both: --work DIR (stages lie there and are not made twice; else training/work), --model FILE, --threads N.
/// --predict FILE only writes what a model says of dev, --calibrate FILE only learns that model's confidence anew.
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

        var school = new AttributionTraining(data, work, Say) { Threads = int.Parse(Option("threads", "1"), CultureInfo.InvariantCulture) };
        if (options.TryGetValue("calibrate", out var finished))
        {
            school.Calibrate(finished);
            return;
        }

        float Number(string name, float otherwise) => float.Parse(Option(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
        var words = (long)(1e6 * Number("language", 18));
        if (!options.ContainsKey("epochs"))
        {
            school.PupilWords = (long)(1e6 * Number("raw", 4));
            school.EpochsEach = options.ContainsKey("epochs-each") ? (int)Number("epochs-each", 1) : null;
            school.Course(model, words);
            return;
        }

        var one = new Lesson();
        school.Tagger(model, one with
        {
            Epochs = (int)Number("epochs", one.Epochs),
            Seed = ulong.Parse(Option("seed", one.Seed.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture),
            Humans = Option("humans", "yes") == "yes",
            StartFrom = options.GetValueOrDefault("start") ?? (words > 0 ? school.Language(words) : null),
            FirstOnly = Option("first-only", "no") == "yes",
            FirstRate = Number("first-rate", one.FirstRate),
            Rate = Number("rate", one.Rate),
            Untaught = Number("untaught", one.Untaught),
            TaughtBy = options.TryGetValue("teachers", out var teachers) ? teachers.Split(',') : [],
            RawWords = (long)(1e6f * Number("raw", 4)),
            RawPassed = (long)(1e6f * Number("raw-passed", 0)),
            MarkShare = Number("marks", one.MarkShare),
            Folds = (int)Number("folds", 0),
            Fold = (int)Number("fold", 0),
        });
    }
}
