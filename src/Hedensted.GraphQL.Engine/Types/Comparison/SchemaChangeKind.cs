namespace Hedensted.GraphQL.Engine.Types.Comparison;

/// <summary>What happened to a part of a schema; the names of the reference implementation where it has one.</summary>
public enum SchemaChangeKind
{
    /// <summary>A type is gone.</summary>
    TypeRemoved,

    /// <summary>A type is another kind of type under the same name, e.g. a union that was an enum.</summary>
    TypeChangedKind,

    /// <summary>A union has lost a member.</summary>
    TypeRemovedFromUnion,

    /// <summary>An enum has lost a value.</summary>
    ValueRemovedFromEnum,

    /// <summary>An input object asks for a field that clients do not send.</summary>
    RequiredInputFieldAdded,

    /// <summary>A type no longer implements an interface.</summary>
    ImplementedInterfaceRemoved,

    /// <summary>A field of an object, interface or input object is gone.</summary>
    FieldRemoved,

    /// <summary>A field has a type that clients do not expect.</summary>
    FieldChangedKind,

    /// <summary>A field asks for an argument that clients do not send.</summary>
    RequiredArgAdded,

    /// <summary>An argument is gone.</summary>
    ArgRemoved,

    /// <summary>An argument no longer takes what it took.</summary>
    ArgChangedKind,

    /// <summary>A directive is gone.</summary>
    DirectiveRemoved,

    /// <summary>An argument of a directive is gone.</summary>
    DirectiveArgRemoved,

    /// <summary>A directive asks for an argument that clients do not send.</summary>
    RequiredDirectiveArgAdded,

    /// <summary>An argument of a directive no longer takes what it took. Ours; the reference does not look.</summary>
    DirectiveArgChangedKind,

    /// <summary>A directive may no longer be repeated.</summary>
    DirectiveRepeatableRemoved,

    /// <summary>A directive may no longer stand at a place.</summary>
    DirectiveLocationRemoved,

    /// <summary>The root of an operation is gone or another type. Ours; the reference does not look.</summary>
    RootTypeChanged,

    /// <summary>An enum can answer with a value that clients do not know.</summary>
    ValueAddedToEnum,

    /// <summary>A union can answer with a type that clients do not know.</summary>
    TypeAddedToUnion,

    /// <summary>An input object takes another field, which a client's own types may lack.</summary>
    OptionalInputFieldAdded,

    /// <summary>A field takes another argument.</summary>
    OptionalArgAdded,

    /// <summary>A type implements another interface, so that fragments match more.</summary>
    ImplementedInterfaceAdded,

    /// <summary>What is left out means something else.</summary>
    ArgDefaultValueChange,

    /// <summary>What is left out of an input object means something else. Ours; the reference does not look.</summary>
    InputFieldDefaultValueChange,

    /// <summary>A type is new.</summary>
    TypeAdded,

    /// <summary>A field of an object or interface is new.</summary>
    FieldAdded,

    /// <summary>A directive is new.</summary>
    DirectiveAdded,

    /// <summary>Something should not be used any more.</summary>
    Deprecated,
}

/// <summary>Whom a change hurts.</summary>
public enum ChangeSeverity
{
    /// <summary>Nobody.</summary>
    Safe,

    /// <summary>Clients that do not expect it: documents stay valid, answers may surprise.</summary>
    Dangerous,

    /// <summary>Clients whose documents were valid and are not any more, or whose answers have another shape.</summary>
    Breaking,
}
