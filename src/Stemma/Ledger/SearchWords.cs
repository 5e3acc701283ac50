namespace Stemma.Ledger;

/// <summary>What a person's search means, and where its words stand: all words must be there; words "in quotation marks" stand together in order; "word*" begins a word.</summary>
public static class SearchWords
{
    /// <summary>One thing asked for: one word or several that follow each other.</summary>
    /// <param name="Begins">The last word may go on ("shell*").</param>
    public sealed record Term(IReadOnlyList<string> Words, bool Begins);

    /// <summary>Empty where no word is asked for.</summary>
    public static IReadOnlyList<Term> Parse(string words)
    {
        var terms = new List<Term>();
        var parts = words.Replace('“', '"').Replace('”', '"').Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            // Odd parts stand between quotation marks; the last one too, where its closing mark is missing.
            foreach (var piece in i % 2 == 1 ? [parts[i]] : parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                var tokens = Tokens(piece).Select(t => Folded(t.Of(piece))).ToList();
                if (tokens.Count > 0)
                {
                    terms.Add(new Term(tokens, piece.TrimEnd().EndsWith('*')));
                }
            }
        }

        return terms;
    }

    /// <summary>Statements that hold all terms in source, cue or content; the article once, where only its text or title does.</summary>
    public static IEnumerable<Hit> Hits(ArticleFindings findings, IReadOnlyList<Term> terms)
    {
        var text = findings.Article.Text;
        var found = false;
        foreach (var statement in findings.Statements)
        {
            var hull = statement.Source.Concat(statement.Cue).Concat(statement.Content).ToList();
            var words = string.Join(" … ", hull.Select(s => s.Of(text)));
            if (terms.All(t => Find(words, t) is not null))
            {
                found = true;
                yield return new Hit(findings.Article.Id, statement.Id, statement.Content.IsEmpty ? statement.Source : statement.Content);
            }
        }

        if (!found && terms.All(t => Find(text, t) is not null || Find(findings.Article.Title ?? "", t) is not null))
        {
            yield return new Hit(findings.Article.Id, null, Places(text, terms));
        }
    }

    /// <summary>The first place of each term, in the order of the text.</summary>
    public static Spans Places(string text, IReadOnlyList<Term> terms) =>
        [.. terms.Select(t => Find(text, t)).OfType<TextSpan>().Distinct().Order()];

    /// <summary>The words of a text as a search compares them.</summary>
    public static IEnumerable<string> Of(string text) => Tokens(text).Select(t => Folded(t.Of(text)));

    /// <summary>Does this text hold it?</summary>
    public static bool Holds(string text, Term term) => Find(text, term) is not null;

    private static TextSpan? Find(string text, Term term)
    {
        var tokens = Tokens(text).ToList();
        for (var i = 0; i + term.Words.Count <= tokens.Count; i++)
        {
            var all = true;
            for (var k = 0; all && k < term.Words.Count; k++)
            {
                var word = Folded(tokens[i + k].Of(text));
                all = term.Begins && k == term.Words.Count - 1 ? word.StartsWith(term.Words[k], StringComparison.Ordinal) : word == term.Words[k];
            }

            if (all)
            {
                return new TextSpan(tokens[i].Begin, tokens[i + term.Words.Count - 1].End);
            }
        }

        return null;
    }

    private static IEnumerable<TextSpan> Tokens(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                continue;
            }

            var begin = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.NonSpacingMark))
            {
                i++;
            }

            yield return new TextSpan(begin, i);
        }
    }

    private static string Folded(string word) => word.ToLowerInvariant();
}
