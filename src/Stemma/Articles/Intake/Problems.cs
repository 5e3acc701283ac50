namespace Stemma.Articles.Intake;

/// <summary>How is a failure of the file system told to a person? In words, without the path (the caller names it) and without a trace.</summary>
internal static class Problems
{
    public static string Of(Exception e) => e switch
    {
        FileNotFoundException => "no such file or folder.",
        DirectoryNotFoundException => "no such file or folder.",
        UnauthorizedAccessException => "it may not be read: no permission.",
        PathTooLongException => "its name is too long.",
        EndOfStreamException => "it ends too early: the file looks cut off.",
        InvalidDataException => "it is broken: its compressed data cannot be read.",
        IOException => "it cannot be read: " + e.Message.TrimEnd('.') + ".",
        _ => "it cannot be read.",
    };
}
