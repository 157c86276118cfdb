using Hedensted.Content.Model;
using Hedensted.Content.Storage.Users;
using Hedensted.Content.Tests.Support;
using Hedensted.Content.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Users;

/// <summary>The people behind the backoffice, on both databases.</summary>
internal sealed class UserStoreTests(TestProvider provider) : OnBothDatabases(provider)
{
    private UserStore Users => Site.Services.GetRequiredService<UserStore>();

    [Test]
    public async Task Every_property_of_a_user_has_a_column()
    {
        await using var context = Site.Services.GetRequiredService<UserDatabase>().Open();
        foreach (var entity in context.Model.GetEntityTypes())
        {
            var columns = string.Join(", ", entity.GetProperties().Select(property => $"\"{property.GetColumnName()}\""));
            var statement = $"SELECT {columns} FROM \"{entity.GetTableName()}\" WHERE 1 = 0";
            Assert.That(async () => await context.Database.ExecuteSqlRawAsync(statement), Throws.Nothing, entity.Name);
        }
    }

    [Test]
    public async Task A_user_comes_back_as_saved_and_is_found_without_regard_to_case()
    {
        var user = Person("Rikke.Redaktor@Example.dk") with { DocumentStartNodeKeys = [Guid.NewGuid()], GroupKeys = [UserGroup.AdministratorsKey] };
        Assert.That(await Users.AddAsync(user, "hash", default), Is.True);

        var found = await Users.FindCredentialsAsync(" rikke.redaktor@EXAMPLE.dk ", default);

        Assert.That(found!.PasswordHash, Is.EqualTo("hash"));
        Assert.That(found.User.DocumentStartNodeKeys, Is.EqualTo(user.DocumentStartNodeKeys));
        Assert.That(found.User.GroupKeys, Is.EqualTo(user.GroupKeys));
        Assert.That(found.User.CreateDate, Is.EqualTo(user.CreateDate));
        Assert.That(await Users.AddAsync(Person("RIKKE.redaktor@example.dk"), null, default), Is.False, "the address is taken");
    }

    [Test]
    public async Task A_password_a_language_and_a_sign_in_are_remembered()
    {
        var user = Person("sune@example.dk");
        await Users.AddAsync(user, "weak", default);

        await Users.RecordLoginAsync(user.Key, "strong", Site.Start.AddHours(1), default);
        await Users.SetLanguageAsync(user.Key, "en", Site.Start.AddHours(2), default);
        var credentials = await Users.FindCredentialsAsync(user.Email, default);
        Assert.That(credentials!.PasswordHash, Is.EqualTo("strong"));
        Assert.That(credentials.User.LanguageIsoCode, Is.EqualTo("en"));
        Assert.That(credentials.User.LastLoginDate, Is.EqualTo(Site.Start.AddHours(1)));

        await Users.RecordLoginAsync(user.Key, null, Site.Start.AddHours(4), default);
        Assert.That((await Users.FindCredentialsAsync(user.Email, default))!.PasswordHash, Is.EqualTo("strong"));
    }

    [Test]
    public async Task Of_many_first_users_at_the_same_time_on_two_servers_one_is_made()
    {
        var other = await Site.OpenAnotherAsync();
        var elsewhere = other.Services.GetRequiredService<UserStore>();

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() =>
            (number % 2 == 0 ? Users : elsewhere).AddFirstAsync(Person($"nummer{number}@example.dk"), null, default))));

        Assert.That(made.Count(won => won), Is.EqualTo(1));
        await other.StopAsync();
    }

    [Test]
    public async Task Of_many_users_with_one_address_at_the_same_time_one_is_made()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Users.AddAsync(Person("ens@example.dk"), null, default))));
        Assert.That(made.Count(won => won), Is.EqualTo(1));
    }

    [Test]
    public async Task Two_servers_that_start_at_once_make_the_groups_once_and_leave_them_as_they_were_made()
    {
        var other = await Site.OpenAnotherAsync();
        var group = new UserGroup { Key = Guid.NewGuid(), Alias = "vikarer", Name = "Vikarer" };

        await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(() =>
            (number % 2 == 0 ? Users : other.Services.GetRequiredService<UserStore>()).AddMissingGroupsAsync([group], default))));
        await Users.AddMissingGroupsAsync([group with { Name = "Et andet navn" }], default);

        Assert.That((await Users.FindGroupsAsync([group.Key, Guid.NewGuid()], default)).Single().Name, Is.EqualTo("Vikarer"));
        await other.StopAsync();
    }

    [Test]
    public async Task Preparing_twice_keeps_the_users()
    {
        var user = Person("bliver@example.dk");
        await Users.AddAsync(user, null, default);

        await ContentStartup.PrepareAsync(Site.Services, default);

        Assert.That(await Users.FindAsync(user.Key, default), Is.Not.Null);
        Assert.That(await Users.AnyAsync(default), Is.True);
    }

    internal static User Person(string email) => new() { Key = Guid.NewGuid(), Name = email, Email = email, CreateDate = Site.Start, UpdateDate = Site.Start };
}
