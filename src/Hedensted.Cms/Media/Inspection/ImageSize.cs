namespace Hedensted.Cms.Media.Inspection;

/// <summary>A picture's size as it is shown, in pixels.</summary>
internal readonly record struct ImageSize(int Width, int Height)
{
    /// <summary>How many pixels it unfolds to.</summary>
    public long Pixels => (long)Width * Height;
}
