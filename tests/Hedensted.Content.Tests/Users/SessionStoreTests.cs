using Hedensted.Content.Tests.Support;
using Hedensted.Content.Users;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Users;

/// <summary>Sessions and what is issued in them, on both databases.</summary>
internal sealed class SessionStoreTests(TestProvider provider) : OnBothDatabases(provider)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);
    private Session _session = null!;

    private SessionStore Sessions => Site.Services.GetRequiredService<SessionStore>();

    [SetUp]
    public async Task SignInAsync()
    {
        var user = UserStoreTests.Person("rikke@example.dk");
        await Site.Services.GetRequiredService<UserStore>().AddAsync(user, "hash", default);
        _session = new Session(Guid.NewGuid(), user.Key, Site.Start.AddHours(12)) { Secret = new byte[] { 8, 7, 2, 2 } };
        await Sessions.StartAsync(_session, "login", Site.Start, Site.Start.AddMinutes(20), default);
    }

    [Test]
    public async Task A_session_is_found_by_its_login_until_it_idles_or_is_ended()
    {
        var found = await Sessions.FindByLoginAsync("login", Site.Start, default);
        Assert.That((found!.Id, found.UserKey, found.AbsoluteUntil), Is.EqualTo((_session.Id, _session.UserKey, _session.AbsoluteUntil)));
        Assert.That(found.Secret.ToArray(), Is.EqualTo(_session.Secret.ToArray()));
        Assert.That(await Sessions.FindByLoginAsync("login", Site.Start.AddMinutes(20), default), Is.Null);

        await Sessions.RevokeAsync(_session.Id, Site.Start, default);
        Assert.That(await Sessions.FindByLoginAsync("login", Site.Start, default), Is.Null);
    }

    [Test]
    public async Task Of_many_that_exchange_one_code_at_the_same_time_one_succeeds()
    {
        await Sessions.AddCodeAsync(_session, "code", "https://example.dk/", "challenge", Site.Start.AddMinutes(1), default);

        var exchanged = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(() =>
            Sessions.ExchangeCodeAsync(_session, "code", Tokens($"code{number}"), Site.Start, default))));

        Assert.That(exchanged.Count(won => won), Is.EqualTo(1));
        Assert.That((await Sessions.FindCodeAsync("code", Site.Start, default))!.AlreadyUsed, Is.True);
    }

    [Test]
    public async Task Refreshing_moves_the_end_of_the_session_and_shortens_the_old_access_token()
    {
        await Sessions.AddCodeAsync(_session, "code", "https://example.dk/", "challenge", Site.Start.AddMinutes(1), default);
        await Sessions.ExchangeCodeAsync(_session, "code", Tokens("first"), Site.Start, default);
        var later = Site.Start.AddMinutes(10);

        Assert.That(await Sessions.ExchangeRefreshAsync(_session, "first-refresh", Tokens("second", later), later, Grace, default), Is.True);

        Assert.That((await Sessions.FindRefreshAsync("first-refresh", later, default))!.FirstUsedAt, Is.EqualTo(later));
        Assert.That(await Sessions.FindByAccessAsync("first-access", later, default), Is.Null, "five minutes are over");
        Assert.That(await Sessions.FindByAccessAsync("second-access", later, default), Is.Not.Null);
        Assert.That(await Sessions.FindByLoginAsync("login", Site.Start.AddMinutes(25), default), Is.Not.Null);
    }

    [Test]
    public async Task A_session_that_is_over_is_forgotten_and_no_other()
    {
        await Sessions.ForgetAsync(Site.Start.AddMinutes(5), default);
        Assert.That(await Sessions.FindByLoginAsync("login", Site.Start, default), Is.Not.Null);
        await Sessions.ForgetAsync(Site.Start.AddDays(1), default);
        Assert.That(await Sessions.FindByLoginAsync("login", Site.Start, default), Is.Null);
    }

    private static TokenHashes Tokens(string name, DateTimeOffset? from = null)
    {
        var now = from ?? Site.Start;
        return new($"{name}-access", now.AddMinutes(5), $"{name}-refresh", now.AddMinutes(20));
    }
}
