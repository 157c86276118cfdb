using System.Text;
using System.Text.Json;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Tests.Media;

/// <summary>From an upload to a media item's values.</summary>
public class TakingUploadsTests
{
    private static readonly DataType Cropper = new() { Key = Guid.NewGuid(), Name = "Billede", EditorAlias = "Umbraco.ImageCropper", EditorUiAlias = "x" };
    private static readonly DataType Label = new() { Key = Guid.NewGuid(), Name = "Mærkat", EditorAlias = "Umbraco.Label", EditorUiAlias = "x" };
    private static readonly DataType Blocks = new() { Key = Guid.NewGuid(), Name = "Blokke", EditorAlias = "Umbraco.BlockList", EditorUiAlias = "x" };

    private static readonly DataType Pdf = new()
    {
        Key = Guid.NewGuid(),
        Name = "PDF",
        EditorAlias = "Umbraco.UploadField",
        EditorUiAlias = "x",
        Configuration = System.Collections.Immutable.ImmutableSortedDictionary<string, JsonElement>.Empty.Add("fileExtensions", Json("""["pdf"]""")),
    };

    private static readonly ContentType Image = Type(
        "Image", ("umbracoFile", Cropper), ("umbracoWidth", Label), ("umbracoHeight", Label), ("umbracoBytes", Label), ("umbracoExtension", Label), ("blocks", Blocks));

    private static readonly ContentType File = Type("File", ("umbracoFile", Pdf));

    private static readonly ContentSchema Schema = new([], [Cropper, Label, Blocks, Pdf], [Image, File]);

    private MediaSite _site = null!;

    [SetUp]
    public void Open() => _site = new MediaSite();

    [TearDown]
    public void Close() => _site.Dispose();

    [Test]
    public async Task A_new_picture_gets_its_address_its_focal_point_and_its_facts()
    {
        var (_, id) = await _site.UploadAsync("Rød sol.png", Pictures.Png(64, 32));
        var outcome = await _site.Uploads.TakeAsync(Schema, Image, Content($$"""{"temporaryFileId":"{{id}}"}"""), null, CancellationToken.None);

        Assert.That(outcome.Succeeded, Is.True);
        var file = outcome.Content.ValueOf("umbracoFile")!.Value;
        Assert.That(file.GetProperty("src").GetString(), Is.EqualTo("/media/" + outcome.Stored.Single()).And.EndsWith("/roed-sol.png"));
        Assert.That(file.GetProperty("focalPoint").GetProperty("left").GetDouble(), Is.EqualTo(0.5));
        Assert.That(file.TryGetProperty("temporaryFileId", out _), Is.False);
        Assert.That(outcome.Content.ValueOf("umbracoWidth")!.Value.GetString(), Is.EqualTo("64"));
        Assert.That(outcome.Content.ValueOf("umbracoHeight")!.Value.GetString(), Is.EqualTo("32"));
        Assert.That(outcome.Content.ValueOf("umbracoExtension")!.Value.GetString(), Is.EqualTo("png"));
        Assert.That(_site.Folders.Find(outcome.Stored.Single()), Is.Not.Null);
    }

    [Test]
    public async Task A_replaced_picture_keeps_the_focal_point_that_was_set_and_lies_beside_the_one_that_was_stored_not_the_one_that_was_sent()
    {
        var (_, id) = await _site.UploadAsync("ny.png", Pictures.Png());
        var outcome = await _site.Uploads.TakeAsync(
            Schema, Image, Content($$"""{"src":"/media/0123456789/gammel.png","temporaryFileId":"{{id}}","focalPoint":{"left":0.2,"top":0.8},"crops":[]}"""), null, CancellationToken.None);
        var file = outcome.Content.ValueOf("umbracoFile")!.Value;
        Assert.That(file.GetProperty("src").GetString(), Does.EndWith("/ny.png").And.Not.Contain("0123456789"));
        Assert.That(file.GetProperty("focalPoint").GetProperty("top").GetDouble(), Is.EqualTo(0.8));
    }

    [Test]
    public async Task A_file_of_the_wrong_type_is_an_error_at_its_field_and_nothing_is_stored()
    {
        var (_, text) = await _site.UploadAsync("liste.txt", Encoding.UTF8.GetBytes("bog"));
        var picture = await _site.Uploads.TakeAsync(Schema, Image, Content($$"""{"temporaryFileId":"{{text}}"}"""), null, CancellationToken.None);
        var file = await _site.Uploads.TakeAsync(Schema, File, Content($$"""{"temporaryFileId":"{{text}}"}"""), null, CancellationToken.None);

        Assert.That(picture.Errors.Single(), Has.Property("Alias").EqualTo("umbracoFile").And.Property("Message").Contains("skal være et billede"));
        Assert.That(file.Errors.Single().Message, Does.Contain(".pdf"));
        Assert.That(Directory.GetFileSystemEntries(_site.Folders.Stored), Is.Empty);
    }

    [Test]
    public async Task An_upload_that_waited_too_long_is_an_error_at_its_field()
    {
        var (_, id) = await _site.UploadAsync("foto.png", Pictures.Png());
        _site.Clock.Pass(TimeSpan.FromHours(25));
        var outcome = await _site.Uploads.TakeAsync(Schema, Image, Content($$"""{"temporaryFileId":"{{id}}"}"""), null, CancellationToken.None);
        Assert.That(outcome.Errors.Single().Message, Does.Contain("Vælg den igen"));
    }

    [TestCase("https://evil.example/a.png")]
    [TestCase("javascript:alert(1)")]
    [TestCase("/media/../../etc/passwd")]
    public async Task A_made_up_address_is_refused(string address)
    {
        var outcome = await _site.Uploads.TakeAsync(Schema, Image, Content($$"""{"src":"{{address}}"}"""), null, CancellationToken.None);
        Assert.That(outcome.Succeeded, Is.False);
    }

    [Test]
    public async Task A_file_inside_a_block_is_taken_too_and_an_error_points_at_it()
    {
        var (_, id) = await _site.UploadAsync("foto.png", Pictures.Png());
        string Block(Guid file) => $$$"""{"contentData":[{"key":"a","values":[{"alias":"t","value":"x"},{"alias":"picture","value":{"temporaryFileId":"{{{file}}}","crops":[]}}]}]}""";

        var good = await _site.Uploads.TakeAsync(Schema, Image, Content(Block(id), "blocks"), null, CancellationToken.None);
        var bad = await _site.Uploads.TakeAsync(Schema, Image, Content(Block(Guid.NewGuid()), "blocks"), null, CancellationToken.None);

        Assert.That(good.Content.ValueOf("blocks")!.Value.GetRawText(), Does.Contain("/media/" + good.Stored.Single()).And.Not.Contain("temporaryFileId"));
        Assert.That(good.Content.ValueOf("umbracoWidth"), Is.Null, "only the item's own file describes the item");
        Assert.That(bad.Errors.Single().Path, Is.EqualTo(".contentData[0].values[1].value"));
    }

    [Test]
    public async Task When_the_save_fails_the_stored_file_goes_and_the_upload_can_be_used_again()
    {
        var (_, id) = await _site.UploadAsync("foto.png", Pictures.Png());
        var content = Content($$"""{"temporaryFileId":"{{id}}"}""");
        var first = await _site.Uploads.TakeAsync(Schema, Image, content, null, CancellationToken.None);
        await _site.Uploads.DiscardAsync(first, CancellationToken.None);
        Assert.That(_site.Folders.Find(first.Stored.Single()), Is.Null);
        Assert.That((await _site.Uploads.TakeAsync(Schema, Image, content, null, CancellationToken.None)).Succeeded, Is.True);
    }

    [Test]
    public async Task Content_without_uploads_comes_back_as_it_was()
    {
        var content = Content("""{"src":"/media/0123456789/a.png","focalPoint":{"left":0.5,"top":0.5},"crops":[]}""");
        var outcome = await _site.Uploads.TakeAsync(Schema, Image, content, null, CancellationToken.None);
        Assert.That(outcome.Content, Is.SameAs(content));
    }

    private static NodeContent Content(string json, string alias = "umbracoFile") =>
        new() { Names = [new(null, "Ting")], Values = [new(alias, null, null, Json(json))] };

    private static JsonElement Json(string json) => JsonSerializer.Deserialize<JsonElement>(json);

    private static ContentType Type(string alias, params (string Alias, DataType Type)[] properties) => new()
    {
        Key = Guid.NewGuid(),
        Kind = NodeKind.Media,
        Alias = alias,
        Name = alias,
        Properties = [.. properties.Select(property => new PropertyType { Key = Guid.NewGuid(), Alias = property.Alias, Name = property.Alias, DataTypeKey = property.Type.Key })],
    };
}
