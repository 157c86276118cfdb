using Hedensted.Cms.Auth;
using Hedensted.Cms.Backoffice;
using Hedensted.Cms.Management;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Media;
using Hedensted.Cms.Management.Manifest;
using Hedensted.Cms.Management.Server;
using Hedensted.Cms.Management.User;
using Hedensted.Content;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hedensted.Cms.Tests.Auth;

/// <summary>The rooms that sign-in needs and no others, the content engine for its database, on a database of its own, with a clock that stands still.</summary>
internal sealed class AuthHost : IAsyncDisposable
{
    public const string Email = "rikke@hedensted.example";
    public const string Password = "en rigtig lang sætning";

    private readonly WebApplication _app;
    private readonly string _folder;

    private AuthHost(WebApplication app, string folder, ManualTime time)
    {
        _app = app;
        _folder = folder;
        Time = time;
    }

    public ManualTime Time { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="settings">Configuration on top of the first user's; an empty e-mail leaves the site without users.</param>
    public static async Task<AuthHost> StartAsync(params (string Key, string? Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("hedensted-auth-").FullName;
        var time = new ManualTime();
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Hedensted:DataPath"] = folder,
            ["ConnectionStrings:umbracoDbDSN"] = "Data Source=|DataDirectory|/test.sqlite;Pooling=False",
            ["ConnectionStrings:umbracoDbDSN_ProviderName"] = "Microsoft.Data.Sqlite",
            ["Umbraco:CMS:Unattended:UnattendedUserName"] = "Rikke Redaktør",
            ["Umbraco:CMS:Unattended:UnattendedUserEmail"] = Email,
            ["Umbraco:CMS:Unattended:UnattendedUserPassword"] = Password,
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => setting.Value));
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddHedenstedContent(builder.Configuration).AddBackofficeAuth(builder.Configuration).AddBackoffice(builder.Configuration);
        builder.Services.AddManagement(builder.Configuration).AddMedia(builder.Configuration);
        builder.Services.AddSingleton(_ => new Passwords(iterations: 1_000));

        var app = builder.Build();
        app.MapBackofficeAuth();
        var management = app.MapGroup(ManagementRoom.Root).RequireAuthorization(Policies.BackOfficeAccess);
        management.MapPeople();
        management.MapServer();
        management.MapManifests();
        app.MapUnknownOperations();
        app.MapBackoffice();
        await ContentStartup.PrepareAsync(app.Services, CancellationToken.None);
        await app.StartAsync();
        return new AuthHost(app, folder, time);
    }

    /// <summary>A browser that has never been here.</summary>
    public AuthBrowser NewBrowser()
    {
        var server = _app.GetTestServer();
        server.BaseAddress = new Uri("https://cms.hedensted.example");
        return new AuthBrowser(server.CreateClient());
    }

    public async ValueTask DisposeAsync()
    {
        // What runs in the background writes until it has stopped.
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>A clock that moves when it is told to.</summary>
internal sealed class ManualTime : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private TimeSpan _passed;
    private TimeSpan _set;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Start + _passed + _set;

    public override long GetTimestamp() => _passed.Ticks;

    /// <summary>So much time goes by.</summary>
    public void Advance(TimeSpan by) => _passed += by;

    /// <summary>Somebody sets the clock, ahead or back; no time goes by.</summary>
    public void Set(TimeSpan by) => _set += by;
}
