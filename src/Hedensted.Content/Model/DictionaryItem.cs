using System.Collections.Immutable;

namespace Hedensted.Content.Model;

/// <summary>A short text that templates look up by name.</summary>
/// <param name="Key">Permanent identity.</param>
/// <param name="Name">The look-up name, unique, e.g. <c>event.cancelled</c>.</param>
/// <param name="ParentKey">The item that it stands under.</param>
/// <param name="Translations">ISO code → text; languages without a text are absent.</param>
public sealed record DictionaryItem(Guid Key, string Name, Guid? ParentKey, ImmutableSortedDictionary<string, string> Translations);
