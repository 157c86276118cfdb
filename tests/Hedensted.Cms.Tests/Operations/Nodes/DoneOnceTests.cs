using System.Globalization;
using System.Text.RegularExpressions;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Operations.Nodes;

/// <summary>What servers do by themselves is done by one of them, whichever comes first, and by the other when that one is gone.</summary>
public partial class DoneOnceTests
{
    private const int Colleagues = 24;

    [Test]
    public async Task Each_letter_is_sent_and_the_nights_backup_made_once_by_two_servers_and_by_the_one_that_is_left()
    {
        if (SitePlace.NoPostgres is { } missing)
        {
            Assert.Ignore(missing);
        }

        await using var mail = new MailServer();
        await using var place = await SitePlace.MakeAsync(onPostgres: true);
        var shared = CmsProcess.NewFolder();
        var backups = CmsProcess.NewFolder();
        var settings = place.Settings.Concat(
        [
            ("Hedensted:SharedPath", shared),
            ("Hedensted:Keys:Secret", "en-hemmelighed-som-begge-servere-kender-0123456789"),
            ("Hedensted:Backup:Folder", backups),
            ("Hedensted:Backup:Every", "1.00:00:00"),
            ("Umbraco:CMS:Global:Smtp:Host", "127.0.0.1"),
            ("Umbraco:CMS:Global:Smtp:Port", mail.Port.ToString(CultureInfo.InvariantCulture)),
            ("Umbraco:CMS:Global:Smtp:From", "cms@hedensted.example"),
            ("Umbraco:CMS:Global:Smtp:SecureSocketOptions", "None"),
        ]).ToArray();
        var servers = await Task.WhenAll(CmsProcess.StartAsync(null, settings), CmsProcess.StartAsync(null, settings));
        await using var first = servers[0];
        await using var second = servers[1];
        using var here = await BackofficeSession.SignInAsync(first.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);
        using var there = await BackofficeSession.SignInAsync(second.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);

        var invited = await Task.WhenAll(Enumerable.Range(0, Colleagues).Select(number => InviteAsync(number % 2 == 0 ? here : there)));
        var written = Enumerable.Range(0, Colleagues).Select(_ => Recipient(mail.Next())).ToList();
        await Waiting.UntilAsync(() => Backups(backups).Length > 0);

        await first.KillAsync();
        var late = await InviteAsync(there);
        Assert.Multiple(() =>
        {
            Assert.That(written, Is.EquivalentTo(invited));
            Assert.That(Recipient(mail.Next()), Is.EqualTo(late), "the one that is left sends, and nothing that was sent");
            Assert.That(mail.IsEmpty);
            Assert.That(Backups(backups), Has.Length.EqualTo(1));
        });
    }

    private static string[] Backups(string folder) => Directory.GetDirectories(folder, "hedensted-*");

    private static async Task<string> InviteAsync(BackofficeSession administrator)
    {
        var email = $"{Guid.NewGuid():N}@example.dk";
        using var answer = await administrator.CallAsync(
            HttpMethod.Post, "/user/invite", new { id = Guid.NewGuid(), email, userName = email, name = "Ny Kollega", userGroupIds = new[] { new { id = Umbraco.Cms.Core.Constants.Security.WriterGroupKey } }, message = "Velkommen" });
        Assert.That(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return email;
    }

    private static string Recipient(string letter) => To().Match(letter).Groups[1].Value;

    [GeneratedRegex(@"^To: (\S+)", RegexOptions.Multiline)]
    private static partial Regex To();
}
