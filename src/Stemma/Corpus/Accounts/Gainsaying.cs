using System.Collections.Concurrent;

namespace Stemma.Corpus.Accounts;

/// <summary>Is this what was said not to be so? A statement of the article against the words of a denial, told here or in another article.</summary>
internal sealed class Gainsaying(ClaimedArticle article, Alignment alignment)
{
    // "directed", "instructed": the deed itself in another word.
    private const double SameDeed = 0.7;

    // "that he", "he": so early stands who is spoken of.
    private const int SubjectReach = 2;

    // The verb itself; as sure as a denial of somebody's own doing.
    private const double VeryDeed = 0.9;
    private const double ByVerbAlone = 0.65;

    // Same sense of a thing; a step broader ("violating", "attack") is too far here.
    private const double SameSense = 0.6;

    // "told of a bribe", "said Lom was shelled": fewer words that tell something are nothing to deny.
    private const int LeastTold = 2;

    // Several threads may lay the article beside others at once.
    private readonly ConcurrentDictionary<Statement, IReadOnlyList<ClaimTerm>> _terms = new(ReferenceEqualityComparer.Instance as IEqualityComparer<Statement>);

    /// <summary>The words of a statement's content, worked out once.</summary>
    public IReadOnlyList<ClaimTerm> Terms(Statement s) => _terms.GetOrAdd(s, one => ClaimReader.Terms(article.Text, one.Content));

    /// <summary>How well the claim is what the denial says was not so; 0 where it is another matter.</summary>
    public double FitOf(DenialStatement denial, Statement claim, ArticleFindings answer)
    {
        var told = Terms(claim);

        // Who says what may be is not answered by who says that it was not.
        if (denial.SaysNot && (told.Any(w => ClaimWords.Is("future", w.Lower)) || denial.Deed is not { } deed || alignment.Best(deed, told) < SameDeed))
        {
            return 0;
        }

        // "the cab was not stopped by men" does not answer that men stopped others: what suffers it must be met.
        if (denial.SaysNot && Predicate.In(denial.Denied) is { Passive: true, Object: var suffered } && suffered.Select(o => denial.Denied[o]).Where(w => w.Weight > 2).ToList() is { Count: > 0 } things && !things.Exists(w => alignment.Best(w, told) >= SameSense / 2))
        {
            return 0;
        }

        // "nobody shelled anything" answers whoever is said to have shelled.
        if (denial.OfAnything)
        {
            return claim.Accused.Count > 0 && alignment.Best(denial.Denied.First(w => w.Tells && w.Weight > 2), told) >= VeryDeed ? ByVerbAlone : 0;
        }

        var (near, far) = (alignment.Covered(denial.Denied, told), alignment.Covered(told, denial.Denied));
        if (near < LeastNear || far < LeastFar)
        {
            return 0;
        }

        // "denied that he was in the picture": a mere picture, named by the way, is nothing that was said.
        var bare = denial.Denied.Any(w => ClaimWords.Is("be", w.Lower)) && Predicate.In(told).Verb < 0 && !told.Any(w => ClaimWords.Is("be", w.Lower) || ClaimWords.Is("have", w.Lower));
        return !bare && MeetsDeed(denial, claim) && OfTheDenier(denial, claim, answer) ? (near + far) / 2 : 0;
    }

    /// <summary>"denied contacts", "denied capturing him": without a doer of its own it is the speaker's doing that is denied, and no other person's.</summary>
    public bool OfTheDenier(DenialStatement denial, Statement claim, ArticleFindings answer)
    {
        // "denied that it had sent arms": what another state sends is no business of the denier's.
        var country = answer.Actors.FirstOrDefault(a => a.Id == denial.Statement.Actor) is { Kind: not ActorKind.Person } denier ? denier.Country : null;
        var told = Terms(claim).Select(w => w.Country).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (country is not null && denial.Denied.Any(w => w.Lower is "it" or "its" or "they" or "their") && !told.Contains(country) && told.Any(c => !denial.Denied.Any(w => w.Country == c)))
        {
            return false;
        }

        if (Predicate.In(denial.Denied).Verb > 0)
        {
            // "denied that he had been told": that another says he had been told himself is no answer to it.
            return !IsPronoun(denial.Denied) || !IsPronoun(Terms(claim)) || WhoIs(Terms(claim)) is not { } they || Accusing.OneSide(article.Findings, they, answer, denial.Statement.Actor);
        }

        // "denied sexual harassment": what others are accused of, or nobody in particular, is no answer to it.
        if (claim.Act == Act.Accuse && !denial.Whom.Any(w => claim.Accused.Count == 0 ? Accusing.Accuses(article.Findings, claim, Terms(claim), answer, w) : claim.Accused.Any(a => Accusing.OneSide(article.Findings, a, answer, w))))
        {
            return false;
        }

        // "denied visiting Sund": "he was in Sund", said of another, is no answer to it.
        var subject = Terms(claim).Take(SubjectReach).FirstOrDefault(w => ClaimWords.Is("subject-pronoun", w.Lower));
        if (subject.Lower is not null && article.Findings.Actors.FirstOrDefault(a => a.Mentions.Any(m => m.Any(s => s == subject.Span))) is var he && !Accusing.OneSide(article.Findings, he?.Id ?? claim.Actor, answer, denial.Statement.Actor))
        {
            return false;
        }

        var named = article.Findings.Actors.Where(a => a.Id != claim.Actor && a.Mentions.Any(m => claim.Content.Overlaps(m))).ToList();
        return named.Exists(a => Accusing.OneSide(article.Findings, a.Id, answer, denial.Statement.Actor))
            || !named.Exists(a => a.Kind is ActorKind.Person or ActorKind.Organisation && !denial.Denied.Any(w => w.Capital && a.Name.EndsWith(w.Span.Of(answer.Article.Text), StringComparison.Ordinal)));
    }

    private static bool IsPronoun(IReadOnlyList<ClaimTerm> words) => words.Take(SubjectReach).Any(w => w.Lower is "he" or "she" or "i");

    private string? WhoIs(IReadOnlyList<ClaimTerm> words)
    {
        var subject = words.Take(SubjectReach).First(w => w.Lower is "he" or "she" or "i");
        return article.Findings.Actors.FirstOrDefault(a => a.Mentions.Any(m => m.Any(s => s == subject.Span)))?.Id;
    }

    /// <summary>The claim has the verb that is denied, in another word perhaps, and blames where blame is denied; where no verb is denied, two things of it.</summary>
    public bool MeetsDeed(DenialStatement denial, Statement claim)
    {
        var told = Terms(claim);
        if (Blames(denial.Denied) && claim.Accused.Count == 0 && !Blames(told))
        {
            return false;
        }

        if (Predicate.In(denial.Denied).Verb is >= 0 and var verb)
        {
            return ClaimWords.IsVerbForm("happens", denial.Denied[verb].Lower) || alignment.Best(denial.Denied[verb], told) >= SameDeed;
        }

        // Names alone make no claim. The first thing is what it is about, unless nearly all is met.
        var deeds = denial.Denied.Where(w => w.Tells && w.Weight > 2 && !w.Capital && w.Country is null).ToList();
        var met = deeds.Where(d => alignment.Best(d, told) >= SameSense).ToList();
        var clearly = alignment.Covered(denial.Denied, told) >= Clearly;
        return deeds.Count < LeastTold ? clearly && met.Count == deeds.Count : met.Count >= LeastTold && (clearly || met[0].Span == deeds[0].Span);
    }

    /// <summary>The claim tells the deed as done: "shelled the port", and not "a ministry that speaks of shells".</summary>
    public bool DoesDeed(DenialStatement denial, Statement claim)
    {
        var told = Terms(claim);
        return Predicate.In(denial.Denied).Verb is not (>= 0 and var verb) || Enumerable.Range(0, told.Count).Any(i => alignment.Of(denial.Denied[verb], told[i]) >= SameDeed && Manners.IsDone(told, i));
    }

    public static bool Blames(IReadOnlyList<ClaimTerm> words) => Enumerable.Range(0, words.Count).Any(i => Accusing.Blames(words, i));

    // Much of what is denied is told, and not by the way: a step lower ties what only shares a topic.
    private const double LeastNear = 0.5;
    private const double LeastFar = 0.3;

    // So much of what is denied stands in the claim that its first word need not.
    private const double Clearly = 0.65;

    /// <summary>It tells that something is so: no denial, no question, nothing that negates it. Where it is denied that something was not so, it tells that it was not.</summary>
    public bool IsTold(Statement claim, DenialStatement? denial = null)
    {
        var words = Terms(claim);
        var told = claim.Act is Act.Say or Act.Assert or Act.Accuse or Act.Believe or Act.Reveal && claim.Denies is not { IsEmpty: false };
        if (denial is { Kind: DenialKind.Pointing, Words: [{ Lower: "otherwise" }] })
        {
            return told && !claim.Negated;
        }

        if (denial is { DeniesNot: true })
        {
            return told && words.Any(w => ClaimWords.Is("negative", w.Lower) || w.Lower == "without");
        }

        // "accused Maren of lying": that is what is told, and denied by who denies all of it.
        if (denial is { IsGeneral: true } && claim.Act == Act.Accuse && claim.Accused.Count > 0)
        {
            return told && !claim.Negated && !words.Any(w => ClaimWords.Is("negative", w.Lower) || ClaimWords.Is("condition", w.Lower));
        }

        return told && !claim.Negated
            && !Enumerable.Range(0, words.Count).Any(i => IsTakenBack(words[i].Lower) || ClaimWords.PhraseAt("false-phrase", words, i) > 0);

        static bool IsTakenBack(string lower) =>
            ClaimWords.Is("negative", lower) || ClaimWords.IsVerbForm("deny-verb", lower) || ClaimWords.IsVerbForm("doubt-verb", lower) || ClaimWords.Is("false-word", lower) || ClaimWords.Is("condition", lower) || ClaimWords.Is("wrongly", lower);
    }
}
