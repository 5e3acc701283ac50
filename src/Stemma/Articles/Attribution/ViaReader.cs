using System.Collections.Frozen;
using Stemma.Words;

namespace Stemma.Articles.Attribution;

/// <summary>Through which outlet, agency or platform did the words come? "told Reuters", "quoted by", "in an interview with", "on Twitter".</summary>
/// <remarks>
/// An outlet is known by name or by how its name ends (Data/outlets.tsv), so "told Maren" is no way a statement came by.
/// One interview runs on: a later statement of the same speaker keeps it until another is named (<see cref="Carry"/>).
/// Known to miss: outlets with unlike names (a blog, a programme), and an interview named only at its end.
/// </remarks>
internal static class ViaReader
{
    // An interview is named once and quoted over the next paragraphs; beyond this many the thread is lost more often than kept.
    private const int InterviewReach = 4;

    // "said during a rally" tells another occasion.
    private const int LongestPlainCue = 3;

    private static readonly FrozenSet<string> Names = List("name");
    private static readonly FrozenSet<string> Endings = List("ending");
    private static readonly int LongestName = Names.Max(n => n.Count(c => c == ' ') + 1);

    public static IReadOnlyList<Via> Read(Saying saying)
    {
        var found = new List<Via>();
        if (saying.Cue.Count == 0)
        {
            return found;
        }

        var tokens = saying.Prose.Tokens;
        var sentence = saying.Prose.Sentences[tokens[saying.Cue[0]].Sentence];
        for (var t = sentence.FirstToken; t < sentence.FirstToken + sentence.Tokens; t++)
        {
            if (!LeadsToOutlet(saying, t, out var next) || InContent(saying, t))
            {
                continue;
            }

            if (Outlet(saying, ref next) is { } end)
            {
                next += saying.Lower(next) is "the" or "a" or "an" && end > next + 1 ? 1 : 0;
                var span = new TextSpan(tokens[next].Span.Begin, tokens[end - 1].Span.End);
                if (!saying.Tagged.Source.Overlaps(span) || IsQuotedBy(saying, t))
                {
                    found.Add(new Via(span.Of(saying.Prose.Text), [span]));
                }
            }
        }

        if (found.Count == 0)
        {
            foreach (var t in saying.Cue.Where(t => WordForms.Is(saying.Lower(t), "tweet") || WordForms.Is(saying.Lower(t), "retweet")))
            {
                found.Add(new Via("Twitter", [tokens[t].Span]));
                break;
            }
        }

        return found;
    }

    /// <summary>Hands an interview on to the speaker's next statements.</summary>
    public static IReadOnlyList<Statement> Carry(Sentences.Prose prose, IReadOnlyList<(Saying Saying, Statement Statement)> read)
    {
        var carried = new Statement[read.Count];
        string? speaker = null;
        IReadOnlyList<Via> via = [];
        var paragraph = 0;
        for (var n = 0; n < read.Count; n++)
        {
            var (saying, statement) = read[n];
            carried[n] = statement;
            var at = saying.Cue.Count > 0 ? prose.Tokens[saying.Cue[0]].Paragraph : saying.Content.Count > 0 ? prose.Tokens[saying.Content[0]].Paragraph : paragraph;
            var name = saying.Source.Count == 0 ? null : saying.SpeakingPronoun ?? saying.Lower(saying.Source[^1]);
            if (statement.Via.Count > 0)
            {
                (speaker, via, paragraph) = (name, statement.Via, at);
            }
            else if (via.Count > 0 && name is not null && statement.Act is Act.Say or Act.Assert or Act.Deny or Act.Question or Act.Reveal && saying.Cue.Count <= LongestPlainCue && at - paragraph <= InterviewReach && (name == speaker || saying.SpeakingPronoun is "he" or "she" or "they"))
            {
                carried[n] = statement with { Via = via };
                paragraph = at;
            }
            else if (name is not null)
            {
                via = [];
            }
        }

        return carried;
    }

    private static bool LeadsToOutlet(Saying saying, int t, out int next)
    {
        var tokens = saying.Prose.Tokens;
        next = t + 1;
        if (next >= tokens.Count)
        {
            return false;
        }

        var after = saying.Lower(next);
        switch (saying.Lower(t))
        {
            case "told" or "tells" or "telling" or "tell":
                return true;
            case "interview" or "interviews" or "conversation" or "call":
                next = after is "with" or "on" or "for" or "by" ? t + 2 : t + 1;
                return after is "with" or "on" or "for" or "by";
            case "quoted" or "cited" or "reported" or "carried" or "published" or "broadcast" or "aired" or "obtained" or "seen" or "posted" or "first":
                next = t + 2;
                return after is "by" or "in" or "on";
            case "statement" or "email" or "e-mail" or "comments" or "remarks" or "spoke" or "speaking" or "op-ed" or "column" or "essay" or "letter" or "message" or "post":
                next = t + 2;
                return after is "to" or "with" or "in" or "on" or "for";
            case "on" or "in" or "via":
                return (saying.Lower(t) == "on" && next < tokens.Count && Names.Contains(after)) || saying.Cue.Contains(t) || Math.Abs(t - saying.Cue[^1]) <= 4 || (saying.Source.Count > 0 && Math.Abs(t - saying.Source[^1]) <= 2);
            default:
                return false;
        }
    }

    private static bool IsQuotedBy(Saying saying, int t) => saying.Lower(t) is "quoted" or "cited";

    private static bool InContent(Saying saying, int t) => saying.Tagged.Content.Contains(saying.Prose.Tokens[t].Span.Begin);

    /// <summary>The end of an outlet's name that begins here, article and possessive left out.</summary>
    private static int? Outlet(Saying saying, ref int at)
    {
        var tokens = saying.Prose.Tokens;

        // "told Ilse Maren of the Harbour Post", "an interview with North Wire's Orlin Voss": the person is not the outlet.
        for (var t = at; t < Math.Min(at + 5, tokens.Count - 1) && IsCapital(saying, t); t++)
        {
            if (saying.Lower(t + 1) is "of" or "at" && t > at && t + 2 < tokens.Count && Outlet(saying, t + 2) is not null)
            {
                at = t + 2;
                break;
            }
        }

        return Outlet(saying, at);
    }

    private static int? Outlet(Saying saying, int at)
    {
        var tokens = saying.Prose.Tokens;
        for (var words = Math.Min(LongestName, tokens.Count - at); words >= 1; words--)
        {
            if (Names.Contains(string.Join(' ', Enumerable.Range(at, words).Select(saying.Lower))) && IsCapital(saying, at))
            {
                // "Fox News" and not just "Fox".
                var longer = at + words;
                return longer < tokens.Count && IsCapital(saying, longer) && Endings.Contains(saying.Lower(longer)) ? longer + 1 : longer;
            }
        }

        var from = at < tokens.Count && saying.Lower(at) is "the" or "a" or "an" ? at + 1 : at;
        int? found = null;
        for (var t = from; t < Math.Min(from + 6, tokens.Count) && (IsCapital(saying, t) || saying.Lower(t) is "of" or "the" or "&"); t++)
        {
            if (t > from && Endings.Contains(saying.Lower(t)))
            {
                found = t + 1;
            }
        }

        return found;
    }

    private static bool IsCapital(Saying saying, int t) => char.IsUpper(saying.Prose.Text[saying.Prose.Tokens[t].Span.Begin]);

    private static FrozenSet<string> List(string kind) =>
        Resource.Rows("Articles/Attribution/Data/outlets.tsv").Where(r => r[0] == kind).SelectMany(r => r[1].Split(", ")).ToFrozenSet(StringComparer.Ordinal);
}
