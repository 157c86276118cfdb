using Hedensted.Content.Model;
using Hedensted.Content.Tests.Support;
using Hedensted.Content.Users;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Hedensted.Content.Tests.Users;

/// <summary>The journal of users and groups, on both databases: written with what it is about, or not at all.</summary>
internal sealed class UserJournalTests(TestProvider provider) : OnBothDatabases(provider)
{
    private static readonly UserGroup Administrators = new() { Key = UserGroup.AdministratorsKey, Alias = "admin", Name = "Administratorer" };
    private static readonly UserGroup Writers = new() { Key = Guid.NewGuid(), Alias = "skriver", Name = "Skrivere", Permissions = ["Umb.Document.Read"] };

    private User _administrator = null!;
    private User _colleague = null!;

    private UserAdministration Administration => Get<UserAdministration>();

    private UserGroupStore Groups => Get<UserGroupStore>();

    [SetUp]
    public async Task Begin()
    {
        _administrator = UserStoreTests.Person($"{Guid.NewGuid():N}@example.dk") with { GroupKeys = [UserGroup.AdministratorsKey] };
        _colleague = UserStoreTests.Person($"{Guid.NewGuid():N}@example.dk") with { Name = "Karen Kollega", GroupKeys = [Writers.Key] };
        await Get<UserStore>().AddMissingGroupsAsync([Administrators, Writers], default);
        await Get<UserStore>().AddAsync(_administrator, "hash", default);
    }

    [Test]
    public async Task What_is_done_to_a_user_is_told_in_words_with_who_did_it()
    {
        Get<ActingUser>().Key = _administrator.Key;
        await Administration.AddAsync(_colleague, "hash", default);
        await Administration.UpdateAsync(_colleague.Key, user => user with { Name = "Karen K. Kollega", DocumentRootAccess = true }, default);
        await Administration.SetGroupsAsync([_colleague.Key], [Writers.Key, UserGroup.AdministratorsKey], Site.Start, default);
        await Administration.SetPasswordAsync(_colleague.Key, "en anden hash", null, Site.Start, default);
        await Administration.DisableAsync([_colleague.Key], Site.Start, default);
        await Administration.EnableAsync([_colleague.Key], Site.Start, default);
        await Administration.DeleteAsync([_colleague.Key], default);

        var lines = await LinesAsync(_colleague.Key);
        Assert.That(lines.Select(line => (line.What, line.Detail)), Is.EquivalentTo(new (UserEvent, string?)[]
        {
            (UserEvent.Created, "Skrivere"),
            (UserEvent.Changed, "Navn: Karen Kollega → Karen K. Kollega; Startsider"),
            (UserEvent.Regrouped, "Skrivere → Administratorer, Skrivere"),
            (UserEvent.PasswordChanged, null),
            (UserEvent.Closed, null),
            (UserEvent.Opened, null),
            (UserEvent.Deleted, null),
        }));
        Assert.That(lines.Select(line => line.ActorKey), Is.All.EqualTo(_administrator.Key));
        Assert.That(lines.Single(line => line.What == UserEvent.Deleted).SubjectName, Is.EqualTo("Karen K. Kollega"), "who is gone has a name still");
    }

    [Test]
    public async Task What_was_refused_is_not_told()
    {
        var before = (await Get<UserJournal>().ReadAsync(null, 0, 0, default)).Total;
        Assert.That(await Administration.DisableAsync([_administrator.Key], Site.Start, default), Is.EqualTo(UserOperationStatus.AdminUserGroupMustNotBeEmpty));
        Assert.That(await Administration.AddAsync(_colleague with { Email = _administrator.Email }, null, default), Is.EqualTo(UserOperationStatus.DuplicateEmail));
        Assert.That((await Get<UserJournal>().ReadAsync(null, 0, 0, default)).Total, Is.EqualTo(before));
    }

    [Test]
    public async Task What_users_do_themselves_is_told_as_their_own()
    {
        var link = new UserLink(_colleague.Key, LinkPurpose.Invitation, $"{Guid.NewGuid():N}", Site.Start.AddDays(3));
        await Get<UserLinks>().InviteAsync(_colleague, link, null, Site.Start, default);
        Assert.That(await Get<UserLinks>().UseAsync(_colleague.Key, LinkPurpose.Invitation, link.Hash, "hash", Site.Start, default), Is.True);
        await Get<UserStore>().RecordLoginAsync(_colleague.Key, "en stærkere hash", Site.Start, default);
        await Get<SecondSteps>().EnableAsync(_colleague.Key, "forseglet", 1, [$"{Guid.NewGuid():N}"], default);
        await Get<SecondSteps>().DisableAsync(_colleague.Key, default);
        await Get<UserLinks>().ResetAsync(link with { Purpose = LinkPurpose.PasswordReset, Hash = $"{Guid.NewGuid():N}" }, null, Site.Start, default);

        var lines = await LinesAsync(_colleague.Key);
        Assert.That(lines.Select(line => (line.What, line.ActorKey)), Is.EquivalentTo(new (UserEvent, Guid?)[]
        {
            (UserEvent.Invited, null),
            (UserEvent.Accepted, _colleague.Key),
            (UserEvent.PasswordChanged, _colleague.Key),
            (UserEvent.SignedIn, _colleague.Key),
            (UserEvent.TwoStepsOn, _colleague.Key),
            (UserEvent.TwoStepsOff, null),
            (UserEvent.ResetAsked, null),
        }));
        Assert.That(lines.Select(line => line.Detail ?? ""), Has.None.Contains("hash").And.None.Contains("forseglet"), "secrets stay secret");
    }

    [Test]
    public async Task What_is_done_to_a_group_is_told_and_so_is_what_it_does_to_its_members()
    {
        var group = Writers with { Key = Guid.NewGuid(), Alias = $"g{Guid.NewGuid():N}", Name = "Huset" };
        await Groups.AddAsync(group, default);
        await Administration.AddAsync(_colleague with { GroupKeys = [group.Key] }, "hash", default);
        await Groups.UpdateAsync(group with { Permissions = ["Umb.Document.Publish"], Sections = ["Umb.Section.Content"], DocumentPermissions = [new(Guid.NewGuid(), [])] }, default);
        await Groups.DeleteAsync([group.Key], Site.Start, default);

        Assert.That((await LinesAsync(group.Key)).Select(line => (line.What, line.SubjectName, line.Detail)), Is.EquivalentTo(new (UserEvent, string, string?)[]
        {
            (UserEvent.GroupCreated, "Huset", null),
            (UserEvent.GroupChanged, "Huset", "Sektioner: +Content; Rettigheder: +Publish −Read; Rettigheder på enkelte sider"),
            (UserEvent.GroupDeleted, "Huset", null),
        }));
        Assert.That((await LinesAsync(_colleague.Key)).Single(line => line.What == UserEvent.Regrouped).Detail, Is.EqualTo("Huset → ingen"));
    }

    [Test]
    public async Task Old_lines_are_forgotten_and_the_newest_are_read_first()
    {
        await Administration.AddAsync(_colleague, "hash", default);
        var (total, page) = await Get<UserJournal>().ReadAsync(null, 0, 1, default);
        Assert.That(total, Is.GreaterThan(1));
        Assert.That(page.Single().At, Is.EqualTo((await Get<UserJournal>().ReadAsync(null, 0, 1000, default)).Lines.Max(line => line.At)));
        await Get<UserJournal>().ForgetAsync(DateTimeOffset.MaxValue, default);
        Assert.That((await Get<UserJournal>().ReadAsync(null, 0, 1, default)).Total, Is.Zero);
    }

    private async Task<IReadOnlyList<JournalLine>> LinesAsync(Guid subject) => (await Get<UserJournal>().ReadAsync(subject, 0, 100, default)).Lines;

    private T Get<T>()
        where T : notnull => Site.Services.GetRequiredService<T>();
}
