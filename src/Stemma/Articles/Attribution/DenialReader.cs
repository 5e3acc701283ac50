namespace Stemma.Articles.Attribution;

/// <summary>Which words are denied? "denied ⟨taking the money⟩", "called ⟨the report⟩ a lie", "said ⟨he had not been there⟩".</summary>
internal static class DenialReader
{
    private static readonly string[] Untruth = ["lie", "lies", "false", "untrue", "fabrication", "fabrications", "baseless", "groundless", "unfounded", "fake", "hoax", "nonsense", "fiction"];

    /// <summary>Null where this is no denial.</summary>
    public static Spans? Read(Saying saying, Act act)
    {
        if (act != Act.Deny)
        {
            return null;
        }

        var tokens = saying.Prose.Tokens;
        var content = saying.Content;
        if (content.Count == 0)
        {
            return Spans.None;
        }

        // "the Russian statement a “lie”", "the claims as baseless": what stands before the article or "as" that opens the name.
        var untrue = content.ToList().FindIndex(t => Untruth.Contains(saying.Lower(t), StringComparer.Ordinal));
        if (untrue > 0)
        {
            var end = untrue;
            while (end > 1 && (saying.Lower(content[end - 1]) is "a" or "an" or "\"" or "'" or "as" or "," or "complete" or "pure" or "total" or "utterly" or "outright" or "blatant" or "simply" or "completely" or "and" or "is" or "are" or "was" or "were"))
            {
                end--;
            }

            // "disagreed: Voss called the report a lie": behind the inner cue.
            var begin = Math.Max(0, content.Take(end).ToList().FindLastIndex(t => ActInContent.Names(saying.Lower(t))) + 1);
            // A content in pieces may run backwards in the text: then the whole of it is denied.
            return begin < end && content[begin] <= content[end - 1] ? Spans.Of(tokens[content[begin]].Span.Begin, tokens[content[end - 1]].Span.End) : saying.Tagged.Content;
        }

        if (saying.Lower(content[0]) != "that" || content.Count == 1)
        {
            return saying.Tagged.Content;
        }

        // "that" may be a piece of its own ("that, she said, …"): then nothing of it is left.
        var behind = new TextSpan(tokens[content[1]].Span.Begin, saying.Tagged.Content[0].End);
        return behind.IsEmpty ? [.. saying.Tagged.Content.Skip(1)] : [behind, .. saying.Tagged.Content.Skip(1)];
    }
}
