using System.Globalization;
using System.Text.Json;
using Stemma.Quality;

// Prints every figure and holds it against its floor in floors.json: `quality [measure …] [--write]`.
// The data sets are looked for in STEMMA_DATA, else in ../shared/data beside the repository; where neither is, only our own samples are measured.
var repository = Repository();
var data = DataFolder(repository);
var floorsFile = Path.Combine(repository, "quality", "floors.json");
var floors = JsonSerializer.Deserialize<SortedDictionary<string, double>>(File.ReadAllText(floorsFile)) ?? [];
var wanted = args.Where(a => !a.StartsWith('-')).ToHashSet();

if (data is null)
{
    Console.WriteLine("quality: no data sets here (STEMMA_DATA, ../shared/data); only our own samples are measured.");
}

var sunk = 0;
foreach (var measure in typeof(IMeasure).Assembly.GetTypes()
    .Where(t => t is { IsAbstract: false, IsInterface: false } && typeof(IMeasure).IsAssignableFrom(t))
    .Select(t => (IMeasure)Activator.CreateInstance(t)!)
    .OrderBy(m => m.Name, StringComparer.Ordinal))
{
    if (wanted.Count > 0 && !wanted.Contains(measure.Name))
    {
        continue;
    }

    var clock = System.Diagnostics.Stopwatch.StartNew();
    var figures = measure.Measure(data, repository);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{measure.Name}  ({clock.Elapsed.TotalSeconds:F1} s)"));
    foreach (var figure in figures)
    {
        var floor = floors.TryGetValue(figure.Name, out var f) ? f : (double?)null;
        var below = floor is { } low && Math.Round(figure.Value, 2) < low;
        sunk += below ? 1 : 0;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {figure.Name,-44} {figure.Value,8:F2}   {(floor is { } l ? $"floor {l:F2}" : ""),-14}{(below ? "BELOW ITS FLOOR  " : "")}{figure.Note}"));
        if (args.Contains("--write") && (floor is null || figure.Value > floor))
        {
            floors[figure.Name] = Math.Floor(figure.Value * 100) / 100;
        }
    }

    if (figures.Count == 0)
    {
        Console.WriteLine("  not measured: its data is not here");
    }
}

if (args.Contains("--write"))
{
    File.WriteAllText(floorsFile, JsonSerializer.Serialize(floors, new JsonSerializerOptions { WriteIndented = true }) + "\n");
}

Console.WriteLine(sunk == 0 ? "\nquality: every figure stands on its floor." : $"\nquality: {sunk} below their floor.");
return sunk == 0 ? 0 : 1;

static string Repository()
{
    var folder = new DirectoryInfo(Directory.GetCurrentDirectory());
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Stemma.slnx")))
    {
        folder = folder.Parent;
    }

    return folder?.FullName ?? throw new InvalidOperationException("Run it inside the repository.");
}

static string? DataFolder(string repository)
{
    var named = Environment.GetEnvironmentVariable("STEMMA_DATA");
    var beside = Path.Combine(repository, "..", "shared", "data");
    return named is { Length: > 0 } && Directory.Exists(named) ? named : Directory.Exists(beside) ? Path.GetFullPath(beside) : null;
}
