using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using static Stemma.Quality.ReuseTruth;

namespace Stemma.Quality;

/// <summary>How much of a made copy tree was found? The measures, and their order, are those of score/reuse.py.</summary>
public sealed class ReuseScore
{
    private static readonly string[] Copied = ["body", "local", "tail"];
    private static readonly string[] What = ["hedge dropped", "hedge added", "quotation marks dropped", "quotation changed"];
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, Article> _articles;
    private readonly ReuseTruth _truth;
    private readonly CaseReading _reading;
    private readonly Dictionary<string, CodePoints> _points;
    private readonly Dictionary<string, int> _length;
    private readonly List<Laid> _passages;

    public ReuseScore(Dictionary<string, Article> articles, ReuseTruth truth, CaseReading reading)
    {
        (_articles, _truth, _reading) = (articles, truth, reading);
        _points = articles.ToDictionary(a => a.Key, a => CodePoints.Of(a.Value.Text));
        _length = articles.ToDictionary(a => a.Key, a => _points[a.Key].FromUtf16(a.Value.Text.Length));
        _passages = [.. reading.Passages.Select(p => new Laid(p.From.Article, Points(p.From), p.To.Article, Points(p.To), p.Changed))];
    }

    private sealed record Laid(string A, List<(int B, int E)> InA, string B, List<(int B, int E)> InB, IReadOnlyList<string> Changed);

    public IEnumerable<Figure> Figures() => [.. Pairs(), .. PairsByOrigin(), .. Passages(), .. Parent(), .. Origins(), .. Changes()];

    /// <summary>What an export would say of this reading, for the Python scorer.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (var p in _passages)
        {
            yield return JsonSerializer.Serialize(new
            {
                type = "passage",
                from = new { article = p.A, span = p.InA.Select(s => new[] { s.B, s.E }) },
                to = new { article = p.B, span = p.InB.Select(s => new[] { s.B, s.E }) },
                changed = p.Changed,
            }, Json);
        }

        foreach (var h in _reading.Hops)
        {
            yield return JsonSerializer.Serialize(new { type = "hop", article = h.Article, from = h.From, to = h.To, parent = h.Parent }, Json);
        }

        foreach (var o in _reading.Origins)
        {
            yield return JsonSerializer.Serialize(new { type = "origin", articles = o.Articles }, Json);
        }
    }

    private IEnumerable<Figure> Pairs()
    {
        var cover = new Dictionary<(string, string), (List<(int, int)> X, List<(int, int)> Y)>();
        foreach (var p in _passages.Where(p => p.A != p.B))
        {
            var ordered = string.CompareOrdinal(p.A, p.B) < 0;
            var key = ordered ? (p.A, p.B) : (p.B, p.A);
            if (!cover.TryGetValue(key, out var both))
            {
                cover.Add(key, both = ([], []));
            }

            both.X.AddRange(ordered ? p.InA : p.InB);
            both.Y.AddRange(ordered ? p.InB : p.InA);
        }

        var found = new HashSet<(string, string)>();
        foreach (var ((x, y), both) in cover)
        {
            var (small, spans) = _length[x] <= _length[y] ? (x, both.X) : (y, both.Y);
            if (Size(Union(spans, _length[small])) >= .2 * _length[small])
            {
                found.Add((x, y));
            }
        }

        var right = found.Count(_truth.Pairs.Contains);
        return Three("reuse.pairs", Ratio(right, found.Count), Ratio(right, _truth.Pairs.Count));
    }

    private IEnumerable<Figure> PairsByOrigin()
    {
        static IEnumerable<(string, string)> Combined(IReadOnlyList<string> articles) =>
            from a in articles.Distinct() from b in articles.Distinct() where string.CompareOrdinal(a, b) < 0 select (a, b);
        var ours = _reading.Origins.SelectMany(o => Combined(o.Articles)).ToHashSet();
        var real = _truth.Families.SelectMany(f => Combined(f.Articles)).Where(p => _truth.Origins[p.Item1].Intersect(_truth.Origins[p.Item2]).Any()).ToHashSet();
        var both = ours.Count(real.Contains);
        yield return new("reuse.pairs by origin.f1", 100 * F1(Ratio(both, ours.Count), Ratio(both, real.Count)));
    }

    private IEnumerable<Figure> Passages()
    {
        double right = 0, total = 0;
        var covered = new Dictionary<string, List<(string Uid, List<(int B, int E)> Spans)>>();
        var where = _truth.Segments.ToDictionary(t => t.Key, t => t.Value.Where(s => Copied.Contains(s.Kind)).GroupBy(s => s.Uid).ToDictionary(g => g.Key, g => g.Last()));
        var neutral = _truth.Segments.ToDictionary(t => t.Key, t => t.Value.Where(s => s.Kind == "quote").ToList());
        foreach (var p in _passages)
        {
            foreach (var (x, inX, y, inY) in new[] { (p.A, p.InA, p.B, p.InB), (p.B, p.InB, p.A, p.InA) })
            {
                var ux = Union(inX, _length[x]);
                var uy = Union(inY, _length[y]);
                int good = 0, skip = 0;
                foreach (var (uid, s) in where[x])
                {
                    var n = Overlap(ux, s.Begin, s.End);
                    if (n == 0)
                    {
                        continue;
                    }

                    if (where[y].TryGetValue(uid, out var there))
                    {
                        if (Overlap(uy, there.Begin, there.End) > 0)
                        {
                            good += n;
                            if (!covered.TryGetValue(x, out var list))
                            {
                                covered.Add(x, list = []);
                            }

                            list.Add((uid, ux));
                        }
                    }
                    else if (neutral[y].Exists(s2 => s2.Uid[2..] == uid))
                    {
                        skip += n;
                    }
                }

                foreach (var s in neutral[x])
                {
                    if (where[y].ContainsKey(s.Uid[2..]) || neutral[y].Exists(z => z.Uid == s.Uid))
                    {
                        skip += Overlap(ux, s.Begin, s.End);
                    }
                }

                var blank = Size(ux) - _truth.Segments[x].Sum(s => Overlap(ux, s.Begin, s.End));
                right += good;
                total += Math.Max(good, Size(ux) - skip - blank);
            }
        }

        var found = new Dictionary<string, double>();
        var want = new Dictionary<string, double>();
        foreach (var (child, parents) in _truth.Parents)
        {
            var mine = covered.GetValueOrDefault(child, []).ToLookup(c => c.Uid, c => c.Spans);
            foreach (var s in _truth.Segments[child].Where(s => Copied.Contains(s.Kind) && parents.Exists(p => where[p].ContainsKey(s.Uid))))
            {
                want[s.Level] = want.GetValueOrDefault(s.Level) + s.End - s.Begin;
                found[s.Level] = found.GetValueOrDefault(s.Level) + Overlap(Union(mine[s.Uid].SelectMany(z => z), _length[child]), s.Begin, s.End);
            }
        }

        foreach (var figure in Three("reuse.passages", Ratio(right, total), Ratio(found.Values.Sum(), want.Values.Sum())))
        {
            yield return figure;
        }

        foreach (var level in new[] { "verbatim", "light", "heavy" })
        {
            yield return new($"reuse.passages.recall {level}", 100 * Ratio(found.GetValueOrDefault(level), want.GetValueOrDefault(level)));
        }
    }

    private IEnumerable<Figure> Parent()
    {
        var hops = _reading.Hops.GroupBy(h => h.Article).ToDictionary(g => g.Key, g => g.ToList());
        if (_reading.Hops.Any(h => h.Parent is not null))
        {
            hops = hops.ToDictionary(h => h.Key, h => h.Value.Where(x => x.Parent is not null).ToList());
        }

        int right = 0, findable = 0, rightFindable = 0;
        double partly = 0;
        foreach (var (child, parents) in _truth.Parents)
        {
            var all = hops.GetValueOrDefault(child, []);
            var mine = all.Where(h => string.IsNullOrEmpty(h.From) || Plain(h.From) == Plain(_articles[child].Outlet!)).ToList();
            var got = (mine.Count > 0 ? mine : all.Take(1)).Select(h => h.Parent ?? parents.Find(p => Plain(_articles[p].Outlet!) == Plain(h.To ?? "")) ?? h.To).ToHashSet();
            var good = got.SetEquals(parents);
            right += good ? 1 : 0;
            partly += (double)parents.Count(got.Contains) / parents.Distinct().Count();
            if (_truth.Findable[child])
            {
                findable++;
                rightFindable += good ? 1 : 0;
            }
        }

        var originals = _truth.Segments.Keys.Where(i => !_truth.Parents.ContainsKey(i)).ToList();
        yield return new("reuse.parent.accuracy", 100 * Ratio(right, _truth.Parents.Count));
        yield return new("reuse.parent.accuracy findable", 100 * Ratio(rightFindable, findable), $"of {findable}");
        yield return new("reuse.parent.partly", 100 * Ratio(partly, _truth.Parents.Count));
        yield return new("reuse.parent.no false hops", 100 - (100 * Ratio(originals.Count(i => hops.GetValueOrDefault(i, []).Count > 0), originals.Count)),
            $"{originals.Count(i => hops.GetValueOrDefault(i, []).Count > 0)} false hops of {originals.Count} originals");
    }

    private IEnumerable<Figure> Origins()
    {
        var group = new Dictionary<string, List<string>>();
        for (var k = 0; k < _reading.Origins.Count; k++)
        {
            foreach (var i in _reading.Origins[k].Articles)
            {
                if (!group.TryGetValue(i, out var list))
                {
                    group.Add(i, list = []);
                }

                list.Add(k.ToString(CultureInfo.InvariantCulture));
            }
        }

        var off = _truth.Families.Select(f => (f, Error: (double)Math.Abs(f.Articles.SelectMany(i => group.GetValueOrDefault(i, ["own" + i])).Distinct().Count() - f.Origins))).ToList();
        var big = off.Where(x => x.f.Articles.Count > 1).ToList();
        var single = _truth.Origins.Where(o => o.Value.Count == 1).ToList();
        var mean = Ratio(big.Sum(x => x.Error), big.Count);
        yield return new("reuse.origins.closeness", 100 * (1 - mean), string.Create(CultureInfo.InvariantCulture, $"mean absolute error {mean:F3}; of all families {Ratio(off.Sum(x => x.Error), off.Count):F3}; exact {Ratio(big.Count(x => x.Error == 0), big.Count):F3}"));
        yield return new("reuse.origins.ari", 100 * Ari(single.Select(s => (s.Value[0], group.TryGetValue(s.Key, out var g) ? g[0] : "own" + s.Key)).ToList()));
    }

    private IEnumerable<Figure> Changes()
    {
        var key = _truth.Changes.Select((c, k) => (c, k)).ToLookup(x => (x.c.Child, x.c.Parent, x.c.What), x => (Words: Plain(x.c.Words), x.c.Begin, x.c.End, x.k));
        var family = _truth.Families.SelectMany(f => f.Articles.Select(a => (a, f.Id))).ToDictionary(x => x.a, x => x.Id);
        var seen = new HashSet<int>();
        var right = What.ToDictionary(w => w, _ => 0);
        var wrong = What.Append("other").ToDictionary(w => w, _ => 0);
        foreach (var p in _passages)
        {
            var inA = Union(p.InA, _length[p.A]);
            foreach (var changed in p.Changed)
            {
                var colon = changed.IndexOf(':', StringComparison.Ordinal);
                var what = (colon < 0 ? changed : changed[..colon]).Trim().ToLowerInvariant();
                var words = colon < 0 ? "" : Plain(changed[(colon + 1)..]);
                if (!What.Contains(what))
                {
                    wrong["other"]++;
                    continue;
                }

                var there = key[(p.A, p.B, what)];
                var hit = there.Where(t => !seen.Contains(t.k)
                    && (t.Words == words || (what.StartsWith("quot", StringComparison.Ordinal) && (words.Length == 0 || t.Words.Contains(words) || words.Contains(t.Words))))
                    && Overlap(inA, t.Begin, t.End) > 0).Select(t => (int?)t.k).FirstOrDefault();
                if (hit is { } k)
                {
                    seen.Add(k);
                    right[what]++;
                }
                else if (family[p.A] == family[p.B] && !IsParent(p.A, p.B) && !IsParent(p.B, p.A))
                {
                    // Between siblings: true or not, not counted.
                }
                else if (!there.Any(t => seen.Contains(t.k) && t.Words == words))
                {
                    wrong[what]++;
                }
            }
        }

        double hits = right["hedge dropped"] + right["hedge added"];
        double hedges = _truth.Changes.Count(c => c.What is "hedge dropped" or "hedge added");
        foreach (var figure in Three("reuse.hedges", Ratio(hits, hits + wrong["hedge dropped"] + wrong["hedge added"] + wrong["other"]), Ratio(hits, hedges)))
        {
            yield return figure;
        }

        foreach (var what in What)
        {
            var n = _truth.Changes.Count(c => c.What == what);
            yield return new($"reuse.changes.{what}", 100 * F1(Ratio(right[what], right[what] + wrong[what]), Ratio(right[what], n)), $"{right[what]} right, {wrong[what]} wrong, of {n}");
        }
    }

    private bool IsParent(string child, string parent) => _truth.Parents.TryGetValue(child, out var parents) && parents.Contains(parent);

    private List<(int B, int E)> Points(ArticleSpan at) => [.. at.Span.Select(s => _points[at.Article].FromUtf16(s)).Select(s => (s.Begin, s.End))];

    private static double Ari(List<(string True, string Found)> pairs)
    {
        static double Two(IEnumerable<int> counts) => counts.Sum(n => n * (n - 1) / 2.0);
        var s = Two(pairs.CountBy(p => p).Select(c => c.Value));
        var a = Two(pairs.CountBy(p => p.True).Select(c => c.Value));
        var b = Two(pairs.CountBy(p => p.Found).Select(c => c.Value));
        var all = pairs.Count * (pairs.Count - 1) / 2.0;
        var expected = all == 0 ? 0 : a * b / all;
        return (a + b) / 2 != expected ? (s - expected) / (((a + b) / 2) - expected) : 1;
    }

    private static IEnumerable<Figure> Three(string name, double precision, double recall) =>
        [new($"{name}.f1", 100 * F1(precision, recall)), new($"{name}.precision", 100 * precision), new($"{name}.recall", 100 * recall)];

    private static double F1(double p, double r) => p + r > 0 ? 2 * p * r / (p + r) : 0;

    private static double Ratio(double a, double b) => b == 0 ? 0 : a / b;

    private static List<(int B, int E)> Union(IEnumerable<(int B, int E)> spans, int limit)
    {
        var found = new List<(int B, int E)>();
        foreach (var (b, e) in spans.Select(s => (B: Math.Max(0, s.B), E: Math.Min(limit, s.E))).Order())
        {
            if (e <= b)
            {
                continue;
            }

            if (found.Count > 0 && b <= found[^1].E)
            {
                found[^1] = (found[^1].B, Math.Max(found[^1].E, e));
            }
            else
            {
                found.Add((b, e));
            }
        }

        return found;
    }

    private static int Size(List<(int B, int E)> spans) => spans.Sum(s => s.E - s.B);

    private static int Overlap(List<(int B, int E)> spans, int b, int e) => spans.Sum(s => Math.Max(0, Math.Min(e, s.E) - Math.Max(b, s.B)));

    // Words alone, in lower case.
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || c == '_')
            {
                plain.Append(c);
            }
            else if (plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }
}
