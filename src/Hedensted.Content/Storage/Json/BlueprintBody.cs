using Hedensted.Content.Model;

namespace Hedensted.Content.Storage.Json;

/// <summary>A document template as its row keeps it.</summary>
internal sealed record BlueprintBody(Guid ContentTypeKey, string Folder, string Content, DateTimeOffset CreateDate, DateTimeOffset UpdateDate)
{
    public static BlueprintBody Of(Blueprint blueprint) =>
        new(blueprint.ContentTypeKey, blueprint.Folder, ContentJson.Write(blueprint.Content), blueprint.CreateDate, blueprint.UpdateDate);

    public Blueprint ToModel(Guid key) => new()
    {
        Key = key,
        ContentTypeKey = ContentTypeKey,
        Folder = Folder,
        Content = ContentJson.Read(Content),
        CreateDate = CreateDate,
        UpdateDate = UpdateDate,
    };
}
