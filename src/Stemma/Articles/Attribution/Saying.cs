using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution;

/// <summary>One attribution as the readers of this room need it: its spans and the tokens they cover, worked out once.</summary>
internal sealed class Saying
{
    public Saying(Prose prose, TaggedAttribution tagged)
    {
        Prose = prose;
        Tagged = tagged;
        Source = TokensOf(prose, tagged.Source);
        Cue = TokensOf(prose, tagged.Cue);
        Content = TokensOf(prose, tagged.Content);
    }

    public Prose Prose { get; }

    public TaggedAttribution Tagged { get; }

    /// <summary>Token indexes, ascending.</summary>
    public IReadOnlyList<int> Source { get; }

    public IReadOnlyList<int> Cue { get; }

    public IReadOnlyList<int> Content { get; }

    public string Lower(int token) => Prose.Tokens[token].Lower;

    /// <summary>The only word of the source where it is a pronoun of speaking ("he"); null for names and nouns.</summary>
    public string? SpeakingPronoun => Source.Count == 1 && Lower(Source[0]) is "he" or "she" or "they" or "we" or "i" or "it" or "who" ? Lower(Source[0]) : null;

    /// <summary>A bare colon, dash or nothing hands it over: headlines, transcripts, quotations without a cue.</summary>
    public bool HasNoCueWord => !Cue.Any(t => IsWord(Lower(t)));

    /// <summary>A colon behind the name hands it over: a turn of a transcript.</summary>
    public bool IsTurn => HasNoCueWord && Cue.Count > 0 && Lower(Cue[^1]) == ":";

    /// <summary>First and one past the last token of the content's n-th piece.</summary>
    public (int First, int End) Piece(int n)
    {
        var span = Tagged.Content[n];
        var first = Prose.TokenAt(span.Begin);
        var end = first;
        while (end < Prose.Tokens.Count && Prose.Tokens[end].Span.Begin < span.End)
        {
            end++;
        }

        return (first, end);
    }

    /// <summary>The first token of the content that is a word, conjunction "that" left out; -1 where there is none.</summary>
    public int FirstContentWord()
    {
        foreach (var token in Content)
        {
            if (IsWord(Lower(token)) && Lower(token) != "that")
            {
                return token;
            }
        }

        return -1;
    }

    public static bool IsWord(string lower) => lower.Any(char.IsLetterOrDigit);

    private static List<int> TokensOf(Prose prose, Spans spans)
    {
        var found = new List<int>();
        foreach (var span in spans)
        {
            for (var t = prose.TokenAt(span.Begin); t < prose.Tokens.Count && prose.Tokens[t].Span.Begin < span.End; t++)
            {
                found.Add(t);
            }
        }

        found.Sort();
        return found;
    }
}
