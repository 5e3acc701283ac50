namespace Stemma.Articles.Dates;

/// <summary>Which number do these words spell ("twenty-four", "three hundred", "nineteen ninety-six")?</summary>
/// <remarks>Runs over the scanned tokens once and closes them up in place; a row of number words becomes one number.</remarks>
internal sealed class NumberWords
{
    private const int Nothing = -1;

    private readonly Lexicon _lexicon;
    private readonly int _unit, _teen, _tens, _hundred, _thousand, _tenOrdinal, _ordinal, _hyphen, _low, _high, _number, _spokenYear, _half, _ordinalDay;

    public NumberWords(Lexicon lexicon)
    {
        _lexicon = lexicon;
        _unit = lexicon.ClassOf("N1");
        _teen = lexicon.ClassOf("N10");
        _tens = lexicon.ClassOf("N20");
        _hundred = lexicon.ClassOf("N100");
        _thousand = lexicon.ClassOf("N1000");
        _ordinal = lexicon.ClassOf("ORD");
        _tenOrdinal = lexicon.ClassOf("ORDTENS");
        _half = lexicon.ClassOf("half");
        _hyphen = lexicon.SymbolFor(["-"]);
        _low = lexicon.SymbolFor(["NUM", "H12", "WORDNUM"]);
        _high = lexicon.SymbolFor(["NUM", "WORDNUM"]);
        _number = _high;
        _spokenYear = lexicon.SymbolFor(["Y4", "SPOKENYEAR"]);
        _ordinalDay = lexicon.SymbolFor(["ORD", "ORD31"]);
    }

    /// <summary>How many tokens are left.</summary>
    public int Fold(Span<TimeToken> tokens)
    {
        var kept = 0;
        for (var at = 0; at < tokens.Length;)
        {
            if (tokens[at].Entry < 0 || !Spells(tokens[at]))
            {
                tokens[kept++] = tokens[at++];
                continue;
            }

            var end = Number(tokens, at, out var folded);
            tokens[kept++] = folded;
            at = end;
        }

        return kept;
    }

    private bool Spells(TimeToken token) =>
        _lexicon.Is(token.Symbol, _unit) || _lexicon.Is(token.Symbol, _teen) || _lexicon.Is(token.Symbol, _tens) || _lexicon.Is(token.Symbol, _tenOrdinal);

    private int Number(Span<TimeToken> tokens, int begin, out TimeToken folded)
    {
        int total = 0, group = 0, last = Nothing, at = begin, end = begin;
        var spoken = false;
        var ordinal = _lexicon.Is(tokens[begin].Symbol, _tenOrdinal);
        while (at < tokens.Length && tokens[at].Entry >= 0)
        {
            var symbol = tokens[at].Symbol;
            var value = ValueOf(tokens[at]);
            if (_lexicon.Is(symbol, _unit) && last is Nothing or >= 20)
            {
                group += value;
                last = value;
            }
            else if (_lexicon.Is(symbol, _teen) && last is Nothing or >= 100)
            {
                group += value;
                last = value;
            }
            else if (_lexicon.Is(symbol, _tens) && last is Nothing or >= 100)
            {
                group += value;
                last = value;
            }
            else if (_lexicon.Is(symbol, _tens) && last is >= 15 and <= 20 && !spoken && total == 0)
            {
                // "nineteen ninety-six"
                spoken = true;
                group = (100 * group) + value;
                last = value;
            }
            else if (_lexicon.Is(symbol, _hundred) && last is >= 1 and < 100)
            {
                group *= 100;
                last = 100;
            }
            else if (_lexicon.Is(symbol, _thousand) && last is >= 1 and < 1000)
            {
                total += Math.Min(group, 1_000_000) * value;
                group = 0;
                last = 1000;
            }
            else
            {
                break;
            }

            end = ++at;

            // "twenty-first": the tens are an ordinal's beginning.
            if (last is >= 20 and < 100 && at + 1 < tokens.Length && tokens[at].Symbol == _hyphen && tokens[at + 1].Entry >= 0 && _lexicon.Is(tokens[at + 1].Symbol, _ordinal) && ValueOf(tokens[at + 1]) is >= 1 and <= 9)
            {
                group += ValueOf(tokens[at + 1]);
                ordinal = true;
                end = at + 2;
                break;
            }

            if (at + 1 < tokens.Length && tokens[at].Symbol == _hyphen && tokens[at + 1].Entry >= 0 && last is >= 20 && _lexicon.Is(tokens[at + 1].Symbol, _unit))
            {
                at++;
            }
            else if (at + 1 < tokens.Length && last >= 100 && tokens[at].Entry >= 0 && _lexicon[tokens[at].Entry].Word == "and" && tokens[at + 1].Entry >= 0 && Spells(tokens[at + 1]))
            {
                at++;
            }
        }

        if (end == begin)
        {
            // A bare "thirtieth" or a stray word: itself.
            folded = tokens[begin] with { Value = ValueOf(tokens[begin]) };
            return begin + 1;
        }

        var number = total + group;
        var look = (tokens[begin].Look & ~(Look.EndsInEd | Look.EndsInS)) | Look.Number;
        var kind = ordinal ? (number is >= 1 and <= 31 ? _ordinalDay : _lexicon.SymbolFor(["ORD"])) : spoken && number is >= 1500 and < 2200 ? _spokenYear : number is >= 1 and <= 12 ? _low : _high;

        // "one" and the like keep the literal words that rules name.
        if (end == begin + 1 && !ordinal)
        {
            folded = tokens[begin] with { Value = number, Look = look };
            return end;
        }

        folded = new TimeToken(tokens[begin].Begin, tokens[end - 1].End, kind, -1, number, look);
        return end;
    }

    private int ValueOf(TimeToken token)
    {
        foreach (var (kind, value) in _lexicon[token.Entry].Values)
        {
            if (kind == _unit || kind == _teen || kind == _tens || kind == _hundred || kind == _thousand || kind == _ordinal || kind == _tenOrdinal)
            {
                return value;
            }
        }

        return 0;
    }
}
