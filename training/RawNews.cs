using System.IO.Compression;

namespace Stemma.Training;

/// <summary>Which words follow which in the unlabelled news?</summary>
/// <remarks>The stored text splits typographic apostrophes off ("didn ’ t"); they are put back as the tokenizer would have them.</remarks>
internal static class RawNews
{
    static readonly HashSet<string> Clitics = new(StringComparer.Ordinal) { "s", "re", "ve", "ll", "d", "m", "S" };

    public static IEnumerable<List<string>> Articles(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "part*.txt.gz").Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
                if (line.Length > 0) yield return Mended(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    /// <summary>The words as a text that the program can read like any other: marks closed up, contractions whole.</summary>
    public static string Text(List<string> words)
    {
        var text = new System.Text.StringBuilder();
        var (quoted, tight) = (false, true);
        foreach (var word in words)
        {
            var opens = word is "“" or "(" or "[" or "$" or "‘" or "``" || (word == "\"" && !quoted);
            var closes = word is "”" or ")" or "]" or "." or "," or ";" or ":" or "!" or "?" or "%" or "…" or "''" or "n't" || (word == "\"" && quoted)
                || (word.Length is 2 or 3 && word[0] is '\'' or '’' && Clitics.Contains(word[1..]));
            quoted ^= word == "\"";
            if (!tight && !closes)
            {
                text.Append(' ');
            }

            text.Append(word);
            tight = opens;
        }

        return text.ToString();
    }

    static List<string> Mended(string[] raw)
    {
        var words = new List<string>(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            var next = i + 1 < raw.Length ? raw[i + 1] : "";
            if (raw[i] is "’" or "'" && words.Count > 0 && Clitics.Contains(next))
            {
                words.Add("'" + next);
                i++;
            }
            else if (raw[i] is "’" or "'" && next == "t" && words.Count > 0 && words[^1].Length > 1 && words[^1][^1] == 'n')
            {
                words[^1] = words[^1] is "can" ? "ca" : words[^1][..^1];
                words.Add("n't");
                i++;
            }
            else words.Add(raw[i]);
        }
        return words;
    }
}
