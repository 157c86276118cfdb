using System.Text;

namespace Hedensted.Content.Tests.Serialisation;

/// <summary>A folder of one test's own, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("usync-").FullName;

    public string Path { get; }

    /// <summary>The repository's own uSync files.</summary>
    public static string Repository
    {
        get
        {
            var directory = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
            while (!File.Exists(System.IO.Path.Combine(directory!.FullName, "Hedensted.Cms.sln")))
            {
                directory = directory.Parent;
            }

            return System.IO.Path.Combine(directory.FullName, "uSync", "v18");
        }
    }

    /// <summary>Writes a file as an editor might: with or without byte-order mark, any newlines.</summary>
    public void Write(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public string Read(string file) => File.ReadAllText(System.IO.Path.Combine(Path, file));

    public bool Has(string file) => File.Exists(System.IO.Path.Combine(Path, file));

    /// <summary>Every file with its bytes, for comparing whole trees.</summary>
    public static SortedDictionary<string, string> Snapshot(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/'), file => Convert.ToHexString(File.ReadAllBytes(file))),
        StringComparer.Ordinal);

    /// <summary>Asserts that two trees are the same byte for byte, and shows the first difference of each file.</summary>
    public static void AssertSame(string actualFolder, string expectedFolder)
    {
        var actual = Snapshot(actualFolder);
        var expected = Snapshot(expectedFolder);
        Assert.Multiple(() =>
        {
            Assert.That(actual.Keys.Except(expected.Keys), Is.Empty);
            Assert.That(expected.Keys.Except(actual.Keys), Is.Empty);
            foreach (var (file, bytes) in expected.Where(file => actual.ContainsKey(file.Key)))
            {
                Assert.That(Text(actual[file]), Is.EqualTo(Text(bytes)), file);
            }
        });
    }

    private static string Text(string bytes) => Encoding.UTF8.GetString(Convert.FromHexString(bytes));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
