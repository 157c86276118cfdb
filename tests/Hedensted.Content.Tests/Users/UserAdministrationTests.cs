using Hedensted.Content.Model;
using Hedensted.Content.Tests.Support;
using Hedensted.Content.Users;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Hedensted.Content.Tests.Users;

/// <summary>Changing colleagues and groups, on both databases: all of it or nothing, and never without an administrator.</summary>
internal sealed class UserAdministrationTests(TestProvider provider) : OnBothDatabases(provider)
{
    private static readonly UserGroup Administrators = new() { Key = UserGroup.AdministratorsKey, Alias = "admin", Name = "Administratorer" };
    private static readonly UserGroup Writers = new() { Key = Guid.NewGuid(), Alias = "skriver", Name = "Skrivere" };

    private UserStore Users => Site.Services.GetRequiredService<UserStore>();

    private UserGroupStore Groups => Site.Services.GetRequiredService<UserGroupStore>();

    private UserAdministration Administration => Site.Services.GetRequiredService<UserAdministration>();

    private User _first = null!;

    [SetUp]
    public async Task Begin()
    {
        _first = UserStoreTests.Person($"{Guid.NewGuid():N}@example.dk") with { GroupKeys = [UserGroup.AdministratorsKey] };
        await Users.AddMissingGroupsAsync([Administrators, Writers], default);
        await Users.AddAsync(_first, "hash", default);
    }

    [Test]
    public async Task The_last_administrator_cannot_be_closed_deleted_or_given_other_groups_but_the_last_but_one_can()
    {
        var now = Site.Start;
        Assert.Multiple(async () =>
        {
            Assert.That(await Administration.DisableAsync([_first.Key], now, default), Is.EqualTo(UserOperationStatus.AdminUserGroupMustNotBeEmpty));
            Assert.That(await Administration.DeleteAsync([_first.Key], default), Is.EqualTo(UserOperationStatus.AdminUserGroupMustNotBeEmpty));
            Assert.That(await Administration.SetGroupsAsync([_first.Key], [Writers.Key], now, default), Is.EqualTo(UserOperationStatus.AdminUserGroupMustNotBeEmpty));
            Assert.That(await Groups.RemoveMembersAsync(Administrators.Key, [_first.Key], now, default), Is.EqualTo(UserGroupOperationStatus.AdminGroupCannotBeEmpty));
        });
        var untouched = await Users.FindAsync(_first.Key, default);
        Assert.That(untouched!.State, Is.EqualTo(UserState.Active));
        Assert.That(untouched.GroupKeys, Is.EqualTo(_first.GroupKeys));

        var second = UserStoreTests.Person($"{Guid.NewGuid():N}@example.dk") with { GroupKeys = [UserGroup.AdministratorsKey] };
        Assert.That(await Administration.AddAsync(second, "hash", default), Is.EqualTo(UserOperationStatus.Success));
        Assert.That(await Administration.DisableAsync([_first.Key], now, default), Is.EqualTo(UserOperationStatus.Success));
    }

    [Test]
    public async Task Two_administrators_who_close_each_other_at_the_same_moment_do_not_both_succeed()
    {
        var second = UserStoreTests.Person($"{Guid.NewGuid():N}@example.dk") with { GroupKeys = [UserGroup.AdministratorsKey] };
        await Administration.AddAsync(second, "hash", default);

        var answers = await Task.WhenAll(
            Task.Run(() => Administration.DisableAsync([_first.Key], Site.Start, default)),
            Task.Run(() => Administration.DisableAsync([second.Key], Site.Start, default)));

        Assert.That(answers, Is.EquivalentTo(new[] { UserOperationStatus.Success, UserOperationStatus.AdminUserGroupMustNotBeEmpty }));
    }

    [Test]
    public async Task Closing_an_account_ends_its_sessions_and_a_new_password_ends_all_but_one()
    {
        var sessions = Site.Services.GetRequiredService<SessionStore>();
        var user = UserStoreTests.Person($"{Guid.NewGuid():N}@example.dk") with { GroupKeys = [Writers.Key] };
        await Administration.AddAsync(user, "hash", default);
        var here = await StartAsync("here");
        await StartAsync("there");

        await Administration.SetPasswordAsync(user.Key, "other", here.Id, Site.Start, default);
        Assert.That(await sessions.FindByLoginAsync("here", Site.Start, default), Is.Not.Null);
        Assert.That(await sessions.FindByLoginAsync("there", Site.Start, default), Is.Null);

        await Administration.DisableAsync([user.Key], Site.Start, default);
        await Administration.EnableAsync([user.Key], Site.Start, default);
        Assert.That(await sessions.FindByLoginAsync("here", Site.Start, default), Is.Null, "an account that is opened again begins anew");

        async Task<Session> StartAsync(string login)
        {
            var session = new Session(Guid.NewGuid(), user.Key, Site.Start.AddHours(12)) { Secret = new byte[] { 1 } };
            await sessions.StartAsync(session, login, Site.Start, Site.Start.AddMinutes(20), default);
            return session;
        }
    }

    [Test]
    public async Task An_address_that_is_taken_and_a_group_that_is_gone_change_nothing()
    {
        var user = UserStoreTests.Person($"{Guid.NewGuid():N}@example.dk") with { GroupKeys = [Writers.Key] };
        await Administration.AddAsync(user, null, default);
        Assert.Multiple(async () =>
        {
            Assert.That(
                await Administration.UpdateAsync(user.Key, old => old with { Name = "Nyt", Email = _first.Email }, default), Is.EqualTo(UserOperationStatus.DuplicateEmail));
            Assert.That(
                await Administration.UpdateAsync(user.Key, old => old with { Name = "Nyt", GroupKeys = [Guid.NewGuid()] }, default),
                Is.EqualTo(UserOperationStatus.MissingUserGroup));
            Assert.That(await Administration.AddAsync(user, null, default), Is.EqualTo(UserOperationStatus.DuplicateId));
        });
        Assert.That((await Users.FindAsync(user.Key, default))!.Name, Is.EqualTo(user.Name));
    }

    [Test]
    public async Task Who_has_signed_in_is_never_deleted()
    {
        var user = UserStoreTests.Person($"{Guid.NewGuid():N}@example.dk") with { GroupKeys = [Writers.Key] };
        await Administration.AddAsync(user, "hash", default);
        await Users.RecordLoginAsync(user.Key, null, Site.Start, default);
        Assert.That(await Administration.DeleteAsync([user.Key], default), Is.EqualTo(UserOperationStatus.CannotDeleteUserWithLoginHistory));
    }

    [Test]
    public async Task A_group_comes_back_as_saved_and_leaves_its_members_when_it_is_deleted()
    {
        var group = new UserGroup
        {
            Key = Guid.NewGuid(),
            Alias = "prøve",
            Name = "Prøve",
            Description = "Til en prøve",
            Sections = ["Umb.Section.Content"],
            Permissions = ["Umb.Document.Read"],
            DocumentPermissions = [new(Guid.NewGuid(), ["Umb.Document.Publish"])],
            PropertyPermissions = [new(Guid.NewGuid(), Guid.NewGuid(), ["Umb.Document.PropertyValue.Read"])],
            OtherPermissions = [new("noget", ["andet"])],
            AllLanguages = false,
            Languages = ["da-DK"],
            MediaRootAccess = false,
        };
        Assert.That(await Groups.AddAsync(group, default), Is.EqualTo(UserGroupOperationStatus.Success));
        Assert.That(await Groups.AddAsync(group with { Key = Guid.NewGuid(), Alias = "PRØVE" }, default), Is.EqualTo(UserGroupOperationStatus.DuplicateAlias));
        var found = (await Users.FindGroupsAsync([group.Key], default)).Single();
        Assert.Multiple(() =>
        {
            Assert.That(found.DocumentPermissions.Single().Verbs, Is.EqualTo(new[] { "Umb.Document.Publish" }));
            Assert.That(found.PropertyPermissions.Single().PropertyKey, Is.EqualTo(group.PropertyPermissions[0].PropertyKey));
            Assert.That(found.OtherPermissions.Single().Context, Is.EqualTo("noget"));
            Assert.That(found.Description, Is.EqualTo(group.Description));
            Assert.That(found.Languages, Is.EqualTo(group.Languages));
        });

        await Groups.AddMembersAsync(group.Key, [_first.Key], Site.Start, default);
        Assert.That(await Groups.DeleteAsync([group.Key, Guid.NewGuid()], Site.Start, default), Is.EqualTo(UserGroupOperationStatus.NotFound));
        Assert.That((await Users.FindAsync(_first.Key, default))!.GroupKeys, Does.Contain(group.Key), "nothing was done");
        Assert.That(await Groups.DeleteAsync([group.Key], Site.Start, default), Is.EqualTo(UserGroupOperationStatus.Success));
        Assert.That((await Users.FindAsync(_first.Key, default))!.GroupKeys, Is.EqualTo(_first.GroupKeys));
    }

    [Test]
    public async Task The_groups_of_umbraco_itself_keep_alias_and_life()
    {
        Assert.Multiple(async () =>
        {
            Assert.That(await Groups.DeleteAsync([Administrators.Key], Site.Start, default), Is.EqualTo(UserGroupOperationStatus.CanNotDeleteIsSystemUserGroup));
            Assert.That(
                await Groups.UpdateAsync(Administrators with { Alias = "andet" }, default), Is.EqualTo(UserGroupOperationStatus.CanNotUpdateAliasIsSystemUserGroup));
            Assert.That(await Groups.UpdateAsync(Administrators with { Name = "Chefer" }, default), Is.EqualTo(UserGroupOperationStatus.Success));
        });
    }

    [Test]
    public async Task What_an_extension_remembers_is_its_users_own()
    {
        var store = Site.Services.GetRequiredService<UserDataStore>();
        var data = new UserData(Guid.NewGuid(), "faner", "forside", "{}");
        Assert.That(await store.AddAsync(_first.Key, data, default), Is.EqualTo(UserDataOperationStatus.Success));
        Assert.Multiple(async () =>
        {
            Assert.That(await store.AddAsync(_first.Key, data with { Key = Guid.NewGuid() }, default), Is.EqualTo(UserDataOperationStatus.AlreadyExists));
            Assert.That(await store.UpdateAsync(Guid.NewGuid(), data with { Value = "stjålet" }, default), Is.EqualTo(UserDataOperationStatus.NotFound));
            Assert.That(await store.DeleteAsync(Guid.NewGuid(), data.Key, default), Is.EqualTo(UserDataOperationStatus.NotFound));
            Assert.That(await store.FindAsync(_first.Key, ["faner"], [], default), Is.EqualTo(new[] { data }));
            Assert.That(await store.FindAsync(_first.Key, ["andet"], [], default), Is.Empty);
        });
    }
}
