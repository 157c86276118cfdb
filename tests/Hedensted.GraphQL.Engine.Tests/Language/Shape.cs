using System.Collections;
using System.Text;
using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Tests.Language;

/// <summary>What a document says, as text: every member of every node except where it stands and how its strings were quoted.</summary>
internal static class Shape
{
    private static readonly HashSet<string> Places = ["Start", "NamePlace", "TokenCount", "IsBlock"];

    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case Node node:
                text.Append(node.GetType().Name).Append('{');
                foreach (var property in node.GetType().GetProperties().Where(property => property.CanWrite && !Places.Contains(property.Name)).OrderBy(property => property.Name, StringComparer.Ordinal))
                {
                    text.Append(property.Name).Append('=');
                    Write(text, property.GetValue(node));
                    text.Append(';');
                }

                text.Append('}');
                break;
            case string or bool or Enum:
                text.Append('\'').Append(value).Append('\'');
                break;
            case IEnumerable items:
                foreach (var item in items)
                {
                    text.Append('[');
                    Write(text, item);
                    text.Append(']');
                }

                break;
        }
    }
}
