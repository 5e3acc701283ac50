namespace Stemma.Web;

/// <summary>Which case is served, where, and to whom.</summary>
/// <param name="CasePath">The case file.</param>
/// <param name="Addresses">What to listen on; loopback unless a person said otherwise.</param>
/// <param name="Access">The token that lets a browser in; null on loopback, where whoever sits at the machine may look.</param>
/// <param name="Now">The time, UTC, ISO 8601.</param>
/// <param name="By">Who corrects, for the log.</param>
public sealed record WebSettings(string CasePath, IReadOnlyList<Uri> Addresses, string? Access, Func<string> Now, string By)
{
    /// <summary>The largest upload taken, in bytes; a day's newspaper as HTML is a tenth of it.</summary>
    public const long MostUpload = 64L * 1024 * 1024;
}
