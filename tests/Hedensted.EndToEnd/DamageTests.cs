using Hedensted.Testing;

namespace Hedensted.EndToEnd;

/// <summary>A database file that something else has written to, cut off or taken away.</summary>
public class DamageTests
{
    private string _data = "";

    private string Database => Path.Combine(_data, "hedensted.sqlite");

    [SetUp]
    public async Task PublishAsync()
    {
        await using var cms = await CmsProcess.StartAsync();
        _data = cms.DataPath;
        await using (var editors = await BusyEditors.StartAsync(cms.Address, 1))
        {
            await editors.PublishedAsync(20);
        }

        await cms.KillAsync(); // with the log beside the database, as a power cut leaves it
    }

    [TearDown]
    public void Clean() => Directory.Delete(_data, recursive: true);

    [Test]
    public async Task A_damaged_page_ends_the_start_with_a_sentence_and_is_found_by_verify_and_never_backed_up()
    {
        Assert.That((await CmsProcess.RunCommandAsync(_data, "usync", "plan")).ExitCode, Is.Zero, "which takes the log into the file");
        var bytes = await File.ReadAllBytesAsync(Database);
        for (var page = 3 * 4096; page < bytes.Length; page += 2 * 4096)
        {
            Array.Fill(bytes, (byte)0xA5, page, 200);
        }

        await File.WriteAllBytesAsync(Database, bytes);
        var start = await CmsProcess.RunCommandAsync(_data);
        var verify = await CmsProcess.RunCommandAsync(_data, "verify");
        var backup = await CmsProcess.RunCommandAsync(_data, "backup");
        Assert.Multiple(() =>
        {
            Assert.That(new[] { start.ExitCode, verify.ExitCode, backup.ExitCode }, Is.All.EqualTo(1));
            Assert.That(start.Output, Does.Contain("beskadiget").And.Contain("sikkerhedskopi").And.Not.Contain("   at "));
            Assert.That(backup.Output, Does.Contain("beskadiget"));
            Assert.That(Directory.GetDirectories(Path.Combine(_data, "backups")), Is.Empty);
        });
    }

    [Test]
    public async Task A_log_that_is_cut_off_costs_the_last_changes_and_nothing_else()
    {
        var log = new FileInfo(Database + "-wal");
        Assert.That(log.Exists, Is.True);
        await using (var stream = log.OpenWrite())
        {
            stream.SetLength((stream.Length / 2) + 17);
        }

        await AssertWholeAsync();
    }

    [Test]
    public async Task An_index_of_the_log_that_is_gone_is_made_anew()
    {
        File.Delete(Database + "-shm");
        await AssertWholeAsync();
    }

    private async Task AssertWholeAsync()
    {
        await using (await CmsProcess.StartAsync(_data))
        {
        }

        var (code, output) = await CmsProcess.RunCommandAsync(_data, "verify");
        Assert.That(code, Is.Zero, output);
    }
}
