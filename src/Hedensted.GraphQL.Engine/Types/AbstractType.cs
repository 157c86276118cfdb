using System.Collections.Concurrent;

namespace Hedensted.GraphQL.Engine.Types;

/// <summary>An interface or a union: what stands for one of several object types.</summary>
internal interface IAbstractType
{
    /// <summary>The object types it can stand for; only known once the schema is built.</summary>
    IReadOnlyList<ObjectType> PossibleTypes { get; }

    /// <summary>Finds the object type of an instance.</summary>
    TypeChooser Chooser { get; }
}

/// <summary>Finds the object type of an instance, by the author's rule or by the CLR type.</summary>
internal sealed class TypeChooser
{
    private readonly ConcurrentDictionary<Type, ObjectType?> _bySourceType = new();
    private Dictionary<string, ObjectType> _byName = [];
    private IReadOnlyList<ObjectType> _possible = [];
    private Func<object, string>? _chooseName;

    public void Use(Func<object, string> chooseName) => _chooseName = chooseName;

    public void Bind(IReadOnlyList<ObjectType> possible)
    {
        _possible = possible;
        _byName = possible.ToDictionary(type => type.Name, StringComparer.Ordinal);
    }

    /// <summary>The object type of an instance, or null when none of the possible types fits.</summary>
    public ObjectType? Choose(object source) => _chooseName is null
        ? _bySourceType.GetOrAdd(source.GetType(), Closest)
        : _byName.GetValueOrDefault(_chooseName(source));

    private ObjectType? Closest(Type type)
    {
        ObjectType? closest = null;
        foreach (var candidate in _possible)
        {
            if (candidate.SourceType.IsAssignableFrom(type)
                && (closest is null || closest.SourceType.IsAssignableFrom(candidate.SourceType)))
            {
                closest = candidate;
            }
        }

        return closest;
    }
}
