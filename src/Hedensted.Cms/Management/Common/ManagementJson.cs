using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Hedensted.Cms.Management.Common;

/// <summary>How the Management API reads and writes JSON.</summary>
internal static class ManagementJson
{
    /// <summary>Enums as their names, <c>$type</c> anywhere in an object, unknown members ignored, æøå as themselves.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter());
        options.AllowOutOfOrderMetadataProperties = true;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
    }
}
