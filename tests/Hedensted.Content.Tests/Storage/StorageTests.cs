using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Users;
using Hedensted.Content.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Storage;

/// <summary>The tables themselves.</summary>
internal sealed class StorageTests(TestProvider provider) : OnBothDatabases(provider)
{
    [Test]
    public async Task Every_property_of_the_model_has_a_column()
    {
        await using var context = await Site.Services.GetRequiredService<IDbContextFactory<ContentDbContext>>().CreateDbContextAsync();
        foreach (var entity in context.Model.GetEntityTypes())
        {
            var columns = string.Join(", ", entity.GetProperties().Select(property => $"\"{property.GetColumnName()}\""));
            var statement = $"SELECT {columns} FROM \"{entity.GetTableName()}\" WHERE 1 = 0";
            Assert.That(async () => await context.Database.ExecuteSqlRawAsync(statement), Throws.Nothing, entity.Name);
        }
    }

    [Test]
    public async Task A_start_that_finds_the_newest_migration_need_not_look_for_others()
    {
        await using var content = await Site.Services.GetRequiredService<IDbContextFactory<ContentDbContext>>().CreateDbContextAsync();
        await using var users = Site.Services.GetRequiredService<UserDatabase>().Open();
        Assert.Multiple(() =>
        {
            Assert.That(content.Database.GetMigrations().Last(), Is.EqualTo(ContentDbContext.NewestMigration));
            Assert.That(users.Database.GetMigrations().Last(), Is.EqualTo(UsersContext.NewestMigration));
        });
    }

    [Test]
    public async Task Preparing_twice_changes_nothing()
    {
        var home = await Site.HomeAsync();

        await ContentStartup.PrepareAsync(Site.Services, default);

        Assert.That(await Site.FindAsync(home), Is.Not.Null);
    }

    [Test]
    public async Task What_is_thrown_in_a_transaction_undoes_it()
    {
        var database = Site.Services.GetRequiredService<ContentDatabase>();
        var before = await Site.Feed.HeadAsync(default);

        Assert.That(
            () => database.WriteAsync<bool>(
                session =>
                {
                    session.Changed(Content.Changes.ChangeSubject.Document, Guid.NewGuid());
                    throw new InvalidOperationException("halfway");
                },
                default),
            Throws.InvalidOperationException);

        Assert.That(await Site.Feed.HeadAsync(default), Is.EqualTo(before));
        Assert.That((await Site.HomeAsync()), Is.Not.EqualTo(Guid.Empty));
    }
}
