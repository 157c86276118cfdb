using System.Net;
using System.Text.Json.Nodes;
using static Hedensted.Cms.Tests.Management.ManagementHost;
using static Hedensted.Cms.Tests.Management.SchemaWriteTests;

namespace Hedensted.Cms.Tests.Management;

/// <summary>Languages, dictionary and document templates as the backoffice handles them.</summary>
public class LanguageAndTextTests
{
    [Test]
    public async Task A_language_is_added_changed_and_removed()
    {
        using var created = await Rikke.SendAsync(HttpMethod.Post, "language", new { isoCode = "sv", name = "Svensk", isDefault = false, isMandatory = false, fallbackIsoCode = "da" });
        Assert.That(created.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(created.Headers.GetValues("Umb-Generated-Resource").Single(), Is.EqualTo("sv"));
        await Rikke.DoAsync(HttpMethod.Put, "language/sv", new { name = "Svenska", isDefault = false, isMandatory = false, fallbackIsoCode = (string?)null });
        Assert.That((await Rikke.GetAsync("language/sv"))!["name"]!.GetValue<string>(), Is.EqualTo("Svenska"));
        using var twice = await Rikke.SendAsync(HttpMethod.Post, "language", new { isoCode = "SV", name = "Igen", isDefault = false, isMandatory = false });
        await ProblemAsync(twice, HttpStatusCode.BadRequest, "DuplicateIsoCode");
        await Rikke.DoAsync(HttpMethod.Delete, "language/sv");
        using var standard = await Rikke.SendAsync(HttpMethod.Delete, "language/da");
        await ProblemAsync(standard, HttpStatusCode.BadRequest, "MissingDefault");
    }

    [Test]
    public async Task A_text_is_made_found_in_its_tree_translated_moved_and_removed()
    {
        await Rikke.DoAsync(HttpMethod.Post, "language", new { isoCode = "fi", name = "Finsk", isDefault = false, isMandatory = false });
        var name = $"test.{Guid.NewGuid():N}";
        var parent = await CreateAsync("dictionary", Text(name));
        var child = await CreateAsync("dictionary", Text(name + ".barn", parent, ("da", "Udsolgt")));
        Assert.That((await Rikke.GetAsync($"tree/dictionary/root?take=1000"))!["items"]!.AsArray().Single(item => item!["id"]!.GetValue<Guid>() == parent)!["hasChildren"]!.GetValue<bool>(), Is.True);
        Assert.That((await Rikke.GetAsync($"tree/dictionary/children?parentId={parent}"))!["items"]![0]!["name"]!.GetValue<string>(), Is.EqualTo(name + ".barn"));
        Assert.That((await Rikke.GetAsync($"tree/dictionary/ancestors?descendantId={child}"))!.AsArray().Select(item => item!["id"]!.GetValue<Guid>()), Is.EqualTo(new[] { parent, child }));
        Assert.That((await Rikke.GetAsync($"item/dictionary?id={child}"))![0]!["name"]!.GetValue<string>(), Is.EqualTo(name + ".barn"));

        var found = (await Rikke.GetAsync($"dictionary?filter={name}.b"))!["items"]!.AsArray().Single()!;
        Assert.That(found["translatedIsoCodes"]!.AsArray().Select(code => code!.GetValue<string>()), Is.EqualTo(new[] { "da" }));
        await Rikke.DoAsync(HttpMethod.Put, $"dictionary/{child}", Text(name + ".barn", null, ("da", "Alt udsolgt"), ("fi", "Loppuunmyyty")));
        Assert.That((await Rikke.GetAsync($"dictionary/{child}"))!["translations"]!.AsArray(), Has.Count.EqualTo(2));
        await Rikke.DoAsync(HttpMethod.Delete, "language/fi");
        Assert.That((await Rikke.GetAsync($"dictionary/{child}"))!["translations"]!.AsArray(), Has.Count.EqualTo(1));

        using var loop = await Rikke.SendAsync(HttpMethod.Put, $"dictionary/{parent}/move", new { target = new { id = child } });
        await ProblemAsync(loop, HttpStatusCode.BadRequest, "InvalidParent");
        await Rikke.DoAsync(HttpMethod.Put, $"dictionary/{child}/move", new { target = (object?)null });
        await Rikke.DoAsync(HttpMethod.Delete, $"dictionary/{parent}");
        await Rikke.DoAsync(HttpMethod.Delete, $"dictionary/{child}");
        using var gone = await Rikke.SendAsync(HttpMethod.Get, $"dictionary/{child}");
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_template_is_made_of_a_document_offered_for_its_type_and_gives_a_new_document_its_values()
    {
        var page = await Rikke.CreateAsync(Page, "Læsekreds", null, ("title", "Læsekreds"), ("teaser", "Hver torsdag"));
        var name = $"Skabelon {Guid.NewGuid():N}"[..20];
        var id = Guid.NewGuid();
        await Rikke.DoAsync(HttpMethod.Post, "document-blueprint/from-document", new { document = new { id = page }, id, name, parent = (object?)null });

        Assert.That((await Rikke.GetAsync($"document-type/{Page}/blueprint"))!["items"]!.AsArray().Select(item => item!["name"]!.GetValue<string>()), Does.Contain(name));
        var scaffold = (await Sune.GetAsync($"document-blueprint/{id}/scaffold"))!;
        Assert.That(scaffold["variants"]![0]!["name"]!.GetValue<string>(), Is.EqualTo(name));
        Assert.That(scaffold["values"]!.AsArray().Select(value => value!["value"]!.GetValue<string>()), Is.EquivalentTo(new[] { "Læsekreds", "Hver torsdag" }));
        Assert.That((await Rikke.GetAsync($"item/document-blueprint?id={id}"))![0]!["documentType"]!["id"]!.GetValue<Guid>(), Is.EqualTo(Page));
        Assert.That((await Rikke.GetAsync($"document-blueprint/{id}/audit-log"))!["total"]!.GetValue<int>(), Is.EqualTo(1));

        var body = new JsonObject { ["values"] = scaffold["values"]!.DeepClone(), ["variants"] = scaffold["variants"]!.DeepClone() };
        body["variants"]![0]!["name"] = name + "!";
        await Rikke.DoAsync(HttpMethod.Put, $"document-blueprint/{id}", body);
        using var stale = await Rikke.SendAsync(HttpMethod.Put, $"document-blueprint/{id}", body);
        await ProblemAsync(stale, HttpStatusCode.Conflict, "ConcurrencyViolation");

        var folder = await CreateAsync("document-blueprint/folder", new JsonObject { ["id"] = null, ["parent"] = null, ["name"] = name });
        await Rikke.DoAsync(HttpMethod.Put, $"document-blueprint/{id}/move", new { target = new { id = folder } });
        var item = (await Rikke.GetAsync($"tree/document-blueprint/children?parentId={folder}"))!["items"]!.AsArray().Single()!;
        Assert.That((item["name"]!.GetValue<string>(), item["documentType"]!["id"]!.GetValue<Guid>()), Is.EqualTo((name + "!", Page)));
        await Rikke.DoAsync(HttpMethod.Delete, $"document-blueprint/{id}");
        using var gone = await Rikke.SendAsync(HttpMethod.Get, $"document-blueprint/{id}");
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_template_can_be_made_from_nothing_but_not_of_a_type_that_is_not_there()
    {
        var body = Testing.Editor.Body(Guid.NewGuid(), Page, $"Tom {Guid.NewGuid():N}");
        var id = await CreateAsync("document-blueprint", body);
        using var again = await Rikke.SendAsync(HttpMethod.Post, "document-blueprint", Testing.Editor.Body(Guid.NewGuid(), Page, body["variants"]![0]!["name"]!.GetValue<string>()));
        await ProblemAsync(again, HttpStatusCode.BadRequest, "DuplicateName");
        using var unknown = await Rikke.SendAsync(HttpMethod.Post, "document-blueprint", Testing.Editor.Body(Guid.NewGuid(), Guid.NewGuid(), "Ny"));
        await ProblemAsync(unknown, HttpStatusCode.NotFound, "ContentTypeNotFound");
        await Rikke.DoAsync(HttpMethod.Delete, $"document-blueprint/{id}");
    }

    [Test]
    public async Task Who_may_not_make_templates_makes_none()
    {
        var page = await Writer.CreateAsync(Page, "Vikarens", null, ("title", "V"));
        using var response = await Writer.SendAsync(HttpMethod.Post, "document-blueprint/from-document", new { document = new { id = page }, name = "Nej" });
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    private static JsonObject Text(string name, Guid? parent = null, params (string IsoCode, string Text)[] translations) => new()
    {
        ["id"] = Guid.NewGuid(),
        ["parent"] = parent is { } key ? new JsonObject { ["id"] = key } : null,
        ["name"] = name,
        ["translations"] = new JsonArray([.. translations.Select(translation => new JsonObject { ["isoCode"] = translation.IsoCode, ["translation"] = translation.Text })]),
    };
}
