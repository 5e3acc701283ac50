using System.Globalization;
using System.Text;
using Stemma.Corpus;
using Stemma.Ledger;
using Stemma.Sqlite;

namespace Stemma.Bench;

/// <summary>A large case for the pages, made here and finished: an invented winter in which everybody speaks of cranes.</summary>
internal static class MadeCase
{
    private const int StatementsEach = 20, Family = 4, Tellers = 10;

    // Articles kept in one transaction; how long that takes is `bench add`'s question, not ours.
    private const int AtOnce = 500;

    private static readonly string[] Cues = ["said", "denied", "announced", "insisted", "confirmed", "suggested"];

    private static readonly Act[] Acts = [Act.Say, Act.Deny, Act.Say, Act.Assert, Act.Assert, Act.Believe];

    /// <summary>The same articles in a case file, so that words can be asked of its index.</summary>
    public static void Keep(Case all, string path)
    {
        using var ledger = SqliteLedger.Open(path, Access.Make);
        foreach (var some in all.Articles.Chunk(AtOnce))
        {
            ledger.Alone(() =>
            {
                foreach (var findings in some)
                {
                    var bytes = Encoding.UTF8.GetBytes(findings.Article.Text);
                    var page = new RawPage { File = findings.Article.File, Given = findings.Article.Id, Original = bytes, Sha256 = findings.Article.Id.PadRight(64, '0'), Form = PageForm.Text, Content = findings.Article.Text };
                    var machine = findings with { Statements = [.. findings.Statements.Select((s, k) => s with { Id = $"s{k}", Actor = null, About = [] })] };
                    ledger.Keep(new Parcel(page, "2031-05-09T12:00:00Z", machine, null, new ArticleKeys(findings.Article.Id, 0, [], []), []));
                }

                return 0;
            });
        }
    }

    /// <summary>Families of four articles that copy each other, ten articles to a happening.</summary>
    public static Case Of(int count)
    {
        var (articles, statements) = (new List<ArticleFindings>(count), new List<CaseStatement>(count * StatementsEach));
        var (hops, passages, aliases) = (new List<Hop>(), new List<Passage>(), new SortedDictionary<int, List<Alias>>());
        var actors = Math.Max(20, count / 5);
        for (var n = 0; n < count; n++)
        {
            var (id, text, mine) = ($"n{n}", new StringBuilder(), new List<Statement>());
            var day = Moment.Day(new DateOnly(2030, 11, 1).AddDays(n / 50 % 180));
            for (var k = 0; k < StatementsEach; k++)
            {
                var (who, cue) = (((n / Family * 7) + (k * 13)) % actors, k % Cues.Length);
                var source = Put(text, $"Speaker {who}");
                text.Append(' ');
                var said = Put(text, Cues[cue]);
                text.Append(" that ");
                var content = Put(text, $"crane {(n + k) % 500} at the north quay of Lom had been moved before noon on the day of the fire, and nobody at the port was told");
                text.Append(".\n\n");
                if (!aliases.TryGetValue(who, out var names))
                {
                    aliases[who] = names = [];
                }

                names.Add(new Alias($"Speaker {who}", id, source));
                mine.Add(new Statement { Id = $"S{n}-{k}", Form = Form.Indirect, Act = Acts[cue], Source = source, Cue = said, Content = content, Actor = $"A{who}", Confidence = 0.8, Rule = "made", Said = k % 4 == 0 ? new SaidOn(day, source) : null, About = [$"E{n / Tellers}"] });
            }

            var article = new Article { Id = id, File = id + ".txt", Sha256 = "", Outlet = $"Outlet {n % 40}", Title = $"Story {n} of the north bank", Text = text.ToString() };
            articles.Add(new ArticleFindings { Reader = "made", Article = article, Published = new Publication(day, PublicationSource.Metadata, Spans.None, "made"), Statements = mine });
            statements.AddRange(mine.Select((s, k) => new CaseStatement(s, id, $"s{k}", StatementState.Machine)));
            if (n % Family is not 0 and var child)
            {
                var parent = $"n{n - child}";
                hops.Add(new Hop(id, article.Outlet, $"Outlet {(n - child) % 40}", parent, HopKind.Inferred, ChainRelation.Credits, [], 0.7));
                passages.Add(new Passage(new ArticleSpan(parent, mine[0].Content), new ArticleSpan(id, mine[0].Content), 0.9, ["hedge dropped: reportedly"]));
            }
        }

        articles.Sort((a, b) => string.CompareOrdinal(a.Article.Id, b.Article.Id));
        var happenings = Enumerable.Range(0, Math.Max(61, count / Tellers)).Select(e => Happening(e, count)).ToList();
        var accounts = happenings.SelectMany(e => Enumerable.Range(0, 9).Select(k => Telling(e, k))).ToList();
        var disputes = happenings.Where(e => e.Articles.Count > 1).SelectMany(e => Enumerable.Range(0, 5).Select(k => new Dispute($"D{e.Id}-{k}", DisputeRelation.Denies, [Of(e, 0, k), Of(e, 1, k + 1)], Slot.What, "made", [], 0.9))).ToList();
        return new Case("made", articles, new CaseReading
        {
            Statements = statements,
            Hops = hops,
            Passages = passages,
            Origins = [.. Enumerable.Range(0, (count + Family - 1) / Family).Select(o => new Origin($"O{o}", [.. Enumerable.Range(o * Family, Math.Min(Family, count - (o * Family))).Select(n => $"n{n}")], $"n{o * Family}", "made"))],
            Actors = [.. aliases.Select(a => new CaseActor($"A{a.Key}", $"Speaker {a.Key}", ActorKind.Person, null, a.Value))],
            Events = happenings,
            Accounts = accounts,
            Disputes = disputes,
        }, [], [], [], []);
    }

    private static CaseEvent Happening(int e, int count)
    {
        var tellers = Enumerable.Range(e * Tellers, Tellers).Where(n => n < count).Select(n => $"n{n}").ToList();
        return new CaseEvent($"E{e}", "fire", Moment.Day(new DateOnly(2030, 11, 1).AddDays(e % 180)), ["Lom"], tellers, [.. tellers.Select(t => new CaseMention(t, Spans.Of(0, 8), EventStatus.Happened))], null, "made");
    }

    private static Account Telling(CaseEvent e, int k)
    {
        var by = e.Articles.Where((_, n) => n % 3 == k % 3).ToList();
        return new Account($"{e.Id}-{k}", e.Id, (Slot)(k / 3), $"told in way {k}", [.. by.Select(a => $"S{a[1..]}-{k}")], [.. by.Select(a => a)], [.. by.Select(a => $"Outlet {int.Parse(a.AsSpan(1), CultureInfo.InvariantCulture) % 40}").Distinct()], 2, [.. e.Articles.Except(by)], e.Date);
    }

    private static string Of(CaseEvent e, int article, int k) => $"S{e.Articles[article][1..]}-{k}";

    private static Spans Put(StringBuilder text, string words)
    {
        text.Append(words);
        return Spans.Of(text.Length - words.Length, text.Length);
    }
}
