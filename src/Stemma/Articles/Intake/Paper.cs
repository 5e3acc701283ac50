using System.ComponentModel;
using System.Diagnostics;

namespace Stemma.Articles.Intake;

/// <summary>What words does a PDF hold? Asked of Debian's `pdftotext` (poppler-utils), found at run time; its text is the article, page ends as form feeds.</summary>
/// <remarks>No PDF library restores (docs/decisions). A scan without text, a locked or broken paper and a missing program each have their own words.</remarks>
internal static class Paper
{
    public static Taken Read(FileStream file, string path, string stem, Said said)
    {
        if (Program("pdftotext") is not { } program)
        {
            return Intake.Refuse(path, "a PDF is read by “pdftotext”, which is not installed here (Debian: apt-get install poppler-utils).");
        }

        var (bytes, problem) = Bounded.ReadAll(file);
        if (problem is not null)
        {
            return Intake.Refuse(path, problem);
        }

        if (!bytes.AsSpan(0, Math.Min(bytes!.Length, 1024)).ContainsAny("%PDF-"u8) || bytes.AsSpan(0, Math.Min(bytes.Length, 1024)).IndexOf("%PDF-"u8) < 0)
        {
            return Intake.Refuse(path, bytes.Length == 0 ? "it is empty." : "its name says PDF, but it is none.");
        }

        var (words, said1, status) = Run(program, Path.GetFullPath(path));
        if (words is null)
        {
            return Intake.Refuse(path, said1!);
        }

        if (status != 0)
        {
            return Intake.Refuse(path, said1!.Contains("password", StringComparison.OrdinalIgnoreCase)
                ? "it is locked by a password."
                : "a broken or cut off PDF; pdftotext cannot read it.");
        }

        var decoded = Decoding.Read(words, "utf-8", mendable: true);
        if (decoded.Text is null || string.IsNullOrWhiteSpace(decoded.Text))
        {
            var pages = Math.Max(1, words.AsSpan().Count((byte)'\f'));
            return Intake.Refuse(path, $"no text in it ({pages} {(pages == 1 ? "page" : "pages")} of pictures). Run it through OCR, then add the result.");
        }

        return new Taken(
            new RawPage { File = path, Name = stem, Original = bytes, Sha256 = Hash.Of(bytes), Form = PageForm.Text, Content = decoded.Text, Said = said },
            null);
    }

    /// <summary>Where the program lies on the search path; null where it does not.</summary>
    internal static string? Program(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
            .FirstOrDefault(File.Exists);

    internal static (byte[]? Words, string? Said, int Status) Run(string program, string path, int limit = Limits.Paper)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        foreach (var argument in (ReadOnlySpan<string>)["-enc", "UTF-8", "-eol", "unix", path, "-"])
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var complaint = process.StandardError.ReadToEndAsync();

            // Ends the program when its time is up; the read below then ends too.
            using var end = new Timer(_ => Kill(process), null, limit, Timeout.Infinite);
            var (words, problem) = Bounded.ReadAll(process.StandardOutput.BaseStream);
            if (words is null)
            {
                Kill(process);
            }

            process.WaitForExit();
            return words is null ? (null, problem, 0)
                : process.ExitCode is 137 or 143 ? (null, $"pdftotext took more than {limit / 1000} seconds; it was stopped.", 0)
                : (words, complaint.GetAwaiter().GetResult(), process.ExitCode);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            return (null, "pdftotext cannot be started here.", 0);
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It had ended by itself.
        }
    }
}
