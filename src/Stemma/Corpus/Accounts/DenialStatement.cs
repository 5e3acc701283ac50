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

    /// <summary>"denied that it had not been told": what is denied is itself that something was not.</summary>
    public bool DeniesNot { get; init; }

    /// <summary>"rejected the notion that he fell", "disputes findings that forty died": an account is denied, and in what words it is told.</summary>
    public bool TellsThat { get; init; }

    /// <summary>The verb that is said to be not so; null where no verb is.</summary>
    public ClaimTerm? Deed { get; init; }

    /// <summary>"nobody shelled anything": it answers whoever is said to have.</summary>
    public bool OfAnything => SaysNot && Denied.Count(w => w.Tells && w.Weight > 2) == 1;

    /// <summary>"said the report was not accurate": no word of denying, but a verdict.</summary>
    public bool CallsFalse { get; init; }

    /// <summary>It denies nothing by a word of denying: it says that something was not so.</summary>
    public bool SaysNot { get; init; }

    /// <summary>Statements that say of somebody else's doing that it was not so: "“Forty people did not die”", "nobody fired a shell".</summary>
    public static IReadOnlyList<DenialStatement> NotSo(ClaimedArticle article) =>
        [.. article.Findings.Statements.Select(s => (Statement: s, Words: NotSo(article, s)!)).Where(s => s.Words is not null).Take(Most)
            .Select(s => new DenialStatement(s.Statement, article.SentenceAt(s.Statement.Cue.IsEmpty ? s.Statement.Content.Hull.Begin : s.Statement.Cue.Hull.Begin), DenialKind.Content, [], s.Words) { SaysNot = true, Deed = VerbOf(article, s.Statement, s.Words) })];

    // The first sentence of what is said, where one word negates it and nothing makes it open; up to a "but" or "because".
    private static List<ClaimTerm>? NotSo(ClaimedArticle article, Statement s)
    {
        const int Early = 12, LongestSentence = 220;
        if (s.Voice != Voice.Reported || s.Negated || s.Denies is { IsEmpty: false } || s.Content.IsEmpty || s.Act is not (Act.Say or Act.Assert or Act.Believe))
        {
            return null;
        }

        return Sentences(ClaimReader.Terms(article.Text, s.Content)).Take(MostSentences).Where((words, i) => i == 0 || IsOfAnything(words)).Select(Negated).FirstOrDefault(n => n is not null);

        static List<ClaimTerm>? Negated(List<ClaimTerm> words)
        {
            var end = words.FindIndex(w => w.Lower is "but" or "because" or "although" or "though" or "while");
            words = end > 0 ? words[..end] : words;
            var not = words.FindIndex(w => ClaimWords.Is("negative", w.Lower));
            return not >= 0 && not <= Early && words[^1].Span.End - words[0].Span.Begin <= LongestSentence
                && words.Count(w => ClaimWords.Is("negative", w.Lower)) == 1
                && !words.Any(w => ClaimWords.Is("condition", w.Lower) || (ClaimWords.Is("future", w.Lower) && w.Lower is not "could") || ClaimWords.Is("open-negation", w.Lower))
                && (words.Count(w => w.Tells && w.Weight > 2) >= LeastSaid || IsOfAnything(words))
                && IsOfItsVerb(words, not)
                ? [.. words.Where((_, i) => i != not)] : null;
        }
    }

    // The verb that is negated: with its "not" beside it, for "did change" alone shows none.
    private static ClaimTerm? VerbOf(ClaimedArticle article, Statement s, List<ClaimTerm> words)
    {
        var sentence = Sentences(ClaimReader.Terms(article.Text, s.Content)).First(w => w[0].Span.Begin <= words[0].Span.Begin && w[^1].Span.End >= words[^1].Span.End);
        return Predicate.In(sentence).Verb is >= 0 and var verb ? sentence[verb] : null;
    }

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

    public static IReadOnlyList<DenialStatement> In(ClaimedArticle article) =>
        [.. article.Findings.Statements.Where(s => (IsDenial(s) && !IsRefused(article, s)) || (s.Voice == Voice.Reported && !s.Negated && s.Act is Act.Say or Act.Assert && CalledFalse(article, s) is not null) || Doubts(article, s) is not null || NamedClaims.IsJudged(article.Findings, s)).Take(Most).Select(s => Of(article, s))];

    // Who calls an account false in passing says something else besides: a sentence of their own, and no longer one.
    private const int LongestCall = 250;

    /// <summary>In plain words, for who reads the dispute.</summary>
    public string Reason(string text) => SaysNot ? "one says that it was so, the other that it was not" : $"one tells it, the other {(IsDoubt ? "doubts" : "denies")} it" + (Statement.Cue.IsEmpty ? "" : $" (“{Statement.Cue.Of(text)}”)");

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

    // The words that doubt, in the cue or early in what is said, and where what is doubted begins: 0 counts from the head of the content.
    private static int? Doubts(ClaimedArticle article, Statement s)
    {
        const int Early = 6;
        // "aren't convinced that he did it", "did not buy the account": not to believe is to doubt.
        if (s.Voice == Voice.Reported && s.Negated && s.Act is Act.Believe or Act.Say or Act.Assert && ClaimReader.Terms(article.Text, s.Cue) is [.., var last] && ClaimWords.IsForm("convince", last.Lower))
        {
            return 0;
        }

        if (s.Voice != Voice.Reported || s.Negated || s.Act is Act.Accuse or Act.Demand or Act.Decline or Act.Promise || s.Denies is { IsEmpty: false })
        {
            return null;
        }

        var (cue, words) = (ClaimReader.Terms(article.Text, s.Cue), ClaimReader.Terms(article.Text, s.Content));
        if (Enumerable.Range(0, cue.Count).Any(i => ClaimWords.PhraseAt("doubt-cue-phrase", cue, i) is > 0 and var n && i + n == cue.Count))
        {
            return 0;
        }

        var at = Enumerable.Range(0, Math.Min(Early, words.Count)).FirstOrDefault(i => ClaimWords.PhraseAt("doubt-cue-phrase", words, i) > 0, -1);
        return at < 0 || words.Take(at).Any(w => ClaimWords.Is("condition", w.Lower)) ? null : at + ClaimWords.PhraseAt("doubt-cue-phrase", words, at);
    }

    // "said the accusations were ridiculous", "“Her claims are not true”", "“These baseless claims …”": said, and a denial. The words of what is called so, up to the verdict.
    private static List<ClaimTerm>? CalledFalse(ClaimedArticle article, Statement s)
    {
        // "said claims that he lied are untrue": the noun was taken for the cue's.
        var cue = ClaimReader.Terms(article.Text, s.Cue);
        var words = ClaimReader.Terms(article.Text, s.Content);
        var inCue = cue.Count > 1 && ClaimWords.Is("accusation", cue[^1].Lower);
        foreach (var sentence in Sentences(inCue ? [cue[^1], .. words] : words))
        {
            if (sentence[^1].Span.End - sentence[0].Span.Begin <= LongestCall && Verdict(article.Text, sentence) is { } called)
            {
                return called;
            }
        }

        return null;
    }

    private static List<ClaimTerm>? Verdict(string text, List<ClaimTerm> words)
    {
        const int Early = 10, Reach = 6, Far = 40;
        var noun = words.Take(Early).ToList().FindIndex(w => ClaimWords.Is("accusation", w.Lower) || ClaimWords.Is("claim-testimony", w.Lower) || ClaimWords.Is("notion", w.Lower));

        // "To be clear, Maren's claims are …": what stands behind the comma.
        var from = noun;
        while (from > 0 && !text.AsSpan(words[from - 1].Span.End, words[from].Span.Begin - words[from - 1].Span.End).ContainsAny(",:"))
        {
            from--;
        }

        if (noun < 0 || words.Take(noun).Skip(from).Any(w => ClaimWords.Is("condition", w.Lower) || ClaimWords.IsForm("report-verb", w.Lower) || ClaimWords.Is("be", w.Lower) && w.Lower != "'s" || ClaimWords.Is("have", w.Lower))
            || (ClaimWords.Is("notion", words[noun].Lower) && !words.Take(noun).Skip(from).Any(w => w.Capital && w.Weight > 2)))
        {
            return null;
        }

        // "these false and baseless claims were made by a fringe": the verdict stands before the noun.
        if (noun > 1 && words[0].Lower is "these" or "those" or "such" && words.Take(noun).Any(w => ClaimWords.Is("false-word", w.Lower)) && words.Take(noun).All(w => ClaimWords.Is("determiner", w.Lower) || ClaimWords.Is("false-word", w.Lower) || w.Lower is "and" or "such"))
        {
            return words[..(noun + 1)];
        }

        // "claims that he lied are untrue": the verdict may stand far off where the noun tells what.
        var that = noun + 1 < words.Count && words[noun + 1].Lower is "that" or "of" or "about" or "against";
        var reach = Math.Min(words.Count, noun + 1 + (that ? Far : Reach));
        var verdict = words.FindLastIndex(reach - 1, reach - noun - 1, w => ClaimWords.Is("false-word", w.Lower) || ClaimWords.Is("untrue", w.Lower));
        var be = verdict < 0 ? -1 : words.FindLastIndex(verdict, Math.Min(Reach, verdict - noun), w => ClaimWords.Is("be", w.Lower));
        if (be <= noun || words.Take(be).Any(w => ClaimWords.Is("negative", w.Lower)) && !that)
        {
            return null;
        }

        if (words[be - 1].Lower == "to")
        {
            return null;
        }

        var not = words.Skip(be).Take(verdict - be).Any(w => ClaimWords.Is("negative", w.Lower));
        return not == ClaimWords.Is("untrue", words[verdict].Lower) && (verdict == words.Count - 1 || !that || words.Count - verdict <= Reach) ? Named(words[..be], noun) : null;
    }

    // "To be clear, Maren's scurrilous claims": whose they are and what, without what they are called.
    private static List<ClaimTerm> Named(List<ClaimTerm> words, int noun) =>
        [.. words.Take(noun).Where(w => w.Capital && !w.First || w.Country is not null || (w.Capital && w.Weight > 2)), .. words.Skip(noun)];

    private static IEnumerable<List<ClaimTerm>> Sentences(IReadOnlyList<ClaimTerm> words)
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

    private static DenialStatement Of(ClaimedArticle article, Statement s)
    {
        var doubts = Doubts(article, s);
        var called = s.Denies is { IsEmpty: false } || s.Act == Act.Deny || doubts is not null ? null : CalledFalse(article, s);
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
        return new(s, article.SentenceAt(s.Cue.IsEmpty ? s.Content.Hull.Begin : s.Cue.Hull.Begin), kind, thing, words) { Denied = Said(words), IsDoubt = doubts is not null, CallsFalse = called is not null, TellsThat = noun.Count > 0 && (called is not null || cue.Any(w => ClaimWords.IsVerbForm("deny-verb", w.Lower) || ClaimWords.IsVerbForm("doubt-verb", w.Lower))) && Said(words) is var told && told.Count < words.Count && told.Count(w => w.Tells && w.Weight > 2) >= LeastSaid, DeniesNot = cue.Any(w => ClaimWords.IsVerbForm("deny-verb", w.Lower) || ClaimWords.IsVerbForm("doubt-verb", w.Lower)) && Said(words).Any(w => ClaimWords.Is("negative", w.Lower)), Refuses = rejects && kind == DenialKind.Content && !explicitly && noun.Count == 0 };
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
