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
    public const int Most = 60;

    // Fewer words that tell something are nothing to deny.
    private const int LeastTold = 2;

    // One word, or names alone, say nothing that another could have said.
    public const int LeastSaid = 2;

    /// <summary>What is said not to be so, without the words for the account that is denied.</summary>
    public IReadOnlyList<ClaimTerm> Denied { get; init; } = Words;

    /// <summary>It tells itself what is denied, and is no refusal: "ruled out talks", "rejected the offer" deny nothing.</summary>
    public bool SaysWhat => Denied.Count(w => w.Tells && (SaysNot || w.Lower is not ("anything" or "something" or "everything" or "knowing"))) >= LeastSaid && Denied.Any(w => w.Tells && w.Weight > 2 && !w.Capital) && !Refuses;

    /// <summary>It turns something down rather than to say that it is not so.</summary>
    public bool Refuses { get; init; }

    /// <summary>"denied that it had not been told": what is denied is itself that something was not.</summary>
    public bool DeniesNot { get; init; }

    /// <summary>"rejected the notion that he fell", "disputes findings that forty died": an account is denied, and in what words it is told.</summary>
    public bool TellsThat { get; init; }

    /// <summary>The verb that is said to be not so; null where no verb is.</summary>
    public ClaimTerm? Deed { get; init; }

    /// <summary>Where it says that something was not so; empty where it denies by a word of denying.</summary>
    public TextSpan NotSoSpan { get; init; }

    /// <summary>Whoever is answered for: the speaker, and whom they speak for or clear.</summary>
    public IReadOnlyList<string> Whom { get; init; } = Statement.Actor is { } speaker ? [speaker] : [];

    /// <summary>"he did not lie", "the firm complies with all laws": no word of denying, and somebody is cleared all the same.</summary>
    public bool Clears { get; init; }

    /// <summary>Only of untruth: "the story was not made up".</summary>
    public bool ClearsOfUntruth { get; init; }

    /// <summary>"denies the allegations", "denied wrongdoing", "did nothing wrong": of whatever is held against them.</summary>
    public bool IsGeneral => Thing.Count == 0 && !IsDoubt && !(CallsFalse && !Words.Any(w => w.Lower is "accusations" or "allegations")) && Kind is DenialKind.OwnPart or DenialKind.Accusation && !(Kind == DenialKind.Accusation && Words.Any(w => w.Lower is "report" or "reports" or "story" or "stories" or "account" or "claim" or "claims" or "this" or "that"));

    /// <summary>"the allegations", "wrongdoing": of all of it, told before or behind; "any involvement" is of what was told before.</summary>
    public bool IsOfAll => Clears || Kind == DenialKind.Accusation || Words.Any(w => ClaimWords.Is("any-deed", w.Lower));

    /// <summary>"nobody shelled anything": it answers whoever is said to have.</summary>
    public bool OfAnything => SaysNot && Denied.Count(w => w.Tells && w.Weight > 2) == 1;

    /// <summary>"said the report was not accurate": no word of denying, but a verdict.</summary>
    public bool CallsFalse { get; init; }

    /// <summary>It denies nothing by a word of denying: it says that something was not so.</summary>
    public bool SaysNot { get; init; }

    public static IReadOnlyList<DenialStatement> In(ClaimedArticle article) =>
        [.. article.Findings.Statements.Where(s => (IsDenial(s) && !IsRefused(article, s)) || (s.Voice == Voice.Reported && !s.Negated && s.Act is Act.Say or Act.Assert && Verdicts.On(article, s) is not null) || Doubting.Behind(article, s) is not null || NamedClaims.IsJudged(article.Findings, s) || Clearing.In(article, s) is not null).Take(Most).Select(s => Of(article, s))];

    /// <summary>In plain words, for who reads the dispute.</summary>
    public string Reason(string text) => Clears ? $"one tells what was done, the other clears of it (“{NotSoSpan.Of(text)}”)" : SaysNot ? $"one says that it was so, the other that it was not (“{NotSoSpan.Of(text)}”)" : $"one tells it, the other {(IsDoubt ? "doubts" : "denies")} it" + (Statement.Cue.IsEmpty ? "" : $" (“{Statement.Cue.Of(text)}”)");

    /// <summary>It denies, and is not itself taken back ("did not deny") or a refusal ("rejected the offer").</summary>
    private static bool IsDenial(Statement s) => (s.Act == Act.Deny || s.Denies is { IsEmpty: false }) && !s.Negated;

    // "will be denied entry", "charges were dismissed": something was not given or not pursued, and nobody says what is so.
    private static bool IsRefused(ClaimedArticle article, Statement s)
    {
        var cue = ClaimReader.Terms(article.Text, s.Cue);
        return cue.Count > 1 && ClaimWords.Is("be", cue[^2].Lower) && (ClaimWords.IsVerbForm("deny-verb", cue[^1].Lower) || ClaimWords.IsVerbForm("doubt-verb", cue[^1].Lower)) && !cue[^1].Lower.EndsWith("ing", StringComparison.Ordinal);
    }

    /// <summary>"cast doubt on the report", "no evidence that the gate was open": nobody says that it was not so, and nobody who says that it was is believed.</summary>
    public bool IsDoubt { get; init; }

    private static DenialStatement Of(ClaimedArticle article, Statement s)
    {
        var sentence = article.SentenceAt(s.Cue.IsEmpty ? s.Content.Hull.Begin : s.Cue.Hull.Begin);
        if (Clearing.In(article, s) is { } cleared)
        {
            return new(s, sentence, DenialKind.OwnPart, [], cleared.Said) { Whom = cleared.Whom, Clears = true, ClearsOfUntruth = cleared.OfTruth, NotSoSpan = new(cleared.Said[0].Span.Begin, cleared.Said[^1].Span.End) };
        }

        var doubts = Doubting.Behind(article, s);
        var called = s.Denies is { IsEmpty: false } || s.Act == Act.Deny || doubts is not null ? null : Verdicts.On(article, s);
        var words = called ?? ClaimReader.Terms(article.Text, s.Denies is { IsEmpty: false } denied ? denied : s.Content).Skip(doubts ?? 0).ToList();
        var cue = ClaimReader.Terms(article.Text, s.Cue);
        var part = words.Where(w => ClaimWords.Is("part-in-it", w.Lower)).Take(1).ToList();
        var noun = words.Where((w, i) => IsAccount(words, i) || (called is not null && (ClaimWords.Is("claim-testimony", w.Lower) || ClaimWords.Is("notion", w.Lower)))).Take(1).ToList();
        List<ClaimTerm> thing = [.. words.TakeWhile(w => w.Lower is not ("as" or "through" or "via")).Where(w => w.Tells && w.Weight > 2 && !w.Capital && w.Country is null && !ClaimWords.Is("part-in-it", w.Lower) && !ClaimWords.Is("accusation", w.Lower) && !ClaimWords.Is("notion", w.Lower) && !ClaimWords.Is("false-word", w.Lower) && !ClaimWords.Is("intensifier", w.Lower) && !ClaimWords.Is("any-deed", w.Lower))];
        var explicitly = ClaimReader.Terms(article.Text, s.Content) is [{ Lower: "that" }, var behind, ..] && !(ClaimWords.Is("accusation", behind.Lower) || ClaimWords.Is("notion", behind.Lower));
        var kind = part.Count > 0 && !explicitly && IsEarly(words, part[0]) && (thing.Count <= MostObject || IsOwnPart(words, part[0])) ? DenialKind.OwnPart
            : noun.Count > 0 && (!explicitly || called is not null) && (called is not null || IsEarly(words, noun[0])) && thing.Count <= MostObject ? DenialKind.Accusation
            : IsItself(words) || (thing.Count == 1 && words.Count <= ShortPhrase && ClaimWords.Is("determiner", words[0].Lower) && Predicate.In(words).Verb < 0) ? DenialKind.Accusation
            : words is [{ Lower: "which" }] || words.Count is > 0 and <= 2 && ClaimWords.Is("pointing", words[^1].Lower) && (words.Count == 1 || words[0].Lower is "doing" or "having" or "saying" or "all") ? DenialKind.Pointing
            : DenialKind.Content;
        var rejects = cue.Any(w => ClaimWords.IsVerbForm("doubt-verb", w.Lower) && !ClaimWords.IsForm("contest", w.Lower)) || Enumerable.Range(0, cue.Count).Any(i => ClaimWords.PhraseAt("doubt-phrase", cue, i) > 0);
        return new(s, sentence, kind, thing, words) { Whom = Clearing.Sides(article, s), Denied = Said(words), IsDoubt = doubts is not null, CallsFalse = called is not null, TellsThat = noun.Count > 0 && (called is not null || cue.Any(w => ClaimWords.IsVerbForm("deny-verb", w.Lower) || ClaimWords.IsVerbForm("doubt-verb", w.Lower))) && Said(words) is var told && told.Count < words.Count && told.Count(w => w.Tells && w.Weight > 2) >= LeastSaid, DeniesNot = cue.Any(w => ClaimWords.IsVerbForm("deny-verb", w.Lower) || ClaimWords.IsVerbForm("doubt-verb", w.Lower)) && Said(words).Any(w => ClaimWords.Is("negative", w.Lower)), Refuses = rejects && kind == DenialKind.Content && !explicitly && noun.Count == 0 };
    }

    // "any knowledge of what happened to …", "a part in …": however long it says in what.
    private static bool IsOwnPart(List<ClaimTerm> words, ClaimTerm part)
    {
        const int Early = 3;
        var at = words.FindIndex(w => w.Span == part.Span);
        return at < Early && at + 1 < words.Count && words[at + 1].Lower is "in" or "of" or "with" or "for" or "about" or "to";
    }

    // "the allegation", "Maren's characterization of it"; an idea or a theory only where it is said which, or whose: "rejected the idea of talks" denies nothing.
    private static bool IsAccount(List<ClaimTerm> words, int i) => ClaimWords.Is("accusation", words[i].Lower)
        || (ClaimWords.Is("notion", words[i].Lower) && ((i + 1 < words.Count && words[i + 1].Lower == "that") || words.Take(i).Any(w => w.Capital)));

    // "denied the affair": so few words name what the speaker is accused of.
    private const int ShortPhrase = 3;

    // "denied that it ever took place": what they are accused of, and no word on what it was.
    private static bool IsItself(List<ClaimTerm> words) =>
        words.Count is > 1 and <= 5 && words.Take(2).Any(w => ClaimWords.Is("pointing", w.Lower)) && words.Any(w => ClaimWords.IsVerbForm("happens", w.Lower) || w.Lower is "took");

    // What is said not to be so: behind "a report that alleged that", up to a "but".
    private static List<ClaimTerm> Said(List<ClaimTerm> words)
    {
        const int Early = 5, Reach = 8;
        var noun = words.Take(Early).ToList().FindIndex(w => ClaimWords.Is("accusation", w.Lower) || ClaimWords.Is("notion", w.Lower));
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
