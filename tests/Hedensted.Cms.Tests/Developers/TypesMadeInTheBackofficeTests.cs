using System.Text.Json;
using Hedensted.Content.Changes;
using Hedensted.Content.Published;
using Hedensted.Content.Serialisation;
using static Hedensted.Cms.Tests.Developers.DevelopersHost;

namespace Hedensted.Cms.Tests.Developers;

/// <summary>A document type that arrives as a uSync file is in the API at the next edition, with no code and no restart.</summary>
public class TypesMadeInTheBackofficeTests
{
    private const string Textstring = "0cc0eba1-9960-42c9-bf9b-60e150b429ae";

    [Test]
    public async Task A_new_type_is_queryable_as_soon_as_one_of_it_is_published()
    {
        var type = Guid.NewGuid();
        await ImportAsync(TypeFile(type, "newsItem", "headline", "byline"));
        await Rikke.CreateAndPublishAsync(type, "Anden nyhed", null, ("headline", "Ny sæson"));
        var (id, position) = await Rikke.CreateAndPublishAsync(type, "Svømmehal", null, ("headline", "Svømmehallen åbner"), ("byline", "Rikke"));

        var data = await DataAsync(
            """
            query($id: ID!) {
              node(id: $id) { __typename ... on NewsItem { headline byline path } }
              contentOfNewsItem(where: { headline: { startsWith: "svømme" }, byline: { neq: null } }, order: [{ headline: DESC }]) { totalCount nodes { id headline } }
              all: contentOfNewsItem(order: [{ byline: ASC }]) { nodes { headline } }
            }
            """,
            position,
            new { id });
        Assert.That(data.GetProperty("node").GetProperty("__typename").GetString(), Is.EqualTo("NewsItem"));
        Assert.That(data.GetProperty("node").GetProperty("headline").GetString(), Is.EqualTo("Svømmehallen åbner"));
        Assert.That(data.GetProperty("contentOfNewsItem").GetProperty("totalCount").GetInt32(), Is.EqualTo(1));
        Assert.That(
            data.GetProperty("all").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("headline").GetString()),
            Is.EqualTo(new[] { "Svømmehallen åbner", "Ny sæson" }),
            "what has no byline comes last");
    }

    [Test]
    public async Task What_is_removed_from_a_type_is_gone_and_takes_nothing_else_with_it()
    {
        var type = Guid.NewGuid();
        await ImportAsync(TypeFile(type, "shortLived", "kept", "dropped"));
        var (_, position) = await Rikke.CreateAndPublishAsync(type, "Kort", null, ("kept", "bliver"), ("dropped", "går"));
        Assert.That((await DataAsync("{ contentOfShortLived { nodes { kept dropped } } }", position)).GetProperty("contentOfShortLived").GetProperty("nodes").GetArrayLength(), Is.EqualTo(1));

        position = await ImportAsync(TypeFile(type, "shortLived", "kept"));
        Assert.That(
            (await DataAsync("{ contentOfShortLived { nodes { kept } } site { title } }", position)).GetProperty("contentOfShortLived").GetProperty("nodes")[0].GetProperty("kept").GetString(),
            Is.EqualTo("bliver"));
        Assert.That(await CodeAsync("{ contentOfShortLived { nodes { dropped } } }", position), Is.EqualTo("FIELDS_ON_CORRECT_TYPE"));
    }

    [Test]
    public async Task A_type_that_is_removed_leaves_the_others()
    {
        var type = Guid.NewGuid();
        var position = await ImportAsync(TypeFile(type, "passing", "text"));
        Assert.That((await DataAsync("{ contentOfPassing { totalCount } }", position)).GetProperty("contentOfPassing").GetProperty("totalCount").GetInt32(), Is.Zero);

        position = await ImportAsync($"""<Empty Key="{type}" Alias="passing" Change="Delete" />""");
        Assert.That(await CodeAsync("{ contentOfPassing { totalCount } }", position), Is.EqualTo("FIELDS_ON_CORRECT_TYPE"));
        Assert.That((await DataAsync("{ focusAreas { title } }", position)).GetProperty("focusAreas").GetArrayLength(), Is.EqualTo(4));
    }

    [Test]
    public async Task A_type_called_like_one_of_ours_gets_a_name_of_its_own_and_disturbs_nothing()
    {
        var type = Guid.NewGuid();
        await ImportAsync(TypeFile(type, "occurrence", "id", "path"));
        var (id, position) = await Rikke.CreateAndPublishAsync(type, "Forvekslet", null, ("path", "/min/egen"));
        var data = await DataAsync("query($id: ID!) { content(id: $id) { __typename path ... on OccurrenceContent { pathValue } } occurrences { nodes { title } } }", position, new { id });
        Assert.That(data.GetProperty("content").GetProperty("__typename").GetString(), Is.EqualTo("OccurrenceContent"));
        Assert.That(data.GetProperty("content").GetProperty("path").GetString(), Is.EqualTo("/forvekslet"));
        Assert.That(data.GetProperty("content").GetProperty("pathValue").GetString(), Is.EqualTo("/min/egen"));
        Assert.That(data.GetProperty("occurrences").GetProperty("nodes").GetArrayLength(), Is.GreaterThan(0));
    }

    [Test]
    public async Task The_schema_is_made_anew_only_when_a_type_has_changed()
    {
        var type = Guid.NewGuid();
        var editions = Host.Service<EditionSource>();
        var position = await ImportAsync(TypeFile(type, "steady", "text"));
        var before = await editions.WaitForAsync(position, CancellationToken.None);
        var (_, published) = await Rikke.CreateAndPublishAsync(type, "Rolig", null, ("text", "a"));
        var after = await editions.WaitForAsync(published, CancellationToken.None);
        Assert.That(after, Is.Not.SameAs(before));
        Assert.That(after.Schema, Is.SameAs(before.Schema), "the engine is kept as long as the types are");

        var changed = await editions.WaitForAsync(await ImportAsync(TypeFile(type, "steady", "text", "more")), CancellationToken.None);
        Assert.That(changed.Schema, Is.Not.SameAs(after.Schema));
    }

    private static async Task<JsonElement> DataAsync(string query, ChangePosition position, object? variables = null)
    {
        var answer = await AskAsync(query, variables is null ? null : JsonSerializer.SerializeToElement(variables), position);
        Assert.That(answer.TryGetProperty("errors", out var errors), Is.False, () => errors.GetRawText());
        return answer.GetProperty("data");
    }

    private static async Task<string?> CodeAsync(string query, ChangePosition position) =>
        (await AskAsync(query, null, position)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    private static async Task<ChangePosition> ImportAsync(string file)
    {
        var folder = Directory.CreateTempSubdirectory("usync-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "ContentTypes"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "ContentTypes", "type.config"), file);
            var import = await Host.Service<USync>().ImportAsync(folder.FullName, null, CancellationToken.None);
            Assert.That(import.Plan.Problems, Is.Empty);
            return import.Position ?? throw new InvalidOperationException("The import changed nothing.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string TypeFile(Guid key, string alias, params string[] properties) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <ContentType Key="{key}" Alias="{alias}" Level="1">
          <Info>
            <Name>{alias}</Name><Icon>icon-document</Icon><Thumbnail>folder.png</Thumbnail><Description></Description>
            <AllowAtRoot>True</AllowAtRoot><ListView>00000000-0000-0000-0000-000000000000</ListView><Variations>Nothing</Variations><IsElement>false</IsElement>
            <Compositions /><DefaultTemplate></DefaultTemplate><AllowedTemplates /><AllowedInLibrary>false</AllowedInLibrary>
          </Info>
          <Structure />
          <GenericProperties>{string.Concat(properties.Select((property, index) => Property(key, property, index)))}</GenericProperties>
          <Tabs><Tab><Key>{Derived(key, 99)}</Key><Caption>Indhold</Caption><Alias>indhold</Alias><Type>Tab</Type><SortOrder>0</SortOrder></Tab></Tabs>
        </ContentType>
        """;

    private static string Property(Guid type, string alias, int index) => $"""
        <GenericProperty>
          <Key>{Derived(type, index)}</Key><Name>{alias}</Name><Alias>{alias}</Alias><Definition>{Textstring}</Definition><Type>Umbraco.TextBox</Type>
          <Mandatory>false</Mandatory><Validation></Validation><Description><![CDATA[]]></Description><SortOrder>{index}</SortOrder><Tab Alias="indhold">Indhold</Tab>
          <Variations>Nothing</Variations><MandatoryMessage></MandatoryMessage><ValidationRegExpMessage></ValidationRegExpMessage><LabelOnTop>false</LabelOnTop>
        </GenericProperty>
        """;

    // The same property keeps its key when its type is imported again.
    private static Guid Derived(Guid type, int index)
    {
        var bytes = type.ToByteArray();
        bytes[^1] ^= (byte)(index + 1);
        return new Guid(bytes);
    }
}
