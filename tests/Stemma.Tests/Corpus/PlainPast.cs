using Stemma.Corpus;

namespace Stemma.Tests.Corpus;

/// <summary>The plainest past there is: two lists. For tests of the rooms of this storey, without a ledger.</summary>
internal sealed class PlainPast : IPast
{
    private readonly List<ArticleKeys> _keys = [];

    public List<ArticleFindings> Articles { get; } = [];

    public List<PairFindings> Pairs { get; } = [];

    public void Keep(CorpusReader reader, ArticleFindings findings)
    {
        var keys = CorpusReader.KeysOf(findings) with { Place = _keys.Count + 1 };
        Pairs.AddRange(reader.Compare(findings, keys));
        _keys.Add(keys);
        Articles.Add(findings);
    }

    public IEnumerable<ArticleKeys> Keys(long after) => _keys.Where(k => k.Place > after);

    public ArticleFindings Findings(string article) => Articles.First(a => a.Article.Id == article);
}
