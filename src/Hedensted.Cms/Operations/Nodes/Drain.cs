using Hedensted.Content;
using Hedensted.Content.Servers;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Operations.Nodes;

/// <summary>Whether this server is taking leave.</summary>
internal sealed class Drain(IOptions<DrainOptions> options, ServerIdentity server, IHostEnvironment environment)
{
    /// <summary>The whole leave-taking, with the requests that are under way, takes no longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan BehindProxy = TimeSpan.FromSeconds(5);

    private int _draining;

    /// <summary>Whether it has been asked to stop.</summary>
    public bool IsDraining => Volatile.Read(ref _draining) != 0;

    /// <summary>How long it goes on serving then.</summary>
    public TimeSpan Time { get; } = options.Value.Drain ?? (server.Role == NodeRole.All || environment.IsDevelopment() ? TimeSpan.Zero : BehindProxy);

    /// <summary>It has been asked.</summary>
    /// <returns>Whether this was the first time.</returns>
    public bool Begin() => Interlocked.Exchange(ref _draining, 1) == 0;
}
