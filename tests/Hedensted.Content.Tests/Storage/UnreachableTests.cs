using Hedensted.Content.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Storage;

/// <summary>A database that is not there.</summary>
public class UnreachableTests
{
    [Test]
    public async Task A_server_that_does_not_answer_is_reported_as_unreachable()
    {
        var folder = Directory.CreateTempSubdirectory("hedensted-test-").FullName;
        await using var services = Services(folder, "Host=127.0.0.1;Port=1;Timeout=2", "Npgsql");

        var thrown = Assert.ThrowsAsync<StorageUnavailableException>(() => ContentStartup.PrepareAsync(services, default));

        Assert.That(thrown!.Problem, Is.EqualTo(StorageProblem.Unreachable));
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task A_provider_that_we_do_not_know_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("hedensted-test-").FullName;
        await using var services = Services(folder, "x", "MySql");

        Assert.That(() => services.GetRequiredService<StorageSettings>(), Throws.InvalidOperationException.With.Message.Contains("MySql"));
        Directory.Delete(folder, recursive: true);
    }

    private static ServiceProvider Services(string folder, string connection, string provider)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Hedensted:DataPath"] = folder,
            ["ConnectionStrings:umbracoDbDSN"] = connection,
            ["ConnectionStrings:umbracoDbDSN_ProviderName"] = provider,
        }).Build();
        return new ServiceCollection().AddLogging().AddHedenstedContent(configuration).BuildServiceProvider();
    }
}
