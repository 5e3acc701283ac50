using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Articles.Actors;

/// <summary>Who is meant by the words of a source: a name, a role, a relative pronoun's antecedent, a noun phrase of its own?</summary>
/// <remarks>Pronouns and the order of speakers are the business of <see cref="ArticleActors"/>, which asks this for everything else.</remarks>
internal sealed class SpeakerResolver(ArticleWords words, Mention?[] nameAt)
{
    private readonly Prose _prose = words.Prose;
    private readonly TimeWords _times = new(words);
    private readonly SourceEdges _edges = new(words, nameAt);

    /// <summary>What stands at the head of these tokens.</summary>
    public Head HeadOf(int first, int end)
    {
        while (first < end && !words.IsWord(first) && !char.IsDigit(words.Lower(first)[0]))
        {
            first++;
        }

        while (end > first && (words.Lower(end - 1) is "," or "." or "'s" or "'" or "\"" or ":" or "--" or "–" or "—" or ";" or ")" or "(" || (words.Lower(end - 1) is var l && l.Length == 1 && !char.IsLetterOrDigit(l[0]))))
        {
            end--;
        }

        if (first < end)
        {
            (first, end) = _edges.Quiet(_edges.BehindDateline(first, end), end);
            end = _times.Trim(first, end);
            if (words.Lower(end - 1) == ")" && Bracket(first, end) is { } open && nameAt[open - 1] is { Class: NameClass.Person })
            {
                end = open;
            }

            for (var i = first; i < end; i++)
            {
                if (words.Lower(i) is "," or "and" || (WordLists.Prepositions.Contains(words.Lower(i)) && nameAt[i] is null))
                {
                    break;
                }

                if (words.IsGluedOn(i) && nameAt[i] is { Class: NameClass.Person } before)
                {
                    return new Head(HeadKind.Name, before, first, before.End, before.End - 1);
                }
            }
        }

        if (first >= end)
        {
            return new Head(HeadKind.None, null, first, first, first);
        }

        if (words.Lower(first) == "there")
        {
            return new Head(HeadKind.None, null, first, first, first);
        }

        if (WordLists.Relatives.Contains(words.Lower(first)) && words.Lower(first) != "that" || (words.Lower(first) == "that" && end - first == 1))
        {
            return new Head(end - first == 1 ? HeadKind.Relative : HeadKind.Noun, null, first, end, end - 1);
        }

        if (end - first == 1 && Pronouns.IsPronoun(words.Lower(first)))
        {
            return new Head(HeadKind.Pronoun, null, first, end, first);
        }

        for (var i = first + 1; i < end && words.Lower(i) != ","; i++)
        {
            first = JoinsOffices(i, first, end) ? i + 1 : first;
        }

        // "Deputy envoy to the Harbour Council Orlin Voss": one role with a preposition in it, then its name.
        for (var i = first; i < end && i < first + 12; i++)
        {
            if (nameAt[i] is { Class: NameClass.Person, RoleHead: not null } titled && titled.First == i && titled.PhraseFirst < i && titled.PhraseFirst <= first + 1)
            {
                return new Head(HeadKind.Name, titled, first, titled.End, i);
            }
        }

        if (Glued(first, end) is { } last)
        {
            return new Head(HeadKind.Name, last, last.PhraseFirst, last.End, last.First);
        }

        var stop = PhraseEnd(first, end);
        var head = stop - 1;
        while (head > first && words.Lower(head) is "'s" or "'")
        {
            head--;
        }

        if (nameAt[head] is { } name && name.Class is not NameClass.People)
        {
            return new Head(HeadKind.Name, name, first, stop, head);
        }

        // "The minister of the economy, Mr. Voss": the name set behind the role, alone between its commas.
        var comma = stop;
        while (comma < end && words.Lower(comma) != ",")
        {
            comma++;
        }

        if (comma + 1 < end && NameAlone(comma + 1, end) is { } set && (PersonWords.KindOf(words.Lower(head)) is PersonWordKind.Title or PersonWordKind.Role || EndsTitle(first, head) || words.Lower(first) == "one"))
        {
            return new Head(HeadKind.Name, set, first, comma, head);
        }

        return new Head(HeadKind.Noun, null, first, stop, head);
    }

    // "Talks end in Lom President Orlin Voss": words of a line before were taken along; the person named in full with a title at the end is who is meant.
    private Mention? Glued(int first, int end)
    {
        if (nameAt[end - 1] is not { Class: NameClass.Person } name || name.PhraseFirst >= name.First || name.PhraseFirst <= first + 1 || Enumerable.Range(first, name.PhraseFirst - first).Any(i => words.Lower(i) == ","))
        {
            return null;
        }

        var before = words.Lower(name.PhraseFirst - 1);
        // "the committee's chairman and former governor Ilse Maren": one person of two offices.
        if (before == "and")
        {
            return IsOffice(name.PhraseFirst - 2) && !WordLists.Determiners.Contains(words.Lower(first)) ? name : null;
        }

        return words.IsWord(name.PhraseFirst - 1) && !WordLists.Function.Contains(before) && !WordLists.Prepositions.Contains(before) && before is not ("'s" or "'") && !words.IsCapital(name.PhraseFirst - 1) && words.IsCapital(name.PhraseFirst) ? name : null;
    }

    private int? Closing(int open, int end)
    {
        const int Reach = 6;
        for (var i = open + 1; i < end && i < open + Reach; i++)
        {
            if (words.Lower(i) == ")")
            {
                return i;
            }
        }

        return null;
    }

    // "Ilse Maren (Lom)": where the brackets at the end open; null where they do not, or much stands in them.
    private int? Bracket(int first, int end)
    {
        const int Reach = 6;
        for (var i = end - 2; i > first && i > end - Reach; i--)
        {
            if (words.Lower(i) == "(")
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>Persons and bodies named side by side: "Maren and the mayor of Lom". Fewer than two where they are not.</summary>
    public List<Mention> Joined(int first, int end)
    {
        var found = new List<Mention>();
        var and = false;
        for (var i = first; i < end; i++)
        {
            if (nameAt[i] is { } name && name.First >= first)
            {
                // "Harbour Council Secretary Ilse Maren": the body is told with her title.
                if (TitledFrom(i, name.End, end) is { } titled)
                {
                    name = titled;
                }

                // "Housing and Urban Development Secretary …": one word that is no name by itself.
                if (name.Class is NameClass.Person or NameClass.Country or NameClass.Capital or NameClass.Organisation or NameClass.Outlet or NameClass.Group && !(name.End - name.First == 1 && name.Class is NameClass.Person && name.PhraseFirst == name.First && CommonWords.Contains(words.Lower(name.First))))
                {
                    found.Add(name);
                }

                i = name.End - 1;
            }
            else if (words.Lower(i) == "of" && i + 1 < end && nameAt[i + 1] is { Class: NameClass.Place or NameClass.Country or NameClass.Capital or NameClass.Organisation } home && found.Count > 0)
            {
                i = home.End - 1;
            }
            else if (words.Lower(i) == "(" && Closing(i, end) is { } closed)
            {
                i = closed;
            }
            else if (and && words.Lower(i) == "," && i + 1 < end && WordLists.Relatives.Contains(words.Lower(i + 1)))
            {
                break;
            }
            else if (words.Lower(i) is "and" or "&")
            {
                and = true;

                if (JoinsOffices(i, first, end))
                {
                    return [];
                }
            }
            else if (words.Lower(i) is not ("," or "the" or "both" or "president" or "sen." or "rep." or "mr." or "mrs." or "ms." or "gov." or "sens." or "reps." or "messrs." or "dr.") && PersonWords.KindOf(words.Lower(i)) is not (PersonWordKind.Title or PersonWordKind.Honorific) && !(words.IsCapital(i) && words.IsWord(i)))
            {
                return [];
            }
        }

        return and ? found : [];
    }

    /// <summary>Whose name a word is part of; null where of none.</summary>
    public Mention? NameAt(int word) => nameAt[word];

    /// <summary>Persons named one behind the other with an "and", whatever stands before them: "the swimmers Ilse Maren and Orlin Voss". Fewer than two where they are not.</summary>
    public List<Mention> Persons(int first, int end)
    {
        for (var i = first + 1; i + 1 < end; i++)
        {
            if (words.Lower(i) == "and" && nameAt[i - 1] is { Class: NameClass.Person } one && nameAt[i + 1] is { Class: NameClass.Person } other && one != other)
            {
                return [one, other];
            }
        }

        return [];
    }

    // The person whose title these words are part of.
    private Mention? TitledFrom(int i, int from, int end)
    {
        const int Reach = 10;
        for (var k = from; k < end && k < from + Reach && words.Lower(k) is not ("," or "and"); k++)
        {
            if (nameAt[k] is { Class: NameClass.Person } name && name.First == k)
            {
                return name.PhraseFirst <= i ? name : null;
            }
        }

        return null;
    }

    // "Public Prosecutor and spokesman Ilse Maren": one person of two offices.
    private bool JoinsOffices(int and, int first, int end) =>
        words.Lower(and) == "and" && and > first && and + 1 < end && !words.IsCapital(and + 1) && IsOffice(and - 1) && IsOffice(and + 1);

    private bool IsOffice(int i) => PersonWords.KindOf(words.Lower(i)) is PersonWordKind.Title or PersonWordKind.Role;

    /// <summary>Where the noun phrase that a relative pronoun points back to ends and begins; its head.</summary>
    public Head Antecedent(int relative)
    {
        var end = relative;
        var sentence = _prose.Sentences[_prose.Tokens[relative].Sentence];
        while (end > sentence.FirstToken && (words.Lower(end - 1) is "," or "--" or "–" or "—" or "\"" or ")" or "but" or "and" || (words.Lower(relative) == "which" && WordLists.Prepositions.Contains(words.Lower(end - 1)))))
        {
            end--;
        }

        // Over an age or a parenthesis: "Ilse Maren, 56, who".
        if (end > sentence.FirstToken + 1 && char.IsDigit(words.Lower(end - 1)[0]) && words.Lower(end - 2) == ",")
        {
            end -= 2;
        }

        for (var open = end - 1; open >= sentence.FirstToken && open > end - 6; open--)
        {
            if (words.Lower(open) == "(")
            {
                end = open;
                break;
            }
        }

        if (end <= sentence.FirstToken)
        {
            return new Head(HeadKind.None, null, relative, relative, relative);
        }

        if (nameAt[end - 1] is { } name && name.Class is NameClass.Person or NameClass.Outlet or NameClass.Group)
        {
            return new Head(HeadKind.Name, name, name.First, name.End, end - 1);
        }

        var first = end - 1;
        while (first > sentence.FirstToken && end - first < 8 && !WordLists.Verbs.Contains(words.Lower(first - 1)) && words.IsWord(first - 1) && words.Lower(first - 1) is not ("and" or "that" or "who" or "to") && !(WordLists.Prepositions.Contains(words.Lower(first - 1)) && words.Lower(first - 1) is not ("of" or "from" or "in" or "at")) && !WordLists.Determiners.Contains(words.Lower(first)))
        {
            first--;
        }

        while (first < end - 1 && words.Lower(first) is "of" or "from" or "in" or "at" && words.Lower(first + 1) is not ("least" or "all" or "most"))
        {
            first++;
        }

        // "the head of the harbour guild, who": the words behind the preposition are not who speaks, unless they are a name.
        return HeadOf(first, end);
    }

    /// <summary>The words of a noun phrase without the clause or aside behind it.</summary>
    public (int First, int End) OwnWords(int first, int end)
    {
        (first, end) = _edges.Quiet(first, end);
        end = _times.Trim(first, end);
        var stop = first;
        while (stop < end && !(words.Lower(stop) is "," or "(" or "--" or "–" or "—" or ";" or ":" or "including" || (stop > first && WordLists.Relatives.Contains(words.Lower(stop)))))
        {
            stop++;
        }

        // No phrase ends in a preposition: "forces on" is cut out of something longer.
        while (stop > first + 1 && (words.Lower(stop - 1) is "'s" or "'" or "\"" or "." || (WordLists.Prepositions.Contains(words.Lower(stop - 1)) && WordLists.Function.Contains(words.Lower(stop - 1))) || words.Lower(stop - 1) is "the" or "a" or "an" or "and" or "or"))
        {
            stop--;
        }

        return (first, Math.Max(stop, first + 1));
    }

    /// <summary>Can these words stand for anybody at all? "The", "at which", "61 %", "no figures" and "despite" can not.</summary>
    public bool MeanSomebody(int first, int end)
    {
        if (words.Lower(first) == "no" && PersonWords.KindOf(words.Lower(end - 1)) is null or PersonWordKind.Document)
        {
            return false;
        }

        if (end - first > 1 && words.Lower(first) == "one")
        {
            return true;
        }

        for (var i = first; i < end; i++)
        {
            var lower = words.Lower(i);
            if (lower.Any(char.IsLetter) && (!WordLists.Function.Contains(lower) || WordLists.Amounts.Contains(lower)) && !(WordLists.Prepositions.Contains(lower) && lower is not "close") && !(end - first == 1 && lower.EndsWith("ly", StringComparison.Ordinal) && CommonWords.Contains(lower)))
            {
                return true;
            }
        }

        return false;
    }

    // "running mate": a title of several words that ends here.
    private bool EndsTitle(int first, int head)
    {
        for (var k = Math.Max(first, head - 3); k < head; k++)
        {
            if (PersonWords.Longest(i => i <= head ? words.Lower(i) : null, k, out var kind, out _) == head - k + 1 && kind is PersonWordKind.Title or PersonWordKind.Role)
            {
                return true;
            }
        }

        return false;
    }

    // A name that fills what stands between its comma and the next one or the end, titles before it.
    private Mention? NameAlone(int first, int end)
    {
        var at = first;
        while (at < end && nameAt[at] is null or { Class: not NameClass.Person } && (PersonWords.Longest(i => i < end ? words.Lower(i) : null, at, out _, out _) is var n && n > 0 || words.IsCapital(at)))
        {
            at += Math.Max(1, n);
        }

        return at < end && nameAt[at] is { Class: NameClass.Person } name && (name.End >= end || words.Lower(name.End) is "," or "(" or "--") ? name : null;
    }

    // Up to the first comma, preposition, bracket or relative pronoun that is no part of a name.
    private int PhraseEnd(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (nameAt[i] is { } name)
            {
                i = Math.Min(name.End, end) - 1;
                continue;
            }

            var lower = words.Lower(i);
            // "Bill Maren a former adviser": a comma was lost.
            if (i > first && lower is "a" or "an" && nameAt[i - 1] is { Class: NameClass.Person } told && told.End - told.First > 1)
            {
                return i;
            }

            // "the women accusing the mayor": what they do is no part of who they are.
            if (i > first && i + 1 < end && lower.Length > 5 && lower.EndsWith("ing", StringComparison.Ordinal) && !words.IsCapital(i) && words.IsVerb(i) && (WordLists.Determiners.Contains(words.Lower(i + 1)) || nameAt[i + 1] is { Class: not NameClass.People }))
            {
                return i;
            }

            if (i > first && (lower is "," or "(" or "--" or "–" or "—" or ";" or ":" or "and" or "or" || (WordLists.Prepositions.Contains(lower) && !(lower is "like" or "close" or "off")) || WordLists.Relatives.Contains(lower) || (WordLists.Verbs.Contains(lower) && lower != "'s")))
            {
                // "One of the officials" keeps its own words; "a group of" too: the head is what stands before "of".
                return i;
            }
        }

        return end;
    }
}

internal enum HeadKind
{
    None,
    Name,
    Noun,
    Pronoun,
    Relative,
}

/// <param name="First">First token of the phrase.</param>
/// <param name="End">Behind the phrase's own words.</param>
/// <param name="At">The head's token.</param>
internal readonly record struct Head(HeadKind Kind, Mention? Name, int First, int End, int At);
