using System.Security.Cryptography;

namespace Hedensted.GraphQL.Caching.Shared;

/// <summary>Tells versions of the program apart: two that could answer otherwise have different ones.</summary>
internal static class ProgramId
{
    /// <summary>Eight hexadecimal digits of the assemblies that these types are in. Builds are deterministic: the same source is the same program.</summary>
    public static string Of(params ReadOnlySpan<Type> types)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var type in types)
        {
            hash.AppendData(type.Module.ModuleVersionId.ToByteArray());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 4));
    }
}
