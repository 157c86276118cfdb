using System.Collections.Immutable;
using Hedensted.Content.Editing;
using Hedensted.Content.Editing.Schema;
using Hedensted.Content.Model;
using Hedensted.Content.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Editing.Schema;

/// <summary>Languages, the texts that the site looks up, templates and folders.</summary>
internal sealed class LanguageAndTextTests(TestProvider provider) : OnBothDatabases(provider)
{
    private LanguageEditor Languages => Site.Services.GetRequiredService<LanguageEditor>();

    private DictionaryEditor Texts => Site.Services.GetRequiredService<DictionaryEditor>();

    private BlueprintEditor Blueprints => Site.Services.GetRequiredService<BlueprintEditor>();

    private FolderEditor Folders => Site.Services.GetRequiredService<FolderEditor>();

    [Test]
    public async Task The_default_language_moves_and_is_never_missing()
    {
        var danish = (await SchemaAsync()).DefaultLanguage!;
        Assert.That((await Languages.UpdateAsync(danish with { IsDefault = false }, null, null, default)).Status, Is.EqualTo(SchemaStatus.MissingDefault));
        Assert.That((await Languages.DeleteAsync(danish.IsoCode, null, default)).Status, Is.EqualTo(SchemaStatus.MissingDefault));
        Assert.That((await Languages.CreateAsync(new Language(default, "de", "Tysk", true, false, danish.IsoCode), null, default)).Succeeded, Is.True);
        Assert.That((await SchemaAsync()).Languages.Where(language => language.IsDefault).Select(language => language.IsoCode), Is.EqualTo(new[] { "de" }));
    }

    [TestCase("xx-yy", null, SchemaStatus.InvalidIsoCode)]
    [TestCase("da", null, SchemaStatus.DuplicateIsoCode)]
    [TestCase("de", "fr", SchemaStatus.InvalidFallbackIsoCode)]
    [TestCase("de", "de", SchemaStatus.InvalidFallbackIsoCode)]
    public async Task A_language_that_makes_no_sense_is_refused(string isoCode, string? fallback, SchemaStatus status) =>
        Assert.That((await Languages.CreateAsync(new Language(default, isoCode, "Ny", false, false, fallback), null, default)).Status, Is.EqualTo(status));

    [Test]
    public async Task Two_languages_do_not_fall_back_to_each_other()
    {
        var (danish, english) = ((await SchemaAsync()).FindLanguage("da")!, (await SchemaAsync()).FindLanguage("en")!);
        Assert.That((await Languages.UpdateAsync(english with { FallbackIsoCode = "da" }, null, null, default)).Succeeded, Is.True);
        Assert.That((await Languages.UpdateAsync(danish with { FallbackIsoCode = "en" }, null, null, default)).Status, Is.EqualTo(SchemaStatus.InvalidFallback));
    }

    [Test]
    public async Task A_removed_language_leaves_readers_and_drafts_and_stays_in_history()
    {
        var home = await Site.HomeAsync();
        var both = await Site.PublishedAsync(home, Library.Notice, Library.NoticeContent("Salen", ("da", "Lukket"), ("en", "Closed")), "da", "en");
        var only = await Site.PublishedAsync(home, Library.Notice, Library.NoticeContent("Salen", ("en", "Only English"), ("da", "Kun dansk")), "da");
        await Site.ReadAsync();
        Assert.That((await Languages.DeleteAsync("en", Site.Editor, default)).Status, Is.EqualTo(SchemaStatus.Success));

        var edition = await Site.ReadAsync();
        Assert.That(edition.Find(both)!.Content.Names.Select(name => name.Culture), Is.EqualTo(new[] { "da" }));
        Assert.That(edition.Find(both)!.Content.Values.Select(value => value.Culture), Does.Not.Contain("en"));
        Assert.That((await Site.FindAsync(both)).Variants.Select(variant => variant.Culture), Is.EqualTo(new[] { "da" }));
        Assert.That((await Site.FindAsync(only)).Draft.NameIn("da"), Is.EqualTo("Kun dansk"));
        var versions = await Site.History.VersionsAsync(both, 0, 10, default);
        Assert.That((await Site.History.FindVersionAsync(versions.Items[^1].Key, default))!.Content.NameIn("en"), Is.EqualTo("Closed"));
    }

    [Test]
    public async Task A_text_is_found_by_readers_moves_with_its_children_and_has_a_name_of_its_own()
    {
        var (parent, child) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.That((await Texts.CreateAsync(Text(parent, "event", null), null, default)).Succeeded, Is.True);
        Assert.That((await Texts.CreateAsync(Text(child, "event.full", parent, ("da", "Udsolgt"), ("en", "")), null, default)).Succeeded, Is.True);
        Assert.That((await Site.ReadAsync()).Text("event.full", "da"), Is.EqualTo("Udsolgt"));

        Assert.That((await Texts.CreateAsync(Text(Guid.NewGuid(), "EVENT", null), null, default)).Status, Is.EqualTo(SchemaStatus.DuplicateItemName));
        Assert.That((await Texts.CreateAsync(Text(Guid.NewGuid(), "x", Guid.NewGuid()), null, default)).Status, Is.EqualTo(SchemaStatus.ParentNotFound));
        Assert.That((await Texts.CreateAsync(Text(Guid.NewGuid(), "x", null, ("fr", "x")), null, default)).Status, Is.EqualTo(SchemaStatus.InvalidTranslation));
        Assert.That((await Texts.MoveAsync(parent, child, null, default)).Status, Is.EqualTo(SchemaStatus.InvalidParent));
        Assert.That((await Texts.MoveAsync(child, null, null, default)).Succeeded, Is.True);
        Assert.That((await Texts.MoveAsync(parent, child, null, default)).Succeeded, Is.True);
        Assert.That((await Texts.DeleteAsync(child, null, default)).Succeeded, Is.True);
        Assert.That(await Texts.ReadAsync(default), Is.Empty, "what is below goes too");
    }

    [Test]
    public async Task A_text_is_read_in_the_language_that_its_own_falls_back_to_before_the_default()
    {
        Assert.That((await Languages.CreateAsync(new Language(default, "en-US", "Amerikansk", false, false, "en"), null, default)).Succeeded, Is.True);
        Assert.That((await Texts.CreateAsync(Text(Guid.NewGuid(), "colour", null, ("da", "Farve"), ("en", "Colour")), null, default)).Succeeded, Is.True);
        var edition = await Site.ReadAsync();
        Assert.That(edition.Text("colour", "en-US"), Is.EqualTo("Colour"));
        Assert.That(edition.Text("colour", "fr"), Is.EqualTo("Farve"));
    }

    [Test]
    public async Task A_template_is_made_of_a_document_and_follows_its_type()
    {
        var home = await Site.HomeAsync();
        var page = await Site.PageAsync(home, "Forlæg");
        var key = Guid.NewGuid();
        Assert.That((await Blueprints.CreateFromDocumentAsync(page, key, "Skabelon", null, Site.Editor, default)).Status, Is.EqualTo(SchemaStatus.Success));
        Assert.That((await Blueprints.CreateFromDocumentAsync(page, Guid.NewGuid(), "skabelon", null, Site.Editor, default)).Status, Is.EqualTo(SchemaStatus.DuplicateName));

        var types = Site.Services.GetRequiredService<ContentTypeEditor>();
        var type = (await SchemaAsync()).FindType(Library.Page)!;
        Assert.That((await types.DeleteAsync(NodeKind.Document, Library.Page, null, default)).About, Does.Contain("Skabelon"));
        await types.UpdateAsync(type with { Properties = [.. type.Properties.Select(property => property.Alias == "title" ? property with { Alias = "headline" } : property)] }, null, null, default);

        var blueprint = (await Blueprints.ReadAsync(default)).Single();
        Assert.That(blueprint.Name, Is.EqualTo("Skabelon"));
        Assert.That(blueprint.Content.ValueOf("headline")?.GetString(), Is.EqualTo("Forlæg"));
        Assert.That((await Blueprints.UpdateAsync(key, blueprint.Content, blueprint.UpdateDate.AddSeconds(-1), null, default)).Status, Is.EqualTo(SchemaStatus.ConcurrencyViolation));
        Assert.That((await Blueprints.DeleteAsync(key, null, default)).Succeeded, Is.True);
    }

    [Test]
    public async Task A_folder_stands_empty_keeps_its_key_when_renamed_and_goes_only_when_empty()
    {
        var (outer, inner) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.That((await Folders.CreateAsync(FolderTrees.DocumentTypes, outer, null, "Sider", default)).Succeeded, Is.True);
        Assert.That((await Folders.CreateAsync(FolderTrees.DocumentTypes, inner, outer, "Nyheder", default)).Succeeded, Is.True);
        Assert.That((await Folders.CreateAsync(FolderTrees.DocumentTypes, Guid.NewGuid(), null, "sider", default)).Status, Is.EqualTo(SchemaStatus.DuplicateName));
        Assert.That((await Folders.CreateAsync(FolderTrees.DocumentTypes, Guid.NewGuid(), null, "a/b", default)).Status, Is.EqualTo(SchemaStatus.InvalidName));

        var types = Site.Services.GetRequiredService<ContentTypeEditor>();
        Assert.That((await types.MoveAsync(NodeKind.Document, Library.Page, inner, null, default)).Succeeded, Is.True);
        Assert.That((await Folders.RenameAsync(FolderTrees.DocumentTypes, outer, "Alle sider", default)).Succeeded, Is.True);
        Assert.That((await SchemaAsync()).FindType(Library.Page)!.Folder, Is.EqualTo("Alle sider/Nyheder"));
        Assert.That((await SchemaAsync()).MadeFolders.Single(folder => folder.Key == inner).Path, Is.EqualTo("Alle sider/Nyheder"));

        Assert.That((await Folders.DeleteAsync(FolderTrees.DocumentTypes, outer, default)).Status, Is.EqualTo(SchemaStatus.NotEmpty));
        Assert.That((await types.MoveAsync(NodeKind.Document, Library.Page, null, null, default)).Succeeded, Is.True);
        Assert.That((await Folders.DeleteAsync(FolderTrees.DocumentTypes, inner, default)).Succeeded, Is.True);
        Assert.That((await Folders.DeleteAsync(FolderTrees.DocumentTypes, outer, default)).Succeeded, Is.True);
        Assert.That((await SchemaAsync()).MadeFolders, Is.Empty);
    }

    private static DictionaryItem Text(Guid key, string name, Guid? parent, params (string Language, string Text)[] translations) => new(
        key, name, parent, translations.ToImmutableSortedDictionary(translation => translation.Language, translation => translation.Text, StringComparer.Ordinal));

    private async Task<ContentSchema> SchemaAsync() => await Site.Services.GetRequiredService<SchemaSource>().CurrentAsync(default);
}
