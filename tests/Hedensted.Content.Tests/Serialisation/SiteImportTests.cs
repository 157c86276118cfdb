using System.Text;
using Hedensted.Content.Changes;
using Hedensted.Content.Editing;
using Hedensted.Content.Editing.Schema;
using Hedensted.Content.Model;
using Hedensted.Content.Publishing;
using Hedensted.Content.Serialisation;
using Hedensted.Content.Serialisation.Transfer;
using Hedensted.Content.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Hedensted.Content.Tests.Serialisation;

/// <summary>Files into a real database and out of it again.</summary>
[TestFixture(TestProvider.Sqlite)]
[TestFixture(TestProvider.PostgreSql)]
internal sealed class SiteImportTests(TestProvider provider)
{
    private readonly USyncOptions _options = new();
    private Site _site = null!;
    private TemporaryFolder _folder = null!;
    private USync _uSync = null!;

    [SetUp]
    public async Task Open()
    {
        _site = await Site.OpenAsync(provider, withTypes: false);
        _folder = new TemporaryFolder();
        _options.Folder = TemporaryFolder.Repository;
        _uSync = new USync(_site.Store, new USyncFolder(Options.Create(_options), new Development()), new ContentValidator());
    }

    [TearDown]
    public async Task Close()
    {
        _uSync?.Dispose();
        _folder?.Dispose();
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }

    [Test]
    public async Task The_repositorys_files_go_through_the_database_byte_for_byte()
    {
        var import = await FirstBoot().RunAsync(default);
        Assert.That(import!.Plan.Problems, Is.Empty, string.Join('\n', import.Plan.Problems));
        Assert.That(import.Position, Is.Not.Null);
        await _uSync.ExportAsync(_folder.Path, default);
        TemporaryFolder.AssertSame(_folder.Path, TemporaryFolder.Repository);
        Assert.That((await _uSync.PlanAsync(null, default)).NothingToDo);
        Assert.That((await _uSync.ImportAsync(null, null, default)).Position, Is.Null);
        Assert.That(await FirstBoot().RunAsync(default), Is.Null);
    }

    [Test]
    public async Task Every_kind_of_change_is_carried_out_and_then_there_is_nothing_to_do()
    {
        USync.Export(Sample.Site, _folder.Path);
        await ImportedAsync();
        Replace("Content/dagens-suppe.config", "[45]", "[50]");
        Replace("ContentTypes/recipepage.config", "<Name>TITLE", "<Name>Titel");
        Replace("DataTypes/KortTekst.config", "50", "80");
        Replace("Dictionary/recipe.minutes.config", ">minutter<", ">min.<");
        Replace("Languages/en-us.config", "Engelsk", "English");
        Replace("Media/suppe.jpg.config", "0.25", "0.75");
        var plan = await _uSync.PlanAsync(_folder.Path, default);
        Assert.That(plan.Entries.Select(entry => entry.Kind), Is.EqualTo(new[]
        {
            USyncKind.Language, USyncKind.Dictionary, USyncKind.DataType, USyncKind.ContentType, USyncKind.Media, USyncKind.Content,
        }));
        await ImportedAsync();
        Assert.That((await _uSync.PlanAsync(_folder.Path, default)).NothingToDo);
        Assert.That((await _uSync.ExportAsync(_folder.Path, default)).Written, Is.Empty);
    }

    [Test]
    public async Task A_mark_deletes_and_the_export_keeps_it()
    {
        USync.Export(Sample.Site, _folder.Path);
        await ImportedAsync();
        _folder.Write("Content/dagens-suppe.config", $"<Empty Key=\"{Sample.SoupKey}\" Alias=\"Dagens suppe\" Change=\"Delete\" Level=\"2\" />");
        await ImportedAsync();
        Assert.That(await _site.Tree.FindAsync(NodeKind.Document, Sample.SoupKey, default), Is.Null);
        Assert.That((await _uSync.ExportAsync(_folder.Path, default)).Written, Is.Empty);
    }

    [Test]
    public async Task A_problem_leaves_the_site_as_it_was()
    {
        USync.Export(Sample.Site, _folder.Path);
        File.Delete(Path.Combine(_folder.Path, "DataTypes/Integer.config"));
        var import = await _uSync.ImportAsync(_folder.Path, null, default);
        Assert.That(import.Succeeded, Is.False);
        Assert.That(await _site.Store.IsEmptyAsync(default));
    }

    [Test]
    public async Task What_breaks_a_rule_is_imported_as_a_draft_and_never_published()
    {
        USync.Export(Sample.Site, _folder.Path);
        Replace("Content/dagens-suppe.config", "[45]", "[]");
        var refused = await _uSync.ImportAsync(_folder.Path, null, default);
        Assert.That(refused.Plan.Problems.Single().What, Does.Contain("cookingTime").And.Contain("Skriv minutter"));
        Replace("Content/dagens-suppe.config", "<Published Culture=\"da\">true", "<Published Culture=\"da\">false");
        await ImportedAsync();
    }

    [Test]
    public async Task Rich_text_in_a_file_is_made_clean_as_an_editors_is_and_then_there_is_nothing_to_do()
    {
        const string Clean = "<p>Læs <a href=\"/boeger\">mere</a> &amp; kom</p>";
        const string Hostile = "<p onclick=\"alert(1)\">Læs</p><script>alert(1)</script><a href=\"javascript:alert(1)\">mere</a>";
        var (clean, hostile) = (Guid.NewGuid(), Guid.NewGuid());
        USync.Export(SiteWith(Page(clean, "Ren", 0, Clean), Page(hostile, "Ond", 1, Hostile)), _folder.Path);
        var before = _folder.Read("Content/ren.config");

        await ImportedAsync();

        var draft = (await _site.Tree.FindAsync(NodeKind.Document, hostile, default))!.Draft;
        foreach (var text in new[] { draft.ValueOf("body"), draft.ValueOf("blocks") })
        {
            Assert.That(text!.Value.GetRawText(), Does.Contain("Læs").And.Not.Contain("alert").And.Not.Contain("script"));
        }

        var plan = await _uSync.PlanAsync(_folder.Path, default);
        Assert.That(plan.NothingToDo, string.Join('\n', plan.Entries.SelectMany(entry => entry.Details)));
        await _uSync.ExportAsync(_folder.Path, default);
        Assert.That(_folder.Read("Content/ren.config"), Is.EqualTo(before));
        Assert.That(_folder.Read("Content/ond.config"), Does.Not.Contain("alert"));
    }

    [Test]
    public async Task What_an_editor_saves_is_in_the_folder_at_once_and_nothing_else_is_touched()
    {
        USync.Export(Sample.Site, _folder.Path);
        await ImportedAsync();
        _options.Folder = _folder.Path;
        _folder.Write("Content/hentet.config", _folder.Read("Content/hjem.config").Replace(Sample.HomeKey.ToString(), Guid.NewGuid().ToString(), StringComparison.Ordinal));
        using var exporter = new ExportOnSave(
            _site.Store, _uSync, _site.Services.GetRequiredService<SaveSignal>(), Options.Create(_options), new Development(), NullLogger<ExportOnSave>.Instance);
        var look = exporter.NextLook;
        await exporter.StartAsync(default);
        await look;

        var home = (await _site.Tree.FindAsync(NodeKind.Document, Sample.HomeKey, default))!;
        await _site.Edit.CreateAsync(new CreateNode(Guid.NewGuid(), NodeKind.Document, home.ContentTypeKey, null, new NodeContent { Names = [new VariantName(null, "Kladde")] }, null), default);
        await SeenAsync(exporter, "Content/kladde.config", "<Published Default=\"false\" />");
        Assert.That(_folder.Read("Content/hentet.config"), Does.Contain("<Content Key"), "a file that is not imported yet stays");

        await _site.Edit.DeleteAsync(NodeKind.Document, Sample.SoupKey, null, default);
        await SeenAsync(exporter, "Content/dagens-suppe.config", "Change=\"Delete\"");

        var file = TransferFile.Read(Encoding.UTF8.GetBytes($"<DocumentType><Info><Name>Hentet</Name><Alias>fetched</Alias><Key>{Guid.NewGuid()}</Key></Info></DocumentType>")).File!;
        Assert.That((await _site.Services.GetRequiredService<ContentTypeEditor>().ImportAsync(file, overwrite: false, null, default)).Succeeded);
        await SeenAsync(exporter, "ContentTypes/fetched.config", "<Name>Hentet</Name>"); // what comes from another site is written too
        await exporter.StopAsync(default);
    }

    // A save can be told of twice, by this program and by the database, so one look more is not yet the look after the save.
    private async Task SeenAsync(ExportOnSave exporter, string file, string text)
    {
        while (true)
        {
            var look = exporter.NextLook;
            if (_folder.Has(file) && _folder.Read(file).Contains(text, StringComparison.Ordinal))
            {
                return;
            }

            await look.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    private static SiteState SiteWith(params SiteNode[] pages)
    {
        var schema = Library.Schema();
        return new SiteState
        {
            Languages = schema.Languages,
            DataTypes = schema.DataTypes,
            ContentTypes = [.. schema.ContentTypes.Select(type => type.Key == Library.Page ? type with { AllowedAsRoot = true } : type)],
            Nodes = [.. pages],
        };
    }

    private static SiteNode Page(Guid key, string name, int order, string markup)
    {
        var text = new { markup, blocks = new { } };
        var (block, field) = (Guid.NewGuid(), new { editorAlias = "Umbraco.RichText", alias = "body", culture = (string?)null, segment = (string?)null, value = text });
        var blocks = new
        {
            layout = new Dictionary<string, object> { ["Umbraco.BlockList"] = new[] { new { contentKey = block } } },
            contentData = new[] { new { contentTypeKey = Library.Quote, key = block, values = new[] { field } } },
            settingsData = Array.Empty<object>(),
            expose = new[] { new { contentKey = block, culture = (string?)null, segment = (string?)null } },
        };
        return new SiteNode
        {
            Key = key,
            Kind = NodeKind.Document,
            ContentTypeKey = Library.Page,
            SortOrder = order,
            CreateDate = Sample.Created,
            Content = Library.PageContent(
                name, ("body", System.Text.Json.JsonSerializer.SerializeToElement(text)), ("blocks", System.Text.Json.JsonSerializer.SerializeToElement(blocks))),
        };
    }

    private async Task ImportedAsync()
    {
        var import = await _uSync.ImportAsync(_folder.Path, null, default);
        Assert.That(import.Plan.Problems, Is.Empty, string.Join('\n', import.Plan.Problems));
    }

    private FirstBootImport FirstBoot() => new(_site.Store, _uSync, Options.Create(_options), NullLogger<FirstBootImport>.Instance);

    private void Replace(string file, string old, string now)
    {
        var text = _folder.Read(file);
        Assert.That(text, Does.Contain(old));
        _folder.Write(file, text.Replace(old, now, StringComparison.Ordinal));
    }

    private sealed class Development : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Development;

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = TestContext.CurrentContext.TestDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
