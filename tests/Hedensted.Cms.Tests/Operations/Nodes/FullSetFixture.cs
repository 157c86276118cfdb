using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hedensted.Testing;
using Npgsql;

namespace Hedensted.Cms.Tests.Operations.Nodes;

/// <summary>A full set for the tests of a class: two servers with the backoffice and two that deliver, behind a proxy, from the configuration that operators use.</summary>
[NonParallelizable]
public abstract class FullSetFixture
{
    /// <summary>What readers ask while something happens.</summary>
    protected static readonly string[] Asked = ["/", "/graphql?query=%7B__typename%7D", "/api/v1/events?_format=json"];

    protected static readonly string[] Delivering = ["delivery-1", "delivery-2"];

    private protected FullSet Set { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        if (FullSet.Missing() is { } missing)
        {
            Assert.Ignore(missing);
        }

        Set = await FullSet.StartAsync();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (Set is not null)
        {
            await Set.DisposeAsync();
        }
    }

    protected static DateTime Soon => DanishTime.Today.AddDays(3).AddHours(10);

    protected async Task<List<T>> RowsAsync<T>(string statement, Func<NpgsqlDataReader, T> read)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Set.Database) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<T>();
        while (await rows.ReadAsync())
        {
            found.Add(read(rows));
        }

        return found;
    }

    /// <summary>Whether readers of a server find an event that was published by then.</summary>
    protected async Task<bool> IsReadAsync(string server, long position, string title) =>
        await CountAsync(server, position, new JsonObject { ["eq"] = title }) > 0;

    /// <summary>How many dates readers of a server find whose title fits.</summary>
    protected async Task<int> CountAsync(string server, long position, JsonObject title)
    {
        using var reader = Set.Reader(server);
        JsonNode? body = null;
        await Waiting.UntilAsync(async () =>
        {
            using var question = new HttpRequestMessage(HttpMethod.Post, "/graphql")
            {
                Content = JsonContent.Create(new
                {
                    query = "query($title: StringOperationFilterInput) { occurrences(where: { title: $title }) { totalCount } }",
                    variables = new { title = title.DeepClone() },
                }),
            };
            question.Headers.Add("Hedensted-Min-Position", position.ToString(CultureInfo.InvariantCulture));
            using var answer = await reader.SendAsync(question);
            body = await answer.Content.ReadFromJsonAsync<JsonNode>();
            return answer.IsSuccessStatusCode && BackofficeSession.PositionOf(answer) >= position;
        });
        return body!["data"]!["occurrences"]!["totalCount"]!.GetValue<int>();
    }

    protected static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path, params (string Name, string Value)[] headers)
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            question.Headers.Add(name, value);
        }

        try
        {
            using var answer = await client.SendAsync(question);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return default; // nobody listens yet
        }
    }
}
