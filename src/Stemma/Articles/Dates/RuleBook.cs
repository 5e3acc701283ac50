using Stemma.Words;

namespace Stemma.Articles.Dates;

/// <summary>Which expressions are there, and what does each mean? Data/rules.tsv and Data/words.tsv, compiled once.</summary>
internal sealed class RuleBook
{
    private const string RulesFile = "Articles/Dates/Data/rules.tsv";
    private const string WordsFile = "Articles/Dates/Data/words.tsv";

    /// <summary>A line of the book: its name, the type and the meaning of what it finds.</summary>
    internal sealed record Rule(string Name, TimexType Type, string Meaning, Pattern Pattern)
    {
        /// <summary>The pattern as a row of one.</summary>
        public Pattern[] Alone { get; } = [Pattern];
    }

    public static readonly RuleBook Shared = new();

    private readonly int _scheduled;

    private RuleBook()
    {
        var rows = Resource.Rows(RulesFile).ToList();
        Lexicon = Lexicon.Read(WordsFile, rows.SelectMany(r => Pattern.Literals(r[^1])).Concat(Pattern.Literals(Holidays.Pattern)));
        var named = new Dictionary<string, Pattern>(StringComparer.Ordinal);
        named["@HOLIDAY"] = Pattern.Parse(Holidays.Pattern, named, Lexicon.ClassOf);
        foreach (var row in rows.Where(r => r[0][0] == '@'))
        {
            named[row[0]] = Pattern.Parse(row[1], named, Lexicon.ClassOf);
        }

        Rules = [.. rows.Where(r => r[0][0] != '@').Select(r => new Rule(r[0], Enum.Parse<TimexType>(r[1], ignoreCase: true), r[2], Pattern.Parse(r[3], named, Lexicon.ClassOf)))];
        Scanner = new TimeScanner(Lexicon);
        Numbers = new NumberWords(Lexicon);
        Automaton = new Automaton(Lexicon, [.. Rules.Select(r => r.Pattern)]);
        Classes = new Classes(Lexicon);
        Hyphen = Lexicon.SymbolFor(["-"]);
        Possessive = Lexicon.SymbolFor(["'s"]);
        _scheduled = Lexicon.SymbolFor(["SCHED"]);
        Lexicon.Seal();
    }

    public Lexicon Lexicon { get; }

    public IReadOnlyList<Rule> Rules { get; }

    public TimeScanner Scanner { get; }

    public NumberWords Numbers { get; }

    public Automaton Automaton { get; }

    public Classes Classes { get; }

    /// <summary>True where the token is one of these words.</summary>
    public bool Says(TimeToken token, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (token.Entry >= 0 && Lexicon[token.Entry].Word == word)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a word that is in no list, or only in that of verbs a calendar is told with.</summary>
    public bool IsPlain(int symbol) => symbol == Lexicon.Other || symbol == _scheduled;

    /// <summary>The symbol of "'s".</summary>
    public int Possessive { get; }

    /// <summary>The symbol of a hyphen inside a word.</summary>
    public int Hyphen { get; }
}

/// <summary>The classes of word the program itself asks for, by name, once.</summary>
internal sealed class Classes(Lexicon lexicon)
{
    public readonly int Month = lexicon.ClassOf("MONTH"), Weekday = lexicon.ClassOf("WEEKDAY"), WeekdayAny = lexicon.ClassOf("WD"), Weekdays = lexicon.ClassOf("WEEKDAYS");
    public readonly int Unit = lexicon.ClassOf("UNIT"), Units = lexicon.ClassOf("UNITS"), Second = lexicon.ClassOf("UNIT1"), Part = lexicon.ClassOf("PART"), Parts = lexicon.ClassOf("PARTS");
    public readonly int Season = lexicon.ClassOf("SEASON"), SeasonBare = lexicon.ClassOf("SEASONX"), Phase = lexicon.ClassOf("PHASE"), PhaseShort = lexicon.ClassOf("PH"), PhaseNoun = lexicon.ClassOf("PHASEN"), Mid = lexicon.ClassOf("MIDP");
    public readonly int Deictic = lexicon.ClassOf("DEIC"), Rel = lexicon.ClassOf("REL"), Year = lexicon.ClassOf("Y4"), ShortYear = lexicon.ClassOf("SHORTYEAR"), Day = lexicon.ClassOf("D31"), OrdinalDay = lexicon.ClassOf("ORD31");
    public readonly int Ordinal = lexicon.ClassOf("ORD"), OrdinalWord = lexicon.ClassOf("ORDW"), Era = lexicon.ClassOf("ERA"), Number = lexicon.ClassOf("NUM"), Decade = lexicon.ClassOf("DECADE"), DecadeWord = lexicon.ClassOf("DECADEW");
    public readonly int Clock = lexicon.ClassOf("CLOCK"), ClockDot = lexicon.ClassOf("CLOCKDOT"), Am = lexicon.ClassOf("AM"), Pm = lexicon.ClassOf("PM"), Noon = lexicon.ClassOf("NOON"), Zone = lexicon.ClassOf("ZONE"), ZoneName = lexicon.ClassOf("ZONEW"), Hour12 = lexicon.ClassOf("H12");
    public readonly int Vague = lexicon.ClassOf("VAGUE"), VagueNoun = lexicon.ClassOf("VAGUEN"), Fraction = lexicon.ClassOf("FRACTION"), Decimal = lexicon.ClassOf("DECIMAL"), AdverbSet = lexicon.ClassOf("ADVSET"), Dozen = lexicon.ClassOf("DOZEN");
    public readonly int Iso = lexicon.ClassOf("ISODATE"), Slash = lexicon.ClassOf("SLASHDATE"), Modal = lexicon.ClassOf("MODAL"), Title = lexicon.ClassOf("TITLE"), Given = lexicon.ClassOf("GIVEN"), Preposition = lexicon.ClassOf("PREP");
    public readonly int Future = lexicon.ClassOf("FUT"), Prospect = lexicon.ClassOf("PROSP"), Past = lexicon.ClassOf("PAST"), Schedule = lexicon.ClassOf("SCHED"), Present = lexicon.ClassOf("PRES"), Be = lexicon.ClassOf("BE"), Conditional = lexicon.ClassOf("COND"), To = lexicon.ClassOf("TO"), Have = lexicon.ClassOf("HAVE");
    public readonly int The = lexicon.ClassOf("THE"), Night = lexicon.ClassOf("NIGHT"), Nights = lexicon.ClassOf("NIGHTS"), Each = lexicon.ClassOf("EACH"), Two = lexicon.ClassOf("YY"), Three = lexicon.ClassOf("Y3"), SpokenYear = lexicon.ClassOf("SPOKENYEAR");
    public readonly int[] Joins = [lexicon.ClassOf("-"), lexicon.ClassOf("–"), lexicon.ClassOf("/"), lexicon.ClassOf("and"), lexicon.ClassOf("to"), lexicon.ClassOf("or")];
    public readonly int ThatWord = lexicon.ClassOf("THATW"), Until = lexicon.ClassOf("UNTIL"), Not = lexicon.ClassOf("NOT"), Ended = lexicon.ClassOf("ENDED"), Fiscal = lexicon.ClassOf("FISCAL"), Article = lexicon.ClassOf("AN"), Military = lexicon.ClassOf("MILITARY"), Numbered = lexicon.ClassOf("NUMBERED"), Rate = lexicon.ClassOf("RATE"), Possessor = lexicon.ClassOf("POSSESSOR");
}
