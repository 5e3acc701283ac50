namespace Stemma.Articles.Dates;

/// <summary>Which rule, if any, covers most tokens from here on? All rules at once, one table look-up a token.</summary>
/// <remarks>
/// The rules are one nondeterministic automaton; sets of its states become states of a table when a text first reaches them. The table only ever holds what
/// the rules say, so it does not matter which text or thread filled it. Rules have no loops, so a walk ends after a bounded number of tokens.
/// </remarks>
internal sealed class Automaton
{
    private const int Dead = -1;
    private const int Unknown = -2;

    private readonly Lexicon _lexicon;
    private readonly int _width;
    private readonly List<(int Class, bool Glued, int To)[]> _steps = [];
    private readonly List<int[]> _silent = [];
    private readonly List<int> _accepts = [];
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly Lock _growing = new();
    private State[] _states = new State[256];
    private int _count;

    private sealed class State(int[] members, int accept, int width)
    {
        public readonly int[] Members = members;
        public readonly int Accept = accept;
        public readonly int[] Next = NewRow(width);

        private static int[] NewRow(int width)
        {
            var row = new int[width];
            Array.Fill(row, Unknown);
            return row;
        }
    }

    public Automaton(Lexicon lexicon, IReadOnlyList<Pattern> rules)
    {
        _lexicon = lexicon;
        _width = 2 * lexicon.Symbols;
        var start = NewNode();
        var silent = new List<int>();
        for (var rule = 0; rule < rules.Count; rule++)
        {
            var begin = NewNode();
            silent.Add(begin);
            var end = Lay(rules[rule], begin);
            _accepts[end] = rule;
        }

        _silent[start] = [.. silent];
        StateOf([start]);
    }

    /// <summary>The rule with the longest match from this token, the first in the list among equals; -1 where none matches.</summary>
    public int Longest(ReadOnlySpan<TimeToken> tokens, int at, out int end)
    {
        var state = 0;
        var rule = -1;
        end = at;
        for (var next = at; next < tokens.Length; next++)
        {
            var token = tokens[next];
            if (next > at && token.Has(Look.NewParagraph))
            {
                break;
            }

            state = Step(state, (2 * token.Symbol) + (token.Has(Look.Glued) ? 1 : 0));
            if (state == Dead)
            {
                break;
            }

            if (_states[state].Accept >= 0)
            {
                rule = _states[state].Accept;
                end = next + 1;
            }
        }

        return rule;
    }

    /// <summary>True where no rule begins with this symbol.</summary>
    public bool CannotBegin(TimeToken token) => Step(0, (2 * token.Symbol) + (token.Has(Look.Glued) ? 1 : 0)) == Dead;

    private int Step(int state, int input)
    {
        var next = Volatile.Read(ref _states[state].Next[input]);
        return next == Unknown ? Grow(state, input) : next;
    }

    private int Grow(int state, int input)
    {
        lock (_growing)
        {
            var row = _states[state];
            var reached = new SortedSet<int>();
            foreach (var member in row.Members)
            {
                foreach (var (kind, glued, to) in _steps[member])
                {
                    if ((!glued || (input & 1) == 1) && _lexicon.Is(input >> 1, kind))
                    {
                        reached.Add(to);
                    }
                }
            }

            var next = reached.Count == 0 ? Dead : StateOf(reached);
            Volatile.Write(ref row.Next[input], next);
            return next;
        }
    }

    private int StateOf(IEnumerable<int> nodes)
    {
        var closed = new SortedSet<int>();
        var open = new Stack<int>(nodes);
        while (open.TryPop(out var node))
        {
            if (closed.Add(node))
            {
                foreach (var to in _silent[node])
                {
                    open.Push(to);
                }
            }
        }

        var members = closed.ToArray();
        var key = string.Join(',', members);
        if (_known.TryGetValue(key, out var known))
        {
            return known;
        }

        var accept = -1;
        foreach (var node in members)
        {
            accept = _accepts[node] >= 0 && (accept < 0 || _accepts[node] < accept) ? _accepts[node] : accept;
        }

        if (_count == _states.Length)
        {
            var larger = new State[2 * _count];
            _states.CopyTo(larger, 0);
            Volatile.Write(ref _states, larger);
        }

        _states[_count] = new State(members.Where(m => _steps[m].Length > 0).ToArray(), accept, _width);
        _known[key] = _count;
        return _count++;
    }

    private int NewNode()
    {
        _steps.Add([]);
        _silent.Add([]);
        _accepts.Add(-1);
        return _steps.Count - 1;
    }

    // Lays a pattern from a node on and gives the node where it ends.
    private int Lay(Pattern pattern, int from)
    {
        switch (pattern)
        {
            case Pattern.Symbol symbol:
                var to = NewNode();
                _steps[from] = [.. _steps[from], (symbol.Class, symbol.Glued, to)];
                return to;
            case Pattern.Row row:
                return row.Parts.Aggregate(from, (node, part) => Lay(part, node));
            case Pattern.Optional optional:
                var entrance = NewNode();
                _silent[from] = [.. _silent[from], entrance];
                var end = Lay(optional.Part, entrance);
                var exit = NewNode();
                _silent[from] = [.. _silent[from], exit];
                _silent[end] = [.. _silent[end], exit];
                return exit;
            case Pattern.Either either:
                var join = NewNode();
                foreach (var part in either.Parts)
                {
                    var door = NewNode();
                    _silent[from] = [.. _silent[from], door];
                    var last = Lay(part, door);
                    _silent[last] = [.. _silent[last], join];
                }

                return join;
            default:
                throw new InvalidOperationException($"No such pattern: {pattern}.");
        }
    }
}
