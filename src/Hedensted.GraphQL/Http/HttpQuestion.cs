using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Hedensted.GraphQL.Http.Documents;
using Microsoft.AspNetCore.Http;

namespace Hedensted.GraphQL.Http;

/// <summary>A request as it came over HTTP: what to run, or why it cannot be. Its bytes are good until it is disposed.</summary>
internal sealed class HttpQuestion : IDisposable
{
    private byte[]? _rented;
    private int _length;

    /// <summary>The bytes that a POST came in; empty for a GET, and when they were refused unseen.</summary>
    public ReadOnlyMemory<byte> Body => _rented.AsMemory(0, _length);

    /// <summary>The document; empty when the request only names one.</summary>
    public ReadOnlyMemory<byte> Document { get; private set; }

    /// <summary>The name of a persisted document; null when the request has none.</summary>
    public string? DocumentId { get; private set; }

    /// <summary>What <c>extensions.persistedQuery</c> says; null when it is not there.</summary>
    public PersistedQuery? PersistedQuery { get; private set; }

    public string? OperationName { get; private set; }

    /// <summary>A JSON object; empty for none.</summary>
    public ReadOnlyMemory<byte> Variables { get; private set; }

    /// <summary>Why it is refused; null when it is in order.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Reads the query string of a GET.</summary>
    public static HttpQuestion FromQuery(IQueryCollection query)
    {
        var question = new HttpQuestion
        {
            Document = query["query"] is [{ Length: > 0 } document] ? Encoding.UTF8.GetBytes(document) : default,
            DocumentId = query["documentId"] is [{ Length: > 0 } id] ? id : null,
            OperationName = query["operationName"] is [{ Length: > 0 } name] ? name : null,
        };
        try
        {
            if (query["variables"] is [{ Length: > 0 } variables])
            {
                var text = Encoding.UTF8.GetBytes(variables);
                using var json = JsonDocument.Parse(text);
                question.Variables = json.RootElement.ValueKind == JsonValueKind.Object ? text : default;
                question.Expect(json.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Null, "The parameter variables is a JSON object.");
            }

            if (query["extensions"] is [{ Length: > 0 } extensions])
            {
                using var json = JsonDocument.Parse(extensions);
                question.ReadExtensions(json.RootElement);
            }
        }
        catch (JsonException)
        {
            question.Refusal = Refusal.BadRequest("The parameters variables and extensions are JSON.");
        }

        return question;
    }

    /// <summary>Takes the body of a POST, and looks no further: see <see cref="Parse"/>.</summary>
    public static async Task<HttpQuestion> FromBodyAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (!MediaTypes.IsJson(request.ContentType) || request.Headers.ContentEncoding.Count > 0)
        {
            return Refuse(new Refusal("UNSUPPORTED_MEDIA_TYPE", "Send the request as application/json in UTF-8, not compressed.", StatusCodes.Status415UnsupportedMediaType));
        }

        if (await HttpBody.ReadAsync(request, maxBytes, cancellationToken) is not var (array, length))
        {
            return Refuse(new Refusal("REQUEST_TOO_LARGE", $"Send at most {maxBytes} bytes.", StatusCodes.Status413PayloadTooLarge));
        }

        return new HttpQuestion { _rented = array, _length = length };
    }

    /// <summary>Looks into the body of a POST; does nothing to what has none.</summary>
    public void Parse()
    {
        if (_rented is null)
        {
            return;
        }

        if (!Utf8.IsValid(Body.Span))
        {
            Refusal = Refusal.BadRequest("The body is not UTF-8.");
            return;
        }

        try
        {
            Read(_length);
        }
        catch (JsonException)
        {
            Refusal = Refusal.BadRequest("The body is not JSON.");
        }
        catch (InvalidOperationException)
        {
            Refusal = Refusal.BadRequest("A text of the body is not valid Unicode.");
        }
    }

    /// <summary>The same request for a document that the address names.</summary>
    public void Name(string documentId)
    {
        Expect(DocumentId is null && Document.IsEmpty, "The address names the document; leave out query and documentId.");
        DocumentId = documentId;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_rented is { } array)
        {
            (_rented, _length) = (null, 0);
            ArrayPool<byte>.Shared.Return(array);
        }
    }

    private static HttpQuestion Refuse(Refusal refusal) => new() { Refusal = refusal };

    // One pass; unknown members are passed over, and of a member that comes twice the last counts, as in every browser.
    private void Read(int length)
    {
        var reader = new Utf8JsonReader(_rented.AsSpan(0, length), new JsonReaderOptions { MaxDepth = 64 });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Refusal = Refusal.BadRequest(reader.TokenType == JsonTokenType.StartArray
                ? "Send one request at a time; a list of requests is not supported."
                : "The body is a JSON object with the member query.");
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("query"u8))
            {
                reader.Read();
                Expect(reader.TokenType is JsonTokenType.String or JsonTokenType.Null, "The member query is the document, a string.");
                Document = reader.TokenType == JsonTokenType.String ? Text(ref reader, length) : default;
                reader.Skip();
            }
            else if (reader.ValueTextEquals("documentId"u8))
            {
                DocumentId = TextOrNull(ref reader, "The member documentId is a string.");
            }
            else if (reader.ValueTextEquals("operationName"u8))
            {
                OperationName = TextOrNull(ref reader, "The member operationName is a string.");
            }
            else if (reader.ValueTextEquals("variables"u8))
            {
                reader.Read();
                Expect(reader.TokenType is JsonTokenType.StartObject or JsonTokenType.Null, "The member variables is a JSON object.");
                var start = (int)reader.TokenStartIndex;
                var isObject = reader.TokenType == JsonTokenType.StartObject;
                reader.Skip();
                Variables = isObject ? _rented.AsMemory(start, (int)reader.BytesConsumed - start) : default;
            }
            else if (reader.ValueTextEquals("extensions"u8))
            {
                reader.Read();
                using var json = JsonDocument.ParseValue(ref reader);
                ReadExtensions(json.RootElement);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        // What comes after the object is no JSON either.
        reader.Read();
    }

    // The document as it stands, or without its escapes in the second half of the array.
    private ReadOnlyMemory<byte> Text(ref Utf8JsonReader reader, int length)
    {
        if (!reader.ValueIsEscaped)
        {
            return _rented.AsMemory((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        }

        var written = reader.CopyString(_rented.AsSpan(length));
        return _rented.AsMemory(length, written);
    }

    private string? TextOrNull(ref Utf8JsonReader reader, string expected)
    {
        reader.Read();
        Expect(reader.TokenType is JsonTokenType.String or JsonTokenType.Null, expected);
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        reader.Skip();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private void ReadExtensions(JsonElement extensions)
    {
        Expect(extensions.ValueKind is JsonValueKind.Object or JsonValueKind.Null, "The member extensions is a JSON object.");
        if (extensions.ValueKind == JsonValueKind.Object && extensions.TryGetProperty("persistedQuery", out var persisted) && persisted.ValueKind != JsonValueKind.Null)
        {
            PersistedQuery = PersistedQuery.Read(persisted);
            Expect(PersistedQuery is not null, "The extension persistedQuery is an object with version and sha256Hash, 64 hexadecimal digits.");
        }
    }

    private void Expect(bool isRight, string otherwise)
    {
        if (!isRight)
        {
            Refusal ??= Refusal.BadRequest(otherwise);
        }
    }
}
