using System.Text.Json;
using Hedensted.Content.Published;

namespace Hedensted.GraphQL;

/// <summary>The public GraphQL API, for callers in the same process: the site and the screens read nothing else.</summary>
public sealed class PublicGraphQL
{
    /// <summary>Executes one of the API's operations against an edition.</summary>
    /// <param name="edition">What to read; take <see cref="EditionSource.Current"/> once per page.</param>
    /// <param name="document">The GraphQL document (a constant: it is compiled once).</param>
    /// <param name="variables">Serialised to the variables' JSON; null for none.</param>
    /// <returns>The answer: <c>data</c> and perhaps <c>errors</c>. Dispose it.</returns>
    public JsonDocument Execute(Edition edition, string document, object? variables = null) => throw new NotImplementedException();
}
