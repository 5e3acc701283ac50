namespace Stemma.Corpus.Reuse;

/// <summary>Which sentences of two articles are one sentence, word for word or reworded?</summary>
/// <remarks>
/// Sentences are compared by the words that are rare in these two texts; order inside the sentence does not matter, since clauses are
/// swapped on the way. A weaker likeness is believed where the sentences around it agree. Where only a run of words is shared, the run is given.
/// </remarks>
internal static class PassageFinder
{
    // Set on made copy sets with seeds 1 to 3, held against 5 (docs/decisions/0060).
    private const double Alike = 0.6;
    private const double AlikeAmongNeighbours = 0.26;
    private const double Contained = 0.8;
    private const int WordsInContained = 5;
    private const int Near = 2;
    private const int WordsInRun = 10;
    private const int ContentInRun = 5;
    private const int WordsToStandAlone = 8;

    public static List<Link> Find(Wording a, Wording b)
    {
        if (a.Sentences.Length == 0 || b.Sentences.Length == 0)
        {
            return [];
        }

        var table = new Likeness(a, b);
        var links = new List<Link>();
        var takenA = new bool[a.Sentences.Length];
        var takenB = new bool[b.Sentences.Length];
        var atA = new int[a.Sentences.Length];
        Array.Fill(atA, -1);

        void Take(Candidate c, Link? shared)
        {
            if (shared is not { } link)
            {
                return;
            }

            takenA[c.A] = takenB[c.B] = true;
            atA[c.A] = c.B;
            links.Add(link);
        }

        // The surest first; of equals, those that stand alike in their texts.
        foreach (var c in table.Candidates)
        {
            if (takenA[c.A] && takenB[c.B])
            {
                continue;
            }

            var free = !takenA[c.A] && !takenB[c.B];
            var alone = c.Same && a.Sentences[c.A].Count >= WordsToStandAlone;
            if (alone || (free && c.Score >= Alike && c.Common >= WordsInContained) || (c.Inside >= Contained && c.Common >= WordsInContained))
            {
                if (!free && !(c.Inside >= Contained && (takenA[c.A] ? c.InB : c.InA) >= Contained))
                {
                    continue;
                }

                Take(c, Whole(a, b, c));
            }
        }

        // What stands beside a sentence that was found, in both texts.
        for (var more = true; more;)
        {
            more = false;
            foreach (var c in table.Candidates)
            {
                if (!takenA[c.A] && !takenB[c.B] && c.Score >= AlikeAmongNeighbours && HasNeighbour(atA, c))
                {
                    Take(c, Whole(a, b, c));
                    more |= takenA[c.A];
                }
            }
        }

        foreach (var c in table.Candidates)
        {
            if ((!takenA[c.A] || !takenB[c.B]) && c.Common >= ContentInRun && Run(a, b, c) is { } run)
            {
                Take(c, run);
            }
        }

        links.Sort((x, y) => x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        return links;
    }

    private static bool HasNeighbour(int[] atA, Candidate c)
    {
        for (var a = Math.Max(0, c.A - Near); a <= Math.Min(atA.Length - 1, c.A + Near); a++)
        {
            if (atA[a] >= 0 && Math.Abs(atA[a] - c.B) <= Near)
            {
                return true;
            }
        }

        return false;
    }

    // Of two sentences that share nothing but a quotation, the quotation.
    private static Link? Whole(Wording a, Wording b, Candidate c) =>
        !c.Same && SharesAQuotationOnly(a.In(a.Sentences[c.A]), b.In(b.Sentences[c.B]))
            ? Run(a, b, c)
            : new(c.A, c.B, a.Sentences[c.A].Span, b.Sentences[c.B].Span, c.Same ? 1 : Math.Min(0.99, c.Score));

    private static bool SharesAQuotationOnly(ReadOnlySpan<Word> x, ReadOnlySpan<Word> y)
    {
        foreach (var word in x)
        {
            foreach (var other in y)
            {
                if (word.Id == other.Id && !word.Function && !(word.Quoted && other.Quoted))
                {
                    return false;
                }
            }
        }

        return true;
    }

    // The longest run of the same words.
    private static Link? Run(Wording a, Wording b, Candidate c)
    {
        var x = a.In(a.Sentences[c.A]);
        var y = b.In(b.Sentences[c.B]);
        if (x.Length < WordsInRun || y.Length < WordsInRun)
        {
            return null;
        }

        var row = new int[y.Length + 1];
        int best = 0, endX = 0, endY = 0;
        for (var i = 0; i < x.Length; i++)
        {
            for (var j = y.Length - 1; j >= 0; j--)
            {
                row[j + 1] = x[i].Id == y[j].Id ? row[j] + 1 : 0;
                if (row[j + 1] > best)
                {
                    (best, endX, endY) = (row[j + 1], i + 1, j + 1);
                }
            }
        }

        var run = x[(endX - best)..endX];
        var content = 0;
        foreach (var word in run)
        {
            content += word.Function ? 0 : 1;
        }

        return best < WordsInRun || content < ContentInRun
            ? null
            : new(c.A, c.B, new(run[0].Begin, run[^1].End), new(y[endY - best].Begin, y[endY - 1].End), 0.99);
    }
}

/// <summary>A sentence of one article and its like in the other.</summary>
/// <param name="A">Which sentence of the first.</param>
internal readonly record struct Link(int A, int B, TextSpan InA, TextSpan InB, double Similarity);
