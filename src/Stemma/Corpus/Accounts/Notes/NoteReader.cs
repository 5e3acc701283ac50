using System.Runtime.CompilerServices;
using Stemma.Words;

namespace Stemma.Corpus.Accounts.Notes;

/// <summary>What does each clause of a note tell, who hands it over, and how is it held?</summary>
/// <remarks>Reads closer than for longer texts: who speaks comes from the statements of the findings, and a clause may lean on the sentence before.</remarks>
internal static class NoteReader
{
    private static readonly ConditionalWeakTable<ClaimedArticle, Note> Read = [];

    /// <summary>The article as a note; read once for however many others it is laid beside.</summary>
    public static Note Of(ClaimedArticle plain) => Read.GetValue(plain, static p => Make(p.Findings, p.Sentences));

    private static Note Make(ArticleFindings findings, IReadOnlyList<IReadOnlyList<ClaimTerm>> sentences)
    {
        var text = findings.Article.Text;
        var clauses = new List<NoteClause>();
        for (var s = 0; s < sentences.Count; s++)
        {
            foreach (var words in ClaimReader.Clauses(text, sentences[s]))
            {
                var leans = s > 0 && words.Find(w => !w.Frame).Lower is { } start && ClaimWords.Is("pronoun", start);
                clauses.Add(Clause(findings, s, clauses.Count, words, leans ? sentences[s - 1] : []));
            }
        }

        return new(new ClaimedArticle(findings, sentences, new(() => [.. clauses.Select(c => c.Claim)])), clauses);
    }

    private static readonly ClaimMaker Maker = new(MoodOf, NoteTimes.In, NoteFigures.In, Idle);

    private static NoteClause Clause(ArticleFindings findings, int sentence, int number, List<ClaimTerm> words, IReadOnlyList<ClaimTerm> leansOn)
    {
        var text = findings.Article.Text;
        var said = StatementOf(findings, words);
        var source = SourceOf(findings, said, words);
        if (said is null || said.Cue.IsEmpty)
        {
            ClaimReader.Frame(text, words);
        }
        else
        {
            for (var i = 0; i < words.Count; i++)
            {
                if (said.Source.Concat(said.Cue).Any(s => s.Contains(words[i].Span)))
                {
                    words[i] = words[i] with { Weight = 0, Frame = true };
                }
            }
        }

        var reported = said is not null || NoteWords.Any("report-verb", words) || words.Exists(w => w.Lower == "according");
        return new(Maker.Of(findings, sentence, number, words, reported), said, source, leansOn);
    }

    // "no later than" bounds and negates nothing.
    private static bool Idle(List<ClaimTerm> words, int i) => ClaimReader.Idle(words, i)
        || (i + 1 < words.Count && words[i].Lower == "no" && words[i + 1].Lower is "higher" or "lower" or "later" or "earlier" or "larger" or "smaller" or "bigger" or "greater" or "sooner");

    // The words that name the speaker; where they only point back ("he", "the ministry"), the resolved name with them.
    private static List<ClaimTerm> SourceOf(ArticleFindings findings, Statement? said, List<ClaimTerm> words)
    {
        if (said is null)
        {
            return [];
        }

        List<ClaimTerm> source = [.. words.Where(w => said.Source.Any(s => s.Contains(w.Span)))];
        var name = said.Actor is { } id ? findings.Actors.FirstOrDefault(a => a.Id == id)?.Name : null;
        if (name is not null && !source.Exists(w => w.Capital && w.Weight > 0))
        {
            source.AddRange(ClaimReader.Terms(name, Spans.Of(0, name.Length)));
        }

        return source;
    }

    // The reported statement whose content holds most of the clause; a clause with less than half its words in one is the outlet's own.
    private static Statement? StatementOf(ArticleFindings findings, List<ClaimTerm> words)
    {
        var (best, most) = ((Statement?)null, 0);
        foreach (var s in findings.Statements.Where(s => s.Voice == Voice.Reported && !s.Content.IsEmpty))
        {
            var held = words.Count(w => s.Content.Any(c => c.Contains(w.Span)) && !s.Source.Any(c => c.Contains(w.Span)));
            if (held > most)
            {
                (best, most) = (s, held);
            }
        }

        var rest = best is null ? 0 : words.Count(w => !best.Source.Concat(best.Cue).Any(c => c.Contains(w.Span)));
        return most * 2 >= rest ? best : null;
    }

    private static Mood MoodOf(List<ClaimTerm> words)
    {
        // "Had the wind turned, the oil might have …".
        var modal = words.FindIndex(w => ClaimWords.Is("future", w.Lower));
        if (words[0].Lower is "had" or "were" or "should" && words[0].First && modal > 0)
        {
            return Mood.Condition;
        }

        var mood = ClaimReader.MoodOf(words);

        // "Nobody has bid, and nobody will be asked": what the clause tells first is told as done.
        if (mood == Mood.Future && modal > 0 && Enumerable.Range(0, modal).Any(k => words[k].Lower is "and" or "nor" && Enumerable.Range(0, k).Any(j => !words[j].Frame && (ClaimWords.Is("be", words[j].Lower) || ClaimWords.Is("have", words[j].Lower)))))
        {
            return Mood.Fact;
        }

        // "The budget is on Thursday": a day ahead.
        return mood == Mood.Fact && Enumerable.Range(0, Math.Max(0, words.Count - 2)).Any(i => words[i].Lower is "is" or "are" && words[i + 1].Lower == "on" && words[i + 2].Lower.EndsWith("day", StringComparison.Ordinal)) ? Mood.Future : mood;
    }
}
