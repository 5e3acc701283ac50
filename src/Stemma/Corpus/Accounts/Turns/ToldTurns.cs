using Stemma.Words;

namespace Stemma.Corpus.Accounts.Turns;

/// <summary>Which turns does one article tell of: "initially said … before acknowledging", "changed his story", "retracted that claim", "but now says"?</summary>
/// <param name="held">The article's statements in the order of their cues.</param>
internal sealed class ToldTurns(IReadOnlyList<Held> held, ClaimedArticle article, SpokenFor side)
{
    // What an article sets against each other stands in one sentence or in two that follow; a change that is announced may take one more.
    private const int Next = 1, Announced = 2;

    // "After initially condemning", "despite having first denied": the word that opens the clause stands so near its verb.
    private const int OpenerReach = 3;

    // "But he now says": what sets a sentence against the one before stands among its first words.
    private const int OpeningWords = 2;

    // "that claim", "his earlier remarks": longer words tell a matter of their own.
    private const int LongestPointer = 12;

    // The very word or one derived from it.
    private const double SameWord = 0.9;

    // Commoner words ("said", "made") are no matter that two sentences could share.
    private const double LeastWeight = 1;

    // The words for the turn stand there; a step less where only "now" and a common word tell it.
    private const double InWords = 0.9, ByNow = 0.75;

    private readonly Alignment _alignment = new();

    public IEnumerable<Turn> All() => FirstAndLater().Concat(Announcements()).Concat(TakenBack()).Concat(ButNow());

    // "initially said it was empty, then said it was full"; "After first denying it, the ministry now says …"; "who had earlier denied it, admitted …".
    private IEnumerable<Turn> FirstAndLater()
    {
        foreach (var before in held.Where(h => h.Stage is Stage.First or Stage.Earlier && IsPosition(h)))
        {
            var first = before.Stage == Stage.First;
            if (held.FirstOrDefault(h => h.Begin > before.Begin && h.Sentence - before.Sentence <= Next && IsPosition(h) && OneSide(before, h) && (first ? SetAgainst(before, h) : Owns(before, h)) && !IsLaterCount(before, h)) is { } after)
            {
                yield return Turn(before, after, InWords);
            }
            else if (first && Now(before) is { } now)
            {
                yield return Turn(before, now, InWords);
            }
        }
    }

    // "Maren said on Tuesday that it was full. She had originally said it was empty."
    private Held? Now(Held before) => held.LastOrDefault(h =>
        h.End <= before.Begin && before.Sentence - h.Sentence is > 0 and <= Announced && h.Stage is Stage.Plain or Stage.Now && h.IsSaid && IsPosition(h) && OneSide(before, h) && Shared(before, h) && !IsLaterCount(before, h));

    // "who had earlier denied it, admitted …": in one breath.
    private static bool Owns(Held before, Held after) =>
        before.Stance == Stance.Denies && after.Stance == Stance.Admits && after.Sentence == before.Sentence && !after.Local.Content.Overlaps(before.Local.Content);

    private bool SetAgainst(Held before, Held after)
    {
        if (after.Local.Content.Overlaps(before.Local.Content) || after.Stage is Stage.First or Stage.Earlier || (before.Stance == Stance.Admits && after.Stance == Stance.Admits))
        {
            return false;
        }

        var moves = after.Stage is Stage.Later or Stage.Now || after.Stance is Stance.Admits or Stance.TakesBack;
        if (after.Sentence != before.Sentence)
        {
            return after.Stance is Stance.Admits or Stance.TakesBack || (Opposes(after.Sentence) && (moves || Shared(before, after))) || (moves && Shared(before, after));
        }

        // "which initially denied it, calls it …": what it says of the speaker stands against what the speaker does.
        var words = article.Sentences[before.Sentence];
        return moves || PlainWords.Of(before.Local.Source.Of(article.Text)) is [{ Lower: "who" or "which" }]
            || words.Where(w => w.Span.Begin >= before.End && w.Span.End <= after.Begin).Any(w => ClaimWords.Is("turn-link", w.Lower))
            || words.Where(w => w.Span.End <= before.Local.Cue.Hull.End).TakeLast(OpenerReach + before.Cue.Count).Any(w => ClaimWords.Is("turn-opener", w.Lower));
    }

    // "reversed course and said …", "In a reversal, Maren said …"; "gave conflicting accounts: first …, later …".
    private IEnumerable<Turn> Announcements()
    {
        for (var s = 0; s < article.Sentences.Count; s++)
        {
            var words = article.Sentences[s];
            for (var i = 0; i < words.Count; i++)
            {
                if (ClaimWords.PhraseAt("changed-mind-phrase", words, i) > 0 && !IsQuoted(words[i].Span) && Changed(s, words[i]) is { } changed)
                {
                    yield return changed;
                }
                else if (ClaimWords.PhraseAt("changed-account-phrase", words, i) > 0 && !IsQuoted(words[i].Span) && Accounts(s, words[i].Span) is { } accounts)
                {
                    yield return accounts;
                }
            }
        }
    }

    private Turn? Changed(int sentence, ClaimTerm phrase)
    {
        // "in a reversal" opens the clause of whoever speaks next; all others follow their subject.
        var opens = phrase.Lower == "in";
        var after = held.FirstOrDefault(h => h.Sentence == sentence && h.Begin > phrase.Span.Begin && IsPosition(h));
        if (after is null || after.Local.Source.IsEmpty || (after.Local.Source.Hull.Begin < phrase.Span.Begin) == opens)
        {
            return null;
        }

        var before = held.LastOrDefault(h => h.Local.Content.Hull.End <= phrase.Span.Begin && sentence - h.Sentence <= Announced && OneSide(h, after) && h.SaysWhat && h.Stance != Stance.TakesBack)
            ?? held.FirstOrDefault(h => h.Begin > after.Begin && h.Sentence - sentence <= Announced && h.Stage is Stage.First or Stage.Earlier && OneSide(h, after) && h.SaysWhat);
        return before is null || before.Local.Content.Overlaps(after.Local.Content) ? null : Turn(before, after, InWords);
    }

    private Turn? Accounts(int sentence, TextSpan phrase)
    {
        var following = held.Where(h => h.Begin > phrase.Begin && h.Sentence - sentence <= Announced && IsPosition(h)).ToList();
        if (following.Count == 0 || held.LastOrDefault(h => h.Sentence == sentence && h.Begin <= phrase.Begin && h.Local.Cue.Hull.End >= phrase.End) is { } announces && !OneSide(announces, following[0]))
        {
            return null;
        }

        var after = following.Skip(1).TakeWhile(h => OneSide(following[0], h)).FirstOrDefault(h => (h.Stage is Stage.Later or Stage.Now || h.Stance == Stance.Admits) && !h.Local.Content.Overlaps(following[0].Local.Content));
        return after is null || following[0].Stage is Stage.Later or Stage.Now ? null : Turn(following[0], after, InWords);
    }

    // "retracted that claim", "walked it back".
    private IEnumerable<Turn> TakenBack()
    {
        foreach (var after in held.Where(h => h.Stance == Stance.TakesBack && Points(h)))
        {
            if (held.LastOrDefault(h => h.End <= after.Begin && after.Sentence - h.Sentence <= Next && h.SaysWhat && h.Stance is not (Stance.None or Stance.TakesBack) && h.Said.Statement.Actor is not null && (OneSide(h, after) || h.Stage == Stage.First)) is { } before)
            {
                yield return TurnReader.Made(before.Said.Statement.Actor!, TurnKind.TakesBack, Side(before), new(after.Said.Statement.Id, new(article.Id, [.. after.Local.Cue.Concat(after.Local.Content).Order()]), after.Day), Reason(TurnKind.TakesBack, before, Words(after)), InWords);
            }
        }

        for (var s = Next; s < article.Sentences.Count; s++)
        {
            var words = article.Sentences[s];
            var at = Enumerable.Range(0, words.Count).FirstOrDefault(i => ClaimWords.PhraseAt("retract-it-phrase", words, i) > 0, -1);
            if (at is >= 1 and <= OpeningWords && ClaimWords.Is("pronoun", words[0].Lower) && !IsQuoted(words[at].Span)
                && held.LastOrDefault(h => h.Sentence == s - Next) is { Stance: not (Stance.None or Stance.TakesBack), SaysWhat: true, Said.Statement.Actor: { } actor } before)
            {
                var phrase = new TextSpan(words[0].Span.Begin, words[at + ClaimWords.PhraseAt("retract-it-phrase", words, at) - 1].Span.End);
                yield return TurnReader.Made(actor, TurnKind.TakesBack, Side(before), new(null, new(article.Id, Spans.Of(phrase.Begin, phrase.End)), article.Findings.Published?.Moment), Reason(TurnKind.TakesBack, before, phrase.Of(article.Text)), InWords);
            }
        }
    }

    // "that claim", "his earlier remarks", "it".
    private static bool Points(Held h) => h.Content.Count is > 0 and <= LongestPointer
        && (h.Content.Take(OpenerReach).Any(w => ClaimWords.Is("held-noun", w.Lower)) || (h.Content.Count == 1 && ClaimWords.Is("pointing", h.Content[0].Lower)));

    // "Maren told the council the talks ended in May. But she now says that the talks lasted until June."
    private IEnumerable<Turn> ButNow()
    {
        foreach (var after in held.Where(h => h.Stage == Stage.Now && IsPosition(h)))
        {
            var before = held.LastOrDefault(h => h.End <= after.Begin && after.Sentence - h.Sentence <= Next && OneSide(h, after));
            if (before is { Stage: not (Stage.Now or Stage.Later) } && IsPosition(before) && Opposes(after.Sentence) && Shared(before, after) && !IsLaterCount(before, after))
            {
                yield return Turn(before, after, ByNow);
            }
        }
    }

    private bool Opposes(int sentence) => article.Sentences[sentence].Take(OpeningWords).Any(w => ClaimWords.Is("opposing", w.Lower));

    // A word of the matter, or two that tell anything: "talks" and a name.
    private bool Shared(Held one, Held other)
    {
        var shared = one.Content.Where(w => w.Tells && _alignment.Best(w, other.Content) >= SameWord).DistinctBy(w => w.Base).ToList();
        return shared.Exists(w => !w.Capital && w.Weight > LeastWeight) || (shared.Count > 1 && shared.Exists(w => !w.Capital));
    }

    // "at least 40 had died", "now says 52 died": news of a later hour.
    private bool IsLaterCount(Held before, Held after)
    {
        var (first, then) = (Figures(before), Figures(after));
        return first.Count > 0 && then.Count > 0 && after.Stance != Stance.TakesBack && then.Exists(t => first.Exists(f => f.Unit == t.Unit && (t.Low ?? t.High) >= (f.Low ?? f.High)));
    }

    private List<ClaimFigure> Figures(Held h) => [.. article.Claims.Where(c => Math.Abs(c.Sentence - h.Sentence) <= 1).SelectMany(c => c.Figures).Where(f => h.Local.Content.Hull.Contains(f.Span))];

    private static bool IsPosition(Held h) => h.Stance is not (Stance.None or Stance.TakesBack) && h.SaysWhat && !h.IsByTheWay;

    private bool OneSide(Held one, Held other) => one.Said.Statement.Actor is { } a && other.Said.Statement.Actor is { } b
        ? a == b || (side.Actor(a) is { } x && side.Actor(b) is { } y && side.SameState(x, y))
        : IsPronounFor(one, other) || IsPronounFor(other, one);

    // "He changed his story": nobody could be told for certain, and the sentence before has one speaker.
    private bool IsPronounFor(Held unknown, Held known) =>
        unknown.Said.Statement.Actor is null && known.Said.Statement.Actor is { } actor && unknown.Sentence - known.Sentence == Next
        && PlainWords.Of(unknown.Local.Source.Of(article.Text)) is [{ Lower: "he" or "she" or "it" or "they" }]
        && held.Where(h => h.Sentence == known.Sentence).All(h => h.Said.Statement.Actor == actor);

    private bool IsQuoted(TextSpan words) => held.Any(h => h.Local.Form == Form.Direct && h.Local.Content.Any(c => c.Contains(words)));

    private Turn Turn(Held before, Held after, double confidence)
    {
        var kind = after.Stance == Stance.Admits ? TurnKind.Admits : after.Stance == Stance.Denies && before.Stance != Stance.Denies ? TurnKind.Denies : TurnKind.SaysOtherwise;
        return TurnReader.Made(before.Said.Statement.Actor ?? after.Said.Statement.Actor!, kind, Side(before), Side(after), Reason(kind, before, Words(after)), confidence);
    }

    private static TurnSide Side(Held h) => new(h.Said.Statement.Id, new(h.Article.Id, h.Local.Content), h.Day);

    private static string Words(Held h) => h.Local.Cue.Of(h.Article.Text);

    private static string Reason(TurnKind kind, Held before, string after) => $"one article tells both: {Say(kind, before.Stance)} (“{Words(before)}” … “{after}”)";

    /// <summary>What became of it, in plain words.</summary>
    public static string Say(TurnKind kind, Stance before) => kind switch
    {
        TurnKind.Admits => before == Stance.Denies ? "first denied, later admitted" : "first told otherwise, later admitted",
        TurnKind.Denies => "first told, later denied",
        TurnKind.TakesBack => "told, then taken back",
        _ => before == Stance.Denies ? "first denied, later told" : "first one thing, later another",
    };
}
