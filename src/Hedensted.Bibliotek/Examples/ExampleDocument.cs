using System.Collections.Immutable;
using Hedensted.Content.Model;

namespace Hedensted.Bibliotek.Examples;

/// <summary>A document that shows a new site in use; it is marked as an example and never exported.</summary>
/// <param name="Key">The same for the same name on every site and at every start, so that adding twice adds once.</param>
/// <param name="TypeAlias">Its document type.</param>
/// <param name="ParentKey">A node of <see cref="StartingSite"/>, or an example earlier in the list.</param>
/// <param name="Name">Its name in the tree.</param>
/// <param name="Values">Its values in the shapes that the property editors read and write.</param>
public sealed record ExampleDocument(Guid Key, string TypeAlias, Guid ParentKey, string Name, ImmutableArray<PropertyValue> Values);
