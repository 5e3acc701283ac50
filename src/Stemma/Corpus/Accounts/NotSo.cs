using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>Who says, without a word of denying, that something was not so: “Forty people did not die”, “nobody fired a shell”?</summary>
internal static class NotSo
{
    /// <summary>Statements that say of somebody else's doing that it was not so: "“Forty people did not die”", "nobody fired a shell".</summary>
    public static IReadOnlyList<DenialStatement> In(ClaimedArticle article) =>
        [.. article.Findings.Statements.Select(s => (Statement: s, Words: Words(article, s)!)).Where(s => s.Words is not null).Take(DenialStatement.Most)
            .Select(s => new DenialStatement(s.Statement, article.SentenceAt(s.Statement.Cue.IsEmpty ? s.Statement.Content.Hull.Begin : s.Statement.Cue.Hull.Begin), DenialKind.Content, [], s.Words) { SaysNot = true, Deed = VerbOf(article, s.Statement, s.Words), NotSoSpan = new(SentenceOf(article, s.Statement, s.Words)[0].Span.Begin, s.Words[^1].Span.End) })];

    // The first sentence of what is said, where one word negates it and nothing makes it open; up to a "but" or "because".
    private static List<ClaimTerm>? Words(ClaimedArticle article, Statement s)
    {
        const int Early = 12, LongestSentence = 220;
        if (s.Voice != Voice.Reported || s.Negated || s.Denies is { IsEmpty: false } || s.Content.IsEmpty || s.Act is not (Act.Say or Act.Assert or Act.Believe))
        {
            return null;
        }

        return ClaimReader.Sentences(ClaimReader.Terms(article.Text, s.Content)).Take(MostSentences).Where((words, i) => i == 0 || IsOfAnything(words)).Select(Negated).FirstOrDefault(n => n is not null);

        static List<ClaimTerm>? Negated(List<ClaimTerm> words)
        {
            var end = words.FindIndex(w => w.Lower is "but" or "because" or "although" or "though" or "while");
            words = end > 0 ? words[..end] : words;
            var not = words.FindIndex(w => ClaimWords.Is("negative", w.Lower));
            return not >= 0 && not <= Early && words[^1].Span.End - words[0].Span.Begin <= LongestSentence
                && words.Count(w => ClaimWords.Is("negative", w.Lower)) == 1

                // "He now says it was not stopped": of another saying, inside this one.
                && !words.Take(not).Any(w => w.Lower is "says" or "said" or "told" or "tells")
                && !words.Any(w => ClaimWords.Is("condition", w.Lower) || (ClaimWords.Is("future", w.Lower) && w.Lower is not "could") || ClaimWords.Is("open-negation", w.Lower))
                && (words.Count(w => w.Tells && w.Weight > 2) >= DenialStatement.LeastSaid || IsOfAnything(words))
                && IsOfItsVerb(words, not)
                ? [.. words.Where((_, i) => i != not)] : null;
        }
    }

    // The verb that is negated: with its "not" beside it, for "did change" alone shows none.
    private static ClaimTerm? VerbOf(ClaimedArticle article, Statement s, List<ClaimTerm> words)
    {
        var sentence = SentenceOf(article, s, words);
        return Predicate.In(sentence).Verb is >= 0 and var verb ? sentence[verb] : null;
    }

    // With what was left out of the words: the "not", what stands behind a "but".
    private static List<ClaimTerm> SentenceOf(ClaimedArticle article, Statement s, List<ClaimTerm> words) =>
        ClaimReader.Sentences(ClaimReader.Terms(article.Text, s.Content)).First(w => w[0].Span.Begin <= words[0].Span.Begin && w[^1].Span.End >= words[^1].Span.End);

    // "Nobody shelled anything": one verb, and everybody and everything is left out of it.
    private static bool IsOfAnything(List<ClaimTerm> words) => words.Count <= 5 && ClaimWords.Is("none", words[0].Lower) && Predicate.In(words).Verb is > 0 and var verb && words[verb].Weight > 2;

    // Of a quotation so many sentences are looked at.
    private const int MostSentences = 3;

    // "did not die", "was not hit", "nobody fired": the sentence's first verb is negated, and is no mere thinking. "No confidence", "not to speak", "wasn't joking" behind another verb deny nothing told.
    private static bool IsOfItsVerb(List<ClaimTerm> words, int not)
    {
        const int Near = 3;
        var verb = Predicate.In(words).Verb;
        return verb > not && words[not + 1].Lower != "to" && !ClaimWords.IsForm("belief", words[verb].Lower)
            && (verb - not <= Near && !ClaimWords.Is("none", words[not].Lower) || words[not].Lower == "never" && verb - not <= Near || (not == 0 && words[not].Lower is "nobody" or "none" or "no"));
    }
}
