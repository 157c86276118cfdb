using System.Diagnostics.CodeAnalysis;

namespace Hedensted.GraphQL.Engine.Types;

/// <summary>The name of one thing in a schema: <c>Type</c>, <c>Type.field</c>, <c>Type.field(argument:)</c>, <c>Enum.VALUE</c>, <c>Input.field</c>, <c>@directive</c> or <c>@directive(argument:)</c>.</summary>
/// <remarks>See <see href="https://spec.graphql.org/September2025/#sec-Schema-Coordinates">Schema coordinates</see>. Errors carry one in <c>extensions.coordinate</c>.</remarks>
/// <param name="Name">The type, or the directive without <c>@</c>.</param>
/// <param name="Member">The field, input field or enum value; null for the type or directive itself.</param>
/// <param name="Argument">The argument; null when none is meant.</param>
/// <param name="IsDirective">Whether <paramref name="Name"/> is a directive.</param>
public sealed record SchemaCoordinate(string Name, string? Member = null, string? Argument = null, bool IsDirective = false)
{
    /// <summary>Reads a coordinate; it has no spaces.</summary>
    /// <returns>False when the text is not a coordinate.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SchemaCoordinate? coordinate)
    {
        coordinate = null;
        var rest = text.AsSpan();
        var isDirective = rest.StartsWith("@");
        rest = isDirective ? rest[1..] : rest;
        string? argument = null;
        if (rest.EndsWith(":)"))
        {
            var open = rest.IndexOf('(');
            if (open < 0 || !IsName(rest[(open + 1)..^2]))
            {
                return false;
            }

            argument = rest[(open + 1)..^2].ToString();
            rest = rest[..open];
        }

        var dot = isDirective ? -1 : rest.IndexOf('.');
        var name = dot < 0 ? rest : rest[..dot];
        string? member = dot < 0 ? null : rest[(dot + 1)..].ToString();
        if (!IsName(name) || (member is not null && !IsName(member)) || (argument is not null && member is null && !isDirective))
        {
            return false;
        }

        coordinate = new SchemaCoordinate(name.ToString(), member, argument, isDirective);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{(IsDirective ? "@" : "")}{Name}{(Member is null ? "" : "." + Member)}{(Argument is null ? "" : $"({Argument}:)")}";

    /// <summary>What the coordinate means in a schema: a <see cref="NamedType"/>, <see cref="FieldDefinition"/>, <see cref="InputValue"/>, <see cref="EnumValue"/> or <see cref="DirectiveDefinition"/>; null when nothing.</summary>
    public object? FindIn(Schema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (IsDirective)
        {
            var directive = schema.FindDirective(Name);
            return Argument is null ? directive : directive?.Arguments.FirstOrDefault(argument => argument.Name == Argument);
        }

        var type = schema.FindType(Name);
        if (Member is null || type is null)
        {
            return type;
        }

        object? member = type switch
        {
            ComplexType complex => schema.FindField(complex, Member),
            InputObjectType input => input.FindField(Member),
            EnumType @enum => @enum.Find(Member),
            _ => null,
        };
        return Argument is null ? member : (member as FieldDefinition)?.FindArgument(Argument);
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '_')
            {
                return false;
            }
        }

        return text.Length > 0 && !char.IsAsciiDigit(text[0]);
    }
}
