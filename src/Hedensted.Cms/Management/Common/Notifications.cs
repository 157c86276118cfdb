using System.Text.Json;
using Hedensted.Content.Changes;

namespace Hedensted.Cms.Management.Common;

/// <summary>How a message to the editor looks.</summary>
internal enum NotificationType
{
    /// <summary>Neutral.</summary>
    Default,

    /// <summary>Good to know.</summary>
    Info,

    /// <summary>It did not work.</summary>
    Error,

    /// <summary>It worked.</summary>
    Success,

    /// <summary>It worked, but look here.</summary>
    Warning,
}

/// <summary>Headers that tell the editor and the next reader something beside the answer itself.</summary>
internal static class Notifications
{
    /// <summary>The header that the backoffice shows as messages.</summary>
    public const string Header = "Umb-Notifications";

    /// <summary>The feed position that readers must reach to see a write.</summary>
    public const string PositionHeader = "Hedensted-Position";

    // Header values must be ASCII: the default encoder writes æøå as \u escapes.
    private static readonly JsonSerializerOptions Ascii = new(JsonSerializerDefaults.Web);

    /// <summary>Shows the editor a message. A later message in the same answer is added to the first.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="type">How it looks.</param>
    /// <param name="category">The headline, in Danish.</param>
    /// <param name="message">The text, in Danish; says what to do.</param>
    public static void Notify(this HttpResponse response, NotificationType type, string category, string message)
    {
        var earlier = response.Headers[Header].ToString();
        var notifications = earlier.Length == 0 ? [] : JsonSerializer.Deserialize<List<Notification>>(earlier, Ascii) ?? [];
        notifications.Add(new Notification(category, message, type.ToString()));
        response.Headers[Header] = JsonSerializer.Serialize(notifications, Ascii);
    }

    /// <summary>Says at which position readers see what was just written; nothing when readers are not affected.</summary>
    public static void ReachesReadersAt(this HttpResponse response, ChangePosition? position)
    {
        if (position is { } reached)
        {
            response.Headers[PositionHeader] = reached.ToString();
        }
    }

    private sealed record Notification(string Category, string Message, string Type);
}
