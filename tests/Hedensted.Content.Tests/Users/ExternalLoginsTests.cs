using Hedensted.Content.Model;
using Hedensted.Content.Tests.Support;
using Hedensted.Content.Users;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Users;

/// <summary>Users whom a directory elsewhere lets in, on both databases: made once, known by their id, all of it or nothing.</summary>
internal sealed class ExternalLoginsTests(TestProvider provider) : OnBothDatabases(provider)
{
    private static readonly UserGroup Administrators = new() { Key = UserGroup.AdministratorsKey, Alias = "admin", Name = "Administratorer" };
    private static readonly UserGroup Writers = new() { Key = Guid.NewGuid(), Alias = "skriver", Name = "Skrivere" };
    private static readonly UserGroup Editors = new() { Key = Guid.NewGuid(), Alias = "redaktoer", Name = "Redaktører" };

    private User _administrator = null!;

    private ExternalLogins Logins => Site.Services.GetRequiredService<ExternalLogins>();

    private UserStore Users => Site.Services.GetRequiredService<UserStore>();

    [SetUp]
    public async Task Begin()
    {
        _administrator = UserStoreTests.Person($"{Guid.NewGuid():N}@example.dk") with { GroupKeys = [UserGroup.AdministratorsKey] };
        await Users.AddMissingGroupsAsync([Administrators, Writers, Editors], default);
        await Users.AddAsync(_administrator, "hash", default);
    }

    [Test]
    public async Task Somebody_who_comes_in_two_browsers_at_once_is_one_user()
    {
        var person = Person();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => EnterAsync(person, Granting(Writers)))));
        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(ExternalLoginStatus.Success));
        Assert.That(answers.Select(answer => answer.User!.Key).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task An_invited_user_who_is_linked_has_come_and_keeps_what_the_directory_does_not_decide()
    {
        var person = Person() with { MayLinkByEmail = true };
        var invited = UserStoreTests.Person(person.Email.ToUpperInvariant()) with { GroupKeys = [Writers.Key], State = UserState.Invited };
        await Users.AddAsync(invited, null, default);
        var (status, user) = await EnterAsync(person, Granting(Editors));
        Assert.That((status, user?.Key, user?.State), Is.EqualTo((ExternalLoginStatus.Success, (Guid?)invited.Key, (UserState?)UserState.Active)));
        Assert.That(user!.GroupKeys, Is.EquivalentTo(new[] { Writers.Key, Editors.Key }));
        Assert.That((await EnterAsync(person with { Subject = "en-anden" }, Granting(Editors))).Status, Is.EqualTo(ExternalLoginStatus.EmailTaken));
    }

    [Test]
    public async Task The_last_administrator_is_not_taken_down_by_the_directory()
    {
        var person = Person() with { Email = _administrator.Email, MayLinkByEmail = true };
        Assert.That((await EnterAsync(person, new([UserGroup.AdministratorsKey, Writers.Key], [Writers.Key]))).Status, Is.EqualTo(ExternalLoginStatus.LastAdministrator));
        Assert.That((await Users.FindAsync(_administrator.Key, default))!.GroupKeys, Is.EqualTo(_administrator.GroupKeys));
        Assert.That((await EnterAsync(person with { MayLinkByEmail = false }, Granting(Writers))).Status, Is.EqualTo(ExternalLoginStatus.EmailTaken), "and nothing was linked");
    }

    [Test]
    public async Task A_group_that_has_gone_a_closed_account_and_a_program_let_nobody_in()
    {
        Assert.That((await EnterAsync(Person(), Granting(Writers with { Key = Guid.NewGuid() }))).Status, Is.EqualTo(ExternalLoginStatus.MissingGroup));
        Assert.That((await Logins.EnterAsync(Person(), mayCreate: false, Granting(Writers), Site.Start, default)).Status, Is.EqualTo(ExternalLoginStatus.NoAccount));
        var program = Person() with { MayLinkByEmail = true };
        await Users.AddAsync(UserStoreTests.Person(program.Email) with { Kind = UserKind.Api }, null, default);
        Assert.That((await EnterAsync(program, Granting(Writers))).Status, Is.EqualTo(ExternalLoginStatus.Closed));
        Assert.That((await EnterAsync(program with { MayLinkByEmail = false }, Granting(Writers))).Status, Is.EqualTo(ExternalLoginStatus.EmailTaken), "and nothing was linked");
    }

    private static ExternalPerson Person() => new("Entra", $"{Guid.NewGuid()}:{Guid.NewGuid()}", "Karen Kommune", $"{Guid.NewGuid():N}@kommune.example", MayLinkByEmail: false);

    private static GroupsFromElsewhere Granting(UserGroup group) => new([Editors.Key], [group.Key]);

    private Task<(ExternalLoginStatus Status, User? User)> EnterAsync(ExternalPerson person, GroupsFromElsewhere groups) =>
        Logins.EnterAsync(person, mayCreate: true, groups, Site.Start, default);
}
