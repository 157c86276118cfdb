using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Content.Model;
using Hedensted.Content.Users;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Management;

/// <summary>One host for the tests of this folder; each test makes its own documents.</summary>
[SetUpFixture]
public sealed class ManagementHost
{
    /// <summary>The signed-in administrator, «Rikke Redaktør».</summary>
    public static Editor Rikke { get; private set; } = null!;

    /// <summary>Another editor, «Sune Skribent».</summary>
    public static Editor Sune { get; private set; } = null!;

    /// <summary>May write but not publish, delete or move.</summary>
    public static Editor Writer { get; private set; } = null!;

    /// <summary>The host.</summary>
    public static CmsFactory Host { get; private set; } = null!;

    /// <summary>A page with a mandatory title, a text, blocks and a picture; may stand at the root and below itself.</summary>
    public static Guid Page { get; } = new("0c6ad67c-0000-4000-8000-000000000001");

    /// <summary>A page whose children are shown in a list view.</summary>
    public static Guid List { get; } = new("0c6ad67c-0000-4000-8000-000000000002");

    /// <summary>A page that may stand nowhere.</summary>
    public static Guid Homeless { get; } = new("0c6ad67c-0000-4000-8000-000000000003");

    /// <summary>A block with a mandatory title.</summary>
    public static Guid Block { get; } = new("0c6ad67c-0000-4000-8000-000000000004");

    /// <summary>A media folder.</summary>
    public static Guid Folder { get; } = new("0c6ad67c-0000-4000-8000-000000000005");

    /// <summary>A page with a title in each language.</summary>
    public static Guid Translated { get; } = new("0c6ad67c-0000-4000-8000-000000000006");

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Host = new CmsFactory();
        await Host.AddAsync(Types());
        Rikke = await Host.SignInAsync();
        Sune = await AddUserAsync("sune@example.dk", "Sune Skribent", "editor");
        Writer = await AddUserAsync("vera@example.dk", "Vera Vikar", "writer");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        Rikke?.Dispose();
        Sune?.Dispose();
        Writer?.Dispose();
        await Host.DisposeAsync();
    }

    /// <summary>Adds a colleague with the administrator's password, in one of the groups that every site has.</summary>
    private static async Task<Editor> AddUserAsync(string email, string name, string group)
    {
        var users = Host.Service<UserStore>();
        var administrator = await users.FindCredentialsAsync(CmsProcess.AdministratorEmail, CancellationToken.None);
        var key = group == "writer" ? Umbraco.Cms.Core.Constants.Security.WriterGroupKey : Umbraco.Cms.Core.Constants.Security.EditorGroupKey;
        var user = new User { Key = Guid.NewGuid(), Name = name, Email = email, GroupKeys = [key] };
        await users.AddAsync(user, administrator!.PasswordHash, CancellationToken.None);
        return await Host.SignInAsync(email);
    }

    private static SiteChanges Types()
    {
        Guid Key(int number) => new(0x0c6ad67d, (short)number, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1);
        DataType Data(int number, string editor, string ui, params (string Alias, object Value)[] settings) => new()
        {
            Key = Key(number),
            Name = $"Prøve {number}",
            EditorAlias = editor,
            EditorUiAlias = ui,
            Configuration = settings.ToImmutableSortedDictionary(
                setting => setting.Alias, setting => JsonSerializer.SerializeToElement(setting.Value), StringComparer.Ordinal),
        };
        PropertyType Property(int number, string alias, int data, bool mandatory = false) => new()
        {
            Key = Key(100 + number),
            Alias = alias,
            Name = alias,
            DataTypeKey = Key(data),
            Mandatory = mandatory,
            SortOrder = number,
        };
        ContentType Type(Guid key, string alias, params PropertyType[] properties) => new()
        {
            Key = key,
            Kind = NodeKind.Document,
            Alias = alias,
            Name = alias,
            AllowedAsRoot = true,
            AllowedChildren = [Page, List],
            Properties = [.. properties],
        };

        return new SiteChanges
        {
            DataTypes =
            [
                Data(1, "Umbraco.TextBox", "Umb.PropertyEditorUi.TextBox"),
                Data(2, "Umbraco.MediaPicker3", "Umb.PropertyEditorUi.MediaPicker"),
                Data(3, "Umbraco.BlockList", "Umb.PropertyEditorUi.BlockList", ("blocks", new[] { new { contentElementTypeKey = Block } })),
                Data(4, "Umbraco.ListView", "Umb.PropertyEditorUi.Collection", ("includeProperties", new[] { new { alias = "title", isSystem = false } })),
                Data(5, "Umbraco.Plain.Json", "Hedensted.PropertyEditorUi.Recurrence"),
            ],
            ContentTypes =
            [
                Type(Block, "testBlock", Property(1, "title", 1, true)) with { IsElement = true, AllowedAsRoot = false, AllowedChildren = [] },
                Type(
                    Page,
                    "testPage",
                    Property(2, "title", 1, true),
                    Property(3, "teaser", 1),
                    Property(4, "image", 2),
                    Property(5, "blocks", 3),
                    Property(6, "recur", 5)),
                Type(List, "testList", Property(7, "title", 1)) with { CollectionKey = Key(4) },
                Type(Homeless, "testHomeless") with { AllowedAsRoot = false },
                Type(Translated, "testTranslated", Property(8, "title", 1, true) with { VariesByCulture = true }) with { VariesByCulture = true },
                Type(Folder, "testFolder") with { Kind = NodeKind.Media, AllowedChildren = [Folder] },
            ],
        };
    }
}
