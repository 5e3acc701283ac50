namespace Stemma.Views;

/// <summary>The family tree of copies, and the hands one claim went through; each step stated or inferred, with its proof.</summary>
public static class TraceView
{
    /// <summary>The trees: of one article with all its kin, or of the whole case.</summary>
    public static Sheet Of(Case all, string? article, int width)
    {
        var sheet = new Sheet(width);
        var parents = Parents(all);
        var children = parents.ToLookup(p => p.Value.Parent!, p => p.Key);
        var within = article is null ? all.Articles.Select(a => a.Article.Id).ToHashSet() : Kin(article, parents, children);
        var (rows, alone) = (new List<IReadOnlyList<Bit>>(), new List<string>());
        foreach (var root in Sorted(all, within.Where(a => !parents.ContainsKey(a))))
        {
            if (children[root].Any() || article is not null || Stated(all, root).Any())
            {
                Branch(all, root, "", "", null, children, parents, rows, []);
            }
            else
            {
                alone.Add(root);
            }
        }

        sheet.Table(rows, indent: 0, keep: 0);
        if (article is not null)
        {
            ChangesView.OnTheWay(sheet, all, within.Where(parents.ContainsKey).Select(a => parents[a]).Where(h => h.Article == article || h.Parent == article).OrderBy(h => h.Article, StringComparer.Ordinal));
        }

        if (alone.Count > 0)
        {
            sheet.Wrapped($"{(rows.Count > 0 ? "and " : "")}{Say.Count(alone.Count, "article")} that {(alone.Count == 1 ? "shares" : "share")} no words with another: {string.Join(", ", alone.Select(all.OutletOf).Distinct())}", 0, Tone.Quiet);
        }

        ChangesView.Versions(sheet, all, a => article is null || a == article);
        return sheet;
    }

    /// <summary>One claim, hand by hand.</summary>
    public static Sheet OfClaim(Case all, CaseStatement statement, int width)
    {
        var sheet = new Sheet(width);
        sheet.Line(new Bit(StatementsView.SpeakerOf(all, statement), Tone.Strong), $" {Say.Act(statement.Statement.Act, statement.Statement.Negated)}");
        sheet.Wrapped(statement.Statement.Content.Of(all.Article(statement.Article).Article.Text), 2, Tone.Words);
        sheet.Blank();
        var hops = all.Reading.ClaimHops.Where(h => h.Statement == statement.Statement.Id).OrderBy(h => h.Order).ToList();
        var rows = new List<IReadOnlyList<Bit>> { new List<Bit> { new(all.OutletOf(statement.Article), Tone.Strong), new("tells it here"), new(Say.Day(all.Article(statement.Article).Published?.Moment), Tone.Quiet) } };
        rows.AddRange(hops.Select(h => (IReadOnlyList<Bit>)
        [
            new Bit($"← {h.To}", Tone.Strong),
            HandOf(h.Relation),
            new Bit(string.Join(" · ", h.Evidence.Select(e => Say.Quoted(all.Words(e)))), Tone.Words),
        ]));
        sheet.Table(rows, keep: 2, whole: 1);
        if (hops.Count == 0)
        {
            sheet.Line(new Bit("  the words name no hand between the speaker and this outlet", Tone.Quiet));
        }

        var (speakers, articles, origins) = Origins(all, statement);
        sheet.Blank();
        sheet.Line(new Bit($"told by {Say.Count(speakers, "speaker")} in {Say.Count(articles, "article")}, which {(articles == 1 ? "goes" : "go")} back to {Say.Count(origins, "independent origin")}", Tone.Quiet));
        return sheet;
    }

    // What the hand nearer to the source did, as a reader would say it.
    private static string HandOf(string relation) => relation switch
    {
        "taken from" => "it was taken from",
        "credits" => "is credited",
        "by way of" => "it came by way of",
        "told" or "quotes" => "said it",
        "cites a document" => "is the document",
        "was told by" => "told it",
        "witnessed" => "saw it",
        "rests on" => "it rests on this",
        _ => relation.Replace('-', ' '),
    };

    /// <summary>How many speakers and articles tell this claim, and to how many pieces of reporting those articles go back: reprints count once.</summary>
    public static (int Speakers, int Articles, int Origins) Origins(Case all, CaseStatement statement)
    {
        var same = all.Reading.Accounts.Where(a => a.Statements.Contains(statement.Statement.Id)).OrderByDescending(a => a.Statements.Count).ThenBy(a => a.Id, StringComparer.Ordinal).FirstOrDefault();
        var told = same?.Statements.Select(all.Statement).OfType<CaseStatement>().ToList() ?? [statement];
        var articles = told.Select(s => s.Article).Distinct(StringComparer.Ordinal).ToList();
        var of = all.Reading.Origins.SelectMany(o => o.Articles.Select(a => (Article: a, o.Id))).ToLookup(o => o.Article, o => o.Id, StringComparer.Ordinal);
        return (
            told.Select(s => StatementsView.SpeakerOf(all, s)).Distinct(StringComparer.Ordinal).Count(),
            articles.Count,
            articles.SelectMany(a => of[a].DefaultIfEmpty(a)).Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>Articles that took from none here, with how many took from them in the end and how many of those lost a hedge; the most copied first.</summary>
    public static IReadOnlyList<(string Root, int Carry, int Lost)> Roots(Case all)
    {
        var parents = Parents(all);
        string RootOf(string article)
        {
            var seen = new HashSet<string>();
            while (parents.TryGetValue(article, out var hop) && seen.Add(article))
            {
                article = hop.Parent!;
            }

            return article;
        }

        var carriers = parents.ToLookup(p => RootOf(p.Key), p => p.Value);
        return [.. all.Articles.Select(a => a.Article.Id)
            .Where(a => !parents.ContainsKey(a))
            .Select(a => (Root: a, Carry: carriers[a].Count(), Lost: carriers[a].Count(h => Changes(all, h).Any(c => c.StartsWith("hedge dropped", StringComparison.Ordinal)))))
            .OrderByDescending(r => r.Carry)
            .ThenBy(r => r.Root, StringComparer.Ordinal)];
    }

    /// <summary>What changed in the words on this step.</summary>
    public static IEnumerable<string> Changes(Case all, Hop hop) => hop.Parent is { } parent ? all.Between(hop.Article, parent).SelectMany(p => p.Losses).Distinct() : [];

    /// <summary>Hops that name an outlet of which no article is in the case.</summary>
    private static IEnumerable<Hop> Stated(Case all, string article) => all.Reading.Hops.Where(h => h.Article == article && h.Parent is null);

    private static Dictionary<string, Hop> Parents(Case all)
    {
        var parents = new Dictionary<string, Hop>();
        foreach (var hop in all.Reading.Hops.Where(h => h.Parent is { } parent && all.Has(parent) && all.Has(h.Article) && parent != h.Article)
            .OrderBy(h => h.Kind).ThenByDescending(h => h.Overlap ?? 0).ThenBy(h => h.Parent, StringComparer.Ordinal))
        {
            parents.TryAdd(hop.Article, hop);
        }

        return parents;
    }

    private static HashSet<string> Kin(string article, Dictionary<string, Hop> parents, ILookup<string, string> children)
    {
        var (kin, root) = (new HashSet<string>(), article);
        while (parents.TryGetValue(root, out var up) && kin.Add(root))
        {
            root = up.Parent!;
        }

        kin.Clear();
        var open = new Stack<string>([root]);
        while (open.TryPop(out var next))
        {
            if (kin.Add(next))
            {
                foreach (var child in children[next])
                {
                    open.Push(child);
                }
            }
        }

        return kin;
    }

    private static void Branch(Case all, string article, string stem, string below, Hop? hop, ILookup<string, string> children, Dictionary<string, Hop> parents, List<IReadOnlyList<Bit>> rows, HashSet<string> seen)
    {
        if (!seen.Add(article))
        {
            return;
        }

        rows.Add(
        [
            new Bit($"{stem}{all.OutletOf(article)}  {Say.Day(all.Article(article).Published?.Moment)}", Tone.Strong),
            new Bit(hop is null ? string.Join(" · ", Stated(all, article).Select(h => $"from {h.To}, {Proof(all, h)}")) : Proof(all, hop), Tone.Quiet),
            hop?.Overlap is { } overlap ? $"{Say.Percent(overlap)} of its words" : "",
            new Bit(hop is null ? "" : string.Join(" · ", Changes(all, hop)), Tone.Alert),
            new Bit(article, Tone.Quiet),
        ]);
        var kids = Sorted(all, children[article]).ToList();
        for (var i = 0; i < kids.Count; i++)
        {
            var last = i == kids.Count - 1;
            Branch(all, kids[i], below + (last ? "└── " : "├── "), below + (last ? "    " : "│   "), parents[kids[i]], children, parents, rows, seen);
        }
    }

    private static string Proof(Case all, Hop hop)
    {
        var words = hop.Evidence.Where(e => !e.Span.IsEmpty && e.Article == hop.Article).Select(all.Words).FirstOrDefault();
        return hop.Kind == HopKind.Inferred ? "inferred" : words is { Length: > 0 } ? $"stated {Say.Quoted(Sheet.Cut(Sheet.Flat(words), 48))}" : "stated";
    }

    private static IEnumerable<string> Sorted(Case all, IEnumerable<string> articles) => articles
        .OrderBy(a => all.Article(a).Published?.Moment.Earliest ?? DateOnly.MaxValue)
        .ThenBy(all.OutletOf, StringComparer.Ordinal)
        .ThenBy(a => a, StringComparer.Ordinal);
}
