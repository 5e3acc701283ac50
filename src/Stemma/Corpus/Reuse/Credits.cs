using Stemma.Words;

namespace Stemma.Corpus.Reuse;

/// <summary>Which outlets of the case does an article name as those it has its words from, and with which words?</summary>
/// <remarks>
/// Two sources: the chain that was read from the article itself, and the names of the outlets that it shares words with, looked for in its text:
/// whoever shares an outlet's words and prints its name owes them to it. Agencies are also known by their initials in brackets: "(NW)".
/// </remarks>
internal static class Credits
{
    private const int Initials = 3;

    // A dateline stands in the first lines.
    private const int Head = 200;

    /// <param name="outlets">Of the articles that share words with this one.</param>
    public static List<Credit> Of(ArticleFindings findings, IEnumerable<string> outlets)
    {
        var found = new List<Credit>();
        var own = findings.Article.Outlet;
        foreach (var outlet in outlets.Where(o => own is null || !Same(o, own)))
        {
            var stated = findings.Chain.FirstOrDefault(link => Same(link.Outlet, outlet) || link.Outlet == InitialsOf(outlet));
            if (stated is not null)
            {
                found.Add(new(outlet, stated.Relation, stated.Span));
            }
            else if (Outlets.Of(outlet).Select(name => Find(findings.Article.Text, name)).FirstOrDefault(f => f is not null) is { } at)
            {
                found.Add(new(outlet, RelationOf(findings.Article.Text, at), [at]));
            }
        }

        return found;
    }

    /// <summary>The dateline names the article's own outlet, as agencies do in what is theirs: "LOM, May 4 (North Wire) —".</summary>
    public static bool IsSigned(Article article)
    {
        if (article.Outlet is not { } own)
        {
            return false;
        }

        var head = article.Text.AsSpan(0, Math.Min(Head, article.Text.Length));
        var dash = head.IndexOfAny('—', '–', '-');
        while (dash > 0)
        {
            var line = head[..dash].TrimEnd();
            if (line.EndsWith($"({own})", StringComparison.OrdinalIgnoreCase) || (InitialsOf(own) is { } initials && line.EndsWith($"({initials})", StringComparison.Ordinal)))
            {
                return true;
            }

            var next = head[(dash + 1)..].IndexOfAny('—', '–', '-');
            dash = next < 0 ? -1 : dash + 1 + next;
        }

        return false;
    }

    /// <summary>Two names of one outlet.</summary>
    public static bool Same(string one, string other) => Outlets.Same(one, other);

    private static string? InitialsOf(string outlet)
    {
        var words = outlet.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsUpper(w[0])).ToList();
        return words.Count < 2 ? null : string.Concat(words.Select(w => w[0]));
    }

    // The last place counts: a credit below the text is meant as one; a name inside it may only be told of.
    private static TextSpan? Find(string text, string outlet)
    {
        // Three letters mean an outlet between brackets only.
        if (outlet.Length <= Initials)
        {
            return text.IndexOf($"({outlet})", StringComparison.Ordinal) is >= 0 and var open ? new(open, open + outlet.Length + 2) : null;
        }

        var name = outlet.StartsWith("The ", StringComparison.Ordinal) && outlet.Count(c => c == ' ') > 1 ? outlet[4..] : outlet;
        for (var at = text.LastIndexOf(name, StringComparison.Ordinal); at >= 0; at = at == 0 ? -1 : text.LastIndexOf(name, at - 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return SentenceAround(text, at, end);
            }
        }

        if (InitialsOf(outlet) is { } initials && text.IndexOf($"({initials})", StringComparison.Ordinal) is >= 0 and var bracket)
        {
            return new(bracket, bracket + initials.Length + 2);
        }

        return null;
    }

    // The line, or the sentence of it, that the name stands in: the words of the credit.
    private static TextSpan SentenceAround(string text, int begin, int end)
    {
        while (begin > 0 && text[begin - 1] is not ('\n' or '\r') && !(text[begin - 1] is ' ' or '\u00a0' && begin > 1 && text[begin - 2] is '.' or '!' or '?' or '”' or '"'))
        {
            begin--;
        }

        while (end < text.Length && text[end] is not ('\n' or '\r' or '.' or '—'))
        {
            end++;
        }

        return new(begin, end < text.Length && text[end] is '.' or '—' ? end + 1 : end);
    }

    private static ChainRelation RelationOf(string text, TextSpan at)
    {
        var words = text.AsSpan(at.Begin, at.Length);
        bool Says(ReadOnlySpan<char> words, string what) => words.Contains(what, StringComparison.OrdinalIgnoreCase);
        return Says(words, "first appeared") || Says(words, "first published") || Says(words, "originally") ? ChainRelation.FirstAppearedOn
            : words.StartsWith("By ", StringComparison.Ordinal) ? ChainRelation.WrittenBy
            : words.StartsWith("From ", StringComparison.Ordinal) || words.StartsWith("Source", StringComparison.Ordinal)
                || Says(words, "material from") || Says(words, "syndicated") ? ChainRelation.SyndicatedFrom
            : Says(words, " told ") ? ChainRelation.Quotes
            : ChainRelation.Credits;
    }
}

/// <summary>An article names an outlet of the case.</summary>
internal readonly record struct Credit(string Outlet, ChainRelation Relation, Spans Span);
