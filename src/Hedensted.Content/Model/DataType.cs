using System.Collections.Immutable;
using System.Text.Json;

namespace Hedensted.Content.Model;

/// <summary>A property editor with its settings, e.g. «Målgruppe» as a checkbox list.</summary>
public sealed record DataType
{
    /// <summary>Permanent identity.</summary>
    public required Guid Key { get; init; }

    /// <summary>What a webmaster calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The schema alias, e.g. <c>Umbraco.TextBox</c>; decides how values are stored and checked.</summary>
    public required string EditorAlias { get; init; }

    /// <summary>The user-interface alias, e.g. <c>Umb.PropertyEditorUi.TextBox</c>.</summary>
    public required string EditorUiAlias { get; init; }

    /// <summary>The folder it lies in, segments joined by <c>/</c>; empty at the root.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The editor's settings by alias, in ordinal order.</summary>
    public ImmutableSortedDictionary<string, JsonElement> Configuration { get; init; } =
        ImmutableSortedDictionary.Create<string, JsonElement>(StringComparer.Ordinal);
}
