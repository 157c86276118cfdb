using System.Net;
using System.Text.Json.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.StartProfile;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Operations;

/// <summary>With <c>Hedensted:Profile=Blank</c> the first start makes what a fresh Umbraco has, and nothing of the library's.</summary>
public class BlankProfileTests
{
    [Test]
    public async Task A_blank_site_has_what_a_fresh_Umbraco_has_and_an_empty_tree()
    {
        await using var host = new CmsFactory().With("Hedensted:Profile", "Blank");
        using var webmaster = await host.SignInAsync();

        Assert.That((await webmaster.GetAsync("language"))!["items"]!.AsArray().Select(language => language!["isoCode"]!.GetValue<string>()), Is.EqualTo(new[] { "en-US" }));
        Assert.That((await webmaster.GetAsync("tree/document/root"))!["total"]!.GetValue<int>(), Is.Zero);
        Assert.That((await webmaster.GetAsync("tree/document-type/root"))!["total"]!.GetValue<int>(), Is.Zero);
        var types = (await webmaster.GetAsync("tree/media-type/root"))!["items"]!.AsArray().ToDictionary(type => type!["id"]!.GetValue<Guid>(), type => type!["name"]!.GetValue<string>());
        Assert.That(types[Umbraco.Cms.Core.Constants.MediaTypes.Guids.FolderGuid], Is.EqualTo("Folder"));
        Assert.That(types, Has.Count.EqualTo(7));
        var data = (await webmaster.GetAsync("tree/data-type/root?take=1000"))!["items"]!.AsArray().ToDictionary(type => type!["id"]!.GetValue<Guid>(), type => type!["name"]!.GetValue<string>());
        Assert.That(data[Umbraco.Cms.Core.Constants.DataTypes.Guids.TextstringGuid], Is.EqualTo("Textstring"));
        Assert.That(data[Umbraco.Cms.Core.Constants.DataTypes.Guids.ListViewMediaGuid], Is.EqualTo("List View - Media"));
        Assert.That(data.Keys, Is.EquivalentTo(BlankSite.Everything.DataTypes.Select(type => type.Key)));
        var groups = (await webmaster.GetAsync("user-group"))!["items"]!.AsArray().ToDictionary(group => group!["id"]!.GetValue<Guid>(), group => group!["name"]!.GetValue<string>());
        Assert.That(groups, Is.EquivalentTo(new Dictionary<Guid, string>
        {
            [Umbraco.Cms.Core.Constants.Security.AdminGroupKey] = "Administrators",
            [Umbraco.Cms.Core.Constants.Security.EditorGroupKey] = "Editors",
            [Umbraco.Cms.Core.Constants.Security.WriterGroupKey] = "Writers",
            [Umbraco.Cms.Core.Constants.Security.TranslatorGroupKey] = "Translators",
            [Umbraco.Cms.Core.Constants.Security.SensitiveDataGroupKey] = "Sensitive data",
        }));

        using var reader = host.Stranger();
        using var ready = await reader.GetAsync("/health/ready");
        Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        using var answer = await reader.GetAsync("/graphql?query=%7B__typename%20focusAreas%7Btitle%7D%7D");
        Assert.That(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["data"]!["focusAreas"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Another_municipality_makes_its_first_type_and_page()
    {
        await using var host = new CmsFactory().With("Hedensted:Profile", "Blank");
        using var webmaster = await host.SignInAsync();
        var type = Management.SchemaWriteTests.Type("frontPage", ("title", Umbraco.Cms.Core.Constants.DataTypes.Guids.TextstringGuid));
        await webmaster.DoAsync(HttpMethod.Post, "document-type", type);
        var (_, position) = await webmaster.CreateAndPublishAsync(type["id"]!.GetValue<Guid>(), "Welcome", null, ("title", "Hello"));

        using var reader = host.Stranger();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7BcontentOfFrontPage%7Bnodes%7Btitle%7D%7D%7D");
        request.Headers.Add("Hedensted-Min-Position", position.ToString());
        using var answer = await reader.SendAsync(request);
        var data = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.That(data["data"]?["contentOfFrontPage"]?["nodes"]?[0]?["title"]?.GetValue<string>(), Is.EqualTo("Hello"), data.ToJsonString());
    }

    [Test]
    public void Every_setting_of_the_blank_site_could_be_saved_by_hand()
    {
        var site = BlankSite.Everything;
        var schema = new Content.Model.ContentSchema(site.Languages, site.DataTypes, site.ContentTypes);
        Assert.That(site.DataTypes.Select(type => type.Key), Is.Unique);
        Assert.That(site.ContentTypes.SelectMany(type => type.Properties).Where(property => schema.FindDataType(property.DataTypeKey) is null), Is.Empty);
        Assert.That(site.ContentTypes.SelectMany(type => type.Properties).Select(property => property.Key), Is.Unique);
    }

    [Test]
    public async Task A_profile_that_nobody_knows_stops_the_start_with_a_sentence()
    {
        await using var host = new CmsFactory().With("Hedensted:Profile", "Mars");
        Assert.That(() => host.Service<SiteStore>(), Throws.Exception.With.Message.Contains("Mars"));
    }
}
