using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Hedensted.GraphQL.Caching;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Hedensted.GraphQL.Http;

/// <summary>A request as it came over HTTP: what to run, or why it cannot be.</summary>
internal sealed record HttpQuestion
{
    public ReadOnlyMemory<byte> Document { get; private init; }

    public string? OperationName { get; private init; }

    public ReadOnlyMemory<byte> Variables { get; private init; }

    /// <summary>The bytes that it came in; empty for a GET.</summary>
    public ReadOnlyMemory<byte> Body { get; private init; }

    /// <summary>The answer, when the same bytes have been answered before; nothing else is set then.</summary>
    public Answer? Known { get; private init; }

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
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">Largest body.</param>
    /// <param name="findKnown">Finds the answer to a body that has been answered before; null looks for none.</param>
    public static async ValueTask<HttpQuestion> FromBodyAsync(HttpRequest request, int maxBytes, Func<ReadOnlySequence<byte>, Answer?>? findKnown)
    {
        if (!IsJson(request.ContentType))
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", "Send the request as application/json in UTF-8.");
        }

        if (request.ContentLength > maxBytes)
        {
            return TooLarge(maxBytes);
        }

        var reader = request.BodyReader;
        while (true)
        {
            // A client that leaves ends the reading by itself.
            var read = await reader.ReadAsync();
            if (read.Buffer.Length > maxBytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                return TooLarge(maxBytes);
            }

            if (!read.IsCompleted)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            var known = findKnown?.Invoke(read.Buffer);
            var body = known is null ? read.Buffer.ToArray() : [];
            reader.AdvanceTo(read.Buffer.End);
            return known is null ? Parse(body) : new HttpQuestion { Known = known };
        }
    }

    private static bool IsJson(string? contentType) =>
        contentType is HttpAnswers.Json
        || (MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals(HttpAnswers.Json, StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)));

    private static HttpQuestion TooLarge(int maxBytes) =>
        Refuse(StatusCodes.Status413PayloadTooLarge, "REQUEST_TOO_LARGE", $"Send at most {maxBytes} bytes.");

    private static HttpQuestion Parse(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 64 });
            return Read(json.RootElement) with { Body = body };
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

        try
        {
            var operation = name.ValueKind == JsonValueKind.String ? name.GetString() : null;
            return new HttpQuestion
            {
                Document = TextOf(document),
                OperationName = string.IsNullOrEmpty(operation) ? null : operation,
                Variables = variables.ValueKind == JsonValueKind.Object ? JsonMarshal.GetRawUtf8Value(variables).ToArray() : default,
            };
        }
        catch (InvalidOperationException)
        {
            return Bad("The member query is not valid Unicode.");
        }
    }

    // Most documents come without an escape, and are bytes already.
    private static byte[] TextOf(JsonElement text)
    {
        var raw = JsonMarshal.GetRawUtf8Value(text)[1..^1];
        return raw.Contains((byte)'\\') || !Utf8.IsValid(raw) ? Encoding.UTF8.GetBytes(text.GetString()!) : raw.ToArray();
    }

    private static bool IsMissing(JsonElement body, string name, out JsonElement value) =>
        !body.TryGetProperty(name, out value) || value.ValueKind == JsonValueKind.Null;

    private static HttpQuestion Bad(string message) => Refuse(StatusCodes.Status400BadRequest, "BAD_REQUEST", message);

    private static HttpQuestion Refuse(int status, string code, string message) => new() { Refusal = (status, code, message) };
}
