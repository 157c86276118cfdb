using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;

namespace Hedensted.GraphQL.Reading;

/// <summary>A slide of a playlist: a block, whose fields depend on its kind.</summary>
/// <param name="Block">The block.</param>
/// <param name="Kind">The alias of its type.</param>
/// <param name="Seconds">How long it stays unless it says otherwise.</param>
internal sealed record Slide(Block Block, string Kind, int Seconds)
{
    public PublishedDocument? Picked(string alias, ReadScope scope, params ReadOnlySpan<string> types) =>
        Block.ValueOf(alias).AsKeys() is [var key, ..] ? scope.Find(key, types) : null;

    public PublishedMedia? Media(string alias, ReadScope scope) =>
        Block.ValueOf(alias).AsKeys() is [var key, ..] ? scope.Edition.FindMedia(key) : null;

    public string? Url(ReadScope scope)
    {
        foreach (var alias in (ReadOnlySpan<string>)["event", "dialogue", "focusArea", "form", "room"])
        {
            if (Block.ValueOf(alias).AsKeys() is [var key, ..] && scope.Find(key) is { } document)
            {
                return scope.PathOf(document);
            }
        }

        return null;
    }
}
