using System.Collections.Frozen;
using Stemma.Words;

namespace Stemma.Articles.Cleaning;

/// <summary>What do the lines above an article say of it? "By Hedda Quist, Harbour Post", "Thursday, 8 May 2031", "LOM, 4 May (North Wire) —".</summary>
internal static class TopLines
{
    // What stands before a day as often as a name does: the section, the kind of text.
    private static readonly FrozenSet<string> Sections = FrozenSet.ToFrozenSet(
        ["Pressemitteilung", "Presse", "Pressemeldung", "Aktuell", "Aktuelles", "Meldung", "Nachrichten", "Artikel", "Blog", "Blogbeitrag", "Kategorie", "Veröffentlicht", "Erstellt", "Datum", "Stand", "News", "Newsroom", "Press", "Release", "Article", "Articles", "Post", "Posted", "Published", "Updated", "Breaking", "Latest", "Opinion", "Politics", "World", "Sport", "Sports", "Business", "Date", "Publié", "Actualité", "Actualités", "Noticias", "Publicado"], StringComparer.OrdinalIgnoreCase);

    public static bool IsByline(string text, TextSpan line) => NamesAt(text, line) is not null;

    /// <summary>The names of a byline, without date and outlet; null where the line is none.</summary>
    public static string? Names(string line)
    {
        if (NamesAt(line, new TextSpan(0, line.Length)) is not { } names)
        {
            return null;
        }

        var words = DateWords.Find(line, names.Begin, names.End) is { } day ? line[names.Begin..day.Span.Begin] : names.Of(line);
        return words.Split([',', '|', '•', '·', '–', '—'])[0].Trim() is { Length: > 0 } first ? first : null;
    }

    /// <summary>Who stands alone, or before a day, in a line where a byline is expected: "Ilse Maren", "North Wire 5 May 2031, 9:02 am"; null where it is no name.</summary>
    /// <param name="dated">Only with the day behind it: such a line says by itself what it is.</param>
    public static string? Name(string line, bool dated)
    {
        var day = DateWords.Find(line, 0, line.Length, glued: true);
        if (line.Length > 90 || (dated && day is null))
        {
            return null;
        }

        var name = line[..(day?.Span.Begin ?? line.Length)].Trim(' ', '-', '–', '—', '|', '·', '•', ',', '/', '\u00A0');
        var words = name.Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 2 && words[0].TrimEnd(':') is "By" or "Von" or "Par" or "Por")
        {
            (words, name) = (words[1..], string.Join(' ', words[1..]));
        }

        return words.Length is >= 2 and <= 6 && name.Length <= 50 && char.IsUpper(name[0]) && !Sections.Contains(words[0])
            && Array.TrueForAll(words, w => (char.IsUpper(w[0]) && w.Skip(1).Any(c => char.IsLower(c) || c is '.')) || w is "and" or "und" or "et" or "de" or "van" or "von" or "der" or "da" or "al" or "bin" or "&" or "la")
            && !name.Any(c => char.IsDigit(c) || c is ':' or '!' or '?' or '@' or '*' or '>' or '»')
            && FurnitureWords.Kind(name, new TextSpan(0, name.Length), page: true) is null ? name : null;
    }

    /// <summary>Marks a byline or a date line and reads it; leaves anything else as it is.</summary>
    public static void Judge(Draft draft, Block line, Said told)
    {
        if (NamesAt(draft.Text, line.Span) is { } names)
        {
            line.Kind = FurnitureKind.Byline;
            var words = names.Of(draft.Text);
            var date = DateWords.Find(draft.Text, line.Span.Begin, line.Span.End);
            if (date is { } day)
            {
                words = day.Span.Begin > names.Begin ? draft.Text[names.Begin..day.Span.Begin] : words;
                State(draft, day);
            }

            Split(draft, words.Trim(' ', ',', '|', '-', '–', '—', '·', '\u00A0', '/', ':'), told);
            return;
        }

        JudgeDate(draft, line);
    }

    /// <summary>A line that is little more than a date, maybe with an outlet before it.</summary>
    public static void JudgeDate(Draft draft, Block line)
    {
        if (DateWords.Find(draft.Text, line.Span.Begin, line.Span.End) is not { } day)
        {
            return;
        }

        var rest = (draft.Text[line.Span.Begin..day.Span.Begin] + " " + draft.Text[day.Span.End..line.Span.End]).Trim();
        if (rest.Length > 60 || TextCleaner.EndsLikeASentence(draft.Text, line.Span) && rest.Length > 30)
        {
            return;
        }

        line.Kind = FurnitureKind.Dateline;
        State(draft, day);
        var before = draft.Text[line.Span.Begin..day.Span.Begin].Trim(' ', ',', '|', '-', '–', '—', '·', '(');
        if (OutletNames.KindOf(before) == OutletKind.Outlet)
        {
            draft.Outlet ??= before;
        }
    }

    /// <summary>A dateline runs into the first paragraph of body: marked up to its dash, so that the sentence begins where it begins.</summary>
    public static void FindDateline(Draft draft)
    {
        var at = draft.Blocks.FindIndex(b => b.Kind is null);
        if (at < 0 || Dateline.EndIn(draft.Text, draft.Blocks[at].Span) is not { } end)
        {
            return;
        }

        var body = draft.Blocks[at];
        draft.Blocks.Insert(at, new Block(new TextSpan(body.Span.Begin, end)) { Kind = FurnitureKind.Dateline });
        if (DateWords.Find(draft.Text, body.Span.Begin, end) is { } day)
        {
            State(draft, day);
        }

        while (end < body.Span.End && char.IsWhiteSpace(draft.Text[end]))
        {
            end++;
        }

        body.Span = new TextSpan(end, body.Span.End);
    }

    // The names behind "By": capitalised, few; "By noon the fire was out." is no byline.
    private static TextSpan? NamesAt(string text, TextSpan line)
    {
        var begin = line.Begin;
        foreach (var word in (ReadOnlySpan<string>)["Written by", "Reported by", "Posted by", "Published by", "Story by", "Text von", "Text:", "Autor:", "Autorin:", "Author:", "By:", "By", "BY", "by", "Von", "Par", "Por"])
        {
            if (line.Length > word.Length + 3 && text.AsSpan(begin, word.Length).SequenceEqual(word) && text[begin + word.Length] is ' ' or '\u00A0' or '\t')
            {
                begin += word.Length;
                while (begin < line.End && char.IsWhiteSpace(text[begin]))
                {
                    begin++;
                }

                // A day behind the names, and what leads up to it ("on", "publiziert am"), is none of them.
                var names = new TextSpan(begin, DateWords.Find(text, begin, line.End) is { } day ? BeforeDay(text, begin, day.Span.Begin) : line.End);
                var words = names.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
                return names.Length > 2 && char.IsUpper(text[begin]) && words.Length <= 16
                    && !TextCleaner.EndsLikeASentence(text, line)
                    && words.Count(w => char.IsLetter(w[0]) && char.IsLower(w[0]) && w is not ("and" or "for" or "of" or "in" or "und" or "et" or "y" or "de" or "von" or "van" or "der" or "al" or "bin" or "the" or "at" or "staff" or "writer" or "correspondent" or "reporter" or "editor")) == 0
                    ? names : null;
            }
        }

        return null;
    }

    private static int BeforeDay(string text, int begin, int day)
    {
        var end = day;
        while (true)
        {
            while (end > begin && !char.IsLetterOrDigit(text[end - 1]) && text[end - 1] is not ')' and not '.')
            {
                end--;
            }

            var word = end;
            while (word > begin && char.IsLetter(text[word - 1]))
            {
                word--;
            }

            if (word == end || !char.IsLower(text[word]) || (word > begin && !char.IsWhiteSpace(text[word - 1])))
            {
                return end;
            }

            end = word;
        }
    }

    // "Hedda Quist, Harbour Post": the outlet stands behind the person; an agency there is a credit, and is read with the chain.
    private static void Split(Draft draft, string names, Said told)
    {
        var comma = names.LastIndexOfAny([',', '|', '•']);
        if (comma > 0 && names[(comma + 1)..].Trim() is { Length: > 2 } outlet && OutletNames.KindOf(outlet) is var kind and not OutletKind.None)
        {
            names = names[..comma].Trim();
            if (kind == OutletKind.Outlet && told.Outlet is null)
            {
                draft.Outlet ??= outlet;
            }
        }

        draft.Byline ??= names.Length > 0 ? names : null;
    }

    private static void State(Draft draft, (DateOnly Day, TextSpan Span) found) =>
        draft.Published ??= new Publication(Moment.Day(found.Day), PublicationSource.Stated, Spans.Of(found.Span.Begin, found.Span.End), $"the date line says “{found.Span.Of(draft.Text)}”");
}
