using System.Buffers;

namespace Stemma.Articles.Dates;

/// <summary>Which words of a text tell a time? The scanned tokens, and the rules that matched them, in order of the text.</summary>
internal sealed class DateFinder : IDisposable
{
    private TimeToken[] _buffer = ArrayPool<TimeToken>.Shared.Rent(4096);
    private int _count;

    public ReadOnlySpan<TimeToken> Tokens => _buffer.AsSpan(0, _count);

    public IReadOnlyList<Match> Find(RuleBook book, string text)
    {
        _count = book.Scanner.Scan(text, ref _buffer).Length;
        _count = book.Numbers.Fold(_buffer.AsSpan(0, _count));
        var tokens = Tokens;
        var found = new List<Match>();
        for (var at = 0; at < tokens.Length;)
        {
            if (tokens[at].Symbol == Lexicon.Other || book.Automaton.CannotBegin(tokens[at]))
            {
                at++;
                continue;
            }

            var rule = book.Automaton.Longest(tokens, at, out var end);
            if (rule < 0)
            {
                at++;
                continue;
            }

            var match = new Match(book, book.Rules[rule], at, end);
            if (!match.Fill(tokens) || Doubts.Reject(book, match, text, tokens))
            {
                at++;
                continue;
            }

            if (match.Rule.Meaning == "pair" && match.Halves(tokens) is var (first, second))
            {
                found.Add(first);
                found.Add(second);
            }
            else
            {
                found.Add(match);
            }

            at = end;
        }

        return found;
    }

    public void Dispose() => ArrayPool<TimeToken>.Shared.Return(_buffer);
}
