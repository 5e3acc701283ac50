namespace Stemma.Articles.Dates;

/// <summary>Do these words tell no time after all: "May" the verb or the name, "March" the walk, a page, a score, a count of people?</summary>
internal static class Doubts
{
    public static bool Reject(RuleBook book, Match match, string text, ReadOnlySpan<TimeToken> tokens) => IsTitle(book, match, tokens) || match.Rule.Name switch
    {
        "amount-hyphen" or "amount" or "amount-plain" => IsAge(book, match, tokens) || IsShare(book, match, tokens),
        "a-year" => IsShare(book, match, tokens),
        "season-the" or "season-rel" => match.Says(tokens, "fall") && match.End < tokens.Length && Word(book, tokens[match.End], "of") && !(match.End + 1 < tokens.Length && Dateish(book, tokens, match.End + 1)),
        "year" => match.End == match.Begin + 1 && !IsYear(book, text, tokens, match.Begin),
        "month" => match.End == match.Begin + 1 && !IsMonth(book, text, tokens, match.Begin),
        "day" => IsNoDay(book, match, tokens),
        "season-in" => tokens[match.Begin].Has(Look.Capital) && !AfterPreposition(book, tokens, match.Begin),
        "pair-days" or "pair-days-2" => match.End < tokens.Length && tokens[match.End] is var next && next.Has(Look.Word) && book.IsPlain(next.Symbol) && next.Has(Look.EndsInS),
        "year-tail" => true,
        "rel-unit" => match.Says(tokens, "minute", "second") && match.Says(tokens, "last"),
        "half" or "quarter" => false,
        "holiday" => !HasCapital(tokens, match) || IsOthersNewYear(book, match, tokens),
        "clock" => (match.End == match.Begin + 1 && IsScore(tokens, match.Begin)) || PrecededBy(book, tokens, match.Begin, "high"),
        "future" or "now" or "currently" => match.Says(tokens, "soon") && !match.Says(tokens, "possible") && (PrecededBy(book, tokens, match.Begin, "as") || (match.End < tokens.Length && Word(book, tokens[match.End], "after"))),
        "adverb-set" => IsTitleOfPaper(tokens, match),
        "the-unit" => match.End == match.Begin + 2 && match.Says(tokens, "day"),
        "units-bare" => match.Says(tokens, "quarters", "minutes", "seconds", "hours") || PrecededBy(book, tokens, match.Begin, "of") || UnitsWithoutTime(book, tokens, match),
        "decade" => match.Begin > 0 && match.End == match.Begin + 1 && book.Lexicon.Is(tokens[match.Begin - 1].Symbol, book.Classes.Possessor),
        _ => false,
    };

    // "60 Minutes", "This Week", "High Noon": names of things, where the word is no name of a day and begins no sentence.
    private static bool IsTitle(RuleBook book, Match match, ReadOnlySpan<TimeToken> tokens)
    {
        var (at, c) = (match.End - 1, book.Classes);
        var last = tokens[at];
        return last.Has(Look.Capital) && !last.Has(Look.Capitals) && !Starts(tokens, at) && at > 0 && !tokens[at - 1].Has(Look.Breaks)
            && (book.Lexicon.Is(last.Symbol, c.Unit) || book.Lexicon.Is(last.Symbol, c.Units) || book.Lexicon.Is(last.Symbol, c.Deictic) || book.Lexicon.Is(last.Symbol, c.Noon))
            && match.Rule.Meaning != "holiday";
    }

    // "the new year", "a mother's day off": no day with a name.
    private static bool HasCapital(ReadOnlySpan<TimeToken> tokens, Match match)
    {
        for (var t = match.Begin; t < match.End; t++)
        {
            if (tokens[t].Has(Look.Capital) && (t > match.Begin || match.End == match.Begin + 1 || !Starts(tokens, t)))
            {
                return true;
            }
        }

        return false;
    }

    // "Tamil New Year": another people's, on a day that no rule here gives.
    private static bool IsOthersNewYear(RuleBook book, Match match, ReadOnlySpan<TimeToken> tokens) =>
        match.Begin > 0 && Word(book, tokens[match.Begin], "new") && tokens[match.Begin - 1].Has(Look.Capital) && book.IsPlain(tokens[match.Begin - 1].Symbol) && !Starts(tokens, match.Begin);

    // "$500 million a year", "seats a week": so much each time.
    private static bool IsRate(RuleBook book, Match match, ReadOnlySpan<TimeToken> tokens) =>
        match.Begin > 0 && !tokens[match.Begin].Has(Look.NewParagraph) && tokens[match.Begin - 1] is var before
        && (before.Has(Look.Number) || before.Has(Look.EndsInS) || book.Lexicon.Is(before.Symbol, book.Classes.Units) || book.Lexicon.Is(before.Symbol, book.Classes.Rate));

    // "a year" and no more.
    private static bool IsEach(Match match, ReadOnlySpan<TimeToken> tokens) => match.End == match.Begin + 2 && match.Says(tokens, "a", "an");

    /// <summary>What only a history calls a time, or only news.</summary>
    public static bool RejectIn(RuleBook book, Register register, Match match, ReadOnlySpan<TimeToken> tokens) => match.Rule.Name switch
    {
        "former" or "this-period" or "night-any" => register == Register.News,
        "season-in" => register == Register.News && !AfterPreposition(book, tokens, match.Begin),
        "future" => register == Register.History ? match.Says(tokens, "soon") : match.End == match.Begin + 1 && match.Says(tokens, "future"),
        "a-year" => register == Register.News && IsRate(book, match, tokens),
        "amount" => register == Register.News && (IsEach(match, tokens) && IsRate(book, match, tokens) || match.End < tokens.Length && match.Says(tokens, "years") && Word(book, tokens[match.End], "old")),
        "amount-plain" => register == Register.News && match.Says(tokens, "old"),
        _ => false,
    };

    // "a six-year-old boy": an age is no time told.
    private static bool IsAge(RuleBook book, Match match, ReadOnlySpan<TimeToken> tokens) =>
        match.End + 1 < tokens.Length && tokens[match.End].Has(Look.Glued) && Word(book, tokens[match.End], "-") && Word(book, tokens[match.End + 1], "old", "olds");

    // "a quarter of the votes", "three-quarters": a share.
    private static bool IsShare(RuleBook book, Match match, ReadOnlySpan<TimeToken> tokens) =>
        match.Says(tokens, "quarter", "quarters") && (match.Says(tokens, "three", "a") || (match.End < tokens.Length && Word(book, tokens[match.End], "of")));

    private static bool Word(RuleBook book, TimeToken token, params ReadOnlySpan<string> words)
    {
        if (token.Symbol == book.Hyphen)
        {
            return words.Contains("-");
        }

        foreach (var word in words)
        {
            if (token.Entry >= 0 && book.Lexicon[token.Entry].Word == word)
            {
                return true;
            }
        }

        return false;
    }

    // A four-digit number is a year unless what stands around it counts or numbers something.
    private static bool IsYear(RuleBook book, string text, ReadOnlySpan<TimeToken> tokens, int at)
    {
        var token = tokens[at];
        if (book.Lexicon.Is(token.Symbol, book.Classes.ShortYear))
        {
            return true;
        }

        if (at > 0 && token.Has(Look.Glued) && text[token.Begin - 1] is '#' or '.' or '/' or ':' or '+' or '&' or '=' or '_' or '@')
        {
            return false;
        }

        if (at + 1 < tokens.Length && tokens[at + 1].Has(Look.Glued) && tokens[at + 1].Has(Look.Word))
        {
            return false;
        }

        // "page 1984", "Resolution 1701", "1984/7": numbered, not dated.
        if ((at > 0 && !Starts(tokens, at) && book.Lexicon.Is(tokens[at - 1].Symbol, book.Classes.Numbered)) || (token.End + 1 < text.Length && text[token.End] is '/' && char.IsAsciiDigit(text[token.End + 1])))
        {
            return false;
        }

        var prepared = AfterPreposition(book, tokens, at);
        if (token.Value is < 1500 or > 2050 && !prepared)
        {
            return false;
        }

        // "2000 people", "1900 tons": a plural right behind it, unless a preposition makes it a year ("in 1939 forces").
        if (at + 1 < tokens.Length && tokens[at + 1] is var next && next.Has(Look.Word) && next.Has(Look.EndsInS) && !next.Has(Look.Capital) && book.IsPlain(next.Symbol) && token.Value % 100 == 0 && (!prepared || PrecededBy(book, tokens, at, "of")))
        {
            return false;
        }

        return true;
    }

    private static bool IsMonth(RuleBook book, string text, ReadOnlySpan<TimeToken> tokens, int at)
    {
        var word = text.AsSpan(tokens[at].Begin, tokens[at].End - tokens[at].Begin);
        if (at > 0 && !Starts(tokens, at) && book.Lexicon.Is(tokens[at - 1].Symbol, book.Classes.Given) | book.Lexicon.Is(tokens[at - 1].Symbol, book.Classes.Title))
        {
            return false;
        }

        var doubtful = word is "May" or "March" or "MAY" or "MARCH";
        if (doubtful)
        {
            return AfterPreposition(book, tokens, at) || IsAttribute(book, tokens, at) || (at + 1 < tokens.Length && Dateish(book, tokens, at + 1));
        }

        // "April Glass", "June Carter": a name, where nothing makes it a month.
        return word is not ("April" or "June" or "Jan" or "Mar" or "Dec" or "Jun" or "Jul" or "Apr" or "Jan." or "Mar." or "August")
            || AfterPreposition(book, tokens, at)
            || !(at + 1 < tokens.Length && tokens[at + 1].Has(Look.Capital) && book.IsPlain(tokens[at + 1].Symbol));
    }

    // "the March accession", "a May vote"; "the March on Lom" is a walk.
    private static bool IsAttribute(RuleBook book, ReadOnlySpan<TimeToken> tokens, int at) =>
        at > 0 && at + 1 < tokens.Length && (book.Lexicon.Is(tokens[at - 1].Symbol, book.Classes.The) || book.Lexicon.Is(tokens[at - 1].Symbol, book.Classes.Article))
        && tokens[at + 1].Has(Look.Word) && !tokens[at + 1].Has(Look.Capital | Look.EndsInEd) && book.IsPlain(tokens[at + 1].Symbol);

    private static bool IsNoDay(RuleBook book, Match match, ReadOnlySpan<TimeToken> tokens)
    {
        // "may 5": the class of months asks for a capital already. "March 5,000 miles" is a figure and was never a day.
        var month = match.TokenOf(book.Classes.Month);
        return month < 0;
    }

    // "the Harbour daily Beacon": a newspaper.
    private static bool IsTitleOfPaper(ReadOnlySpan<TimeToken> tokens, Match match) =>
        match.Begin > 0 && match.End < tokens.Length && tokens[match.Begin - 1].Has(Look.Capital) && tokens[match.End].Has(Look.Capital) && !tokens[match.Begin].Has(Look.NewParagraph);

    private static bool IsScore(ReadOnlySpan<TimeToken> tokens, int at) => at > 0 && tokens[at - 1].Has(Look.Number) && tokens[at].Has(Look.Glued);

    private static bool UnitsWithoutTime(RuleBook book, ReadOnlySpan<TimeToken> tokens, Match match) =>
        match.Begin > 0 && tokens[match.Begin].Has(Look.Glued) && !tokens[match.Begin - 1].Has(Look.Breaks);

    private static bool Dateish(RuleBook book, ReadOnlySpan<TimeToken> tokens, int at) =>
        book.Lexicon.Is(tokens[at].Symbol, book.Classes.Year) || book.Lexicon.Is(tokens[at].Symbol, book.Classes.Month);

    private static bool AfterPreposition(RuleBook book, ReadOnlySpan<TimeToken> tokens, int at) =>
        at > 0 && !tokens[at].Has(Look.NewParagraph) && book.Lexicon.Is(tokens[at - 1].Symbol, book.Classes.Preposition);

    private static bool PrecededBy(RuleBook book, ReadOnlySpan<TimeToken> tokens, int at, string word) =>
        at > 0 && tokens[at - 1].Entry >= 0 && book.Lexicon[tokens[at - 1].Entry].Word == word;

    private static bool Starts(ReadOnlySpan<TimeToken> tokens, int at) => at == 0 || tokens[at].Has(Look.NewParagraph) || tokens[at - 1].Has(Look.EndsSentence);
}
