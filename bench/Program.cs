using Stemma.Bench;

// Times rooms and the whole, side by side, one process: `bench NAME [arguments]`; no name lists them.
var stages = typeof(IStage).Assembly.GetTypes()
    .Where(t => t is { IsAbstract: false, IsInterface: false } && typeof(IStage).IsAssignableFrom(t))
    .Select(t => (IStage)Activator.CreateInstance(t)!)
    .OrderBy(s => s.Name, StringComparer.Ordinal)
    .ToList();

if (args.Length == 0 || stages.Find(s => s.Name == args[0]) is not { } stage)
{
    foreach (var s in stages)
    {
        Console.WriteLine($"{s.Name,-16} {s.Question}");
    }

    return args.Length == 0 ? 0 : 2;
}

stage.Run(args[1..]);
return 0;
