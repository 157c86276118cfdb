using System.Text.Json.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Management.People;

/// <summary>Makes groups and colleagues the way an administrator does, over the Management API.</summary>
internal static class Colleagues
{
    public static readonly string[] Reading = ["Umb.Document.Read", "Umb.Document.PropertyValue.Read"];

    public static readonly string[] Writing =
        [.. Reading, "Umb.Document.Create", "Umb.Document.Update", "Umb.Document.Duplicate", "Umb.Document.PropertyValue.Write"];

    public static readonly string[] Deciding =
        [.. Writing, "Umb.Document.Publish", "Umb.Document.Unpublish", "Umb.Document.Delete", "Umb.Document.Move", "Umb.Document.Sort", "Umb.Document.Rollback"];

    /// <summary>What the backoffice sends for a group that may do this everywhere in the content and media sections.</summary>
    public static JsonObject Group(string[] verbs, string[]? sections = null) => new()
    {
        ["id"] = Guid.NewGuid(),
        ["name"] = $"Gruppe {Guid.NewGuid():N}",
        ["alias"] = $"gruppe{Guid.NewGuid():N}",
        ["description"] = null,
        ["icon"] = "icon-users",
        ["sections"] = Texts(sections ?? ["Umb.Section.Content", "Umb.Section.Media"]),
        ["languages"] = new JsonArray(),
        ["hasAccessToAllLanguages"] = true,
        ["documentStartNode"] = null,
        ["documentRootAccess"] = true,
        ["mediaStartNode"] = null,
        ["mediaRootAccess"] = true,
        ["elementStartNode"] = null,
        ["elementRootAccess"] = true,
        ["fallbackPermissions"] = Texts(verbs),
        ["permissions"] = new JsonArray(),
    };

    /// <summary>Adds verbs at a document.</summary>
    public static JsonObject At(this JsonObject group, Guid document, params string[] verbs)
    {
        group["permissions"]!.AsArray().Add(new JsonObject
        {
            ["verbs"] = Texts(verbs),
            ["document"] = Reference(document),
            ["$type"] = "DocumentPermissionPresentationModel",
        });
        return group;
    }

    /// <summary>Says what may be done with one field of a type, its own or a composed one, in place of what the group may with fields.</summary>
    public static async Task<JsonObject> AtFieldAsync(this JsonObject group, Guid type, string alias, params string[] verbs)
    {
        var schema = await ManagementHost.Host.Service<SchemaSource>().CurrentAsync(CancellationToken.None);
        group["permissions"]!.AsArray().Add(new JsonObject
        {
            ["$type"] = "DocumentPropertyValuePermissionPresentationModel",
            ["documentType"] = Reference(type),
            ["propertyType"] = Reference(schema.FindProperty(schema.FindType(type)!, alias)!.Key),
            ["verbs"] = Texts(verbs),
        });
        return group;
    }

    /// <summary>Changes the group.</summary>
    public static JsonObject With(this JsonObject group, string name, JsonNode? value)
    {
        group[name] = value;
        return group;
    }

    /// <summary>A colleague in a new group.</summary>
    public static async Task<(Editor Editor, Guid Key, Guid Group)> InAsync(this Editor administrator, CmsFactory host, JsonObject group)
    {
        await administrator.DoAsync(HttpMethod.Post, "user-group", group);
        var key = group["id"]!.GetValue<Guid>();
        var (editor, user, _) = await administrator.ColleagueAsync(host, key);
        return (editor, user, key);
    }

    /// <summary>A colleague in these groups.</summary>
    public static async Task<(Editor Editor, Guid Key, string Email)> ColleagueAsync(this Editor administrator, CmsFactory host, params Guid[] groups)
    {
        var (key, email, password) = await administrator.NewUserAsync(groups);
        return (await host.SignInAsync(email, password), key, email);
    }

    /// <summary>A user who has a password and has not signed in yet.</summary>
    public static async Task<(Guid Key, string Email, string Password)> NewUserAsync(this Editor administrator, params Guid[] groups)
    {
        var (key, email) = (Guid.NewGuid(), $"{Guid.NewGuid():N}@example.dk");
        await administrator.DoAsync(HttpMethod.Post, "user", new
        {
            id = key,
            kind = "Default",
            email,
            userName = email,
            name = $"Kollega {email[..6]}",
            userGroupIds = groups.Select(group => new { id = group }),
        });
        using var response = await administrator.SendAsync(HttpMethod.Post, $"user/{key}/reset-password");
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return (key, email, answer["resetPassword"]!.GetValue<string>());
    }

    public static JsonObject Reference(Guid key) => new() { ["id"] = key };

    public static JsonArray Texts(params string[] texts) => [.. texts.Select(text => (JsonNode)text)];

    /// <summary>The ids in a list or page.</summary>
    public static Guid[] Ids(this JsonNode? answer) =>
        [.. (answer as JsonArray ?? answer!["items"]!.AsArray()).Select(item => item!["id"]!.GetValue<Guid>())];
}
