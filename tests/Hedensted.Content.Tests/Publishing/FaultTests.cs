using System.Collections.Concurrent;
using System.Diagnostics;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Publishing;

/// <summary>Publishing that is broken off: at every step, and by everybody at once.</summary>
internal sealed class FaultTests(TestProvider provider) : OnBothDatabases(provider)
{
    private static readonly string[] Tables = ["node", "node_version", "published", "change", "saved", "audit"];

    [Test]
    public async Task A_fault_at_any_step_leaves_all_of_a_publishing_or_nothing()
    {
        var home = await Site.HomeAsync();
        using var faults = new Faults();

        // Entity Framework remembers for a second that nobody listened.
        for (var number = 0; !faults.HearsAll; number++)
        {
            await PublishAsync(home, $"Hørt {number}");
        }

        var whole = await AddedAsync(() => PublishAsync(home, "Helt"));
        var steps = 0;
        for (var reached = true; reached; steps++)
        {
            faults.At(steps + 1);
            var added = await AddedAsync(async () =>
            {
                try
                {
                    await PublishAsync(home, $"Skridt {steps}");
                }
                catch (Exception failure) when (failure is Faults.Fault || failure.InnerException is Faults.Fault)
                {
                    return;
                }
                finally
                {
                    reached = faults.Struck;
                    faults.At(0);
                }
            });
            Assert.That(added, Is.EqualTo(whole).Or.EqualTo(new long[Tables.Length]), $"after a fault at step {steps + 1}");
        }

        // On SQLite most of it is one statement to Entity Framework; that a process dies anywhere in it is tried by CrashTests.
        TestContext.Out.WriteLine($"{steps} steps were tried");
        Assert.That(steps, Is.GreaterThan(2));
        var edition = await Site.ReadAsync();
        Assert.That(edition.DocumentCount, Is.EqualTo((await CountsAsync())[2]));
    }

    [Test]
    public async Task Twenty_editors_on_two_servers_save_at_once_and_nobody_is_refused()
    {
        var home = await Site.HomeAsync();
        var other = await Site.OpenAnotherAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(editor => Task.Run(async () =>
        {
            var site = editor % 2 == 0 ? Site : other;
            var published = new List<PublishingStatus>();
            for (var number = 0; number < 5; number++)
            {
                var result = await site.Publisher.CreateAndPublishAsync(
                    new(Guid.NewGuid(), NodeKind.Document, Library.Page, home, Library.PageContent($"Side {editor}.{number}"), null), [], default);
                published.Add(result.Status);
            }

            return published;
        })));

        Assert.That(results.SelectMany(statuses => statuses), Is.All.EqualTo(PublishingStatus.Success));
        Assert.That((await Site.ReadAsync()).DocumentCount, Is.EqualTo(101));
        await other.StopAsync();
    }

    private async Task PublishAsync(Guid home, string name)
    {
        var result = await Site.Publisher.CreateAndPublishAsync(new(Guid.NewGuid(), NodeKind.Document, Library.Page, home, Library.PageContent(name), null), [], default);
        Assert.That(result.Status, Is.EqualTo(PublishingStatus.Success));
    }

    private async Task<long[]> AddedAsync(Func<Task> work)
    {
        var before = await CountsAsync();
        await work();
        return [.. (await CountsAsync()).Zip(before, (after, earlier) => after - earlier)];
    }

    private Task<long[]> CountsAsync() => Site.Services.GetRequiredService<ContentDatabase>().ReadMomentAsync(
        async moment =>
        {
            var counts = new List<long>();
            foreach (var table in Tables)
            {
                counts.Add((await moment.ReadAsync($"SELECT COUNT(*) FROM {table}", row => row.GetInt64(0), default)).Single());
            }

            return counts.ToArray();
        },
        default);

    /// <summary>Throws at the n-th thing that is asked of the database in this flow of work: each statement, each commit, and just after one.</summary>
    private sealed class Faults : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private static readonly string[] Steps = ["CommandExecuting", "CommandExecuted", "TransactionCommitting", "TransactionCommitted"];
        private readonly AsyncLocal<Countdown?> _here = new();
        private readonly List<IDisposable> _subscriptions = [];
        private readonly ConcurrentDictionary<string, bool> _heard = new();

        public Faults() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

        /// <summary>Whether each kind of step has been heard of once.</summary>
        public bool HearsAll => Steps.All(_heard.ContainsKey);

        public bool Struck => _here.Value!.Struck;

        public void At(int step) => _here.Value = new Countdown { Left = step };

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
            {
                _subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (Steps.FirstOrDefault(step => value.Key.EndsWith($".{step}", StringComparison.Ordinal)) is not { } known)
            {
                return;
            }

            _heard[known] = true;
            if (_here.Value is { Left: > 0 } countdown && --countdown.Left == 0)
            {
                countdown.Struck = true;
                throw new Fault();
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());

        public sealed class Fault : Exception;

        private sealed class Countdown
        {
            public int Left { get; set; }

            public bool Struck { get; set; }
        }
    }
}
