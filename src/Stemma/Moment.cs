using System.Globalization;

namespace Stemma;

/// <summary>A day, a span of days, or unknown: when something was, as far as the words tell.</summary>
/// <remarks>
/// Written as EDTF (Library of Congress Extended Date/Time Format): "2017-04-04", "2017-04", "2016~", "2017-04-12/2017-04-18", "201X".
/// <see cref="Earliest"/> and <see cref="Latest"/> are the days it can lie between, both included; null where that side is open or cannot be told as a day.
/// Equality: the same EDTF words.
/// </remarks>
public sealed record Moment(string Edtf, DateOnly? Earliest, DateOnly? Latest)
{
    public static readonly Moment Unknown = new("XXXX-XX-XX", null, null);

    public static Moment Day(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day, day);

    /// <summary>From the first day to the last; one day where both are the same.</summary>
    public static Moment Between(DateOnly first, DateOnly last) => first == last
        ? Day(first)
        : new($"{first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}/{last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", first, last);

    /// <summary>True where it is one day.</summary>
    public bool IsDay => Earliest is not null && Earliest == Latest;

    public bool Equals(Moment? other) => other is not null && Edtf == other.Edtf;

    public override int GetHashCode() => Edtf.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Edtf;
}
