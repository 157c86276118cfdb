namespace Hedensted.GraphQL.Reading;

/// <summary>A picture in one of its widths.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Url">Where it is.</param>
internal sealed record ImageVariant(int Width, string Url);
