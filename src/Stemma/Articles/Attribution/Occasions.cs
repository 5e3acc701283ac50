using System.Collections.Frozen;
using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution;

/// <summary>Where does the article name an outlet, a programme or a book as the place where words were spoken or printed?</summary>
/// <remarks>"told Reuters", "in an interview with the newspaper Sever", "a North Wire interview", "on BBC's “Morning Tide”", "in her memoir “The Long Quay”".</remarks>
internal static class Occasions
{
    // Words that may describe an outlet before its name comes: "with Vardia's state-run network North Television".
    private const int LongestDescription = 4;

    private static readonly PhraseBook<string> Leads = PhraseBook<string>.Load("Articles/Attribution/Data/ways.tsv", r => r[0]);

    // Nearly every word leads nowhere; one look says so.
    private static readonly FrozenSet<string> FirstWords = OutletWords.List("lead").Concat(OutletWords.List("near")).SelectMany(p => WordForms.From(p.Split(' ')[0])).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Behind = OutletWords.List("behind");
    private static readonly FrozenSet<string> Works = OutletWords.List("work");

    /// <param name="At">The token that leads to it.</param>
    /// <param name="IsNear">It counts for a cue or a source close by and for no other: "on" and "in" lead to much.</param>
    public readonly record struct Occasion(int At, Via Via, bool IsNear);

    /// <summary>In the order of the text.</summary>
    public static IReadOnlyList<Occasion> Find(Prose prose)
    {
        var found = new List<Occasion>();
        var tokens = prose.Tokens;
        for (var t = 0; t < tokens.Count; t++)
        {
            var sentence = prose.Sentences[tokens[t].Sentence];
            var end = sentence.FirstToken + sentence.Tokens;
            if (FirstWords.Contains(tokens[t].Lower) && Leads.TryMatch(tokens, t, end, out var kind, out var next) && kind is "lead" or "near")
            {
                if ((kind == "lead" ? Described(prose, next, end) : OutletWords.At(prose, next) ?? OutletWords.Title(prose, next)) is { } name)
                {
                    Add(t, name, kind == "near" && !(tokens[t].Lower == "on" && t == sentence.FirstToken));
                }
            }
            else if (Behind.Contains(tokens[t].Lower) && Before(prose, t, sentence.FirstToken) is { } before)
            {
                Add(t, before, isNear: false);
            }

            if (Works.Contains(tokens[t].Lower) && Called(prose, t + 1, end) is { } title)
            {
                Add(t, title, isNear: false);
            }
        }

        return found;

        void Add(int at, (int First, int End) name, bool isNear)
        {
            var span = new TextSpan(tokens[name.First].Span.Begin, tokens[name.End - 1].Span.End);
            found.Add(new(at, new Via(span.Of(prose.Text), [span]), isNear));

            // "BBC's “Morning Tide”": outlet and programme.
            if (name.End + 1 < tokens.Count && tokens[name.End].Lower is "'s" or "'" && OutletWords.Title(prose, name.End + 1) is { } programme)
            {
                var words = new TextSpan(tokens[programme.First].Span.Begin, tokens[programme.End - 1].Span.End);
                found.Add(new(at, new Via(words.Of(prose.Text), [words]), isNear));
            }
        }
    }

    // An outlet or a title right here, or behind words that describe it: people who work there, where it is at home, what it is.
    private static (int First, int End)? Described(Prose prose, int at, int end)
    {
        for (var t = at; t < end && t - at <= LongestDescription; t++)
        {
            // "on Capitol Hill": the tail of a longer name is no outlet's.
            if ((t == at || !prose.IsCapital(t - 1)) && (OutletWords.At(prose, t) ?? OutletWords.Title(prose, t)) is { } name)
            {
                return name;
            }

            var lower = prose.Tokens[t].Lower;
            if (!char.IsLetter(lower[0]) && lower is not ("'s" or "'"))
            {
                return null;
            }

            if (lower is "that" or "in" or "with" or "to" or "for" or "and" or "about" or "by" || (lower is "of" or "at" or "on" or "from" && t == at))
            {
                return null;
            }
        }

        return null;
    }

    // "a North Wire interview", "North Television's town hall".
    private static (int First, int End)? Before(Prose prose, int noun, int first)
    {
        var end = noun;
        end -= end > first && prose.Tokens[end - 1].Lower is "town" ? 1 : 0;
        end -= end > first && prose.Tokens[end - 1].Lower is "'s" or "'" ? 1 : 0;
        for (var begin = Math.Max(first, end - 4); begin < end; begin++)
        {
            if (prose.IsCapital(begin) && OutletWords.At(prose, begin) is { } name && name.End == end)
            {
                return name;
            }
        }

        return null;
    }

    // "her book, The Long Quay, …", "a memoir entitled “The Long Quay”", "the broadcast of “Morning Tide”".
    private static (int First, int End)? Called(Prose prose, int at, int end)
    {
        var from = at;
        while (at < end && at - from < 2 && prose.Tokens[at].Lower is "," or ":" or "called" or "titled" or "entitled" or "of")
        {
            at++;
        }

        if (at >= end)
        {
            return null;
        }

        if (OutletWords.Title(prose, at) is { } title)
        {
            return title;
        }

        // Without marks it is a title where a word says so, or where commas set it off; and nothing of it is left behind it.
        return at > from && prose.Tokens[at - 1].Lower is "," or ":" or "called" or "titled" or "entitled" && OutletWords.Capitals(prose, at) is { } name
            && (name.End == end || !char.IsLetterOrDigit(prose.Tokens[name.End].Lower[0])) && (prose.Tokens[at - 1].Lower != "," || (name.End < end && prose.Tokens[name.End].Lower == ",")) ? name : null;
    }
}
