namespace Stemma.Articles.Dates;

/// <summary>What does a rule's line of classes, words, options and alternatives mean?</summary>
/// <remarks>
/// <c>the? (PHASE|PHASEN of) MONTH ,? Y4</c>: upper case names a class, all else is the word itself, <c>?</c> makes the one before it optional,
/// <c>@NAME</c> is put in from a line of its own, <c>~X</c> asks that X stands with no white space before it. There is no repetition: every rule's length is bounded, and so is the work at each token.
/// </remarks>
internal abstract record Pattern
{
    internal sealed record Symbol(int Class, bool Glued) : Pattern;

    internal sealed record Row(Pattern[] Parts) : Pattern;

    internal sealed record Either(Pattern[] Parts) : Pattern
    {
        /// <summary>Each alternative as a row of its own.</summary>
        public Pattern[][] Rows { get; } = [.. Parts.Select(p => new[] { p })];
    }

    internal sealed record Optional(Pattern Part) : Pattern
    {
        public Pattern[] Alone { get; } = [Part];
    }

    public static Pattern Parse(string words, IReadOnlyDictionary<string, Pattern> named, Func<string, int> classOf)
    {
        var pieces = Pieces(words);
        var at = 0;
        var pattern = Alternatives(pieces, ref at, named, classOf);
        return at == pieces.Count ? pattern : throw new FormatException($"Date rule “{words}”: “{pieces[at]}” is out of place.");
    }

    /// <summary>The words a pattern names as themselves.</summary>
    public static IEnumerable<string> Literals(string words) => Pieces(words).Where(p => p is not ("(" or ")" or "|" or "?") && p[0] != '@' && !IsClass(p.TrimStart('~'))).Select(p => p.Length > 1 ? p.TrimStart('~') : p);

    private static bool IsClass(string piece) => char.IsAsciiLetterUpper(piece[0]);

    private static List<string> Pieces(string words)
    {
        var pieces = new List<string>();
        for (var at = 0; at < words.Length;)
        {
            if (words[at] is ' ')
            {
                at++;
                continue;
            }

            var begin = at++;
            if (words[begin] is not ('(' or ')' or '|' or '?'))
            {
                while (at < words.Length && words[at] is not (' ' or '(' or ')' or '|' or '?'))
                {
                    at++;
                }
            }

            pieces.Add(words[begin..at]);
        }

        return pieces;
    }

    private static Pattern Alternatives(List<string> pieces, ref int at, IReadOnlyDictionary<string, Pattern> named, Func<string, int> classOf)
    {
        var parts = new List<Pattern> { Sequence(pieces, ref at, named, classOf) };
        while (at < pieces.Count && pieces[at] == "|")
        {
            at++;
            parts.Add(Sequence(pieces, ref at, named, classOf));
        }

        return parts.Count == 1 ? parts[0] : new Either([.. parts]);
    }

    private static Row Sequence(List<string> pieces, ref int at, IReadOnlyDictionary<string, Pattern> named, Func<string, int> classOf)
    {
        var parts = new List<Pattern>();
        while (at < pieces.Count && pieces[at] is not (")" or "|"))
        {
            Pattern part;
            var piece = pieces[at++];
            if (piece == "(")
            {
                part = Alternatives(pieces, ref at, named, classOf);
                if (at >= pieces.Count || pieces[at] != ")")
                {
                    throw new FormatException($"Date rule “{string.Join(' ', pieces)}”: a bracket is not closed.");
                }

                at++;
            }
            else if (piece[0] == '@')
            {
                part = named.TryGetValue(piece, out var p) ? p : throw new FormatException($"Date rule “{string.Join(' ', pieces)}”: no line names {piece}.");
            }
            else
            {
                var glued = piece.Length > 1 && piece[0] == '~';
                part = new Symbol(classOf(glued ? piece[1..] : piece), glued);
            }

            if (at < pieces.Count && pieces[at] == "?")
            {
                at++;
                part = new Optional(part);
            }

            parts.Add(part);
        }

        return new Row([.. parts]);
    }
}
