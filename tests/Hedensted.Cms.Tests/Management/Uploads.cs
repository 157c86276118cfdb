using System.Net;
using System.Text.Json.Nodes;
using Hedensted.Content.Published;
using static Hedensted.Cms.Tests.Management.ManagementHost;

namespace Hedensted.Cms.Tests.Management;

/// <summary>Files sent as the backoffice sends them: first by themselves, then as a media item's.</summary>
internal static class Uploads
{
    public static readonly Guid Image = new("cc07b313-0843-4aa8-bbda-871c8da728c8");
    public static readonly Guid Svg = new("c4b1efcf-a9d5-41c4-9621-e9d273b52a9c");
    public static readonly Guid AnyFile = new("4c52d8ab-54e6-40cd-999c-7a5f24903e4d");

    public static async Task<(Guid Id, string Url)> PictureAsync(string name, byte[] bytes, Guid? type = null)
    {
        var id = Guid.NewGuid();
        var position = await Rikke.DoAsync(HttpMethod.Post, "media", new
        {
            id,
            parent = (object?)null,
            mediaType = new { id = type ?? Image },
            values = new[] { new { alias = "umbracoFile", culture = (string?)null, segment = (string?)null, editorAlias = "", value = new { temporaryFileId = await UploadAsync(name, bytes) } } },
            variants = new[] { new { name, culture = (string?)null, segment = (string?)null } },
        });
        await Host.Service<EditionSource>().WaitForAsync(position!.Value, CancellationToken.None);
        var media = await Rikke.GetAsync($"media/{id}");
        return (id, ValueOf(media!, "umbracoFile")!["src"]!.GetValue<string>());
    }

    public static async Task<Guid> UploadAsync(string name, byte[] bytes)
    {
        var id = Guid.NewGuid();
        using var response = await SendAsync(id, name, bytes);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created), await response.Content.ReadAsStringAsync());
        return id;
    }

    public static Task<HttpResponseMessage> SendAsync(Guid id, string name, byte[] bytes) => Rikke.SendAsync(
        HttpMethod.Post,
        "temporary-file",
        new MultipartFormDataContent { { new StringContent(id.ToString()), "Id" }, { new ByteArrayContent(bytes), "File", name } });

    public static JsonNode? ValueOf(JsonNode media, string alias) =>
        media["values"]!.AsArray().SingleOrDefault(value => value!["alias"]!.GetValue<string>() == alias)?["value"];
}
