namespace Stemma.Corpus.Reuse;

/// <summary>What do the shared sentences of two articles weigh, when it is asked whether one was made from the other?</summary>
/// <remarks>Sentence by sentence, so that it can be asked what a second parent adds to a first.</remarks>
internal sealed class Kinship
{
    // A sentence of so many words weighs 1; a shorter one less.
    private const double FullSentence = 8;

    // The same wording is proof of kinship; a reworded sentence weighs by how near it is, and never as much.
    private const double Reworded = 0.8;

    private readonly Dictionary<int, double>[] _values = [[], []];
    private readonly int[] _words = [0, 0];
    private readonly int[] _all;

    public Kinship(Wording a, Wording b, IReadOnlyList<Passage> passages)
    {
        _all = [a.Words.Length, b.Words.Length];
        Longest = passages.MaxBy(p => p.From.Span.Sum(s => s.Length)) is { } longest ? [longest.From, longest.To] : [];
        foreach (var passage in passages)
        {
            for (var k = 0; k < passage.From.Span.Count; k++)
            {
                Add(a, passage.From.Span[k], b, passage.To.Span[k]);
            }
        }
    }

    /// <summary>Words shared outside quotation marks, function words aside: quotations alone can come from one press conference.</summary>
    public int Outside { get; private set; }

    /// <summary>The longest passage, in the first and in the second.</summary>
    public IReadOnlyList<ArticleSpan> Longest { get; }

    /// <summary>The share of one side's words that the other has.</summary>
    public double Share(int side) => Math.Round(Math.Min(1, (double)_words[side] / _all[side]), 3);

    /// <summary>What each sentence of one side is worth: by its first word.</summary>
    /// <param name="side">0: sentences of the first; 1: of the second.</param>
    public IReadOnlyDictionary<int, double> Values(int side) => _values[side];

    public double Total(int side) => _values[side].Values.Sum();

    private void Add(Wording a, TextSpan inA, Wording b, TextSpan inB)
    {
        var x = a.Within(inA);
        var y = b.Within(inB);
        if (x.Length == 0 || y.Length == 0)
        {
            return;
        }

        Outside += SharedOutside(x, y);
        _words[0] += x.Length;
        _words[1] += y.Length;
        var near = Wording.Same(x, y) ? 1 : Reworded * Nearness(x, y);
        var value = near * Math.Min(1, Math.Min(x.Length, y.Length) / FullSentence);
        Put(0, inA.Begin, value);
        Put(1, inB.Begin, value);
    }

    private void Put(int side, int sentence, double value) =>
        _values[side][sentence] = Math.Max(value, _values[side].GetValueOrDefault(sentence));

    private static int SharedOutside(ReadOnlySpan<Word> x, ReadOnlySpan<Word> y)
    {
        var there = new HashSet<ulong>();
        foreach (var word in y)
        {
            if (!word.Quoted && !word.Function)
            {
                there.Add(word.Id);
            }
        }

        var n = 0;
        foreach (var word in x)
        {
            n += !word.Quoted && there.Contains(word.Id) ? 1 : 0;
        }

        return n;
    }

    // Twice the longest common subsequence over both lengths.
    private static double Nearness(ReadOnlySpan<Word> x, ReadOnlySpan<Word> y)
    {
        var row = new int[y.Length + 1];
        foreach (var word in x)
        {
            var diagonal = 0;
            for (var j = 0; j < y.Length; j++)
            {
                var up = row[j + 1];
                row[j + 1] = word.Id == y[j].Id ? diagonal + 1 : Math.Max(up, row[j]);
                diagonal = up;
            }
        }

        return 2.0 * row[^1] / (x.Length + y.Length);
    }
}
