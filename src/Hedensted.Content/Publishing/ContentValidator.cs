using System.Collections.Immutable;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;

namespace Hedensted.Content.Publishing;

/// <summary>Finds what keeps content from being published: mandatory, pattern and the property editor's own rules, blocks included.</summary>
public sealed class ContentValidator
{
    /// <summary>Errors in these cultures (empty: all), in the order of the type's properties.</summary>
    public ImmutableArray<ValidationError> Validate(ContentSchema schema, ContentType type, NodeContent content, ImmutableArray<string> cultures) => throw new NotImplementedException();
}
