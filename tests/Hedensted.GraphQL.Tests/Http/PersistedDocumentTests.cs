using System.Security.Cryptography;
using System.Text;
using Hedensted.GraphQL.Http.Documents;
using Microsoft.Extensions.Options;

namespace Hedensted.GraphQL.Tests.Http;

/// <summary>Documents that are named instead of sent: those that the operator trusts, and those that clients have sent before.</summary>
public class PersistedDocumentTests
{
    private const string Trusted = "query Titel { site { title } }";
    private const string Own = "{ site { description } }";

    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("hedensted-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_trusted_document_is_found_by_its_hash_its_name_and_its_address()
    {
        await using var api = Api();
        var byHash = await api.AskAsync(new { documentId = "sha256:" + Hash(Trusted) });
        var byName = await api.GetAsync(("documentId", "titel"));
        var byAddress = await api.SendAsync(_ => { }, "titel");
        Assert.Multiple(() =>
        {
            Assert.That(HttpApi.CodeOf(byHash), Is.Null);
            Assert.That(HttpApi.Read(byName).RootElement.At("data", "site", "title").GetString(), Is.Not.Empty);
            Assert.That((byAddress.StatusCode, byAddress.Headers.CacheControl.ToString()), Is.EqualTo((200, "public, max-age=5, stale-while-revalidate=5")));
        });
    }

    [Test]
    public async Task The_operators_folder_holds_files_and_lists()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "forside.graphql"), Own);
        await File.WriteAllTextAsync(Path.Combine(_folder, "app.json"), $$"""{"sha256:{{Hash(Trusted)}}":"{{Trusted}}","app-1":"{ __typename }"}""");
        await File.WriteAllTextAsync(Path.Combine(_folder, "README.md"), "not a document");
        await using var api = new HttpApi(settings: (TrustedDocumentOptions.Section + ":Folder", _folder));
        foreach (var id in new[] { "forside", "app-1", "sha256:" + Hash(Trusted), "sha256:" + Hash(Own) })
        {
            Assert.That(HttpApi.CodeOf(await api.AskAsync(new { documentId = id })), Is.Null, id);
        }

        Assert.That(HttpApi.CodeOf(await api.AskAsync(new { documentId = "README" })), Is.EqualTo("DOCUMENT_NOT_FOUND"));
    }

    [TestCase("a b.graphql", "{ __typename }", "'a b'")]
    [TestCase("x.json", "[]", "x.json")]
    [TestCase("x.json", """{"sha256:0000000000000000000000000000000000000000000000000000000000000000":"{ __typename }"}""", "sha256:0000")]
    public async Task What_is_wrong_in_the_folder_is_said_with_its_name(string file, string content, string named)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, file), content);
        var options = new TrustedDocumentOptions { Folder = _folder };
        Assert.That(() => new TrustedDocuments(Options.Create(options)), Throws.TypeOf<OptionsValidationException>().With.Message.Contains(named));
    }

    [Test]
    public void A_folder_that_is_not_there_is_said() => Assert.That(
        () => new TrustedDocuments(Options.Create(new TrustedDocumentOptions { Folder = Path.Combine(_folder, "findes-ikke") })),
        Throws.TypeOf<OptionsValidationException>().With.Message.Contains("findes-ikke"));

    [TestCase("application/json", 200)]
    [TestCase("application/graphql-response+json", 400)]
    public async Task A_name_that_nobody_knows_is_one_error_that_nobody_may_keep(string accept, int status)
    {
        await using var api = Api();
        var response = await api.AskAsync(new { documentId = "sha256:" + Hash(Own) }, accept);
        Assert.Multiple(() =>
        {
            Assert.That((response.StatusCode, HttpApi.CodeOf(response)), Is.EqualTo((status, "DOCUMENT_NOT_FOUND")));
            Assert.That(response.Headers.CacheControl.ToString(), Is.EqualTo("no-store"));
        });
    }

    [Test]
    public async Task A_document_with_another_ones_name_is_refused()
    {
        await using var api = Api();
        Assert.That(HttpApi.CodeOf(await api.AskAsync(new { documentId = "titel", query = Own })), Is.EqualTo("BAD_REQUEST"));
        Assert.That(HttpApi.CodeOf(await api.AskAsync(new { documentId = "titel", query = Trusted })), Is.Null);
        Assert.That(
            HttpApi.CodeOf(await api.AskAsync(new { documentId = "sha256:" + Hash(Trusted), query = Own })), Is.EqualTo("PERSISTED_QUERY_HASH_MISMATCH"));
    }

    [Test]
    public async Task Where_only_trusted_documents_pass_others_do_not()
    {
        await using var api = Api((TrustedDocumentOptions.Section + ":Only", "true"));
        var stranger = await api.AskAsync(new { query = Own });
        Assert.Multiple(() =>
        {
            Assert.That((stranger.StatusCode, HttpApi.CodeOf(stranger)), Is.EqualTo((403, "DOCUMENT_NOT_TRUSTED")));
            Assert.That(CodeOf(api.AskAsync(new { query = Trusted })), Is.Null, "the same bytes are the same document");
            Assert.That(CodeOf(api.AskAsync(new { documentId = "titel" })), Is.Null);
            Assert.That(CodeOf(api.AskAsync(Persisted(Own))), Is.EqualTo("PERSISTED_QUERY_NOT_SUPPORTED"));
            Assert.That(CodeOf(api.AskAsync(Persisted(Own, withDocument: true))), Is.EqualTo("DOCUMENT_NOT_TRUSTED"));
        });
    }

    [Test]
    public async Task A_document_that_was_sent_once_need_only_be_named()
    {
        await using var api = Api();
        var miss = await api.AskAsync(Persisted(Own));
        Assert.Multiple(() =>
        {
            Assert.That((miss.StatusCode, HttpApi.CodeOf(miss)), Is.EqualTo((200, "PERSISTED_QUERY_NOT_FOUND")));
            Assert.That(HttpApi.Read(miss).RootElement.GetProperty("errors")[0].GetProperty("message").GetString(), Is.EqualTo("PersistedQueryNotFound"));
            Assert.That(miss.Headers.CacheControl.ToString(), Is.EqualTo("no-store"));
        });
        Assert.That(HttpApi.CodeOf(await api.AskAsync(Persisted(Own, withDocument: true))), Is.Null);
        Assert.That(HttpApi.CodeOf(await api.AskAsync(Persisted(Own))), Is.Null);
        Assert.That(HttpApi.CodeOf(await api.AskAsync(new { documentId = "sha256:" + Hash(Own) })), Is.Null, "by either name");
    }

    [Test]
    public async Task A_trusted_document_is_known_by_its_hash_from_the_start()
    {
        await using var api = Api();
        Assert.That(HttpApi.CodeOf(await api.AskAsync(Persisted(Trusted))), Is.Null);
    }

    [Test]
    public async Task A_hash_that_is_not_the_documents_is_refused_and_keeps_nothing()
    {
        await using var api = Api();
        var response = await api.AskAsync(new { query = Own, extensions = new { persistedQuery = new { version = 1, sha256Hash = Hash(Trusted + " ") } } });
        Assert.That((response.StatusCode, HttpApi.CodeOf(response)), Is.EqualTo((400, "PERSISTED_QUERY_HASH_MISMATCH")));
        Assert.That(api.Service<PersistedQueryStore>().Bytes, Is.Zero);
    }

    [Test]
    public async Task Another_version_of_the_protocol_is_not_understood()
    {
        await using var api = Api();
        Assert.That(
            HttpApi.CodeOf(await api.AskAsync(new { extensions = new { persistedQuery = new { version = 2, sha256Hash = Hash(Own) } } })),
            Is.EqualTo("PERSISTED_QUERY_NOT_SUPPORTED"));
        Assert.That(HttpApi.CodeOf(await api.AskAsync(new { extensions = new { persistedQuery = new { version = 1, sha256Hash = "short" } } })), Is.EqualTo("BAD_REQUEST"));
    }

    [Test]
    public async Task A_document_that_is_not_valid_is_not_kept()
    {
        await using var api = Api();
        Assert.That(HttpApi.CodeOf(await api.AskAsync(Persisted("{ nothing }", withDocument: true))), Is.EqualTo("FieldsOnCorrectType").Or.Not.Null);
        Assert.That(api.Service<PersistedQueryStore>().Bytes, Is.Zero);
    }

    private static HttpApi Api(params (string Name, string Value)[] settings) =>
        new(more: services => services.AddTrustedDocument("titel", Trusted), settings: settings);

    private static string? CodeOf(Task<Microsoft.AspNetCore.Http.HttpResponse> response) => HttpApi.CodeOf(response.GetAwaiter().GetResult());

    private static object Persisted(string document, bool withDocument = false) => withDocument
        ? new { query = document, extensions = new { persistedQuery = new { version = 1, sha256Hash = Hash(document) } } }
        : new { extensions = new { persistedQuery = new { version = 1, sha256Hash = Hash(document) } } };

    private static string Hash(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
}
