namespace Stemma.Words;

/// <summary>Under which form do "strikes", "striking" and "struck by strikes" meet? The suffix stripper of Porter (1980), with his own later amendments.</summary>
/// <remarks>Takes lower case. Words with other than a–z are given back as they are, without a possessive "'s".</remarks>
public static class Stem
{
    public static string Of(string word)
    {
        if (word.EndsWith("'s", StringComparison.Ordinal))
        {
            word = word[..^2];
        }
        else if (word.EndsWith("s'", StringComparison.Ordinal))
        {
            word = word[..^1];
        }

        if (word.Length < 3)
        {
            return word;
        }

        foreach (var c in word)
        {
            if (c is < 'a' or > 'z')
            {
                return word;
            }
        }

        var w = word;
        w = Plural(w);
        w = Past(w);
        if (w.Length > 2 && w[^1] == 'y' && !Vowel(w, w.Length - 2))
        {
            w = w[..^1] + "i";
        }

        w = Swap(w, Step2, 1);
        w = Swap(w, Step3, 1);
        w = Drop(w);
        if (w.Length > 1 && w[^1] == 'e' && (Measure(w[..^1]) is var m && (m > 1 || (m == 1 && !ShortEnd(w[..^1])))))
        {
            w = w[..^1];
        }

        return w.Length > 1 && w[^1] == 'l' && w[^2] == 'l' && Measure(w[..^1]) > 1 ? w[..^1] : w;
    }

    private static readonly (string From, string To)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"), ("alli", "al"), ("entli", "ent"),
        ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"),
        ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
    ];

    private static readonly (string From, string To)[] Step3 =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    private static readonly string[] Step4 =
        ["ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic", "ou"];

    private static string Plural(string w) =>
        w.EndsWith("sses", StringComparison.Ordinal) ? w[..^2]
        : w.EndsWith("ies", StringComparison.Ordinal) ? w[..^2]
        : w.EndsWith("ss", StringComparison.Ordinal) ? w
        : w[^1] == 's' ? w[..^1]
        : w;

    private static string Past(string w)
    {
        if (w.EndsWith("eed", StringComparison.Ordinal))
        {
            return Measure(w[..^3]) > 0 ? w[..^1] : w;
        }

        string cut;
        if (w.EndsWith("ed", StringComparison.Ordinal) && HasVowel(w[..^2]))
        {
            cut = w[..^2];
        }
        else if (w.EndsWith("ing", StringComparison.Ordinal) && HasVowel(w[..^3]))
        {
            cut = w[..^3];
        }
        else
        {
            return w;
        }

        if (cut.EndsWith("at", StringComparison.Ordinal) || cut.EndsWith("bl", StringComparison.Ordinal) || cut.EndsWith("iz", StringComparison.Ordinal))
        {
            return cut + "e";
        }

        if (cut.Length > 1 && cut[^1] == cut[^2] && !Vowel(cut, cut.Length - 1) && cut[^1] is not ('l' or 's' or 'z'))
        {
            return cut[..^1];
        }

        return Measure(cut) == 1 && ShortEnd(cut) ? cut + "e" : cut;
    }

    private static string Swap(string w, (string From, string To)[] list, int least)
    {
        foreach (var (from, to) in list)
        {
            if (w.EndsWith(from, StringComparison.Ordinal))
            {
                return Measure(w[..^from.Length]) >= least ? w[..^from.Length] + to : w;
            }
        }

        return w;
    }

    private static string Drop(string w)
    {
        foreach (var end in Step4)
        {
            if (w.EndsWith(end, StringComparison.Ordinal))
            {
                var rest = w[..^end.Length];
                return Measure(rest) > 1 && (end != "ion" || rest[^1] is 's' or 't') ? rest : w;
            }
        }

        return w;
    }

    // The number of vowel-consonant steps in it.
    private static int Measure(string w)
    {
        var (count, before) = (0, false);
        for (var i = 0; i < w.Length; i++)
        {
            var vowel = Vowel(w, i);
            count += before && !vowel ? 1 : 0;
            before = vowel;
        }

        return count;
    }

    private static bool HasVowel(string w)
    {
        for (var i = 0; i < w.Length; i++)
        {
            if (Vowel(w, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Vowel(string w, int i) => w[i] is 'a' or 'e' or 'i' or 'o' or 'u' || (w[i] == 'y' && i > 0 && !Vowel(w, i - 1));

    // Consonant, vowel, consonant that is not w, x or y: "hop".
    private static bool ShortEnd(string w) =>
        w.Length > 2 && !Vowel(w, w.Length - 1) && Vowel(w, w.Length - 2) && !Vowel(w, w.Length - 3) && w[^1] is not ('w' or 'x' or 'y');
}
