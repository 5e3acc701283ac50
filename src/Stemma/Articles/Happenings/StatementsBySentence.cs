using Stemma.Articles.Sentences;

namespace Stemma.Articles.Happenings;

/// <summary>Which statements have words in a sentence? Asked for every happening, so it is looked up, not searched.</summary>
internal sealed class StatementsBySentence
{
    private readonly Dictionary<int, List<Statement>> _bySentence = [];

    public StatementsBySentence(Prose prose, IReadOnlyList<Statement> statements)
    {
        foreach (var statement in statements)
        {
            foreach (var sentence in statement.Source.Concat(statement.Cue).Concat(statement.Content).SelectMany(s => Touched(prose, s)).Distinct())
            {
                if (!_bySentence.TryGetValue(sentence, out var list))
                {
                    _bySentence[sentence] = list = [];
                }

                list.Add(statement);
            }
        }
    }

    public IReadOnlyList<Statement> In(int sentence) => _bySentence.TryGetValue(sentence, out var list) ? list : [];

    private static IEnumerable<int> Touched(Prose prose, TextSpan span)
    {
        var (first, last) = (prose.TokenAt(span.Begin), Math.Min(prose.TokenAt(Math.Max(span.Begin, span.End - 1)), prose.Tokens.Count - 1));
        return first > last ? [] : Enumerable.Range(prose.Tokens[first].Sentence, prose.Tokens[last].Sentence - prose.Tokens[first].Sentence + 1);
    }
}
