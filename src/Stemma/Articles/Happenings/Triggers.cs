using System.Collections.Frozen;
using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Articles.Happenings;

/// <summary>A word or two that tell a happening.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="Count">How many tokens it takes.</param>
/// <param name="Verb">The form of the verb; null where it is a noun.</param>
/// <param name="Manner">How it was done, where the word tells it ("shelled", "shot down"); null for "attack".</param>
internal readonly record struct Trigger(string Kind, int First, int Count, VerbForm? Verb, string? Manner = null);

/// <summary>Which words tell a happening, and is it a verb or a noun there? ("an attack" and "they attack")</summary>
/// <remarks>
/// There is no part-of-speech tagger here: where a form can be both, a determiner, adjective or possessive before it makes it a noun,
/// "to", a pronoun or an auxiliary a verb. Known to miss: bare plurals at the head of a headline ("Strikes hit port").
/// </remarks>
internal static class Triggers
{
    private sealed record Reading(string Kind, VerbForm? Verb, string? Needs, string? Manner);

    // A noun that only looks like one of the verbs ("three shells").
    private const string NoHappening = "-";

    private static readonly FrozenDictionary<string, Reading[]> ByForm = Load();

    private static readonly FrozenSet<string> BeforeNoun = new[]
    {
        "a", "an", "the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your", "'s", "'", "of", "by", "in", "no", "any",
        "every", "each", "another", "such", "alleged", "suspected", "deadly", "chemical", "missile", "air", "drone", "rocket", "gas", "suicide", "car",
        "latest", "first", "second", "last", "recent", "military", "new", "after", "before", "during", "over",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> BeforeVerb = new[]
    {
        "to", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "did", "does", "do", "n't", "not", "never",
        "i", "we", "they", "he", "she", "it", "who", "which",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Every trigger, in the order of the text. Furniture is not looked at, but a headline is.</summary>
    public static List<Trigger> In(Prose prose)
    {
        var found = new List<Trigger>();
        foreach (var sentence in prose.Sentences)
        {
            if (prose.Paragraphs[sentence.Paragraph].Furniture is { } furniture and not FurnitureKind.Headline)
            {
                continue;
            }

            var end = sentence.FirstToken + sentence.Tokens;
            for (var i = sentence.FirstToken; i < end; i++)
            {
                var lower = prose.Tokens[i].Lower;
                if (i + 1 < end && ByForm.TryGetValue(lower + " " + prose.Tokens[i + 1].Lower, out var pair))
                {
                    if (pair[0].Kind != NoHappening)
                    {
                        found.Add(new Trigger(pair[0].Kind, i, 2, pair[0].Verb, pair[0].Manner));
                    }

                    i++;
                }
                else if (ByForm.TryGetValue(lower, out var readings) && Choose(prose, sentence, i, readings) is { } reading)
                {
                    var trigger = new Trigger(reading.Kind, i, 1, reading.Verb, reading.Manner);
                    if (reading.Kind != Kinds.PointsBack || (Clauses.IsDefinite(prose, sentence, trigger) && !(i > sentence.FirstToken && prose.Tokens[i - 1].Lower is "his" or "her" or "their" or "its")))
                    {
                        found.Add(trigger);
                    }
                }
            }
        }

        return found;
    }

    private static Reading? Choose(Prose prose, Sentence sentence, int at, Reading[] readings)
    {
        var before = at > sentence.FirstToken ? prose.Tokens[at - 1].Lower : "";
        var verb = Array.Find(readings, r => r.Verb is not null);
        var noun = Array.Find(readings, r => r.Verb is null);

        // "the fired shells", "fired from": a past form is a verb unless a determiner makes it an adjective before a noun.
        var chosen = verb is null ? noun
            : noun is null ? verb.Verb is VerbForm.Base or VerbForm.Third or VerbForm.Participle && BeforeNoun.Contains(before) && before is not "by" and not "of" and not "in" and not "after" and not "before" ? null : verb
            : BeforeVerb.Contains(before) ? verb
            : BeforeNoun.Contains(before) ? noun
            : verb.Verb is VerbForm.Past ? verb
            : verb.Verb is VerbForm.Participle && at > sentence.FirstToken && prose.Tokens[at - 1].Lower is "," or "was" or "were" or "is" or "are" or "been" ? verb
            : NextIsObject(prose, sentence, at) && at > sentence.FirstToken && prose.IsCapital(at - 1) ? verb
            : noun;

        return chosen is null or { Kind: NoHappening } || IsDismissal(prose, sentence, at, chosen) || IsFigurative(prose, sentence, at, chosen) || IsOfWords(prose, sentence, at, chosen) || IsAdjective(prose, sentence, at, chosen) ? null : chosen.Needs is { } role && !Near(prose, sentence, at, role) ? null : chosen;
    }

    // "Voss fires Maren", "fired him": a name or a person right behind is who lost the post.
    private static bool IsDismissal(Prose prose, Sentence sentence, int at, Reading chosen) =>
        prose.Tokens[at].Lower is "fires" or "fired" or "fire" && chosen.Kind is "fire" or "attack"
        && at > sentence.FirstToken && at + 1 < sentence.FirstToken + sentence.Tokens
        && (prose.Tokens[at + 1].Lower is "him" or "her" or "them" || (prose.IsCapital(at - 1) && prose.IsCapital(at + 1)));

    // "an assault on sovereignty", "attacks on the press": nobody was struck by these words.
    private static bool IsFigurative(Prose prose, Sentence sentence, int at, Reading chosen)
    {
        const int Reach = 5;
        var end = Math.Min(sentence.FirstToken + sentence.Tokens, at + 2 + Reach);
        return chosen is { Kind: "attack", Verb: null } && at + 1 < end && prose.Tokens[at + 1].Lower is "on" or "upon" or "against" or "at"
            && Enumerable.Range(at + 2, Math.Max(0, end - at - 2)).TakeWhile(i => prose.Tokens[i].Lower is not ("," or "." or "in" or "at" or "by" or "after" or "and")).Any(i => SentenceWords.Has("figurative", prose.Tokens[i].Lower));
    }

    // "shot down the story", "struck a harder tone", "executed a warrant", "came under fire for": what is struck is words or work, and nobody.
    private static bool IsOfWords(Prose prose, Sentence sentence, int at, Reading chosen)
    {
        const int Object = 5;
        var end = Math.Min(sentence.FirstToken + sentence.Tokens, at + 1 + Object);
        if (chosen.Verb is null)
        {
            return at > sentence.FirstToken && at + 1 < end && prose.Tokens[at].Lower is "fire" or "attack"
                && ((prose.Tokens[at - 1].Lower == "under" && prose.Tokens[at + 1].Lower is "for" or "over" or "in")
                    || (prose.Tokens[at].Lower == "fire" && (BeforeVerb.Contains(prose.Tokens[at - 1].Lower) || (prose.Tokens[at - 1].Lower == "later" && at > sentence.FirstToken + 1 && BeforeVerb.Contains(prose.Tokens[at - 2].Lower)))));
        }

        return chosen.Kind is "attack" or "strike" or "killing" or "explosion"
            && !(at > sentence.FirstToken && prose.Tokens[at - 1].Lower is "was" or "were" or "been" or "being" or "is" or "are")
            && Enumerable.Range(at + 1, Math.Max(0, end - at - 1)).TakeWhile(i => prose.Tokens[i].Lower is not ("," or "." or "in" or "at" or "by" or "after" or "and" or "with" or "from")).Any(i => SentenceWords.Has("of-words", prose.Tokens[i].Lower));
    }

    // "deeply offensive", "is offensive to", "the offensive remark": no campaign.
    private static bool IsAdjective(Prose prose, Sentence sentence, int at, Reading chosen)
    {
        if (chosen.Verb is not null || prose.Tokens[at].Lower != "offensive")
        {
            return false;
        }

        var before = at > sentence.FirstToken ? prose.Tokens[at - 1].Lower : "";
        var next = at + 1 < sentence.FirstToken + sentence.Tokens ? prose.Tokens[at + 1].Lower : ".";
        return before.Length == 0 || before is "is" or "are" or "was" or "were" or "be" or "been" or "and" or "or" or "," or "so" or "as" or "very" or "more" or "most" or "it" or "them" or "shot" or "image" || before.EndsWith("ly", StringComparison.Ordinal)
            || (char.IsLetter(next[0]) && next is not ("in" or "on" or "against" or "by" or "at" or "to" or "that" or "which" or "was" or "were" or "is" or "has" or "had" or "have" or "will" or "would" or "could" or "began" or "launched" or "from" or "into" or "near" or "across" or "of" or "after" or "with" or "as" or "and" or "when" or "but" or "since"));
    }

    private static bool NextIsObject(Prose prose, Sentence sentence, int at) =>
        at + 1 < sentence.FirstToken + sentence.Tokens && prose.Tokens[at + 1].Lower is "a" or "an" or "the" or "its" or "his" or "their" or "her";

    // Within six words: "fired at least three shells", "59 missiles that hit".
    private static bool Near(Prose prose, Sentence sentence, int at, string role)
    {
        const int Reach = 6;
        var last = Math.Min(sentence.FirstToken + sentence.Tokens, at + Reach + 1);
        for (var i = Math.Max(sentence.FirstToken, at - Reach); i < last; i++)
        {
            if (i != at && SentenceWords.Has(role, prose.Tokens[i].Lower))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenDictionary<string, Reading[]> Load()
    {
        var all = new Dictionary<string, List<Reading>>(StringComparer.Ordinal);
        foreach (var row in Resource.Rows("Articles/Happenings/Data/triggers.tsv"))
        {
            var (kind, isVerb, lemma, needs) = (row[0], row[1] == "verb", row[2], row[3] == "-" ? null : row[3]);
            var manner = row.Length > 4 ? row[4] : null;
            var listed = lemma.Split('/');
            IEnumerable<(string Form, VerbForm? Verb)> forms = listed.Length > 1 && !isVerb ? listed.Select(f => (f, (VerbForm?)null))
                : listed.Length > 1 ? listed.Select((f, n) => (f, (VerbForm?)(n == 0 ? VerbForm.Base : f.EndsWith("ing", StringComparison.Ordinal) ? VerbForm.Participle : n == 1 ? VerbForm.Third : VerbForm.Past)))
                : isVerb ? Inflection.OfVerb(lemma).Select(f => (f.Form, (VerbForm?)f.Kind)) : [(lemma, null), (Inflection.Plural(lemma), null)];
            foreach (var (form, verb) in forms)
            {
                if (!all.TryGetValue(form, out var readings))
                {
                    all[form] = readings = [];
                }

                if (!readings.Exists(r => (r.Verb is null) == (verb is null)))
                {
                    readings.Add(new Reading(kind, verb, needs, manner));
                }
            }
        }

        return all.ToFrozenDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.Ordinal);
    }
}

/// <summary>Words that say how real a happening is, what it was done with, what is voted on, by whom.</summary>
internal static class SentenceWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByRole = Resource.Rows("Articles/Happenings/Data/sentence-words.tsv")
        .GroupBy(r => r[0])
        .ToFrozenDictionary(g => g.Key, g => g.Select(r => r[1]).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    public static bool IsMeasure(string word) => Has("measure", word);

    public static bool IsBody(string word) => Has("body", word);

    public static bool IsSponsoring(string word) => Has("sponsor", word);

    /// <summary>The status this word gives the verb behind it; null where it gives none.</summary>
    public static EventStatus? StatusOf(string word) =>
        Has("denied", word) ? EventStatus.Denied
        : Has("threatened", word) ? EventStatus.Threatened
        : Has("planned", word) ? EventStatus.Planned
        : Has("hypothetical", word) ? EventStatus.Hypothetical
        : null;

    public static bool Has(string role, string word) => ByRole.TryGetValue(role, out var words) && words.Contains(word);
}
