namespace Stemma.Articles.Attribution;

/// <summary>Does the content make the act more specific than its cue? "says it will" is a promise, "said he did not" a denial.</summary>
internal static class ActInContent
{
    // A called name stands early; further on the words are somebody's reasons.
    private const int JudgementReach = 25;

    // The subject and its auxiliary stand at the head of the clause: "that the ministry's own forces did not fire".
    private const int ClauseReach = 4;

    // "dismissed as baseless the claims": further on, a claim is no longer what is dismissed.
    private const int ClaimReach = 8;

    // A threatened harm is the first verb behind "will", an adverb or two between.
    private const int HarmReach = 4;

    private static readonly string[] Courts = ["court", "courts", "judge", "judges", "jury", "panel", "tribunal", "commission", "justice", "justices", "arbitrator", "inquiry", "magistrate"];
    private static readonly string[] Offices = ["president", "governor", "mayor", "government", "council", "parliament", "congress", "ministry", "minister", "king", "nato", "general", "commander", "police", "authorities", "agency", "department", "regulator", "regulators"];

    private static readonly PhraseBook<Act> Judgements = PhraseBook<Act>.Load("Articles/Attribution/Data/judgements.tsv", r => Enum.Parse<Act>(r[0], ignoreCase: true));
    private static readonly PhraseBook<bool> Harms = PhraseBook<bool>.Load("Articles/Attribution/Data/hostile.tsv", _ => true);

    public static Act Sharpen(Saying saying, Act told, int head, bool negated)
    {
        bool Cue(string lemma) => WordForms.Is(saying.Lower(head), lemma);

        // "would not discuss", "will not say": who could and does not, declines.
        if (negated && told == Act.Say && (Cue("say") || Cue("discuss") || Cue("talk") || Cue("elaborate") || Cue("speak") || Cue("name") || Cue("identify"))
            && saying.Cue.Any(t => t < head && saying.Lower(t) is "would" or "will" or "wo"))
        {
            return Act.Decline;
        }

        if (negated)
        {
            return Cue("respond") || Cue("reply") || Cue("answer") || Cue("comment") || Cue("return") ? Act.Decline : told;
        }

        if (saying.Content.Count == 0)
        {
            return told;
        }

        // "Records indicated otherwise": what stands before it is not so.
        if (told is Act.Say or Act.Assert or Act.Reveal or Act.Believe or Act.Propose && saying.Content.Where(t => Saying.IsWord(saying.Lower(t))).Select(saying.Lower).ToList() is ["otherwise"])
        {
            return Act.Deny;
        }

        // "called him a liar", but "called for an inquiry".
        if (told != Act.Demand && Names(saying.Lower(head)))
        {
            return Judged(saying, head) ?? told;
        }

        // "Maren's disputed claim that the gate was open": others dispute it, Maren claims it.
        if (told == Act.Deny && head == saying.Cue[0] && saying.Lower(head) is "disputed" or "contested" or "debunked" or "discredited" && head + 1 < saying.Prose.Tokens.Count && saying.Cue.Contains(head + 1) && IsClaim(saying.Lower(head + 1)))
        {
            return saying.Lower(head + 1).StartsWith("all", StringComparison.Ordinal) || saying.Lower(head + 1).StartsWith("accus", StringComparison.Ordinal) ? Act.Accuse : Act.Assert;
        }

        // "Maren's suggestion that the gate was open": no proposal.
        if (Cue("suggestion") && saying.Lower(saying.Content[0]) == "that" && !saying.Content.Take(ClaimReach).Any(t => saying.Lower(t) is "should" or "must"))
        {
            return Act.Assert;
        }

        if (Cue("ask"))
        {
            return AsksFor(saying, head) ? Act.Demand : Act.Question;
        }

        if ((EvidenceWords.IsDocumentOrTest(saying) || EvidenceWords.IsSign(saying)) && (Cue("suggest") || Cue("indicate") || Cue("imply") || Cue("hint") || Cue("point") || Cue("estimate")))
        {
            return Act.Reveal;
        }

        if (Cue("find"))
        {
            return IsAuthority(saying, Courts) ? Act.Decide : saying.SpeakingPronoun is null || saying.Lower(saying.Content[0]) == "that" ? Act.Reveal : Act.Believe;
        }

        if (Cue("hold") && saying.Content.Any(t => saying.Lower(t) is "responsible" or "accountable"))
        {
            return Act.Accuse;
        }

        // "swore to avenge" promises, "swore that he was there" asserts.
        if (Cue("swear") && saying.Lower(saying.Content[0]) == "to")
        {
            return Harm(saying) ? Act.Threaten : Act.Promise;
        }

        if (Cue("tell") && TellsTo(saying))
        {
            return Act.Demand;
        }

        if (Cue("offer"))
        {
            return saying.Lower(saying.Content[0]) == "to" || Has(saying, saying.Cue, "to") ? Act.Promise : told;
        }

        if (Cue("order"))
        {
            return IsAuthority(saying, Courts) || IsAuthority(saying, Offices) ? Act.Decide : Act.Demand;
        }

        if (Cue("dismiss") || Cue("reject"))
        {
            return Judged(saying, head) is Act.Deny || saying.Content.Take(ClaimReach).Any(t => IsClaim(saying.Lower(t))) || !Has(saying, saying.Content, "as") ? Act.Deny : Act.Condemn;
        }

        // "denounced the claims as lies", "condemned him as a traitor".
        if (told is Act.Condemn or Act.Accuse && Has(saying, saying.Content, "as") && Judged(saying, head) is Act.Deny or Act.Accuse)
        {
            return Judged(saying, head)!.Value;
        }

        if ((Cue("convince") || Cue("persuade")) && Has(saying, [.. saying.Content.Take(ClauseReach * 2)], "to"))
        {
            return Act.Demand;
        }

        if (Cue("announce") && saying.Content.Take(JudgementReach).Any(t => saying.Lower(t) is "would" or "will" or "plans" or "'ll"))
        {
            return Act.Promise;
        }

        if (Cue("agree"))
        {
            return saying.Lower(saying.Content[0]) == "to" || Has(saying, saying.Cue, "to") || Has(saying, saying.Cue, "on") ? Act.Decide : told == Act.Believe ? told : Act.Say;
        }

        if (Cue("warn") || told is Act.Promise or Act.Threaten)
        {
            return told == Act.Threaten || (Harm(saying) && (told == Act.Promise || OwnFuture(saying))) ? Act.Threaten : told;
        }

        if (told == Act.Say && saying.Cue.Any(t => saying.Lower(t) is "forcefully" or "flatly" or "firmly" or "adamantly" or "emphatically" or "insistently"))
        {
            told = Act.Assert;
        }

        if (told is Act.Say or Act.Assert)
        {
            return Declines(saying) ? Act.Decline
                : OwnVerb(saying) is not null && Harm(saying) ? Act.Threaten
                : OwnFuture(saying) ? Act.Promise
                : OwnDenial(saying) || CallsUntrue(saying) ? Act.Deny
                : told == Act.Say && ActReader.Asks(saying) ? Act.Question
                : told;
        }

        return told;
    }

    internal static bool Names(string lower) => lower is
        "call" or "calls" or "called" or "calling" or "describe" or "describes" or "described" or "describing" or "label" or "labels" or "labeled" or "labelled" or "labeling"
        or "brand" or "brands" or "branded" or "branding" or "dub" or "dubs" or "dubbed" or "dubbing" or "deem" or "deems" or "deemed" or "term" or "termed" or "terms"
        or "characterize" or "characterized" or "characterizes" or "characterizing" or "portray" or "portrays" or "portrayed" or "portraying" or "depict" or "depicted" or "depicts"
        or "paint" or "painted" or "paints" or "cast" or "casts" or "casting";

    /// <summary>The first judging word of what somebody is called.</summary>
    private static Act? Judged(Saying saying, int head)
    {
        var tokens = saying.Prose.Tokens;
        Act? found = null;
        foreach (var t in saying.Cue.Where(t => t > head).Concat(saying.Content).Take(JudgementReach))
        {
            if (Judgements.TryMatch(tokens, t, saying.Content[^1] + 1, out var act, out _) && !SaysWho(saying, t))
            {
                // A name for a person or a deed outweighs the adjective before it: "a disgraceful liar".
                if (act is Act.Accuse or Act.Deny)
                {
                    return act;
                }

                found ??= act;
            }
        }

        return found;
    }

    // "holding those responsible to account": nobody is called so.
    private static bool SaysWho(Saying saying, int t) =>
        t > 0 && saying.Lower(t) is "responsible" or "guilty" or "complicit" && saying.Lower(t - 1) is "those" or "people" or "anyone" or "anybody" or "all" or "everyone" or "whoever" or "persons" or "individuals" or "parties" or "found" or "hold" or "held" or "holding";

    private static bool AsksFor(Saying saying, int head)
    {
        var first = saying.FirstContentWord();
        if (first < 0 || ActReader.Asks(saying))
        {
            return false;
        }

        var lower = saying.Lower(first);
        if (lower is "to" or "for" || saying.Cue.Any(t => t > head && saying.Lower(t) is "for" or "to"))
        {
            return true;
        }

        return !IsQuestionWord(lower) && !Has(saying, saying.Cue, "about")
            && saying.Content.Take(12).Any(t => saying.Lower(t) == "to") && !saying.Content.Take(12).Any(t => IsQuestionWord(saying.Lower(t)));
    }

    /// <summary>"told captains to stay": a hearer and an infinitive, no clause before it.</summary>
    private static bool TellsTo(Saying saying)
    {
        foreach (var t in saying.Content.Take(ClauseReach + 2))
        {
            var lower = saying.Lower(t);
            if (lower == "to")
            {
                return t < saying.Content[^1] && !WordForms.Is(saying.Lower(t + 1), "the") && saying.Lower(t + 1) is not ("a" or "an" or "his" or "her" or "their" or "reporters");
            }

            if (Negation.IsAuxiliary(lower) || lower is "that" or "\"" or "," or "how" or "about" or "of")
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"It is a lie": a clause about "it", "this" or "that" whose predicate is an untruth.</summary>
    private static bool CallsUntrue(Saying saying)
    {
        var first = saying.FirstContentWord();

        // "That is untrue": here the first "that" is no conjunction.
        if (first > 0 && saying.Lower(first) is "is" or "'s" or "was" && saying.Lower(first - 1) == "that")
        {
            first--;
        }

        if (first < 0 || saying.Lower(first) is not ("that" or "it" or "this" or "these" or "they" or "those" or "all"))
        {
            return false;
        }

        for (var t = first + 1; t <= first + ClauseReach + 2 && t <= saying.Content[^1]; t++)
        {
            if (Judgements.TryMatch(saying.Prose.Tokens, t, saying.Content[^1] + 1, out var act, out _) && saying.Lower(t) is not ("wrong" or "fake" or "myth"))
            {
                return act == Act.Deny;
            }

            if (saying.Lower(t) is "not" or "n't" or "," or ".")
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsQuestionWord(string lower) => lower is "whether" or "if" or "why" or "how" or "what" or "who" or "when" or "where" or "which" or "about";

    private static bool IsAuthority(Saying saying, string[] words) => saying.Source.TakeWhile(t => saying.Lower(t) is not ("," or "who" or "which")).Any(t => words.Contains(saying.Lower(t), StringComparer.Ordinal));

    private static bool IsClaim(string lower) =>
        lower is "claim" or "claims" or "allegation" or "allegations" or "accusation" or "accusations" or "suggestion" or "suggestions" or "report" or "reports" or "charge" or "charges"
            or "rumor" or "rumors" or "rumour" or "rumours" or "notion" or "idea" or "assertion" or "assertions" or "criticism";

    private static bool Declines(Saying saying)
    {
        var words = string.Join(' ', saying.Content.Take(14).Where(t => Saying.IsWord(saying.Lower(t))).Select(saying.Lower));
        return words.StartsWith("no comment", StringComparison.Ordinal)
            || words.Contains("not comment", StringComparison.Ordinal) || words.Contains("n't comment", StringComparison.Ordinal) || words.Contains("not going to comment", StringComparison.Ordinal)
            || words.Contains("not going to go into", StringComparison.Ordinal) || words.Contains("n't going to go into", StringComparison.Ordinal)
            || words.Contains("nothing to say", StringComparison.Ordinal) || words.Contains("not discuss", StringComparison.Ordinal) || words.Contains("n't discuss", StringComparison.Ordinal)
            || words.Contains("n't going to get into", StringComparison.Ordinal) || words.Contains("not going to get into", StringComparison.Ordinal)
            || words.Contains("not be commenting", StringComparison.Ordinal) || words.Contains("declined to", StringComparison.Ordinal) || words.Contains("decline to", StringComparison.Ordinal);
    }

    /// <summary>"he will …", "we would …": the speaker's side itself is going to do something (not: to be or to have).</summary>
    private static bool OwnFuture(Saying saying) => OwnVerb(saying) is { } v && v.Future;

    private static (int Verb, bool Future)? OwnVerb(Saying saying)
    {
        if (OwnSubject(saying) is not { } subject)
        {
            return null;
        }

        for (var t = subject + 1; t <= subject + 2 && t < saying.Content[^1]; t++)
        {
            var lower = saying.Lower(t);
            if (lower is "intends" or "intended" or "intend" or "plans" or "planned" or "plan" or "vowed" or "pledged" && t + 2 <= saying.Content[^1] && saying.Lower(t + 1) == "to")
            {
                return (t + 2, true);
            }

            if (lower is "will" or "wo" or "shall" or "'ll" or "would")
            {
                var verb = t + 1;
                while (verb < saying.Content[^1] && (PhraseBook<Act>.IsAdverb(saying.Lower(verb)) || Negation.IsNegation(saying.Lower(verb))))
                {
                    verb++;
                }

                // "would like", "would be", "it would take": a wish, a state, a might-have-been, a cost.
                var next = saying.Lower(verb);
                return (verb, Saying.IsWord(next) && next is not ("be" or "have" or "see" or "win" or "lose" or "need" or "take" or "cost" or "depend" or "happen" or "probably")
                    && (lower != "would" || next is not ("like" or "love" or "prefer" or "consider" or "rather" or "want" or "say" or "think" or "hope" or "know" or "require")));
            }

            if (!PhraseBook<Act>.IsAdverb(lower))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"he was not speaking", "we did not fire", "I never saw the list": the speaker's side did not do it.</summary>
    private static bool OwnDenial(Saying saying)
    {
        if (OwnSubject(saying) is not { } subject || subject + 3 > saying.Content[^1])
        {
            return false;
        }

        var (one, two, three) = (saying.Lower(subject + 1), saying.Lower(subject + 2), saying.Lower(subject + 3));
        return one == "never"
            || (two is "not" or "n't" or "never"
                && !(three == "been" && IsDegree(saying.Lower(subject + 4)))
                && (one is "did" or "had" or "has" or "have"
                    || (one is "was" or "were" or "is" or "are" or "'s" or "'re" or "am" or "'m" && (three.EndsWith("ing", StringComparison.Ordinal) || three is "involved" or "responsible" or "guilty" or "aware" or "behind" or "part" or "there" or "present" or "in") && three != "going")));
    }

    // "We have never been prouder", "never been so sure": the highest degree, nothing denied.
    private static bool IsDegree(string lower) =>
        lower is "more" or "less" or "so" or "better" or "worse" || (lower.Length > 5 && lower.EndsWith("er", StringComparison.Ordinal) && lower is not ("either" or "together" or "former" or "member" or "leader"));

    /// <summary>The content's first clause has the speaker's side as its subject: a first person in a quotation, else the pronoun that can stand for the source.</summary>
    private static int? OwnSubject(Saying saying)
    {
        var first = saying.FirstContentWord();
        if (first < 0)
        {
            return null;
        }

        // "If they come back, we will …": what is willed stands behind the condition.
        if (saying.Lower(first) is "if" or "unless")
        {
            var comma = saying.Content.FirstOrDefault(t => t > first && saying.Lower(t) == ",", -1);
            first = comma > 0 && comma < saying.Content[^1] ? comma + 1 : first;
        }

        for (var t = first; t < first + ClauseReach && t <= saying.Content[^1]; t++)
        {
            var lower = saying.Lower(t);
            if (lower is "i" or "we")
            {
                return t;
            }

            if (lower is "he" or "she" or "they" or "it" && saying.Prose.Tokens[t].Quotation < 0)
            {
                return t;
            }

            if (lower is not ("that" or "\"" or "'" or "well" or "," or "yes" or "no" or "and" or "but" or "look" or "as" or "president" or "if"))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>What is vowed or willed is a harm: right behind "will" or "to", or right at the head of what is threatened.</summary>
    private static bool Harm(Saying saying)
    {
        var from = OwnVerb(saying)?.Verb ?? saying.FirstContentWord();
        for (var t = from; t >= 0 && t < from + HarmReach && t <= saying.Content[^1]; t++)
        {
            if (Harms.TryMatch(saying.Prose.Tokens, t, saying.Content[^1] + 1, out _, out _))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(Saying saying, IReadOnlyList<int> tokens, string lower) => tokens.Any(t => saying.Lower(t) == lower);
}
