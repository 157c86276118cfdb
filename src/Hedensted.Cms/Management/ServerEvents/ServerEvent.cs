using Hedensted.Cms.Management.Common;
using Hedensted.Content.Changes;

namespace Hedensted.Cms.Management.ServerEvents;

/// <summary>What the backoffice is told: forget what you keep of this.</summary>
/// <param name="EventSource">Umbraco's name for the kind of thing, e.g. <c>Umbraco:CMS:Document</c>.</param>
/// <param name="EventType"><c>Created</c>, <c>Updated</c>, <c>Trashed</c> or <c>Deleted</c>.</param>
/// <param name="Key">Which one.</param>
internal sealed record ServerEvent(string EventSource, string EventType, Guid Key)
{
    private const string Prefix = "Umbraco:CMS:";

    /// <summary>The kinds that are told of, each with the policy of those who are told: whoever may ask for what a key stands for, and nobody else.</summary>
    public static IReadOnlyDictionary<SavedKind, string> Audience { get; } = new Dictionary<SavedKind, string>
    {
        [SavedKind.Document] = Policies.Trees,
        [SavedKind.Media] = Policies.Trees,
        [SavedKind.DocumentType] = Policies.Trees,
        [SavedKind.MediaType] = Policies.Trees,
        [SavedKind.DataType] = Policies.Trees,
        [SavedKind.Language] = Policies.BackOfficeAccess,
        [SavedKind.DictionaryItem] = Policies.Translation,
        [SavedKind.User] = Policies.BackOfficeAccess,
        [SavedKind.UserGroup] = Policies.BackOfficeAccess,
    };

    /// <summary>The event of a thing that was saved.</summary>
    public static ServerEvent Of(SavedThing thing) => new($"{Prefix}{thing.Kind}", thing.How.ToString(), thing.Key);
}
