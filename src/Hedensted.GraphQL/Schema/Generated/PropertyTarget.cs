using System.Text.Json;
using Hedensted.Content.Model;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Generated;

/// <summary>A field that is being made for a property; hides whether it is a document's or a block's.</summary>
/// <param name="name">The field's name.</param>
/// <param name="property">The property.</param>
/// <param name="dataType">How it is edited.</param>
internal abstract class PropertyTarget(string name, PropertyType property, DataType dataType)
{
    public DataType DataType => dataType;

    protected string Name => name;

    protected string Alias => property.Alias;

    protected string Description => property.Description.Length == 0 ? property.Name : $"{property.Name}. {property.Description}";

    /// <summary>Adds the field.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="read">Reads the value; never throws.</param>
    public abstract void Add<TValue>(SchemaType type, Func<PropertySource, TValue> read);
}

/// <inheritdoc/>
/// <param name="type">The type that gets the field.</param>
/// <param name="name">The field's name.</param>
/// <param name="property">The property.</param>
/// <param name="dataType">How it is edited.</param>
/// <param name="valueOf">Reads a property of an instance.</param>
internal sealed class PropertyTarget<T>(
    ObjectType<T> type, string name, PropertyType property, DataType dataType, Func<T, string, JsonElement?> valueOf)
    : PropertyTarget(name, property, dataType)
    where T : class
{
    public override void Add<TValue>(SchemaType fieldType, Func<PropertySource, TValue> read)
    {
        var alias = Alias;
        type.Field(
            Name,
            fieldType,
            (source, context) => read(new PropertySource(source, alias, name => valueOf(source, name), context.State<ReadScope>())),
            Description);
    }
}

/// <summary>One property of one instance, with what its value may point at.</summary>
/// <param name="Owner">The document or block.</param>
/// <param name="Alias">The property.</param>
/// <param name="ValueOf">Reads any property of the owner.</param>
/// <param name="Scope">The edition.</param>
internal readonly record struct PropertySource(object Owner, string Alias, Func<string, JsonElement?> ValueOf, ReadScope Scope)
{
    public JsonElement? Value => ValueOf(Alias);
}
