namespace Stemma.Training;

/// <summary>What does a tagger begin with, how long does it learn, and by whose opinion?</summary>
internal sealed record Lesson
{
    /// <summary>Words whose learned inputs are hidden in this share are read by vector and place alone, as a cue never seen in training must be.</summary>
    public const float OftenUntaught = .12f;

    /// <summary>A stage's weights or a finished model; null: from nothing.</summary>
    public string? StartFrom { get; init; }

    /// <summary>Only inputs and first layer are taken over.</summary>
    public bool FirstOnly { get; init; }

    /// <summary>How fast the weights that were taken over go on learning, against the new ones.</summary>
    public float FirstRate { get; init; } = 1;

    public int Epochs { get; init; } = 12;

    public ulong Seed { get; init; } = AttributionTraining.FirstSeed;

    /// <summary>Whether every annotator's version is learned from, where there are several.</summary>
    public bool Humans { get; init; } = true;

    public float Rate { get; init; } = 2.5e-3f;

    public float Untaught { get; init; }

    /// <summary>Models whose opinion is learned along with the marks; none: the marks alone.</summary>
    public IReadOnlyList<string> TaughtBy { get; init; } = [];

    /// <summary>So many words of raw news are read with the teachers' opinion.</summary>
    public long RawWords { get; init; }

    /// <summary>So many words of raw news are passed over first: an earlier lesson has read them.</summary>
    public long RawPassed { get; init; }

    /// <summary>Every so-many-th article of the training set, from <see cref="Fold"/> on, is left out, so that what the tagger says of it is said unseen; 0: none.</summary>
    public int Folds { get; init; }

    public int Fold { get; init; }

    /// <summary>What the marks count against the teachers, where both speak.</summary>
    public float MarkShare { get; init; } = .5f;
}
