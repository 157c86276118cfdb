using System.Text.Json;

namespace Hedensted.GraphQL.Engine.Types;

/// <summary>What a client wrote where a scalar is expected.</summary>
public enum ScalarInputKind
{
    /// <summary>A string.</summary>
    String,

    /// <summary>A number without fraction or exponent.</summary>
    Integer,

    /// <summary>A number with a fraction or an exponent.</summary>
    Float,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A bare name; only in documents.</summary>
    Enum,

    /// <summary>A list.</summary>
    List,

    /// <summary>An object.</summary>
    Object,
}

/// <summary>An input for a scalar, from a literal in the document or from a JSON variable; never null.</summary>
public readonly struct ScalarInput
{
    private readonly Func<JsonElement>? _json;

    internal ScalarInput(ScalarInputKind kind, string text, bool isVariable, Func<JsonElement>? json = null)
    {
        Kind = kind;
        Text = text;
        IsVariable = isVariable;
        _json = json;
    }

    /// <summary>What was written.</summary>
    public ScalarInputKind Kind { get; }

    /// <summary>The unescaped string, the number as written, <c>true</c>/<c>false</c>, or the enum name; empty for lists and objects.</summary>
    public string Text { get; }

    /// <summary>Whether it came as JSON, where <c>1.0</c> and <c>1</c> are the same number.</summary>
    public bool IsVariable { get; }

    /// <summary>The whole value as JSON.</summary>
    public JsonElement ToJson() => _json is null ? Leaf() : _json();

    private JsonElement Leaf() => Kind switch
    {
        ScalarInputKind.String or ScalarInputKind.Enum => JsonSerializer.SerializeToElement(Text),
        _ => JsonDocument.Parse(Text).RootElement.Clone(),
    };
}
