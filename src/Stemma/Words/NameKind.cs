namespace Stemma.Words;

/// <summary>What kind of thing a name of the gazetteers stands for.</summary>
public enum NameKind
{
    Country,

    /// <summary>A people or its adjective: "Syrians", "Syrian".</summary>
    People,

    /// <summary>A capital, which may stand for its government.</summary>
    Capital,

    /// <summary>A town, province or region within a country.</summary>
    Place,

    /// <summary>A body of one country: "White House", "Duma".</summary>
    Institution,

    /// <summary>Somebody who holds or held an office.</summary>
    Official,

    /// <summary>A body of several states.</summary>
    International,

    /// <summary>A body of no state.</summary>
    Charity,

    ArmedGroup,

    /// <summary>A news agency.</summary>
    Agency,

    Outlet,

    /// <summary>A part of the world of several countries: "Middle East".</summary>
    Region,
}
