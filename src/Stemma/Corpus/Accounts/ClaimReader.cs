using System.Collections.Concurrent;
using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>What does each clause of an article claim, and how does it hold it?</summary>
/// <remarks>Works on words and marks alone, so that it can be asked about any two articles at once; who speaks comes from the statements of the findings.</remarks>
internal static class ClaimReader
{
    // Words that more than one article in three has hold sentences together; rarer than one in 3,000 makes no more difference.
    private const double LeastRarity = 0.7;
    private const double MostRarity = 8;

    /// <summary>Claims of the first sentences only: what stands further down a very long text repeats, and time must stay linear.</summary>
    private const int MostSentences = 400;

    public static ClaimedArticle Read(ArticleFindings findings)
    {
        var text = findings.Article.Text;
        var furniture = findings.Furniture.Where(f => f.Kind != FurnitureKind.Headline).SelectMany(f => f.Span).OrderBy(s => s).ToList();
        var sentences = new List<IReadOnlyList<ClaimTerm>>();
        var countries = Countries(text, new TextSpan(0, text.Length));
        var skip = 0;
        foreach (var sentence in PlainWords.Of(text).GroupBy(w => w.Sentence).Take(MostSentences))
        {
            var words = new List<ClaimTerm>();
            foreach (var word in sentence)
            {
                while (skip < furniture.Count && furniture[skip].End <= word.Span.Begin)
                {
                    skip++;
                }

                if (skip == furniture.Count || !furniture[skip].Contains(word.Span.Begin))
                {
                    words.Add(Term(word) with { Country = countries.GetValueOrDefault(word.Span.Begin) });
                }
            }

            if (words.Count > 0)
            {
                sentences.Add(words.ToArray());
            }
        }

        return new(findings, sentences, new(() => Claims(findings, sentences)));
    }

    private static List<Claim> Claims(ArticleFindings findings, List<IReadOnlyList<ClaimTerm>> sentences)
    {
        var claims = new List<Claim>();
        for (var s = 0; s < sentences.Count; s++)
        {
            foreach (var clause in Clauses(findings.Article.Text, sentences[s]))
            {
                claims.Add(Of(findings, s, claims.Count, clause));
            }
        }

        return claims;
    }

    /// <summary>The words of these spans as claims are compared by them.</summary>
    public static IReadOnlyList<ClaimTerm> Terms(string text, Spans spans) => [.. spans.SelectMany(s => (Countries(text, s), PlainWords.Of(text, s)) is var (countries, words) ? words.Select(w => Term(w) with { Country = countries.GetValueOrDefault(w.Span.Begin) }) : [])];

    // Where a word names a country: "Moscow", "Russian" and "the Kremlin" meet in it.
    private static Dictionary<int, string> Countries(string text, TextSpan within)
    {
        var found = new Dictionary<int, string>();
        foreach (var hit in Gazetteer.World.Find(text, within))
        {
            if (hit.Names[0] is { Country: { } country, Kind: NameKind.Country or NameKind.People or NameKind.Capital or NameKind.Place or NameKind.Institution } && char.IsUpper(text[hit.Span.Begin]))
            {
                found[hit.Span.Begin] = country;
            }
        }

        return found;
    }

    private static ClaimTerm Term(PlainWord word)
    {
        if (!Known.TryGetValue(word.Lower, out var known))
        {
            if (Known.Count >= MostKnown)
            {
                Known.Clear();
            }

            var rarity = word.IsNumber ? 4 : Background.Rarity(Stem.Of(word.Lower));
            Known[word.Lower] = known = (word.Lower, Kin.Of(word.IsNumber ? word.Lower : Thesaurus.Base(word.Lower)), rarity < LeastRarity ? 0 : Math.Min(MostRarity, rarity));
        }

        return new(word.Span, known.Lower, known.Kin, known.Weight, word.Capital, word.First, false);
    }

    // Base form and weight of words met before, and the one string that all articles share; forgotten together at this many, so that memory stays flat.
    private const int MostKnown = 200_000;
    private static readonly ConcurrentDictionary<string, (string Lower, Kin Kin, double Weight)> Known = new(StringComparer.Ordinal);

    /// <summary>The sentences of some words.</summary>
    public static IEnumerable<List<ClaimTerm>> Sentences(IReadOnlyList<ClaimTerm> words)
    {
        var begin = 0;
        for (var i = 1; i <= words.Count; i++)
        {
            if (i == words.Count || words[i].First)
            {
                yield return [.. words.Skip(begin).Take(i - begin)];
                begin = i;
            }
        }
    }

    /// <summary>The words clause by clause: a sentence, a semicolon, a colon or a dash parts clauses; so does a comma before "but", "though", "while".</summary>
    public static IEnumerable<List<ClaimTerm>> Clauses(string text, IReadOnlyList<ClaimTerm> words)
    {
        var clause = new List<ClaimTerm>();
        for (var i = 0; i < words.Count; i++)
        {
            if (clause.Count > 0 && (words[i].First || Parts(text.AsSpan(words[i - 1].Span.End, words[i].Span.Begin - words[i - 1].Span.End), words[i].Lower)))
            {
                yield return clause;
                clause = [];
            }

            clause.Add(words[i]);
        }

        if (clause.Count > 0)
        {
            yield return clause;
        }
    }

    private static bool Parts(ReadOnlySpan<char> between, string next) =>
        between.IndexOfAny(";:—") >= 0 || between.Contains(" – ", StringComparison.Ordinal)
        || (between.Contains(',') && next is "but" or "though" or "although" or "while" or "whereas" or "yet");

    private static readonly ClaimMaker Maker = new(MoodOf, TimeReader.In, FigureReader.In, Idle);

    private static Claim Of(ArticleFindings findings, int sentence, int number, List<ClaimTerm> words)
    {
        Frame(findings.Article.Text, words);
        return Maker.Of(findings, sentence, number, words, words.Exists(w => ClaimWords.IsForm("report-verb", w.Lower)) || Has(words, "according"));
    }

    // The words that hand the claim over are none of it: ", the minister said on Friday", "According to the coroner, …", "Police in Lom said that …".
    internal static void Frame(string text, List<ClaimTerm> words)
    {
        var verb = words.FindIndex(w => ClaimWords.Is("hands-over", w.Lower));
        if (verb < 0)
        {
            return;
        }

        var (from, to) = (0, verb);
        var comma = LastComma(text, words, verb);
        if (words[verb].Lower == "according")
        {
            (from, to) = verb <= 1 ? (0, NextComma(text, words, verb)) : (verb, words.Count - 1);
        }
        else if (comma >= 3 && verb - comma <= 10)
        {
            (from, to) = (comma, NextComma(text, words, verb));
        }
        else if (verb > 8)
        {
            (from, to) = (verb, verb);
        }

        if (to - from + 1 < words.Count)
        {
            for (var i = from; i <= to; i++)
            {
                words[i] = words[i] with { Weight = 0, Frame = true };
            }
        }
    }

    // The first word behind the last comma before this one; 0 where there is none.
    private static int LastComma(string text, List<ClaimTerm> words, int at)
    {
        for (var i = at; i > 0; i--)
        {
            if (text.AsSpan(words[i - 1].Span.End, words[i].Span.Begin - words[i - 1].Span.End).Contains(','))
            {
                return i;
            }
        }

        return 0;
    }

    private static int NextComma(string text, List<ClaimTerm> words, int at)
    {
        for (var i = at + 1; i < words.Count; i++)
        {
            if (text.AsSpan(words[i - 1].Span.End, words[i].Span.Begin - words[i - 1].Span.End).Contains(','))
            {
                return i - 1;
            }
        }

        return words.Count - 1;
    }

    // "no fewer than", "not only", "no doubt", "nothing but" negate nothing.
    internal static bool Idle(List<ClaimTerm> words, int i) =>
        i + 1 < words.Count && (words[i].Lower, words[i + 1].Lower) is ("no", "fewer") or ("no", "less") or ("no", "more") or ("not", "only") or ("no", "doubt") or ("nothing", "but") or ("no", "longer") or ("not", "immediately") or ("not", "least")
        || (words[i].Lower == "no" && words.Skip(i + 1).Take(OnlyReach).Any(w => w.Lower is "alternative" or "other" or "question" or "secret"));

    // "no other explanation", "no plausible alternative": it says that this is so.
    private const int OnlyReach = 2;

    private static bool Has(List<ClaimTerm> words, string lower) => words.Exists(w => w.Lower == lower);

    internal static Mood MoodOf(List<ClaimTerm> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (ClaimWords.Is("condition", words[i].Lower) && !(words[i].Lower == "whether" && i > 0) && !(words[i].Lower is "should" && !words[i].First))
            {
                return Mood.Condition;
            }
        }

        for (var i = 0; i < words.Count; i++)
        {
            // "could not be reached", "would not comment", "may have" tell of what was: only plain futures count.
            if (ClaimWords.Is("future", words[i].Lower) && !Behind(words, i))
            {
                return words[i].Lower is "may" or "might" or "could" ? Mood.Condition : Mood.Future;
            }

            if (ClaimWords.PhraseAt("future-phrase", words, i) > 0)
            {
                return Mood.Future;
            }
        }

        return Mood.Fact;
    }

    private static bool Behind(List<ClaimTerm> words, int i) =>
        words.Skip(i + 1).Take(3).Any(w => w.Lower is "have" or "comment" or "say" or "answer") || (words[i].Lower is "may" or "might" && words[i].Capital && !words[i].First);
}
