using System.Text.Json.Nodes;
using Hedensted.Bibliotek;
using Hedensted.Testing;

namespace Hedensted.Bench;

/// <summary>What there is to ask about in a large site.</summary>
/// <param name="Total">Documents in the folder of events.</param>
/// <param name="EventType">The type of a single event.</param>
/// <param name="Events">Some single events, five hundred at most.</param>
/// <param name="Picture">One picture among all.</param>
internal sealed record EditingSite(int Total, Guid EventType, Guid[] Events, Guid Picture)
{
    private static readonly Guid Image = new("cc07b313-0843-4aa8-bbda-871c8da728c8");

    // The smallest picture there is: one transparent point.
    private static readonly byte[] Point = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>Uploads the pictures, as an editor would, and looks up what is there.</summary>
    public static async Task<EditingSite> FillAsync(BackofficeSession editor, int media)
    {
        var picture = Guid.Empty;
        for (var number = 0; number < media; number++)
        {
            picture = await UploadAsync(editor, number);
        }

        var types = await editor.ReadAsync("/item/document-type/search?query=Arrangement&take=100");
        var type = types!["items"]!.AsArray().Single(item => item!["name"]!.GetValue<string>() == "Arrangement")!["id"]!.GetValue<Guid>();
        var page = await editor.ReadAsync($"/tree/document/children?parentId={StartingSite.Events}&skip=0&take=500");
        var events = page!["items"]!.AsArray().Where(item => KeyIn(item!["documentType"]!) == type).Select(item => KeyIn(item!));
        return new EditingSite(page["total"]!.GetValue<int>(), type, [.. events], picture);
    }

    private static Guid KeyIn(JsonNode item) => item["id"]!.GetValue<Guid>();

    private static async Task<Guid> UploadAsync(BackofficeSession editor, int number)
    {
        var (upload, key) = (Guid.NewGuid(), Guid.NewGuid());
        using var file = new ByteArrayContent(Point);
        using var form = new MultipartFormDataContent { { new StringContent(upload.ToString()), "Id" }, { file, "File", $"billede-{number}.png" } };
        await EditingQuestions.TimeAsync(editor, HttpMethod.Post, "/temporary-file", form);
        await EditingQuestions.TimeAsync(editor, HttpMethod.Post, "/media", new
        {
            id = key,
            parent = (object?)null,
            mediaType = new { id = Image },
            values = new[] { new { alias = "umbracoFile", culture = (string?)null, segment = (string?)null, value = new { temporaryFileId = upload } } },
            variants = new[] { new { name = $"Billede {number}", culture = (string?)null, segment = (string?)null } },
        });
        return key;
    }
}
