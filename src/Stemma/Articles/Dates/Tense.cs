namespace Stemma.Articles.Dates;

/// <summary>Does the clause around a date look back or ahead?</summary>
internal enum Outlook
{
    None,
    Back,
    Ahead,
}

/// <summary>Finds the verb that governs a date: the nearest one before it in its clause, else the first one behind it.</summary>
/// <remarks>
/// "said Friday that it will close Monday": Friday hangs on "said", Monday on "will close". A "will" elsewhere in the sentence turns nothing.
/// Known to miss: verbs in no list whose past form is irregular; infinitives ("agreed to meet Monday" counts as ahead, "failed to appear Monday" too).
/// </remarks>
internal static class Tense
{
    // How far a governing verb may stand from its date, in words. Eight to either side changes little on news; clauses end first.
    private const int Reach = 14;

    public static Outlook Of(RuleBook book, ReadOnlySpan<TimeToken> tokens, int begin, int end)
    {
        // "Wednesday's ruling": an event that has its day; what is done with it does not turn it.
        if (end < tokens.Length && tokens[end].Symbol == book.Possessive)
        {
            return Outlook.None;
        }

        // "until Tuesday", "by Friday", "as early as Monday".
        if (begin > 1 && !tokens[begin - 1].Has(Look.NewParagraph) && !tokens[begin - 2].Has(Look.EndsSentence) && ((book.Lexicon.Is(tokens[begin - 1].Symbol, book.Classes.Until) && Before(book, tokens, begin) != Outlook.Back | !Says(book, tokens[begin - 1], "by")) || (begin > 2 && Says(book, tokens[begin - 1], "as") && Says(book, tokens[begin - 3], "as"))))
        {
            return Outlook.Ahead;
        }

        var before = Before(book, tokens, begin);
        return before != Outlook.None ? before : After(book, tokens, end);
    }

    private static bool Says(RuleBook book, TimeToken token, string word) => token.Entry >= 0 && book.Lexicon[token.Entry].Word == word;

    private static Outlook Before(RuleBook book, ReadOnlySpan<TimeToken> tokens, int begin)
    {
        for (var t = begin - 1; t >= 0 && t >= begin - Reach; t--)
        {
            // A date right behind an opening bracket hangs on what stands before it: "at four in the morning (4 a.m. Thursday)".
            if (tokens[t].Has(Look.EndsSentence) || (tokens[t].Has(Look.Breaks) && t != begin - 1) || tokens[t + 1].Has(Look.NewParagraph))
            {
                return Outlook.None;
            }

            var sign = Sign(book, tokens, t);
            if (sign != Outlook.None)
            {
                return sign;
            }
        }

        return Outlook.None;
    }

    private static Outlook After(RuleBook book, ReadOnlySpan<TimeToken> tokens, int end)
    {
        for (var t = end; t < tokens.Length && t < end + Reach; t++)
        {
            if (tokens[t].Has(Look.EndsSentence | Look.Breaks | Look.NewParagraph))
            {
                return Outlook.None;
            }

            // "On Friday, the government planned to …": the planning was on Friday. "is planned" looks ahead.
            var sign = book.Lexicon.Is(tokens[t].Symbol, book.Classes.Prospect) && tokens[t].Has(Look.EndsInEd) && !IsHelper(book, tokens[t - 1]) ? Outlook.Back : Sign(book, tokens, t);
            if (sign != Outlook.None)
            {
                return sign;
            }
        }

        return Outlook.None;
    }

    private static bool IsHelper(RuleBook book, TimeToken token) =>
        book.Lexicon.Is(token.Symbol, book.Classes.Be) || book.Lexicon.Is(token.Symbol, book.Classes.Present) || book.Lexicon.Is(token.Symbol, book.Classes.Future) || Says(book, token, "was") || Says(book, token, "were");

    private static Outlook Sign(RuleBook book, ReadOnlySpan<TimeToken> tokens, int at)
    {
        var c = book.Classes;
        var symbol = tokens[at].Symbol;
        if (!tokens[at].Has(Look.Word))
        {
            return Outlook.None;
        }

        if (book.Lexicon.Is(symbol, c.Future))
        {
            return Outlook.Ahead;
        }

        if (Says(book, tokens[at], "would") || (Says(book, tokens[at], "set") && at + 1 < tokens.Length && book.Lexicon.Is(tokens[at + 1].Symbol, c.To)))
        {
            return Outlook.Ahead;
        }

        // "The council meets Monday": what stands in a calendar is told in the present. A bare plural behind an article or adjective is a noun ("the start").
        if (book.Lexicon.Is(symbol, c.Schedule) && at > 0 && !tokens[at].Has(Look.Capital | Look.NewParagraph) && (tokens[at].Has(Look.EndsInS) || !book.Lexicon.Is(tokens[at - 1].Symbol, c.To)) && IsPresentVerb(book, tokens, at))
        {
            return Outlook.Ahead;
        }

        if (book.Lexicon.Is(symbol, c.Prospect))
        {
            // "as planned", "as previously scheduled": it went by the plan.
            if ((at > 0 && Says(book, tokens[at - 1], "as")) || (at > 1 && Says(book, tokens[at - 2], "as")))
            {
                return Outlook.None;
            }

            // "had been scheduled": looked ahead from back then.
            return at > 1 && Says(book, tokens[at - 1], "been") && Says(book, tokens[at - 2], "had") ? Outlook.Back : Outlook.Ahead;
        }

        if (book.Lexicon.Is(symbol, c.Past) || (tokens[at].Has(Look.EndsInEd) && book.IsPlain(symbol) && !tokens[at].Has(Look.Capital)))
        {
            return LedAhead(book, tokens, at) ? Outlook.Ahead : Outlook.Back;
        }

        // "to meet Friday": a bare verb behind "to".
        if (book.Lexicon.Is(symbol, c.To) && at + 1 < tokens.Length && book.IsPlain(tokens[at + 1].Symbol) && tokens[at + 1].Has(Look.Word) && !tokens[at + 1].Has(Look.Capital | Look.EndsInS) && at > 0 && book.Lexicon.Is(tokens[at - 1].Symbol, c.Present))
        {
            return Outlook.Ahead;
        }

        return Outlook.None;
    }

    // A name, a pronoun or a plural before it.
    private static bool IsPresentVerb(RuleBook book, ReadOnlySpan<TimeToken> tokens, int at)
    {
        var before = tokens[at - 1];
        return before.Has(Look.Word) && (book.IsPlain(before.Symbol) || before.Has(Look.Capital)) && !before.Has(Look.EndsInEd) && !book.Lexicon.Is(before.Symbol, book.Classes.Preposition);
    }

    // "will be closed", "will have left", "to be held".
    private static bool LedAhead(RuleBook book, ReadOnlySpan<TimeToken> tokens, int at)
    {
        var c = book.Classes;
        for (var t = at - 1; t >= 0 && t >= at - 5; t--)
        {
            if (book.Lexicon.Is(tokens[t].Symbol, c.Future) || (book.Lexicon.Is(tokens[t].Symbol, c.To) && t < at - 1))
            {
                return true;
            }

            // Only helping words and "not" may stand between.
            if (!book.Lexicon.Is(tokens[t].Symbol, c.Be) && !book.Lexicon.Is(tokens[t].Symbol, c.Have) && !book.Lexicon.Is(tokens[t].Symbol, c.Not))
            {
                return false;
            }
        }

        return false;
    }
}
