using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Articles.Actors;

/// <summary>An article's words with what finding names asks of each: capital or not, and whether the capital says anything.</summary>
internal sealed class ArticleWords
{
    private readonly HashSet<string> _smallHere = new(StringComparer.Ordinal);
    private readonly HashSet<string> _capitalHere = new(StringComparer.Ordinal);
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private readonly HashSet<int> _glued = [];
    private readonly bool[] _headline;
    private readonly bool[] _shouted;
    private readonly string?[] _bases;
    private readonly bool?[] _verbs;
    private readonly string?[] _fields;

    public ArticleWords(Prose prose)
    {
        Prose = prose;
        (_bases, _verbs, _fields) = (new string?[prose.Tokens.Count], new bool?[prose.Tokens.Count], new string?[prose.Tokens.Count]);
        _headline = new bool[prose.Sentences.Count];
        _shouted = new bool[prose.Tokens.Count];
        Shouts();
        for (var s = 0; s < prose.Sentences.Count; s++)
        {
            _headline[s] = IsHeadline(prose.Sentences[s]);
            if (_headline[s] || !IsRead(s))
            {
                continue;
            }

            var sentence = prose.Sentences[s];
            for (var i = sentence.FirstToken; i < sentence.FirstToken + sentence.Tokens; i++)
            {
                if (IsCapital(i))
                {
                    if (!BeginsSentence(i))
                    {
                        _capitalHere.Add(prose.Tokens[i].Lower);
                        if (!IsAllCapitals(i))
                        {
                            _named.Add(prose.Tokens[i].Lower);
                        }
                    }
                }
                else
                {
                    _smallHere.Add(prose.Tokens[i].Lower);
                }
            }
        }
    }

    public Prose Prose { get; }

    public int Count => Prose.Tokens.Count;

    public string Lower(int i) => Prose.Tokens[i].Lower;

    /// <summary>The word's base form, looked up once.</summary>
    public string Base(int i) => _bases[i] ??= Thesaurus.Base(Lower(i));

    /// <summary>Can this word be a verb? Looked up once.</summary>
    public bool IsVerb(int i) => _verbs[i] ??= Thesaurus.IsVerb(Lower(i));

    /// <summary>The field of meaning that the word is of, looked up once.</summary>
    public string Field(int i) => _fields[i] ??= Thesaurus.FieldOf(Lower(i)).ToString();

    /// <summary>"left", "fought": an irregular past that no other word is written like.</summary>
    public static bool IsPastVerb(string lower) => lower[^1] != 's' && Thesaurus.IsVerb(lower) && Thesaurus.Base(lower) != lower;

    public string Word(int i) => Prose.Tokens[i].Span.Of(Prose.Text);

    public ReadOnlySpan<char> Letters(int i) => Prose.Text.AsSpan(Prose.Tokens[i].Span.Begin, Prose.Tokens[i].Span.Length);

    /// <summary>The word in lower case; null outside the sentence's tokens.</summary>
    public string? LowerIn(Sentence sentence, int i) => i >= sentence.FirstToken && i < sentence.FirstToken + sentence.Tokens ? Prose.Tokens[i].Lower : null;

    public bool IsCapital(int i) => Prose.IsCapital(i);

    public bool IsAllCapitals(int i)
    {
        var (letters, upper) = (0, 0);
        foreach (var c in Prose.Text.AsSpan(Prose.Tokens[i].Span.Begin, Prose.Tokens[i].Span.Length))
        {
            letters += char.IsLetter(c) ? 1 : 0;
            upper += char.IsUpper(c) ? 1 : 0;
        }

        return letters > 1 && upper == letters;
    }

    public bool IsWord(int i) => char.IsLetter(Prose.Text[Prose.Tokens[i].Span.Begin]);

    /// <summary>True where names are looked for: the body and headlines.</summary>
    public bool IsRead(int sentence) => Prose.Paragraphs[Prose.Sentences[sentence].Paragraph].Furniture is null or FurnitureKind.Headline;

    /// <summary>Written in the way of headlines, so that capitals say little.</summary>
    public bool IsHeadlineStyle(int sentence) => _headline[sentence];

    /// <summary>A headline by its place: the first line, without a full stop.</summary>
    public bool IsHeadlinePlace(int sentence) =>
        _headline[sentence] || Prose.Paragraphs[Prose.Sentences[sentence].Paragraph].Furniture == FurnitureKind.Headline
        || (sentence < 2 && Prose.Paragraphs.Count > 2 && Prose.Sentences[sentence].Span.End < Prose.Text.Length && Prose.Text[Prose.Sentences[sentence].Span.End - 1] is not ('.' or '"' or '”'));

    /// <summary>True where a word is written large whatever it is: at the head of a sentence or quotation, behind a colon.</summary>
    public bool BeginsSentence(int i)
    {
        var sentence = Prose.Sentences[Prose.Tokens[i].Sentence];
        if (i == sentence.FirstToken)
        {
            return true;
        }

        var before = Lower(i - 1);
        return before is "\"" or "'" or "``" or "''" or ":" or "(" or "[" or "-" or "--" or "–" or "—" or "•" or "." or "?" or "!" or "..." or ";" || !char.IsLetterOrDigit(before[^1]) && before is not ("," or "." or "'s" or "%" or ")") && before[^1] != '.';
    }

    /// <summary>Stands among words that are all in capitals whatever they are ("JUST WATCHED", "SHARE THIS ARTICLE"), so that the capitals say nothing.</summary>
    public bool IsShouted(int i) => _shouted[i];

    /// <summary>"Va.", "Calif.": a state told short, behind its town; it begins no name, though one may follow.</summary>
    public bool IsShortPlace(int i) => Letters(i) is [_, _, .., '.'] word && Abbreviations.KindOf(word[..^1]) == "place";

    /// <summary>"diVosta", "deMaren": a surname whose capital stands behind a particle written to it.</summary>
    public bool HasInnerCapital(int i)
    {
        var word = Letters(i);
        var small = 0;
        while (small < word.Length && char.IsLower(word[small]))
        {
            small++;
        }

        return small is 2 or 3 && small + 1 < word.Length && char.IsUpper(word[small]) && char.IsLower(word[small + 1]);
    }

    /// <summary>"al-Voss", "el-Maren", "d'Orl": the capital stands behind an article written to the name.</summary>
    public bool IsArticled(int i)
    {
        const int LongestArticle = 3;
        var word = Word(i);
        var joint = word.AsSpan().IndexOfAny('-', '\'', '’');
        return joint is > 0 and <= LongestArticle && joint + 1 < word.Length && char.IsUpper(word[joint + 1]) && WordLists.Articled.Contains(word[..joint]);
    }

    /// <summary>Does the capital of this word say that it is a name?</summary>
    public bool CapitalCounts(int i)
    {
        var lower = Lower(i);
        if (IsArticled(i))
        {
            return true;
        }

        if (!IsCapital(i) || (WordLists.Function.Contains(lower) && !IsGivenBefore(i)) || !IsWord(i) || IsShortPlace(i))
        {
            return false;
        }

        if (_shouted[i] && !IsNamedSmall(lower) && !IsPersonShouted(i))
        {
            return false;
        }

        var headline = _headline[Prose.Tokens[i].Sentence];
        if (!headline && !BeginsSentence(i))
        {
            return true;
        }

        if (_capitalHere.Contains(lower) && !_smallHere.Contains(lower))
        {
            return true;
        }

        if (!headline && IsGivenBefore(i))
        {
            return true;
        }

        // "North Wire said …" and, elsewhere, "the north bank": a point of the compass before a capital belongs to the name.
        if (!headline && lower is "north" or "south" or "east" or "west" && i + 1 < Count && IsCapital(i + 1) && !BeginsSentence(i + 1))
        {
            return true;
        }

        // Verbs of headlines are rare in running text: "sees" is known by "seeing".
        if (headline && lower.Length > 3 && (CommonWords.Contains(lower + "ing") || (lower[^1] is 's' && (CommonWords.Contains(lower[..^1] + "ing") || CommonWords.Contains(lower[..^1])))))
        {
            return false;
        }

        // "Bemoaning …": a form of a verb at the head of a sentence.
        if (lower.Length > 4 && (lower.EndsWith("ing", StringComparison.Ordinal) || lower.EndsWith("ly", StringComparison.Ordinal)) && !PersonWords.IsGivenName(lower) && WordLists.ClassOfNameWord(lower) is null)
        {
            return false;
        }

        return !_smallHere.Contains(lower) && !CommonWords.Contains(lower) && !(PersonWords.Singular(lower) is { } one && CommonWords.Contains(one)) && !lower.Contains('-', StringComparison.Ordinal)
            || (lower.IndexOf('-', StringComparison.Ordinal) is var dash && dash > 0 && (_capitalHere.Contains(lower) || (dash + 1 < lower.Length && char.IsUpper(Letters(i)[dash + 1]) && !CommonWords.Contains(lower[..dash]))));
    }

    // "Bill Maren", "Will Voss": a given name that is a word too, before a capital that is none.
    private bool IsGivenBefore(int i) =>
        i + 1 < Count && Prose.Tokens[i + 1].Sentence == Prose.Tokens[i].Sentence && !_headline[Prose.Tokens[i].Sentence] && PersonWords.IsGivenName(Lower(i)) && !IsAllCapitals(i) && IsWord(i + 1) && IsCapital(i + 1) && !IsAllCapitals(i + 1)
        && !CommonWords.Contains(Lower(i + 1)) && !WordLists.Function.Contains(Lower(i + 1)) && !_smallHere.Contains(Lower(i + 1)) && (!WordLists.Function.Contains(Lower(i)) || (Lower(i) is "will" or "jan" && !BeginsSentence(i))) && WordLists.ClassOfNameWord(Lower(i + 1)) is null;

    /// <summary>Other words of the page were glued on behind this token.</summary>
    public bool IsGluedOn(int i) => _glued.Contains(i);

    public void MarkGluedOn(int i) => _glued.Add(i);

    // Named elsewhere in the usual way: so the capitals are a name's here too.
    private bool IsNamedSmall(string lower) => _named.Contains(lower) && !_smallHere.Contains(lower);

    // "SEN. ORLIN VOSS SAYS": a given name, and the word behind it.
    private bool IsPersonShouted(int i) =>
        !CommonWords.Contains(Lower(i)) && ((PersonWords.IsGivenName(Lower(i)) && i + 1 < Count && IsAllCapitals(i + 1) && !CommonWords.Contains(Lower(i + 1))) || (i > 0 && IsAllCapitals(i - 1) && PersonWords.IsGivenName(Lower(i - 1)) && !CommonWords.Contains(Lower(i - 1))));

    // Stretches of words in capitals that hold a word which running news writes small: no name and no acronym is written so.
    private void Shouts()
    {
        const int Acronym = 3;
        for (var i = 0; i < Count;)
        {
            var end = i;
            var (tells, words) = (false, 0);
            while (end < Count && Prose.Tokens[end].Sentence == Prose.Tokens[i].Sentence && (IsAllCapitals(end) || (end > i && (!IsWord(end) || Prose.Tokens[end].Span.Length == 1) && end + 1 < Count && IsAllCapitals(end + 1))))
            {
                words += IsAllCapitals(end) ? 1 : 0;
                tells |= IsAllCapitals(end) && Prose.Tokens[end].Span.Length > Acronym && (CommonWords.Contains(Lower(end)) || WordLists.Function.Contains(Lower(end)));
                end++;
            }

            // "the SITE Group", "the CARES Act": one word beside a word of a name is an acronym.
            if (tells && (words > 1 || !IsAcronymHere(i, end)))
            {
                Array.Fill(_shouted, true, i, end - i);
            }

            i = Math.Max(end, i + 1);
        }
    }

    private bool IsAcronymHere(int i, int end)
    {
        if (i > 0 && Lower(i - 1) is "the" or "a" or "an")
        {
            return true;
        }

        for (var k = end; k < Count && k < end + 3 && IsCapital(k); k++)
        {
            if (WordLists.ClassOfNameWord(Lower(k)) is not null)
            {
                return true;
            }
        }

        return false;
    }

    // Most longer words written large: title case, or all in capitals.
    private bool IsHeadline(Sentence sentence)
    {
        var (large, small) = (0, 0);
        for (var i = sentence.FirstToken + 1; i < sentence.FirstToken + sentence.Tokens; i++)
        {
            if (IsWord(i) && Prose.Tokens[i].Span.Length >= 4)
            {
                (large, small) = IsCapital(i) ? (large + 1, small) : (large, small + 1);
            }
        }

        // The first line without a full stop is a headline, however it is written.
        if (sentence.Paragraph == 0 && Prose.Paragraphs.Count > 1 && sentence.FirstToken == 0 && !Prose.Text.AsSpan(sentence.Span.Begin, sentence.Span.Length).TrimEnd().EndsWith(".") && large > small)
        {
            return true;
        }

        return large >= (Prose.Text.AsSpan(sentence.Span.Begin, sentence.Span.Length).TrimEnd().EndsWith(".") ? 5 : 3) && large > 3 * small;
    }
}
