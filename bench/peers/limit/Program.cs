// The limit of the machine: Kestrel reads the request, then answers finished bytes.
// PORT; ANSWERS: a folder with q1.json, q2.json, …; the path of the address picks one.
using System.Globalization;
using System.Net;

var answers = Directory.GetFiles(Environment.GetEnvironmentVariable("ANSWERS")!, "*.json")
    .ToDictionary(file => "/" + Path.GetFileNameWithoutExtension(file), File.ReadAllBytes);

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
    while (true)
    {
        var read = await body.ReadAsync();
        body.AdvanceTo(read.Buffer.End);
        if (read.IsCompleted)
        {
            break;
        }
    }

    if (!answers.TryGetValue(context.Request.Path.Value!, out var answer))
    {
        context.Response.StatusCode = 404;
        return;
    }

    context.Response.ContentType = "application/json; charset=utf-8";
    context.Response.ContentLength = answer.Length;
    await context.Response.BodyWriter.WriteAsync(answer);
});
app.Run();
