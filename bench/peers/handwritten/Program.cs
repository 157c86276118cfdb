// The ceiling for an engine that executes: the two queries by hand, without GraphQL.
// PORT; DATA; WRITER=json writes the objects anew, WRITER=bytes copies members that were encoded when the data were loaded.
using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hedensted.Peers.Handwritten;

var encoded = Environment.GetEnvironmentVariable("WRITER") == "bytes";
var data = new Data(Environment.GetEnvironmentVariable("DATA")!, encoded);
var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Listen(IPAddress.Loopback, int.Parse(Environment.GetEnvironmentVariable("PORT") ?? "4000", CultureInfo.InvariantCulture));
});
var app = builder.Build();
app.Run(async context =>
{
    var body = context.Request.BodyReader;
    ReadResult read;
    while (true)
    {
        read = await body.ReadAsync();
        if (read.IsCompleted)
        {
            break;
        }

        body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
    }

    var buffer = Buffers.Answer;
    buffer.ResetWrittenCount();
    Execute(read.Buffer, buffer);
    body.AdvanceTo(read.Buffer.End);
    context.Response.ContentType = "application/json; charset=utf-8";
    context.Response.ContentLength = buffer.WrittenCount;
    buffer.WrittenSpan.CopyTo(context.Response.BodyWriter.GetSpan(buffer.WrittenCount));
    context.Response.BodyWriter.Advance(buffer.WrittenCount);
});
app.Run();

void Execute(in ReadOnlySequence<byte> request, ArrayBufferWriter<byte> buffer)
{
    string branch = "", area = "", from = "";
    var isCalendar = false;
    var reader = new Utf8JsonReader(request);
    while (reader.Read())
    {
        if (reader.TokenType != JsonTokenType.PropertyName)
        {
            continue;
        }

        if (reader.ValueTextEquals("query"u8))
        {
            reader.Read();
            isCalendar = reader.GetString()!.Contains("Calendar", StringComparison.Ordinal);
        }
        else if (reader.ValueTextEquals("branch"u8))
        {
            reader.Read();
            branch = reader.GetString()!;
        }
        else if (reader.ValueTextEquals("area"u8))
        {
            reader.Read();
            area = reader.GetString()!;
        }
        else if (reader.ValueTextEquals("from"u8))
        {
            reader.Read();
            from = reader.GetString()!;
        }
    }

    var source = isCalendar ? data.ByArea.GetValueOrDefault(area, []) : data.ByBranch.GetValueOrDefault(branch, []);
    var start = DateTimeOffset.Parse(from, CultureInfo.InvariantCulture).UtcTicks;
    int low = 0, high = source.Length;
    while (low < high)
    {
        var middle = (low + high) >>> 1;
        (low, high) = source[middle].Start < start ? (middle + 1, high) : (low, middle);
    }

    var items = source.AsSpan(low, Math.Min(isCalendar ? 50 : 10, source.Length - low));
    var page = new Page(items, low + items.Length < source.Length, isCalendar);
    if (encoded)
    {
        page.Copy(buffer);
    }
    else
    {
        var json = Buffers.Json;
        json.Reset(buffer);
        page.Write(json);
    }
}

/// <summary>One buffer and writer a thread.</summary>
internal static class Buffers
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? answer;

    [ThreadStatic]
    private static Utf8JsonWriter? json;

    public static ArrayBufferWriter<byte> Answer => answer ??= new(64 * 1024);

    public static Utf8JsonWriter Json => json ??= new(Answer, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
