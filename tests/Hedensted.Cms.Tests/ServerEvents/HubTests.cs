using System.Net;
using System.Text.Json;
using Hedensted.Bibliotek;
using Hedensted.Cms.Tests.PublicApi;
using Hedensted.Testing;
using Microsoft.Data.Sqlite;

namespace Hedensted.Cms.Tests.ServerEvents;

/// <summary>Open backoffices are told what others save: with the SignalR client that the backoffice carries, against the real program.</summary>
public class HubTests
{
    private const string Script = "../../ServerEvents/hub.mjs";
    private static readonly Guid Term = new("cfcfa0f7-fcd5-5fac-bac8-1d0c7d36f963");
    private CmsProcess _site = null!;
    private BackofficeSession _rikke = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _site = await CmsProcess.StartAsync();
        _rikke = await BackofficeSession.SignInAsync(_site.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _rikke?.Dispose();
        await _site.DisposeAsync();
        Directory.Delete(_site.DataPath, recursive: true);
    }

    [Test]
    public async Task A_colleagues_rename_is_told_in_Umbracos_words()
    {
        await using var listener = await ListenAsync(_rikke);
        using var sune = await _site.ColleagueAsync("Sune");
        var key = Guid.NewGuid();
        using var created = await sune.CallAsync(HttpMethod.Post, "/document", Body(key, "Før"));
        Assert.That(await TellsAsync(listener, key), Is.EqualTo(("Umbraco:CMS:Document", "Created")));
        using var renamed = await sune.CallAsync(HttpMethod.Put, $"/document/{key}", Body(key, "Efter"));
        Assert.That(renamed.IsSuccessStatusCode);
        Assert.That(await TellsAsync(listener, key), Is.EqualTo(("Umbraco:CMS:Document", "Updated")));
        using var trashed = await sune.CallAsync(HttpMethod.Put, $"/document/{key}/move-to-recycle-bin");
        Assert.That(await TellsAsync(listener, key), Is.EqualTo(("Umbraco:CMS:Document", "Trashed")));
        using var deleted = await sune.CallAsync(HttpMethod.Delete, $"/document/{key}");
        Assert.That(await TellsAsync(listener, key), Is.EqualTo(("Umbraco:CMS:Document", "Deleted")));
    }

    [Test]
    public async Task The_news_comes_before_the_answer()
    {
        await using var listener = await ListenAsync(_rikke);
        for (var round = 0; round < 5; round++)
        {
            var key = Guid.NewGuid();
            await listener.SendAsync(new { method = "POST", path = "document", body = Body(key, $"Runde {round}") });
            JsonElement line;
            do
            {
                line = await listener.ReadAsync();
            }
            while (!line.TryGetProperty("answered", out _));

            Assert.That(line.GetProperty("answered").GetInt32(), Is.EqualTo(201));
            Assert.That(line.GetProperty("toldBefore").EnumerateArray().Select(told => told.GetGuid()), Does.Contain(key));
        }
    }

    [Test]
    public async Task Another_process_on_the_same_database_is_heard_too()
    {
        await using var listener = await ListenAsync(_rikke);
        var (exitCode, output) = await CmsProcess.RunCommandAsync(_site.DataPath, "examples", "remove");
        Assert.That(exitCode, Is.Zero, output);
        JsonElement line;
        do
        {
            line = await listener.ReadAsync();
        }
        while (!(line.TryGetProperty("eventType", out var type) && type.GetString() == "Deleted") && !line.TryGetProperty("closed", out _));
    }

    [Test]
    public async Task Who_signs_out_is_cut_off()
    {
        using var sune = await _site.ColleagueAsync("Sune");
        await using var listener = await ListenAsync(sune);
        using var revoked = await sune.CallAsync(HttpMethod.Post, "/security/back-office/revoke", new FormUrlEncodedContent([]));
        Assert.That(await IsClosedAsync(listener));
    }

    [Test]
    public async Task Who_is_blocked_is_cut_off()
    {
        using var sune = await _site.ColleagueAsync("Sune");
        var me = await sune.ReadAsync("/user/current");
        await using var listener = await ListenAsync(sune);
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(_site.DataPath, "hedensted.sqlite")};Pooling=False"))
        {
            await database.OpenAsync();
            await using var block = database.CreateCommand();
            block.CommandText = "UPDATE users SET State = 'Disabled' WHERE Email = $email";
            block.Parameters.AddWithValue("$email", me!["email"]!.GetValue<string>());
            Assert.That(await block.ExecuteNonQueryAsync(), Is.EqualTo(1));
        }

        Assert.That(await IsClosedAsync(listener));
    }

    [Test]
    public async Task Strangers_and_other_sites_pages_hear_nothing()
    {
        using var stranger = new HttpClient { BaseAddress = _site.Address };
        using var negotiation = await stranger.PostAsync(new Uri("/umbraco/serverEventHub/negotiate?negotiateVersion=1", UriKind.Relative), null);
        Assert.That(negotiation.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));

        var foreign = await NodeClient.RunAsync(null, Script, _site.Address.ToString(), _rikke.Cookies, "https://example.com");
        Assert.That(foreign.Single().GetProperty("refused").GetInt32(), Is.EqualTo(401));
        var own = await NodeClient.RunAsync(null, Script, _site.Address.ToString(), _rikke.Cookies, _site.Address.GetLeftPart(UriPartial.Authority));
        Assert.That(own.Single().GetProperty("open").GetBoolean(), Is.True);
    }

    private async Task<NodeClient> ListenAsync(BackofficeSession session)
    {
        var client = NodeClient.Start(Script, _site.Address.ToString(), session.Cookies);
        var first = await client.ReadAsync();
        Assert.That(first.TryGetProperty("connected", out _), Is.True, first.ToString());
        return client;
    }

    private static async Task<(string Source, string Type)> TellsAsync(NodeClient listener, Guid key)
    {
        while (true)
        {
            var line = await listener.ReadAsync();
            if (line.TryGetProperty("key", out var told) && told.GetGuid() == key)
            {
                return (line.GetProperty("eventSource").GetString()!, line.GetProperty("eventType").GetString()!);
            }
        }
    }

    private static async Task<bool> IsClosedAsync(NodeClient listener)
    {
        while (true)
        {
            if ((await listener.ReadAsync()).TryGetProperty("closed", out _))
            {
                return true;
            }
        }
    }

    private static object Body(Guid key, string name) => new
    {
        id = key,
        parent = new { id = StartingSite.Terms },
        documentType = new { id = Term },
        template = (object?)null,
        values = new[] { new { alias = "title", value = name, culture = (string?)null, segment = (string?)null } },
        variants = new[] { new { culture = (string?)null, segment = (string?)null, name } },
    };
}
