using System.Globalization;
using System.Text;
using System.Text.Json;
using Hedensted.GraphQL.Engine;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Differential.Tests;

/// <summary>What resolvers answer: every value follows from where it stands. reference.cjs says the same.</summary>
internal sealed class World
{
    private readonly Dictionary<string, string[]> _possible = new(StringComparer.Ordinal);
    private Schema _schema = null!;

    private sealed record Node(uint Seed, string Type);

    public static object Root { get; } = new Node(1, "Query");

    public static Schema Inhabit(string sdl)
    {
        var world = new World();
        return world._schema = SchemaBuilder.FromDefinition(sdl, new SchemaBinding
        {
            Resolve = world.ResolverOf,
            Subscribe = (type, field) => type == "Subscription" ? Stream(field) : null,
            ResolveType = (_, source) => ((Node)source).Type,
        });
    }

    public static uint Hash(string text)
    {
        unchecked
        {
            var h = 0x811c9dc5u;
            foreach (var character in text)
            {
                h = (h ^ character) * 0x01000193u;
            }

            h = (h ^ (h >> 15)) * 0x2c1b3c6du;
            h = (h ^ (h >> 12)) * 0x297a2d39u;
            return h ^ (h >> 15);
        }
    }

    private Func<object, FieldContext, object?> ResolverOf(string type, string name)
    {
        FieldDefinition? field = null;
        return (source, context) =>
        {
            field ??= ((ObjectType)_schema.FindType(type)!).FindField(name)!;
            var given = Fields(field.Arguments, context.Arguments);
            var h = Hash($"{((Node)source).Seed}.{name}({given})");
            return h % 53 == 0 ? throw new GraphQLException("refused") : ValueOf(field.Type, h, given);
        };
    }

    private static Func<object, FieldContext, IAsyncEnumerable<object>> Stream(string field)
    {
        return (source, _) => Events(Hash($"{((Node)source).Seed}~{field}"));

        static async IAsyncEnumerable<object> Events(uint h)
        {
            await Task.CompletedTask;
            if (h % 7 == 0)
            {
                throw new GraphQLException("refused");
            }

            for (var i = 0; i < 2; i++)
            {
                yield return new Node(Hash(string.Create(CultureInfo.InvariantCulture, $"{h}/{i}")), "");
            }
        }
    }

    private object? ValueOf(SchemaType type, uint h, string given)
    {
        if (type is NonNullType nonNull)
        {
            return h % 97 == 0 ? null : ValueOf(nonNull.Inner, h % 11 == 0 ? h + 1 : h, given);
        }

        if (h % 11 == 0)
        {
            return null;
        }

        if (type is ListType list)
        {
            return Enumerable.Range(0, (int)((h >> 4) % 4))
                .Select(i => ValueOf(list.Item, Hash(string.Create(CultureInfo.InvariantCulture, $"{h}/{i}")), given)).ToArray();
        }

        var isMisfit = h % 61 == 0;
        switch ((NamedType)type)
        {
            case ObjectType @object:
                return new Node(h, @object.Name);
            case EnumType @enum:
                return isMisfit ? "NOT_A_VALUE" : @enum.Values[(int)(h % @enum.Values.Count)].Name;
            case InterfaceType or UnionType:
                var names = Possible((NamedType)type);
                return new Node(h, isMisfit || names.Length == 0 ? "Nobody" : names[h % names.Length]);
        }

        return type.ToString() switch
        {
            "Int" => isMisfit ? 2147483648L : (int)(h % 2001) - 1000,
            "Float" => isMisfit ? double.NaN : ((h % 100000) / 8.0) - 1000,
            "Boolean" => (h >> 3) % 2 == 0,
            "ID" => string.Create(CultureInfo.InvariantCulture, $"id{h}"),
            "String" => given.Length > 0 ? given : (h % 7 == 0 ? "æ😀\n\"\\" : "s") + h.ToString(CultureInfo.InvariantCulture),
            _ => h % 2 == 0 ? h : new Dictionary<string, object> { ["h"] = h, ["text"] = string.Create(CultureInfo.InvariantCulture, $"s{h}") },
        };
    }

    private string[] Possible(NamedType type)
    {
        if (!_possible.TryGetValue(type.Name, out var names))
        {
            var possible = type is InterfaceType @interface ? @interface.PossibleTypes : ((UnionType)type).PossibleTypes;
            _possible[type.Name] = names = [.. possible.Select(one => one.Name).Order(StringComparer.Ordinal)];
        }

        return names;
    }

    private static string Fields(IReadOnlyList<InputValue> definitions, InputValues values) => string.Join(
        ',', definitions.Where(definition => values.Has(definition.Name)).Select(definition => $"{definition.Name}:{Canonical(values.GetOrDefault<object>(definition.Name), definition.Type)}"));

    private static string Canonical(object? value, SchemaType type) => (value, type) switch
    {
        (_, NonNullType nonNull) => Canonical(value, nonNull.Inner),
        (null, _) => "null",
        (object?[] items, ListType list) => $"[{string.Join(',', items.Select(item => Canonical(item, list.Item)))}]",
        (InputValues fields, InputObjectType input) => $"{{{Fields(input.Fields, fields)}}}",
        (string text, _) => $"{text.Length.ToString(CultureInfo.InvariantCulture)}|{text}",
        (int number, _) => number.ToString(CultureInfo.InvariantCulture),
        (double number, _) => Bits(number),
        (bool isTrue, _) => isTrue ? "true" : "false",
        (JsonElement json, _) => Canonical(json),
        _ => throw new InvalidOperationException($"A {type} is a {value.GetType()}."),
    };

    private static string Canonical(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Number: return Bits(json.GetDouble());
            case JsonValueKind.String: return Canonical(json.GetString(), Scalars.String);
            case JsonValueKind.True: return "true";
            case JsonValueKind.False: return "false";
            case JsonValueKind.Array: return $"[{string.Join(',', json.EnumerateArray().Select(Canonical))}]";
            case JsonValueKind.Object:
                var text = new StringBuilder("{");
                foreach (var property in json.EnumerateObject())
                {
                    text.Append(text.Length > 1 ? "," : "").Append(property.Name).Append(':').Append(Canonical(property.Value));
                }

                return text.Append('}').ToString();
            default: return "null";
        }
    }

    private static string Bits(double number) => BitConverter.DoubleToUInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture);
}
