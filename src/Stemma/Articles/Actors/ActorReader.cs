using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Articles.Actors;

/// <summary>The actors of an article, and the statements with their speakers and accused resolved.</summary>
public sealed record ActorReading(IReadOnlyList<Actor> Actors, IReadOnlyList<Statement> Statements);

/// <summary>Finds who is meant inside one article: names, titles, capitals for governments, roles, pronouns; and so who speaks.</summary>
public static class ActorReader
{
    /// <param name="published">The day it was published, where something states it: of namesakes in office, those of that day are meant.</param>
    public static ActorReading Read(Prose prose, Article article, IReadOnlyList<Statement> statements, Moment? published = null)
    {
        ArgumentNullException.ThrowIfNull(article);
        var words = new ArticleWords(prose);
        var finder = new NameFinder(words);
        var names = finder.Find();
        new RunTogether(words).Part(names);
        new RoleFinder(words).Mark(names);
        new UnknownNames(words).Tell(names);
        new Metonymy(words).Mark(names);
        var chained = new NameChains(words);
        var chains = chained.Build(names);
        var captions = finder.InCaptions();
        new RoleFinder(words).Mark(captions);
        chained.Lend(captions);
        var nouns = new NounPhrases(words).Find(names);
        var actors = new ArticleActors(words, names, chains, chained, nouns);
        var resolved = actors.Resolve(statements);
        var blamed = statements.Select((s, i) => s.AccusedWords.IsEmpty ? [] : actors.Blamed(s, resolved[i].Chain)).ToList();
        actors.Answering(statements, resolved, blamed);
        Adjectives(names, chained);
        new ActorCountries(names, published?.Latest).Fill(actors.Chains);
        return Written(actors.Chains, statements, resolved, blamed);
    }

    // "Russian veto", "the Syrians": the adjective of a people outside any other name or phrase means its state or people.
    private static void Adjectives(List<Mention> names, NameChains chained)
    {
        foreach (var name in names.Where(n => n is { Class: NameClass.People, Chain: null, Country: not null }))
        {
            var inside = name.Country;
            chained.State(inside!).Add(name);
        }
    }

    private static ActorReading Written(IReadOnlyList<Chain> chains, IReadOnlyList<Statement> statements, Resolved[] resolved, List<List<Chain>> blamed)
    {
        var spoken = resolved.SelectMany(r => r.Rest.Select(x => x.Chain).Append(r.Chain)).Concat(blamed.SelectMany(b => b)).OfType<Chain>().ToHashSet();
        var kept = chains.Where(c => c.Mentions.Count > 0 || spoken.Contains(c)).OrderBy(c => c.Mentions.Count == 0 ? int.MaxValue : c.Mentions.Min(m => m.First)).ThenBy(c => c.Mentions.Count == 0 ? 0 : c.Mentions.Min(m => m.End)).ThenBy(c => c.Name, StringComparer.Ordinal).ToList();
        for (var i = 0; i < kept.Count; i++)
        {
            kept[i].Id = "a" + (i + 1);
        }

        var actors = kept.Select(c => new Actor
        {
            Id = c.Id!,
            Name = c.Name.Length > 0 ? c.Name : Gazetteer.World.CountryName(c.Country ?? ""),
            Kind = c.Kind,
            Country = c.Country,
            Role = c.Kind is ActorKind.Person or ActorKind.Unnamed && c.Role is { Length: > 0 } role ? role : null,
            Mentions = [.. c.Mentions.OrderBy(m => m.Span).Select(m => Spans.Of(m.Span.Begin, m.Span.End)).Distinct()],
            Metonymic = c.Metonymic,
        }).ToList();
        var told = statements.Select((s, i) => s with
        {
            Actor = resolved[i].Chain?.Id,
            ActorConfidence = resolved[i].Chain is null ? null : Math.Round(resolved[i].Confidence, 2),
            Accused = [.. blamed[i].Select(c => c.Id!)],
            Rule = resolved[i].How.Length > 0 ? s.Rule + "+" + resolved[i].How : s.Rule,
            RunnersUp = [.. resolved[i].Rest.Where(r => r.Chain.Id is not null && r.Share >= 0.02).Select(r => new RunnerUp(r.Chain.Id!, Math.Round(r.Share, 2)))],
        }).ToList();
        return new ActorReading(actors, told);
    }
}
