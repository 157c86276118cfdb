using Hedensted.Content.Model;

namespace Hedensted.Content.Publishing;

/// <summary>Sees what an editor does well to know about content that may be published all the same; what keeps it back is an <see cref="IContentRule"/>.</summary>
public interface IContentAdvice
{
    /// <summary>What there is to know, the most important first; nothing when it is not about this type.</summary>
    IEnumerable<ContentAdvice> Of(ContentType type, NodeContent content);
}

/// <summary>A warning, never a bar.</summary>
/// <param name="Alias">The property that it is about.</param>
/// <param name="Message">What is missing and what to do, in the editor's language.</param>
public sealed record ContentAdvice(string Alias, string Message);
