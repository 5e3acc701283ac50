using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Articles.Dates;

/// <summary>Which years can an article be of, by the leaders it names as in office ("President Ilse Maren said")?</summary>
/// <remarks>
/// The record is the gazetteers' (Phoenix to about 2014, the Factbook of 2026). Only the highest offices are asked, and only names the record has; of namesakes any
/// may be meant, so what is left is what fits one of them. Known to miss: a second term after the record's end.
/// </remarks>
internal static class TermsOfOffice
{
    private static readonly HashSet<string> Titles = ["president", "chancellor", "premier", "king", "queen", "emperor"];

    private static readonly HashSet<string> NotInOffice = ["former", "ex", "ex-", "then", "late", "onetime", "ousted", "deposed", "vice", "deputy", "-", "future", "elect", "assistant", "club", "company", "bank", "university"];

    /// <param name="Terms">Of all who bear the name.</param>
    internal sealed record Holder(TextSpan Span, IReadOnlyList<Term> Terms)
    {
        public bool InOffice(DateOnly day) => Terms.Any(t => t.Holds(day));
    }

    /// <summary>Those named with their office, in the order of the text, each name once.</summary>
    public static IReadOnlyList<Holder> In(Prose prose)
    {
        var found = new List<Holder>();
        for (var i = 0; i + 1 < prose.Tokens.Count; i++)
        {
            var title = prose.Tokens[i].Lower;
            var prime = title == "minister" && i > 0 && prose.Tokens[i - 1].Lower == "prime";
            if ((!prime && !Titles.Contains(title)) || !prose.IsCapital(i + 1) || !prose.IsCapital(i) || prose.Tokens[i + 1].Sentence != prose.Tokens[i].Sentence || IsPast(prose, prime ? i - 1 : i))
            {
                continue;
            }

            var holder = new TextSpan(prose.Tokens[i + 1].Span.Begin, NameEnd(prose, i + 1));
            var terms = Terms(holder.Of(prose.Text));
            if (terms.Count > 0 && !found.Exists(h => h.Span.Of(prose.Text) == holder.Of(prose.Text)))
            {
                found.Add(new Holder(new TextSpan(prose.Tokens[prime ? i - 1 : i].Span.Begin, holder.End), terms));
            }
        }

        return found;
    }

    // None where one of them has no term that the record tells: nothing is then excluded.
    private static IReadOnlyList<Term> Terms(string name)
    {
        var space = name.LastIndexOf(' ');
        var bearers = space < 0 ? Gazetteer.World.Officials(name) : [.. Gazetteer.World.Lookup(name).Where(n => n.Kind == NameKind.Official)];
        return bearers.Any(b => b.Terms.Count == 0) ? [] : [.. bearers.SelectMany(b => b.Terms)];
    }


    private static bool IsPast(Prose prose, int title)
    {
        for (var k = title - 1; k >= 0 && k >= title - 3 && prose.Tokens[k].Sentence == prose.Tokens[title].Sentence; k--)
        {
            if (NotInOffice.Contains(prose.Tokens[k].Lower))
            {
                return true;
            }
        }

        return false;
    }

    private static int NameEnd(Prose prose, int first)
    {
        const int Longest = 4;
        var end = first + 1;
        while (end < prose.Tokens.Count && end < first + Longest && prose.IsCapital(end) && prose.Tokens[end].Sentence == prose.Tokens[first].Sentence)
        {
            end++;
        }

        return prose.Tokens[end - 1].Span.End;
    }
}
