using Stemma.Views;

namespace Stemma.Web;

/// <summary>The view of the ledger that is open, as a table for a spreadsheet; each row ends in the address of its words.</summary>
internal static class LedgerCsv
{
    public static IEnumerable<string> Of(Desk desk, IEnumerable<CaseStatement> found, string host)
    {
        var rows = CsvTables.Statements(desk.Case, found);
        yield return Csv.Line([.. rows.First(), "address"]);
        foreach (var (row, statement) in rows.Skip(1).Zip(found))
        {
            yield return Csv.Line([.. row, host + Pages.Say.Words(statement)]);
        }
    }
}
