using Hedensted.Cms;
using Hedensted.Cms.Operations;
using Hedensted.Cms.Operations.Nodes;

if (args is [HealthProbe.Command, .. var rest])
{
    return await HealthProbe.RunAsync(rest.FirstOrDefault());
}

var builder = WebApplication.CreateBuilder(args);
try
{
    builder.AddHedenstedCms();
}
catch (Exception refused) when (CommandLine.Explain(refused) is not null)
{
    await Console.Error.WriteLineAsync(CommandLine.Explain(refused));
    return 1;
}

await using var app = builder.Build();
app.UseHedenstedCms();
return await CommandLine.RunAsync(app, args);

/// <summary>The host's entry point, named so that tests can start it.</summary>
public partial class Program;
