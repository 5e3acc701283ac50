namespace Stemma.Views;

/// <summary>What a happening is called in a heading: "attack at Lom, 4 May 2031".</summary>
public static class EventName
{
    public static string Of(Case all, string id) => all.Event(id) is { } found ? Of(found) : id;

    public static string Of(CaseEvent happening)
    {
        var where = happening.Places.Count > 0 ? $" at {happening.Places[0]}" : "";
        var day = happening.Date is { } date ? $", {Say.Day(date)}" : "";
        return $"{happening.Kind}{where}{day}";
    }
}
