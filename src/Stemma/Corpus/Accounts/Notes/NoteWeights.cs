using System.Globalization;
using Stemma.Words;

namespace Stemma.Corpus.Accounts.Notes;

/// <summary>How likely cannot two clauses of two notes both hold, on which point, and does the one reject the other or only tell it otherwise?</summary>
/// <remarks>Logistic sums over <see cref="NoteSigns"/>, learned by `training notes` on our own pairs; the weights can be read in Data/note-weights.tsv, a line a sign, a column a question.</remarks>
internal static class NoteWeights
{
    public static readonly Slot[] Slots = [Slot.Who, Slot.What, Slot.Agent, Slot.HowMany, Slot.When, Slot.Where, Slot.Why, Slot.Vote];

    /// <summary>The questions in the order of the columns: dispute, denies, then a slot each.</summary>
    public static readonly string[] Questions = ["dispute", "denies", .. Slots.Select(s => s.ToString().ToLowerInvariant())];

    private static readonly Lazy<double[][]> Learned = new(() => Read(Resource.Rows("Corpus/Accounts/Notes/Data/note-weights.tsv")));

    public static double Dispute(double[] signs) => 1 / (1 + Math.Exp(-Sum(0, signs)));

    public static bool Denies(double[] signs) => Sum(1, signs) >= 0;

    public static Slot SlotOf(double[] signs) => SlotOf(signs, Denies(signs), s => Sum(s + 2, signs));

    /// <summary>A denial rejects a whole happening more often than a part of it: there only what the rules read for sure names the part. Else what is learned.</summary>
    /// <param name="learned">What is learned of the slot at this place of <see cref="Slots"/>.</param>
    public static Slot SlotOf(double[] signs, bool denies, Func<int, double> learned)
    {
        if (signs[denies ? VoteBoth : VoteClash] > 0)
        {
            return Slot.Vote;
        }

        return !denies ? Slots.Index().MaxBy(s => learned(s.Index)).Item
            : signs[HourClash] + signs[DayClash] > 0 ? Slot.When
            : signs[FigureUnits] >= SameUnit && signs[FigureSame] == 0 ? Slot.HowMany
            : signs[ReadDenial] + signs[ReadNot] > 0 ? Slots.Index().MaxBy(s => signs[FirstSlot + s.Index]).Item
            : Slot.What;
    }

    private const double SameUnit = 0.6;
    private static readonly int VoteBoth = Array.IndexOf(NoteSigns.Names, "vote-both");
    private static readonly int VoteClash = Array.IndexOf(NoteSigns.Names, "vote-clash");
    private static readonly int HourClash = Array.IndexOf(NoteSigns.Names, "hour-clash");
    private static readonly int DayClash = Array.IndexOf(NoteSigns.Names, "day-clash");
    private static readonly int FigureUnits = Array.IndexOf(NoteSigns.Names, "figure-units");
    private static readonly int FigureSame = Array.IndexOf(NoteSigns.Names, "figure-same");
    private static readonly int ReadDenial = Array.IndexOf(NoteSigns.Names, "read-denial");
    private static readonly int ReadNot = Array.IndexOf(NoteSigns.Names, "read-not");
    private static readonly int FirstSlot = Array.IndexOf(NoteSigns.Names, "slot-who");

    private static double Sum(int question, double[] signs)
    {
        var weights = Learned.Value[question];
        var sum = weights[^1];
        for (var i = 0; i < signs.Length; i++)
        {
            sum += signs[i] * weights[i];
        }

        return sum;
    }

    // A column a question; the last number of each is where its sum begins.
    private static double[][] Read(IEnumerable<string[]> rows)
    {
        var of = rows.ToDictionary(r => r[0], r => r[1..].Select(c => double.Parse(c, CultureInfo.InvariantCulture)).ToArray(), StringComparer.Ordinal);
        return [.. Questions.Index().Select(q => NoteSigns.Names.Append("begin").Select(n => of[n][q.Index]).ToArray())];
    }
}
