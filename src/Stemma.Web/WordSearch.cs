using System.Collections;
using System.Collections.Concurrent;
using Stemma.Ledger;

namespace Stemma.Web;

/// <summary>Which statements hold these words, in source, cue, content or in the name of whoever speaks?</summary>
/// <remarks>
/// Words of the texts are asked of the full-text index of the case file, which is kept with every article in one transaction.
/// A speaker's name is known only between articles (who "he" is), so names are looked through here; a case has thousands, not hundreds of thousands.
/// </remarks>
internal sealed class WordSearch
{
    // So many words of a question may stand in names at once; each doubles the questions to the index.
    private const int MostNamed = 3;

    // Statements whose words are compared one by one in about twenty milliseconds.
    private const int MostLookedThrough = 4000;

    // What was asked beside one word or name is often asked again beside the next; each takes a bit for every statement.
    private const int MostRemembered = 32;

    private readonly Desk _desk;
    private readonly Lazy<NameIndex> _names;
    private readonly ConcurrentDictionary<string, BitArray> _beside = new();
    private readonly Func<IReadOnlyList<SearchWords.Term>, IEnumerable<int>> _index;

    /// <param name="index">Places (among the kept statements) of those whose own words hold all of these.</param>
    public WordSearch(Desk desk, Func<IReadOnlyList<SearchWords.Term>, IEnumerable<int>> index) =>
        (_desk, _index, _names) = (desk, index, new(() => new NameIndex([.. desk.Columns.Actors.Select(desk.Case.NameOf)])));

    /// <summary>A bit for every kept statement.</summary>
    public BitArray Find(string words)
    {
        var found = new BitArray(_desk.Kept.Count);
        var asked = SearchWords.Parse(words);
        if (asked.Count == 0)
        {
            return found;
        }

        if (asked.Any(t => t.Begins) && asked.Count > 1)
        {
            // The index walks every word that begins so, for each question anew; here each such word is walked once.
            List<IReadOnlyList<SearchWords.Term>> parts = [.. asked.Where(t => t.Begins).Select(t => (IReadOnlyList<SearchWords.Term>)[t])];
            if (asked.Where(t => !t.Begins).ToList() is { Count: > 0 } whole)
            {
                parts.Add(whole);
            }

            found = parts.Select(Beside).Aggregate(new BitArray(found.Count, true), (all, part) => all.And(part));
        }
        else
        {
            foreach (var at in _index(asked))
            {
                found[at] = true;
            }
        }

        // What is said by those whose name holds some of the words, where the rest stands in the statement.
        var named = asked.Select(term => (Term: term, Actors: _names.Value.Bearing(term))).Where(n => n.Actors.Count > 0).Take(MostNamed).ToList();
        for (var choice = 1; choice < 1 << named.Count; choice++)
        {
            var chosen = named.Where((_, n) => (choice >> n & 1) == 1).ToList();
            var who = chosen.Select(c => c.Actors).Aggregate((a, b) => [.. a.Where(b.Contains)]);
            var rest = asked.Where(t => chosen.TrueForAll(c => c.Term != t)).ToList();
            if (who.Count == 0)
            {
                continue;
            }

            // What few people said is looked through here; the index would name every statement that holds a common word.
            var said = who.Sum(w => _desk.SaidBy(_desk.Columns.Actors[w]).Count);
            if (rest.Count > 0 && said > MostLookedThrough)
            {
                var beside = Beside(rest);
                for (var at = 0; at < beside.Count; at++)
                {
                    if (beside[at] && who.Contains(_desk.Columns.Actor[at]))
                    {
                        found[at] = true;
                    }
                }
            }
            else
            {
                foreach (var at in who.Order().SelectMany(Said).Where(at => !found[at] && (rest.Count == 0 || Holds(_desk, at, rest))))
                {
                    found[at] = true;
                }
            }
        }

        return found;
    }

    /// <summary>Without a case file: the same question, asked of each statement's words.</summary>
    public static IEnumerable<int> InTexts(Desk desk, IReadOnlyList<SearchWords.Term> terms)
    {
        for (var i = 0; i < desk.Kept.Count; i++)
        {
            if (Holds(desk, i, terms))
            {
                yield return i;
            }
        }
    }

    private static bool Holds(Desk desk, int at, IReadOnlyList<SearchWords.Term> terms)
    {
        var (s, text) = (desk.Kept[at].Statement, desk.Case.Article(desk.Kept[at].Article).Article.Text);
        var words = string.Join(" … ", s.Source.Concat(s.Cue).Concat(s.Content).Select(p => p.Of(text)));
        return terms.All(t => SearchWords.Holds(words, t));
    }

    private IEnumerable<int> Said(int actor) => _desk.SaidBy(_desk.Columns.Actors[actor]).Select(s => _desk.Columns.At(s.Statement.Id)).OfType<int>();

    // Every statement whose own words hold these.
    private BitArray Beside(IReadOnlyList<SearchWords.Term> terms)
    {
        if (_beside.Count >= MostRemembered)
        {
            _beside.Clear();
        }

        return _beside.GetOrAdd(string.Join('\n', terms.Select(t => $"{string.Join(' ', t.Words)}{(t.Begins ? "*" : "")}")), _ =>
        {
            var bits = new BitArray(_desk.Kept.Count);
            foreach (var at in _index(terms))
            {
                bits[at] = true;
            }

            return bits;
        });
    }
}
