using Stemma.Articles.Attribution.Tagger;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>An attribution with the name of whoever found it; rules hand these on to each other.</summary>
/// <param name="Rule">"tagger", or the rule; two that worked on it are joined by "+".</param>
/// <param name="Form">Where the rule knows it better than quotation marks (a transcript); else null.</param>
/// <param name="Voice">The outlet's own where the words slid there.</param>
internal sealed record Found(TaggedAttribution Tagged, string Rule, Form? Form = null, Voice Voice = Voice.Reported)
{
    /// <summary>The same attribution with more content.</summary>
    public Found With(TextSpan more, string rule) => this with
    {
        Tagged = Tagged with { Content = [.. Tagged.Content.Append(more).Order()] },
        Rule = Rule.Split('+').Contains(rule, StringComparer.Ordinal) ? Rule : $"{Rule}+{rule}",
    };
}
