using Hedensted.Content.Model;

namespace Hedensted.Content.Editing;

/// <summary>The types as they stand now, for those who edit; readers take them from their edition.</summary>
public sealed class SchemaSource
{
    /// <summary>The newest committed schema; read from the database once per schema change.</summary>
    public ValueTask<ContentSchema> CurrentAsync(CancellationToken cancellationToken) => throw new NotImplementedException();
}
