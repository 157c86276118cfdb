using Hedensted.Content.Editing;
using Hedensted.Content.Editing.Operations;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Editing;

/// <summary>Which files leave the disk, and when.</summary>
internal sealed class RemovedFilesTests(TestProvider provider) : OnBothDatabases(provider)
{
    private const string First = "1111111111/foto.jpg";
    private const string Second = "2222222222/foto.jpg";

    [Test]
    public async Task The_files_of_all_versions_of_a_removed_item_go_and_only_once()
    {
        var picture = await PictureAsync(First);
        await Site.SaveAsync(picture, Content(Second), kind: NodeKind.Media);
        Assert.That(await CleanAsync(Site), Is.Empty, "trashed or not, it is still there");
        await Site.Edit.TrashAsync(NodeKind.Media, picture, Site.Editor, default);
        Assert.That(await CleanAsync(Site), Is.Empty, "it can still be restored");

        await Site.Edit.EmptyRecycleBinAsync(NodeKind.Media, Site.Editor, default);

        Assert.That(await CleanAsync(Site), Is.EquivalentTo(new[] { First, Second }));
        Assert.That(await CleanAsync(Site), Is.Empty);
    }

    [Test]
    public async Task A_file_that_another_item_or_an_old_version_of_it_points_at_stays_until_that_is_removed_too()
    {
        var picture = await PictureAsync(First);
        var twin = await PictureAsync(First);
        await Site.SaveAsync(twin, Content(Second), kind: NodeKind.Media);

        await Site.Edit.DeleteAsync(NodeKind.Media, picture, Site.Editor, default);
        Assert.That(await CleanAsync(Site), Is.Empty, "the twin can be rolled back to it");

        await Site.Edit.DeleteAsync(NodeKind.Media, twin, Site.Editor, default);
        Assert.That(await CleanAsync(Site), Is.EquivalentTo(new[] { First, Second }));
    }

    [Test]
    public async Task A_file_that_a_published_text_shows_stays()
    {
        var picture = await PictureAsync(First);
        var home = await Site.HomeAsync();
        var text = Library.Json($$"""{"markup":"<p><img src=\"/media/{{First}}?width=320\" alt=\"\"></p>"}""");
        await Site.PublishedAsync(home, Library.Page, Library.PageContent("Side", ("body", text)));

        await Site.Edit.DeleteAsync(NodeKind.Media, picture, Site.Editor, default);

        Assert.That(await CleanAsync(Site), Is.Empty);
    }

    [Test]
    public async Task A_removal_that_is_undone_removes_no_file()
    {
        var picture = await PictureAsync(First);
        var database = Site.Services.GetRequiredService<ContentDatabase>();
        Assert.That(
            () => database.WriteAsync<bool>(
                async session =>
                {
                    await NodeRemoving.DeleteAsync(session, NodeKind.Media, picture, null, default);
                    throw new InvalidOperationException("halfway");
                },
                default),
            Throws.InvalidOperationException);

        Assert.That(await CleanAsync(Site), Is.Empty);
        Assert.That(await Site.FindAsync(picture, NodeKind.Media), Is.Not.Null);
    }

    [Test]
    public async Task A_server_that_died_after_the_removal_finds_the_files_when_it_is_started_again()
    {
        var picture = await PictureAsync(First);
        await Site.Edit.DeleteAsync(NodeKind.Media, picture, Site.Editor, default);
        var again = await Site.OpenAnotherAsync();

        Assert.That(await CleanAsync(again), Is.EqualTo(new[] { First }));
        await again.StopAsync();
    }

    [Test]
    public async Task What_the_disk_refuses_is_tried_again_and_the_rest_goes()
    {
        var removed = Site.Services.GetRequiredService<RemovedFiles>();
        await Site.Edit.DeleteAsync(NodeKind.Media, await PictureAsync(First), Site.Editor, default);
        await Site.Edit.DeleteAsync(NodeKind.Media, await PictureAsync(Second), Site.Editor, default);

        Assert.That(await removed.CleanAsync(path => path != First, default), Is.EqualTo((1, 1)));
        Assert.That(await removed.CleanAsync(path => path == First, default), Is.EqualTo((1, 0)));
        Assert.That(await removed.CleanAsync(_ => false, default), Is.EqualTo((0, 0)));
    }

    private Task<Guid> PictureAsync(string path) => Site.CreateAsync(null, Library.Image, Content(path), NodeKind.Media);

    private static NodeContent Content(string path) => Library.Content("Billede", ("umbracoFile", Library.Json($$"""{"src":"/media/{{path}}","crops":[]}""")));

    private static async Task<List<string>> CleanAsync(Site site)
    {
        var gone = new List<string>();
        await site.Services.GetRequiredService<RemovedFiles>().CleanAsync(
            path =>
            {
                gone.Add(path);
                return true;
            },
            default);
        return gone;
    }
}
