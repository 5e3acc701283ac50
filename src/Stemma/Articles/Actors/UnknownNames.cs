using Stemma.Words;

namespace Stemma.Articles.Actors;

/// <summary>Is a name that no gazetteer knows a person's, a place's or a body's? What all its mentions in the article show decides.</summary>
/// <remarks>Known to miss: a place that is never told with a word for places beside it.</remarks>
internal sealed class UnknownNames(ArticleWords words)
{
    // Set by hand: two places where it reads as a place outweigh a verb of saying behind it, one does not.
    private const int Enough = 2;

    public void Tell(List<Mention> names)
    {
        var persons = names.Where(m => m.Class == NameClass.Person && NameChains.NameOf(words, m).Length > 1).SelectMany(m => new[] { NameChains.NameOf(words, m)[^1], NameChains.NameOf(words, m)[0] }).ToHashSet(StringComparer.Ordinal);
        var titled = names.Where(m => m.Class == NameClass.Person && m.PhraseFirst < m.First).Select(m => NameChains.Key(words, m)).ToHashSet(StringComparer.Ordinal);
        var groups = names.Where(m => m.Known is null && m.Class is NameClass.Person or NameClass.Place or NameClass.Organisation).GroupBy(m => NameChains.Key(words, m), StringComparer.Ordinal).ToList();
        var surnames = names.Where(m => m.Class == NameClass.Person && NameChains.NameOf(words, m) is { Length: > 0 } n && (n.Length > 1 ? PersonWords.IsGivenName(n[0]) : m.PhraseFirst < m.First)).Select(m => NameChains.NameOf(words, m)[^1]).ToHashSet(StringComparer.Ordinal);
        var open = new HashSet<Mention>();
        foreach (var group in groups)
        {
            var single = !group.Key.Contains(' ', StringComparison.Ordinal);
            if (!single && IsCalledAfter(group.Key, surnames))
            {
                Set(group, NameClass.Organisation);
                continue;
            }

            if (titled.Contains(group.Key) || (single && persons.Contains(group.Key)))
            {
                Set(group, NameClass.Person);
                continue;
            }

            var state = single && group.Any(m => OwnsOffice(m, "state-owns") || ItsOffice(m, names) || (OwnsOffice(m, "state-may-own") && !group.Any(Speaks)));
            var (person, body) = (group.Count(m => m.Class == NameClass.Person), group.Count(m => m.Class == NameClass.Organisation));
            var place = group.Count(m => m.Class == NameClass.Place && !(single && IsTrusted(m)));
            var signs = single ? group.Sum(Signs) : place;
            if (state || (place > 0 && place >= person) || signs >= Enough || (signs > 0 && !group.Any(Speaks)))
            {
                Set(group, NameClass.Place);
                foreach (var mention in group)
                {
                    mention.IsState = state;
                }
            }
            else if (body > person)
            {
                Set(group, NameClass.Organisation);
            }
            else
            {
                Set(group.Where(m => m.Class == NameClass.Place), NameClass.Person);
                open.UnionWith(group.Where(_ => single && !group.Any(Speaks)));
            }
        }

        Listed(names, open);
        Surnames(names, persons);
    }

    // "Voss Tower", "the Maren Dossier": a thing that bears the surname of somebody here.
    private static bool IsCalledAfter(string key, HashSet<string> surnames) =>
        key.Split(' ') is [var first, .., var last] && surnames.Contains(first) && !surnames.Contains(last) && !PersonWords.IsGivenName(first) && (CommonWords.Contains(last) || WordLists.ClassOfNameWord(last) is not null || (PersonWords.Singular(last) is { } one && CommonWords.Contains(one)));

    private static void Set(IEnumerable<Mention> group, NameClass kind)
    {
        foreach (var mention in group)
        {
            mention.Class = kind;
        }
    }

    // How much reads here as a place: "in Lom", "at Lom", "the river Sel", "the Lom ferry port", "LOM, Vardia (North Wire) —".
    private int Signs(Mention mention)
    {
        if (mention.Class == NameClass.Place)
        {
            return IsTrusted(mention) ? 0 : 1;
        }

        if (mention.Class == NameClass.Organisation)
        {
            return IsDateline(mention) ? Enough : 0;
        }

        var before = mention.First > 0 ? words.Lower(mention.First - 1) : "";
        var owns = mention.End < words.Count && words.Lower(mention.End) is "'s" or "'";
        if (before == "at")
        {
            return !owns && !(mention.First > 1 && WordLists.NameWordsOf("aimed-at").Contains(words.Lower(mention.First - 2))) ? 1 : 0;
        }

        if (WordLists.ClassOfNameWord(before) == NameClass.Place && !words.IsCapital(mention.First - 1))
        {
            return 1;
        }

        if (IsDateline(mention))
        {
            return Enough;
        }

        return before == "the" && Enumerable.Range(mention.End, Math.Max(0, Math.Min(2, words.Count - mention.End))).Any(i => !words.IsCapital(i) && WordLists.NameWordsOf("site").Contains(words.Lower(i))) ? 1 : 0;
    }

    // "confidence in Voss": behind such a word "in" is no place's.
    private bool IsTrusted(Mention mention) =>
        mention.First > 1 && words.Lower(mention.First - 1) == "in" && WordLists.NameWordsOf("trust-in").Contains(words.Lower(mention.First - 2));

    // "LOM, 4 May (North Wire) —", "LOM, Vardia (North Wire) —": shouted at the head of a paragraph, a dash soon behind.
    private bool IsDateline(Mention mention)
    {
        var first = words.Prose.Sentences[mention.Sentence].FirstToken;
        return words.IsAllCapitals(first) && mention.First - first <= 3 && mention.End < words.Count && words.Lower(mention.End) is "," or "(" or "-" or "--" or "–" or "—"
            && Enumerable.Range(first, mention.First - first).All(i => words.IsCapital(i) || words.Lower(i) == ",")
            && Enumerable.Range(mention.End, Math.Min(14, words.Count - mention.End)).Any(i => words.Lower(i) is "-" or "--" or "–" or "—");
    }

    // "Vardia’s foreign minister", "Vardia's army": what only a state has.
    private bool OwnsOffice(Mention mention, string kind)
    {
        if (mention.End + 1 >= words.Count || words.Lower(mention.End) is not ("'s" or "'"))
        {
            return false;
        }

        for (var k = mention.End + 1; k < words.Count && k < mention.End + 4 && words.IsWord(k) && words.Prose.Tokens[k].Sentence == mention.Sentence; k++)
        {
            if (WordLists.NameWordsOf(kind).Contains(words.Lower(k)))
            {
                return true;
            }

            if (WordLists.Function.Contains(words.Lower(k)) || WordLists.Verbs.Contains(words.Lower(k)))
            {
                return false;
            }
        }

        return false;
    }

    // "Marshland has sided with …, a day after its envoy vetoed": the sentence's subject, and behind "its" what only a state has.
    private bool ItsOffice(Mention mention, List<Mention> names)
    {
        var sentence = words.Prose.Sentences[mention.Sentence];
        var before = mention.First > sentence.FirstToken ? words.Lower(mention.First - 1) : "";
        if (before is not ("" or "," or "that" or "—" or "–" or "-" or "--" or "\"" or "after" or "and" or "but") || words.IsAllCapitals(mention.First))
        {
            return false;
        }

        const int Reach = 30;
        for (var k = mention.End; k + 1 < Math.Min(sentence.FirstToken + sentence.Tokens, mention.End + Reach); k++)
        {
            if (words.Lower(k) == "its" && WordLists.NameWordsOf("state-its").Contains(words.Lower(k + 1)))
            {
                // Another unknown name between could as well be the state.
                return !names.Exists(n => n.Sentence == mention.Sentence && n.First >= mention.End && n.First < k && n.Class is NameClass.Person or NameClass.Place && n.Known is null && n.End - n.First == 1 && n.PhraseFirst == n.First && words.Lower(n.First - 1) is not ("of" or "in" or "at" or "from" or "near"));
            }
        }

        return false;
    }

    private bool Speaks(Mention mention) =>
        mention.End < words.Count && words.Lower(mention.End) is "said" or "says" or "told" or "tells" or "added" or "adds" or "wrote" or "asked" or "noted" or "who" or "argued" or "insisted";

    // "Vardia, Sund and Aldmark": beside a place in a list stands a place.
    private void Listed(List<Mention> names, HashSet<Mention> open)
    {
        var places = new HashSet<string>(StringComparer.Ordinal);
        var states = new HashSet<string>(StringComparer.Ordinal);
        for (var step = 1; step >= -1; step -= 2)
        {
            for (var i = step > 0 ? 1 : names.Count - 2; i >= 0 && i < names.Count; i += step)
            {
                var (here, there) = (names[i], names[i - step]);
                if (open.Contains(here) && IsPlace(there, places) && AreListed(step > 0 ? there : here, step > 0 ? here : there))
                {
                    places.Add(NameChains.Key(words, here));
                    if (there.IsState || there.Class == NameClass.Country || states.Contains(NameChains.Key(words, there)))
                    {
                        states.Add(NameChains.Key(words, here));
                    }
                }
            }
        }

        foreach (var mention in open.Where(m => places.Contains(NameChains.Key(words, m))))
        {
            mention.Class = NameClass.Place;
            mention.IsState = states.Contains(NameChains.Key(words, mention));
        }
    }

    private bool IsPlace(Mention mention, HashSet<string> places) => mention.Class is NameClass.Place or NameClass.Country or NameClass.Capital || places.Contains(NameChains.Key(words, mention));

    private bool AreListed(Mention before, Mention after)
    {
        if (before.Sentence != after.Sentence || after.First - before.End is < 1 or > 2)
        {
            return false;
        }

        return words.Lower(after.First - 1) is "and" || (after.First - before.End == 1 && words.Lower(before.End) == "," && after.End < words.Count && words.Lower(after.End) is "and" or ",");
    }

    // "Clinton", "Jordan": a gazetteer place or body of one word that is a person's surname here.
    private void Surnames(List<Mention> names, HashSet<string> persons)
    {
        foreach (var mention in names.Where(m => m.Known is not null && m.End - m.First == 1 && m.Class is NameClass.Place or NameClass.Capital or NameClass.Organisation or NameClass.Outlet && persons.Contains(NameChains.Key(words, m)) && !(m.First > 0 && words.Lower(m.First - 1) is "in" or "the")))
        {
            mention.Class = NameClass.Person;
        }
    }
}
