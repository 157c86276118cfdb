namespace Hedensted.GraphQL.Feeds.Dpl;

/// <summary>What every address of DPL's takes.</summary>
internal static class DplParameters
{
    public static ApiParameter Format { get; } = new("_format", "The format; there is one, so it may be left out.", "json") { Choices = ["json"] };
}
