using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Hedensted.Content;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Hedensted.Content.Publishing;
using Hedensted.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Bench;

/// <summary>The content engine alone with very many documents: what one publish costs, whatever else is published.</summary>
internal static class Scale
{
    private const int Rounds = 50;
    private const int WarmUp = 5;
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(20);
    private static readonly Guid Text = new("5ca1e000-0000-4000-8000-000000000001");
    private static readonly Guid Front = new("5ca1e000-0000-4000-8000-000000000002");
    private static readonly Guid Page = new("5ca1e000-0000-4000-8000-000000000003");
    private static readonly Guid Home = new("5ca1e000-0000-4000-8000-000000000004");

    /// <returns>1 when making the next edition broke the budget.</returns>
    public static async Task<int> RunAsync(int documents)
    {
        var folder = CmsProcess.NewFolder();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Hedensted:DataPath", folder)]).Build();
        var slowest = TimeSpan.Zero;
        await using (var services = new ServiceCollection().AddLogging().AddHedenstedContent(configuration).BuildServiceProvider())
        {
            await ContentStartup.PrepareAsync(services, CancellationToken.None);
            var watch = Stopwatch.StartNew();
            await services.GetRequiredService<SiteStore>().ApplyAsync(Site(documents), null, CancellationToken.None);
            Figures.Row(Of("import", documents), Figures.Seconds(watch.Elapsed));
            slowest = await PublishAsync(services, documents);
        }

        Directory.Delete(folder, recursive: true);
        return slowest < Budget ? 0 : 1;
    }

    private static async Task<TimeSpan> PublishAsync(IServiceProvider services, int documents)
    {
        var (editor, publisher, reader) = (
            services.GetRequiredService<ContentEditor>(), services.GetRequiredService<Publisher>(), services.GetRequiredService<EditionReader>());
        var editions = services.GetRequiredService<EditionSource>();
        var watch = Stopwatch.StartNew();
        await ContentStartup.StartAsync(services, CancellationToken.None);
        Figures.Row(Of("first edition", documents), Figures.Seconds(watch.Elapsed));

        List<TimeSpan> publishing = [], making = [], visible = [];
        var edition = editions.Current;
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            var page = await editor.CreateAsync(new CreateNode(Guid.NewGuid(), NodeKind.Document, Page, Home, Content($"Ny {round}"), null), CancellationToken.None);
            watch.Restart();
            var result = await publisher.PublishAsync(page.Key, [], null, CancellationToken.None);
            var published = watch.Elapsed;
            await editions.WaitForAsync(result.Position!.Value, CancellationToken.None);
            var seen = watch.Elapsed - published;

            // The same once more beside the running follower, to see what the making alone costs.
            var input = await reader.ReadAfterAsync(edition, CancellationToken.None);
            watch.Restart();
            edition = EditionBuilder.Build(edition, input, []);
            if (round >= WarmUp)
            {
                publishing.Add(published);
                visible.Add(seen);
                making.Add(watch.Elapsed);
            }
        }

        Tell("publish", publishing);
        Tell("make the next edition", making);
        Tell("from the publish's answer to visible", visible);
        Figures.Row("memory with two editions", string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalMemory(forceFullCollection: true) / 1_000_000} MB"));
        return making.Max();
    }

    private static void Tell(string what, List<TimeSpan> samples) => Figures.Row(
        $"{what} (median, p99, slowest)",
        string.Join(", ", Figures.Milliseconds(Figures.Percentile(samples, 0.5)), Figures.Milliseconds(Figures.Percentile(samples, 0.99)), Figures.Milliseconds(samples.Max())));

    private static string Of(string what, int documents) => string.Create(CultureInfo.InvariantCulture, $"{what}, {documents:N0} documents");

    private static SiteChanges Site(int documents)
    {
        var body = new string('x', 1_200);
        return new SiteChanges
        {
            Languages = [new(new("5ca1e000-0000-4000-8000-000000000005"), "da", "Dansk", true, true, null)],
            DataTypes = [new DataType { Key = Text, Name = "Tekst", EditorAlias = "Umbraco.TextBox", EditorUiAlias = "Umb.PropertyEditorUi.TextBox" }],
            ContentTypes = [Type(Front, "front") with { AllowedAsRoot = true, AllowedChildren = [Page] }, Type(Page, "page", "title", "body")],
            Nodes =
            [
                Node(Home, null, Front, 0, new NodeContent { Names = [new(null, "Forside")] }),
                .. Enumerable.Range(0, documents).Select(number => Node(Guid.NewGuid(), Home, Page, number, Content($"Arrangement {number}", body))),
            ],
        };
    }

    private static ContentType Type(Guid key, string alias, params string[] properties) => new()
    {
        Key = key,
        Kind = NodeKind.Document,
        Alias = alias,
        Name = alias,
        Properties = [.. properties.Select(property => new PropertyType { Key = Guid.NewGuid(), Alias = property, Name = property, DataTypeKey = Text })],
    };

    private static NodeContent Content(string name, string body = "") => new()
    {
        Names = [new(null, name)],
        Values = ImmutableArray.Create(
            new PropertyValue("title", null, null, JsonSerializer.SerializeToElement(name)), new PropertyValue("body", null, null, JsonSerializer.SerializeToElement(body))),
    };

    private static SiteNode Node(Guid key, Guid? parent, Guid type, int order, NodeContent content) => new()
    {
        Key = key,
        Kind = NodeKind.Document,
        ContentTypeKey = type,
        ParentKey = parent,
        SortOrder = order,
        Content = content,
        PublishedCultures = [""],
    };
}
