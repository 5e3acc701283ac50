using System.Security.Cryptography;

namespace Stemma.Ledger;

/// <summary>Is everything still as it was kept? Originals against their hashes, the log against its chain, spans against texts.</summary>
public static class Verifier
{
    /// <summary>What is wrong, each in a sentence that names the place; nothing where all holds.</summary>
    public static IEnumerable<string> Check(ILedger ledger)
    {
        foreach (var article in ledger.Articles())
        {
            var page = ledger.Original(article.Id).Page;
            if (Convert.ToHexStringLower(SHA256.HashData(page.Original.Span)) != page.Sha256)
            {
                yield return $"{article.Id}: the original ({page.File}) is not the one that came: its bytes do not have the hash that was kept.";
            }

            var machine = ledger.Machine(article.Id);
            if (machine.Article.Sha256 != page.Sha256)
            {
                yield return $"{article.Id}: the findings belong to another original.";
            }

            foreach (var wrong in Outside(machine).Concat(ledger.Overlay(article.Id) is { } layer ? Outside(layer.Shown) : []))
            {
                yield return $"{article.Id}: {wrong} lies outside the text.";
            }
        }

        foreach (var (line, why) in CorrectionLog.Check(ledger.Log()))
        {
            yield return $"the log of corrections, line {line}: {why}.";
        }
    }

    private static IEnumerable<string> Outside(ArticleFindings findings)
    {
        var length = findings.Article.Text.Length;
        return Places(findings).Where(p => p.Spans.Any(s => s.Begin < 0 || s.End > length || s.End < s.Begin)).Select(p => p.What);
    }

    private static IEnumerable<(string What, Spans Spans)> Places(ArticleFindings findings) =>
        findings.Furniture.Select(f => ("a passage of furniture", f.Span))
        .Concat(findings.Chain.Select(c => ($"the hop to {c.Outlet}", c.Span)))
        .Concat(findings.Dates.Select(d => ($"the date {d.Timex}", d.Span)))
        .Concat(findings.Actors.SelectMany(a => a.Mentions.Select(m => ($"a mention of {a.Id}", m))))
        .Concat(findings.Statements.SelectMany(s => new[] { s.Source, s.Cue, s.Content, s.Evidence.Span, s.Denies ?? Spans.None, s.Said?.Span ?? Spans.None }
            .Concat(s.Hedges.Select(h => h.Span)).Concat(s.Via.Select(v => v.Span)).Select(p => ($"statement {s.Id}", p))))
        .Concat(findings.Events.SelectMany(e => e.Places.Select(p => p.Span).Concat(e.Quantities.Select(q => q.Span)).Append(e.Span).Select(p => ($"event {e.Id}", p))))
        .Concat(findings.Trouble.Select(t => ($"the trouble {t.Kind}", t.Span)));
}
