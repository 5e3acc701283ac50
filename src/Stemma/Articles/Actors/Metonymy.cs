using System.Collections.Frozen;
using System.Globalization;
using Stemma.Words;

namespace Stemma.Articles.Actors;

/// <summary>Does a place name stand for its government, people or team here?</summary>
/// <remarks>A linear model over the words around it. Known to miss: headlines and lists, where little stands around a name.</remarks>
internal sealed class Metonymy(ArticleWords words)
{
    private static readonly Lazy<FrozenDictionary<string, double>> Weights = new(() =>
        Resource.Rows("Articles/Actors/Data/metonymy.tsv").ToFrozenDictionary(r => r[0], r => double.Parse(r[1], CultureInfo.InvariantCulture), StringComparer.Ordinal));

    private readonly HashSet<string> _bag = new(StringComparer.Ordinal);
    private int _summed = -1;
    private double _rest;

    public void Mark(List<Mention> names)
    {
        foreach (var name in names.Where(n => n.Class is NameClass.Country or NameClass.Capital or NameClass.Place))
        {
            // A town that nobody knows acts where it speaks, not by the model, which has only seen places that are known.
            name.Metonymic = (name.Known is not null || name.IsState) && Acts(name);
        }
    }

    private bool Acts(Mention name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var sum = OfSentence(name);
        foreach (var feature in MetonymyFeatures.Near(words, name.First, name.End))
        {
            sum += seen.Add(feature) ? Weights.Value.GetValueOrDefault(feature) : 0;
        }

        // A town acts more rarely than a country or capital does: its team or council, not a government.
        return sum > (name.Class == NameClass.Place ? TownsNeed : 0);
    }

    // Summed once a sentence, so that many places in one cost no more each. Only a name that opens it has a word of its own among them.
    private double OfSentence(Mention name)
    {
        var sentence = words.Prose.Sentences[name.Sentence];
        if (_summed != name.Sentence)
        {
            _summed = name.Sentence;
            _bag.Clear();
            _rest = Weights.Value.GetValueOrDefault(MetonymyFeatures.Digits(words, sentence));
            for (var i = sentence.FirstToken + 1; i < sentence.FirstToken + sentence.Tokens; i++)
            {
                _rest += MetonymyFeatures.Bagged(words, sentence, i) is { } bagged && _bag.Add(bagged) ? Weights.Value.GetValueOrDefault(bagged) : 0;
            }
        }

        return _rest + (name.First > sentence.FirstToken && MetonymyFeatures.Bagged(words, sentence, sentence.FirstToken) is { } opening && !_bag.Contains(opening) ? Weights.Value.GetValueOrDefault(opening) : 0);
    }

    private const double TownsNeed = 0.0;
}
