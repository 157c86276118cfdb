using System.Text;
using Hedensted.Content.Changes;
using Hedensted.Content.Editing;
using Hedensted.Content.Editing.Schema;
using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Transfer;
using Hedensted.Content.Tests.Serialisation.Transfer;
using Hedensted.Content.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Editing.Schema;

/// <summary>Types and texts come in from files, whole or not at all.</summary>
internal sealed class TransferTests(TestProvider provider) : OnBothDatabases(provider)
{
    private static readonly Guid Key = Guid.Parse("d0000000-0000-4000-8000-000000000001");

    private ContentTypeEditor Types => Site.Services.GetRequiredService<ContentTypeEditor>();

    private DictionaryEditor Texts => Site.Services.GetRequiredService<DictionaryEditor>();

    [Test]
    public async Task A_type_that_was_removed_comes_back_as_it_was()
    {
        var type = (await SchemaAsync()).FindType(Library.Notice)!;
        var bytes = TypeExport.Write(await SchemaAsync(), type);
        Assert.That((await Types.DeleteAsync(NodeKind.Document, Library.Notice, null, default)).Succeeded, Is.True);
        var result = await Types.ImportAsync(File(bytes), overwrite: false, Site.Editor, default);
        Assert.That((result.Status, result.Key, result.Explanation), Is.EqualTo((SchemaStatus.Success, Library.Notice, (string?)null)));
        Assert.That(UmbracoFileTests.Describe((await SchemaAsync()).FindType(Library.Notice)!), Is.EqualTo(UmbracoFileTests.Describe(type)));
        Assert.That((await Site.ReadAsync()).Position, Is.EqualTo(result.Position));
    }

    [Test]
    public async Task A_file_from_Umbraco_13_brings_its_type_with_fields_groups_folders_and_list_view()
    {
        await Site.Store.ApplyAsync(
            new SiteChanges { DataTypes = [new() { Key = Umbraco.Cms.Core.Constants.DataTypes.Guids.ListViewContentGuid, Name = "List View - Content", EditorAlias = "Umbraco.ListView", EditorUiAlias = "Umb.PropertyEditorUi.Collection" }] }, null, default);
        var result = await Types.ImportAsync(File(Umbraco13()), overwrite: false, Site.Editor, default);
        Assert.That(result.Status, Is.EqualTo(SchemaStatus.Success), result.Explanation);

        var type = (await SchemaAsync()).FindType(Key)!;
        Assert.Multiple(() =>
        {
            Assert.That((type.Alias, type.Name, type.Description, type.Icon, type.AllowedAsRoot, type.IsElement, type.VariesByCulture), Is.EqualTo(("newsItem", "Nyhed", "En nyhed & mere", "icon-newspaper", true, false, true)));
            Assert.That(type.CollectionKey, Is.EqualTo(Umbraco.Cms.Core.Constants.DataTypes.Guids.ListViewContentGuid));
            Assert.That(type.Folder, Is.EqualTo("Sider/Nyheder & mere"));
            Assert.That(type.Compositions, Is.EqualTo(new[] { Library.Home }));
            Assert.That(type.AllowedChildren, Is.EqualTo(new[] { Key, Library.Page }));
            Assert.That(type.HistoryCleanup, Is.EqualTo(new HistoryCleanup(true, 7, null)));
            Assert.That(type.Containers.Select(container => (container.Alias, container.Type)), Is.EquivalentTo(new[] { ("content", ContainerType.Tab), ("content/text", ContainerType.Group) }));
            var lead = type.Properties.Single(property => property.Alias == "lead");
            Assert.That((lead.Name, lead.Mandatory, lead.MandatoryMessage, lead.RegEx, lead.VariesByCulture, lead.LabelOnTop), Is.EqualTo(("Manchet", true, "Skriv en manchet", "^.+$", true, true)));
            Assert.That(type.Containers.Single(container => container.Key == lead.ContainerKey).Alias, Is.EqualTo("content/text"));
        });
        var made = (await SchemaAsync()).MadeFolders.Select(folder => (folder.Path, folder.Key.ToString()[..8]));
        Assert.That(made, Is.EquivalentTo(new[] { ("Sider", "f0000000"), ("Sider/Nyheder & mere", "f0000000") }));
        Assert.That(string.Join(' ', result.Notes), Does.Contain("«eventPage»").And.Contain("«newsTemplate»").And.Not.Contain("«Brødtekst»"));
    }

    [TestCase("<Composition>home</Composition>", "<Composition>publicPage</Composition>", SchemaStatus.InvalidComposition, "«publicPage»")]
    [TestCase("b0000000-0000-4000-8000-000000000001", "b0000000-0000-4000-8000-0000000000ff", SchemaStatus.DataTypeNotFound, "«Manchet»")]
    [TestCase("<IsListView>True", "<IsListView>true", SchemaStatus.DataTypeNotFound, "Listevisningen")]
    [TestCase("<Alias>newsItem</Alias>", "<Alias>page</Alias>", SchemaStatus.DuplicateAlias, "«page»")]
    [TestCase("<Alias>newsItem</Alias>", "<Alias>ikke et alias</Alias>", SchemaStatus.InvalidAlias, null)]
    [TestCase("<Alias>lead</Alias>", "<Alias>title</Alias>", SchemaStatus.DuplicatePropertyTypeAlias, null)]
    [TestCase("d0000000-0000-4000-8000-000000000001", "b0000000-0000-4000-8000-000000000001", SchemaStatus.DuplicateKey, "<Key>")]
    [TestCase("d0000000-0000-4000-8000-000000000001", "a0000000-0000-4000-8000-000000000002", SchemaStatus.DocumentTypeExists, null)]
    [TestCase("<Tab Alias=\"content/text\">", "<Tab Alias=\"nowhere\">", SchemaStatus.TemporaryFileConversionFailure, "«nowhere»")]
    [TestCase("<Mandatory>True</Mandatory>", "<Mandatory>måske</Mandatory>", SchemaStatus.TemporaryFileConversionFailure, "«måske»")]
    [TestCase("<SortOrder>3</SortOrder>", "<SortOrder>tre</SortOrder>", SchemaStatus.TemporaryFileConversionFailure, "«tre»")]
    [TestCase("d0000000-0000-4000-8000-000000000003", "d0000000-0000-4000-8000-000000000002", SchemaStatus.DuplicateKey, "samme nøgle i filen")]
    [TestCase("Folders=\"Sider/", "Folders=\"Si%2Fder/", SchemaStatus.InvalidName, "Folders")]
    public async Task A_type_that_does_not_fit_is_refused_by_name_and_nothing_is_written(string was, string becomes, SchemaStatus status, string? says)
    {
        var text = Umbraco13();
        Assert.That(text, Does.Contain(was));
        var (before, head) = (await SchemaAsync(), await HeadAsync());
        var plain = status == SchemaStatus.DataTypeNotFound && says == "Listevisningen" ? text : text.Replace("<IsListView>True", "<IsListView>False", StringComparison.Ordinal);
        var result = await Types.ImportAsync(File(plain.Replace(was, becomes, StringComparison.Ordinal)), overwrite: false, Site.Editor, default);
        Assert.That(result.Status, Is.EqualTo(status), result.Explanation);
        Assert.That(result.Explanation ?? "", Does.Contain(says ?? ""));
        Assert.That(await HeadAsync(), Is.EqualTo(head));
        Assert.That((await SchemaAsync()).MadeFolders, Is.EqualTo(before.MadeFolders));
    }

    [Test]
    public async Task A_field_that_has_its_key_from_another_type_is_refused_and_gets_its_own_when_the_file_gives_it_none()
    {
        var taken = (await SchemaAsync()).FindType(Library.Page)!.Properties[0];
        var text = Umbraco13().Replace("<IsListView>True", "<IsListView>False", StringComparison.Ordinal).Replace("d0000000-0000-4000-8000-000000000002", taken.Key.ToString(), StringComparison.Ordinal);
        var refused = await Types.ImportAsync(File(text), overwrite: false, null, default);
        Assert.That(refused.Status, Is.EqualTo(SchemaStatus.DuplicateKey), refused.Explanation);
        Assert.That(refused.Explanation, Does.Contain("«Manchet»").And.Contain("«page»").And.Contain("Slet <Key>"));
        var result = await Types.ImportAsync(File(text.Replace($"<Key>{taken.Key}</Key>", "", StringComparison.Ordinal)), overwrite: false, null, default);
        Assert.That(result.Status, Is.EqualTo(SchemaStatus.Success), result.Explanation);
        Assert.That((await SchemaAsync()).FindType(Key)!.Properties.Single(property => property.Alias == "lead").Key, Is.Not.EqualTo(Guid.Empty).And.Not.EqualTo(taken.Key));
    }

    [Test]
    public async Task A_file_over_a_type_changes_what_it_has_and_leaves_the_rest_and_what_is_written_follows()
    {
        var schema = await SchemaAsync();
        var notice = schema.FindType(Library.Notice)!;
        var home = await Site.HomeAsync();
        var page = await Site.PublishedAsync(home, Library.Notice, Library.NoticeContent("Salen", ("da", "Lukket")), "da");
        var heading = notice.Properties.Single(property => property.Alias == "heading");
        var file = TypeExport.Write(schema, notice with { Name = "Opslag", Properties = [heading with { Alias = "headline", Name = "Overskrift" }] });

        var result = await Types.ImportAsync(File(file), overwrite: true, Site.Editor, default);
        Assert.That(result.Status, Is.EqualTo(SchemaStatus.Success), result.Explanation);
        var after = (await SchemaAsync()).FindType(Library.Notice)!;
        Assert.That((after.Name, string.Join(',', after.Properties.Select(property => property.Alias).Order())), Is.EqualTo(("Opslag", "headline,place")));
        var draft = (await Site.FindAsync(page)).Draft;
        Assert.That(draft.Values.Select(value => value.Alias), Is.EquivalentTo(new[] { "headline", "place" }));
        Assert.That((await Types.ImportAsync(File(Umbraco13()), overwrite: true, null, default)).Status, Is.EqualTo(SchemaStatus.NotFound));
    }

    [Test]
    public async Task What_Umbracos_file_of_a_media_type_says_nothing_of_stays()
    {
        var view = Umbraco.Cms.Core.Constants.DataTypes.Guids.ListViewMediaGuid;
        await Site.Store.ApplyAsync(
            new SiteChanges
            {
                DataTypes = [new() { Key = view, Name = "List View - Media", EditorAlias = "Umbraco.ListView", EditorUiAlias = "Umb.PropertyEditorUi.Collection" }],
                ContentTypes = [(await SchemaAsync()).FindType(Library.Folder)! with { CollectionKey = view }],
            },
            null,
            default);
        var file = $"<MediaType><Info><Name>Mappe</Name><Alias>Folder</Alias><Key>{Library.Folder}</Key><Icon>icon-folder</Icon><AllowAtRoot>True</AllowAtRoot></Info><Structure><MediaType>Image</MediaType></Structure></MediaType>";
        var result = await Types.ImportAsync(File(file), overwrite: true, null, default);
        Assert.That(result.Status, Is.EqualTo(SchemaStatus.Success), result.Explanation);
        var now = (await SchemaAsync()).FindType(Library.Folder)!;
        Assert.That((now.Name, now.CollectionKey), Is.EqualTo(("Mappe", view)));
        Assert.That(now.AllowedChildren, Is.EqualTo(new[] { Library.Image, Library.Folder }));
        Assert.That((await Types.ImportAsync(File(file.Replace("<Alias>Folder", "<Alias>Mappe", StringComparison.Ordinal)), overwrite: true, null, default)).Status, Is.EqualTo(SchemaStatus.NonDeletable));
    }

    [Test]
    public async Task Texts_come_back_with_those_below_them_under_another_parent()
    {
        var (top, child, other) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await MakeAsync(top, "event", null, ("da", "Arrangement"), ("en", "Event"));
        await MakeAsync(child, "event.full", top, ("da", "Alt er <udsolgt> & ]]> væk"));
        await MakeAsync(other, "other", null);
        var all = await Texts.ReadAsync(default);
        var bytes = DictionaryTransfer.Write(all, all.Single(item => item.Key == top), includeChildren: true);
        var alone = DictionaryTransfer.Write(all, all.Single(item => item.Key == top), includeChildren: false);
        Assert.That(Encoding.UTF8.GetString(alone), Does.Not.Contain("event.full"));

        var elsewhere = await Texts.ImportAsync(File(bytes), other, null, default);
        Assert.That(elsewhere.Status, Is.EqualTo(SchemaStatus.DuplicateKey), elsewhere.Explanation);
        Assert.That(elsewhere.Explanation, Does.Contain("øverst i ordbogen"));
        await Texts.DeleteAsync(top, null, default);
        var result = await Texts.ImportAsync(File(bytes), other, Site.Editor, default);
        Assert.That((result.Status, result.Key), Is.EqualTo((SchemaStatus.Success, top)), result.Explanation);
        var now = (await Texts.ReadAsync(default)).ToDictionary(item => item.Key);
        Assert.That((now[top].ParentKey, now[child].ParentKey, now[child].Translations["da"]), Is.EqualTo((other, top, "Alt er <udsolgt> & ]]> væk")));
        Assert.That((await Site.ReadAsync()).Text("event", "en"), Is.EqualTo("Event"));
    }

    [Test]
    public async Task A_text_that_is_here_gets_the_translations_that_it_lacks_and_keeps_its_own()
    {
        var key = Guid.NewGuid();
        await MakeAsync(key, "today", null, ("da", "I dag"));
        var file = File($"<DictionaryItem Key='{key}' Name='today'><Value LanguageCultureAlias='da'><![CDATA[Idag]]></Value><Value LanguageCultureAlias='en'><![CDATA[Today]]></Value></DictionaryItem>");
        var result = await Texts.ImportAsync(file, null, Site.Editor, default);
        Assert.That(result.Status, Is.EqualTo(SchemaStatus.Success), result.Explanation);
        Assert.That(result.Notes.Single(), Does.Contain("«today»"));
        Assert.That((await Texts.ReadAsync(default)).Single().Translations, Is.EquivalentTo(new Dictionary<string, string> { ["da"] = "I dag", ["en"] = "Today" }));
        var head = await HeadAsync();
        Assert.That((await Texts.ImportAsync(file, null, Site.Editor, default)).Succeeded, Is.True);
        Assert.That(await HeadAsync(), Is.EqualTo(head), "nothing was new");
    }

    [TestCase("<DictionaryItem Key='{0}' Name='a'><DictionaryItem Key='{1}' Name='b'><Value LanguageCultureAlias='fr'>Non</Value></DictionaryItem></DictionaryItem>", SchemaStatus.InvalidTranslation, "«fr»")]
    [TestCase("<DictionaryItem Key='{0}' Name='a'><DictionaryItem Key='{1}' Name='TAKEN'/></DictionaryItem>", SchemaStatus.DuplicateItemName, "«TAKEN»")]
    [TestCase("<DictionaryItem Key='{0}' Name='a'><DictionaryItem Key='{1}' Name='A'/></DictionaryItem>", SchemaStatus.InvalidFileContent, "samme navn")]
    [TestCase("<DictionaryItem Key='{0}' Name='a'><DictionaryItem Key='{0}' Name='b'/></DictionaryItem>", SchemaStatus.InvalidFileContent, "samme navn")]
    [TestCase("<DictionaryItem Key='{0}' Name='a'><DictionaryItem Key='x' Name='b'/></DictionaryItem>", SchemaStatus.InvalidFileContent, "«b»")]
    [TestCase("<DictionaryItem Key='{0}' Name='a'><DictionaryItem Key='{1}' Name=' '/></DictionaryItem>", SchemaStatus.InvalidFileContent, "intet navn")]
    [TestCase("<DictionaryItem Key='{0}' Name='a'><Value>Hej</Value></DictionaryItem>", SchemaStatus.InvalidFileContent, "hvilket sprog")]
    [TestCase("<DictionaryItem Key='a0000000-0000-4000-8000-000000000002' Name='a'/>", SchemaStatus.DuplicateKey, "«a»")]
    public async Task Texts_that_do_not_fit_are_refused_by_name_all_of_them(string text, SchemaStatus status, string says)
    {
        await MakeAsync(Guid.NewGuid(), "taken", null);
        var head = await HeadAsync();
        var result = await Texts.ImportAsync(File(string.Format(System.Globalization.CultureInfo.InvariantCulture, text, Guid.NewGuid(), Guid.NewGuid())), null, null, default);
        Assert.That(result.Status, Is.EqualTo(status), result.Explanation);
        Assert.That(result.Explanation, Does.Contain(says));
        Assert.That((await HeadAsync(), (await Texts.ReadAsync(default)).Count), Is.EqualTo((head, 1)));
    }

    private static TransferFile File(string text) => File(Encoding.UTF8.GetBytes(text));

    private static TransferFile File(byte[] bytes) => TransferFile.Read(bytes) is { File: { } file } ? file : throw new AssertionException(TransferFile.Read(bytes).Refusal!);

    private async Task MakeAsync(Guid key, string name, Guid? parent, params (string Language, string Text)[] translations) => Assert.That(
        (await Texts.CreateAsync(new(key, name, parent, System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(translations.Select(each => KeyValuePair.Create(each.Language, each.Text)))), null, default)).Succeeded);

    private Task<ContentSchema> SchemaAsync() => Site.Services.GetRequiredService<SchemaSource>().CurrentAsync(default).AsTask();

    private Task<ChangePosition> HeadAsync() => Site.Feed.HeadAsync(default);

    // As Umbraco 13 writes it: a list is a yes or no, rich text is TinyMCE, and there is nothing about the library.
    private static string Umbraco13() => """
        <?xml version="1.0" encoding="utf-8" standalone="no"?>
        <DocumentType Folders="Sider/Nyheder+%26+mere" FolderKeys="f0000000-0000-4000-8000-000000000001/f0000000-0000-4000-8000-000000000002">
          <Info>
            <Name>Nyhed</Name>
            <Alias>newsItem</Alias>
            <Key>d0000000-0000-4000-8000-000000000001</Key>
            <Icon>icon-newspaper</Icon>
            <Thumbnail>folder.png</Thumbnail>
            <Description>En nyhed &amp; mere</Description>
            <AllowAtRoot>True</AllowAtRoot>
            <IsListView>True</IsListView>
            <IsElement>False</IsElement>
            <Variations>Culture</Variations>
            <Compositions>
              <Composition>home</Composition>
            </Compositions>
            <AllowedTemplates>
              <Template>newsTemplate</Template>
            </AllowedTemplates>
            <DefaultTemplate>newsTemplate</DefaultTemplate>
          </Info>
          <Structure>
            <DocumentType>newsItem</DocumentType>
            <DocumentType>eventPage</DocumentType>
            <DocumentType>page</DocumentType>
          </Structure>
          <GenericProperties>
            <GenericProperty>
              <Name>Manchet</Name>
              <Alias>lead</Alias>
              <Key>d0000000-0000-4000-8000-000000000002</Key>
              <Type>Umbraco.TextBox</Type>
              <Definition>b0000000-0000-4000-8000-000000000001</Definition>
              <Tab Alias="content/text">Tekst</Tab>
              <SortOrder>3</SortOrder>
              <Mandatory>True</Mandatory>
              <LabelOnTop>True</LabelOnTop>
              <MandatoryMessage>Skriv en manchet</MandatoryMessage>
              <Validation>^.+$</Validation>
              <Description><![CDATA[Kort]]></Description>
              <Variations>Culture</Variations>
            </GenericProperty>
            <GenericProperty>
              <Name>Brødtekst</Name>
              <Alias>body</Alias>
              <Key>d0000000-0000-4000-8000-000000000003</Key>
              <Type>Umbraco.TinyMCE</Type>
              <Definition>b0000000-0000-4000-8000-000000000002</Definition>
              <SortOrder>4</SortOrder>
              <Mandatory>False</Mandatory>
              <LabelOnTop>False</LabelOnTop>
              <Variations>Nothing</Variations>
            </GenericProperty>
          </GenericProperties>
          <Tabs>
            <Tab>
              <Id>12</Id>
              <Key>d0000000-0000-4000-8000-000000000004</Key>
              <Type>Tab</Type>
              <Caption>Indhold</Caption>
              <Alias>content</Alias>
              <SortOrder>0</SortOrder>
            </Tab>
            <Tab>
              <Id>13</Id>
              <Key>d0000000-0000-4000-8000-000000000005</Key>
              <Type>Group</Type>
              <Caption>Tekst</Caption>
              <Alias>content/text</Alias>
              <SortOrder>1</SortOrder>
            </Tab>
          </Tabs>
          <HistoryCleanupPolicy preventCleanup="true" keepAllVersionsNewerThanDays="7" />
        </DocumentType>
        """;
}
