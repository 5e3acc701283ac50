using Stemma.Training;

// `training NAME [--data DIR] [--option value …]`: makes one learned file anew. DIR: else STEMMA_DATA, else ../shared/data beside the repository.
var trainings = typeof(ITraining).Assembly.GetTypes()
    .Where(t => t is { IsAbstract: false, IsInterface: false } && typeof(ITraining).IsAssignableFrom(t))
    .Select(t => (ITraining)Activator.CreateInstance(t)!)
    .OrderBy(t => t.Name, StringComparer.Ordinal)
    .ToList();
var wanted = trainings.FirstOrDefault(t => args.Length > 0 && t.Name == args[0]);
if (wanted is null)
{
    Console.Error.WriteLine($"training: name one of: {string.Join(", ", trainings.Select(t => t.Name))}");
    return 2;
}

var folder = new DirectoryInfo(Directory.GetCurrentDirectory());
while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Stemma.slnx")))
{
    folder = folder.Parent;
}

if (folder is null)
{
    Console.Error.WriteLine("training: run it inside the repository.");
    return 2;
}

var options = new Dictionary<string, string>(StringComparer.Ordinal);
for (var i = 1; i < args.Length; i++)
{
    if (args[i].StartsWith("--", StringComparison.Ordinal) && i + 1 < args.Length)
    {
        options[args[i][2..]] = args[++i];
    }
    else
    {
        options["data"] = args[i];
    }
}

var data = options.TryGetValue("data", out var given) ? given : Environment.GetEnvironmentVariable("STEMMA_DATA") is { Length: > 0 } named ? named : Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "data"));
if (!Directory.Exists(data))
{
    Console.Error.WriteLine($"training: no data folder at {data}.");
    return 1;
}

wanted.Train(data, folder.FullName, options);
return 0;
