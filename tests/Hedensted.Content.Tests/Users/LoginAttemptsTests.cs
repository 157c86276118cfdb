using Hedensted.Content.Tests.Support;
using Hedensted.Content.Users;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Users;

/// <summary>Wrong passwords, on both databases.</summary>
internal sealed class LoginAttemptsTests(TestProvider provider) : OnBothDatabases(provider)
{
    private LoginAttempts Attempts => Site.Services.GetRequiredService<LoginAttempts>();

    [Test]
    public async Task The_fifth_wrong_password_locks_the_name_and_the_next_lock_is_longer()
    {
        for (var guess = 1; guess < 5; guess++)
        {
            Assert.That(await Attempts.FailAsync("Rikke@example.dk", Site.Start, default), Is.Null);
        }

        Assert.That(await Attempts.FailAsync("rikke@example.dk", Site.Start, default), Is.EqualTo(Site.Start.AddMinutes(5)));
        Assert.That(await Attempts.LockedUntilAsync("RIKKE@example.dk", Site.Start.AddMinutes(4), default), Is.EqualTo(Site.Start.AddMinutes(5)));
        Assert.That(await Attempts.LockedUntilAsync("rikke@example.dk", Site.Start.AddMinutes(5), default), Is.Null);

        DateTimeOffset? until = null;
        for (var guess = 0; guess < 5; guess++)
        {
            until = await Attempts.FailAsync("rikke@example.dk", Site.Start.AddMinutes(6), default);
        }

        Assert.That(until, Is.EqualTo(Site.Start.AddMinutes(21)));
    }

    [Test]
    public async Task A_clock_that_was_ahead_locks_nobody_out_for_as_long_as_it_was()
    {
        var ahead = Site.Start.AddDays(1);
        for (var guess = 0; guess < 5; guess++)
        {
            await Attempts.FailAsync("rikke@example.dk", ahead, default);
        }

        Assert.That(await Attempts.LockedUntilAsync("rikke@example.dk", ahead, default), Is.Not.Null);
        Assert.That(await Attempts.LockedUntilAsync("rikke@example.dk", Site.Start, default), Is.Null);
        Assert.That(await Attempts.LockedUntilAsync("rikke@example.dk", ahead.AddMinutes(-10), default), Is.Not.Null, "a clock that goes back a little opens nothing");
        await Attempts.ForgetAsync(Site.Start, default);
        Assert.That(await Attempts.LockedUntilAsync("rikke@example.dk", ahead, default), Is.Null, "nor when that time comes");
    }

    [Test]
    public async Task The_longest_lock_holds_also_on_a_server_whose_clock_is_a_little_behind()
    {
        var now = Site.Start;
        DateTimeOffset? until = null;
        for (var guess = 0; guess < 15; guess++)
        {
            until = await Attempts.FailAsync("rikke@example.dk", now, default);
        }

        Assert.That(until, Is.EqualTo(now.AddMinutes(60)));
        Assert.That(await Attempts.LockedUntilAsync("rikke@example.dk", now.AddMinutes(-4), default), Is.EqualTo(until));
    }

    [Test]
    public async Task The_right_password_and_a_day_without_any_forget_the_wrong_ones()
    {
        await GuessAsync("sune@example.dk", 4);
        await Attempts.SucceedAsync("sune@example.dk", default);
        Assert.That(await Attempts.FailAsync("sune@example.dk", Site.Start, default), Is.Null);

        await GuessAsync("vera@example.dk", 4);
        await Attempts.ForgetAsync(Site.Start.AddHours(25), default);
        Assert.That(await Attempts.FailAsync("vera@example.dk", Site.Start.AddHours(25), default), Is.Null);
    }

    [Test]
    public async Task First_wrong_passwords_for_a_name_that_nobody_has_are_all_counted_when_they_come_at_once_on_two_servers()
    {
        var other = await Site.OpenAnotherAsync();
        var elsewhere = other.Services.GetRequiredService<LoginAttempts>();
        for (var round = 0; round < 10; round++)
        {
            var name = $"ingen{round}@example.dk";

            var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(number => Task.Run(() =>
                (number % 2 == 0 ? Attempts : elsewhere).FailAsync(name, Site.Start, default))));

            Assert.That(answers.Count(until => until is not null), Is.EqualTo(1), "the fifth locks, whichever it is");
            Assert.That(await Attempts.LockedUntilAsync(name, Site.Start, default), Is.EqualTo(Site.Start.AddMinutes(5)));
        }

        await other.StopAsync();
    }

    private async Task GuessAsync(string name, int times)
    {
        for (var guess = 0; guess < times; guess++)
        {
            Assert.That(await Attempts.FailAsync(name, Site.Start, default), Is.Null);
        }
    }
}
