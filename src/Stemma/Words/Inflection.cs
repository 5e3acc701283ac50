namespace Stemma.Words;

/// <summary>The forms of a regular English verb or noun, so that a word list needs only the lemma.</summary>
public static class Inflection
{
    /// <summary>third person, past, present participle; "+" behind the lemma doubles its last letter ("ban+": banned, banning).</summary>
    public static IEnumerable<(string Form, VerbForm Kind)> OfVerb(string lemma)
    {
        var doubled = lemma.EndsWith('+');
        var stem = doubled ? lemma[..^1] : lemma;
        var root = doubled ? stem + stem[^1] : stem;
        yield return (stem, VerbForm.Base);
        yield return (Plural(stem), VerbForm.Third);
        if (stem.EndsWith('e'))
        {
            yield return (stem + "d", VerbForm.Past);
            yield return (stem.EndsWith("ie", StringComparison.Ordinal) ? stem[..^2] + "ying" : stem.EndsWith("ee", StringComparison.Ordinal) ? stem + "ing" : stem[..^1] + "ing", VerbForm.Participle);
        }
        else if (stem.EndsWith('y') && stem.Length > 1 && !"aeiou".Contains(stem[^2], StringComparison.Ordinal))
        {
            yield return (stem[..^1] + "ied", VerbForm.Past);
            yield return (stem + "ing", VerbForm.Participle);
        }
        else
        {
            yield return (root + "ed", VerbForm.Past);
            yield return (root + "ing", VerbForm.Participle);
        }
    }

    /// <summary>The plural of a regular noun, or the third person of a regular verb.</summary>
    public static string Plural(string noun) =>
        noun.EndsWith("s", StringComparison.Ordinal) || noun.EndsWith("x", StringComparison.Ordinal) || noun.EndsWith("z", StringComparison.Ordinal)
            || noun.EndsWith("ch", StringComparison.Ordinal) || noun.EndsWith("sh", StringComparison.Ordinal) || noun.EndsWith("to", StringComparison.Ordinal)
            ? noun + "es"
            : noun.EndsWith('y') && noun.Length > 1 && !"aeiou".Contains(noun[^2], StringComparison.Ordinal) ? noun[..^1] + "ies" : noun + "s";
}

public enum VerbForm
{
    Base,
    Third,
    Past,
    Participle,
}
