using Stemma.Articles.Sentences;

namespace Stemma.Articles.Actors;

/// <summary>What stands around a place name that tells whether it acts: the words beside it, the preposition, noun and verb that govern it, what follows.</summary>
/// <remarks>Only names of features; what each is worth was learned (`training metonymy`) and stands in Data/metonymy.tsv.</remarks>
internal static class MetonymyFeatures
{
    /// <summary>All of them, as the model is trained: what stands near, and the sentence's other words.</summary>
    public static List<string> Of(ArticleWords words, int first, int end)
    {
        var found = Near(words, first, end);
        var sentence = words.Prose.Sentences[words.Prose.Tokens[first].Sentence];
        for (var i = sentence.FirstToken; i < sentence.FirstToken + sentence.Tokens; i++)
        {
            if ((i < first || i >= end) && Bagged(words, sentence, i) is { } bagged)
            {
                found.Add(bagged);
            }
        }

        found.Add(Digits(words, sentence));
        return found;
    }

    /// <summary>The feature of this word as one of the sentence's, wherever it stands; null where it has none.</summary>
    public static string? Bagged(ArticleWords words, Sentence sentence, int i) =>
        words.IsWord(i) && !WordLists.Function.Contains(words.Lower(i)) && (i == sentence.FirstToken || !words.IsCapital(i)) ? "bag " + words.Base(i) : null;

    public static string Digits(ArticleWords words, Sentence sentence) =>
        "digits " + (Enumerable.Range(sentence.FirstToken, sentence.Tokens).Any(i => char.IsDigit(words.Lower(i)[0])) ? "some" : "none");

    /// <summary>Those of the words within reach of the name.</summary>
    public static List<string> Near(ArticleWords words, int first, int end)
    {
        var sentence = words.Prose.Sentences[words.Prose.Tokens[first].Sentence];
        var (from, until) = (sentence.FirstToken, sentence.FirstToken + sentence.Tokens);
        string At(int i) => i < from ? "<s>" : i >= until ? "</s>" : char.IsDigit(words.Lower(i)[0]) ? "0" : words.Lower(i);
        string Base(int i) => i < from ? "<s>" : i >= until ? "</s>" : words.IsWord(i) ? words.Base(i) : At(i);
        bool Capital(int i) => i > from && i < until && words.IsCapital(i);

        var found = new List<string>(40) { "bias" };
        var p = first - 1;
        var article = At(p) is "the" or "a" or "an" ? At(p--) : "";
        found.Add("the " + article);
        found.Add("p1 " + Base(p));
        found.Add("p2 " + Base(p - 1));
        found.Add("p21 " + Base(p - 1) + " " + Base(p));
        found.Add("n1 " + Base(end));
        found.Add("n2 " + Base(end + 1));
        found.Add("n12 " + Base(end) + " " + Base(end + 1));
        found.Add("p1n1 " + Base(p) + " " + Base(end));
        if (first == from)
        {
            found.Add("opens");
        }

        if (Capital(end))
        {
            found.Add("capital behind");
        }

        if (Capital(p) && article.Length == 0)
        {
            found.Add("capital before");
        }

        // Over the other names of a list, and adjectives, to the word that governs it.
        var g = p;
        while (g > from && first - g < 12 && (At(g) is "," or "and" or "or" or "&" or "the" or "northern" or "southern" or "eastern" or "western" or "central" or "neighboring" or "both" || (Capital(g) && words.IsWord(g) && !WordLists.Function.Contains(words.Lower(g)))))
        {
            g--;
        }

        var list = g < p;
        var governor = Base(g);
        found.Add("g " + governor + (list ? " list" : ""));
        found.Add("g " + governor);
        if (WordLists.Prepositions.Contains(governor))
        {
            found.Add("gp " + governor + " " + Base(g - 1));
            found.Add("gpf " + governor + " " + FieldAt(g - 1, words, from));
            found.Add("prep");
            // The verb or noun two words before the preposition, over an object.
            found.Add("gv " + governor + " " + Verb(g - 1, from, words));
        }
        else if (g > from)
        {
            found.Add("gf " + FieldAt(g, words, from) + (words.IsVerb(g) ? " verb" : ""));
        }

        if (At(end) is "'s" or "'")
        {
            found.Add("owner " + Base(end + 1));
            found.Add("owner field " + FieldAt(end + 1, words, from, until));
            found.Add("owner");
        }

        // The next verb, over an aside between commas.
        var n = end;
        while (n < until && n < end + 10 && !IsVerb(n, words))
        {
            n++;
        }

        if (n < until && n < end + 10)
        {
            var near = n == end ? "at once" : n - end < 4 ? "near" : "far";
            found.Add("v " + near);
            found.Add("v " + near + " " + Base(n));
            found.Add("vf " + near + " " + FieldAt(n, words, from, until));
            if (!WordLists.Prepositions.Contains(governor))
            {
                found.Add("subject " + near);
                found.Add("subject " + Base(n));
                found.Add("subject field " + FieldAt(n, words, from, until) + " " + (first == from || At(p) is "," or "that" or "while" or "and" or "when" or "after" ? "clause" : ""));
            }
        }

        return found;
    }

    private static string Verb(int at, int from, ArticleWords words)
    {
        for (var i = at; i >= from && i > at - 5; i--)
        {
            if (words.IsWord(i) && !words.IsCapital(i) && words.IsVerb(i) && !WordLists.Function.Contains(words.Lower(i)))
            {
                return words.Base(i);
            }
        }

        return "";
    }

    private static bool IsVerb(int i, ArticleWords words) =>
        WordLists.Verbs.Contains(words.Lower(i)) && words.Lower(i) != "'s"
        || (words.IsWord(i) && !words.IsCapital(i) && words.IsVerb(i) && words.Lower(i) is var l && l.Length > 3 && (l.EndsWith("ed", StringComparison.Ordinal) || (l[^1] == 's' && l[^2] != 's') || l is "won" or "lost" or "beat" or "took" or "gave" or "made" or "went" or "came" or "became" or "began" or "led" or "sent" or "held" or "fought" or "drew"));

    private static string FieldAt(int i, ArticleWords words, int from, int until = int.MaxValue) =>
        i < from || i >= until || i >= words.Count || !words.IsWord(i) ? "none" : words.Field(i);
}
