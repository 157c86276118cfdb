using Hedensted.Content.Changes;

namespace Hedensted.Content.Servers;

/// <summary>A server of the site.</summary>
/// <param name="Key">It is another one after each start.</param>
/// <param name="Name">What operators call it, see <see cref="ServerIdentity.Setting"/>.</param>
/// <param name="Role">What it does.</param>
/// <param name="Position">What its readers see.</param>
/// <param name="Silence">How long ago it told of itself.</param>
public sealed record SiteServer(Guid Key, string Name, NodeRole Role, ChangePosition Position, TimeSpan Silence)
{
    /// <summary>Servers tell of themselves every five seconds; one that has been silent for this long is taken for gone.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);

    /// <summary>Whether it is taken for gone.</summary>
    public bool IsSilent => Silence > LongestSilence;
}
