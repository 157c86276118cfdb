namespace Hedensted.GraphQL.Engine.Types.Building;

/// <summary>Finds input objects that can never be written down: those that need themselves.</summary>
/// <remarks>See <see href="https://spec.graphql.org/September2025/#sec-Input-Objects.Circular-References">Circular references</see>.</remarks>
internal static class InputCycles
{
    public static IEnumerable<string> Find(Schema schema)
    {
        var finished = new HashSet<InputObjectType>();
        var problems = new List<string>();
        foreach (var type in schema.Types.OfType<InputObjectType>())
        {
            Visit(type, [], finished, problems);
        }

        return problems;
    }

    private static void Visit(InputObjectType type, List<InputObjectType> path, HashSet<InputObjectType> finished, List<string> problems)
    {
        var start = path.IndexOf(type);
        if (start >= 0)
        {
            problems.Add($"{type.Name}: needs itself ({string.Join(" → ", path[start..].Append(type).Select(step => step.Name))}); make one field nullable.");
            return;
        }

        if (!finished.Add(type))
        {
            return;
        }

        path.Add(type);
        foreach (var field in type.Fields)
        {
            if (field.Type is NonNullType { Inner: InputObjectType needed })
            {
                Visit(needed, path, finished, problems);
            }
        }

        path.RemoveAt(path.Count - 1);
    }
}
