using Stemma.Web.Pages;

namespace Stemma.Web;

/// <summary>What did a newer reader find otherwise in an article than the one before?</summary>
/// <param name="Before">The version of the older reader.</param>
public sealed record ReadingDiff(string Before, string Now, IReadOnlyList<ReadingDiff.Change> Changes, int Same)
{
    /// <param name="Old">As found before; null where it is new.</param>
    /// <param name="New">As found now; null where it is found no more.</param>
    /// <param name="What">Which of its parts differ: "speaker", "act", …</param>
    public sealed record Change(Row? Old, Row? New, IReadOnlyList<string> What);

    /// <summary>A statement in plain words.</summary>
    public sealed record Row(string Speaker, string Act, string Words, string Hedges, string Evidence, string Source, string Cue);

    public static ReadingDiff Of(ArticleFindings before, ArticleFindings now)
    {
        // Two readings speak of one statement where their contents overlap most; the text is the same in both.
        var (changes, same) = (new List<(int At, Change Change)>(), 0);
        var left = before.Statements.ToList();
        foreach (var statement in now.Statements)
        {
            var old = left.Where(o => o.Voice == statement.Voice).Select(o => (Old: o, Shared: Shared(o, statement))).Where(p => p.Shared > 0)
                .OrderByDescending(p => p.Shared).ThenBy(p => p.Old.Id, StringComparer.Ordinal).Select(p => p.Old).FirstOrDefault();
            if (old is null)
            {
                changes.Add((First(statement), new Change(null, RowOf(now, statement), [])));
                continue;
            }

            left.Remove(old);
            var (was, become) = (RowOf(before, old), RowOf(now, statement));
            var what = new (string Name, bool Differs)[]
            {
                ("speaker", was.Speaker != become.Speaker), ("act", was.Act != become.Act), ("source", was.Source != become.Source), ("cue", was.Cue != become.Cue),
                ("content", was.Words != become.Words), ("hedges", was.Hedges != become.Hedges), ("evidence", was.Evidence != become.Evidence),
            }.Where(w => w.Differs).Select(w => w.Name).ToList();
            if (what.Count == 0)
            {
                same++;
            }
            else
            {
                changes.Add((First(statement), new Change(was, become, what)));
            }
        }

        changes.AddRange(left.Select(o => (First(o), new Change(RowOf(before, o), null, []))));
        return new ReadingDiff(before.Reader, now.Reader, [.. changes.OrderBy(c => c.At).Select(c => c.Change)], same);
    }

    private static int Shared(Statement one, Statement other) =>
        Words(one).Sum(a => Words(other).Sum(b => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Begin, b.Begin))));

    private static Spans Words(Statement s) => s.Content.IsEmpty ? s.Cue : s.Content;

    private static int First(Statement s) => s.Source.Concat(s.Cue).Concat(s.Content).Select(x => x.Begin).DefaultIfEmpty(0).Min();

    private static Row RowOf(ArticleFindings of, Statement s)
    {
        var text = of.Article.Text;
        return new Row(
            s.Voice == Voice.Outlet ? of.Article.Outlet ?? "the outlet" : of.Actors.FirstOrDefault(a => a.Id == s.Actor)?.Name ?? (s.Source.IsEmpty ? "no speaker named" : s.Source.Of(text)),
            Say.Act(s.Act),
            Words(s).Of(text),
            string.Join(", ", s.Hedges.Select(h => h.Words)),
            Say.Kebab(s.Evidence.Basis),
            s.Source.Of(text),
            s.Cue.Of(text));
    }
}
