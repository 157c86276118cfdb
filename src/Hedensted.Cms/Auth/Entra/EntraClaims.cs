using System.Collections.Immutable;
using System.Security.Claims;

namespace Hedensted.Cms.Auth.Entra;

/// <summary>What we read from a token that has been found genuine.</summary>
/// <param name="TenantId">The directory that the account lives in.</param>
/// <param name="ObjectId">The account's permanent id in it.</param>
/// <param name="Name">Shown to colleagues.</param>
/// <param name="Email">Where letters go; may change, and is no identity.</param>
/// <param name="EmailIsVerified">Whether the directory vouches for the e-mail.</param>
/// <param name="Roles">Roles and groups, by value or id.</param>
/// <param name="GroupsAreElsewhere">Whether there are more groups than the token has room for, so that none is in it.</param>
/// <param name="LogoutHint">With which the directory knows whom to sign out.</param>
/// <param name="SessionId">The directory's name of the sign-in, when it tells.</param>
internal sealed record EntraClaims(
    string TenantId,
    string ObjectId,
    string Name,
    string Email,
    bool EmailIsVerified,
    ImmutableHashSet<string> Roles,
    bool GroupsAreElsewhere,
    string? LogoutHint,
    string? SessionId)
{
    private const int LongestName = 200;

    /// <summary>The claims of a token; null when one is missing that nobody can be known without.</summary>
    public static EntraClaims? Of(ClaimsPrincipal principal)
    {
        string? First(params ReadOnlySpan<string> types)
        {
            foreach (var type in types)
            {
                if (principal.FindFirstValue(type) is { } value && !string.IsNullOrWhiteSpace(value))
                {
                    return value.Trim();
                }
            }

            return null;
        }

        // The id of the account in its directory and nothing else: e-mail and user name are given to somebody new when somebody leaves.
        return First("tid") is { } tenant && First("oid") is { } account && First("email", "preferred_username") is { } email
            ? new EntraClaims(
                tenant,
                account,
                First("name") is { Length: <= LongestName } name ? name : email,
                email,
                First("email") is not null && (IsTrue(First("email_verified")) || IsTrue(First("xms_edov"))),
                [.. principal.FindAll("roles").Concat(principal.FindAll("groups")).Select(claim => claim.Value)],
                IsTrue(First("hasgroups")) || (First("_claim_names")?.Contains("\"groups\"", StringComparison.Ordinal) ?? false),
                First("login_hint"),
                First("sid"))
            : null;
    }

    private static bool IsTrue(string? value) => value is "1" || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
