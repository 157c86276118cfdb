namespace Hedensted.GraphQL.Engine.Types;

/// <summary>One of several object types, which need not have fields in common.</summary>
/// <param name="name">The name clients use.</param>
/// <param name="description">What introspection tells about it.</param>
public sealed class UnionType(string name, string? description = null) : NamedType(name, description), IAbstractType
{
    private readonly List<Func<SchemaType>> _members = [];

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Union;

    /// <inheritdoc/>
    public IReadOnlyList<ObjectType> PossibleTypes { get; internal set; } = [];

    internal TypeChooser Chooser { get; } = new();

    TypeChooser IAbstractType.Chooser => Chooser;

    internal IReadOnlyList<Func<SchemaType>> Members => _members;

    /// <summary>Adds members; each an <see cref="ObjectType"/> or a <see cref="TypeReference"/> to one.</summary>
    public UnionType Of(params ReadOnlySpan<SchemaType> members)
    {
        foreach (var member in members)
        {
            _members.Add(() => member);
        }

        return this;
    }

    /// <summary>Adds a member that is looked up when the schema is built.</summary>
    public UnionType Of(Func<ObjectType> member)
    {
        _members.Add(member);
        return this;
    }

    /// <summary>Chooses the object type of an instance by its name in the schema.</summary>
    /// <remarks>Without it the object type is the one whose source type fits the instance best.</remarks>
    public UnionType ResolveType(Func<object, string> chooseName)
    {
        Chooser.Use(chooseName);
        return this;
    }
}
