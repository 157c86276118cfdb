namespace Hedensted.Cms.Management.Common;

/// <summary>Says that an endpoint is for everybody who is signed in. Whoever forgets to say for whom an endpoint is fails a test.</summary>
internal sealed record OpenToSignedIn;

/// <summary>Puts it on an endpoint.</summary>
internal static class OpenToSignedInEndpoints
{
    /// <summary>For everybody who is signed in, whatever their groups.</summary>
    public static TBuilder ForEverybodySignedIn<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new OpenToSignedIn());
}
