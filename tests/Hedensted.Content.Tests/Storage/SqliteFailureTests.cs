using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Storage;

/// <summary>A database file in trouble.</summary>
public class SqliteFailureTests
{
    private Site _site = null!;

    [SetUp]
    public async Task Open() => _site = await Site.OpenAsync(TestProvider.Sqlite);

    [TearDown]
    public async Task Close() => await _site.DisposeAsync();

    [Test]
    public async Task A_database_that_another_program_holds_is_reported_as_locked()
    {
        var home = await _site.HomeAsync();
        await using var other = Connect();
        await other.OpenAsync();
        await using var holding = other.BeginTransaction(deferred: false);

        var thrown = Assert.ThrowsAsync<StorageUnavailableException>(() => _site.SaveAsync(home, Library.Content("Ny forside")));

        Assert.That(thrown!.Problem, Is.EqualTo(StorageProblem.DatabaseLocked));
        Assert.That(thrown.Advice, Does.Contain("prøv igen"));
        Assert.That((await _site.FindAsync(home)).Draft.NameIn(null), Is.EqualTo("Forside"), "reading goes on");
        await holding.RollbackAsync();
        Assert.That((await _site.SaveAsync(home, Library.Content("Ny forside"))).Succeeded, Is.True);
    }

    [Test]
    public async Task A_full_disk_is_reported_and_leaves_everything_as_it_was()
    {
        var home = await _site.HomeAsync();
        var database = _site.Services.GetRequiredService<ContentDatabase>();
        var text = Library.Content("Lang side", ("title", Library.String(new string('y', 400_000))));

        var thrown = Assert.ThrowsAsync<StorageUnavailableException>(() => database.WriteAsync(
            async session =>
            {
                // As small as it is now: the next page is one too many, just as on a full disk.
                await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(session.Context.Database, "PRAGMA max_page_count = 1");
                return await Content.Editing.Operations.NodeCreating.CreateAsync(
                    session, new CreateNode(Guid.NewGuid(), NodeKind.Document, Library.Page, home, text, null), default);
            },
            default));

        Assert.That(thrown!.Problem, Is.EqualTo(StorageProblem.DiskFull));
        Assert.That((await _site.Tree.ChildrenAsync(NodeKind.Document, home, 0, 10, default)).Total, Is.Zero);
    }

    private SqliteConnection Connect() => new(_site.Services.GetRequiredService<StorageSettings>().ConnectionString);
}
