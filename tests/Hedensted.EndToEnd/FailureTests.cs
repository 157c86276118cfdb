using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Hedensted.Testing;
using Microsoft.Data.Sqlite;

namespace Hedensted.EndToEnd;

/// <summary>What goes wrong around the program, and what people are told when it does.</summary>
public class FailureTests : SiteTests
{
    private static readonly string[] ReadersAddresses = ["/", "/strategi", "/skaerm/hedensted", "/graphql?query={__typename}", "/health/ready"];

    private string Database => Path.Combine(Cms.DataPath, "hedensted.sqlite");

    [Test]
    public async Task A_locked_database_is_a_sentence_to_the_editor_and_nothing_to_readers()
    {
        using var editor = await SignInAsync();
        await editor.PublishEventAsync($"Før {Guid.NewGuid():N}", DanishTime.Today.AddDays(3).AddHours(10));
        await using (var another = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            await another.OpenAsync();
            await using var hold = another.BeginTransaction(deferred: false);
            var refused = Assert.ThrowsAsync<InvalidOperationException>(() => editor.PublishEventAsync("Imens", DanishTime.Today.AddDays(3).AddHours(10)));
            Assert.That(refused!.Message, Does.Contain("503").And.Contain("Databasen er optaget lige nu"));
            var (status, told) = await SignInFailsAsync(Cms.Address);
            Assert.That(status, Is.EqualTo(503));
            Assert.That(told, Does.Contain("Databasen er optaget lige nu"));
            await AssertReadersAreServedAsync();
        }

        await editor.PublishEventAsync($"Efter {Guid.NewGuid():N}", DanishTime.Today.AddDays(3).AddHours(10));
    }

    [Test]
    public async Task A_full_disk_is_a_sentence_and_nothing_is_broken_when_there_is_room_again()
    {
        if (!File.Exists("/usr/bin/prlimit"))
        {
            Assert.Ignore("prlimit was not found. Install the Debian package util-linux.");
        }

        await using var cms = await CmsProcess.StartAsync();
        using var editor = await BackofficeSession.SignInAsync(cms.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);
        var before = $"Før {Guid.NewGuid():N}";
        await editor.PublishEventAsync(before, DanishTime.Today.AddDays(3).AddHours(10));
        var items = Directory.GetDirectories(Path.Combine(cms.DataPath, "media")).Length;

        await LimitFilesAsync(cms.Id, "1000:unlimited");
        var refused = Assert.ThrowsAsync<InvalidOperationException>(() => editor.PublishEventAsync("Imens", DanishTime.Today.AddDays(3).AddHours(10)));
        using var upload = await UploadAsync(editor, Guid.NewGuid(), "stor.txt", Encoding.UTF8.GetBytes(new string('a', 200_000)));
        var told = await upload.Content.ReadAsStringAsync();
        var signIn = await SignInFailsAsync(cms.Address);
        using (var reader = new HttpClient { BaseAddress = cms.Address })
        {
            Assert.That((await reader.GetAsync(new Uri("/", UriKind.Relative))).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }

        await LimitFilesAsync(cms.Id, "unlimited:unlimited");
        var after = $"Efter {Guid.NewGuid():N}";
        await editor.PublishEventAsync(after, DanishTime.Today.AddDays(3).AddHours(10));

        await cms.KillAsync();
        await using var again = await CmsProcess.StartAsync(cms.DataPath);
        var titles = await TitlesAsync(again.Address);
        Assert.Multiple(() =>
        {
            Assert.That(refused!.Message, Does.Contain("507").And.Contain("disk er fuld"));
            Assert.That((int)upload.StatusCode, Is.EqualTo(507));
            Assert.That(signIn.Status, Is.EqualTo(507), signIn.Told);
            Assert.That(told, Does.Contain("ikke plads"));
            Assert.That(titles, Does.Contain(before).And.Contain(after).And.Not.Contain("Imens"));
            Assert.That(Directory.GetDirectories(Path.Combine(cms.DataPath, "media")), Has.Length.EqualTo(items));
            Assert.That(Directory.GetFiles(Path.Combine(cms.DataPath, "temp")), Is.Empty, "half an upload");
        });
    }

    [Test]
    public async Task A_server_that_dies_during_an_upload_leaves_no_half_file_and_takes_it_the_next_time()
    {
        await using var cms = await CmsProcess.StartAsync();
        var id = Guid.NewGuid();
        using (var editor = await BackofficeSession.SignInAsync(cms.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword))
        {
            using var half = new HalfContent();
            var upload = UploadAsync(editor, id, "halv.txt", half);
            await half.Sent;
            await cms.KillAsync();
            half.GiveUp();
            Assert.That(async () => await upload, Throws.InstanceOf<HttpRequestException>());
        }

        await using var again = await CmsProcess.StartAsync(cms.DataPath);
        using var later = await BackofficeSession.SignInAsync(again.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);
        using var known = await later.CallAsync(HttpMethod.Get, $"/temporary-file/{id}");
        using var whole = await UploadAsync(later, id, "hel.txt", Encoding.UTF8.GetBytes("Hele teksten"));
        Assert.Multiple(() =>
        {
            Assert.That(known.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "half an upload counts as none");
            Assert.That(whole.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(Directory.GetDirectories(Path.Combine(cms.DataPath, "media")), Is.Empty);
        });
    }

    [TestCase("ond.html", "<html><script>alert(1)</script></html>", "en webside")]
    [TestCase("ond.png", "<html><script>alert(1)</script></html>", "ikke et PNG-billede")]
    public async Task A_file_that_is_not_what_it_says_is_refused_with_a_sentence(string name, string content, string told)
    {
        using var editor = await SignInAsync();
        using var answer = await UploadAsync(editor, Guid.NewGuid(), name, Encoding.UTF8.GetBytes(content));
        var problem = await answer.Content.ReadFromJsonAsync<JsonNode>();
        Assert.Multiple(() =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(problem!["title"]!.GetValue<string>(), Does.Contain(told).IgnoreCase);
            Assert.That(Directory.GetFiles(Path.Combine(Cms.DataPath, "temp")), Is.Empty);
        });
    }

    [Test]
    public async Task A_damaged_database_ends_the_start_with_a_sentence_that_says_what_to_do()
    {
        var folder = CmsProcess.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "hedensted.sqlite"), new string('x', 8192));
        var (code, output) = await CmsProcess.RunCommandAsync(folder);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(1));
            Assert.That(output, Does.Contain("beskadiget").And.Contain("sikkerhedskopi").And.Contain(folder));
            Assert.That(output, Does.Not.Contain("   at "), "a stack trace");
        });
        Directory.Delete(folder, recursive: true);
    }

    [TestCase(true, TestName = "A_folder_where_the_database_should_be_ends_the_start_with_a_sentence_that_says_what_to_do")]
    [TestCase(false, TestName = "A_database_that_must_be_there_and_is_not_ends_the_start_with_a_sentence_that_says_what_to_do")]
    public async Task A_database_that_cannot_be_opened_ends_the_start(bool isFolder)
    {
        var folder = CmsProcess.NewFolder();
        var database = Path.Combine(folder, "hedensted.sqlite");
        string[] arguments = isFolder ? [] : ["--ConnectionStrings:umbracoDbDSN=Data Source=|DataDirectory|/hedensted.sqlite;Mode=ReadWrite"];
        if (isFolder)
        {
            Directory.CreateDirectory(database);
        }

        var (code, output) = await CmsProcess.RunCommandAsync(folder, arguments);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(1));
            Assert.That(output, Does.Contain("Databasens fil kan ikke åbnes").And.Contain(database).And.Contain("Start så igen"));
            Assert.That(output, Does.Not.Contain("   at "), "a stack trace");
            Assert.That(Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories), Is.EqualTo(isFolder ? [database] : Array.Empty<string>()), "half a site");
        });
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task A_database_that_is_missing_beside_its_files_ends_the_start_instead_of_starting_an_empty_site()
    {
        var folder = CmsProcess.NewFolder();
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "media", "3f2a91c0bd")).FullName, "foto.jpg");
        await File.WriteAllTextAsync(file, "");
        var serve = await CmsProcess.RunCommandAsync(folder);
        var command = await CmsProcess.RunCommandAsync(folder, "usync", "import");
        var left = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);

        await using (var anew = await CmsProcess.StartAsync(folder, ("Hedensted:NewDatabase", "true")))
        {
            Assert.That(File.Exists(file), Is.True);
        }

        Assert.Multiple(() =>
        {
            Assert.That(new[] { serve.ExitCode, command.ExitCode }, Is.All.EqualTo(1));
            Assert.That(serve.Output, Does.Contain("Databasen mangler").And.Contain(folder).And.Contain("sikkerhedskopi").And.Contain("Hedensted__NewDatabase"));
            Assert.That(command.Output, Does.Contain("Databasen mangler"));
            Assert.That(left, Is.EqualTo(new[] { file }), "half a site");
        });
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task A_data_folder_that_cannot_be_used_ends_the_start_with_a_sentence_that_says_what_to_do()
    {
        var folder = CmsProcess.NewFolder();
        var file = Path.Combine(folder, "fil");
        await File.WriteAllTextAsync(file, "");
        var (code, output) = await CmsProcess.RunCommandAsync(Path.Combine(file, "data"));
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(1));
            Assert.That(output, Does.Contain("Datamappen kan ikke bruges").And.Contain("start igen"));
            Assert.That(output, Does.Not.Contain("   at "), "a stack trace");
        });
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task A_port_that_is_taken_ends_the_start_with_a_sentence_that_says_what_to_do()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        var folder = CmsProcess.NewFolder();
        var (code, output) = await CmsProcess.RunCommandAsync(folder, $"--Urls={address}");
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(1));
            Assert.That(output, Does.Contain("Adressen er optaget").And.Contain("--Urls"));
            Assert.That(output, Does.Not.Contain("BackgroundService failed"), "work that was stopped is no crash");
        });
        Directory.Delete(folder, recursive: true);
    }

    // With the right password: it is the database that refuses.
    private static async Task<(int Status, string Told)> SignInFailsAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Add("Origin", address.GetLeftPart(UriPartial.Authority));
        using var answer = await http.PostAsJsonAsync(
            "/umbraco/management/api/v1/security/back-office/login",
            new { username = CmsProcess.AdministratorEmail, password = CmsProcess.AdministratorPassword });
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task AssertReadersAreServedAsync()
    {
        using var reader = new HttpClient { BaseAddress = Cms.Address };
        foreach (var path in ReadersAddresses)
        {
            using var answer = await reader.GetAsync(new Uri(path, UriKind.Relative));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
        }
    }

    private static async Task<string[]> TitlesAsync(Uri address)
    {
        using var reader = new HttpClient { BaseAddress = address };
        using var answer = await reader.PostAsJsonAsync("/graphql", new { query = "{ occurrences(first: 50) { nodes { title } } }" });
        var body = await answer.Content.ReadFromJsonAsync<JsonNode>();
        return [.. body!["data"]!["occurrences"]!["nodes"]!.AsArray().Select(node => node!["title"]!.GetValue<string>())];
    }

    private static Task<HttpResponseMessage> UploadAsync(BackofficeSession editor, Guid id, string name, byte[] bytes) =>
        UploadAsync(editor, id, name, new ByteArrayContent(bytes));

    private static Task<HttpResponseMessage> UploadAsync(BackofficeSession editor, Guid id, string name, HttpContent bytes)
    {
        bytes.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var form = new MultipartFormDataContent { { new StringContent(id.ToString()), "Id" }, { bytes, "File", name } };
        return editor.CallAsync(HttpMethod.Post, "/temporary-file", form);
    }

    // What this process may write to one file; beyond it the system refuses as it does on a full disk.
    private static async Task LimitFilesAsync(int process, string limit)
    {
        using var prlimit = Process.Start("/usr/bin/prlimit", ["--pid", process.ToString(CultureInfo.InvariantCulture), $"--fsize={limit}"]);
        await prlimit.WaitForExitAsync();
        Assert.That(prlimit.ExitCode, Is.Zero);
    }

    /// <summary>A file of which the last part never comes.</summary>
    private sealed class HalfContent : HttpContent
    {
        private readonly TaskCompletionSource _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _never = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Sent => _sent.Task;

        public void GiveUp() => _never.TrySetException(new IOException("The upload was given up."));

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(new string('a', 300_000)));
            await stream.FlushAsync();
            _sent.SetResult();
            await _never.Task;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 400_000;
            return true;
        }
    }
}
