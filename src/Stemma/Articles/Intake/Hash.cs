using System.Security.Cryptography;

namespace Stemma.Articles.Intake;

/// <summary>How are bytes recognised again? SHA-256, lower-case hex.</summary>
internal static class Hash
{
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
