namespace Hedensted.Cms.Management.Common;

/// <summary>Points at something by its key: <c>{"id": "…"}</c>.</summary>
/// <param name="Id">The key.</param>
internal sealed record Reference(Guid Id)
{
    /// <summary>A reference to this key; null for none.</summary>
    public static Reference? To(Guid? key) => key is { } id ? new Reference(id) : null;
}

/// <summary>A sign on an item, e.g. that it will be published by itself.</summary>
/// <param name="Alias">What it says, e.g. <c>Umb.ScheduledForPublish</c>.</param>
internal sealed record Flag(string Alias);
