using Hedensted.Content.Editing;
using Hedensted.GraphQL;

namespace Hedensted.Cms.Operations.Commands;

/// <summary><c>schema export</c>.</summary>
internal sealed class SchemaExportCommand : Command
{
    public override string Name => "schema export";

    public override string Help => "skriver det offentlige GraphQL-skema";

    public override IReadOnlyDictionary<string, string?> Options { get; } = new Dictionary<string, string?> { ["--output"] = "filen, der skrives; ellers skærmen" };

    public override async Task<int> RunAsync(IServiceProvider services, IReadOnlyDictionary<string, string> options, TextWriter output, CancellationToken cancellationToken)
    {
        var schema = PublicGraphQL.ExportSchema(await services.GetRequiredService<SchemaSource>().CurrentAsync(cancellationToken));
        if (options.TryGetValue("--output", out var file))
        {
            await File.WriteAllTextAsync(file, schema, cancellationToken);
        }
        else
        {
            await output.WriteAsync(schema);
        }

        return 0;
    }
}
