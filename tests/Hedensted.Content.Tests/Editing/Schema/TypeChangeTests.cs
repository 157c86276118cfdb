using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Content.Editing;
using Hedensted.Content.Editing.Schema;
using Hedensted.Content.Model;
using Hedensted.Content.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Editing.Schema;

/// <summary>A webmaster changes a type; what editors have written follows, and nothing is lost.</summary>
internal sealed class TypeChangeTests(TestProvider provider) : OnBothDatabases(provider)
{
    private ContentTypeEditor Types => Site.Services.GetRequiredService<ContentTypeEditor>();

    private DataTypeEditor DataTypes => Site.Services.GetRequiredService<DataTypeEditor>();

    [Test]
    public async Task A_new_property_can_be_filled_in_and_is_read_at_the_next_edition()
    {
        var home = await Site.HomeAsync();
        var note = new PropertyType { Key = Guid.NewGuid(), Alias = "note", Name = "Note", DataTypeKey = (await TypeAsync(Library.Page)).Properties[0].DataTypeKey };
        await ChangeAsync(Library.Page, type => type with { Properties = type.Properties.Add(note) });
        var page = await Site.PublishedAsync(home, Library.Page, Library.PageContent("Side", ("note", Library.String("Husk"))));

        var document = (await Site.ReadAsync()).Find(page)!;
        Assert.That(document.ContentType.Properties.Select(property => property.Alias), Does.Contain("note"));
        Assert.That(document.Content.ValueOf("note")?.GetString(), Is.EqualTo("Husk"));
    }

    [Test]
    public async Task Values_follow_a_renamed_property_in_drafts_in_what_readers_see_and_in_history()
    {
        var home = await Site.HomeAsync();
        var page = await Site.PageAsync(home, "Første");
        await Site.SaveAsync(page, Library.PageContent("Anden"));
        await ChangeAsync(Library.Page, Renamed("title", "headline"));

        var node = await Site.FindAsync(page);
        Assert.That(node.Draft.ValueOf("headline")?.GetString(), Is.EqualTo("Anden"));
        Assert.That(node.Draft.ValueOf("title"), Is.Null);
        Assert.That((await Site.ReadAsync()).Find(page)!.Content.ValueOf("headline")?.GetString(), Is.EqualTo("Første"));
        var versions = await Site.History.VersionsAsync(page, 0, 10, default);
        Assert.That(versions.Total, Is.EqualTo(2), "a rename is no new version");
        var oldest = await Site.History.FindVersionAsync(versions.Items[^1].Key, default);
        Assert.That(oldest!.Content.ValueOf("headline")?.GetString(), Is.EqualTo("Første"));
    }

    [Test]
    public async Task Values_follow_a_renamed_property_of_a_block_wherever_the_block_stands()
    {
        var home = await Site.HomeAsync();
        var block = Library.Json($$"""
            { "layout": { "Umbraco.BlockList": [{ "contentKey": "11111111-1111-4111-8111-111111111111" }] },
              "contentData": [{ "key": "11111111-1111-4111-8111-111111111111", "contentTypeKey": "{{Library.Quote}}",
                "values": [{ "alias": "text", "culture": null, "segment": null, "value": "Læs mere" }] }], "settingsData": [], "expose": [] }
            """);
        var page = await Site.PublishedAsync(home, Library.Page, Library.PageContent("Side", ("blocks", block)));
        await ChangeAsync(Library.Quote, Renamed("text", "words"));

        var published = (await Site.ReadAsync()).Find(page)!.Content.ValueOf("blocks")!.Value;
        var values = published.GetProperty("contentData")[0].GetProperty("values");
        Assert.That(values[0].GetProperty("alias").GetString(), Is.EqualTo("words"));
        Assert.That(values[0].GetProperty("value").GetString(), Is.EqualTo("Læs mere"));
        Assert.That((await Site.SaveAsync(page, (await Site.FindAsync(page)).Draft)).Succeeded, Is.True);
    }

    [Test]
    public async Task A_removed_property_leaves_drafts_at_the_next_save_and_history_never()
    {
        var home = await Site.HomeAsync();
        var body = Library.Json("""{ "markup": "<p>Bevar mig</p>", "blocks": null }""");
        var page = await Site.PublishedAsync(home, Library.Page, Library.PageContent("Side", ("body", body)));
        var removed = (await TypeAsync(Library.Page)).Properties.Single(property => property.Alias == "body");
        await ChangeAsync(Library.Page, type => type with { Properties = type.Properties.Remove(removed) });

        // Somebody had it open, and sends what they had.
        Assert.That((await Site.SaveAsync(page, Library.PageContent("Side 2", ("body", body)))).Status, Is.EqualTo(EditingStatus.Success));
        Assert.That((await Site.FindAsync(page)).Draft.ValueOf("body"), Is.Null);
        var versions = await Site.History.VersionsAsync(page, 0, 10, default);
        var first = await Site.History.FindVersionAsync(versions.Items[^1].Key, default);
        Assert.That(first!.Content.ValueOf("body")?.GetProperty("markup").GetString(), Does.Contain("Bevar mig"));

        // Put back, the old version brings it back.
        await ChangeAsync(Library.Page, type => type with { Properties = type.Properties.Add(removed) });
        Assert.That((await Site.Edit.RollbackAsync(versions.Items[^1].Key, null, Site.Editor, default)).Succeeded, Is.True);
        Assert.That((await Site.FindAsync(page)).Draft.ValueOf("body")?.GetProperty("markup").GetString(), Does.Contain("Bevar mig"));
    }

    [Test]
    public async Task A_property_with_another_editor_keeps_what_means_the_same_there_and_tells_what_does_not()
    {
        var home = await Site.HomeAsync();
        var number = await AddDataTypeAsync("Umbraco.Integer");
        var five = await Site.PublishedAsync(home, Library.Page, Library.Content("Fem", ("title", Library.String("5"))));
        var many = await Site.PageAsync(home, "Mange");
        var result = await ChangeAsync(Library.Page, type => type with
        {
            Properties = [.. type.Properties.Select(property => property.Alias == "title" ? property with { DataTypeKey = number } : property)],
        });

        Assert.That(result.LeftBehind.Select(left => (left.Property, left.Items, left.IsKept)), Is.EqualTo(new[] { ("title", 1, false) }));
        Assert.That((await Site.ReadAsync()).Find(five)!.Content.ValueOf("title")?.GetInt32(), Is.EqualTo(5));
        Assert.That((await Site.FindAsync(many)).Draft.ValueOf("title"), Is.Null);
        var versions = await Site.History.VersionsAsync(many, 0, 10, default);
        Assert.That(versions.Total, Is.EqualTo(2));
        Assert.That((await Site.History.FindVersionAsync(versions.Items[^1].Key, default))!.Content.ValueOf("title")?.GetString(), Is.EqualTo("Mange"));
    }

    [Test]
    public async Task A_type_that_begins_to_vary_carries_names_and_values_into_the_default_language_and_back()
    {
        var home = await Site.HomeAsync();
        var page = await Site.PageAsync(home, "Side");
        await ChangeAsync(Library.Page, type => Varying(type, true));
        var varied = await Site.FindAsync(page);
        Assert.That(varied.Draft.Names, Is.EqualTo(new[] { new VariantName("da", "Side") }));
        Assert.That(varied.Draft.ValueOf("title", "da")?.GetString(), Is.EqualTo("Side"));
        Assert.That(varied.Variants.Single().State, Is.EqualTo(VariantState.Published));
        Assert.That((await Site.ReadAsync()).Find(page)!.Content.NameIn("da"), Is.EqualTo("Side"));

        await ChangeAsync(Library.Page, type => Varying(type, false));
        var back = await Site.FindAsync(page);
        Assert.That(back.Draft.Names, Is.EqualTo(new[] { new VariantName(null, "Side") }));
        Assert.That(back.Draft.ValueOf("title")?.GetString(), Is.EqualTo("Side"));
        Assert.That(back.Variants.Single().State, Is.EqualTo(VariantState.Published));
        Assert.That((await Site.ReadAsync()).Find(page), Is.Not.Null);
    }

    [Test]
    public async Task The_second_of_two_webmasters_is_told_and_overwrites_nothing()
    {
        var opened = await TypeAsync(Library.Page);
        var stamp = SchemaStamp.Of(opened);
        Assert.That((await Types.UpdateAsync(opened with { Name = "Den første" }, stamp, Site.Editor, default)).Succeeded, Is.True);
        Assert.That((await Types.UpdateAsync(opened with { Name = "Den anden" }, stamp, Site.Editor, default)).Status, Is.EqualTo(SchemaStatus.ConcurrencyViolation));
        Assert.That((await TypeAsync(Library.Page)).Name, Is.EqualTo("Den første"));
    }

    [Test]
    public async Task A_type_in_use_is_not_removed_and_the_refusal_says_where_it_is_used()
    {
        await Site.HomeAsync();
        var refused = await Types.DeleteAsync(NodeKind.Document, Library.Home, Site.Editor, default);
        Assert.That(refused.Status, Is.EqualTo(SchemaStatus.NotAllowed));
        Assert.That(refused.About, Does.Contain("1 side").And.Not.Contain("1 sider"));

        Assert.That((await Types.DeleteAsync(NodeKind.Document, Library.Notice, Site.Editor, default)).Status, Is.EqualTo(SchemaStatus.Success));
        Assert.That((await TypeAsync(Library.Page)).AllowedChildren, Does.Not.Contain(Library.Notice));
    }

    [Test]
    public async Task What_is_wrong_with_a_type_is_refused_and_nothing_is_written()
    {
        var before = await Site.Store.ReadAsync(default);
        var page = await TypeAsync(Library.Page);
        var title = page.Properties[0];
        (ContentType Type, SchemaStatus Status)[] wrong =
        [
            (page with { Name = " " }, SchemaStatus.InvalidName),
            (page with { Alias = "min side" }, SchemaStatus.InvalidAlias),
            (page with { Alias = "HOME" }, SchemaStatus.DuplicateAlias),
            (page with { Properties = page.Properties.Add(title with { Key = Guid.NewGuid(), Alias = "url" }) }, SchemaStatus.InvalidPropertyTypeAlias),
            (page with { Properties = page.Properties.Add(title with { Key = Guid.NewGuid(), Alias = "Title" }) }, SchemaStatus.DuplicatePropertyTypeAlias),
            (page with { Properties = page.Properties.Add(title with { Key = Guid.NewGuid(), Alias = "other", DataTypeKey = Guid.NewGuid() }) }, SchemaStatus.DataTypeNotFound),
            (page with { Properties = page.Properties.Add(title with { Key = Guid.NewGuid(), Alias = "other", ContainerKey = Guid.NewGuid() }) }, SchemaStatus.MissingContainer),
            (page with { Compositions = [page.Key] }, SchemaStatus.InvalidComposition),
            (page with { Compositions = [Library.Quote] }, SchemaStatus.InvalidComposition),
            (page with { Compositions = [Library.Home] }, SchemaStatus.DuplicatePropertyTypeAlias),
            (page with { Key = Guid.NewGuid() }, SchemaStatus.NotFound),
        ];
        foreach (var (type, status) in wrong)
        {
            Assert.That((await Types.UpdateAsync(type, null, Site.Editor, default)).Status, Is.EqualTo(status));
        }

        Assert.That(JsonSerializer.Serialize((await Site.Store.ReadAsync(default)).ContentTypes), Is.EqualTo(JsonSerializer.Serialize(before.ContentTypes)));
    }

    [Test]
    public async Task A_type_with_documents_does_not_become_a_block()
    {
        await Site.HomeAsync();
        var home = await TypeAsync(Library.Home);
        Assert.That((await Types.UpdateAsync(home with { IsElement = true }, null, null, default)).Status, Is.EqualTo(SchemaStatus.InvalidElementFlagDocumentHasContent));
    }

    [Test]
    public async Task A_copy_has_properties_of_its_own_and_shares_no_alias()
    {
        var copied = await Types.CopyAsync(NodeKind.Document, Library.Page, null, Site.Editor, default);
        var (original, copy) = (await TypeAsync(Library.Page), await TypeAsync(copied.Key));
        Assert.That(copy.Name, Is.EqualTo($"{original.Name} (kopi)"));
        Assert.That(copy.Alias, Is.EqualTo("pageCopy"));
        Assert.That(copy.Properties.Select(property => property.Alias), Is.EqualTo(original.Properties.Select(property => property.Alias)));
        Assert.That(copy.Properties.Select(property => property.Key).Intersect(original.Properties.Select(property => property.Key)), Is.Empty);
    }

    [Test]
    public async Task A_data_type_in_use_is_not_removed_and_one_that_is_not_is()
    {
        var text = (await TypeAsync(Library.Page)).Properties[0].DataTypeKey;
        var refused = await DataTypes.DeleteAsync(text, Site.Editor, default);
        Assert.That(refused.Status, Is.EqualTo(SchemaStatus.NotAllowed));
        Assert.That(refused.About, Does.Contain("«title» på «page»"));

        var free = await AddDataTypeAsync("Umbraco.TextArea");
        Assert.That((await DataTypes.DeleteAsync(free, Site.Editor, default)).Succeeded, Is.True);
        Assert.That((await DataTypes.DeleteAsync(free, Site.Editor, default)).Status, Is.EqualTo(SchemaStatus.NotFound));
    }

    [Test]
    public async Task New_settings_keep_what_is_written_and_count_what_they_forbid()
    {
        var home = await Site.HomeAsync();
        await Site.PageAsync(home, "En lang overskrift");
        await Site.PageAsync(home, "Kort");
        var text = (await Site.Store.ReadAsync(default)).DataTypes.Single(type => type.Key == TitleType());
        var result = await DataTypes.UpdateAsync(text with { Configuration = text.Configuration.SetItem("maxChars", Library.Json("8")) }, null, Site.Editor, default);

        Assert.That(result.LeftBehind.Select(left => (left.Property, left.Items, left.IsKept)), Is.EqualTo(new[] { ("title", 1, true) }));
        Guid TitleType() => TypeAsync(Library.Page).GetAwaiter().GetResult().Properties[0].DataTypeKey;
    }

    [TestCase("Umbraco.TextBox", "maxChars", "0")]
    [TestCase("Umbraco.Integer", "step", "\"nul\"")]
    [TestCase("Umbraco.DropDown.Flexible", "items", """["a", "a"]""")]
    [TestCase("Umbraco.CheckBoxList", "items", """["a", " "]""")]
    [TestCase("Umbraco.ColorPicker", "items", """[{ "value": "rød", "label": "Rød" }]""")]
    [TestCase("Umbraco.ImageCropper", "crops", """[{ "alias": "kort", "width": 0, "height": 10 }]""")]
    [TestCase("Umbraco.BlockList", "blocks", """[{ "contentElementTypeKey": "11111111-1111-4111-8111-111111111111" }]""")]
    [TestCase("Umbraco.MediaPicker3", "validationLimit", """{ "min": 3, "max": 2 }""")]
    [TestCase("Umbraco.ListView", "pageSize", "-1")]
    public async Task A_setting_that_makes_no_sense_is_refused_in_danish(string editor, string alias, string value)
    {
        var result = await DataTypes.CreateAsync(DataTypeOf(editor, (alias, value)), null, Site.Editor, default);
        Assert.That(result.Status, Is.EqualTo(SchemaStatus.InvalidConfiguration));
        Assert.That(result.Errors[alias], Does.Match("[a-zæøå]{3}.*\\.$"));
    }

    [Test]
    public async Task An_editor_that_nobody_knows_is_refused() =>
        Assert.That((await DataTypes.CreateAsync(DataTypeOf("Umbraco.Hologram"), null, null, default)).Status, Is.EqualTo(SchemaStatus.PropertyEditorNotFound));

    private async Task<Guid> AddDataTypeAsync(string editor)
    {
        var type = DataTypeOf(editor);
        Assert.That((await DataTypes.CreateAsync(type, null, Site.Editor, default)).Succeeded, Is.True);
        return type.Key;
    }

    private static DataType DataTypeOf(string editor, params (string Alias, string Value)[] settings) => new()
    {
        Key = Guid.NewGuid(),
        Name = "Ny",
        EditorAlias = editor,
        EditorUiAlias = "Umb.PropertyEditorUi",
        Configuration = settings.ToImmutableSortedDictionary(setting => setting.Alias, setting => Library.Json(setting.Value), StringComparer.Ordinal),
    };

    private static Func<ContentType, ContentType> Renamed(string from, string to) => type => type with
    {
        Properties = [.. type.Properties.Select(property => property.Alias == from ? property with { Alias = to } : property)],
    };

    private static ContentType Varying(ContentType type, bool varies) => type with
    {
        VariesByCulture = varies,
        Properties = [.. type.Properties.Select(property => property.Alias == "title" ? property with { VariesByCulture = varies } : property)],
    };

    private async Task<ContentType> TypeAsync(Guid key) => (await Site.Services.GetRequiredService<SchemaSource>().CurrentAsync(default)).FindType(key)!;

    private async Task<SchemaResult> ChangeAsync(Guid key, Func<ContentType, ContentType> change)
    {
        var result = await Types.UpdateAsync(change(await TypeAsync(key)), null, Site.Editor, default);
        Assert.That(result.Status, Is.EqualTo(SchemaStatus.Success));
        return result;
    }
}
