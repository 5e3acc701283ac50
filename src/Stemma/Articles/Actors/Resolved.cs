namespace Stemma.Articles.Actors;

/// <summary>Who a source means.</summary>
/// <param name="Chain">Null where nobody is meant or nobody could be found.</param>
/// <param name="How">The rule: name, role, pronoun, relative, own-words, continues; empty where no words asked.</param>
internal readonly record struct Resolved(Chain? Chain, double Confidence, IReadOnlyList<(Chain Chain, double Share)> Rest, string How)
{
    public static readonly Resolved Nobody = new(null, 0, [], "");

    public static Resolved Unknown(string how) => new(null, 0, [], how);
}
