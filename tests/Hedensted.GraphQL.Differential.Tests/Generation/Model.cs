namespace Hedensted.GraphQL.Differential.Tests.Generation;

/// <summary>A type as it is written in a generated schema.</summary>
internal abstract record TypeRef
{
    public abstract string Name { get; }

    public TypeRef Nullable => this is NonNullRef nonNull ? nonNull.Inner : this;

    public bool IsRequired => this is NonNullRef;
}

internal sealed record NamedRef(string TypeName) : TypeRef
{
    public override string Name => TypeName;

    public override string ToString() => TypeName;
}

internal sealed record ListRef(TypeRef Item) : TypeRef
{
    public override string Name => Item.Name;

    public override string ToString() => $"[{Item}]";
}

internal sealed record NonNullRef(TypeRef Inner) : TypeRef
{
    public override string Name => Inner.Name;

    public override string ToString() => $"{Inner}!";
}

/// <summary>A field, an argument or an input field.</summary>
internal sealed record FieldModel(string Name, TypeRef Type, IReadOnlyList<FieldModel> Arguments, string? Default = null)
{
    public bool IsRequired => Type.IsRequired && Default is null;
}

internal enum ModelKind
{
    Scalar,
    Enum,
    Input,
    Interface,
    Object,
    Union,
}

internal sealed record TypeModel(string Name, ModelKind Kind)
{
    public List<FieldModel> Fields { get; } = [];

    public List<string> Interfaces { get; } = [];

    public List<string> Members { get; } = [];

    public List<string> Values { get; } = [];

    public bool IsOneOf { get; init; }

    public bool IsLeaf => Kind is ModelKind.Scalar or ModelKind.Enum;

    public bool IsComposite => Kind is ModelKind.Interface or ModelKind.Object or ModelKind.Union;
}

internal sealed record DirectiveModel(string Name, IReadOnlyList<string> Locations, IReadOnlyList<FieldModel> Arguments, bool IsRepeatable);

/// <summary>A generated schema, in a form that documents can be generated from.</summary>
internal sealed class Model
{
    public Dictionary<string, TypeModel> Types { get; } = new(StringComparer.Ordinal);

    public List<DirectiveModel> Directives { get; } = [];

    public bool HasMutation => Types.ContainsKey("Mutation");

    public bool HasSubscription => Types.ContainsKey("Subscription");

    public void Add(TypeModel type) => Types.Add(type.Name, type);

    public IEnumerable<TypeModel> Of(ModelKind kind) => Types.Values.Where(type => type.Kind == kind);

    /// <summary>The names of the objects a composite type can be.</summary>
    public IEnumerable<string> Possible(string name) => Types[name].Kind switch
    {
        ModelKind.Object => [name],
        ModelKind.Union => Types[name].Members,
        _ => Of(ModelKind.Object).Where(type => type.Interfaces.Contains(name)).Select(type => type.Name),
    };

    public bool Overlap(string first, string second) => Possible(first).Intersect(Possible(second)).Any();
}
