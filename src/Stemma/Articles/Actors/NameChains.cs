using Stemma.Words;

namespace Stemma.Articles.Actors;

/// <summary>Which names mean the same: full name and surname, body and its short forms, a country and its capital that speaks for it.</summary>
internal sealed class NameChains(ArticleWords words)
{
    private readonly List<Chain> _chains = [];
    private readonly Sufferers _sufferers = new(words);
    private readonly Dictionary<Chain, string[]> _fates = [];
    private readonly Dictionary<string, List<Chain>> _bySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Chain>> _byGiven = new(StringComparer.Ordinal);
    // So that a text of nothing but namesakes costs no more.
    private const int MostOfOneSurname = 40;

    private readonly Dictionary<Chain, List<string[]>> _told = [];
    private readonly Dictionary<(char, int), List<string>> _byShape = [];
    private readonly Dictionary<string, Chain> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Chain> _byInitials = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Chain>> _byWord = new(StringComparer.Ordinal);

    public List<Chain> Build(List<Mention> names)
    {
        foreach (var mention in names.Where(m => m.Class == NameClass.Person && NameOf(m).Length > 1))
        {
            FullName(mention);
        }

        foreach (var mention in names.Where(m => m.Class is NameClass.Organisation or NameClass.Outlet or NameClass.Group or NameClass.Document).OrderByDescending(m => m.End - m.First).ThenBy(m => m.First))
        {
            Body(mention);
        }

        foreach (var mention in names)
        {
            if (mention.Chain is not null)
            {
                continue;
            }

            switch (mention.Class)
            {
                case NameClass.Person:
                    ShortName(mention);
                    break;
                case NameClass.Country or NameClass.Capital or NameClass.Place:
                    PlaceName(mention);
                    break;
            }
        }

        foreach (var chain in _chains)
        {
            chain.Mentions.Sort((a, b) => a.First.CompareTo(b.First));
            chain.Name = Fullest(chain);
        }

        return _chains;
    }

    /// <summary>Who is only told by the surname takes the full name that a caption has for it, where just one has.</summary>
    public void Lend(IEnumerable<Mention> captions)
    {
        foreach (var lent in captions.Where(m => m.Class == NameClass.Person && NameOf(m).Length > 1).GroupBy(m => NameOf(m)[^1], StringComparer.Ordinal))
        {
            var full = lent.MaxBy(m => m.Span.Length)!;
            if (_bySurname.GetValueOrDefault(lent.Key) is { Count: 1 } only && !_told.ContainsKey(only[0]) && lent.All(m => NameOf(m)[0] == NameOf(full)[0]) && (only[0].Gender == Gender.Unknown || full.Gender == Gender.Unknown || only[0].Gender == full.Gender))
            {
                only[0].Name = Plain(full);
                only[0].Gender = only[0].Gender == Gender.Unknown ? full.Gender : only[0].Gender;
                only[0].Role ??= full.Role;
            }
        }
    }

    /// <summary>The state of this country, made where no words named it so far.</summary>
    public Chain State(string iso3)
    {
        if (!_byKey.TryGetValue("state " + iso3, out var chain))
        {
            chain = New(ActorKind.State, "state " + iso3);
            chain.Country = iso3;
            chain.Metonymic = true;
            chain.Name = Gazetteer.World.CountryName(iso3);
        }

        return chain;
    }

    private void FullName(Mention mention)
    {
        var name = NameOf(mention);
        var list = _bySurname.GetValueOrDefault(name[^1]);
        var chain = list?.Take(MostOfOneSurname).FirstOrDefault(c => SamePerson(c, name, mention.Gender));
        if (chain is not null)
        {
            if (_told[chain].Count < 6 && !_told[chain].Exists(n => n.AsSpan().SequenceEqual(name)))
            {
                _told[chain].Add(name);
            }
        }
        else
        {
            chain = New(ActorKind.Person, null);
            _told[chain] = [name];
            Index(_bySurname, name[^1], chain);
            var shape = (name[^1][0], name[^1].Length);
            if (!_byShape.TryGetValue(shape, out var told))
            {
                _byShape[shape] = told = [];
            }

            told.Add(name[^1]);
            Index(_byGiven, name[0], chain);
            // "Aung San Suu Kyi", "Guajardo Villarreal": other parts of a long name may stand for it.
            for (var k = 1; k < name.Length - 1; k++)
            {
                Index(_byGiven, name[k], chain);
            }
        }

        chain.Add(mention);
    }

    private bool SamePerson(Chain chain, string[] name, Gender gender)
    {
        if (chain.Gender != Gender.Unknown && gender != Gender.Unknown && chain.Gender != gender)
        {
            return false;
        }

        foreach (var other in _told[chain])
        {
            var (a, b) = (name[0], other[0]);
            if (a == b || (a.Length == 1 && b[0] == a[0]) || (b.Length == 1 && a[0] == b[0]) || a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal) || name.Contains(b, StringComparer.Ordinal) || other.Contains(a, StringComparer.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private void ShortName(Mention mention)
    {
        var name = NameOf(mention);
        if (name.Length == 0)
        {
            return;
        }

        // "King Orlin" is called by a given name: nobody's son whose name ends in it.
        var regal = mention.First > 0 && WordLists.Regal.Contains(words.Lower(mention.First - 1));
        var chain = name.Length == 1 ? Best(regal ? [.. _bySurname.GetValueOrDefault(name[0])?.Where(c => !_told.ContainsKey(c)) ?? []] : _bySurname.GetValueOrDefault(name[0]), mention) ?? Best(_byGiven.GetValueOrDefault(name[0]), mention) ?? (regal ? null : Best(Near(name[0]), mention)) : null;
        if (chain is null)
        {
            chain = New(ActorKind.Person, null);
            Index(_bySurname, name[^1], chain);
        }

        chain.Add(mention);
    }

    /// <summary>The person whose surname this word nearly is; null where there is none.</summary>
    public Chain? Misspelt(string surname) => Near(surname)?[0];

    // Three full names in one article are a habit. Set by hand; at 2, 3, 4 and 9 as many speakers of PolNeAR dev are right.
    private const int OftenInFull = 3;

    // "Marren" for "Maren": one letter more, less or other than a surname told in full here.
    private List<Chain>? Near(string surname)
    {
        if (surname.Length < 5)
        {
            return null;
        }

        foreach (var length in new[] { surname.Length, surname.Length + 1, surname.Length - 1 })
        {
            if (_byShape.GetValueOrDefault((surname[0], length))?.Take(MostOfOneSurname).FirstOrDefault(s => OneApart(s, surname)) is { } told)
            {
                return _bySurname[told];
            }
        }

        return null;
    }

    private static bool OneApart(string a, string b)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        var i = 0;
        while (i < shorter.Length && shorter[i] == longer[i])
        {
            i++;
        }

        return shorter.AsSpan(shorter.Length == longer.Length ? Math.Min(i + 1, shorter.Length) : i).SequenceEqual(longer.AsSpan(Math.Min(i + 1, longer.Length)));
    }

    // What the names in full of this person are told to have suffered; all of them are known before the first bare surname is asked.
    private string[] FatesOf(Chain chain)
    {
        if (!_fates.TryGetValue(chain, out var fates))
        {
            _fates[chain] = fates = [.. chain.Mentions.Where(m => m.End - m.First > 1).Select(_sufferers.FateOf).OfType<string>().Distinct(StringComparer.Ordinal)];
        }

        return fates;
    }

    // Of several of one surname: who is told to have suffered what the bare surname suffers; the one just named in full; else the one first called by the bare surname or most named.
    private Chain? Best(List<Chain>? chains, Mention mention)
    {
        var fit = chains?.Take(MostOfOneSurname).Where(c => c.Gender == Gender.Unknown || mention.Gender == Gender.Unknown || c.Gender == mention.Gender).ToList();
        if (fit is null or { Count: 0 })
        {
            return null;
        }

        if (fit.Count == 1)
        {
            return fit[0];
        }

        if (_sufferers.FateOf(mention) is { } fate && fit.Where(c => FatesOf(c).Contains(fate)).Take(2).ToList() is [var sufferer])
        {
            return sufferer;
        }

        // "Maren and his son, Ilun Maren": "Mr. Maren" stays the father.
        var kin = fit.Where(IsKin).ToList();
        if (kin.Count > 0 && kin.Count < fit.Count)
        {
            fit = IsYounger(mention) ? kin : [.. fit.Except(kin)];
            if (fit.Count == 1)
            {
                return fit[0];
            }
        }

        var near = fit.Where(c => c.Mentions.FindLast(m => m.First < mention.First && m.End - m.First > 1) is { } m && m.Sentence >= mention.Sentence - 1).ToList();
        // Who is told in full again and again is so because the bare surname is somebody else's.
        var bare = fit.Where(c => c.Mentions.Count(m => m.End - m.First > 1) < OftenInFull).ToList();
        near = [.. near.Where(bare.Contains)];
        return near.Count == 1 ? near[0] : (bare.Count > 0 ? bare : fit).MinBy(c => c.Mentions[0].First);
    }

    private static bool IsKin(Chain chain) => chain.Roles.Exists(r => WordLists.NameWordsOf("kin").Contains(r.Head));

    // "the younger Maren", "the younger Mr. Maren".
    private bool IsYounger(Mention mention) => Enumerable.Range(Math.Max(0, mention.First - 2), Math.Min(2, mention.First)).Any(i => words.Lower(i) == "younger");

    private void Body(Mention mention)
    {
        var kind = mention.Class switch { NameClass.Outlet => ActorKind.Outlet, NameClass.Group => ActorKind.Group, NameClass.Document => ActorKind.Document, _ => ActorKind.Organisation };
        var key = mention.Known is { } known ? "known " + known.Kind + mention.Country + known.Name : "body " + Key(mention);
        if (!_byKey.TryGetValue(key, out var chain))
        {
            chain = words.IsAllCapitals(mention.First) && mention.End - mention.First == 1 ? _byInitials.GetValueOrDefault(Key(mention).Replace(" ", "", StringComparison.Ordinal)) : null;
            chain ??= Shorter(mention, kind);
            if (chain is null)
            {
                chain = New(kind, key);
                var initials = string.Concat(Enumerable.Range(mention.First, mention.End - mention.First).Where(words.IsCapital).Select(i => char.ToLowerInvariant(words.Word(i)[0])));
                if (initials.Length > 1)
                {
                    _byInitials.TryAdd(initials, chain);
                }

                foreach (var word in Key(mention).Split(' ').Distinct(StringComparer.Ordinal))
                {
                    Index(_byWord, word, chain);
                }
            }

            _byKey.TryAdd(key, chain);
        }

        chain.Add(mention);
    }

    // "the Observatory" for "Lom Observatory for Shipping": every word of the short form in the long one.
    private Chain? Shorter(Mention mention, ActorKind kind)
    {
        if (mention.Known is { Kind: NameKind.International or NameKind.ArmedGroup })
        {
            return null;
        }

        var parts = Key(mention).Split(' ');
        return _byWord.GetValueOrDefault(parts[^1])?.Take(MostOfOneSurname).FirstOrDefault(c => c.Kind == kind && (c.Country is null || mention.Country is null || c.Country == mention.Country) && c.Mentions[0] is var m && m.End - m.First > parts.Length && parts.All(Key(m).Split(' ').Contains));
    }

    private void PlaceName(Mention mention)
    {
        if (mention.Metonymic == true && mention.Class is NameClass.Country or NameClass.Capital && mention.Country is { } iso)
        {
            State(iso).Add(mention);
            return;
        }

        if (mention.Metonymic == true)
        {
            Acting(mention).Add(mention);
            return;
        }

        var key = "place " + (mention.Class == NameClass.Country && mention.Country is { } code ? code : Key(mention));
        if (!_byKey.TryGetValue(key, out var chain))
        {
            chain = New(ActorKind.Place, key);
            chain.Metonymic = false;
        }

        chain.Add(mention);
    }

    /// <summary>Who acts under the name of this place that no country is known for: its council or team, or the state that it is here.</summary>
    public Chain Acting(Mention mention)
    {
        var key = "acting " + Key(mention);
        if (!_byKey.TryGetValue(key, out var chain))
        {
            chain = New(mention.IsState ? ActorKind.State : ActorKind.Organisation, key);
            chain.Metonymic = true;
            chain.Name = Plain(mention);
        }

        return chain;
    }

    private Chain New(ActorKind kind, string? key)
    {
        var chain = new Chain(kind);
        _chains.Add(chain);
        if (key is not null)
        {
            _byKey[key] = chain;
        }

        return chain;
    }

    private static void Index(Dictionary<string, List<Chain>> index, string key, Chain chain)
    {
        if (!index.TryGetValue(key, out var list))
        {
            index[key] = list = [];
        }

        if (!list.Contains(chain))
        {
            list.Add(chain);
        }
    }

    private string Fullest(Chain chain)
    {
        if (chain is { Kind: ActorKind.State, Country: { } iso } && !chain.Mentions.Exists(m => m.IsState))
        {
            // The country's own name as the article has it, else the plain one: a capital is not its state's name.
            var named = chain.Mentions.Where(m => m.Class == NameClass.Country).MaxBy(m => m.Span.Length);
            return named is null ? Gazetteer.World.CountryName(iso) : Plain(named);
        }

        var longest = chain.Mentions.MaxBy(m => NameOf(m).Length * 1000 + (words.IsAllCapitals(m.First) && m.End - m.First == 1 ? 0 : m.Span.Length));
        return longest is null ? "" : Plain(longest);
    }

    /// <summary>The name's words, made plain: a name shouted in a transcript is written small behind its first letter.</summary>
    private string Plain(Mention mention)
    {
        var text = string.Join(' ', mention.Span.Of(words.Prose.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        text = text.StartsWith("The ", StringComparison.Ordinal) ? text[4..] : text;
        return mention.Class == NameClass.Person && text.Length > 3 && text.All(c => !char.IsLower(c)) ? string.Join(' ', text.Split(' ').Select(w => w[..1] + w[1..].ToLowerInvariant())) : text;
    }

    private string[] NameOf(Mention mention) => NameOf(words, mention);

    private string Key(Mention mention) => Key(words, mention);

    /// <summary>The parts of a person's name without suffixes, lower case.</summary>
    public static string[] NameOf(ArticleWords words, Mention mention) =>
        [.. Enumerable.Range(mention.First, mention.End - mention.First).Select(words.Lower).Where(w => char.IsLetter(w[0]) && !WordLists.Suffixes.Contains(w)).Select(w => Stem(w.TrimEnd('.')))];

    // "al-Voss" and "Voss" are one surname.
    private static string Stem(string word) => word.Length > 5 && word[2] is '-' && word[..2] is "al" or "el" or "as" or "ad" or "an" ? word[3..] : word;

    /// <summary>The name's words by which its mentions are one, lower case.</summary>
    public static string Key(ArticleWords words, Mention mention) =>
        string.Join(' ', Enumerable.Range(mention.First, mention.End - mention.First).Select(words.Lower).Where(w => w != "the").Select(w => w.Replace(".", "", StringComparison.Ordinal)));
}
