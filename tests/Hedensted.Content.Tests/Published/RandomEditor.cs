using System.Collections.Immutable;
using Hedensted.Content.Model;
using Hedensted.Content.Tests.Support;

namespace Hedensted.Content.Tests.Published;

/// <summary>Does to a site what editors may think of, at random but the same each time for a seed.</summary>
internal sealed class RandomEditor(Site site, int seed)
{
    private static readonly string[] Names = ["Læsekreds", "Laesekreds", "Strikkecafé", "Åben scene", "aaben scene", "Børn"];
    private readonly Random _random = new(seed);
    private readonly List<Guid> _documents = [];
    private readonly List<Guid> _media = [];
    private readonly List<Guid> _roots = [];
    private readonly HashSet<Guid> _notices = [];

    public async Task<string> ActAsync()
    {
        var what = _random.Next(17);
        site.Time.Advance(TimeSpan.FromMilliseconds(_random.Next(3)));
        switch (what)
        {
            case 0 or 1 or 2:
                return await CreateAsync();
            case 3:
                var saved = Any(_documents);
                return $"save {(await site.SaveAsync(saved, Text(_notices.Contains(saved)))).Status}";
            case 4 or 5 or 6 or 7:
                var published = Any(_documents);
                return $"publish {(await site.Publisher.PublishAsync(published, Cultures(published), null, default)).Status}";
            case 8:
                var withdrawn = Any(_documents);
                return $"unpublish {(await site.Publisher.UnpublishAsync(withdrawn, _random.Next(2) == 0 ? [] : Cultures(withdrawn), null, default)).Status}";
            case 9 or 10:
                return $"move {(await site.Edit.MoveAsync(NodeKind.Document, Any(_documents), Any(_documents), null, default)).Status}";
            case 11:
                return $"trash {(await site.Edit.TrashAsync(NodeKind.Document, Expendable(), null, default)).Status}";
            case 12:
                return $"restore {(await site.Edit.RestoreAsync(NodeKind.Document, Any(_documents), Any(_documents), null, default)).Status}";
            case 13:
                return await SortAsync();
            case 14:
                var branch = _random.Next(2) == 0 ? Any(_roots) : Any(_documents);
                return $"branch {(await site.Publisher.PublishBranchAsync(branch, Cultures(branch), _random.Next(2) == 0, null, default)).Status}";
            case 15:
                return _random.Next(4) == 0
                    ? $"delete {(await site.Edit.DeleteAsync(NodeKind.Document, Expendable(), null, default)).Status}"
                    : await CopyAsync();
            default:
                return await MediaAsync();
        }
    }

    private static Guid Key(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private Guid Any(List<Guid> keys) => keys.Count == 0 ? Guid.Empty : keys[_random.Next(keys.Count)];

    // Front pages go seldom: with them goes everything.
    private Guid Expendable() => Any(_documents) is var key && _roots.Contains(key) && _random.Next(8) > 0 ? Guid.Empty : key;

    private ImmutableArray<string> Cultures(Guid key) => !_notices.Contains(key) ? [] : _random.Next(2) == 0 ? ["da"] : ["da", "en"];

    private NodeContent Text(bool notice)
    {
        var name = Names[_random.Next(Names.Length)];
        return _random.Next(3) switch
        {
            _ when notice => Library.NoticeContent("Juelsminde", ("da", name), ("en", "Reading")),
            1 => Library.Content(name, ("title", Library.String(name)), ("umbracoUrlName", Library.String(Names[_random.Next(Names.Length)]))),
            _ => Library.PageContent(name),
        };
    }

    private async Task<string> CreateAsync()
    {
        var key = Key(_random);
        var root = _documents.Count < 2 || _random.Next(12) == 0;
        var type = root ? Library.Home : _random.Next(3) == 0 ? Library.Notice : Library.Page;
        var name = Names[_random.Next(Names.Length)];
        var content = type == Library.Notice ? Library.NoticeContent("Hornsyld", ("da", name), ("en", $"{name} (en)")) : Library.PageContent(name);
        var result = await site.Edit.CreateAsync(new(key, NodeKind.Document, type, root ? null : Any(_documents), content, null), default);
        if (result.Succeeded)
        {
            _documents.Add(key);
            if (root)
            {
                _roots.Add(key);
            }

            if (type == Library.Notice)
            {
                _notices.Add(key);
            }
        }

        return $"create {result.Status}";
    }

    private async Task<string> CopyAsync()
    {
        var original = Any(_documents);
        var result = await site.Edit.CopyAsync(NodeKind.Document, original, Any(_documents), _random.Next(2) == 0 && _documents.Count < 60, null, default);
        if (result.Succeeded)
        {
            _documents.Add(result.Key);
            if (_notices.Contains(original))
            {
                _notices.Add(result.Key);
            }
        }

        return $"copy {result.Status}";
    }

    private async Task<string> SortAsync()
    {
        var parent = Any(_documents);
        var children = await site.Tree.ChildrenAsync(NodeKind.Document, parent, 0, 100, default);
        var orders = children.Items.ToDictionary(child => child.Key, _ => _random.Next(10));
        return $"sort {(await site.Edit.SortAsync(NodeKind.Document, parent, orders, null, default)).Status}";
    }

    private async Task<string> MediaAsync()
    {
        if (_media.Count < 3 || _random.Next(3) == 0)
        {
            var key = Key(_random);
            _media.Add(key);
            var file = Library.Json($$"""{"src":"/media/{{_media.Count}}/bog.jpg"}""");
            await site.Edit.CreateAsync(new(key, NodeKind.Media, Library.Image, null, Library.Content("Bog", ("umbracoFile", file)), null), default);
            return "picture";
        }

        var picture = Any(_media);
        return _random.Next(3) switch
        {
            0 => $"trash picture {(await site.Edit.TrashAsync(NodeKind.Media, picture, null, default)).Status}",
            1 => $"restore picture {(await site.Edit.RestoreAsync(NodeKind.Media, picture, null, null, default)).Status}",
            _ => $"save picture {(await site.SaveAsync(picture, Library.Content("Ny bog"), kind: NodeKind.Media)).Status}",
        };
    }
}
