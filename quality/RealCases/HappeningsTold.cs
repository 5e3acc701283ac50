namespace Stemma.Quality.RealCases;

/// <summary>What a case's reading makes of the places where happenings are told: which of its happenings each place tells, and which passages are shown as telling how one came about.</summary>
internal sealed class HappeningsTold
{
    private readonly RealCase _case;
    private readonly Dictionary<string, int> _number;
    private readonly ILookup<int, (PassageAt At, string Event)> _mentions;

    public HappeningsTold(RealCase one)
    {
        _case = one;
        _number = one.Articles.Select((a, i) => (a.Article.Id, i + 1)).ToDictionary(p => p.Id, p => p.Item2, StringComparer.Ordinal);
        _mentions = one.Reading.Events
            .SelectMany(e => e.Mentions.Select(m => (At: new PassageAt(_number[m.Article], m.Span.Hull), Event: e.Id)))
            .ToLookup(m => m.At.Article);
    }

    /// <summary>Every place of every happening, in the order of the articles and their texts.</summary>
    public IEnumerable<(PassageAt At, string Event)> Mentions =>
        _mentions.SelectMany(m => m).OrderBy(m => m.At.Article).ThenBy(m => m.At.Span.Begin).ThenBy(m => m.At.Span.End).ThenBy(m => m.Event, StringComparer.Ordinal);

    /// <summary>The happenings that a place tells: those with this very span, else the one that shares most of it; none where nothing is read there any more.</summary>
    public IReadOnlySet<string> Of(PassageAt at)
    {
        var here = _mentions[at.Article].Where(m => m.At.Is(at)).ToList();
        var same = here.Where(m => m.At.Span == at.Span).ToList();
        var best = same.Count > 0 ? same : [.. here.OrderByDescending(m => m.At.Shares(at)).ThenBy(m => m.At.Span.Begin).ThenBy(m => m.At.Span.End).Take(1)];
        return best.Select(m => m.Event).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The rows of how happenings came about: the happening, and the clause that tells it.</summary>
    public IEnumerable<(string Event, PassageAt At)> Rows
    {
        get
        {
            var statements = _case.Reading.Statements.ToDictionary(s => s.Statement.Id, StringComparer.Ordinal);
            foreach (var account in _case.Reading.Accounts.Where(a => a.Slot == Slot.Agent))
            {
                var clause = account.Value.Split(" … ")[0];
                var found = account.Statements.Select(id => statements[id]).Select(s => (Article: _number[s.Article], At: ClauseAt(s, clause))).FirstOrDefault(s => !s.At.IsEmpty);
                if (found.Article > 0)
                {
                    yield return (account.Event, new PassageAt(found.Article, found.At));
                }
            }
        }
    }

    // The row's words are those of one of its statements; line ends in them were made blanks.
    private TextSpan ClauseAt(CaseStatement s, string clause)
    {
        var text = _case.Articles[_number[s.Article] - 1].Article.Text;
        foreach (var piece in s.Statement.Content)
        {
            if (text[piece.Begin..piece.End].Replace('\n', ' ').IndexOf(clause, StringComparison.Ordinal) is >= 0 and var at)
            {
                return new(piece.Begin + at, piece.Begin + at + clause.Length);
            }
        }

        return default;
    }

    public CaseEvent Event(string id) => _case.Reading.Events.First(e => e.Id == id);

    public string Words(PassageAt at, int around = 0)
    {
        var text = _case.Articles[at.Article - 1].Article.Text;
        return $"{text[Math.Max(0, at.Span.Begin - around)..at.Span.Begin]}[[{at.Span.Of(text)}]]{text[at.Span.End..Math.Min(text.Length, at.Span.End + around)]}".ReplaceLineEndings(" ");
    }
}
