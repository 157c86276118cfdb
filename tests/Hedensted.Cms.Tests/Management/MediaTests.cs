using System.Text.Json.Nodes;
using static Hedensted.Cms.Tests.Management.ManagementHost;

namespace Hedensted.Cms.Tests.Management;

/// <summary>An editor keeps order in the media library. Uploads are tested with the files.</summary>
public class MediaTests
{
    [Test]
    public async Task A_folder_is_made_renamed_found_trashed_and_restored()
    {
        var id = await FolderAsync("Billeder", null);
        await Rikke.DoAsync(HttpMethod.Put, $"media/{id}", new { values = Array.Empty<object>(), variants = new[] { new { name = "Fotos", culture = (string?)null } } });
        var media = (await Rikke.GetAsync($"media/{id}"))!.AsObject();
        var found = (await Rikke.GetAsync("item/media/search?query=fotos"))!;
        Assert.Multiple(() =>
        {
            Assert.That(media.Select(member => member.Key), Is.EquivalentTo(new[] { "id", "mediaType", "isTrashed", "values", "variants", "flags" }));
            Assert.That(media["variants"]![0]!["name"]!.GetValue<string>(), Is.EqualTo("Fotos"));
            Assert.That(Ids(found["items"]!), Does.Contain(id));
        });

        await Rikke.DoAsync(HttpMethod.Put, $"media/{id}/move-to-recycle-bin");
        Assert.That(Ids((await Rikke.GetAsync("recycle-bin/media/root?skip=0&take=1000"))!["items"]!), Does.Contain(id));
        Assert.That(await Rikke.GetAsync($"recycle-bin/media/{id}/original-parent"), Is.Null);
        await Rikke.DoAsync(HttpMethod.Put, $"recycle-bin/media/{id}/restore", new { target = (object?)null });
        Assert.That(Ids((await Rikke.GetAsync("tree/media/root?skip=0&take=1000"))!["items"]!), Does.Contain(id));
    }

    [Test]
    public async Task The_library_is_listed_with_the_empty_keys_that_the_backoffice_sends()
    {
        var parent = await FolderAsync("Øverst", null);
        var child = await FolderAsync("Nederst", parent);
        var root = (await Rikke.GetAsync("collection/media?id=&dataTypeId=&orderBy=updateDate&orderDirection=Ascending&skip=0&take=1000"))!;
        var below = (await Rikke.GetAsync($"collection/media?id={parent}&dataTypeId=&orderBy=name&orderDirection=Ascending&skip=0&take=50"))!;
        var tree = (await Rikke.GetAsync($"tree/media/ancestors?descendantId={child}"))!;
        var urls = (await Rikke.GetAsync($"media/urls?id={parent}"))!;
        Assert.Multiple(() =>
        {
            Assert.That(Ids(root["items"]!), Does.Contain(parent));
            Assert.That(Ids(below["items"]!), Is.EqualTo(new[] { child }));
            Assert.That(below["items"]![0]!.AsObject().Select(member => member.Key), Is.EquivalentTo(new[]
            {
                "id", "mediaType", "values", "variants", "creator", "sortOrder", "flags",
            }));
            Assert.That(Ids(tree), Is.EqualTo(new[] { parent, child }));
            Assert.That(urls[0]!["urlInfos"]!.AsArray(), Is.Empty, "a folder has no file");
        });
    }

    [Test]
    public async Task A_media_item_is_checked_before_it_is_saved()
    {
        var id = await FolderAsync("Kontrol", null);
        await Rikke.DoAsync(HttpMethod.Put, $"media/{id}/validate", new { values = Array.Empty<object>(), variants = new[] { new { name = "Kontrol" } } });
        using var unknown = await Rikke.SendAsync(HttpMethod.Put, $"media/{Guid.NewGuid()}/validate", new { values = Array.Empty<object>() });
        Assert.That((int)unknown.StatusCode, Is.EqualTo(404));
    }

    private static async Task<Guid> FolderAsync(string name, Guid? parent)
    {
        var id = Guid.NewGuid();
        await Rikke.DoAsync(HttpMethod.Post, "media", new
        {
            id,
            parent = parent is { } key ? new { id = key } : null,
            mediaType = new { id = Folder },
            values = Array.Empty<object>(),
            variants = new[] { new { name, culture = (string?)null, segment = (string?)null } },
        });
        return id;
    }

    private static IEnumerable<Guid> Ids(JsonNode items) => items.AsArray().Select(item => item!["id"]!.GetValue<Guid>());
}
