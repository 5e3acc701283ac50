namespace Stemma.Articles.Actors;

/// <summary>Does a quotation that nobody is named for go on with whoever spoke last?</summary>
internal sealed class ContinuingSpeakers(ArticleWords words)
{
    // Share right of all such on PolNeAR dev speakers.
    private const double ByContinuing = 0.75;

    // A quotation that stands alone, right behind somebody's words: the same one goes on speaking.
    public Resolved Continues(Statement statement, (Statement Statement, Resolved Resolved)? before)
    {
        if (statement.Form != Form.Direct || !statement.Cue.IsEmpty || statement.Content.IsEmpty || before is not { } last || last.Resolved.Chain is null)
        {
            return Resolved.Nobody;
        }

        var first = words.Prose.TokenAt(statement.Content[0].Begin);
        if (first >= words.Count)
        {
            return Resolved.Nobody;
        }

        var here = words.Prose.Tokens[first];
        var sentence = words.Prose.Sentences[here.Sentence];
        // It must open its sentence: "It is worth recalling that “…”" is somebody else's.
        var opens = first - sentence.FirstToken <= 1;
        var lastSentence = LastSentence(last.Statement);
        var follows = here.Sentence - lastSentence <= 1;
        return opens && follows ? new Resolved(last.Resolved.Chain, ByContinuing, [], "continues") : Resolved.Nobody;
    }

    private int LastSentence(Statement statement)
    {
        var end = new[] { statement.Source, statement.Cue, statement.Content }.Where(s => !s.IsEmpty).Max(s => s.Hull.End);
        var token = Math.Min(words.Count - 1, words.Prose.TokenAt(Math.Max(0, end - 1)));
        return words.Prose.Tokens[token].Sentence;
    }
}
