namespace Stemma.Articles.Dates;

/// <summary>What stands where in the words that a rule has matched: its months, days, numbers, by class.</summary>
internal sealed class Match(RuleBook book, RuleBook.Rule rule, int begin, int end)
{
    private readonly List<(int Class, int Token)> _taken = [];

    public RuleBook.Rule Rule { get; } = rule;

    /// <summary>First token.</summary>
    public int Begin { get; } = begin;

    /// <summary>One past the last token.</summary>
    public int End { get; } = end;

    /// <summary>Works out which piece of the rule took which token. True for every match the automaton gives.</summary>
    public bool Fill(ReadOnlySpan<TimeToken> tokens)
    {
        _taken.Clear();
        return Row(Rule.Alone, 0, null, tokens, Begin);
    }

    public bool Has(int kind) => TokenOf(kind) >= 0;

    /// <summary>The n-th token of this class; -1 where there is none.</summary>
    public int TokenOf(int kind, int nth = 0)
    {
        foreach (var (taken, token) in _taken)
        {
            if (taken == kind && nth-- == 0)
            {
                return token;
            }
        }

        return -1;
    }

    /// <summary>True where one of the words themselves stands in the rule's match.</summary>
    public bool Says(ReadOnlySpan<TimeToken> tokens, params ReadOnlySpan<string> words)
    {
        for (var t = Begin; t < End; t++)
        {
            if (tokens[t].Entry >= 0)
            {
                foreach (var word in words)
                {
                    if (book.Lexicon[tokens[t].Entry].Word == word)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>The number the n-th token of this class stands for; null where there is none.</summary>
    public int? Value(ReadOnlySpan<TimeToken> tokens, int kind, int nth = 0)
    {
        var token = TokenOf(kind, nth);
        if (token < 0)
        {
            return null;
        }

        if (tokens[token].Entry >= 0)
        {
            foreach (var (of, value) in book.Lexicon[tokens[token].Entry].Values)
            {
                if (of == kind)
                {
                    return value;
                }
            }
        }

        return tokens[token].Value;
    }

    /// <summary>A pair's two dates ("April 6-7", "499-493 BC"), each with what it shares with the other.</summary>
    public (Match First, Match Second)? Halves(ReadOnlySpan<TimeToken> tokens)
    {
        var c = book.Classes;
        var join = Begin + 1;
        while (join < End && !Joins(tokens[join].Symbol))
        {
            join++;
        }

        if (join + 1 >= End)
        {
            return null;
        }

        var (first, second) = (new Match(book, Rule, Begin, join), new Match(book, Rule, join + 1, End));
        foreach (var one in _taken)
        {
            (one.Token < join ? first : second)._taken.Add(one);
        }

        foreach (var shared in (int[])[c.Month, c.Year, c.Era])
        {
            first.Borrow(shared, second);
            second.Borrow(shared, first);
        }

        return (first.Named(), second.Named());

        bool Joins(int symbol) => Array.Exists(c.Joins, j => book.Lexicon.Is(symbol, j));
    }

    private void Borrow(int kind, Match from)
    {
        if (!Has(kind) && from._taken.Find(t => t.Class == kind) is { Class: var found, Token: var token } && from.Has(kind))
        {
            _taken.Add((found, token));
        }
    }

    // The rule that such a date alone would have.
    private Match Named()
    {
        var c = book.Classes;
        var name = Has(c.Era) ? "year-era" : Has(c.Month) ? (Has(c.Day) || Has(c.OrdinalDay) ? "day" : "month") : Has(c.Two) ? "year-tail" : "year";
        var named = new Match(book, book.Rules.First(r => r.Name == name), Begin, End);
        named._taken.AddRange(_taken);
        return named;
    }

    private sealed record Rest(Pattern[] Parts, int At, Rest? Then);

    // Patterns are short and without loops, so trying the options in turn is bounded by the rule, not by the text.
    private bool Row(Pattern[] parts, int part, Rest? then, ReadOnlySpan<TimeToken> tokens, int at)
    {
        if (part == parts.Length)
        {
            return then is null ? at == End : Row(then.Parts, then.At, then.Then, tokens, at);
        }

        switch (parts[part])
        {
            case Pattern.Symbol symbol:
                if (at >= End || !book.Lexicon.Is(tokens[at].Symbol, symbol.Class) || (symbol.Glued && !tokens[at].Has(Look.Glued)))
                {
                    return false;
                }

                _taken.Add((symbol.Class, at));
                if (Row(parts, part + 1, then, tokens, at + 1))
                {
                    return true;
                }

                _taken.RemoveAt(_taken.Count - 1);
                return false;
            case Pattern.Row row:
                return Row(row.Parts, 0, new Rest(parts, part + 1, then), tokens, at);
            case Pattern.Optional optional:
                return Row(optional.Alone, 0, new Rest(parts, part + 1, then), tokens, at) || Row(parts, part + 1, then, tokens, at);
            case Pattern.Either either:
                foreach (var one in either.Rows)
                {
                    if (Row(one, 0, new Rest(parts, part + 1, then), tokens, at))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }
}
