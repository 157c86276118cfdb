using System.Text.Json;
using System.Text.Json.Serialization;
using Hedensted.Content.Published;
using Hedensted.GraphQL;

namespace Hedensted.Cms.Site;

/// <summary>Reads pages out of one edition by the public API's own operations, in process.</summary>
internal sealed class SiteReader(PublicGraphQL api, EditionSource editions)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = false,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>The edition of the page being made; taken once, so that a page never mixes two.</summary>
    public Edition Edition { get; private set; } = editions.Current;

    /// <summary>Reads in another language than the edition's own, for a page whose address is in it.</summary>
    public string? Language { get; set; }

    /// <summary>Shows a draft in place of what everybody sees; before anything is read.</summary>
    public void ShowPreview(Edition preview) => Edition = preview;

    /// <summary>Waits until the edition can be searched, which takes a moment when the server has just started.</summary>
    public Task WhenSearchableAsync(CancellationToken cancellationToken) => PublicGraphQL.WhenSearchableAsync(Edition, cancellationToken);

    /// <summary>Runs one operation.</summary>
    /// <exception cref="InvalidOperationException">The API answered with errors: the operation and the schema disagree, which is ours to mend.</exception>
    public T Read<T>(string operation, object? variables = null)
        where T : class => ReadOn<T>(operation, variables) ?? throw new InvalidOperationException("The public API refused a cursor where none was given.");

    /// <summary>Runs one operation that goes on where a page before ended; null when no page ended there, as when an address was cut off on its way.</summary>
    /// <exception cref="InvalidOperationException">The API answered with other errors.</exception>
    public T? ReadOn<T>(string operation, object? variables)
        where T : class
    {
        using var answer = api.Execute(Edition, operation, variables, Language);
        if (!answer.RootElement.TryGetProperty("errors", out var errors))
        {
            return answer.RootElement.GetProperty("data").Deserialize<T>(Json) ?? throw new InvalidOperationException("The public API answered without data.");
        }

        return errors.EnumerateArray().All(error => error.TryGetProperty("extensions", out var more) && more.TryGetProperty("code", out var code) && code.ValueEquals("INVALID_CURSOR"))
            ? null
            : throw new InvalidOperationException($"The public API answered with errors: {errors.GetRawText()}");
    }
}
