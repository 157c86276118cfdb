using System.Text.Json.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using static Hedensted.Cms.Tests.Management.ManagementHost;

namespace Hedensted.Cms.Tests.Management;

/// <summary>Links that came with files, which hold less of a link than the backoffice's own picker does.</summary>
public class ImportedLinkTests
{
    private static readonly string[] Types = ["document", "media", "external"];

    [Test]
    public async Task Every_link_of_the_starting_content_is_answered_in_the_picker_s_own_shape()
    {
        var site = await Host.Service<SiteStore>().ReadAsync(CancellationToken.None);
        var links = new List<JsonObject>();
        foreach (var node in site.Nodes.Where(node => node.Kind == NodeKind.Document))
        {
            var document = (await Rikke.GetAsync($"document/{node.Key}"))!;
            foreach (var value in document["values"]!.AsArray().Where(value => value!["editorAlias"]!.GetValue<string>() == "Umbraco.MultiUrlPicker"))
            {
                links.AddRange(value!["value"]!.AsArray().Select(link => link!.AsObject()));
            }
        }

        Assert.That(links, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            foreach (var link in links)
            {
                var type = link["type"]!.GetValue<string>();
                Assert.That(Types, Does.Contain(type));
                Assert.That(type == "external", Is.EqualTo(link["unique"] is null), "only another site's page has no key");
                Assert.That(link["unique"] is null || Guid.TryParse(link["unique"]!.GetValue<string>(), out _), Is.True);
                Assert.That(link["unique"] is not null || link["url"]!.GetValue<string>().Length > 0, Is.True, "somewhere to go");
                Assert.That(link.ContainsKey("udi"), Is.False, "the picker knows keys only");
            }
        });
    }
}
