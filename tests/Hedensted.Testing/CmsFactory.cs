using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Testing;

/// <summary>The whole host inside the test's process, on a database and data folder of its own.</summary>
public sealed class CmsFactory : WebApplicationFactory<Program>
{
    private readonly string _dataPath = CmsProcess.NewFolder();
    private readonly List<(string Name, string Value)> _settings = [];
    private TimeProvider? _clock;

    /// <summary>Adds configuration; before the first request.</summary>
    public CmsFactory With(string name, string value)
    {
        _settings.Add((name, value));
        return this;
    }

    /// <summary>Runs the host by this clock; before the first request.</summary>
    public CmsFactory By(TimeProvider clock)
    {
        _clock = clock;
        return this;
    }

    /// <summary>A service of the host, for what cannot be done over HTTP.</summary>
    public T Service<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A person at the backoffice's keyboard, signed in the way a browser is.</summary>
    public Task<Editor> SignInAsync(string email = CmsProcess.AdministratorEmail, string password = CmsProcess.AdministratorPassword) =>
        Editor.SignInAsync(Server.CreateHandler(), new Uri("https://localhost"), email, password);

    /// <summary>Somebody who is not signed in.</summary>
    public HttpClient Stranger() => new(Server.CreateHandler()) { BaseAddress = new Uri("https://localhost") };

    /// <summary>Adds types or content to the site, as an import would.</summary>
    public Task AddAsync(SiteChanges changes) => Service<SiteStore>().ApplyAsync(changes, null, CancellationToken.None);

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        (string Name, string Value)[] defaults =
        [
            ("Hedensted:DataPath", _dataPath),
            ("Hedensted:USync:ExportOnSave", "false"),
            ("Umbraco:CMS:Unattended:UnattendedUserName", "Rikke Redaktør"),
            ("Umbraco:CMS:Unattended:UnattendedUserEmail", CmsProcess.AdministratorEmail),
            ("Umbraco:CMS:Unattended:UnattendedUserPassword", CmsProcess.AdministratorPassword),
        ];
        foreach (var (name, value) in defaults.Concat(_settings))
        {
            builder.UseSetting(name, value);
        }

        if (_clock is { } clock)
        {
            builder.ConfigureServices(services => services.AddSingleton(clock));
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        try
        {
            Directory.Delete(_dataPath, recursive: true);
        }
        catch (IOException)
        {
            // Something still writes its last line; the folder lies under the system's temporary folder and goes with it.
            Console.Error.WriteLine($"Left behind: {_dataPath}");
        }
    }
}
