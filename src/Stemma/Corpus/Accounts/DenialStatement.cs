using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>Which statements of an article are denials, and how does each say what it denies?</summary>
/// <remarks>"denied any part in it" names the speaker's part, "called the allegation a smear" an account, "denied this" points; all others tell themselves what was not so.</remarks>
/// <param name="Thing">Words that tell what it is about, besides its own part and the word for the accusation.</param>
/// <param name="Words">What is denied.</param>
internal sealed record DenialStatement(Statement Statement, int Sentence, DenialKind Kind, IReadOnlyList<ClaimTerm> Thing, IReadOnlyList<ClaimTerm> Words)
{
    // What is denied may name the thing by so many words: "involvement in the poisoning"; more are a claim of their own.
    private const int MostObject = 3;

    // Time stays linear: no news article denies more.
    private const int Most = 60;

    // Fewer words that tell something are nothing to deny.
    private const int LeastTold = 2;

    // One word, or names alone, say nothing that another could have said.
    private const int LeastSaid = 2;

    /// <summary>What is said not to be so, without the words for the account that is denied.</summary>
    public IReadOnlyList<ClaimTerm> Denied { get; init; } = Words;

    /// <summary>It tells itself what is denied, and is no refusal: "ruled out talks", "rejected the offer" deny nothing.</summary>
    public bool SaysWhat => Denied.Count(w => w.Tells) >= LeastSaid && Denied.Any(w => w.Tells && w.Weight > 2 && !w.Capital) && !Refuses;

    /// <summary>It turns something down rather than to say that it is not so.</summary>
    public bool Refuses { get; init; }

    public static IReadOnlyList<DenialStatement> In(ClaimedArticle article) =>
        [.. article.Findings.Statements.Where(s => (IsDenial(s) && !IsRefused(article, s)) || (s.Voice == Voice.Reported && !s.Negated && s.Act is Act.Say or Act.Assert && s.Content.Hull.Length <= LongestCall && CallsFalse(article, s))).Take(Most).Select(s => Of(article, s))];

    // Who calls an account false in passing says something else besides.
    private const int LongestCall = 150;

    /// <summary>It denies, and is not itself taken back ("did not deny") or a refusal ("rejected the offer").</summary>
    private static bool IsDenial(Statement s) => (s.Act == Act.Deny || s.Denies is { IsEmpty: false }) && !s.Negated;

    // "will be denied entry", "charges were dismissed": something was not given or not pursued, and nobody says what is so.
    private static bool IsRefused(ClaimedArticle article, Statement s)
    {
        var cue = ClaimReader.Terms(article.Text, s.Cue);
        return cue.Count > 1 && ClaimWords.Is("be", cue[^2].Lower) && (ClaimWords.IsVerbForm("deny-verb", cue[^1].Lower) || ClaimWords.IsVerbForm("doubt-verb", cue[^1].Lower)) && !cue[^1].Lower.EndsWith("ing", StringComparison.Ordinal);
    }

    // "said the accusations were ridiculous", "“Her claims are plainly false”": said, and a denial.
    private static bool CallsFalse(ClaimedArticle article, Statement s)
    {
        const int Early = 5, Reach = 6;
        var words = ClaimReader.Terms(article.Text, s.Content);
        var noun = words.Take(Early).ToList().FindIndex(w => ClaimWords.Is("accusation", w.Lower));
        var said = words.Skip(noun + 1).Take(Reach).ToList();
        return noun >= 0
            && said.FindIndex(w => ClaimWords.Is("be", w.Lower)) is >= 0 and var be && said.Skip(be).Any(w => ClaimWords.Is("false-word", w.Lower)) && !said.Any(w => ClaimWords.Is("negative", w.Lower));
    }

    private static DenialStatement Of(ClaimedArticle article, Statement s)
    {
        var words = ClaimReader.Terms(article.Text, s.Denies is { IsEmpty: false } denied ? denied : s.Content).ToList();
        var cue = ClaimReader.Terms(article.Text, s.Cue);
        var part = words.Where(w => ClaimWords.Is("part-in-it", w.Lower)).Take(1).ToList();
        var noun = words.Where(w => ClaimWords.Is("accusation", w.Lower)).Take(1).ToList();
        List<ClaimTerm> thing = [.. words.TakeWhile(w => w.Lower is not ("as" or "through" or "via")).Where(w => w.Tells && w.Weight > 2 && !w.Capital && w.Country is null && !ClaimWords.Is("part-in-it", w.Lower) && !ClaimWords.Is("accusation", w.Lower) && !ClaimWords.Is("false-word", w.Lower))];
        var explicitly = ClaimReader.Terms(article.Text, s.Content) is [{ Lower: "that" }, ..];
        var kind = part.Count > 0 && !explicitly && IsEarly(words, part[0]) && thing.Count <= MostObject ? DenialKind.OwnPart
            : noun.Count > 0 && (!explicitly || CallsFalse(article, s)) && IsEarly(words, noun[0]) && thing.Count <= MostObject ? DenialKind.Accusation
            : IsItself(words) || (thing.Count == 1 && words.Count <= ShortPhrase && ClaimWords.Is("determiner", words[0].Lower) && Predicate.In(words).Verb < 0) ? DenialKind.Accusation
            : words.Count is > 0 and <= 2 && ClaimWords.Is("pointing", words[^1].Lower) && (words.Count == 1 || words[0].Lower is "doing" or "having" or "saying" or "all") ? DenialKind.Pointing
            : DenialKind.Content;
        var rejects = cue.Any(w => ClaimWords.IsVerbForm("doubt-verb", w.Lower)) || Enumerable.Range(0, cue.Count).Any(i => ClaimWords.PhraseAt("doubt-phrase", cue, i) > 0);
        return new(s, article.SentenceAt(s.Cue.IsEmpty ? s.Content.Hull.Begin : s.Cue.Hull.Begin), kind, thing, words) { Denied = Said(words), Refuses = rejects && kind == DenialKind.Content && !explicitly && noun.Count == 0 };
    }

    // "denied the affair": so few words name what the speaker is accused of.
    private const int ShortPhrase = 3;

    // "denied that it ever took place": what they are accused of, and no word on what it was.
    private static bool IsItself(List<ClaimTerm> words) =>
        words.Count is > 1 and <= 5 && words.Take(2).Any(w => ClaimWords.Is("pointing", w.Lower)) && words.Any(w => ClaimWords.IsVerbForm("happens", w.Lower) || w.Lower is "took");

    // What is said not to be so: behind "a report that alleged that", up to a "but".
    private static List<ClaimTerm> Said(List<ClaimTerm> words)
    {
        const int Early = 5, Reach = 8;
        var noun = words.Take(Early).ToList().FindIndex(w => ClaimWords.Is("accusation", w.Lower));
        var verb = noun < 0 ? -1 : words.Take(noun + Reach).ToList().FindIndex(noun + 1, w => ClaimWords.IsForm("report-verb", w.Lower));
        var that = noun < 0 ? -1 : words.Take(noun + Reach).ToList().FindIndex(noun + 1, w => w.Lower == "that");
        var from = Math.Max(verb, that) + 1;
        var said = words.Count - from < LeastTold ? words : words[from..];
        return said.FindIndex(Math.Min(LeastTold, said.Count), w => w.Lower == "but") is > 0 and var but ? said[..but] : said;
    }

    private static bool IsEarly(IReadOnlyList<ClaimTerm> words, ClaimTerm word) => words.TakeWhile(w => w.Span != word.Span).Count() <= 4;
}

/// <summary>How a denial says what it denies.</summary>
internal enum DenialKind
{
    /// <summary>"any involvement", "being behind it": a part in what they are accused of.</summary>
    OwnPart,

    /// <summary>"the allegation", "the report": what somebody said.</summary>
    Accusation,

    /// <summary>"this": what stands just before.</summary>
    Pointing,

    /// <summary>It tells itself what was not so.</summary>
    Content,
}
