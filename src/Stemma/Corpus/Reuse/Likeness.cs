namespace Stemma.Corpus.Reuse;

/// <summary>How alike is each sentence of one article to each of another that shares a rare word with it?</summary>
internal sealed class Likeness
{
    // A word of more sentences than this points at nothing, and looking at them all would cost the square of the text.
    private const int SentencesOfAWord = 40;
    private const int CommonAtLeast = 2;

    public Likeness(Wording a, Wording b)
    {
        var words = Number(a, b, out var idsA, out var idsB);
        var (setA, startA) = Sets(a, idsA, words);
        var (setB, startB) = Sets(b, idsB, words);
        var weight = Weigh(words, setA, setB, a.Sentences.Length + b.Sentences.Length);
        var (post, postStart) = Posting(words, setB, startB);
        Candidates = Compare(a, b, setA, startA, setB, startB, weight, post, postStart);
    }

    /// <summary>The surest first; of equals, in the order of the first text, nearest place first.</summary>
    public List<Candidate> Candidates { get; }

    // Content words get numbers from 0; function words and such as stand in one text only get -1.
    private static int Number(Wording a, Wording b, out int[] idsA, out int[] idsB)
    {
        var numbers = new Dictionary<ulong, int>(a.Words.Length);
        idsA = Ids(a, numbers);
        idsB = Ids(b, numbers);
        return numbers.Count;
    }

    private static int[] Ids(Wording wording, Dictionary<ulong, int> numbers)
    {
        var ids = new int[wording.Words.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            if (wording.Words[i].Function)
            {
                ids[i] = -1;
                continue;
            }

            if (!numbers.TryGetValue(wording.Words[i].Id, out var id))
            {
                numbers.Add(wording.Words[i].Id, id = numbers.Count);
            }

            ids[i] = id;
        }

        return ids;
    }

    // Each sentence's words once; sentence s has set[start[s]..start[s + 1]].
    private static (int[] Set, int[] Start) Sets(Wording wording, int[] ids, int words)
    {
        var seen = new int[words];
        Array.Fill(seen, -1);
        var set = new List<int>(ids.Length);
        var start = new int[wording.Sentences.Length + 1];
        for (var s = 0; s < wording.Sentences.Length; s++)
        {
            start[s] = set.Count;
            var sentence = wording.Sentences[s];
            for (var i = sentence.First; i < sentence.First + sentence.Count; i++)
            {
                if (ids[i] >= 0 && seen[ids[i]] != s)
                {
                    seen[ids[i]] = s;
                    set.Add(ids[i]);
                }
            }
        }

        start[^1] = set.Count;
        return ([.. set], start);
    }

    private static double[] Weigh(int words, int[] setA, int[] setB, int sentences)
    {
        var count = new int[words];
        foreach (var w in setA)
        {
            count[w]++;
        }

        foreach (var w in setB)
        {
            count[w]++;
        }

        return Array.ConvertAll(count, n => Math.Log(1 + ((double)(sentences + 2) / n)));
    }

    private static (int[] Post, int[] Start) Posting(int words, int[] set, int[] start)
    {
        var at = new int[words + 1];
        foreach (var w in set)
        {
            at[w + 1]++;
        }

        for (var w = 0; w < words; w++)
        {
            at[w + 1] += at[w];
        }

        var fill = at.AsSpan(0, words).ToArray();
        var post = new int[set.Length];
        for (var s = 0; s + 1 < start.Length; s++)
        {
            for (var k = start[s]; k < start[s + 1]; k++)
            {
                post[fill[set[k]]++] = s;
            }
        }

        return (post, at);
    }

    private static List<Candidate> Compare(
        Wording a, Wording b, int[] setA, int[] startA, int[] setB, int[] startB, double[] weight, int[] post, int[] postStart)
    {
        var heft = new double[b.Sentences.Length];
        for (var j = 0; j < heft.Length; j++)
        {
            for (var k = startB[j]; k < startB[j + 1]; k++)
            {
                heft[j] += weight[setB[k]];
            }
        }

        var shared = new double[b.Sentences.Length];
        var common = new int[b.Sentences.Length];
        var touched = new List<int>();
        var found = new List<Candidate>();
        for (var i = 0; i < a.Sentences.Length; i++)
        {
            var own = 0.0;
            for (var k = startA[i]; k < startA[i + 1]; k++)
            {
                var w = setA[k];
                own += weight[w];
                if (postStart[w + 1] - postStart[w] > SentencesOfAWord)
                {
                    continue;
                }

                for (var p = postStart[w]; p < postStart[w + 1]; p++)
                {
                    if (common[post[p]]++ == 0)
                    {
                        touched.Add(post[p]);
                    }

                    shared[post[p]] += weight[w];
                }
            }

            foreach (var j in touched)
            {
                var same = a.Sentences[i].Mark == b.Sentences[j].Mark;
                if (common[j] >= CommonAtLeast || same)
                {
                    found.Add(new(i, j, common[j], 2 * shared[j] / (own + heft[j]), shared[j] / own, shared[j] / heft[j], same));
                }

                shared[j] = 0;
                common[j] = 0;
            }

            touched.Clear();
        }

        found.Sort((x, y) => x.Same != y.Same ? y.Same.CompareTo(x.Same)
            : x.Score != y.Score ? y.Score.CompareTo(x.Score)
            : Math.Abs(x.A - x.B) != Math.Abs(y.A - y.B) ? Math.Abs(x.A - x.B).CompareTo(Math.Abs(y.A - y.B))
            : x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        return found;
    }
}

/// <param name="Common">How many words that are no function words.</param>
/// <param name="Score">Twice the shared weight over both.</param>
/// <param name="InA">The share of the first sentence that the second has.</param>
/// <param name="Same">The same wording.</param>
internal readonly record struct Candidate(int A, int B, int Common, double Score, double InA, double InB, bool Same)
{
    public double Inside => Math.Max(InA, InB);
}
