using System.Globalization;

namespace Stemma.Bench;

/// <summary>How long did it take? In time of the processor, not of the wall: other programs on the machine do not count.</summary>
internal static class Clock
{
    /// <summary>What this process has spent so far.</summary>
    public static TimeSpan Spent => Environment.CpuUsage.TotalTime;

    public static TimeSpan Of(Action work)
    {
        var before = Spent;
        work();
        return Spent - before;
    }

    /// <summary>A line of figures, written alike on every machine.</summary>
    public static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
