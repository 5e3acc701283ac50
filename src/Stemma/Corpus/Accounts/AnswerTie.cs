namespace Stemma.Corpus.Accounts;

/// <summary>Is this denial, or this refusal to comment, of that charge?</summary>
/// <remarks>
/// In one article the place tells most: "denied the allegation" is of the charge that stands nearest. From another article it must speak of the same deed.
/// Known to miss: an answer in words of its own ("I was at home that night"), and whose words the article does not tie to the charge.
/// </remarks>
internal sealed class AnswerTie
{
    // "denied it" points to a charge so many sentences before; further off another may be meant.
    private const int NearBefore = 3;

    // An answer may stand first: "Maren denied it. The council had accused her of …".
    private const int NearBehind = 1;

    // A denial of all accusations may stand so far off.
    private const int NamedReach = 6;

    // Requests for comment are told at the end of what they were about.
    private const int CommentReach = 8;

    // The very word or one derived from it; the same sense.
    private const double SameWord = 0.9;
    private const double SameSense = 0.6;

    // So much of what is denied must be charged, and of what is charged be denied.
    private const double LeastNear = 0.5;
    private const double LeastFar = 0.2;

    // One common word is a topic; two are a deed.
    private const int LeastShared = 2;

    private readonly Alignment _alignment = new();

    /// <summary>How surely this denial is of that charge; 0 where it is of something else.</summary>
    /// <param name="sameEvent">The denial, or what it answers at home, speaks of a happening that the charge speaks of.</param>
    /// <param name="nearest">No other charge against them stands between the two.</param>
    public double Denies(DenialStatement denial, ClaimedArticle article, Charge charge, bool sameEvent, bool nearest)
    {
        // "denies any such tactics": it points, and names nothing of its own.
        if (denial.Thing.Count > 0 && denial.Words.Any(w => w.Lower == "such"))
        {
            denial = denial with { Thing = [] };
            return ReferenceEquals(article, charge.Article) && nearest && denial.Sentence - charge.Sentence is >= 0 and <= NearBefore ? 0.8 : 0;
        }

        var home = Home(denial, article);
        if (ReferenceEquals(article, charge.Article))
        {
            return Here(denial, home, article, charge, sameEvent, nearest);
        }

        if (denial.Kind == DenialKind.Content)
        {
            return SameDeed(denial, charge) ? 0.7 : 0;
        }

        return denial.Kind == DenialKind.Pointing ? 0
            : sameEvent && (denial.Thing.Count == 0 || charge.Words.Count == 0 || (Speaks(denial.Thing, charge) && Heads(denial.Thing, charge))) ? 0.65
            : home is null && denial.Thing.Count == 0 ? 0
            : (denial.Thing.Count == 0 || (Speaks(denial.Thing, charge) && Heads(denial.Thing, charge))) && (home is null || Shares(Charge.Deeds(ClaimReader.Terms(article.Text, home.Content)), charge)) ? 0.6
            : 0;
    }

    /// <summary>The thing it names, where it names one, is spoken of in the charge or around it: "denied any collusion" is no answer to having lied.</summary>
    public bool Fits(DenialStatement denial, Charge charge) =>
        denial.Thing.Count == 0 || (Speaks(denial.Thing, charge) && Heads(denial.Thing, charge)) || denial.Thing.Where(t => charge.Words.Count <= ShortCharge && _alignment.Best(t, charge.Around) >= SameWord).Sum(t => t.Weight) >= LeastNear * denial.Thing.Sum(t => t.Weight);

    /// <summary>What the denial answers in its own article.</summary>
    public static Statement? Home(DenialStatement denial, ClaimedArticle article) => article.Rebuttals.Tied.FirstOrDefault(t => ReferenceEquals(t.Denial, denial)).Claim;

    private double Here(DenialStatement denial, Statement? home, ClaimedArticle article, Charge charge, bool sameEvent, bool nearest)
    {
        if (denial.Kind != DenialKind.Pointing && home is not null && home.Id == charge.Local.Id && (Fits(denial, charge) || (denial.Sentence - charge.Sentence is >= 0 and <= Replying.Reach)))
        {
            return 0.9;
        }

        var apart = denial.Sentence - charge.Sentence;
        if (denial.Kind == DenialKind.Content)
        {
            return SameDeed(denial, charge) ? 0.8 : 0;
        }

        // "denied that" is of one claim. A denial of "all accusations" is of each; else another charge counts where it is of the same deed, or nothing else is answered and it stands near.
        return denial.Kind == DenialKind.Pointing ? (nearest && apart is 0 or 1 ? 0.8 : 0)
            : denial.Thing.Count > 0 ? (Speaks(denial.Thing, charge) || (sameEvent && charge.Words.Count == 0) ? 0.75 : 0)
            : (home is null || nearest) && apart >= -NearBehind && apart <= NearBefore ? 0.7
            : NamesAccuser(denial, charge) && apart >= -NearBehind ? 0.65
            : (denial.Kind == DenialKind.Accusation ? denial.Words.Any(w => ClaimWords.Is("all-of-it", w.Lower) || w.Lower is "accusations" or "allegations" or "charges") : denial.Words.Any(w => w.Lower is "wrongdoing")) && apart >= -NearBefore && apart <= NamedReach ? 0.6
            : home is not null && (sameEvent || home.Actor == charge.Local.Actor || Shares(Charge.Deeds(ClaimReader.Terms(article.Text, home.Content)), charge)) && (home.Actor != charge.Local.Actor || apart is >= 0 and <= NamedReach) ? 0.6
            : 0;
    }

    // "denied the Vardian allegations", "called Maren's claims a smear": of whose charges.
    private static bool NamesAccuser(DenialStatement denial, Charge charge) =>
        charge.Article.Findings.Actors.FirstOrDefault(a => a.Id == charge.Local.Actor) is { } accuser
        && denial.Words.Any(w => (w.Country is not null && w.Country == accuser.Country && accuser.Kind != ActorKind.Person) || (w.Capital && w.Weight > 2 && accuser.Name.EndsWith(w.Lower.EndsWith("'s", StringComparison.Ordinal) ? w.Span.Of(charge.Article.Text)[..^2] : w.Span.Of(charge.Article.Text), StringComparison.Ordinal)));

    // What it says was not so is what was charged.
    private bool SameDeed(DenialStatement denial, Charge charge)
    {
        var deeds = Charge.Deeds(denial.Denied);
        return deeds.Count > 0 && !denial.Refuses
            && Covered(deeds, charge.Matter) >= LeastNear && (_alignment.Covered(charge.Words, denial.Denied) >= LeastFar || charge.Words.Count == 0)
            && (deeds.Count(d => _alignment.Best(d, charge.Matter) >= SameSense) >= Math.Min(LeastShared, deeds.Count));
    }

    private double Covered(IReadOnlyList<ClaimTerm> deeds, IReadOnlyList<ClaimTerm> by) => deeds.Sum(d => d.Weight * _alignment.Best(d, by)) / deeds.Sum(d => d.Weight);

    // A charge of a word or two ("blamed the attempt on Vardia") is of what is told around it.
    private bool Speaks(IReadOnlyList<ClaimTerm> thing, Charge charge) =>
        thing.Where(t => _alignment.Best(t, charge.Matter) >= SameSense || (charge.Words.Count <= ShortCharge && _alignment.Best(t, charge.Around) >= SameWord)).Sum(t => t.Weight) >= LeastNear * thing.Sum(t => t.Weight);

    private const int ShortCharge = 2;

    // What somebody is charged with stands first: "a mockery of justice that let those behind the killing go free" is no charge of killing.
    private bool Heads(IReadOnlyList<ClaimTerm> thing, Charge charge) =>
        charge.Words.Count <= ShortCharge || thing.Any(t => _alignment.Best(t, charge.Words.Take(HeadWords).ToList()) >= SameWord);

    private const int HeadWords = 4;

    /// <summary>It may be of this charge, though nothing ties it: it says nothing of what, or shares a word of the deed.</summary>
    public bool MayBe(DenialStatement denial, Statement? home, ClaimedArticle article, Charge charge)
    {
        const double Least = 1;
        var about = Charge.Deeds(denial.Words.Concat(home is null ? [] : ClaimReader.Terms(article.Text, home.Content)), Least);
        var told = ClaimReader.Terms(charge.Article.Text, charge.Local.Content);
        return about.Count == 0 || charge.Words.Count == 0 || about.Any(w => _alignment.Best(w, told) >= SameSense);
    }

    private bool Shares(IReadOnlyList<ClaimTerm> deeds, Charge charge) =>
        deeds.Where(w => _alignment.Best(w, charge.Matter) >= SameWord).Select(w => w.Base).Distinct(StringComparer.Ordinal).Count() is var shared && (shared >= LeastShared || (shared > 0 && deeds.Count <= LeastShared));

    /// <summary>A refusal to comment on this charge; a refusal to do something is none.</summary>
    public bool Declines(CaseStatement said, ClaimedArticle article, Charge charge)
    {
        if (!Replying.IsNoComment(said, article.Text))
        {
            return false;
        }

        var about = Charge.Deeds(ClaimReader.Terms(article.Text, said.Statement.Content)).Where(w => !ClaimWords.Is("comment", w.Lower) && !ClaimWords.Is("comment-object", w.Lower)).ToList();
        var apart = article.SentenceAt(said.Statement.Content.Hull.Begin) - charge.Sentence;
        return ReferenceEquals(article, charge.Article) && apart is >= -NearBefore and <= CommentReach && (about.Count == 0 || Speaks(about, charge) || apart is >= 0 and <= NearBefore);
    }
}
