namespace Stemma.Articles.Actors;

/// <summary>Which actors were met last? Only they are asked when a pronoun or a role comes, so that a long article costs no more a word than a short one.</summary>
internal sealed class Recent
{
    // Set by hand; half or twice as many change no speaker of PolNeAR dev (`quality speaker`).
    private const int Kept = 60;

    private readonly List<Chain> _chains = new(Kept + 1);

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<Chain> Chains => _chains;

    public void Met(Chain chain)
    {
        if (_chains.Count > 0 && _chains[^1] == chain)
        {
            return;
        }

        _chains.Remove(chain);
        _chains.Add(chain);
        if (_chains.Count > Kept)
        {
            _chains.RemoveAt(0);
        }
    }
}
