using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Bibliotek.Values;

namespace Hedensted.GraphQL.Reading;

/// <summary>One link of a link picker.</summary>
/// <param name="Name">Its text.</param>
/// <param name="Address">The typed address; null when it points at a document or media item.</param>
/// <param name="QueryString">What is appended, with <c>?</c> or <c>#</c>.</param>
/// <param name="Target">E.g. <c>_blank</c>.</param>
/// <param name="Key">The document or media item that it points at.</param>
internal sealed record Link(string? Name, string? Address, string? QueryString, string? Target, Guid? Key)
{
    public static ImmutableArray<Link> ListOf(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Array } list)
        {
            return [];
        }

        var links = ImmutableArray.CreateBuilder<Link>();
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                var keys = Member(item, "unique").AsKeys();
                links.Add(new Link(
                    Member(item, "name").AsText(),
                    Urls.Safe(Member(item, "url").AsText()),
                    Member(item, "queryString").AsText(),
                    Member(item, "target").AsText(),
                    keys.IsEmpty ? Member(item, "udi").AsKeys() is [var key, ..] ? key : null : keys[0]));
            }
        }

        return links.DrainToImmutable();
    }

    /// <summary>Where it leads today; null when what it points at is not published.</summary>
    public string? Url(ReadScope scope)
    {
        if (Key is not { } key)
        {
            return Address is null ? null : Address + QueryString;
        }

        var url = scope.Find(key) is { } document ? scope.PathOf(document) : scope.FindMedia(key)?.Url;
        return url is null ? null : url + QueryString;
    }

    /// <summary>Those that lead somewhere.</summary>
    public static IReadOnlyList<Link> Alive(ImmutableArray<Link> links, ReadScope scope) => [.. links.Where(link => link.Url(scope) is not null)];

    private static JsonElement? Member(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value : null;
}
