using System.Globalization;

namespace Stemma.Views;

/// <summary>How counts, days, acts and words of articles are put into a line for a person.</summary>
public static class Say
{
    public static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");

    public static string Quoted(string words) => $"“{Sheet.Flat(words).Trim('“', '”', '"')}”";

    /// <summary>"5 May 2031"; other forms than a day or an interval of days stay EDTF, said plainly.</summary>
    public static string Day(Moment? moment) => moment switch
    {
        null => "no day known",
        { IsDay: true, Earliest: { } day } => Plain(day),
        { Edtf: var words } when words.Contains('X', StringComparison.Ordinal) || words.Contains('~', StringComparison.Ordinal) || words.Contains('?', StringComparison.Ordinal) => Loose(words),
        { Earliest: { } first, Latest: { } last } when moment.Edtf.Contains('/', StringComparison.Ordinal) => Between(first, last),
        { Earliest: { } first, Latest: null } => $"{Plain(first)} or later",
        { Earliest: null, Latest: { } last } => $"{Plain(last)} or before",
        { Earliest: { } first, Latest: { } last } when first.Day == 1 && last == first.AddMonths(1).AddDays(-1) => first.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ => moment.Edtf,
    };

    // Nobody reads "201X-07-17/..": "17 July in the 2010s or later".
    private static string Loose(string edtf) => edtf.Split('/') switch
    {
        ["" or "..", var last] => Open(Part(last), "or before"),
        [var first, "" or ".."] => Open(Part(first), "or later"),
        [var first, var last] => first == last ? Part(first) : $"{Part(first)} – {Part(last)}",
        _ => Part(edtf),
    };

    private static string Open(string day, string side) => day.Split(", ") is [var before, var rest] ? $"{before} {side}, {rest}" : $"{day} {side}";

    private static string Part(string edtf)
    {
        var plain = edtf.TrimEnd('~', '?', '%');
        var about = plain.Length == edtf.Length ? "" : edtf[plain.Length] is '?' ? "perhaps " : "about ";
        var parts = plain.Split('T')[0].Split('-');
        var (year, month, day) = (parts[0], parts.ElementAtOrDefault(1) ?? "XX", parts.ElementAtOrDefault(2) ?? "XX");
        var monthName = int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var m) && m is >= 1 and <= 12 ? CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(m) : null;
        var dayName = int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d) ? d.ToString(CultureInfo.InvariantCulture) : null;
        var within = monthName is null ? "" : dayName is null ? monthName : $"{dayName} {monthName}";
        var digits = year.TrimEnd('X');
        return (digits.Length, within) switch
        {
            (4, _) => $"{about}{within} {year}".Replace("  ", " ", StringComparison.Ordinal).Trim(),
            (3, "") => $"{about}the {digits}0s",
            (3, _) => $"{about}{within} in the {digits}0s",
            (2, "") => $"{about}the {digits}00s",
            (2, _) => $"{about}{within} in the {digits}00s",
            (0, "") => "no day known",
            (0, _) => $"{about}{within}, year not known",
            _ => edtf,
        };
    }

    public static string Between(DateOnly first, DateOnly last) =>
        first == last ? Plain(first)
        : first.Year == last.Year && first.Month == last.Month ? $"{first.Day.ToString(CultureInfo.InvariantCulture)}–{Plain(last)}"
        : first.Year == last.Year ? $"{first.ToString("d MMM", CultureInfo.InvariantCulture)} – {Plain(last)}"
        : $"{Plain(first)} – {Plain(last)}";

    public static string Act(Act act, bool negated = false) => (negated ? "not: " : "") + act switch
    {
        Stemma.Act.Say => "says",
        Stemma.Act.Assert => "asserts",
        Stemma.Act.Deny => "denies",
        Stemma.Act.Accuse => "accuses",
        Stemma.Act.Threaten => "threatens",
        Stemma.Act.Demand => "demands",
        Stemma.Act.Promise => "promises",
        Stemma.Act.Question => "asks",
        Stemma.Act.Decline => "declines",
        Stemma.Act.Decide => "decides",
        Stemma.Act.Believe => "believes",
        Stemma.Act.Propose => "proposes",
        Stemma.Act.Vote => "votes",
        Stemma.Act.Veto => "vetoes",
        Stemma.Act.Praise => "praises",
        Stemma.Act.Condemn => "condemns",
        _ => "reveals",
    };

    public static string Slot(Slot slot) => slot switch
    {
        Stemma.Slot.HowMany => "how many",
        Stemma.Slot.Agent => "how",
        _ => slot.ToString().ToLowerInvariant(),
    };

    /// <summary>How a side of a dispute stands to the other: "denies", and from where the other stands "is denied by".</summary>
    public static string Relation(DisputeRelation relation, bool first = true) => (relation, first) switch
    {
        (DisputeRelation.Denies, true) => "denies",
        (DisputeRelation.Denies, false) => "is denied by",
        (DisputeRelation.Updates, true) => "updates",
        (DisputeRelation.Updates, false) => "is updated by",
        (DisputeRelation.Contradicts, _) => "contradicts",
        _ => "goes together with",
    };

    /// <summary>An enumeration's word as the contract writes it: "syndicated-from".</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => Named<T>.Of.GetValueOrDefault(value) ?? value.ToString();

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100):F0} %");

    public static string Chance(double confidence) => confidence >= 0.995 ? "1.0" : confidence.ToString(".00", CultureInfo.InvariantCulture);

    // Asked for every statement of a case in every view of a ledger, so each word is made once.
    private static class Named<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Of = Enum.GetValues<T>().Distinct().ToDictionary(v => v, v => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));
    }

    private static string Plain(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
