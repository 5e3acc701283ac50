namespace Stemma.Corpus.Reuse;

/// <summary>When are two addresses one page? Scheme, "www.", a closing slash, the part after “#” and what trackers hang on make no difference.</summary>
internal static class PageAddress
{
    private static readonly string[] Trackers = ["utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "cmpid", "ocid"];

    /// <summary>The address as it is compared; null where there is none.</summary>
    public static string? Of(string? url)
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            return null;
        }

        var plain = url.Trim();
        var fragment = plain.IndexOf('#', StringComparison.Ordinal);
        plain = fragment >= 0 ? plain[..fragment] : plain;
        var scheme = plain.IndexOf("://", StringComparison.Ordinal);
        plain = scheme >= 0 ? plain[(scheme + 3)..] : plain;
        var (path, query) = plain.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark ? (plain[..mark], plain[(mark + 1)..]) : (plain, "");
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var (host, rest) = slash >= 0 ? (path[..slash], path[slash..]) : (path, "");
        host = host.ToLowerInvariant();
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        var asked = string.Join('&', query.Split('&', StringSplitOptions.RemoveEmptyEntries).Where(q => !Trackers.Any(t => q.StartsWith(t, StringComparison.OrdinalIgnoreCase))).Order(StringComparer.Ordinal));
        return host + rest.TrimEnd('/') + (asked.Length > 0 ? "?" + asked : "");
    }

    public static bool Same(string? one, string? other) => Of(one) is { } address && address == Of(other);
}
