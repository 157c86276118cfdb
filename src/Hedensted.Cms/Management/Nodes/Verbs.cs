namespace Hedensted.Cms.Management.Nodes;

/// <summary>Umbraco's verbs for documents, and how a refusal names them.</summary>
internal static class Verbs
{
    /// <summary>See documents.</summary>
    public const string Read = "Umb.Document.Read";

    /// <summary>Make documents.</summary>
    public const string Create = "Umb.Document.Create";

    /// <summary>Save documents.</summary>
    public const string Update = "Umb.Document.Update";

    /// <summary>Trash and delete documents.</summary>
    public const string Delete = "Umb.Document.Delete";

    /// <summary>Publish.</summary>
    public const string Publish = "Umb.Document.Publish";

    /// <summary>Unpublish.</summary>
    public const string Unpublish = "Umb.Document.Unpublish";

    /// <summary>Copy.</summary>
    public const string Duplicate = "Umb.Document.Duplicate";

    /// <summary>Move and restore.</summary>
    public const string Move = "Umb.Document.Move";

    /// <summary>Order siblings.</summary>
    public const string Sort = "Umb.Document.Sort";

    /// <summary>Bring back an old version.</summary>
    public const string Rollback = "Umb.Document.Rollback";

    /// <summary>Make a template of a document.</summary>
    public const string CreateBlueprint = "Umb.Document.CreateBlueprint";

    /// <summary>Danish, after «Du har ikke lov til at».</summary>
    public static string Describe(string verb) => verb switch
    {
        Read => "se siden",
        Create => "oprette sider her",
        Update => "rette siden",
        Delete => "slette siden",
        Publish => "udgive siden",
        Unpublish => "tage siden ned",
        Duplicate => "kopiere siden",
        Move => "flytte siden hertil",
        Sort => "sortere siderne her",
        CreateBlueprint => "lave en skabelon af siden",
        Rollback => "hente en tidligere version frem",
        _ => "gøre det her",
    };
}
