using System.Text.Json;

namespace Stemma.Quality.Attribution;

/// <summary>The published comparison: spans laid over CofeNet's paragraphs, exact span F1 a role, nothing linked.</summary>
internal sealed class CofenetRow
{
    public static readonly string[] Roles = ["source", "cue", "content"];

    private readonly int[] _hits = new int[3];
    private readonly int[] _found = new int[3];
    private readonly int[] _gold = new int[3];

    public double F1(int role) => _found[role] + _gold[role] == 0 ? 0 : 200.0 * _hits[role] / (_found[role] + _gold[role]);

    /// <param name="spans">For one article: spans of source, cue and content, in code points.</param>
    public void Add(JsonElement instance, IReadOnlyList<IReadOnlyList<TextSpan>> spans)
    {
        var offsets = instance.GetProperty("offsets").EnumerateArray().Select(o => new TextSpan(o[0].GetInt32(), o[1].GetInt32())).ToArray();
        var gold = Read([.. instance.GetProperty("labels").EnumerateArray().Select(l => l.GetString()!)]);
        var found = Read(Project(offsets, spans));
        for (var role = 0; role < 3; role++)
        {
            var mine = found.Where(s => s.Role == Roles[role]).ToHashSet();
            var theirs = gold.Where(s => s.Role == Roles[role]).ToHashSet();
            _found[role] += mine.Count;
            _gold[role] += theirs.Count;
            _hits[role] += mine.Count(theirs.Contains);
        }
    }

    /// <summary>A token has one tag: cue first, then source, then content; earlier spans first.</summary>
    private static string[] Project(TextSpan[] offsets, IReadOnlyList<IReadOnlyList<TextSpan>> spans)
    {
        var tags = new string[offsets.Length];
        Array.Fill(tags, "O");
        if (offsets.Length == 0)
        {
            return tags;
        }

        var order = Enumerable.Range(0, offsets.Length).OrderBy(i => offsets[i].Begin).ToArray();
        int first = offsets[order[0]].Begin, last = offsets.Max(o => o.End);
        foreach (var role in new[] { 1, 0, 2 })
        {
            foreach (var span in spans[role].Where(s => s.Begin < last && s.End > first).Distinct().Order())
            {
                var running = false;
                foreach (var i in order)
                {
                    if (offsets[i].Overlaps(span) && tags[i] == "O")
                    {
                        tags[i] = (running ? "I-" : "B-") + Roles[role];
                        running = true;
                    }
                    else
                    {
                        running = false;
                    }
                }
            }
        }

        return tags;
    }

    private static List<(string Role, int Begin, int End)> Read(string[] labels)
    {
        var spans = new List<(string, int, int)>();
        var (role, begin) = ((string?)null, 0);
        for (var i = 0; i <= labels.Length; i++)
        {
            var (tag, kind) = i < labels.Length && labels[i] != "O" ? (labels[i][0], labels[i][2..]) : ('O', "");
            if (role is not null && (tag != 'I' || kind != role))
            {
                spans.Add((role, begin, i));
                role = null;
            }

            if (tag != 'O' && role is null)
            {
                (role, begin) = (kind, i);
            }
        }

        return spans;
    }
}
