using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Reading;

namespace Hedensted.GraphQL.Tests;

/// <summary>What the tests read from the repository they run in.</summary>
internal static class Repository
{
    private static readonly string Root = Find();

    private static readonly Lazy<SiteState> State = new(() => SiteReader.Read(Path.Combine(Root, "uSync", "v18"), SiteState.Empty).State);

    /// <summary>The site as it starts: the library's own types, strategy and places.</summary>
    public static SiteState Site => State.Value;

    public static string SchemaFile => Path.Combine(Root, "src", "Hedensted.GraphQL", "schema.graphql");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Hedensted.Cms.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests must run inside the repository, because they read uSync/v18 from it.");
    }
}
