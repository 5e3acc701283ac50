using Stemma.Words;

namespace Stemma.Articles.Actors;

internal enum MentionForm
{
    /// <summary>A name: "Ilse Maren", "Maren", "the Harbour Council", "Russian".</summary>
    Name,

    /// <summary>A noun phrase: "the minister", "two dock workers".</summary>
    Noun,

    Pronoun,
}

/// <summary>What a name can stand for before anybody asks whether it acts.</summary>
internal enum NameClass
{
    Person,
    Organisation,
    Country,
    Capital,
    Place,

    /// <summary>A people or its adjective.</summary>
    People,
    Outlet,
    Group,
    Document,

    /// <summary>A noun phrase for persons without a name.</summary>
    Nouns,
}

/// <summary>Words that mean somebody, and what they show about whom: one place in the text.</summary>
internal sealed class Mention
{
    public required TextSpan Span { get; init; }

    /// <summary>Its first token, and the one behind its last.</summary>
    public required int First { get; init; }

    public required int End { get; init; }

    public required int Sentence { get; init; }

    public required MentionForm Form { get; init; }

    public required NameClass Class { get; set; }

    /// <summary>Where the whole noun phrase begins: its title and what stands before it ("Russian Foreign Minister").</summary>
    public int PhraseFirst { get; set; }

    /// <summary>The tokens of its appositive or title phrase beside the name: no actor of their own.</summary>
    public (int First, int End) RoleTokens { get; set; }

    public Gender Gender { get; set; }

    public bool Plural { get; set; }

    /// <summary>ISO 3166-1 alpha-3 that the words show; null where they show none.</summary>
    public string? Country { get; set; }

    /// <summary>The gazetteer's entry, where it is in one.</summary>
    public GazetteerName? Known { get; init; }

    /// <summary>Title or role in the article's words; null where none stands here.</summary>
    public string? Role { get; set; }

    /// <summary>The role's noun, as <see cref="RoleWords.Canon"/> has it; null where none stands here.</summary>
    public string? RoleHead { get; set; }

    /// <summary>The role's other words that tell apart, lower case.</summary>
    public IReadOnlyList<string> RoleRest { get; set; } = [];

    public bool Subject { get; set; }

    /// <summary>For a place name: does it stand for its government or people?</summary>
    public bool? Metonymic { get; set; }

    /// <summary>A place that no gazetteer knows, but that has what only states have here.</summary>
    public bool IsState { get; set; }

    public Chain? Chain { get; set; }

    public override string ToString() => $"{Form} {Class} {Span}";
}

/// <summary>Everything in one article that means the same person, body or thing.</summary>
internal sealed class Chain(ActorKind kind)
{
    public ActorKind Kind { get; set; } = kind;

    public string Name { get; set; } = "";

    public List<Mention> Mentions { get; } = [];

    public Gender Gender { get; set; }

    public bool Plural { get; set; }

    public string? Country { get; set; }

    public string? Role { get; set; }

    public List<(string Head, IReadOnlyList<string> Said, int At)> Roles { get; } = [];

    /// <summary>The chains this one joins ("Maren and Voss"); empty for one.</summary>
    public IReadOnlyList<Chain> Members { get; init; } = [];

    public bool? Metonymic { get; set; }

    /// <summary>The sector its noun is of (GOV, MIL, REB, …); null where none is known.</summary>
    public string? Sector { get; set; }

    /// <summary>The head of the noun phrase that made it; null for a name's.</summary>
    public string? HeadNoun { get; set; }

    public string? Id { get; set; }

    public void Add(Mention mention)
    {
        mention.Chain = this;
        Mentions.Add(mention);
        if (Gender == Gender.Unknown)
        {
            Gender = mention.Gender;
        }

        if (mention.RoleHead is { } head)
        {
            Roles.Add((head, mention.RoleRest, mention.First));
        }

        Role ??= mention.Role;
        Country ??= mention.Country;
    }

    /// <summary>The last mention that begins before this token; null where there is none.</summary>
    public Mention? LastBefore(int token)
    {
        // Mentions are in the order of the text once all are found.
        int low = 0, high = Mentions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Mentions[middle].First < token)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 0 ? null : Mentions[low - 1];
    }
}
