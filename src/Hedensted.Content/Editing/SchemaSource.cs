using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing;

/// <summary>The types as they stand now, for those who edit; readers take them from their edition.</summary>
public sealed class SchemaSource
{
    private readonly ContentDatabase _database;
    private readonly SchemaCache _schemas;

    internal SchemaSource(ContentDatabase database, SchemaCache schemas) => (_database, _schemas) = (database, schemas);

    /// <summary>The newest committed schema; read from the database once per schema change.</summary>
    public async ValueTask<ContentSchema> CurrentAsync(CancellationToken cancellationToken) =>
        await _database.ReadAsync(
            async context =>
            {
                // Position before definitions: read in between, a change makes us read once more next time, never keep the old.
                var position = await context.FeedHead.Select(head => head.SchemaPosition).SingleAsync(cancellationToken);
                return await _schemas.ReadAsync(context, position, cancellationToken);
            },
            cancellationToken);
}
