using Stemma.Corpus;

namespace Stemma.Tests.Corpus.Reuse;

/// <summary>A case made of a few lines of text: who copied whom is what the tests ask it.</summary>
internal sealed class Newsroom : IPast
{
    private readonly List<ArticleFindings> _articles = [];
    private readonly List<ArticleKeys> _keys = [];

    public const string Wire =
        "LOM, May 4 (North Wire) — The grain terminal of Lom burned through the night after two silos blew apart at dusk.\n\n" +
        "Interior minister Ilse Maren said shells had allegedly come from the north bank of the Vardia. Four cranes fell into the harbour basin.\n\n" +
        "\"Nobody here was warned before the first tank went up,\" harbour master Orlin Voss told reporters beside the gate. He called the ministry's account a \"hostile fable\" and walked off.\n\n" +
        "Rescue boats carried thirty dockers across to Marshland before midnight. The port authority counts at least fourteen dead and expects the toll to climb.";

    public static ArticleFindings Article(string id, string? outlet, string text, string? published = null, string? url = null, ChainLink[]? chain = null) => new()
    {
        Reader = "test",
        Article = new Article { Id = id, File = id, Sha256 = "", Outlet = outlet, Text = text, Url = url },
        Published = published is null ? null : new Publication(Edtf.Parse(published), PublicationSource.Stated, Spans.None, "said with the input"),
        Chain = chain ?? [],
    };

    public static CaseReading Read(params ArticleFindings[] articles) => CorpusReader.Read(articles, PairsOf(articles));

    public static IReadOnlyList<PairFindings> PairsOf(params ArticleFindings[] articles)
    {
        var room = new Newsroom();
        var reader = new CorpusReader(room);
        var pairs = new List<PairFindings>();
        foreach (var article in articles)
        {
            var keys = CorpusReader.KeysOf(article);
            pairs.AddRange(reader.Compare(article, keys));
            room._articles.Add(article);
            room._keys.Add(keys with { Place = room._keys.Count + 1 });
        }

        return pairs;
    }

    public IEnumerable<ArticleKeys> Keys(long after) => _keys.Skip((int)after);

    public ArticleFindings Findings(string article) => _articles.Single(a => a.Article.Id == article);
}
