namespace Stemma.Articles.Dates;

/// <summary>A word, number or mark as the date rules see it: where it stands, which symbol it is, which number it carries.</summary>
/// <param name="Entry">Index in the lexicon; -1 for numbers, marks and words in no list.</param>
/// <param name="Value">The number it stands for (10:35 is 635 minutes, 1990s is 1990); 0 for words.</param>
internal readonly record struct TimeToken(int Begin, int End, int Symbol, int Entry, int Value, Look Look)
{
    public bool Has(Look look) => (Look & look) != 0;
}

/// <summary>How a token stands in the text.</summary>
[Flags]
internal enum Look
{
    None = 0,

    /// <summary>Begins with a capital letter.</summary>
    Capital = 1,

    /// <summary>No white space before it.</summary>
    Glued = 2,

    /// <summary>An empty line, or the text's begin, before it.</summary>
    NewParagraph = 4,

    /// <summary>A word, in a list or not.</summary>
    Word = 8,

    /// <summary>A number, in digits or words.</summary>
    Number = 16,

    /// <summary>Ends in "ed": a past tense or participle as likely as not.</summary>
    EndsInEd = 32,

    /// <summary>Ends a sentence: full stop, question or exclamation mark.</summary>
    EndsSentence = 64,

    /// <summary>A half more than its value ("two and a half").</summary>
    AndHalf = 128,

    /// <summary>Ends in "s": a plural or a verb.</summary>
    EndsInS = 256,

    /// <summary>A mark that joins no clause: dash, semicolon, bracket, quotation mark.</summary>
    Breaks = 512,

    /// <summary>A number with a decimal point or thousands comma, a price, a share: never part of a date.</summary>
    Figure = 1024,

    /// <summary>In capitals throughout.</summary>
    Capitals = 2048,

    /// <summary>A line end before it.</summary>
    NewLine = 4096,
}
