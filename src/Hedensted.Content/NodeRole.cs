using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Hedensted.Content;

/// <summary>What a server of the site does.</summary>
public enum NodeRole
{
    /// <summary>Everything: a site on one server.</summary>
    All,

    /// <summary>The backoffice, its API and the work that the clock starts. Readers are sent elsewhere; it answers their addresses too, so that drafts can be shown.</summary>
    Cms,

    /// <summary>Readers only: GraphQL, feeds, REST, site, screens and media. It migrates nothing, fills nothing and starts nothing by the clock.</summary>
    Delivery,
}

/// <summary>The setting <c>Hedensted:Role</c>; the only place that reads it.</summary>
public static class NodeRoles
{
    /// <summary>Where it stands.</summary>
    public const string Setting = "Hedensted:Role";

    /// <summary>The role of this server; <see cref="NodeRole.All"/> when nothing is said.</summary>
    /// <exception cref="OptionsValidationException">It is something else than a role.</exception>
    public static NodeRole Role(this IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration[Setting] switch
        {
            null or "" => NodeRole.All,
            { } text when Enum.GetNames<NodeRole>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name => Enum.Parse<NodeRole>(name),
            { } text => throw new OptionsValidationException(Setting, typeof(NodeRole), [$"{Setting} er '{text}'; brug All, Cms eller Delivery."]),
        };
    }

    /// <summary>Whether editors work on this server, and the clock's work is done.</summary>
    public static bool Edits(this IConfiguration configuration) => configuration.Role() != NodeRole.Delivery;

    /// <summary>Whether readers are sent to servers of this role.</summary>
    public static bool Delivers(this NodeRole role) => role != NodeRole.Cms;
}
