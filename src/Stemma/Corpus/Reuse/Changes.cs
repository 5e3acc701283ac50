using Stemma.Words;

namespace Stemma.Corpus.Reuse;

/// <summary>What did a sentence lose or gain on its way from one article to another: hedges, quotation marks, words of a quotation?</summary>
internal static class Changes
{
    // A marked-off phrase has at most so many words; a quotation more, and so many characters.
    private const int WordsOfAPhrase = 4;
    private const int LengthOfAQuotation = 25;

    private static readonly HashSet<string> Hedges = [.. Resource.Rows("Corpus/Reuse/Data/hedges.tsv").Select(r => r[0])];

    /// <summary>"hedge dropped: allegedly" and its like, in the order of the parent's text.</summary>
    /// <param name="inChild">Sentences, each beside its like in <paramref name="inParent"/>; one that was cut in two stands twice.</param>
    public static IReadOnlyList<string> Between(Spans inChild, string child, Spans inParent, string parent)
    {
        var changes = new List<string>();
        foreach (var (mine, theirs) in Grouped(inChild, inParent))
        {
            var now = Phrasing.Of(child, mine);
            var before = Phrasing.Of(parent, theirs);
            changes.AddRange(OfHedges(now, before));
            changes.AddRange(before.Phrases.Where(p => !now.Phrases.Contains(p, StringComparer.OrdinalIgnoreCase) && now.HasUnmarked(p)).Select(p => "quotation marks dropped: " + p));
            if (before.Quotations.Count > 0 && now.Quotations.Count > 0 && !before.Quotations.Select(Phrasing.Plain).SequenceEqual(now.Quotations.Select(Phrasing.Plain)))
            {
                changes.Add("quotation changed: " + before.Quotations[0]);
            }
        }

        return changes;
    }

    /// <summary>The passage with spans drawn together where nothing but space and marks stands between them in both texts.</summary>
    public static Passage DrawnTogether(ArticleSpan from, string child, ArticleSpan to, string parent)
    {
        var (x, y) = (new List<TextSpan>(), new List<TextSpan>());
        for (var k = 0; k < from.Span.Count; k++)
        {
            if (k > 0 && Follows(child, x[^1], from.Span[k]) && Follows(parent, y[^1], to.Span[k]))
            {
                x[^1] = x[^1].Hull(from.Span[k]);
                y[^1] = y[^1].Hull(to.Span[k]);
            }
            else
            {
                x.Add(from.Span[k]);
                y.Add(to.Span[k]);
            }
        }

        return new(new(from.Article, [.. x]), new(to.Article, [.. y]), 0, []);
    }

    private static bool Follows(string text, TextSpan one, TextSpan next) =>
        next.Begin >= one.Begin && (next.Begin <= one.End || !text.AsSpan(one.End, next.Begin - one.End).ContainsAnyExcept(" \t\r\n\u00a0\u202f\u2009\"“”'’‘().,".AsSpan()));

    // A sentence that was cut in two, or two that were drawn together, count as one.
    private static IEnumerable<(List<TextSpan> Mine, List<TextSpan> Theirs)> Grouped(Spans inChild, Spans inParent)
    {
        for (var begin = 0; begin < inChild.Count;)
        {
            var end = begin + 1;
            while (end < inChild.Count && (inChild[end] == inChild[end - 1] || inParent[end] == inParent[end - 1]))
            {
                end++;
            }

            yield return ([.. Enumerable.Range(begin, end - begin).Select(k => inChild[k]).Distinct()], [.. Enumerable.Range(begin, end - begin).Select(k => inParent[k]).Distinct()]);
            begin = end;
        }
    }

    private static IEnumerable<string> OfHedges(Phrasing now, Phrasing before)
    {
        foreach (var hedge in before.Hedges.Concat(now.Hedges).Distinct().Order(StringComparer.Ordinal))
        {
            var lost = before.Hedges.Count(h => h == hedge) - now.Hedges.Count(h => h == hedge);
            if (lost != 0)
            {
                yield return (lost > 0 ? "hedge dropped: " : "hedge added: ") + hedge;
            }
        }
    }

    // What of one sentence can be lost: its hedges, its marked-off phrases, its quotations.
    private sealed class Phrasing
    {
        private string _unmarked = "";

        public List<string> Hedges { get; } = [];

        public List<string> Phrases { get; } = [];

        public List<string> Quotations { get; } = [];

        public static Phrasing Of(string text, List<TextSpan> sentences)
        {
            var found = new Phrasing();
            foreach (var span in sentences)
            {
                found.Add(span.Of(text));
            }

            return found;
        }

        public static string Plain(string words) => string.Join(' ', WordsOf(words));

        public bool HasUnmarked(string phrase) => _unmarked.Contains(" " + Plain(phrase) + " ", StringComparison.Ordinal);

        private void Add(string sentence)
        {
            Hedges.AddRange(WordsOf(sentence).Where(Changes.Hedges.Contains));
            var outside = new System.Text.StringBuilder();
            var at = 0;
            foreach (var (begin, end) in Marked(sentence))
            {
                outside.Append(sentence, at, begin - at).Append(" ¦ ");
                at = end;
                var words = sentence[begin..end].Trim(' ', ',', '.');
                var count = WordsOf(words).Count();
                if (count is > 0 and <= WordsOfAPhrase && !words.AsSpan().ContainsAny('!', '?'))
                {
                    Phrases.Add(words);
                }
                else if (count > WordsOfAPhrase && end - begin >= LengthOfAQuotation)
                {
                    Quotations.Add(sentence[begin..end]);
                }
            }

            outside.Append(sentence, at, sentence.Length - at);
            _unmarked += " " + string.Join(' ', WordsOf(outside.ToString(), '¦')) + " ";
        }

        // Straight marks pair up in their order; one left over pairs with nothing.
        private static IEnumerable<(int Begin, int End)> Marked(string sentence)
        {
            int? open = null;
            for (var i = 0; i < sentence.Length; i++)
            {
                if (sentence[i] == '“' || (sentence[i] == '"' && open is null))
                {
                    open = i + 1;
                }
                else if (sentence[i] is '”' or '"' && open is { } begin)
                {
                    yield return (begin, i);
                    open = null;
                }
            }
        }

        private static IEnumerable<string> WordsOf(string text, char also = ' ')
        {
            for (var i = 0; i < text.Length;)
            {
                var begin = i;
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (also != ' ' && text[i] == also)))
                {
                    i++;
                }

                if (i > begin)
                {
                    yield return text[begin..i].ToLowerInvariant();
                }
                else
                {
                    i++;
                }
            }
        }
    }
}
