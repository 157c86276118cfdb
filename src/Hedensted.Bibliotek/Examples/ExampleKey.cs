using Hedensted.Bibliotek.Values;

namespace Hedensted.Bibliotek.Examples;

/// <summary>Makes keys from names, so that an example has the same key everywhere.</summary>
internal static class ExampleKey
{
    /// <summary>The key of the example that is called so.</summary>
    public static Guid Of(string name) => NamedUuid.Of("hedensted/examples/" + name);
}
