using Hedensted.Testing;

namespace Hedensted.Cms.Tests.PublicApi;

/// <summary>The real program, for the clients of this namespace.</summary>
[SetUpFixture]
public class RunningSite
{
    /// <summary>The site.</summary>
    public static CmsProcess Cms { get; private set; } = null!;

    /// <summary>The address of the API.</summary>
    public static string Address => new Uri(Cms.Address, "/graphql").ToString();

    /// <summary>A client of it.</summary>
    public static HttpClient Http { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        Http = new HttpClient();
        Cms = await CmsProcess.StartAsync();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        Http.Dispose();
        var folder = Cms.DataPath;
        await Cms.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
