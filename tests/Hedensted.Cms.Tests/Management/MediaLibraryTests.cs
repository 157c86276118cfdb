using System.Net;
using System.Text.Json.Nodes;
using Hedensted.Cms.Media.Storage;
using Hedensted.Cms.Tests.Media;
using Hedensted.Content;
using Hedensted.Content.Editing;
using Hedensted.Content.Published;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using static Hedensted.Cms.Tests.Management.ManagementHost;
using IHostedService = Microsoft.Extensions.Hosting.IHostedService;
using MediaUrls = Hedensted.Content.Published.MediaUrls;

namespace Hedensted.Cms.Tests.Management;

/// <summary>An editor clears up in the media library, over the API that the backoffice uses; the disk follows.</summary>
public class MediaLibraryTests
{
    private static readonly Guid Image = new("cc07b313-0843-4aa8-bbda-871c8da728c8");
    private static readonly Guid UmbracoFolder = new("f38bd2d7-65d0-48e6-95dc-87ce06ec2d3d");

    private static string Disk => Host.Service<DataFolder>().Combine("media");

    [Test]
    public async Task A_picture_is_moved_between_folders_trashed_and_restored_to_where_it_was()
    {
        var summer = await FolderAsync("Sommer");
        var winter = await FolderAsync("Vinter");
        var (id, url) = await PictureAsync("is.png", summer);

        await Rikke.DoAsync(HttpMethod.Put, $"media/{id}/move", new { target = new { id = winter } });
        Assert.That(await ChildrenAsync(summer), Is.Empty);
        Assert.That(await ChildrenAsync(winter), Is.EqualTo(new[] { id }));

        await Rikke.DoAsync(HttpMethod.Put, $"media/{id}/move-to-recycle-bin");
        Assert.That(await ChildrenAsync(winter), Is.Empty);
        Assert.That((await Rikke.GetAsync($"recycle-bin/media/{id}/original-parent"))!["id"]!.GetValue<Guid>(), Is.EqualTo(winter));
        Assert.That((await Rikke.GetAsync($"media/{id}"))!["isTrashed"]!.GetValue<bool>(), Is.True);
        await CleanAsync();
        Assert.That(IsOnDisk(url), Is.True, "what can be restored keeps its file");

        var position = await Rikke.DoAsync(HttpMethod.Put, $"recycle-bin/media/{id}/restore", new { target = new { id = winter } });
        await Host.Service<EditionSource>().WaitForAsync(position!.Value, CancellationToken.None);
        Assert.That(await ChildrenAsync(winter), Is.EqualTo(new[] { id }));
        using var visitor = Host.Stranger();
        Assert.That((await visitor.GetAsync(url)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_folder_cannot_be_moved_below_itself()
    {
        var outer = await FolderAsync("Ydre");
        var inner = await FolderAsync("Indre", outer);
        using var answer = await Rikke.SendAsync(HttpMethod.Put, $"media/{outer}/move", new { target = new { id = inner } });
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.That((int)answer.StatusCode, Is.EqualTo(400));
        Assert.That(problem["operationStatus"]!.GetValue<string>(), Is.EqualTo("ParentInvalid"));
    }

    [Test]
    public async Task What_is_deleted_for_good_leaves_the_disk_with_everything_in_its_folder()
    {
        var folder = await FolderAsync("Kasseret");
        var (id, url) = await PictureAsync("a.png", folder);
        var (_, second) = await PictureAsync("b.png", folder);
        var (_, other) = await PictureAsync("c.png", null);
        using var visitor = Host.Stranger();
        (await visitor.GetAsync(MediaUrls.Variant(url, 320))).EnsureSuccessStatusCode();

        await Rikke.DoAsync(HttpMethod.Put, $"media/{folder}/move-to-recycle-bin");
        await Rikke.DoAsync(HttpMethod.Delete, $"recycle-bin/media/{folder}");
        await CleanAsync();

        using var gone = await Rikke.SendAsync(HttpMethod.Get, $"media/{id}");
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(IsOnDisk(url) || IsOnDisk(second), Is.False);
        Assert.That(Directory.Exists(Path.Combine(Disk, url.Split('/')[2])), Is.False, "nor its folder");
        var folders = Host.Service<MediaFolders>();
        Assert.That(Directory.Exists(folders.VariantsOf(Path.Combine(folders.Stored, url["/media/".Length..]))), Is.False, "nor the pictures made of it");
        Assert.That(IsOnDisk(other), Is.True);
    }

    [Test]
    public async Task Emptying_the_recycle_bin_takes_what_is_in_it_and_nothing_else()
    {
        var (trashed, trashedUrl) = await PictureAsync("ud.png", null);
        var (kept, keptUrl) = await PictureAsync("bliver.png", null);
        await Rikke.DoAsync(HttpMethod.Put, $"media/{trashed}/move-to-recycle-bin");

        await Rikke.DoAsync(HttpMethod.Delete, "recycle-bin/media");
        await CleanAsync();

        Assert.That((await Rikke.GetAsync("recycle-bin/media/root?skip=0&take=10"))!["total"]!.GetValue<int>(), Is.Zero);
        Assert.That(IsOnDisk(trashedUrl), Is.False);
        Assert.That(IsOnDisk(keptUrl), Is.True);
        Assert.That(await Rikke.GetAsync($"media/{kept}"), Is.Not.Null);
    }

    [Test]
    public async Task A_file_that_another_item_shows_stays_until_that_goes_too()
    {
        var (id, url) = await PictureAsync("delt.png", null);
        var twin = await CreateAsync("Tvilling", null, new { src = url });
        await Rikke.DoAsync(HttpMethod.Delete, $"media/{id}");
        await CleanAsync();
        Assert.That(IsOnDisk(url), Is.True);

        await Rikke.DoAsync(HttpMethod.Delete, $"media/{twin}");
        await CleanAsync();
        Assert.That(IsOnDisk(url), Is.False);
    }

    [Test]
    public async Task The_file_goes_by_itself()
    {
        var (id, url) = await PictureAsync("selv.png", null);
        using var watcher = new FileSystemWatcher(Disk) { IncludeSubdirectories = true, EnableRaisingEvents = true };
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            if (!IsOnDisk(url))
            {
                gone.TrySetResult();
            }
        }

        watcher.Deleted += (_, _) => Look();
        await Rikke.DoAsync(HttpMethod.Delete, $"media/{id}");
        Look();
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Test]
    public async Task What_a_server_that_died_left_is_swept_when_it_is_started_again()
    {
        var folder = Host.Service<DataFolder>().Combine("media", "0123456789");
        var file = Path.Combine(Directory.CreateDirectory(folder).FullName, "rest.png");
        await File.WriteAllBytesAsync(file, Pictures.Png());
        var removed = Host.Service<RemovedFiles>();
        var stored = Host.Service<StoredFiles>();

        // The item is made and removed while no server looks after the files.
        foreach (var job in Host.Services.GetServices<IHostedService>().OfType<RemovedFileCleanUp>())
        {
            await job.StopAsync(CancellationToken.None);
        }

        var id = await CreateAsync("Rest", null, new { src = "/media/0123456789/rest.png" });
        await Rikke.DoAsync(HttpMethod.Delete, $"media/{id}");
        Assert.That(File.Exists(file), Is.True);

        using var again = new RemovedFileCleanUp(removed, stored, TimeProvider.System, NullLogger<RemovedFileCleanUp>.Instance);
        using var watcher = new FileSystemWatcher(Disk) { EnableRaisingEvents = true };
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watcher.Deleted += (_, deleted) => _ = deleted.Name == "0123456789" && gone.TrySetResult();
        await again.StartAsync(CancellationToken.None);
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await again.StopAsync(CancellationToken.None);
        foreach (var job in Host.Services.GetServices<IHostedService>().OfType<RemovedFileCleanUp>())
        {
            await job.StartAsync(CancellationToken.None);
        }
    }

    private static Task<(int Removed, int Left)> CleanAsync() => Host.Service<RemovedFiles>().CleanAsync(Host.Service<StoredFiles>().TryRemove, CancellationToken.None);

    private static bool IsOnDisk(string url) => File.Exists(Path.Combine(Disk, url["/media/".Length..]));

    private static async Task<IEnumerable<Guid>> ChildrenAsync(Guid parent) =>
        (await Rikke.GetAsync($"tree/media/children?parentId={parent}&skip=0&take=100"))!["items"]!.AsArray().Select(item => item!["id"]!.GetValue<Guid>());

    private static Task<Guid> FolderAsync(string name, Guid? parent = null) => CreateAsync(name, parent, null);

    private static async Task<(Guid Id, string Url)> PictureAsync(string name, Guid? parent)
    {
        var upload = Guid.NewGuid();
        using var form = new MultipartFormDataContent { { new StringContent(upload.ToString()), "Id" }, { new ByteArrayContent(Pictures.Png(800, 400)), "File", name } };
        using var sent = await Rikke.SendAsync(HttpMethod.Post, "temporary-file", form);
        Assert.That(sent.StatusCode, Is.EqualTo(HttpStatusCode.Created), await sent.Content.ReadAsStringAsync());
        var id = await CreateAsync(name, parent, new { temporaryFileId = upload });
        var values = (await Rikke.GetAsync($"media/{id}"))!["values"]!.AsArray();
        return (id, values.Single(value => value!["alias"]!.GetValue<string>() == "umbracoFile")!["value"]!["src"]!.GetValue<string>());
    }

    private static async Task<Guid> CreateAsync(string name, Guid? parent, object? file)
    {
        var id = Guid.NewGuid();
        var position = await Rikke.DoAsync(HttpMethod.Post, "media", new
        {
            id,
            parent = parent is { } key ? new { id = key } : null,
            mediaType = new { id = file is null ? UmbracoFolder : Image },
            values = file is null ? [] : new object[] { new { alias = "umbracoFile", culture = (string?)null, segment = (string?)null, value = file } },
            variants = new[] { new { name, culture = (string?)null, segment = (string?)null } },
        });
        await Host.Service<EditionSource>().WaitForAsync(position!.Value, CancellationToken.None);
        return id;
    }
}
