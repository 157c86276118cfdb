using Hedensted.Content.Model;
using Hedensted.Content.Tests.Support;
using Hedensted.Content.Users;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Hedensted.Content.Tests.Users;

/// <summary>Links, letters, second steps and keys, on both databases.</summary>
internal sealed class UserLinksTests(TestProvider provider) : OnBothDatabases(provider)
{
    private UserStore Users => Site.Services.GetRequiredService<UserStore>();

    private UserLinks Links => Site.Services.GetRequiredService<UserLinks>();

    private MailOutbox Outbox => Site.Services.GetRequiredService<MailOutbox>();

    private static DateTimeOffset Now => Site.Start;

    [Test]
    public async Task An_invitation_opens_the_account_once_also_when_it_is_used_many_times_at_once()
    {
        var user = Person();
        Assert.That(await Links.InviteAsync(user, LinkTo(user, LinkPurpose.Invitation, "a"), null, Now, default), Is.EqualTo(UserOperationStatus.Success));
        Assert.That((await Users.FindAsync(user.Key, default))!.State, Is.EqualTo(UserState.Invited));
        Assert.Multiple(async () =>
        {
            Assert.That(await Links.FindAsync(user.Key, LinkPurpose.Invitation, "a", Now, default), Is.Not.Null);
            Assert.That(await Links.FindAsync(user.Key, LinkPurpose.PasswordReset, "a", Now, default), Is.Null, "for something else");
            Assert.That(await Links.FindAsync(Guid.NewGuid(), LinkPurpose.Invitation, "a", Now, default), Is.Null, "of somebody else");
            Assert.That(await Links.FindAsync(user.Key, LinkPurpose.Invitation, "a", Now.AddHours(1), default), Is.Null, "too old");
        });

        var used = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Links.UseAsync(user.Key, LinkPurpose.Invitation, "a", "hash", Now, default))));
        Assert.That(used.Count(won => won), Is.EqualTo(1));
        Assert.That((await Users.FindAsync(user.Key, default))!.State, Is.EqualTo(UserState.Active));
        Assert.That((await Users.FindCredentialsAsync(user.Email, default))!.PasswordHash, Is.EqualTo("hash"));
        Assert.That(await Links.InviteAgainAsync(LinkTo(user, LinkPurpose.Invitation, "b"), null, Now, default), Is.EqualTo(UserOperationStatus.NotInInviteState));
    }

    [Test]
    public async Task What_is_refused_leaves_no_link_and_no_letter()
    {
        var user = Person();
        await Links.InviteAsync(user, LinkTo(user, LinkPurpose.Invitation, "a"), null, Now, default);
        var letter = new OutgoingLetter(Guid.NewGuid(), "forseglet");
        var twin = Person() with { Email = user.Email };
        Assert.Multiple(async () =>
        {
            Assert.That(await Links.InviteAsync(twin, LinkTo(twin, LinkPurpose.Invitation, "b"), letter, Now, default), Is.EqualTo(UserOperationStatus.DuplicateEmail));
            Assert.That(await Links.ResetAsync(LinkTo(user, LinkPurpose.PasswordReset, "c"), letter, Now, default), Is.EqualTo(UserOperationStatus.CannotPasswordReset), "has none yet");
            Assert.That(await Links.ResetAsync(LinkTo(Person(), LinkPurpose.PasswordReset, "d"), letter, Now, default), Is.EqualTo(UserOperationStatus.UserNotFound));
        });
        Assert.That(await Outbox.TakeAsync(Now, default), Is.Null);
        Assert.That(await Links.FindAsync(user.Key, LinkPurpose.PasswordReset, "c", Now, default), Is.Null);
        Assert.That(await Links.FindAsync(user.Key, LinkPurpose.Invitation, "a", Now, default), Is.Not.Null, "the first invitation stands");
    }

    [Test]
    public async Task A_letter_is_taken_by_one_tried_again_at_longer_and_longer_pauses_and_given_up_with_its_link()
    {
        var user = Person();
        await Links.InviteAsync(user, LinkTo(user, LinkPurpose.Invitation, "a"), new OutgoingLetter(Guid.NewGuid(), "forseglet"), Now, default);
        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Outbox.TakeAsync(Now, default))));
        var letter = taken.Single(one => one is not null)!;
        Assert.That(letter.Content, Is.EqualTo("forseglet"));

        await Outbox.FailedAsync(letter, Now, default);
        Assert.That(await Outbox.TakeAsync(Now.AddSeconds(4), default), Is.Null);
        var again = await Outbox.TakeAsync(Now.AddSeconds(5), default);
        Assert.That(again!.Attempts, Is.EqualTo(2));
        Assert.That(MailOutbox.PauseAfter(2), Is.EqualTo(TimeSpan.FromSeconds(10)));
        Assert.That(MailOutbox.PauseAfter(50), Is.EqualTo(TimeSpan.FromMinutes(30)));
        await Outbox.FailedAsync(again, Now.AddSeconds(5), default);
        Assert.That(await Outbox.TakeAsync(Now.AddHours(1), default), Is.Null, "its link has expired");
    }

    [Test]
    public async Task A_letter_that_a_clock_put_off_is_not_late_when_the_clock_is_set_back()
    {
        var user = Person();
        await Links.InviteAsync(user, LinkTo(user, LinkPurpose.Invitation, "a") with { ExpiresAt = Now.AddDays(7) }, new OutgoingLetter(Guid.NewGuid(), "forseglet"), Now, default);
        var ahead = await Outbox.TakeAsync(Now.AddDays(1), default);
        await Outbox.FailedAsync(ahead!, Now.AddDays(1), default);

        var back = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Outbox.TakeAsync(Now, default))));

        Assert.That(back.Count(letter => letter is not null), Is.EqualTo(1));
        Assert.That(await Outbox.TakeAsync(Now.AddMinutes(1), default), Is.Null, "whoever has it has two minutes");
    }

    [Test]
    public async Task A_step_and_a_recovery_code_work_once()
    {
        var steps = Site.Services.GetRequiredService<SecondSteps>();
        var user = Person();
        await Users.AddAsync(user, "hash", default);
        Assert.That(await steps.EnableAsync(user.Key, "forseglet", 100, ["r1", "r2"], default), Is.True);
        Assert.That(await steps.EnableAsync(user.Key, "andet", 100, ["r3"], default), Is.False);
        Assert.Multiple(async () =>
        {
            Assert.That(await steps.FindAsync(user.Key, default), Is.EqualTo("forseglet"));
            Assert.That(await steps.UseAsync(user.Key, 100, default), Is.False, "the one that turned it on");
            Assert.That(await steps.UseAsync(user.Key, 102, default), Is.True);
            Assert.That(await steps.UseAsync(user.Key, 101, default), Is.False, "one before it");
            Assert.That(await steps.UseRecoveryAsync(user.Key, "r1", default), Is.True);
            Assert.That(await steps.UseRecoveryAsync(user.Key, "r1", default), Is.False);
            Assert.That(await steps.UseRecoveryAsync(Guid.NewGuid(), "r2", default), Is.False, "somebody else's");
        });
        Assert.That(await steps.DisableAsync(user.Key, default), Is.True);
        Assert.That(await steps.UseRecoveryAsync(user.Key, "r2", default), Is.False);
    }

    [Test]
    public async Task Keys_belong_to_programs_and_go_with_their_sessions()
    {
        var clients = Site.Services.GetRequiredService<ApiClients>();
        var sessions = Site.Services.GetRequiredService<SessionStore>();
        var (program, person) = (Person() with { Kind = UserKind.Api }, Person());
        await Users.AddAsync(program, null, default);
        await Users.AddAsync(person, null, default);
        var id = $"umbraco-back-office-{Guid.NewGuid():N}";
        Assert.Multiple(async () =>
        {
            Assert.That(await clients.AddAsync(person.Key, id, "hash", default), Is.EqualTo(UserClientCredentialsOperationStatus.InvalidUser));
            Assert.That(await clients.AddAsync(program.Key, id, "hash", default), Is.EqualTo(UserClientCredentialsOperationStatus.Success));
            Assert.That(await clients.AddAsync(program.Key, id, "hash", default), Is.EqualTo(UserClientCredentialsOperationStatus.DuplicateClientId));
            Assert.That((await clients.FindAsync(id, default))!.User.Key, Is.EqualTo(program.Key));
            Assert.That(await clients.OfAsync(program.Key, default), Is.EqualTo(new[] { id }));
        });
        var session = new Session(Guid.NewGuid(), program.Key, Now.AddMinutes(20)) { Secret = new byte[] { 1 } };
        await sessions.StartWithAccessAsync(session, $"{id}-login", $"{id}-access", Now, default);
        Assert.That(await sessions.FindByAccessAsync($"{id}-access", Now, default), Is.Not.Null);
        Assert.That(await clients.RemoveAsync(person.Key, id, Now, default), Is.EqualTo(UserClientCredentialsOperationStatus.InvalidClientId));
        Assert.That(await clients.RemoveAsync(program.Key, id, Now, default), Is.EqualTo(UserClientCredentialsOperationStatus.Success));
        Assert.That(await sessions.FindByAccessAsync($"{id}-access", Now, default), Is.Null);
    }

    private static User Person() => UserStoreTests.Person($"{Guid.NewGuid():N}@example.dk") with { GroupKeys = [] };

    private static UserLink LinkTo(User user, LinkPurpose purpose, string hash) => new(user.Key, purpose, hash, Now.AddHours(1));
}
