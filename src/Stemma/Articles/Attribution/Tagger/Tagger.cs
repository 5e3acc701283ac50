using System.Reflection;
using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Articles.Attribution.Tagger;

/// <summary>One attribution as the learned tagger reads it.</summary>
/// <param name="Source">Who it is handed to; <see cref="Spans.None"/> where nobody is named.</param>
/// <param name="Cue">The words that hand it over: one unbroken stretch.</param>
/// <param name="Content">What is handed over, possibly in pieces.</param>
/// <param name="Confidence">How likely a person would mark this relation so, 0 to 1, calibrated on the development set.</param>
public sealed record TaggedAttribution(Spans Source, Spans Cue, Spans Content, double Confidence);

/// <summary>Finds who says what with the learned model: tags for source, cue and content, then links between them.</summary>
/// <remarks>A function of the prose alone: the same on every machine, vector width and thread. Safe to call from many threads.</remarks>
public static class Tagger
{
    private const string ModelName = "Articles/Attribution/Tagger/Data/attribution.model";

    private static readonly Lazy<LoadedTagger> Carried = new(() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Contains(ModelName)
            ? new LoadedTagger(TaggerModel.Read(Resource.Open(ModelName)))
            : throw new InvalidOperationException($"The program was built without its attribution model ({ModelName}); make it with: dotnet run -c Release --project training -- attribution"));

    /// <summary>Every attribution of the headline and the body, in order of the cue. Other furniture is not read.</summary>
    /// <exception cref="InvalidOperationException">The program was built without its model.</exception>
    public static IReadOnlyList<TaggedAttribution> Tag(Prose prose) => Carried.Value.Tag([prose])[0];

    /// <summary>The same of several articles: short ones go through the network side by side, which costs less and finds the same.</summary>
    public static IReadOnlyList<IReadOnlyList<TaggedAttribution>> Tag(IReadOnlyList<Prose> proses) => Carried.Value.Tag(proses);
}
