using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution;

/// <summary>Through which outlet, programme, book or platform did the words come? "told Reuters", "quoted by", "in an interview with", "on Twitter".</summary>
/// <remarks>
/// One interview runs on: what the same speaker says next keeps it until somebody else speaks or another is named; in a transcript it holds for everybody.
/// Known to miss: an interview named only at its end.
/// </remarks>
internal sealed class ViaReader
{
    // An interview is named once and quoted over the next paragraphs; beyond this many the thread is lost more often than kept.
    private const int InterviewReach = 4;

    // "said during a rally" tells another occasion.
    private const int LongestPlainCue = 3;

    // "Voss, 41, said on Twitter": tokens between a cue or a source and the "on" that belongs to it.
    private const int Near = 4;

    private readonly Prose _prose;
    private readonly ILookup<int, Occasions.Occasion> _bySentence;
    private readonly ILookup<int, string> _named;

    // The last that was named, and the one that runs on: where it was last heard of, and who is at it.
    private IReadOnlyList<Via> _last = [];
    private IReadOnlyList<Via> _running = [];
    private int _paragraph;
    private HashSet<string> _there = [];
    private int _sentence = -1;

    /// <param name="actors">Who is named where; where they are not known yet, a name is told by its last word.</param>
    public ViaReader(Prose prose, IReadOnlyList<Actor> actors)
    {
        _prose = prose;
        _bySentence = Occasions.Find(prose).ToLookup(o => prose.Tokens[o.At].Sentence);
        _named = actors.SelectMany(a => a.Mentions.Select(m => (a.Id, Token: prose.TokenAt(m.Hull.Begin))))
            .Where(m => m.Token < prose.Tokens.Count)
            .ToLookup(m => prose.Tokens[m.Token].Sentence, m => m.Id);
    }

    /// <param name="saying">Of a statement with a cue; asked in the order of the text.</param>
    public IReadOnlyList<Via> Of(Saying saying, Statement statement)
    {
        var at = _prose.Tokens[saying.Cue[0]];
        Pass(at.Sentence);
        var own = Own(saying, at.Sentence);
        var speaker = statement.Actor ?? Speaker(saying);
        if (saying.IsTurn)
        {
            return own.Count > 0 ? own : at.Paragraph > 0 && IsTranscript(saying) ? _last : [];
        }

        if (own.Count > 0)
        {
            (_last, _running, _paragraph) = (own, own, at.Paragraph);
            _there = speaker is null ? [.. _named[at.Sentence]] : [speaker, .. _named[at.Sentence]];
            return own;
        }

        // What the outlet says itself came through nobody.
        if (_running.Count == 0 || speaker is null || _running.Any(v => v.Name.Split(' ')[^1].Equals(Speaker(saying), StringComparison.OrdinalIgnoreCase)))
        {
            return [];
        }

        var here = _there.Contains(speaker) || (statement.Actor is null && saying.SpeakingPronoun is "he" or "she" or "they");
        if (here && at.Paragraph - _paragraph <= InterviewReach && saying.Cue.Count <= LongestPlainCue && statement.Act is Act.Say or Act.Assert or Act.Deny or Act.Question or Act.Reveal)
        {
            _paragraph = at.Paragraph;
            return _running;
        }

        _running = here ? _running : [];
        return [];
    }

    // Sentences up to this one in which an occasion is named and nobody speaks: whoever is named there is at it.
    private void Pass(int sentence)
    {
        while (++_sentence < sentence)
        {
            var named = _bySentence[_sentence].Where(o => !o.IsNear).Select(o => o.Via).DistinctBy(v => v.Name).ToList();
            if (named.Count > 0)
            {
                (_last, _running, _paragraph) = (named, named, _prose.Sentences[_sentence].Paragraph);
                _there = [.. _named[_sentence]];
            }
        }

        _sentence = Math.Max(_sentence - 1, sentence);
    }

    // "VOSS: We never left.": who speaks stands in front, first in the paragraph.
    private bool IsTranscript(Saying saying) =>
        saying.Source.Count > 0 && _prose.Sentences[_prose.Paragraphs[_prose.Tokens[saying.Source[0]].Paragraph].FirstSentence].FirstToken >= saying.Source[0] - 1;

    private List<Via> Own(Saying saying, int sentence)
    {
        var found = new List<Via>();
        foreach (var (at, via, isNear) in _bySentence[sentence])
        {
            var inContent = saying.Tagged.Content.Contains(_prose.Tokens[at].Span.Begin);
            var inSource = saying.Tagged.Source.Overlaps(via.Span.Hull);

            // "in the interview": the one named last, be it in somebody's words.
            if (inContent && !isNear)
            {
                _last = [via];
            }

            // "a report by North Wire" came through North Wire; what North Wire says came through nobody.
            if (!inContent && (!inSource || saying.Tagged.Source.Contains(_prose.Tokens[at].Span.Begin)) && (!isNear || IsNear(saying, at)) && !found.Exists(v => v.Name == via.Name))
            {
                found.Add(via);
            }
        }

        if (found.Count == 0 && SpeaksOfTheInterview(saying, sentence))
        {
            found.AddRange(_last);
        }

        if (found.Count == 0 && saying.Cue.Where(t => WordForms.Is(saying.Lower(t), "tweet") || WordForms.Is(saying.Lower(t), "retweet")).Select(t => (int?)t).FirstOrDefault() is { } tweet)
        {
            found.Add(new Via("Twitter", [_prose.Tokens[tweet].Span]));
        }

        return found;
    }

    private bool SpeaksOfTheInterview(Saying saying, int sentence)
    {
        var s = _prose.Sentences[sentence];
        for (var t = s.FirstToken + 1; t < s.FirstToken + s.Tokens - 1; t++)
        {
            if (saying.Lower(t - 1) is "in" or "during" && saying.Lower(t) is "the" && saying.Lower(t + 1) is "interview" or "broadcast")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNear(Saying saying, int at) =>
        saying.Cue.Contains(at) || Math.Abs(at - saying.Cue[^1]) <= Near || (saying.Source.Count > 0 && Math.Abs(at - saying.Source[^1]) <= 2);

    // The last name of whoever speaks: "Orlin Voss (R-Lom)" is "voss"; a pronoun and a noun are themselves.
    private static string? Speaker(Saying saying)
    {
        string? name = saying.SpeakingPronoun;
        foreach (var t in saying.Source)
        {
            if (name is not null && saying.Lower(t) is "," or "(" or "who" or "of")
            {
                break;
            }

            if (saying.Prose.IsCapital(t))
            {
                name = saying.Lower(t);
            }
        }

        return name ?? (saying.Source.Count > 0 ? saying.Lower(saying.Source[^1]) : null);
    }
}
