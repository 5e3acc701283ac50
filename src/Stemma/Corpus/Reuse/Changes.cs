namespace Stemma.Corpus.Reuse;

/// <summary>What did a sentence lose or gain on its way from one article to another: hedges, quotation marks, words of a quotation?</summary>
internal static class Changes
{
    /// <summary>"hedge dropped: allegedly" and its like (<see cref="Passage.Changed"/>), then what became of claims (<see cref="Passage.Claims"/>); each in the order of the parent's text.</summary>
    /// <param name="inChild">Sentences, each beside its like in <paramref name="inParent"/>; one that was cut in two stands twice.</param>
    public static (IReadOnlyList<string> Words, IReadOnlyList<string> Claims) Between(Spans inChild, ArticleFindings child, Spans inParent, ArticleFindings parent)
    {
        var (words, claims) = (new List<string>(), new List<string>());
        foreach (var (mine, theirs) in Grouped(inChild, inParent))
        {
            var now = Phrasing.Of(child.Article.Text, mine);
            var before = Phrasing.Of(parent.Article.Text, theirs);
            words.AddRange(OfHedges(now, before));
            words.AddRange(before.Phrases.Where(p => !now.Phrases.Contains(p, StringComparer.OrdinalIgnoreCase) && now.HasUnmarked(p)).Select(p => "quotation marks dropped: " + p));
            if (before.Quotations.Count > 0 && now.Quotations.Count > 0 && !before.Quotations.Select(Phrasing.Plain).SequenceEqual(now.Quotations.Select(Phrasing.Plain)))
            {
                words.Add("quotation changed: " + before.Quotations[0]);
            }
            else if (now.Quotations.Count == 0)
            {
                // Words that were somebody's and stand there now as the outlet's own, or not at all.
                claims.AddRange(before.Quotations.Select(q => (now.HasUnmarked(q) ? "quotation unmarked: " : "quotation dropped: ") + q));
            }

            claims.AddRange(FigureChanges.Between(child.Article.Text, mine, parent.Article.Text, theirs));
            claims.AddRange(VoiceChanges.Between(child, mine, parent, theirs));
        }

        return (words, claims);
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
}
