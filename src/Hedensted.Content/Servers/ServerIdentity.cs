using Microsoft.Extensions.Configuration;

namespace Hedensted.Content.Servers;

/// <summary>Who this server is among those of the site.</summary>
public sealed class ServerIdentity
{
    /// <summary>Setting: what operators call it, e.g. <c>levering-1</c>. Default the machine's name.</summary>
    public const string Setting = "Hedensted:NodeName";

    private const int LongestName = 100;

    /// <summary>Who the configuration says.</summary>
    public ServerIdentity(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var name = configuration[Setting] is { Length: > 0 } given ? given : Environment.MachineName;
        (Name, Role) = (name.Length > LongestName ? name[..LongestName] : name, configuration.Role());
    }

    /// <summary>Made at this start: two starts are never taken for each other.</summary>
    public Guid Key { get; } = Guid.NewGuid();

    /// <summary>What operators call it.</summary>
    public string Name { get; }

    /// <summary>What it does.</summary>
    public NodeRole Role { get; }
}
