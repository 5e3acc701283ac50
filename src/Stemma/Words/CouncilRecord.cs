using System.Globalization;

namespace Stemma.Words;

/// <summary>Does the Security Council's record list a veto of this day, and who sat in it? A reference, never a verdict.</summary>
public static class CouncilRecord
{
    private static readonly Lazy<IReadOnlyList<CouncilVeto>> All = new(() =>
    [
        .. Resource.Rows("Words/Data/council-vetoes.tsv").Select(r => new CouncilVeto(
            DateOnly.ParseExact(r[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), r[1].Split('|'), r[2], r[3], r[4], r[5])),
    ]);

    private static readonly Lazy<IReadOnlyList<CouncilSeat>> Seats = new(() =>
    [
        .. Resource.Rows("Words/Data/council-members.tsv").Select(r => new CouncilSeat(
            r[0], int.Parse(r[1], CultureInfo.InvariantCulture), int.Parse(r[2], CultureInfo.InvariantCulture), r[3] == "permanent")),
    ]);

    /// <summary>The vetoed drafts from 1946 to September 2022, by day.</summary>
    public static IReadOnlyList<CouncilVeto> Vetoes => All.Value;

    /// <summary>The terms on the Council from 1992 to 2023.</summary>
    public static IReadOnlyList<CouncilSeat> Members => Seats.Value;

    public static IEnumerable<CouncilVeto> On(DateOnly day) => Vetoes.Where(v => v.Day == day);

    /// <summary>True where this country sat in the Council in that year; null for years the record does not cover.</summary>
    public static bool? IsMember(string iso3, int year) =>
        year is < 1992 or > 2023 ? null : Members.Any(m => m.Country == iso3 && m.From <= year && year <= m.To);
}

/// <summary>A draft that was vetoed.</summary>
/// <param name="By">ISO 3166-1 alpha-3 of those who vetoed; the Soviet Union under RUS.</param>
public sealed record CouncilVeto(DateOnly Day, IReadOnlyList<string> By, string Draft, string Meeting, string Topic, string Item);

/// <summary>A term on the Council, in whole years.</summary>
public sealed record CouncilSeat(string Country, int From, int To, bool Permanent);
