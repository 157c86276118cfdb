using Hedensted.Testing;

namespace Hedensted.EndToEnd;

/// <summary>What a webmaster does at the command line, with the real program on a site that has been started once.</summary>
public class CommandTests
{
    private string _data = "";

    [OneTimeSetUp]
    public async Task StartOnceAsync()
    {
        await using var cms = await CmsProcess.StartAsync();
        _data = cms.DataPath;
    }

    [OneTimeTearDown]
    public void Clean() => Directory.Delete(_data, recursive: true);

    [Test]
    public async Task After_a_first_start_an_export_is_the_repositorys_own_files_byte_for_byte_and_there_is_nothing_to_import()
    {
        var folder = CmsProcess.NewFolder();
        var plan = await CmsProcess.RunCommandAsync(_data, "usync", "plan");
        var export = await CmsProcess.RunCommandAsync(_data, "usync", "export", "--folder", folder);
        var source = Path.Combine(Root(), "uSync", "v18");
        var files = Files(source);

        Assert.Multiple(() =>
        {
            Assert.That(plan, Is.EqualTo((0, "Intet at gøre: websted og filer er ens." + Environment.NewLine)));
            Assert.That(export.ExitCode, Is.Zero, export.Output);
            Assert.That(Files(folder), Is.EqualTo(files));
            Assert.That(files.Where(file => !File.ReadAllBytes(Path.Combine(source, file)).SequenceEqual(File.ReadAllBytes(Path.Combine(folder, file)))), Is.Empty);
        });
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task A_broken_file_is_named_with_its_remedy_and_nothing_is_changed()
    {
        var folder = CmsProcess.NewFolder();
        await CmsProcess.RunCommandAsync(_data, "usync", "export", "--folder", folder);
        var broken = Path.Combine(folder, "ContentTypes", "event.config");
        await File.WriteAllTextAsync(broken, (await File.ReadAllTextAsync(broken))[..400]);
        var import = await CmsProcess.RunCommandAsync(_data, "usync", "import", "--folder", folder);
        var plan = await CmsProcess.RunCommandAsync(_data, "usync", "plan");

        Assert.Multiple(() =>
        {
            Assert.That(import.ExitCode, Is.EqualTo(1));
            Assert.That(import.Output, Does.Contain("event.config"));
            Assert.That(import.Output, Does.Contain("Intet er ændret"));
            Assert.That(plan.Output, Does.StartWith("Intet at gøre"));
        });
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task Examples_go_and_come_again()
    {
        var removed = await CmsProcess.RunCommandAsync(_data, "examples", "remove");
        var added = await CmsProcess.RunCommandAsync(_data, "examples", "add");
        var again = await CmsProcess.RunCommandAsync(_data, "examples", "add");

        Assert.Multiple(() =>
        {
            Assert.That(removed.Output, Does.Match("^[0-9]+ eksempler fjernet"));
            Assert.That(added.Output, Does.Match("^[0-9]+ eksempler tilføjet"));
            Assert.That(again.Output, Does.StartWith("Eksemplerne er der allerede."));
        });
    }

    [Test]
    public async Task A_word_that_is_no_command_is_answered_with_those_that_are()
    {
        var (code, output) = await CmsProcess.RunCommandAsync(_data, "usyncc");
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(64));
            Assert.That(output, Does.Contain("usync plan").And.Contain("examples add").And.Contain("schema export"));
        });
    }

    private static string[] Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Hedensted.Cms.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
