using Hedensted.Content.Changes;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Users;
using Hedensted.Content.Tests.Support;
using Hedensted.Content.Users;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Users;

/// <summary>A database file in trouble while somebody signs in.</summary>
public class UserStorageFailureTests
{
    private Site _site = null!;

    private UserStore Users => _site.Services.GetRequiredService<UserStore>();

    private StorageSettings Settings => _site.Services.GetRequiredService<StorageSettings>();

    [SetUp]
    public async Task Open() => _site = await Site.OpenAsync(TestProvider.Sqlite);

    [TearDown]
    public async Task Close() => await _site.DisposeAsync();

    [Test]
    public async Task A_database_that_another_program_holds_is_reported_as_locked_and_can_still_be_read()
    {
        var user = UserStoreTests.Person("rikke@example.dk");
        await Users.AddAsync(user, "hash", default);
        await using var other = new SqliteConnection(Settings.ConnectionString);
        await other.OpenAsync();
        await using var holding = other.BeginTransaction(deferred: false);

        var thrown = Assert.ThrowsAsync<StorageUnavailableException>(() => Users.SetLanguageAsync(user.Key, "en", Site.Start, default));

        Assert.That(thrown!.Problem, Is.EqualTo(StorageProblem.DatabaseLocked));
        Assert.That(await Users.FindAsync(user.Key, default), Is.Not.Null);
        await holding.RollbackAsync();
        await Users.SetLanguageAsync(user.Key, "en", Site.Start, default);
        Assert.That((await Users.FindAsync(user.Key, default))!.LanguageIsoCode, Is.EqualTo("en"));
    }

    [Test]
    public async Task A_full_disk_is_reported_and_nobody_is_half_made()
    {
        var database = _site.Services.GetRequiredService<UserDatabase>();
        var user = UserStoreTests.Person("fuld@example.dk") with { Name = new string('y', 400_000) };

        var thrown = Assert.ThrowsAsync<StorageUnavailableException>(() => database.WriteAsync(
            async context =>
            {
                // As small as it is now: the next page is one too many, just as on a full disk.
                await context.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1");
                context.Users.Add(user.ToRow(null));
                return true;
            },
            default));

        Assert.That(thrown!.Problem, Is.EqualTo(StorageProblem.DiskFull));
        Assert.That(await Users.AnyAsync(default), Is.False);
    }

    [Test]
    public async Task A_file_that_is_no_database_is_reported_as_damaged()
    {
        var file = Path.Combine(Path.GetDirectoryName(Settings.SqliteFile!)!, "andet.sqlite");
        await File.WriteAllTextAsync(file, new string('x', 8192));
        var settings = new StorageSettings(StorageProvider.Sqlite, $"Data Source={file};Pooling=False");
        using var queue = new WriteQueue(settings);
        var users = new UserStore(new UserDatabase(settings, queue, new SaveSignal(), new ActingUser(), TimeProvider.System));

        Assert.That(
            Assert.ThrowsAsync<StorageUnavailableException>(() => users.AnyAsync(default))!.Problem, Is.EqualTo(StorageProblem.Damaged));
    }

    [Test]
    public async Task A_sign_in_waits_for_an_import_instead_of_failing()
    {
        var user = UserStoreTests.Person("venter@example.dk");
        var content = _site.Services.GetRequiredService<ContentDatabase>();

        // The import holds the file's lock here: whoever reached for it would not wait but stand still on this thread, and fail.
        var signingIn = await content.WriteAsync(
            session =>
            {
                var waiting = Users.AddAsync(user, null, default);
                Assert.That(waiting.IsCompleted, Is.False);
                return Task.FromResult(waiting);
            },
            default);

        Assert.That(await signingIn, Is.True);
    }
}
