namespace Stemma.Training.Gazetteers;

/// <summary>Sorts Phoenix entries into places, institutions, office holders, bodies and armed groups.</summary>
internal static class PhoenixRows
{
    // Codes of the dictionary that are no ISO codes of today: former states go to their successors.
    private static readonly Dictionary<string, string> Successors = new(StringComparer.Ordinal)
    {
        ["KSV"] = "XKX",
        ["TMP"] = "TLS",
        ["SUN"] = "RUS",
        ["USR"] = "RUS",
        ["YUG"] = "SRB",
        ["SCG"] = "SRB",
        ["SRP"] = "SRB",
        ["FRY"] = "SRB",
        ["DDR"] = "DEU",
        ["FRN"] = "FRA",
        ["CSK"] = "CZE",
        ["KRJ"] = "KOR",
    };

    public static IEnumerable<string> Places(List<PhoenixEntry> entries, HashSet<string> known) =>
        entries.Where(e => e.Codes.Count == 1 && e.Codes[0] is { From: "", To: "" } code && code.Code.Length == 3)
            .Select(e => (Iso: Iso(e.Codes[0].Code, known), e.Names))
            .Where(e => e.Iso.Length > 0)
            .GroupBy(e => e.Iso, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Key}\t{string.Join('|', g.SelectMany(e => e.Names).Where(Usable).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}");

    public static IEnumerable<string> Institutions(List<PhoenixEntry> entries, HashSet<string> known) =>
        entries.Where(e => e.Codes.Count == 1 && e.Codes[0] is { From: "", To: "" } && e.Codes[0].Code.Length > 3 && !IsPerson(e))
            .SelectMany(e => e.Names.Where(n => Usable(n) && !HasTitle(n) && (IsBody(n) || !n.Contains(' ', StringComparison.Ordinal))).Select(n => (Name: n, Iso: Iso(e.Codes[0].Code, known), Sector: e.Codes[0].Code[3..])))
            .Where(r => r.Iso.Length > 0 && r.Name.Contains(' ', StringComparison.Ordinal) | r.Name.Length > 2)
            .Select(r => $"{r.Name}\t{r.Iso}\t{r.Sector}")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    public static IEnumerable<string> Officials(List<PhoenixEntry> entries, HashSet<string> known) =>
        entries.Where(e => e.Codes.Count > 0 && (IsPerson(e) || e.Codes[0].Code.Length > 3))
            .Select(e => (Iso: Iso(e.Codes.FirstOrDefault(c => c.Code.Contains("GOV", StringComparison.Ordinal))?.Code ?? e.Codes[0].Code, known), Terms: string.Join('|', e.Codes.Where(c => c.Code.Contains("GOV", StringComparison.Ordinal) && (c.From.Length | c.To.Length) > 0).Select(c => $"{c.From}-{c.To}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)), Names: e.Names.Where(n => Usable(n) && n.Contains(' ', StringComparison.Ordinal)).Select(WithoutTitle).Where(n => n.Contains(' ', StringComparison.Ordinal)).Where(n => !HasTitle(n) && !IsBody(n)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList()))
            .Where(r => r.Iso.Length > 0 && r.Names.Count > 0)
            .Select(r => $"{r.Iso}\t{r.Terms}\t{string.Join('|', r.Names)}")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    public static IEnumerable<string> Bodies(List<PhoenixEntry> entries) =>
        entries.Where(e => e.Codes.Count == 1 && e.Codes[0] is { From: "", To: "" } code && (code.Code.StartsWith("IGO", StringComparison.Ordinal) || code.Code.StartsWith("NGO", StringComparison.Ordinal)))
            .SelectMany(e => e.Names.Where(n => Usable(n) && !HasTitle(n) && n.Split(' ').Length <= 7).Select(n => $"{n}\t{(e.Codes[0].Code[0] == 'I' ? "igo" : "ngo")}\t{e.Codes[0].Code}"))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    public static IEnumerable<string> ArmedGroups(List<PhoenixEntry> entries, HashSet<string> known) =>
        entries.Where(e => e.Codes.Count > 0)
            .SelectMany(e => e.Names.Where(n => Usable(n) && n.Split(' ').Length <= 7).Select(n => $"{n}\t{Iso(e.Codes[0].Code, known)}"))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    // Office holders have dated codes; the elite have ELI.
    private static bool IsPerson(PhoenixEntry entry) => entry.Codes.Any(c => (c.From.Length | c.To.Length) > 0 || c.Code.Contains("ELI", StringComparison.Ordinal));

    private static readonly HashSet<string> PersonTitles =
    [
        "PRESIDENT", "MINISTER", "PREMIER", "SECRETARY", "KING", "QUEEN", "CHANCELLOR", "LEADER", "CHAIRMAN", "GOVERNOR", "AMBASSADOR", "DIRECTOR", "CHIEF", "COMMISSIONER", "SPEAKER", "GENERAL", "ADVISER", "ADVISOR", "SPOKESMAN", "SPOKESWOMAN", "ENVOY", "DIPLOMAT", "HEAD",
    ];

    private static readonly HashSet<string> BodyWords =
    [
        "ADMINISTRATION", "GOVERNMENT", "ARMY", "NAVY", "FORCE", "FORCES", "MINISTRY", "DEPARTMENT", "COUNCIL", "ASSEMBLY", "PARLIAMENT", "CONGRESS", "SENATE", "COURT", "PARTY", "FRONT", "MOVEMENT", "UNION", "POLICE", "SERVICE", "AGENCY", "BUREAU", "OFFICE", "COMMISSION", "COMMITTEE",
        "UNIVERSITY", "INSTITUTE", "INSTITUTION", "BANK", "GUARD", "GUARDS", "BRIGADE", "BRIGADES", "ALLIANCE", "COALITION", "ORGANIZATION", "ASSOCIATION", "FEDERATION", "FOUNDATION", "AUTHORITY", "BOARD", "CENTER", "CENTRE", "CORPS", "COMMAND", "MILITARY", "MILITIA", "MARINES", "PALACE", "HOUSE",
        "STREET", "REGIME", "CABINET", "CAUCUS", "CONFERENCE", "RESERVE", "TREASURY", "NEWS", "TIMES", "POST", "NATION", "NATIONS", "REPUBLIC", "COMPANY", "CORPORATION", "BATTALION", "ISLAMIC", "NETWORK", "GROUP", "LEAGUE", "TIGERS", "DUMA", "INTELLIGENCE", "SECURITY", "YARD",
    ];

    // A title in a name is the person's, and another way of writing one that is there without it.
    private static bool HasTitle(string name) => name.Split(' ').Any(PersonTitles.Contains);

    private static bool IsBody(string name) => name.Split(' ', '-').Any(BodyWords.Contains);

    private static string WithoutTitle(string name)
    {
        foreach (var title in (ReadOnlySpan<string>)["PRESIDENT ", "PRIME MINISTER ", "FOREIGN MINISTER ", "PREMIER ", "KING ", "QUEEN ", "CHANCELLOR "])
        {
            if (name.StartsWith(title, StringComparison.Ordinal))
            {
                return name[title.Length..];
            }
        }

        return name;
    }

    private static string Iso(string code, HashSet<string> known)
    {
        var three = code.Length >= 3 ? code[..3] : "";
        return known.Contains(three) ? three : Successors.GetValueOrDefault(three, "");
    }

    private static bool Usable(string name) => name.Length > 2 && name.Split(' ').Length <= 8 && name.IndexOfAny(['!', ',']) < 0;
}
