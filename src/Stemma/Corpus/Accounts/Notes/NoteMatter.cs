using System.Globalization;
using Stemma.Words;

namespace Stemma.Corpus.Accounts.Notes;

/// <summary>Do two notes tell of one matter at all, or are they strangers that share words?</summary>
/// <remarks>
/// The likeness that stories are made from asks for more words than two notes have: of the disputes of our own pairs every sixteenth lies below the least that
/// counts there. Here near words count too. Learned by `training matters` on pairs of our own writing against notes of other pairs; how much is enough depends
/// on how many articles there are.
/// </remarks>
public static class NoteMatter
{
    /// <summary>"+" speaks for one matter, "-" against.</summary>
    internal static readonly string[] Marked =
        ["+story-root", "+nearness-root", "+covered-most", "+covered-least", "+words-shared", "+names-shared", "+weight-shared", "+weight-near", "+company", "+countries-meet", "-countries-apart"];

    public static readonly IReadOnlyList<string> Names = [.. Marked.Select(m => m[1..])];

    // Beyond so many a shared word or name says no more.
    private const int MostWords = 6;
    private const int MostNames = 3;

    // Weights are rarities of about 2 to 10.
    private const double Telling = 2;
    private const double WeightUnit = 10;

    // What Kin calls broader or derived, and what keeps nearly the same company.
    private const double NearWord = 0.5;

    private static readonly Lazy<double[]> Learned = new(() =>
    {
        var of = Resource.Rows("Corpus/Accounts/Notes/Data/note-matter.tsv").ToDictionary(r => r[0], r => double.Parse(r[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return [.. Names.Append("begin").Select(n => of[n])];
    });

    /// <summary>Two short texts, as disputes between them are read closely.</summary>
    internal static bool IsAsked(ClaimedArticle first, ClaimedArticle last) => Note.Is(first) && Note.Is(last);

    /// <summary>Log-odds that two notes tell of one matter, as they stand among the pairs that were learned from; the same in both orders, three digits.</summary>
    internal static double Between(ClaimedArticle first, ClaimedArticle last, double story, double nearness) =>
        Math.Round(Sum(Learned.Value, Signs(NoteReader.Of(first), NoteReader.Of(last), story, nearness)), 3);

    /// <summary>The signs of two articles, in the order of <see cref="Names"/>; null where either is longer than a note. For training.</summary>
    /// <param name="story">How likely they tell one story.</param>
    /// <param name="nearness">The cosine of all their words.</param>
    public static double[]? SignsOf(ArticleFindings first, ArticleFindings last, double story, double nearness) =>
        (ClaimReader.Read(first), ClaimReader.Read(last)) is var (one, other) && IsAsked(one, other) ? Signs(NoteReader.Of(one), NoteReader.Of(other), story, nearness) : null;

    /// <summary>The sum of signs by these weights, the last of which is where it begins.</summary>
    public static double Sum(IReadOnlyList<double> weights, IReadOnlyList<double> signs) => weights[^1] + signs.Zip(weights, (s, w) => s * w).Sum();

    private static double[] Signs(Note one, Note other, double story, double nearness)
    {
        var words = new Alignment();
        var (ab, ba) = words.Both(one.Words, other.Words);
        var (here, there) = (TellingOf(one), TellingOf(other));
        var shared = here.Where(w => there.Exists(v => v.Base == w.Base)).ToList();
        var near = (Near(here, other) + Near(there, one)) / 2;
        var (countries, others) = (CountriesOf(one), CountriesOf(other));
        return
        [
            Math.Sqrt(story),
            Math.Sqrt(nearness),
            Math.Max(ab, ba),
            Math.Min(ab, ba),
            Math.Min(MostWords, shared.Count),
            Math.Min(MostNames, shared.Count(w => w.Capital && !w.First)),
            shared.Sum(w => w.Weight) / WeightUnit,
            Math.Sqrt(near / WeightUnit),
            Cosine(one.Company, other.Company),
            countries.Overlaps(others) ? 1 : 0,
            countries.Count > 0 && others.Count > 0 && !countries.Overlaps(others) ? 1 : 0,
        ];

        double Near(List<ClaimTerm> of, Note by) => of.Sum(w => words.Best(w, by.Words) is >= NearWord and var best ? best * w.Weight : 0);
    }

    private static List<ClaimTerm> TellingOf(Note note) => [.. note.Words.Where(w => w.Tells && w.Weight > Telling).DistinctBy(w => w.Base)];

    private static HashSet<string> CountriesOf(Note note) => [.. note.Words.Select(w => w.Country).OfType<string>()];

    private static double Cosine(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        var (dot, a, b) = (0.0, 0.0, 0.0);
        for (var i = 0; i < one.Count; i++)
        {
            (dot, a, b) = (dot + (one[i] * other[i]), a + (one[i] * one[i]), b + (other[i] * other[i]));
        }

        return a * b == 0 ? 0 : dot / Math.Sqrt(a * b);
    }
}
