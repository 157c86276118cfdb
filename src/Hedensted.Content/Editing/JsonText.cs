using System.Text.Json;

namespace Hedensted.Content.Editing;

/// <summary>Reads text that somebody else wrote as JSON.</summary>
internal static class JsonText
{
    /// <summary>The text; null when it is not text or is broken Unicode.</summary>
    public static string? Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair: no text that anyone could have typed
        }
    }
}
