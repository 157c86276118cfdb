using System.Diagnostics.Metrics;
using Hedensted.Cms.Operations.Backups;
using Hedensted.Content;
using Hedensted.Content.Published;
using Hedensted.Content.Users;

namespace Hedensted.Cms.Operations.Metrics;

/// <summary>What a site tells of itself: how far readers are, what waits, and how old the newest backup is.</summary>
/// <remarks>What takes the database to know is asked for every fifteen seconds and not at every look, so that looking never waits for it.</remarks>
internal sealed class SiteFigures : PeriodicWork
{
    /// <summary>The meter's name.</summary>
    public const string Name = "Hedensted.Cms";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Failures = Meter.CreateCounter<long>("hedensted.login.failures", "{attempt}", "Sign-ins that were refused, by the reason.");

    private readonly EditionSource _editions;
    private readonly MailOutbox _outbox;
    private readonly BackupFolder _backups;
    private readonly DataFolder _data;
    private readonly Meter _own;
    private long _waiting = -1;
    private double _overdue;

    public SiteFigures(EditionSource editions, MailOutbox outbox, BackupFolder backups, DataFolder data, TimeProvider time, ILogger<SiteFigures> logger)
        : base(TimeSpan.FromSeconds(15), time, logger, atStart: true)
    {
        (_editions, _outbox, _backups, _data) = (editions, outbox, backups, data);

        // A meter of this host's own, so that its gauges end with it.
        _own = new Meter(Name);
        _own.CreateObservableGauge("hedensted.edition.position", () => IfReady(() => (double)_editions.Current.Position.Value), "{position}", "The position that readers see.");
        _own.CreateObservableGauge("hedensted.feed.position", () => IfReady(() => (double)_editions.Head.Value), "{position}", "The newest position that the database was seen at.");
        _own.CreateObservableGauge(
            "hedensted.edition.lag", () => IfReady(() => Math.Max(0, _editions.Head.Value - (double)_editions.Current.Position.Value)), "{position}", "How many positions readers are behind the database.");
        _own.CreateObservableGauge(
            "hedensted.feed.confirm_age", () => IfReady(() => _editions.SinceConfirmed.TotalSeconds), "s", "Since the database last said that there is nothing newer than readers see.");
        _own.CreateObservableGauge("hedensted.edition.documents", () => IfReady(() => (double)_editions.Current.DocumentCount), "{document}", "Documents that readers can see.");
        _own.CreateObservableGauge("hedensted.outbox.depth", () => If(Volatile.Read(ref _waiting) >= 0, () => (double)Volatile.Read(ref _waiting)), "{letter}", "Letters that wait to be sent.");
        _own.CreateObservableGauge("hedensted.outbox.oldest", () => If(Volatile.Read(ref _waiting) >= 0, () => Volatile.Read(ref _overdue)), "s", "For how long the first waiting letter has been due.");
        _own.CreateObservableGauge("hedensted.backup.age", BackupAge, "s", "Since the newest complete backup was made; nothing when there is none.");
        _own.CreateObservableGauge("hedensted.disk.free", () => new DriveInfo(_data.Path).AvailableFreeSpace, "By", "Room where the data folder lies.");
        _own.CreateObservableGauge("hedensted.disk.size", () => new DriveInfo(_data.Path).TotalSize, "By", "Size of the disk that the data folder lies on.");
    }

    /// <summary>A sign-in was refused.</summary>
    /// <param name="reason">A word of ours: <c>password</c>, <c>locked</c>, <c>closed</c>, <c>second_step</c>, <c>throttled</c>.</param>
    public static void SignInRefused(string reason) => Failures.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public override void Dispose()
    {
        _own.Dispose();
        base.Dispose();
    }

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var (waiting, overdue) = await _outbox.WaitingAsync(Clock.GetUtcNow(), cancellationToken);
        Volatile.Write(ref _overdue, overdue.TotalSeconds);
        Volatile.Write(ref _waiting, waiting);
    }

    private IEnumerable<Measurement<double>> BackupAge() =>
        _backups.Newest() is { } newest ? [new((Clock.GetUtcNow() - newest).TotalSeconds)] : [];

    private IEnumerable<Measurement<double>> IfReady(Func<double> value) => If(_editions.IsReady, value);

    private static IEnumerable<Measurement<double>> If(bool there, Func<double> value) => there ? [new(value())] : [];
}
