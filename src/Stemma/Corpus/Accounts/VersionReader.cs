namespace Stemma.Corpus.Accounts;

/// <summary>Which statements of an article say what brought a happening about, or who did it, and in which words?</summary>
internal static class VersionReader
{
    // The words of the filler that are quoted in the reason.
    private const int MostQuoted = 9;

    // More happenings in one statement than this, and no clause is surely of one of them.
    private const int MostAbout = 3;

    public static IEnumerable<Version> In(ArticleFindings article, IReadOnlyDictionary<(string Article, string Local), string> actorOf, IReadOnlyDictionary<(string Article, string Local), string> eventOf)
    {
        var kinds = article.Events.Where(e => EventKinds.IsViolence(e.Kind) && eventOf.ContainsKey((article.Article.Id, e.Id))).ToLookup(e => eventOf[(article.Article.Id, e.Id)], StringComparer.Ordinal);
        var kin = Kin(article, kinds);
        foreach (var statement in article.Statements.Where(IsAccount))
        {
            var about = statement.About.Select(e => eventOf.GetValueOrDefault((article.Article.Id, e))).OfType<string>().Where(kinds.Contains).Distinct(StringComparer.Ordinal).ToList();
            var around = about.Count == 0 ? [] : ClaimReader.Terms(article.Article.Text, Sentence(article.Article.Text, statement));
            foreach (var happening in about.Take(MostAbout))
            {
                var mine = Mentions(article, eventOf, happening, own: true);
                var others = Mentions(article, eventOf, happening, own: false);
                var towns = kinds[happening].SelectMany(e => e.Places).Where(p => p.Precision <= PlacePrecision.Town).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
                foreach (var (clause, at) in HowTold.All(article.Article.Text, statement.Content, mine, others, about.Count == 1))
                {
                    if (ClaimReader.MoodOf([.. clause]) != Mood.Fact || IsOpen(clause, out var negative) || !IsItsOwn(article, statement, clause, at) || (Denies(statement) && clause[0].Span.Begin > statement.Content[0].Begin + MostBeforeDenied))
                    {
                        continue;
                    }

                    var speaker = statement.Actor is { } local ? actorOf.GetValueOrDefault((article.Article.Id, local)) ?? article.Article.Id + " " + local : statement.Voice == Voice.Outlet ? article.Article.Id : article.Article.Id + " " + statement.Source;
                    var denied = Denies(statement);
                    foreach (var told in MannersOf(clause, at).Where(m => IsOf(clause, mine, m.From, m.To) && (negative < 0 || denied || Negates(clause, negative, m.From, m.To))))
                    {
                        yield return new Version(article, statement, kin[happening], Slot.Agent, told.Manner, Quoted(article.Article.Text, clause, negative < 0 ? told.From : Math.Min(negative, told.From), Math.Max(negative + 1, told.To)), speaker, null) { Clause = clause, Around = around, Towns = towns, Negated = negative >= 0 || denied };
                    }

                    if (negative < 0 && !denied && Doers.Of(article, statement, clause, at) is { } doer && (doer.Claims || !Accusing.OneSide(article, doer.Actor.Id, article, statement.Actor)))
                    {
                        yield return new Version(article, statement, happening, Slot.Who, actorOf.GetValueOrDefault((article.Article.Id, doer.Actor.Id)) ?? doer.Actor.Name, doer.Words, speaker, doer.Actor) { Clause = clause, Around = around, Towns = towns };
                    }
                }
            }
        }
    }

    // "The crash", told here with the day and there without it, is one happening to a reader, where nothing parts the two: kind, town, day.
    private static Dictionary<string, string> Kin(ArticleFindings article, ILookup<string, Event> happenings)
    {
        var kin = new Dictionary<string, string>(StringComparer.Ordinal);
        var told = happenings.Select(h => (h.Key, First: h.Min(e => e.Span.Hull), Events: h.ToList())).OrderBy(h => h.First).ThenBy(h => h.Key, StringComparer.Ordinal).ToList();
        foreach (var (key, _, events) in told)
        {
            var earlier = told.TakeWhile(h => h.Key != key).Where(h => kin[h.Key] == h.Key && h.Events.Exists(e => events.Exists(f => e.Kind == f.Kind && Meets(e, f)))).Select(h => h.Key).ToList();
            kin[key] = earlier.Count == 1 ? earlier[0] : key;
        }

        return kin;

        static bool Meets(Event e, Event f) =>
            e.Status == f.Status
            && (e.Places.Count == 0 || f.Places.Count == 0 || e.Places.Any(p => f.Places.Any(q => p.Name == q.Name)))
            && (e.Date is not { Earliest: { } a, Latest: { } b } || f.Date is not { Earliest: { } c, Latest: { } d } || (a.AddDays(-SameNews) <= d && c.AddDays(-SameNews) <= b));
    }

    // Days that an article tells of one thing differ by slips and captions.
    private const int SameNews = 7;

    // It is said to be so: no denial, no question, nothing asked for or promised.
    private static bool IsAccount(Statement s) =>
        (Denies(s) || (s.Act is Act.Say or Act.Assert or Act.Accuse or Act.Believe or Act.Reveal or Act.Decide && s.Denies is not { IsEmpty: false })) && !s.Negated && s.About.Count > 0;

    // "denied that a missile hit it", "did not believe that a fault caused it": it says that this was not the manner.
    private static bool Denies(Statement s) => s.Act == Act.Deny && s.Denies is { IsEmpty: false };

    // "from a bomb to a malfunction", "either … or", "possible causes", "was it an accident?": nothing is said to be so. "Not an accident" is.
    private static bool IsOpen(IReadOnlyList<ClaimTerm> clause, out int negative)
    {
        var manners = Manners.In(clause).SelectMany(m => Enumerable.Range(m.At, m.Length)).ToHashSet();
        var negatives = Enumerable.Range(0, clause.Count).Where(i => ClaimWords.Is("negative", clause[i].Lower)).ToList();
        negative = negatives.Count == 1 ? negatives[0] : -1;
        return (clause[0].First && ClaimWords.Is("be", clause[0].Lower)) || negatives.Count > 1 || (negative >= 0 && ClaimWords.Is("none", clause[negative].Lower) && clause[negative].Lower != "never")
            || clause.Where((w, i) => !manners.Contains(i) && ((w.Lower == "or" && negatives.Count == 0) || w.Lower is "whether" or "possibilities" or "causes" or "theories" or "unclear" or "unknown" or "rather" || ClaimWords.Is("condition", w.Lower) || ClaimWords.Is("false-word", w.Lower) || ClaimWords.IsVerbForm("deny-verb", w.Lower))).Any();
    }

    // "was not an accident", "a fault could not have caused it": the negation is the manner's own. "Does not include those who shot" is another verb's.
    private static bool Negates(IReadOnlyList<ClaimTerm> clause, int negative, int from, int to) =>
        negative < to
            ? to - negative <= NegationReach && !Enumerable.Range(negative + 1, Math.Max(0, from - negative - 1)).Any(k => clause[k].Lower is "who" or "which" or "that" or "when" or "where" or "while" or "as" or "because" || (clause[k].Weight > 0 && Predicate.IsVerb(clause[k])))
            : negative - to < NearMention && clause.Skip(negative + 1).Take(NegatedCause).Any(w => w.Base is "cause");

    // "was not, the minister said, an accident": a negation reaches so many words on; "could not have caused" so many.
    private const int NegationReach = 7;
    private const int NegatedCause = 4;

    // What a speaker only hands on is somebody else's: "when he claimed he was attacked, police said", "an officer told us that nobody shot"; and a sentence away from its cue may be.
    private static bool IsItsOwn(ArticleFindings article, Statement statement, IReadOnlyList<ClaimTerm> clause, int at)
    {
        if (statement.Voice == Voice.Outlet)
        {
            return !clause.Take(at).Any(w => ClaimWords.Is("claim-noun", w.Lower) || ClaimWords.IsForm("report-verb", w.Lower) || ClaimWords.Is("hands-over", w.Lower) || ClaimWords.IsForm("belief", w.Lower) || ClaimWords.IsForm("charge-verb", w.Lower) || w.Lower == "that");
        }

        var text = article.Article.Text;
        var sentence = SentenceAround(text, clause[0].Span.Begin, clause[^1].Span.End);
        var before = ClaimReader.Terms(text, [new TextSpan(sentence.Begin, clause[0].Span.Begin)]).Where(w => w.Lower is not ("that" or "“" or "how")).ToList();
        return (statement.Cue.IsEmpty || statement.Cue.Overlaps(sentence) || statement.Source.Overlaps(sentence))
            && !(before.Count > 0 && ClaimWords.IsForm("report-verb", before[^1].Lower) && !statement.Cue.Overlaps(before[^1].Span))
            && !clause.Take(at).Any(w => (ClaimWords.Is("hands-over", w.Lower) && w.Base is not ("believe" or "conclude" or "estimate")) || w.Lower is "assured" or "recalls" or "recalled");
    }

    // The manners that are told first from the telling word on, and whether it was planned, wherever that stands.
    private static IEnumerable<(string Manner, int From, int To)> MannersOf(IReadOnlyList<ClaimTerm> clause, int at)
    {
        var told = Manners.In(clause).Where(m => m.At >= at || m.Manner is "planned" or "spontaneous").ToList();
        var first = told.Where(m => m.At >= at).Select(m => m.At).DefaultIfEmpty(-1).Min();
        return told.Where(m => m.At == first || m.Manner is "planned" or "spontaneous").DistinctBy(m => m.Manner).Select(m => (m.Manner, m.At >= at && m.Manner is not ("planned" or "spontaneous") ? Math.Min(at, m.At) : m.At, m.At + m.Length));
    }

    // The happening is spoken of where the manner is.
    private static bool IsOf(IReadOnlyList<ClaimTerm> clause, List<Spans> mine, int from, int to)
    {
        var around = new TextSpan(clause[Math.Max(0, from - NearMention)].Span.Begin, clause[Math.Min(clause.Count, to + NearMention) - 1].Span.End);
        return mine.Exists(m => m.Overlaps(around));
    }

    private const int NearMention = 6;

    // What is denied opens the content; a clause far behind says why.
    private const int MostBeforeDenied = 60;

    // From the telling word on, with what goes with it.
    private static string Quoted(string text, IReadOnlyList<ClaimTerm> clause, int from, int to)
    {
        var last = to - 1;
        while (last + 1 < clause.Count && last - from < MostQuoted && !text.AsSpan(clause[last].Span.End, clause[last + 1].Span.Begin - clause[last].Span.End).ContainsAny(",;:()”") && !(last + 1 > to && (clause[last + 1].Lower is "that" or "which" or "who" or "as" or "after" or "when" or "while" or "and" or "designed" or "in" || Manners.IsDone(clause, last + 1) && last - to > 1)))
        {
            last++;
        }

        while (from > 0 && (ClaimWords.Is("be", clause[from - 1].Lower) || ClaimWords.Is("have", clause[from - 1].Lower) || ClaimWords.Is("determiner", clause[from - 1].Lower)))
        {
            from--;
        }

        return text[clause[from].Span.Begin..clause[last].Span.End].ReplaceLineEndings(" ");
    }

    // From the sentence end before the statement to the one behind.
    private static Spans Sentence(string text, Statement statement)
    {
        return [SentenceAround(text, statement.Content.Hull.Begin, statement.Content.Hull.End)];
    }

    private static TextSpan SentenceAround(string text, int begin, int end)
    {
        const string Ends = ".!?\n";
        var before = begin == 0 ? -1 : text.AsSpan(0, begin).LastIndexOfAny(Ends);
        var behind = text.AsSpan(end).IndexOfAny(Ends);
        return new(before + 1, behind < 0 ? text.Length : end + behind);
    }

    private static List<Spans> Mentions(ArticleFindings article, IReadOnlyDictionary<(string Article, string Local), string> eventOf, string happening, bool own) =>
        [.. article.Events.Where(e => (eventOf.GetValueOrDefault((article.Article.Id, e.Id)) == happening) == own).SelectMany(e => (e.Mentions ?? []).Select(m => m.Span).Prepend(e.Span))];
}
