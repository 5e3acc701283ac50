namespace Stemma.Sqlite;

/// <summary>A case in one file.</summary>
public sealed class SqliteLedger;
