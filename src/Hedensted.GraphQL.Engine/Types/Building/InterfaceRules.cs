namespace Hedensted.GraphQL.Engine.Types.Building;

/// <summary>Whether a type keeps the promise of an interface; see <see href="https://spec.graphql.org/September2025/#IsValidImplementation()">IsValidImplementation</see>.</summary>
internal static class InterfaceRules
{
    public static void Check(ComplexType type, InterfaceType parent, List<string> problems)
    {
        if (ReferenceEquals(type, parent))
        {
            problems.Add($"{type.Name}: an interface cannot implement itself.");
            return;
        }

        if (type.Interfaces.Count(other => other == parent) > 1)
        {
            problems.Add($"{type.Name}: implements '{parent.Name}' twice; remove one.");
        }

        foreach (var ancestor in parent.Interfaces.Where(ancestor => !type.Interfaces.Contains(ancestor)))
        {
            problems.Add(ReferenceEquals(ancestor, type)
                ? $"{type.Name}: implements '{parent.Name}', which implements '{type.Name}'; remove one."
                : $"{type.Name}: must also implement '{ancestor.Name}', because '{parent.Name}' does.");
        }

        foreach (var promised in parent.Fields)
        {
            var coordinate = $"{type.Name}.{promised.Name}";
            if (type.FindField(promised.Name) is not { } field)
            {
                problems.Add($"{coordinate}: the field is missing; '{parent.Name}' promises it.");
                continue;
            }

            if (!Subtypes.IsSubtype(field.Type, promised.Type))
            {
                problems.Add($"{coordinate}: the type '{field.Type}' is not a '{promised.Type}', which '{parent.Name}' promises.");
            }

            if (field.DeprecationReason is not null && promised.DeprecationReason is null)
            {
                problems.Add($"{coordinate}: cannot be deprecated while '{parent.Name}.{promised.Name}' is not.");
            }

            Arguments(coordinate, field, parent, promised, problems);
        }
    }

    private static void Arguments(string coordinate, FieldDefinition field, InterfaceType parent, FieldDefinition promised, List<string> problems)
    {
        foreach (var argument in promised.Arguments)
        {
            var own = field.FindArgument(argument.Name);
            if (own is null || own.Type.ToString() != argument.Type.ToString())
            {
                problems.Add($"{coordinate}({argument.Name}:): must exist with the type '{argument.Type}', because '{parent.Name}' promises it.");
            }
        }

        foreach (var extra in field.Arguments.Where(argument => argument.IsRequired && promised.FindArgument(argument.Name) is null))
        {
            problems.Add($"{coordinate}({extra.Name}:): cannot be required, because '{parent.Name}' does not know it.");
        }
    }
}
