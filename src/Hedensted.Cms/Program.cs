using Hedensted.Cms;
using Hedensted.Cms.Operations;

var builder = WebApplication.CreateBuilder(args);
builder.AddHedenstedCms();
await using var app = builder.Build();
app.UseHedenstedCms();
return await CommandLine.RunAsync(app, args);

/// <summary>The host's entry point, named so that tests can start it.</summary>
public partial class Program;
