using Hedensted.Content.Editing;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Engine.Types.Comparison;
using Hedensted.GraphQL.Schema;
using Hedensted.GraphQL.Schema.Contract;

namespace Hedensted.Cms.Operations.Commands;

/// <summary><c>schema diff</c>: what clients notice of the site's types, compared with the released schema.</summary>
internal sealed class SchemaDiffCommand : Command
{
    public override string Name => "schema diff";

    public override string Help => "viser, hvad der er ændret i det offentlige GraphQL-skema, siden det blev frigivet";

    public override IReadOnlyDictionary<string, string?> Options { get; } = new Dictionary<string, string?>
    {
        ["--from"] = "skemaet, der sammenlignes med; ellers det frigivne",
        ["--declared"] = "filen med tilsigtede brud; ellers versionens egen",
    };

    public override async Task<int> RunAsync(IServiceProvider services, IReadOnlyDictionary<string, string> options, TextWriter output, CancellationToken cancellationToken)
    {
        SchemaReview review;
        try
        {
            var released = options.TryGetValue("--from", out var from) ? await File.ReadAllTextAsync(from, cancellationToken) : SchemaReview.Released;
            var declared = options.TryGetValue("--declared", out var file) ? await File.ReadAllTextAsync(file, cancellationToken) : SchemaReview.Declarations;
            var current = PublicSchema.Create(await services.GetRequiredService<SchemaSource>().CurrentAsync(cancellationToken));
            review = SchemaReview.Of(released, current, DeclaredChange.ReadList(declared));
        }
        catch (Exception failure) when (failure is FormatException or SchemaException or FileNotFoundException or DirectoryNotFoundException)
        {
            await output.WriteLineAsync($"Kan ikke sammenligne: {failure.Message}");
            return 1;
        }

        foreach (var change in review.Changes)
        {
            var word = change.Severity switch
            {
                ChangeSeverity.Breaking when review.Undeclared.Contains(change) => "bryder",
                ChangeSeverity.Breaking => "erklæret",
                ChangeSeverity.Dangerous => "mærkes",
                _ => "ufarligt",
            };
            await output.WriteLineAsync($"  {word,-9} {change.Kind,-28} {change.Message}");
        }

        await output.WriteLineAsync(review.Undeclared.Count == 0
            ? $"{review.Changes.Count} ændring(er), ingen der bryder uden at være erklæret."
            : $"{review.Undeclared.Count} ændring(er) bryder det, klienter regner med. Gør dem om, eller erklær hver med coordinate, change og reason i schema.changes.json.");
        return review.Undeclared.Count == 0 ? 0 : 1;
    }
}
