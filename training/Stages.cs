namespace Stemma.Training;

/// <summary>What a finished stage hands to the next: named weights in a file of the working folder.</summary>
internal static class Stages
{
    public static void Save(string file, IEnumerable<Parameter> parameters)
    {
        using (var writer = new BinaryWriter(File.Create(file + ".part")))
        {
            foreach (var p in parameters)
            {
                writer.Write(p.Name);
                writer.Write(p.Count);
                Array.ForEach(p.Average[..p.Count], writer.Write);
            }
        }

        File.Move(file + ".part", file, overwrite: true);
    }

    /// <summary>Takes over the weights of a finished model.</summary>
    public static IReadOnlySet<string> LoadModel(string file, IEnumerable<Parameter> parameters, Action<string> say, bool firstOnly = false)
    {
        using var stream = File.OpenRead(file);
        var model = Stemma.Articles.Attribution.Tagger.TaggerModel.Read(stream);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var p in parameters)
        {
            if ((!firstOnly || p.Name.StartsWith("input.", StringComparison.Ordinal) || p.Name.StartsWith("layer1.", StringComparison.Ordinal)) && model.Find(p.Name) is { } tensor && tensor.Rows == p.Rows && tensor.Columns == p.Columns)
            {
                tensor.Values.AsSpan(0, p.Count).CopyTo(p.Value);
                tensor.Values.AsSpan(0, p.Count).CopyTo(p.Average);
                taken.Add(p.Name);
            }
        }

        say($"taken over from {Path.GetFileName(file)}: {taken.Count} tables of weights");
        return taken;
    }

    /// <summary>Takes over every weight that has the same name and size; gives their names.</summary>
    public static IReadOnlySet<string> Load(string file, IEnumerable<Parameter> parameters, Action<string> say)
    {
        var wanted = parameters.ToDictionary(p => p.Name, StringComparer.Ordinal);
        using var reader = new BinaryReader(new BufferedStream(File.OpenRead(file), 1 << 20));
        var taken = new HashSet<string>(StringComparer.Ordinal);
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            var name = reader.ReadString();
            var values = new float[reader.ReadInt32()];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = reader.ReadSingle();
            }

            if (wanted.TryGetValue(name, out var p) && p.Count == values.Length)
            {
                values.CopyTo(p.Value, 0);
                values.CopyTo(p.Average, 0);
                taken.Add(name);
            }
        }

        say($"taken over from {Path.GetFileName(file)}: {taken.Count} tables of weights");
        return taken;
    }
}
