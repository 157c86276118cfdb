using Hedensted.Content.Model;

namespace Hedensted.Content.Serialisation;

/// <summary>Templates stand in files as documents do: one that stands nowhere and that no reader sees.</summary>
internal static class BlueprintNode
{
    /// <summary>The document that a template's file holds.</summary>
    public static SiteNode Of(Blueprint blueprint) => new()
    {
        Key = blueprint.Key,
        Kind = NodeKind.Document,
        ContentTypeKey = blueprint.ContentTypeKey,
        CreateDate = blueprint.CreateDate,
        Content = blueprint.Content,
    };

    /// <summary>The template that such a document stands for.</summary>
    public static Blueprint ToBlueprint(SiteNode node) => new()
    {
        Key = node.Key,
        ContentTypeKey = node.ContentTypeKey,
        Content = node.Content,
        CreateDate = node.CreateDate,
        UpdateDate = node.CreateDate,
    };
}
