using System.Runtime.Intrinsics;
using Stemma.Words;

namespace Stemma.Articles.Attribution.Tagger;

/// <summary>What does a word bring to the gates of the first layer? Worked out once for each distinct word and each distinct place, then added.</summary>
/// <remarks>Words frequent in news are worked out when the model is loaded: with them, four words of five cost an addition only.</remarks>
internal sealed unsafe class FirstProducts
{
    /// <summary>So many of the most frequent words are kept: 8 MB. Twice as many would cover 5 words of a hundred more.</summary>
    private const int Kept = 2048;

    private static readonly int[] WordTables = [TaggerInput.Vector, TaggerInput.Word, TaggerInput.Last3, TaggerInput.First4, TaggerInput.Last2, TaggerInput.CueBand];
    private static readonly int[] PlaceTables = [TaggerInput.Shape, TaggerInput.Quote, TaggerInput.QuoteKind, TaggerInput.Start, TaggerInput.Paragraph];
    private static readonly int WordWidth = WordTables.Sum(t => TaggerInput.Tables[t].Width);

    private readonly float[][] _tables;
    private readonly float[][] _places;
    private readonly PackedMatrix _words;
    private readonly float[] _kept;
    private readonly int _gates;

    public FirstProducts(TaggerModel model)
    {
        _gates = 4 * model.Hidden;
        _tables = [.. TaggerInput.Tables.Select(t => model["input." + t.Name].Values)];
        var weights = SideBySide(model["layer1.forward.input"], model["layer1.backward.input"]);
        var bias = SideBySide(model["layer1.forward.bias"], model["layer1.backward.bias"]);
        _words = new PackedMatrix(WordWidth, 2 * _gates).Pack(WordTables.SelectMany(t => weights.AsSpan(From(t) * 2 * _gates, TaggerInput.Tables[t].Width * 2 * _gates).ToArray()).ToArray(), 2 * _gates);
        _places = [.. PlaceTables.Select(t => Product(model["input." + TaggerInput.Tables[t].Name], weights.AsSpan(From(t) * 2 * _gates)))];

        // The bias comes in with the first table of places: it is added once to every word.
        for (var i = 0; i < _places[0].Length; i++)
        {
            _places[0][i] += bias[i % (2 * _gates)];
        }

        var lexicon = model.Lexicon;
        var rows = new List<int[]>();
        foreach (var (word, entry) in lexicon.Words.Take(Kept))
        {
            var row = new int[TaggerInput.Tables.Length];
            (row[TaggerInput.Vector], row[TaggerInput.Word], row[TaggerInput.CueBand]) = (entry.Vector, entry.Word, entry.CueBand);
            (row[TaggerInput.Last3], row[TaggerInput.First4], row[TaggerInput.Last2]) = (lexicon.Last3Of(word), lexicon.First4Of(word), lexicon.Last2Of(word));
            rows.Add(row);
        }

        var room = new Room();
        _kept = Words(rows.Count, i => rows[i], room)[..(rows.Count * 2 * _gates)];
    }

    /// <summary>Products of one group of words.</summary>
    public Group Of(TaggerInput input, int[] words, Room room)
    {
        var width = TaggerInput.Tables.Length;
        var (wordRow, placeRow) = (new int[words.Length], new int[words.Length]);
        var own = new Dictionary<int, int>();
        var ownWords = new List<int>();
        var places = new Dictionary<int, int>();
        var placeWords = new List<int>();
        for (var r = 0; r < words.Length; r++)
        {
            var form = input.FormOf[words[r]];
            var number = input.FormNumbers[form];
            if (number >= 0 && number < _kept.Length / (2 * _gates))
            {
                wordRow[r] = -1 - number;
            }
            else if (!own.TryGetValue(form, out wordRow[r]))
            {
                own[form] = wordRow[r] = ownWords.Count;
                ownWords.Add(words[r]);
            }

            var key = 0;
            foreach (var t in PlaceTables)
            {
                key = (key * TaggerInput.Tables[t].Rows) + input.Rows[(words[r] * width) + t];
            }

            if (!places.TryGetValue(key, out placeRow[r]))
            {
                places[key] = placeRow[r] = placeWords.Count;
                placeWords.Add(words[r]);
            }
        }

        var ownProducts = Words(ownWords.Count, i => input.Rows.AsSpan(ownWords[i] * width, width), room);
        var placeProducts = room.Places(placeWords.Count * 2 * _gates);
        for (var p = 0; p < placeWords.Count; p++)
        {
            var to = placeProducts.AsSpan(p * 2 * _gates, 2 * _gates);
            to.Clear();
            for (var t = 0; t < PlaceTables.Length; t++)
            {
                var from = _places[t].AsSpan(input.Rows[(placeWords[p] * width) + PlaceTables[t]] * 2 * _gates, 2 * _gates);
                for (var j = 0; j < to.Length; j += 16)
                {
                    (Vector512.Create(to.Slice(j, 16)) + Vector512.Create(from.Slice(j, 16))).CopyTo(to[j..]);
                }
            }
        }

        return new Group(_gates, _kept, ownProducts, placeProducts, wordRow, placeRow);
    }

    /// <summary>The gates of one group, both directions.</summary>
    internal sealed class Group(int gates, float[] kept, float[] own, float[] places, int[] wordRow, int[] placeRow)
    {
        /// <summary>Writes what each word brings to the gates of one direction, in its order.</summary>
        public void Fill(Packing packing, float* to, bool mirrored)
        {
            var half = mirrored ? gates : 0;
            fixed (float* keptAt = kept, ownAt = own, placesAt = places)
            {
                for (var r = 0; r < packing.Rows; r++)
                {
                    var word = wordRow[r] < 0 ? keptAt + ((long)(-1 - wordRow[r]) * 2 * gates) + half : ownAt + ((long)wordRow[r] * 2 * gates) + half;
                    var place = placesAt + ((long)placeRow[r] * 2 * gates) + half;
                    var row = to + ((long)(mirrored ? packing.Mirror[r] : r) * gates);
                    for (var j = 0; j < gates; j += 16)
                    {
                        (Vector512.Load(word + j) + Vector512.Load(place + j)).Store(row + j);
                    }
                }
            }
        }
    }

    /// <summary>Room to work in, kept by the thread from group to group; what is in it holds until the next group.</summary>
    internal sealed class Room
    {
        private float[] _inputs = [], _products = [], _places = [];

        public float[] Inputs(int count) => Of(ref _inputs, count);

        public float[] Products(int count) => Of(ref _products, count);

        public float[] Places(int count) => Of(ref _places, count);

        private static float[] Of(ref float[] room, int count) =>
            room.Length > 0 && room.Length >= count ? room : room = GC.AllocateUninitializedArray<float>(Math.Max(16, count + (count / 4)));
    }

    private delegate ReadOnlySpan<int> RowOf(int word);

    private float[] Words(int count, RowOf rowOf, Room room)
    {
        var inputs = room.Inputs(count * WordWidth);
        for (var i = 0; i < count; i++)
        {
            var row = rowOf(i);
            var at = i * WordWidth;
            foreach (var t in WordTables)
            {
                var width = TaggerInput.Tables[t].Width;
                _tables[t].AsSpan(row[t] * width, width).CopyTo(inputs.AsSpan(at, width));
                at += width;
            }
        }

        var products = room.Products(count * 2 * _gates);
        fixed (float* x = inputs, y = products)
        {
            _words.Multiply(x, WordWidth, 1, count, y, 2 * _gates, add: false);
        }

        return products;
    }

    private float[] Product(TaggerModel.Tensor table, ReadOnlySpan<float> weights)
    {
        var products = new float[table.Rows * 2 * _gates];
        var packed = new PackedMatrix(table.Columns, 2 * _gates).Pack(weights, 2 * _gates);
        fixed (float* x = table.Values, y = products)
        {
            packed.Multiply(x, table.Columns, 1, table.Rows, y, 2 * _gates, add: false);
        }

        return products;
    }

    private static float[] SideBySide(TaggerModel.Tensor left, TaggerModel.Tensor right)
    {
        var both = new float[left.Rows * (left.Columns + right.Columns)];
        for (var r = 0; r < left.Rows; r++)
        {
            left.Values.AsSpan(r * left.Columns, left.Columns).CopyTo(both.AsSpan(r * (left.Columns + right.Columns)));
            right.Values.AsSpan(r * right.Columns, right.Columns).CopyTo(both.AsSpan((r * (left.Columns + right.Columns)) + left.Columns));
        }

        return both;
    }

    private static int From(int table) => TaggerInput.Tables.Take(table).Sum(t => t.Width);
}
