using System.Globalization;

namespace Stemma.Corpus.Accounts.Turns;

/// <summary>How does an article place one statement among others of the same speaker: held at first, earlier, later or now; told, denied, owned or taken back?</summary>
/// <param name="Said">The statement in the case.</param>
/// <param name="Local">The same as its article has it.</param>
/// <param name="Sentence">Where its cue stands.</param>
internal sealed record Held(CaseStatement Said, Statement Local, ClaimedArticle Article, int Sentence, Stage Stage, Stance Stance, IReadOnlyList<ClaimTerm> Cue, IReadOnlyList<ClaimTerm> Content)
{
    // "initially", "At first the ministry …", "said at first that": so many words before its source or its verb place it in time.
    private const int Near = 2;

    /// <summary>Where the words that hand it over begin.</summary>
    public int Begin => (Local.Cue.IsEmpty ? Local.Content : Local.Cue).Hull.Begin;

    public int End => Local.Content.Hull.End;

    /// <summary>It says something to be held to: "so", "it" say nothing.</summary>
    public bool SaysWhat => Content.Any(w => w.Tells && !w.Capital && w.Lower is not ("him" or "her" or "them" or "himself" or "herself"));

    /// <summary>When it was said: told, else the day of print; null where it is only told as earlier, or where no day can be trusted.</summary>
    public Moment? Day => Local.Said is { } said && IsSure(said) ? said.Moment : Stage is Stage.First or Stage.Earlier ? null : Article.Findings.Published?.Moment;

    /// <summary>A verb of saying or owning hands it over: "discussed the sanctions" tells a deed.</summary>
    public bool IsSaid => Cue.Any(w => ClaimWords.IsForm("report-verb", w.Lower) || ClaimWords.IsVerbForm("admit-verb", w.Lower));

    /// <summary>"a new allegation, denied by Voss": told by the way, of what stands before it.</summary>
    public bool IsByTheWay => Local.IsBy(Statement.DeniedInPassing);

    // News tells what was said lately; a year before the print must be named. Where the day of print is unknown, "on Friday" is counted from anything.
    private bool IsSure(SaidOn said)
    {
        if (said.Moment.Earliest is { } day && said.Span.Of(Article.Text).Contains(day.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
        {
            return true;
        }

        return Article.Findings.Published?.Moment is { Earliest: { } first } print && said.Moment.Latest > first.AddYears(-1) && !(said.Moment.Earliest > print.Latest);
    }

    public static Held Of(CaseStatement said, Statement local, ClaimedArticle article)
    {
        var cue = ClaimReader.Terms(article.Text, local.Cue);
        var sentence = article.SentenceAt((local.Cue.IsEmpty ? local.Content : local.Cue).Hull.Begin);
        return new(said, local, article, sentence, StageOf(local, article, sentence, cue), StanceOf(local, cue), cue, ClaimReader.Terms(article.Text, local.Content));
    }

    private static Stage StageOf(Statement local, ClaimedArticle article, int sentence, IReadOnlyList<ClaimTerm> cue)
    {
        if (local.Cue.IsEmpty)
        {
            return Stage.Plain;
        }

        var marks = cue.Concat(AroundCue(local, article.Sentences[sentence])).ToList();
        return marks.Exists(w => ClaimWords.Is("stage-first", w.Lower)) || Enumerable.Range(0, marks.Count).Any(i => ClaimWords.PhraseAt("stage-first-phrase", marks, i) > 0) ? Stage.First
            : marks.Exists(w => ClaimWords.Is("stage-earlier", w.Lower)) ? Stage.Earlier
            : marks.Exists(w => ClaimWords.Is("stage-now", w.Lower)) ? Stage.Now
            : marks.Exists(w => ClaimWords.Is("stage-later", w.Lower)) ? Stage.Later
            : Stage.Plain;
    }

    // Between source and cue, between cue and content, and what opens the clause before the source.
    private static IEnumerable<ClaimTerm> AroundCue(Statement local, IReadOnlyList<ClaimTerm> sentence)
    {
        var (cue, content) = (local.Cue.Hull, local.Content.Hull);
        var source = local.Source.IsEmpty ? cue : local.Source.Hull;
        var opens = sentence.Where(w => w.Span.End <= Math.Min(source.Begin, cue.Begin)).TakeLast(Near).ToList();
        var between = sentence.Where(w => w.Span.Begin >= source.End && w.Span.End <= cue.Begin).ToList();
        var behind = sentence.Where(w => w.Span.Begin >= cue.End && w.Span.End <= content.Begin);
        return (opens.Count < Near || opens[0].First || opens[^1].Lower is "first" ? opens : []).Concat(between.TakeLast(Near)).Concat(behind.Take(Near));
    }

    private static Stance StanceOf(Statement s, IReadOnlyList<ClaimTerm> cue) =>
        cue.Any(w => ClaimWords.IsVerbForm("retract-verb", w.Lower)) || Enumerable.Range(0, cue.Count).Any(i => ClaimWords.PhraseAt("retract-phrase", cue, i) > 0) ? Stance.TakesBack
        : s.Negated || s.Act is Act.Decline or Act.Question or Act.Demand or Act.Threaten or Act.Vote or Act.Veto or Act.Praise ? Stance.None
        : s.Act == Act.Deny || s.Denies is { IsEmpty: false } ? Stance.Denies
        : cue.Any(w => ClaimWords.IsVerbForm("admit-verb", w.Lower)) ? Stance.Admits
        : Stance.Tells;
}

/// <summary>What the words around a cue say of its time.</summary>
internal enum Stage
{
    Plain,

    /// <summary>"initially": another position is to follow.</summary>
    First,

    /// <summary>"had earlier", "previously".</summary>
    Earlier,
    Later,
    Now,
}

internal enum Stance
{
    /// <summary>No position of what is so: a refusal, a question, a demand.</summary>
    None,
    Tells,
    Denies,
    Admits,
    TakesBack,
}
