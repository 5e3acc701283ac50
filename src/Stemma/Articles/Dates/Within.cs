namespace Stemma.Articles.Dates;

/// <summary>Which days do "early", "mid" and "late" leave of a year or a month? A third each, as a reader would take it.</summary>
internal static class Within
{
    /// <summary>The days a stretch of the calendar can mean; null where it is none that can be told.</summary>
    public static Moment? Of(When when, string? mod)
    {
        if (mod is "START" or "MID" or "END" && when is { Year: > 1, Clock: "" } && when.First is { } first && when.Last is { } last)
        {
            if (when.Grain == Grain.Year)
            {
                var month = mod switch { "START" => 1, "MID" => 5, _ => 9 };
                return Edtf.Parse($"{first.Year:0000}-{month:00}/{first.Year:0000}-{month + 3:00}");
            }

            if (when is { Grain: Grain.Month, Part: > 0 })
            {
                return mod switch
                {
                    "START" => Moment.Between(first, first.AddDays(9)),
                    "MID" => Moment.Between(first.AddDays(10), first.AddDays(19)),
                    _ => Moment.Between(first.AddDays(20), last),
                };
            }
        }

        return when.Edtf is { } edtf ? new Moment(edtf, when.First, when.Last) : null;
    }

    /// <summary>A day that may as well be the one before or after.</summary>
    public static Moment? About(When when) => when is { Edtf: { } edtf, First: { } first, Last: { } last } ? new Moment(edtf + "~", first.AddDays(-1), last.AddDays(1)) : null;
}
