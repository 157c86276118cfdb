using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Hedensted.GraphQL.Http;

/// <summary>A request as it came over HTTP: what to run, or why it cannot be.</summary>
internal sealed record HttpQuestion
{
    public ReadOnlyMemory<byte> Document { get; private init; }

    public string? OperationName { get; private init; }

    public ReadOnlyMemory<byte> Variables { get; private init; }

    /// <summary>Why it is refused; null when it is in order.</summary>
    public (int Status, string Code, string Message)? Refusal { get; private init; }

    /// <summary>Reads the query string of a GET.</summary>
    public static HttpQuestion FromQuery(IQueryCollection query)
    {
        if (query["query"] is not [{ Length: > 0 } document])
        {
            return Bad("Give the document in the parameter query.");
        }

        ReadOnlyMemory<byte> variables = default;
        if (query["variables"] is [{ Length: > 0 } text])
        {
            variables = Encoding.UTF8.GetBytes(text);
            try
            {
                using var json = JsonDocument.Parse(variables);
                if (json.RootElement.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
                {
                    return Bad("The parameter variables is a JSON object.");
                }

                variables = json.RootElement.ValueKind == JsonValueKind.Null ? default : variables;
            }
            catch (JsonException)
            {
                return Bad("The parameter variables is not JSON.");
            }
        }

        return new HttpQuestion
        {
            Document = Encoding.UTF8.GetBytes(document),
            OperationName = query["operationName"] is [{ Length: > 0 } name] ? name : null,
            Variables = variables,
        };
    }

    /// <summary>Reads the body of a POST.</summary>
    public static async Task<HttpQuestion> FromBodyAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals(HttpAnswers.Json, StringComparison.OrdinalIgnoreCase)
            || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", "Send the request as application/json in UTF-8.");
        }

        if (request.ContentLength > maxBytes || await ReadAsync(request, maxBytes, cancellationToken) is not { } body)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, "REQUEST_TOO_LARGE", $"Send at most {maxBytes} bytes.");
        }

        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 64 });
            return Read(json.RootElement);
        }
        catch (JsonException)
        {
            return Bad("The body is not JSON.");
        }
    }

    private static HttpQuestion Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return Bad(body.ValueKind == JsonValueKind.Array
                ? "Send one request at a time; a list of requests is not supported."
                : "The body is a JSON object with the member query.");
        }

        if (!body.TryGetProperty("query", out var document) || document.ValueKind != JsonValueKind.String)
        {
            return Bad("The member query is the document, a string.");
        }

        if (!IsMissing(body, "operationName", out var name) && name.ValueKind != JsonValueKind.String)
        {
            return Bad("The member operationName is a string.");
        }

        if (!IsMissing(body, "variables", out var variables) && variables.ValueKind != JsonValueKind.Object)
        {
            return Bad("The member variables is a JSON object.");
        }

        if (!IsMissing(body, "extensions", out var extensions) && extensions.ValueKind != JsonValueKind.Object)
        {
            return Bad("The member extensions is a JSON object.");
        }

        string text;
        string? operation;
        try
        {
            text = document.GetString()!;
            operation = name.ValueKind == JsonValueKind.String ? name.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return Bad("The member query is not valid Unicode.");
        }

        return new HttpQuestion
        {
            Document = Encoding.UTF8.GetBytes(text),
            OperationName = string.IsNullOrEmpty(operation) ? null : operation,
            Variables = variables.ValueKind == JsonValueKind.Object ? Encoding.UTF8.GetBytes(variables.GetRawText()) : default,
        };
    }

    private static bool IsMissing(JsonElement body, string name, out JsonElement value) =>
        !body.TryGetProperty(name, out value) || value.ValueKind == JsonValueKind.Null;

    private static async Task<byte[]?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(maxBytes, (int)(request.ContentLength ?? 4096)) + 1);
        try
        {
            var length = 0;
            while (true)
            {
                if (length == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                    buffer.CopyTo(larger, 0);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }

                var read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken);
                length += read;
                if (length > maxBytes)
                {
                    return null;
                }

                if (read == 0)
                {
                    return buffer[..length];
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static HttpQuestion Bad(string message) => Refuse(StatusCodes.Status400BadRequest, "BAD_REQUEST", message);

    private static HttpQuestion Refuse(int status, string code, string message) => new() { Refusal = (status, code, message) };
}
