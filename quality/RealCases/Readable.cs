using System.Text;

namespace Stemma.Quality.RealCases;

/// <summary>How did a paragraph read before it was cut into tokens? Marks go back to their words, quotation marks turn the right way, two sentences make a paragraph.</summary>
/// <remarks>What cannot be known (where paragraphs ended, which straight mark opened a quotation after a slip) is guessed the plain way. Judgements point into this text: a change here moves them.</remarks>
internal static class Readable
{
    // Fewer sentences make no paragraph of news.
    private const int SentencesPerParagraph = 2;

    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal)
    {
        "Mr", "Mrs", "Ms", "Dr", "Gen", "Sen", "Sens", "Rep", "Reps", "Gov", "St", "Lt", "Col", "Sgt", "Jr", "Sr", "Mo", "Va", "Calif", "Fla", "Ga", "D.C", "U.S", "U.N", "E.U", "U.K",
        "a.m", "p.m", "Inc", "Co", "Corp", "No", "vs", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec",
    };

    public static string Of(string tokenised)
    {
        var tokens = Marks(tokenised.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        var text = new StringBuilder();
        var (sentences, open) = (0, 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (i > 0)
            {
                if (sentences >= SentencesPerParagraph && open == 0)
                {
                    text.Append("\n\n");
                    sentences = 0;
                }
                else if (!Joined(tokens, i))
                {
                    text.Append(' ');
                }
            }

            text.Append(token);
            open = token == "“" ? 1 : token == "”" ? 0 : open;
            sentences += EndsSentence(tokens, i) ? 1 : 0;
        }

        return text.Append('\n').ToString();
    }

    // Every quotation mark as the printer has it.
    private static List<string> Marks(string[] raw)
    {
        var tokens = new List<string>();
        var open = false;
        foreach (var token in raw)
        {
            var mark = token is "``" or "“" ? "“" : token is "''" or "”" ? "”" : token is "\"" ? open ? "”" : "“" : null;
            open = mark is null ? open : mark == "“";
            if (mark is not null)
            {
                tokens.Add(mark);
            }
            else if (token.Length > 1 && token[^1] == '”')
            {
                // "president. ”" lost its blank: the mark is a token of its own.
                tokens.AddRange([token[..^1], "”"]);
                open = false;
            }
            else
            {
                tokens.Add(token.Replace('\'', '’'));
            }
        }

        return tokens;
    }

    private static bool Joined(List<string> tokens, int i)
    {
        var (before, token) = (tokens[i - 1], tokens[i]);
        return token is "," or "." or ";" or ":" or "?" or "!" or "%" or ")" or "]" or "”" or "’" or "n’t"
            || before is "(" or "[" or "“" or "‘" or "$" or "£" or "€" or "#"
            || (token.Length is 2 or 3 && token[0] == '’' && token[1..] is "s" or "re" or "ve" or "ll" or "d" or "m")
            || (before == "’" && token is "s" or "t" or "re" or "ve" or "ll" or "d" or "m");
    }

    private static bool EndsSentence(List<string> tokens, int i)
    {
        var ends = tokens[i] is "." or "?" or "!" || (tokens[i] is [.., '.'] && tokens[i].Length > 3 && !Abbreviations.Contains(tokens[i][..^1]));
        if (tokens[i] == "”" && i > 0)
        {
            return tokens[i - 1] is "." or "?" or "!" or [.., '.'] && Opens(tokens, i + 1);
        }

        return ends && Opens(tokens, i + 1) && !(tokens[i] == "." && i > 0 && (Abbreviations.Contains(tokens[i - 1]) || tokens[i - 1] is [>= 'A' and <= 'Z']));
    }

    private static bool Opens(List<string> tokens, int i) => i >= tokens.Count || tokens[i] is "“" or "(" or "[" || char.IsUpper(tokens[i][0]);
}
