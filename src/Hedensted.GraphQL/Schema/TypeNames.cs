using System.Collections.Frozen;
using System.Text;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Model;
using Hedensted.Content.Published;

namespace Hedensted.GraphQL.Schema;

/// <summary>Which object type each document type and element type has in one schema.</summary>
/// <remarks>
/// A document type's name is its alias in PascalCase. Those that the library's own domain knows have a type written by hand;
/// a type made in the backoffice that happens to be called like another type of the schema gets <c>Content</c> appended.
/// </remarks>
internal sealed class TypeNames
{
    private static readonly FrozenDictionary<string, string> ByHand = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["event"] = "Event",
        ["eventSeries"] = "EventSeries",
        ["dialogueMeeting"] = "DialogueMeeting",
        ["focusArea"] = "FocusArea",
        ["strategySection"] = "StrategyPage",
        ["strategyPage"] = "StrategyPage",
        ["branch"] = "Branch",
        ["outreachPlace"] = "OutreachPlace",
        ["room"] = "Room",
        ["partner"] = "Partner",
        ["screen"] = "Screen",
        ["playlist"] = "Playlist",
        ["campaign"] = "Campaign",
        ["term"] = "Term",
        ["personBlock"] = "Person",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly FrozenDictionary<Guid, (string Name, string Alias)> _names;

    /// <param name="schema">The site's types.</param>
    /// <param name="taken">Names of types that the schema has anyway.</param>
    public TypeNames(ContentSchema schema, IEnumerable<string> taken)
    {
        var used = taken.Concat(ByHand.Values.SelectMany(Belonging)).ToHashSet(StringComparer.Ordinal);
        var names = new Dictionary<Guid, (string, string)>();
        foreach (var type in schema.ContentTypes.Where(type => type.Kind == NodeKind.Document).OrderBy(type => type.Alias, StringComparer.Ordinal))
        {
            if (IsOnlyPart(schema, type))
            {
                continue;
            }

            if (ByHand.TryGetValue(type.Alias, out var known))
            {
                names[type.Key] = (known, type.Alias);
                continue;
            }

            // The types of its list are called after it, so those names must be free, too.
            var name = Pascal(type.Alias);
            while (used.Contains(name) || Belonging(name).Any(used.Contains))
            {
                name += "Content";
            }

            used.Add(name);
            used.UnionWith(Belonging(name));
            names[type.Key] = (name, type.Alias);
        }

        _names = names.ToFrozenDictionary();
    }

    /// <summary>The name of a type's own object type; null when it has none or one written by hand.</summary>
    public string? GeneratedFor(ContentType type) =>
        !ByHand.ContainsKey(type.Alias) && _names.TryGetValue(type.Key, out var found) ? found.Name : null;

    /// <summary>The name of the object type of documents with this alias; null when the site has no such type.</summary>
    public string? ByAlias(string alias) =>
        _names.Values.FirstOrDefault(type => string.Equals(type.Alias, alias, StringComparison.OrdinalIgnoreCase)).Name;

    /// <summary>The types that have an object type of their own, by alias.</summary>
    public IEnumerable<ContentType> Generated(ContentSchema schema) => schema.ContentTypes
        .Where(type => type.Kind == NodeKind.Document && GeneratedFor(type) is not null)
        .OrderBy(type => type.Alias, StringComparer.Ordinal);

    /// <summary>The name of a type's object type, written by hand or not; empty when it has none.</summary>
    public string Of(ContentType type) => _names.TryGetValue(type.Key, out var found) ? found.Name : "";

    public string Of(PublishedDocument document) => _names.TryGetValue(document.ContentType.Key, out var found) ? found.Name : "";

    public string Of(Block block) => _names.TryGetValue(block.TypeKey, out var found) ? found.Name : "";

    public string AliasOf(Block block) => _names.TryGetValue(block.TypeKey, out var found) ? found.Alias : "";

    /// <summary>Whether the schema has a type for this block.</summary>
    public bool Knows(Block block) => _names.ContainsKey(block.TypeKey);

    /// <summary>An alias as the name of a field; GraphQL allows letters, digits and underscores, and no digit first.</summary>
    public static string Camel(string alias)
    {
        var name = Plain(alias);
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static string[] Belonging(string name) =>
        [$"ContentOf{name}Connection", $"ContentOf{name}Edge", $"{name}FilterInput", $"{name}SortInput"];

    // A composition that nothing can be made of: no root, nobody's child, no block.
    private static bool IsOnlyPart(ContentSchema schema, ContentType type) =>
        !type.AllowedAsRoot
        && schema.ContentTypes.Any(other => other.Compositions.Contains(type.Key))
        && !schema.ContentTypes.Any(other => other.AllowedChildren.Contains(type.Key))
        && !schema.DataTypes.Any(data => data.Configuration.TryGetValue("blocks", out var blocks)
            && blocks.GetRawText().Contains(type.Key.ToString(), StringComparison.OrdinalIgnoreCase));

    private static string Pascal(string alias)
    {
        var name = Plain(alias);
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static string Plain(string alias)
    {
        var name = new StringBuilder(alias.Length);
        foreach (var letter in alias)
        {
            name.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '_');
        }

        var plain = name.ToString().TrimStart('_');
        return plain.Length == 0 || char.IsAsciiDigit(plain[0]) ? "x" + plain : plain;
    }
}
