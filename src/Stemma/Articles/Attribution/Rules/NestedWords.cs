using System.Collections.Frozen;
using Stemma.Words;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>Which words tell of one statement inside another; what each list is for stands in the table.</summary>
internal static class NestedWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists =
        Resource.Rows("Articles/Attribution/Data/nested.tsv").ToFrozenDictionary(r => r[0], r => r[1].Split(", ").ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    public static readonly FrozenSet<string> Denies = Lists["denies"], Disputes = Lists["disputes"], MaybeDenies = Lists["maybe"], Contests = Lists["contests"];

    public static readonly FrozenSet<string> Claims = Lists["claim"], OpensClause = Lists["opens"], Owners = Lists["owner"], Doubts = Lists["doubt"], Untrue = Lists["untrue"];

    public static readonly FrozenSet<string> Undone = Lists["undone"], Days = Lists["day"], Courts = Lists["court"], Refused = Lists["refused"], Whom = Lists["whom"];

    public static readonly FrozenSet<string> Parts = Lists["parts"], BehindComma = Lists["behind-comma"], GoesOn = Lists["goes-on"];

    public static readonly FrozenSet<string> Subjects = Lists["subject"], Nobody = Lists["nobody"];
}
