using Hedensted.Cms.Management.Common;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.User;

/// <summary>What the list of users asks for.</summary>
/// <param name="OrderBy">Umbraco's name of a field; the name when absent.</param>
/// <param name="OrderDirection"><c>Ascending</c> or <c>Descending</c>.</param>
/// <param name="UserGroupIds">Only members of one of these; none is everybody.</param>
/// <param name="UserStates">Only these states; none, or <c>All</c>, is every state.</param>
/// <param name="Filter">Part of a name or an e-mail.</param>
/// <param name="Skip">Users to pass over.</param>
/// <param name="Take">Users at most.</param>
internal readonly record struct UserQuery(
    string? OrderBy,
    string? OrderDirection,
    [FromQuery] Guid[]? UserGroupIds,
    [FromQuery] string[]? UserStates,
    string? Filter,
    int? Skip,
    int? Take)
{
    private static readonly StringComparer Danish = StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("da-DK"), ignoreCase: true);

    /// <summary>The part of these users that is asked for.</summary>
    public PagedModel<UserResponse> Of(IEnumerable<UserResponse> users)
    {
        var (groups, states, text) = (UserGroupIds ?? [], UserStates ?? [], Filter?.Trim() ?? "");
        var found = users
            .Where(user => groups.Length == 0 || user.UserGroupIds.Any(group => groups.Contains(group.Id)))
            .Where(user => states.Length == 0 || states.Contains("All") || states.Contains(user.State.ToString()))
            .Where(user => user.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || user.Email.Contains(text, StringComparison.OrdinalIgnoreCase));
        var descending = string.Equals(OrderDirection, "Descending", StringComparison.OrdinalIgnoreCase);
        var ordered = OrderBy switch
        {
            "Language" => By(found, user => user.LanguageIsoCode ?? "", Danish, descending),
            "Email" or "UserName" => By(found, user => user.Email, Danish, descending),
            "CreateDate" => By(found, user => user.CreateDate, null, descending),
            "UpdateDate" => By(found, user => user.UpdateDate, null, descending),
            "LastLoginDate" => By(found, user => user.LastLoginDate ?? DateTimeOffset.MinValue, null, descending),
            "IsApproved" => By(found, user => user.State != UserState.Disabled, null, descending),
            "IsLockedOut" => By(found, user => user.State == UserState.LockedOut, null, descending),
            "Id" => By(found, user => user.Id, null, descending),
            _ => By(found, user => user.Name, Danish, descending),
        };
        return new Paging(Skip, Take).Of(ordered.ThenBy(user => user.Id));
    }

    private static IOrderedEnumerable<UserResponse> By<T>(IEnumerable<UserResponse> users, Func<UserResponse, T> field, IComparer<T>? comparer, bool descending) =>
        descending ? users.OrderByDescending(field, comparer) : users.OrderBy(field, comparer);
}
