using System.Text.Json;
using Hedensted.Content.Model;
using Hedensted.GraphQL.Tests.Http;
using Microsoft.AspNetCore.Http;

namespace Hedensted.GraphQL.Tests.Schema;

/// <summary>Documents that are written in several languages, asked in each of them.</summary>
public class LanguageTests
{
    private const string List = "{ contentOfGuestBook(order: [{ name: ASC }]) { nodes { name path headline greeting parts { ... on Part { text } } } } }";

    private Library _library = null!;
    private ContentType _guestBook = null!;
    private ContentType _part = null!;

    [SetUp]
    public void Write()
    {
        _library = Open(fallback: null);
        _library.AddRoot(_guestBook, Content(
            [("da", "Gæster"), ("en-GB", "Guests")],
            ("headline", "da", "Velkommen"), ("headline", "en-GB", "Welcome"), ("greeting", "da", "Kom ind")));
        _library.AddRoot(_guestBook, Content([("en-GB", "Only English")], ("headline", "en-GB", "Hello")));
        _library.AddRoot(_guestBook, Content([("da", "Kun dansk")], ("headline", "da", "Hej")));
    }

    [Test]
    public void Who_says_nothing_reads_the_default_language() => Assert.That(Ask(null, List), Is.EqualTo(Nodes(
        """{ "name": "Gæster", "path": "/gaester", "headline": "Velkommen", "greeting": "Kom ind", "parts": [] }""",
        """{ "name": "Kun dansk", "path": "/kun-dansk", "headline": "Hej", "greeting": null, "parts": [] }""")));

    [Test]
    public void Another_language_has_its_own_names_values_and_addresses_and_nothing_that_is_not_published_in_it() => Assert.That(Ask("en-GB", List), Is.EqualTo(Nodes(
        """{ "name": "Guests", "path": "/guests", "headline": "Welcome", "greeting": null, "parts": [] }""",
        """{ "name": "Only English", "path": "/only-english", "headline": "Hello", "greeting": null, "parts": [] }""")));

    [Test]
    public void What_a_language_lacks_comes_from_the_one_that_it_falls_back_to()
    {
        var library = Open(fallback: "da");
        library.AddRoot(_guestBook, Content([("da", "Gæster"), ("en-GB", "Guests")], ("headline", "en-GB", "Welcome"), ("greeting", "da", "Kom ind")));
        library.AddRoot(_guestBook, Content([("da", "Kun dansk")], ("headline", "da", "Hej")));
        Assert.That(Ask("en-GB", List, library), Is.EqualTo(Nodes(
            """{ "name": "Guests", "path": "/guests", "headline": "Welcome", "greeting": "Kom ind", "parts": [] }""",
            """{ "name": "Kun dansk", "path": "/kun-dansk", "headline": "Hej", "greeting": null, "parts": [] }""")));
    }

    [Test]
    public void Blocks_of_a_property_that_is_shared_have_values_and_visibility_of_their_own()
    {
        var (shared, english) = (Guid.NewGuid(), Guid.NewGuid());
        var blocks = JsonSerializer.SerializeToElement(new
        {
            layout = new Dictionary<string, object> { ["Umbraco.BlockList"] = new[] { new { contentKey = shared }, new { contentKey = english } } },
            contentData = new[] { Part(shared, ("da", "Hej"), ("en-GB", "Hi")), Part(english, ("da", "Skjult"), ("en-GB", "Shown")) },
            settingsData = Array.Empty<object>(),
            expose = new[] { Exposed(shared, "da"), Exposed(shared, "en-GB"), Exposed(english, "en-GB") },
        });
        var content = Content([("da", "Blokke"), ("en-GB", "Blocks")]);
        _library.AddRoot(_guestBook, content with { Values = [new PropertyValue("parts", null, null, blocks)] });
        Assert.Multiple(() =>
        {
            Assert.That(Texts(null, "Blokke"), Is.EqualTo(new[] { "Hej" }));
            Assert.That(Texts("en-GB", "Blocks"), Is.EqualTo(new[] { "Hi", "Shown" }));
        });

        string?[] Texts(string? language, string name) =>
        [
            .. Data(language, $$"""{ contentOfGuestBook(where: { name: { eq: "{{name}}" } }) { nodes { parts { ... on Part { text } } } } }""", _library)
                .At("contentOfGuestBook", "nodes")[0].At("parts").EnumerateArray().Select(part => part.At("text").GetString()),
        ];
    }

    [Test]
    public void A_document_tells_where_its_translations_are() => Assert.That(
        Ask("en-GB", """{ site { language } languages { isoCode isDefault } content(path: "/guests") { name translations { language name path } } }"""),
        Is.EqualTo(Json("""
            { "site": { "language": "en-GB" }, "languages": [{ "isoCode": "da", "isDefault": true }, { "isoCode": "en-GB", "isDefault": false }],
              "content": { "name": "Guests", "translations": [{ "language": "da", "name": "Gæster", "path": "/gaester" }, { "language": "en-GB", "name": "Guests", "path": "/guests" }] } }
            """)));

    [Test]
    public void An_address_tells_its_language() => Assert.That(
        new[] { "/guests", "/gaester", "/only-english", "/arrangementer" }.Select(_library.Edition().LanguageAt), Is.EqualTo(new[] { "en-GB", "da", "en-GB", null }));

    [Test]
    public void What_does_not_vary_is_the_same_in_every_language()
    {
        _library.Event("Fællesspisning", "2026-11-25T18:00:00");
        const string Query = "{ occurrences(where: { relative: UPCOMING }) { nodes { title path } } focusAreas { title translations { name } } }";
        Assert.That(Ask("en-GB", Query), Is.EqualTo(Ask(null, Query)));
    }

    [Test]
    public async Task The_address_says_the_language_and_no_answer_is_kept_for_another()
    {
        await using var api = new HttpApi(_library);
        foreach (var _ in Enumerable.Range(0, 4)) // what is asked often is kept
        {
            Assert.Multiple(async () =>
            {
                Assert.That(await AskAsync(null), Does.Contain("Velkommen").And.Not.Contain("Welcome"));
                Assert.That(await AskAsync("en-gb"), Does.Contain("Welcome").And.Not.Contain("Velkommen"));
                Assert.That(await AskAsync("da"), Does.Contain("Velkommen").And.Not.Contain("Welcome"));
            });
        }

        var refused = await api.AskAsync(new { query = List }, more: context => context.Request.QueryString = QueryString.Create("language", "tlh"));
        Assert.That((refused.StatusCode, HttpApi.CodeOf(refused)), Is.EqualTo((400, "UNKNOWN_LANGUAGE")));

        async Task<string> AskAsync(string? language)
        {
            var response = await api.AskAsync(new { query = List }, more: context =>
                context.Request.QueryString = language is null ? default : QueryString.Create("language", language));
            using var answer = HttpApi.Read(response);
            return answer.RootElement.GetRawText();
        }
    }

    [Test]
    public async Task A_stream_follows_its_language()
    {
        await using var api = new HttpApi(_library);
        await using var stream = new OpenStream(
            api, new { query = "subscription { live { site { language } } }" }, more: context => context.Request.QueryString = QueryString.Create("language", "en-GB"));
        Assert.That((await stream.AnswerAsync()).ToString(), Does.Contain("en-GB"));
    }

    private static NodeContent Content((string Culture, string Name)[] names, params (string Alias, string Culture, string Value)[] values) => new()
    {
        Names = [.. names.Select(name => new VariantName(name.Culture, name.Name))],
        Values = [.. values.Select(value => new PropertyValue(value.Alias, value.Culture, null, JsonSerializer.SerializeToElement(value.Value)))],
    };

    private static object Exposed(Guid key, string culture) => new { contentKey = key, culture, segment = (string?)null };

    private static string Json(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement);

    private static string Nodes(params string[] nodes) => Json($$"""{ "contentOfGuestBook": { "nodes": [{{string.Join(", ", nodes)}}] } }""");

    private object Part(Guid key, params (string Culture, string Text)[] texts) => new
    {
        key,
        contentTypeKey = _part.Key,
        values = texts.Select(text => new { alias = "text", culture = text.Culture, segment = (string?)null, value = text.Text }),
    };

    private Library Open(string? fallback)
    {
        var workshop = new TypeWorkshop();
        _part = workshop.Vary(workshop.Element("part", ("text", "Umbraco.TextBox", null)));
        _guestBook = workshop.Vary(workshop.Document(
            "guestBook", ("headline", "Umbraco.TextBox", null), ("greeting", "Umbraco.TextBox", null), ("parts", "Umbraco.BlockList", null)));
        return new Library { Types = workshop.Schema(new Language(Guid.NewGuid(), "en-GB", "Engelsk", IsDefault: false, IsMandatory: false, fallback)) };
    }

    private string Ask(string? language, string query, Library? library = null) => JsonSerializer.Serialize(Data(language, query, library ?? _library));

    private static JsonElement Data(string? language, string query, Library library)
    {
        using var answer = library.Api.Execute(library.Edition(), query, language: language);
        Assert.That(answer.RootElement.TryGetProperty("errors", out var errors), Is.False, () => errors.GetRawText());
        return answer.RootElement.GetProperty("data").Clone();
    }
}
