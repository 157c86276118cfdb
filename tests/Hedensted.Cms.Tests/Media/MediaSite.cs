using Hedensted.Cms.Media;
using Hedensted.Cms.Media.Inspection;
using Hedensted.Cms.Media.Storage;
using Hedensted.Cms.Media.Variants;
using Hedensted.Content;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Tests.Media;

/// <summary>The media room alone, in a folder of its own that is removed afterwards.</summary>
internal sealed class MediaSite : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("hedensted-media-").FullName;

    public MediaSite(MediaOptions? options = null)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Hedensted:DataPath"] = _root }).Build();
        var wrapped = Options.Create(options ?? new MediaOptions());
        Folders = new MediaFolders(new DataFolder(settings), NodeRole.All);
        Inspector = new FileInspector(wrapped, NullLogger<FileInspector>.Instance);
        Temporary = new TemporaryFiles(Folders, Inspector, wrapped, Clock);
        Stored = new StoredFiles(Folders, NullLogger<StoredFiles>.Instance);
        Uploads = new UploadedFiles(Temporary, Stored);
        Vips = new Vips(wrapped, NullLogger<Vips>.Instance);
        Variants = new ImageVariants(Folders, Vips, wrapped, Clock);
        CleanUp = new TemporaryFileCleanUp(Folders, wrapped, Clock, NullLogger<TemporaryFileCleanUp>.Instance);
    }

    public SettableClock Clock { get; } = new();

    public MediaFolders Folders { get; }

    public FileInspector Inspector { get; }

    public TemporaryFiles Temporary { get; }

    public StoredFiles Stored { get; }

    public UploadedFiles Uploads { get; }

    public Vips Vips { get; }

    public ImageVariants Variants { get; }

    public TemporaryFileCleanUp CleanUp { get; }

    /// <summary>What an editor's upload of these bytes under this name comes to.</summary>
    public async Task<(ReceiveResult Result, Guid Id)> UploadAsync(string name, byte[] bytes)
    {
        var id = Guid.NewGuid();
        return (await Temporary.ReceiveAsync(id, name, new MemoryStream(bytes), CancellationToken.None), id);
    }

    /// <summary>The bytes that are kept of an upload.</summary>
    public byte[] Kept(Guid id) => File.ReadAllBytes(Temporary.ContentPath(id));

    /// <summary>Every file below the data folder.</summary>
    public string[] Everything() => Directory.GetFiles(_root, "*", SearchOption.AllDirectories);

    public void Dispose()
    {
        Vips.Dispose();
        CleanUp.Dispose();
        Directory.Delete(_root, recursive: true);
    }
}

/// <summary>A clock that a test moves.</summary>
internal sealed class SettableClock : TimeProvider
{
    private TimeSpan _ahead;

    public void Pass(TimeSpan time) => _ahead += time;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;
}
