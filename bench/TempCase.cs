namespace Stemma.Bench;

/// <summary>A place for a case file that is gone when the stage is.</summary>
internal sealed class TempCase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stemma-bench-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "made.db");

    public void Dispose() => _folder.Delete(recursive: true);
}
