using System.Collections.Frozen;

namespace Stemma.Words;

/// <summary>male, female, or not told by the word.</summary>
public enum Gender
{
    Unknown,
    Male,
    Female,
}

/// <summary>What a noun or title says about whom it stands for.</summary>
public enum PersonWordKind
{
    /// <summary>Stands before a name only: "Mr.", "Gen.".</summary>
    Honorific,

    /// <summary>Before a name or alone: "president", "spokeswoman".</summary>
    Title,

    /// <summary>A noun for one person by what he or she is or does: "witness".</summary>
    Role,

    /// <summary>Several persons: "officials".</summary>
    Plural,

    /// <summary>An institution or group: "ministry".</summary>
    Body,

    /// <summary>A writing, poll or broadcast: "report".</summary>
    Document,
}

/// <summary>Which nouns stand for persons, bodies and documents, which titles stand before names, and what gender names and titles carry.</summary>
public static class PersonWords
{
    private sealed record Entry(string[] Words, PersonWordKind Kind, Gender Gender);

    private static readonly Lazy<FrozenDictionary<string, Entry[]>> ByFirst = new(Read);

    private static readonly Lazy<FrozenDictionary<string, Gender>> Given = new(() =>
    {
        var names = new Dictionary<string, Gender>(StringComparer.Ordinal);
        foreach (var row in Resource.Rows("Words/Data/given-names.tsv"))
        {
            var gender = row[0] switch { "m" => Gender.Male, "f" => Gender.Female, _ => Gender.Unknown };
            foreach (var name in row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var key = name.ToLowerInvariant();
                // A name of both genders tells none.
                names[key] = names.TryGetValue(key, out var there) && there != gender ? Gender.Unknown : gender;
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    });

    private static readonly Lazy<FrozenDictionary<string, Gender>> Learned = new(() =>
        Resource.Rows("Words/Data/given-names-learned.tsv").ToFrozenDictionary(r => r[1], r => r[0] == "m" ? Gender.Male : Gender.Female, StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<string, string>> Sectors = new(() =>
        Resource.Rows("Words/Data/roles-own.tsv").Concat(Resource.Rows("Words/Data/roles.tsv")).GroupBy(r => r[0], StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.First()[1], StringComparer.Ordinal));

    /// <summary>The longest entry that begins at this word; its length in words, 0 where there is none.</summary>
    /// <param name="word">The word at an index in lower case; null behind the end.</param>
    public static int Longest(Func<int, string?> word, int at, out PersonWordKind kind, out Gender gender)
    {
        (kind, gender) = (default, Gender.Unknown);
        if (word(at) is not { } first || !ByFirst.Value.TryGetValue(first, out var entries))
        {
            return 0;
        }

        foreach (var entry in entries)
        {
            var n = 1;
            while (n < entry.Words.Length && word(at + n) == entry.Words[n])
            {
                n++;
            }

            if (n == entry.Words.Length)
            {
                (kind, gender) = (entry.Kind, entry.Gender);
                return n;
            }
        }

        return 0;
    }

    /// <summary>What this single word is; null where it is in no list. Plurals of roles and titles count as plural.</summary>
    public static PersonWordKind? KindOf(string lower)
    {
        if (ByFirst.Value.TryGetValue(lower, out var entries) && entries.FirstOrDefault(e => e.Words.Length == 1) is { } entry)
        {
            return entry.Kind;
        }

        return Singular(lower) is { } one && ByFirst.Value.TryGetValue(one, out var single) && single.FirstOrDefault(e => e.Words.Length == 1) is { Kind: PersonWordKind.Role or PersonWordKind.Title } ? PersonWordKind.Plural : null;
    }

    public static Gender GenderOf(string lower) =>
        ByFirst.Value.TryGetValue(lower, out var entries) && entries.FirstOrDefault(e => e.Words.Length == 1 && e.Gender != Gender.Unknown) is { } entry ? entry.Gender : Gender.Unknown;

    public static bool IsGivenName(string lower) => Given.Value.ContainsKey(lower);

    /// <summary>The gender a given name mostly carries: by our list, else as counted in news.</summary>
    public static Gender GenderOfGivenName(string lower) =>
        Given.Value.TryGetValue(lower, out var gender) && gender != Gender.Unknown ? gender : Learned.Value.GetValueOrDefault(lower);

    /// <summary>The sector of a role word ("police constable": COP); null where it is none. Plurals are known by their singular.</summary>
    public static string? SectorOf(string lower) =>
        Sectors.Value.TryGetValue(lower, out var sector) ? sector : Singular(lower) is { } one && Sectors.Value.TryGetValue(one, out sector) ? sector : null;

    /// <summary>The singular a plural in -s would have; null where it has no such ending.</summary>
    public static string? Singular(string lower) =>
        lower.Length < 4 || lower[^1] != 's' || lower[^2] == 's' ? null : lower.EndsWith("ies", StringComparison.Ordinal) ? lower[..^3] + "y" : lower[..^1];

    private static FrozenDictionary<string, Entry[]> Read()
    {
        var all = new List<Entry>();
        foreach (var row in Resource.Rows("Words/Data/titles.tsv"))
        {
            var kind = Enum.Parse<PersonWordKind>(row[0], ignoreCase: true);
            var gender = row[1] switch { "m" => Gender.Male, "f" => Gender.Female, _ => Gender.Unknown };
            all.AddRange(row[2].Split('|').Select(w => new Entry(w.Split(' '), kind, gender)));
        }

        // Gendered entries first among equals: "spokesman" is in two lists.
        return all.GroupBy(e => e.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(e => e.Words.Length).ThenBy(e => e.Gender == Gender.Unknown).ToArray(), StringComparer.Ordinal);
    }
}
