using Stemma.Words;

namespace Stemma.Articles.Actors;

/// <summary>Which names are two, where nothing stands between: "Ilse Maren Voss", in an article that tells of Ilse Maren and of Orlin Voss?</summary>
internal sealed class RunTogether(ArticleWords words)
{
    /// <summary>Cuts them in the list, which stays in the order of the text.</summary>
    public void Part(List<Mention> names)
    {
        var full = names.Where(m => m.Class == NameClass.Person && m.End - m.First > 1).Select(m => NameChains.Key(words, m)).ToHashSet(StringComparer.Ordinal);
        var surnames = names.Where(m => m.Class == NameClass.Person && m.End - m.First is 1 or 2).GroupBy(m => words.Lower(m.End - 1), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(m => words.Lower(m.First)).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] is { Class: NameClass.Person, Known: null } name && name.End - name.First > 2 && Cut(name, full, surnames) is { } at)
            {
                names.Insert(i + 1, Piece(name, at, name.End, at));
                names[i] = Piece(name, name.First, at, name.PhraseFirst);
            }
        }
    }

    // The first words are somebody's full name here, and the rest is somebody else's name.
    private int? Cut(Mention name, HashSet<string> full, Dictionary<string, HashSet<string>> surnames)
    {
        for (var at = name.First + 2; at < name.End; at++)
        {
            if (!WordLists.Suffixes.Contains(words.Lower(at)) && full.Contains(Key(name.First, at)) && (name.End - at > 1 ? full.Contains(Key(at, name.End)) : surnames.TryGetValue(words.Lower(at), out var before) && !before.Contains(words.Lower(name.First))))
            {
                return at;
            }
        }

        return null;
    }

    private string Key(int first, int end) => string.Join(' ', Enumerable.Range(first, end - first).Select(words.Lower).Select(w => w.Replace(".", "", StringComparison.Ordinal)));

    private Mention Piece(Mention name, int first, int end, int phrase) => new()
    {
        Span = new TextSpan(words.Prose.Tokens[first].Span.Begin, words.Prose.Tokens[end - 1].Span.End),
        First = first,
        End = end,
        Sentence = name.Sentence,
        Form = MentionForm.Name,
        Class = NameClass.Person,
        Gender = end - first > 1 ? PersonWords.GenderOfGivenName(words.Lower(first)) : Gender.Unknown,
        PhraseFirst = phrase,
    };
}
