namespace Hedensted.GraphQL.Engine.Types.Building;

/// <summary>The directives of the specification; see <see href="https://spec.graphql.org/September2025/#sec-Type-System.Directives.Built-in-Directives">Built-in directives</see>.</summary>
internal static class SpecifiedDirectives
{
    private static readonly DirectiveLocation[] Selections =
        [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment];

    /// <summary>The reason of a deprecation that gives none.</summary>
    public const string DefaultReason = "No longer supported";

    public static IReadOnlySet<string> Names { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "include", "skip", "deprecated", "specifiedBy", "oneOf" };

    /// <summary>New definitions, because the types of arguments are bound to one schema.</summary>
    public static IReadOnlyList<DirectiveDefinition> Create() =>
    [
        new("include", Selections, "Included when true.", [new("if", Scalars.Boolean.NonNull(), "Included when true.")]) { IsBuiltIn = true },
        new("skip", Selections, "Left out when true.", [new("if", Scalars.Boolean.NonNull(), "Left out when true.")]) { IsBuiltIn = true },
        new(
            "deprecated",
            [DirectiveLocation.FieldDefinition, DirectiveLocation.ArgumentDefinition, DirectiveLocation.InputFieldDefinition, DirectiveLocation.EnumValue],
            "Should not be used any more.",
            [new("reason", Scalars.String.NonNull(), "What to use instead; Markdown.", $"\"{DefaultReason}\"")]) { IsBuiltIn = true },
        new(
            "specifiedBy",
            [DirectiveLocation.Scalar],
            "Says where the format of a scalar is specified.",
            [new("url", Scalars.String.NonNull(), "The address of the specification.")]) { IsBuiltIn = true },
        new("oneOf", [DirectiveLocation.InputObject], "Exactly one field must be given, and not null.") { IsBuiltIn = true },
    ];
}
