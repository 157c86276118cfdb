using System.Collections.Concurrent;
using System.Security.Claims;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Users;

namespace Hedensted.Cms.Auth;

/// <summary>From an access token to the person behind it, remembered for a second.</summary>
/// <remarks>
/// One screen of the backoffice asks twenty questions at once, so most are answered from memory. A second is also how long
/// another node may take to notice that somebody has signed out; on this node it is noticed at once.
/// </remarks>
internal sealed class SignedInUsers(SessionStore sessions, UserRights rights, TimeProvider time)
{
    /// <summary>The claim that names the session.</summary>
    public const string SessionClaim = UserClaims.Session;

    /// <summary>The claim that tells a person from a program.</summary>
    public const string KindClaim = "hedensted:kind";

    private const int TokensBeforeCleaning = 1_000;
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (ClaimsPrincipal User, long Since)> _remembered = new(StringComparer.Ordinal);

    /// <summary>Who an access token stands for; null when it stands for nobody any more.</summary>
    public async Task<ClaimsPrincipal?> FindAsync(string accessToken, CancellationToken cancellationToken)
    {
        var asked = time.GetTimestamp();
        var hash = OpaqueToken.HashOf(accessToken);
        if (_remembered.TryGetValue(hash, out var known) && time.GetElapsedTime(known.Since) < Memory)
        {
            return known.User;
        }

        if (await sessions.FindByAccessAsync(hash, time.GetUtcNow(), cancellationToken) is not { } session
            || await rights.FindAsync(session.UserKey, cancellationToken) is not { } found)
        {
            _remembered.TryRemove(hash, out _);
            return null;
        }

        if (_remembered.Count > TokensBeforeCleaning)
        {
            _remembered.Clear();
        }

        var principal = PrincipalOf(session, found.User, found.Rights);
        _remembered[hash] = (principal, asked);
        return principal;
    }

    /// <summary>Who a session stands for, as of now; null when it has ended.</summary>
    public async Task<ClaimsPrincipal?> FindBySessionAsync(Guid sessionId, CancellationToken cancellationToken) =>
        await sessions.FindAsync(sessionId, time.GetUtcNow(), cancellationToken) is { } session
        && await rights.FindAsync(session.UserKey, cancellationToken) is { } found
            ? PrincipalOf(session, found.User, found.Rights)
            : null;

    /// <summary>Somebody signed out, or changed what they may do.</summary>
    public void Forget() => _remembered.Clear();

    private static ClaimsPrincipal PrincipalOf(Session session, Content.Model.User user, Rights rights) =>
        new(new RightsIdentity(rights, Claims(session, user, rights)));

    private static IEnumerable<Claim> Claims(Session session, Content.Model.User user, Rights rights)
    {
        yield return new Claim(ClaimTypes.NameIdentifier, user.Key.ToString());
        yield return new Claim(ClaimTypes.Name, user.Name);
        yield return new Claim(SessionClaim, session.Id.ToString());
        yield return new Claim(KindClaim, user.Kind.ToString());
        foreach (var section in rights.Sections)
        {
            yield return new Claim(UserClaims.Section, section);
        }

        foreach (var group in user.GroupKeys)
        {
            yield return new Claim(UserClaims.Group, group.ToString());
        }
    }
}
