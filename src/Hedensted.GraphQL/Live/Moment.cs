namespace Hedensted.GraphQL.Live;

/// <summary>A moment at which a live answer may have become another one.</summary>
internal sealed class Moment
{
    public static Moment Now { get; } = new();
}
