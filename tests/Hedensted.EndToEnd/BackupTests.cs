using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Hedensted.Testing;

namespace Hedensted.EndToEnd;

/// <summary>A site that is backed up while its editors work, and the day the backup is needed.</summary>
[TestFixture(false, TestName = "BackupTests(SQLite)")]
[TestFixture(true, TestName = "BackupTests(PostgreSQL)")]
public class BackupTests(bool onPostgres)
{
    private const string Whole = "er hel";

    [OneTimeSetUp]
    public void NeedsItsDatabase()
    {
        if (onPostgres && SitePlace.NoPostgres is { } reason)
        {
            Assert.Ignore(reason);
        }
    }

    [Test]
    public async Task A_backup_made_while_editors_publish_holds_all_they_were_told_and_is_restored_elsewhere_whole()
    {
        await using var place = await SitePlace.MakeAsync(onPostgres);
        await using var elsewhere = await SitePlace.MakeAsync(onPostgres);
        string backup;
        string[] promised;
        await using (var cms = await place.StartAsync())
        {
            await using var editors = await BusyEditors.StartAsync(cms.Address, 3);
            await editors.PublishedAsync(20);
            promised = editors.Promised;
            backup = await BackUpAsync(place);
            await editors.PublishedAsync(editors.Promised.Length + 5); // nobody had to wait for it
        }

        Assert.That(await elsewhere.RunAsync("verify", "--from", backup), Is.EqualTo((0, $"{VerifiedDump}Sikkerhedskopien {Whole}.{Environment.NewLine}")));
        var restored = await elsewhere.RunAsync("restore", "--from", backup);
        Assert.That(restored.ExitCode, Is.Zero, restored.Output);
        Assert.That(await elsewhere.RunAsync("verify"), Is.EqualTo((0, $"Webstedet {Whole}t.{Environment.NewLine}")));

        await using var again = await elsewhere.StartAsync();
        Assert.That(promised.Except(await TitlesAsync(again.Address)), Is.Empty, "told to be published, and not in the backup");
        using var editor = await BackofficeSession.SignInAsync(again.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);
        await editor.PublishEventAsync($"Prøve {Guid.NewGuid():N}", DanishTime.Today.AddDays(7).AddHours(10));
    }

    [Test]
    public async Task An_older_backup_serves_nothing_newer_in_an_epoch_of_its_own_and_what_was_there_is_kept()
    {
        await using var place = await SitePlace.MakeAsync(onPostgres);
        var (before, after) = ($"Prøve før {Guid.NewGuid():N}", $"Prøve efter {Guid.NewGuid():N}");
        string backup, cookies;
        await using (var cms = await place.StartAsync())
        {
            using var editor = await BackofficeSession.SignInAsync(cms.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);
            cookies = editor.Cookies;
            await editor.PublishEventAsync(before, DanishTime.Today.AddDays(7).AddHours(10));
            backup = await BackUpAsync(place);
            await editor.PublishEventAsync(after, DanishTime.Today.AddDays(7).AddHours(10));
            var inUse = await place.RunAsync("restore", "--from", backup, "--replace");
            Assert.That(inUse.ExitCode, Is.EqualTo(1), inUse.Output);
            Assert.That(inUse.Output, Does.Contain("i brug").And.Contain("Stop"));
        }

        var refused = await place.RunAsync("restore", "--from", backup);
        var newer = await BackUpAsync(place);
        var replaced = await place.RunAsync("restore", "--from", backup, "--replace");
        Assert.Multiple(() =>
        {
            Assert.That(refused.ExitCode, Is.EqualTo(1));
            Assert.That(refused.Output, Does.Contain("--replace"));
            Assert.That(replaced.ExitCode, Is.Zero, replaced.Output);
            Assert.That(replaced.Output, Does.Contain("flyttet til replaced_"));
        });

        await using (var again = await place.StartAsync())
        {
            var titles = await TitlesAsync(again.Address);
            Assert.That(titles, Does.Contain(before).And.Not.Contain(after));
            using var session = new HttpClient { BaseAddress = again.Address };
            session.DefaultRequestHeaders.Add("Cookie", cookies);
            using var known = await session.GetAsync(new Uri("/umbraco/management/api/v1/user/current", UriKind.Relative));
            Assert.That((int)known.StatusCode, Is.EqualTo(401), "a session from before");
        }

        Assert.That(EpochOf(await BackUpAsync(place)), Is.Not.EqualTo(EpochOf(backup)));
        Assert.That(EpochOf(newer), Is.EqualTo(EpochOf(backup)));
    }

    [Test]
    public async Task An_older_backup_revives_nothing_that_Redis_has_kept()
    {
        if (RedisServer.Missing() is { } missing)
        {
            Assert.Ignore(missing);
        }

        await using var redis = await RedisServer.StartAsync();
        await using var place = await SitePlace.MakeAsync(onPostgres);
        (string, string)[] shared = [("ConnectionStrings:redis", $"127.0.0.1:{redis.Port}"), ("Hedensted:Cache:Worthwhile", "00:00:00")];
        var (before, after, instead) = ($"Prøve før {Guid.NewGuid():N}", $"Prøve efter {Guid.NewGuid():N}", $"Prøve i stedet {Guid.NewGuid():N}");
        string backup;
        long position;
        await using (var cms = await place.StartAsync(shared))
        {
            using var editor = await BackofficeSession.SignInAsync(cms.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);
            await editor.PublishEventAsync(before, DanishTime.Today.AddDays(7).AddHours(10));
            backup = await BackUpAsync(place);
            (_, position) = await editor.PublishEventAsync(after, DanishTime.Today.AddDays(7).AddHours(10));
            Assert.That(await TitlesAsync(cms.Address), Does.Contain(after));
            while (await redis.SendAsync("DBSIZE") == ":0\r\n")
            {
                await TitlesAsync(cms.Address);
            }
        }

        var replaced = await place.RunAsync("restore", "--from", backup, "--replace");
        Assert.That(replaced.ExitCode, Is.Zero, replaced.Output);
        await using var again = await place.StartAsync(shared);
        Assert.That(await TitlesAsync(again.Address), Does.Contain(before).And.Not.Contain(after));

        // Up to the position that the other answers were made at, and beyond.
        using var another = await BackofficeSession.SignInAsync(again.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);
        for (var at = 0L; at <= position;)
        {
            (_, at) = await another.PublishEventAsync(instead, DanishTime.Today.AddDays(7).AddHours(10));
            Assert.That(await TitlesAsync(again.Address), Does.Contain(instead).And.Not.Contain(after));
        }
    }

    [Test]
    public async Task A_damaged_or_newer_backup_is_refused_with_a_sentence_and_nothing_is_changed()
    {
        await using var place = await SitePlace.MakeAsync(onPostgres);
        await using var elsewhere = await SitePlace.MakeAsync(onPostgres);
        Assert.That((await place.RunAsync("demo", "--events", "40")).ExitCode, Is.Zero);
        var backup = await BackUpAsync(place);
        var database = Directory.GetFiles(backup, "database.*").Single();
        var picture = Directory.GetFiles(Path.Combine(backup, "media"), "*", SearchOption.AllDirectories)[0];

        foreach (var (file, told) in new[] { (database, "kontrolsummen passer ikke"), (picture, "kontrolsummen passer ikke"), (Path.Combine(backup, "manifest.json"), "beskadiget") })
        {
            var bytes = await File.ReadAllBytesAsync(file);
            bytes[bytes.Length / 2] ^= 0x10;
            await File.WriteAllBytesAsync(file, bytes);
            var verify = await elsewhere.RunAsync("verify", "--from", backup);
            var restore = await elsewhere.RunAsync("restore", "--from", backup);
            bytes[bytes.Length / 2] ^= 0x10;
            await File.WriteAllBytesAsync(file, bytes);
            Assert.Multiple(() =>
            {
                Assert.That(new[] { verify.ExitCode, restore.ExitCode }, Is.All.EqualTo(1), file);
                Assert.That(verify.Output, Does.Contain(told));
                Assert.That(restore.Output, Does.Contain(told));
            });
        }

        var manifest = await File.ReadAllTextAsync(Path.Combine(backup, "manifest.json"));
        await WriteManifestAsync(backup, manifest.Replace("\"0015_epoch\"", "\"0015_epoch\", \"0099_from_the_future\"", StringComparison.Ordinal));
        var newer = await elsewhere.RunAsync("restore", "--from", backup);
        await WriteManifestAsync(backup, manifest);
        Assert.That(newer.Output, Does.Contain("nyere version").And.Contain("0099_from_the_future"));

        Assert.That(Directory.GetFileSystemEntries(elsewhere.Folder), Is.Empty, "half a site");
        var restored = await elsewhere.RunAsync("restore", "--from", backup);
        Assert.That(restored.ExitCode, Is.Zero, restored.Output);
    }

    [Test]
    public async Task Verify_tells_what_is_wrong_with_a_site()
    {
        await using var place = await SitePlace.MakeAsync(onPostgres);
        await using (var cms = await place.StartAsync())
        {
            using var editor = await BackofficeSession.SignInAsync(cms.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);
            await editor.PublishEventAsync($"Prøve {Guid.NewGuid():N}", DanishTime.Today.AddDays(7).AddHours(10));
            Assert.That((await place.RunAsync("verify")).ExitCode, Is.Zero, "while the server runs");
        }

        Assert.That((await place.RunAsync("demo", "--events", "40")).ExitCode, Is.Zero);
        var picture = Directory.GetFiles(Path.Combine(place.Folder, "media"), "plakat-1.svg", SearchOption.AllDirectories).Single();
        File.Move(picture, Path.Combine(Path.GetDirectoryName(picture)!, "andet.svg"));
        var (code, output) = await place.RunAsync("verify");
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(1));
            Assert.That(output, Does.Match("fejl: media/.*/plakat-1.svg bruges på webstedet"));
            Assert.That(output, Does.Match("bemærk: media/.*/andet.svg er der intet, der bruger"));
            Assert.That(output, Does.Contain("1 fejl").And.Contain("Gendan"));
        });
    }

    [Test]
    public async Task A_backup_that_is_killed_leaves_nothing_that_looks_like_one()
    {
        await using var place = await SitePlace.MakeAsync(onPostgres);
        Assert.That((await place.RunAsync("demo", "--events", "300")).ExitCode, Is.Zero);
        var backups = Path.Combine(place.Folder, "backups");
        var random = new Random(8722);
        for (var round = 0; round < 6; round++)
        {
            await CmsProcess.RunCommandAndKillAsync(place.Folder, place.Settings, TimeSpan.FromMilliseconds(random.Next(200, 900)), "backup");
            foreach (var complete in Complete(backups))
            {
                var (code, output) = await place.RunAsync("verify", "--from", complete);
                Assert.That(code, Is.Zero, output);
            }
        }

        await BackUpAsync(place);
        Assert.That(Directory.GetDirectories(backups, ".*"), Is.Empty, "what was left half done");
    }

    [Test]
    public async Task A_restore_that_is_killed_is_never_served_half_and_is_done_again()
    {
        await using var place = await SitePlace.MakeAsync(onPostgres);
        var (before, after) = ($"Prøve før {Guid.NewGuid():N}", $"Prøve efter {Guid.NewGuid():N}");
        string backup;
        await using (var cms = await place.StartAsync())
        {
            using var editor = await BackofficeSession.SignInAsync(cms.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);
            await editor.PublishEventAsync(before, DanishTime.Today.AddDays(7).AddHours(10));
            backup = await BackUpAsync(place);
            await editor.PublishEventAsync(after, DanishTime.Today.AddDays(7).AddHours(10));
        }

        // Half of the times somewhere, half of the times while the old is exchanged for the new.
        var marker = Path.Combine(place.Folder, "restore-underway");
        var random = new Random(8722);
        var (killed, half) = (0, 0);
        for (var round = 0; round < 8; round++)
        {
            var delay = round % 2 == 0 ? TimeSpan.FromMilliseconds(random.Next(300, 1_800)) : TimeSpan.FromMilliseconds(random.Next(0, onPostgres ? 600 : 4));
            killed += await CmsProcess.RunCommandAndKillAsync(place.Folder, place.Settings, () => MomentAsync(round % 2 == 1, delay), "restore", "--from", backup, "--replace") ? 1 : 0;
            if (File.Exists(marker))
            {
                half += round % 2;
                Refused(place);
            }
            else
            {
                var whole = await place.RunAsync("verify");
                Assert.That(whole.ExitCode, Is.Zero, whole.Output);
            }
        }

        TestContext.Out.WriteLine($"killed {killed} times, of which {half} within the exchange");
        Assert.That(killed, Is.Positive);
        await File.WriteAllTextAsync(marker, backup); // wherever the last one was stopped
        Refused(place);

        var restored = await place.RunAsync("restore", "--from", backup, "--replace");
        Assert.That(restored.ExitCode, Is.Zero, restored.Output);
        Assert.That(await place.RunAsync("verify"), Is.EqualTo((0, $"Webstedet {Whole}t.{Environment.NewLine}")));
        await using var again = await place.StartAsync();
        Assert.That(await TitlesAsync(again.Address), Does.Contain(before).And.Not.Contain(after));

        async Task MomentAsync(bool exchanging, TimeSpan delay)
        {
            var earlier = File.GetLastWriteTimeUtc(marker); // of a restore that was killed before; long ago when there is none
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while (exchanging && File.GetLastWriteTimeUtc(marker) <= earlier)
            {
                await Task.Delay(1, patience.Token);
            }

            await Task.Delay(delay);
        }

        static void Refused(SitePlace place)
        {
            var thrown = Assert.ThrowsAsync<InvalidOperationException>(() => place.StartAsync());
            Assert.That(thrown!.Message, Does.Contain("gendannelse").IgnoreCase.And.Contain("restore").And.Not.Contain("   at "));
        }
    }

    [Test]
    public async Task A_disk_without_room_is_told_and_nothing_is_left()
    {
        if (!File.Exists("/usr/bin/prlimit"))
        {
            Assert.Ignore("prlimit was not found. Install the Debian package util-linux.");
        }

        await using var place = await SitePlace.MakeAsync(onPostgres);
        Assert.That((await place.RunAsync("demo", "--events", "600")).ExitCode, Is.Zero);
        var to = Path.Combine(place.Folder, "kopier");
        var (code, output) = await CmsProcess.RunCrampedCommandAsync(place.Folder, 300_000, place.Settings, "backup", "--to", to);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(1), output);
            Assert.That(output, onPostgres ? Does.Contain("pg_dump") : Does.Contain("ikke plads").And.Contain(to));
            Assert.That(Directory.GetDirectories(to), Is.Empty);
        });
    }

    [Test]
    public async Task The_server_makes_one_by_itself_and_keeps_the_newest()
    {
        await using var place = await SitePlace.MakeAsync(onPostgres);
        var backups = Path.Combine(place.Folder, "backups");
        await using (await place.StartAsync(("Hedensted:Backup:Every", "1.00:00:00"), ("Hedensted:Backup:Keep", "2")))
        {
            using var watching = new FileSystemWatcher(Directory.CreateDirectory(backups).FullName);
            while (Complete(backups).Length == 0)
            {
                watching.WaitForChanged(WatcherChangeTypes.All, 1_000); // a hint; what is looked at is the folder
            }
        }

        var first = Complete(backups).Single();
        for (var number = 0; number < 2; number++)
        {
            Assert.That((await CmsProcess.RunCommandAsync(place.Folder, [.. place.Settings, ("Hedensted:Backup:Keep", "2")], "backup")).ExitCode, Is.Zero);
        }

        Assert.That(Complete(backups), Has.Length.EqualTo(2).And.Not.Contain(first));

        // What was made while the clock was ahead goes before what is made when it has been set right.
        var kept = Complete(backups).Order(StringComparer.Ordinal).ToArray();
        Directory.Move(kept[0], Path.Combine(backups, "hedensted-29990101T000000Z"));
        Assert.That((await CmsProcess.RunCommandAsync(place.Folder, [.. place.Settings, ("Hedensted:Backup:Keep", "2")], "backup")).ExitCode, Is.Zero);
        Assert.That(Complete(backups), Has.Length.EqualTo(2).And.Contain(kept[1]).And.None.Contains("hedensted-2999"));
    }

    private string VerifiedDump => onPostgres ? $"  bemærk: En PostgreSQL-kopi kan læses til ende; tabellernes sammenhæng efterses, når den er gendannet.{Environment.NewLine}" : "";

    private static async Task<string> BackUpAsync(SitePlace place)
    {
        var (code, output) = await place.RunAsync("backup");
        Assert.That(code, Is.Zero, output);
        return output[..output.IndexOf(": ", StringComparison.Ordinal)];
    }

    private static string[] Complete(string backups) => Directory.Exists(backups) ? Directory.GetDirectories(backups, "hedensted-*") : [];

    private static string EpochOf(string backup) => JsonNode.Parse(File.ReadAllText(Path.Combine(backup, "manifest.json")))!["database"]!["epoch"]!.GetValue<string>();

    private static async Task WriteManifestAsync(string backup, string text)
    {
        await File.WriteAllTextAsync(Path.Combine(backup, "manifest.json"), text);
        await File.WriteAllTextAsync(Path.Combine(backup, "manifest.json.sha256"), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) + "  manifest.json\n");
    }

    private static async Task<HashSet<string>> TitlesAsync(Uri address)
    {
        using var reader = new HttpClient { BaseAddress = address };
        var titles = new HashSet<string>();
        for (string? after = null; ;)
        {
            const string Query = """
                query($after: String) { occurrences(first: 50, after: $after, where: { title: { startsWith: "Prøve " } }) { pageInfo { hasNextPage endCursor } nodes { title } } }
                """;
            using var answer = await reader.PostAsJsonAsync("/graphql", new { query = Query, variables = new { after } });
            var page = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!["data"]!["occurrences"]!;
            titles.UnionWith(page["nodes"]!.AsArray().Select(node => node!["title"]!.GetValue<string>()));
            if (!page["pageInfo"]!["hasNextPage"]!.GetValue<bool>())
            {
                return titles;
            }

            after = page["pageInfo"]!["endCursor"]!.GetValue<string>();
        }
    }
}
