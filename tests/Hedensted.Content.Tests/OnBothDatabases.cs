using Hedensted.Content.Tests.Support;

namespace Hedensted.Content.Tests;

/// <summary>Tests of a running site, once on each database.</summary>
[TestFixture(TestProvider.Sqlite)]
[TestFixture(TestProvider.PostgreSql)]
internal abstract class OnBothDatabases(TestProvider provider)
{
    private Site? _site;

    protected Site Site => _site!;

    [SetUp]
    public async Task Open() => _site = await Site.OpenAsync(provider);

    [TearDown]
    public async Task Close()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
            _site = null;
        }
    }
}
