using System.Diagnostics;
using System.Runtime;
using AngleSharp.Html.Parser;
using Stemma.Articles.Cleaning;
using Stemma.Articles.Intake;

namespace Stemma.Bench;

/// <summary>How many web pages a second does one core clean, beside the borrowed parser alone in the same run?</summary>
public sealed class PagesStage : IStage
{
    public string Name => "pages";

    public string Question => "pages a second from mark-up to marked body, one core, beside AngleSharp's parse alone. `pages FOLDER` with pages of one's own";

    public void Run(string[] args)
    {
        var pages = args.Length > 0 ? [.. Intake.Open(args[0], Said.Nothing).Select(t => t.Page).OfType<RawPage>()] : Enumerable.Range(0, 60).Select(Invented).ToList();
        var megabytes = pages.Sum(p => p.Content.Length) / 1e6;
        Clock.Say($"{pages.Count} pages, {megabytes:F1} million characters");
        foreach (var round in (ReadOnlySpan<string>)["cold", "warm", "warm", "warm"])
        {
            var (compiled, compiling) = (JitInfo.GetCompiledMethodCount(), JitInfo.GetCompilationTime());
            var ours = Clock.Of(() => pages.ForEach(p => Cleaner.Clean(p)));
            (compiled, compiling) = (JitInfo.GetCompiledMethodCount() - compiled, JitInfo.GetCompilationTime() - compiling);
            var parse = Clock.Of(() => pages.ForEach(p => new HtmlParser().ParseDocument(p.Content)));
            Clock.Say($"  {round}   {pages.Count / ours.TotalSeconds,6:F0} pages/s   {megabytes / ours.TotalSeconds,6:F1} MB/s   parser alone, as it comes {pages.Count / parse.TotalSeconds,6:F0} pages/s   ours in all {ours.TotalMilliseconds,5:F0} ms, of it compiling {compiling.TotalMilliseconds,4:F0} ({compiled} methods)");
        }

        // Time of the wall for each page, the best of five: what a quiet machine would need.
        var (best, alone) = (0.0, 0.0);
        foreach (var page in pages)
        {
            best += Enumerable.Range(0, 5).Min(_ => Wall(() => Cleaner.Clean(page)));
            alone += Enumerable.Range(0, 5).Min(_ => Wall(() => new HtmlParser().ParseDocument(page.Content)));
        }

        Clock.Say($"  best of five a page   {pages.Count / best,6:F0} pages/s   {megabytes / best,6:F1} MB/s   parser alone {pages.Count / alone,6:F0} pages/s");
    }

    // A page as sites make them: much navigation, scripts and teasers around twenty paragraphs.
    private static RawPage Invented(int n)
    {
        var menu = string.Concat(Enumerable.Range(0, 200).Select(i => $"<li class=\"menu-item item-{i}\"><a class=\"link\" href=\"/section/{i}\">Section {i}</a></li>"));
        var body = string.Concat(Enumerable.Range(0, 20 + (n % 7)).Select(i => $"<p>The port authority of Lom said on Monday that crane {i} had been moved <a href=\"/{i}\">before noon</a>, “and nobody was told”, as witness {n} put it.</p>"));
        var teasers = string.Concat(Enumerable.Range(0, 80).Select(i => $"<div class=\"card card--{i}\"><a href=\"/story/{i}\"><img src=\"/{i}.jpg\" alt=\"\"><span class=\"title\">Story {i} of the north bank</span></a></div>"));
        var script = "<script>var data = {" + string.Join(',', Enumerable.Range(0, 2_000).Select(i => $"\"k{i}\":\"v{i}\"")) + "};</script>";
        var html = $"<!doctype html><html lang=\"en\"><head><title>Story {n} - Harbour Post</title><meta property=\"og:title\" content=\"Story {n}\">{script}{script}</head><body><nav><ul>{menu}</ul></nav><main><article><h1>Story {n}</h1><time datetime=\"2031-05-05\">5 May</time><div class=\"entry-content\">{body}</div></article><aside>{teasers}</aside></main><footer><ul>{menu}</ul></footer>{script}</body></html>";
        return new RawPage { File = $"page-{n}.html", Original = default, Sha256 = "", Form = PageForm.Html, Content = html };
    }

    private static double Wall(Action work)
    {
        var begin = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }
}
