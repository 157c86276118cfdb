using Hedensted.Testing;

namespace Hedensted.EndToEnd;

/// <summary>One running site for a fixture, with its examples, in a data folder of its own.</summary>
public abstract class SiteTests
{
    /// <summary>The running program.</summary>
    protected CmsProcess Cms { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartSiteAsync() => Cms = await CmsProcess.StartAsync();

    [OneTimeTearDown]
    public async Task StopSiteAsync()
    {
        if (Cms is not null)
        {
            await Cms.DisposeAsync();
            Directory.Delete(Cms.DataPath, recursive: true);
        }
    }

    /// <summary>An address on the site.</summary>
    protected string At(string path) => new Uri(Cms.Address, path).ToString();

    /// <summary>Signs in over the protocol, without a browser.</summary>
    protected Task<BackofficeSession> SignInAsync() => BackofficeSession.SignInAsync(Cms.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);
}
