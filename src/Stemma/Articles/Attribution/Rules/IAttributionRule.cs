using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>One way of finding or completing an attribution where words and marks are surer than the learned tagger.</summary>
/// <remarks>Each says in its summary why it exists, what it hits, what it must not hit and what it is known to miss; the manual is made from it.</remarks>
internal interface IAttributionRule
{
    /// <summary>The identifier that a statement's "rule" carries.</summary>
    string Name { get; }

    /// <summary>Everything found so far, completed or with more; never fewer than were given, unless a rule says so.</summary>
    IReadOnlyList<Found> Apply(Prose prose, IReadOnlyList<Found> found);
}
