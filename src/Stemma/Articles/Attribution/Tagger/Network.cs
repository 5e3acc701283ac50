using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Stemma.Words;

namespace Stemma.Articles.Attribution.Tagger;

/// <summary>What does the learned network make of each word? Two two-way layers over an article's runs in lock-step.</summary>
/// <remarks>What the first layer's gates owe to a word alone is worked out once for each distinct word (<see cref="FirstProducts"/>). Immutable after it is built; the room to work in belongs to the thread. Groups of runs keep memory flat however long the text is.</remarks>
internal sealed unsafe class Network
{
    public const int Tags = 7, HeadWidth = 128, TopWidth = HeadWidth + (4 * PointerBands.Width);

    /// <summary>Words that go through in one group: enough for full blocks, few enough to stay in the cache.</summary>
    private const int GroupWords = 4096;

    private readonly int _hidden;
    private readonly FirstProducts _first;
    private readonly Direction[] _layers;
    private readonly PackedMatrix _top, _emit;
    private readonly float[] _topBias, _emitBias;

    /// <summary>The room for an answer is kept by the thread for so many words: 8 MB.</summary>
    private const int KeptWords = 8192;

    [ThreadStatic]
    private static Desk? _desk;

    [ThreadStatic]
    private static Answer? _answer;

    public Network(TaggerModel model)
    {
        _hidden = model.Hidden;
        _first = new FirstProducts(model);
        _layers = [.. new[] { "layer1.forward", "layer1.backward", "layer2.forward", "layer2.backward" }.Select(n => new Direction(model, n))];
        _top = Packed(model["top"]);
        _emit = Packed(model["emit"]);
        _topBias = model["top.bias"].Values;
        _emitBias = model["emit.bias"].Values;
    }

    /// <summary>Gives, word by word of the input, seven scores of the tags and the upper layer that pointers read.</summary>
    /// <param name="Scores">Seven numbers a word.</param>
    /// <param name="Top">Queries and keys of both pointers: four times 64 numbers a word.</param>
    /// <param name="First">The word that counts as the first: where an article begins among several.</param>
    public sealed record Answer(float[] Scores, float[] Top, int First = 0)
    {
        private const int Row = TopWidth - HeadWidth;

        public ReadOnlySpan<float> ScoresOf(int from, int until) => Scores.AsSpan((First + from) * Tags, (until - from) * Tags);

        public ReadOnlySpan<float> TopOf(int word) => Top.AsSpan((First + word) * Row, Row);
    }

    public Answer Read(TaggerInput input, IReadOnlyList<(int From, int Until)> runs) =>
        Read(input, runs, new Answer(new float[input.Count * Tags], new float[input.Count * (TopWidth - HeadWidth)]));

    /// <summary>The same, in room that belongs to the thread: the answer holds until the thread asks again.</summary>
    public Answer ReadOnce(TaggerInput input, IReadOnlyList<(int From, int Until)> runs)
    {
        if (input.Count > KeptWords)
        {
            return Read(input, runs);
        }

        if (_answer is null || _answer.Scores.Length < input.Count * Tags)
        {
            var words = Math.Min(KeptWords, input.Count + (input.Count / 4));
            _answer = new Answer(new float[words * Tags], new float[words * (TopWidth - HeadWidth)]);
        }

        return Read(input, runs, _answer);
    }

    private Answer Read(TaggerInput input, IReadOnlyList<(int From, int Until)> runs, Answer answer)
    {
        for (var first = 0; first < runs.Count;)
        {
            var (last, words) = (first, 0);
            while (last < runs.Count && (last == first || words + runs[last].Until - runs[last].From <= GroupWords))
            {
                words += runs[last].Until - runs[last].From;
                last++;
            }

            Group(input, [.. runs.Skip(first).Take(last - first).OrderByDescending(r => r.Until - r.From).ThenBy(r => r.From)], answer);
            first = last;
        }

        return answer;
    }

    private void Group(TaggerInput input, (int From, int Until)[] runs, Answer answer)
    {
        var packing = new Packing([.. runs.Select(r => r.Until - r.From)]);
        var desk = _desk ??= new Desk();
        int n = packing.Rows, h = _hidden;
        var word = new int[n];
        for (var run = 0; run < runs.Length; run++)
        {
            for (var t = 0; t < packing.Lengths[run]; t++)
            {
                word[packing.Row(run, t)] = runs[run].From + t;
            }
        }

        float* back = desk.Back(n * 2 * h), gates = desk.Gates(n * 4 * h), state = desk.State(runs.Length * 2 * h);
        float* both1 = desk.First(n * 2 * h), both2 = desk.Second(n * 2 * h);
        var products = _first.Of(input, word, desk.Products);
        products.Fill(packing, gates, mirrored: false);
        _layers[0].Step(packing, gates, state, both1, mirrored: false);
        products.Fill(packing, gates, mirrored: true);
        _layers[1].Step(packing, gates, state, both1 + h, mirrored: true);
        packing.Reverse(both1, back, 2 * h);
        _layers[2].Read(packing, both1, 2 * h, gates, state, both2, mirrored: false);
        _layers[3].Read(packing, back, 2 * h, gates, state, both2 + h, mirrored: true);

        float* top = desk.Top(n * TopWidth), emit = desk.Emit(n * PackedMatrix.Padded(Tags));
        Fill(top, n, TopWidth, _topBias);
        _top.Multiply(both2, 2 * h, 1, n, top, TopWidth, add: true);
        for (var r = 0; r < n; r++)
        {
            var row = top + ((long)r * TopWidth);
            for (var j = 0; j < HeadWidth; j += 16)
            {
                Vector512.Max(Vector512.Load(row + j), Vector512<float>.Zero).Store(row + j);
            }
        }

        var stride = PackedMatrix.Padded(Tags);
        Fill(emit, n, stride, _emitBias);
        _emit.Multiply(top, TopWidth, 1, n, emit, stride, add: true);
        for (var r = 0; r < n; r++)
        {
            new ReadOnlySpan<float>(emit + ((long)r * stride), Tags).CopyTo(answer.Scores.AsSpan(word[r] * Tags));
            new ReadOnlySpan<float>(top + ((long)r * TopWidth) + HeadWidth, TopWidth - HeadWidth).CopyTo(answer.Top.AsSpan(word[r] * (TopWidth - HeadWidth)));
        }
    }

    private static void Fill(float* rows, int n, int stride, float[] bias)
    {
        for (var r = 0; r < n; r++)
        {
            bias.CopyTo(new Span<float>(rows + ((long)r * stride), bias.Length));
        }
    }

    internal static PackedMatrix Packed(TaggerModel.Tensor t) => new PackedMatrix(t.Rows, t.Columns).Pack(t.Values, t.Columns);

    internal static float* At(float[] pinned) => (float*)Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);

    /// <summary>One direction of one layer.</summary>
    private sealed class Direction(TaggerModel model, string name)
    {
        private readonly PackedMatrix _input = Packed(model[name + ".input"]), _state = Packed(model[name + ".state"]);
        private readonly float[] _bias = model[name + ".bias"].Values;
        private readonly int _hidden = model.Hidden;

        /// <summary>x in the order of this direction; the answer, always in forward order, in rows of two directions.</summary>
        public void Read(Packing packing, float* x, int width, float* gates, float* state, float* answer, bool mirrored)
        {
            Fill(gates, packing.Rows, 4 * _hidden, _bias);
            _input.Multiply(x, width, 1, packing.Rows, gates, 4 * _hidden, add: true);
            Step(packing, gates, state, answer, mirrored);
        }

        /// <summary>From what the inputs bring to the gates, step by step, to the states.</summary>
        public void Step(Packing packing, float* gates, float* state, float* answer, bool mirrored)
        {
            int h = _hidden, h4 = 4 * h;
            float* cell = state + ((long)packing.Lengths.Length * h);
            new Span<float>(state, packing.Lengths.Length * 2 * h).Clear();
            for (var t = 0; t < packing.Steps; t++)
            {
                int at = packing.Offset[t], count = packing.Active[t];
                if (t > 0)
                {
                    _state.Multiply(state, h, 1, count, gates + ((long)at * h4), h4, add: true);
                }

                for (var b = 0; b < count; b++)
                {
                    float* g = gates + ((long)(at + b) * h4), c = cell + ((long)b * h), s = state + ((long)b * h);
                    var to = answer + ((long)(mirrored ? packing.Mirror[at + b] : at + b) * 2 * h);
                    for (var j = 0; j < h; j += 16)
                    {
                        var i = Lanes.Sigmoid(Vector512.Load(g + j));
                        var f = Lanes.Sigmoid(Vector512.Load(g + h + j));
                        var z = Lanes.Tanh(Vector512.Load(g + (2 * h) + j));
                        var o = Lanes.Sigmoid(Vector512.Load(g + (3 * h) + j));
                        var now = Vector512.FusedMultiplyAdd(f, Vector512.Load(c + j), i * z);
                        now.Store(c + j);
                        var shown = o * Lanes.Tanh(now);
                        shown.Store(s + j);
                        shown.Store(to + j);
                    }
                }
            }
        }
    }

    /// <summary>Room to work in, kept by the thread from article to article.</summary>
    private sealed class Desk
    {
        private readonly float[][] _rooms = [[], [], [], [], [], [], []];

        public FirstProducts.Room Products { get; } = new();

        public float* Back(int count) => Room(0, count);

        public float* Gates(int count) => Room(1, count);

        public float* State(int count) => Room(2, count);

        public float* First(int count) => Room(3, count);

        public float* Second(int count) => Room(4, count);

        public float* Top(int count) => Room(5, count);

        public float* Emit(int count) => Room(6, count);

        private float* Room(int room, int count)
        {
            if (_rooms[room].Length < count)
            {
                _rooms[room] = GC.AllocateUninitializedArray<float>(count + (count / 4) + 64, pinned: true);
            }

            return At(_rooms[room]);
        }
    }
}
