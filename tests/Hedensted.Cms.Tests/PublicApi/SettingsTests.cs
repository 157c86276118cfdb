using System.Net.Http.Json;
using System.Text.Json;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.PublicApi;

/// <summary>What an operator sets, and what the program says when it cannot be.</summary>
public class SettingsTests
{
    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = CmsProcess.NewFolder();

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task The_operators_own_documents_are_asked_by_their_names()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "huse.graphql"), "{ branches { title } }");
        await using var cms = await CmsProcess.StartAsync(settings: [("Hedensted:GraphQL:TrustedDocuments:Folder", _folder), ("Hedensted:GraphQL:TrustedDocuments:Only", "true")]);
        using var http = new HttpClient { BaseAddress = cms.Address };
        var named = await http.GetFromJsonAsync<JsonElement>("/graphql/huse");
        Assert.That(named.GetProperty("data").GetProperty("branches").GetArrayLength(), Is.Positive);
        using var stranger = await http.PostAsJsonAsync("/graphql", new { query = "{ site { title } }" });
        Assert.That((int)stranger.StatusCode, Is.EqualTo(403));
        Assert.That(await http.GetStringAsync("/"), Does.Contain("<h1"), "the site itself is not held back");
    }

    [TestCase("Hedensted:GraphQL:TrustedDocuments:Folder", "/findes/ikke", "/findes/ikke")]
    [TestCase("Hedensted:GraphQL:Budget:MaxClients", "0", "MaxClients")]
    [TestCase("Hedensted:GraphQL:Budget:Keys:app:Sha256", "hemmelig", "Sha256")]
    [TestCase("Hedensted:GraphQL:Streams:KeepAliveSeconds", "0", "KeepAliveSeconds")]
    public void A_setting_that_cannot_be_is_said_in_a_sentence(string name, string value, string said)
    {
        var refused = Assert.ThrowsAsync<InvalidOperationException>(() => CmsProcess.StartAsync(settings: (name, value)));
        Assert.That(refused!.Message, Does.Contain(said).And.Contain("Ret den, og start igen.").And.Not.Contain("   at "));
    }
}
