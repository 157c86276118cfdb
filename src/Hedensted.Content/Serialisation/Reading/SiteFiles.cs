using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Files;

namespace Hedensted.Content.Serialisation.Reading;

/// <summary>What a uSync folder says, ready to be compared with the site.</summary>
internal sealed record SiteFiles
{
    /// <summary>The things in it.</summary>
    public required SiteState State { get; init; }

    /// <summary>The file of each thing.</summary>
    public required IReadOnlyDictionary<(USyncKind Kind, Guid Key), string> Files { get; init; }

    /// <summary>Marks of deleted things; those whose thing is back are left out.</summary>
    public required IReadOnlyList<ConfigFile> Deleted { get; init; }

    /// <summary>What stops an import.</summary>
    public required IReadOnlyList<USyncProblem> Problems { get; init; }

    /// <summary>What was passed over.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
