using Hedensted.Content.Editing;
using Hedensted.Content.Model;

namespace Hedensted.Content.Publishing;

/// <summary>A rule about several fields at once, asked before publishing after the fields' own rules.</summary>
public interface IContentRule
{
    /// <summary>What keeps this content from being published; nothing when the rule is not about this type.</summary>
    IEnumerable<ValidationError> Check(ContentType type, NodeContent content);
}
