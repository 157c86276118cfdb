using System.Security.Cryptography;
using System.Text;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Rows;
using Hedensted.Content.Users;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Previews;

/// <summary>A preview that is open.</summary>
/// <param name="DocumentKey">Whose draft is shown.</param>
/// <param name="Culture">In which language; null for an invariant document.</param>
public sealed record Preview(Guid DocumentKey, string? Culture);

/// <summary>Who may see a draft without being signed in there: whoever has a token that a signed-in editor was given a short while ago.</summary>
/// <remarks>A token ends after half an hour, when the editor ends the preview, and when the session ends that it was given in, also by a block.</remarks>
public sealed class PreviewStore
{
    /// <summary>How long a token lives.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private const int TokenBytes = 32;
    private readonly ContentDatabase _database;
    private readonly SessionStore _sessions;

    internal PreviewStore(ContentDatabase database, SessionStore sessions) => (_database, _sessions) = (database, sessions);

    /// <summary>Opens a preview.</summary>
    /// <returns>Its token, for addresses.</returns>
    public async Task<string> OpenAsync(Preview preview, Guid userKey, Guid sessionId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(preview);
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        var now = _database.Now();
        await _database.WriteRuntimeAsync(
            async context =>
            {
                await context.Set<PreviewRow>().Where(row => row.Expires < now).ExecuteDeleteAsync(cancellationToken);
                context.Add(new PreviewRow
                {
                    Hash = HashOf(token),
                    NodeKey = preview.DocumentKey,
                    Culture = preview.Culture,
                    UserKey = userKey,
                    SessionId = sessionId,
                    Expires = now + Lifetime,
                });
                return true;
            },
            cancellationToken);
        return token;
    }

    /// <summary>The preview of a token; null when it has ended.</summary>
    public async Task<Preview?> FindAsync(string token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        var hash = HashOf(token);
        var now = _database.Now();
        var row = await _database.ReadAsync(
            context => context.Set<PreviewRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash && row.Expires > now, cancellationToken), cancellationToken);
        return row is not null && await _sessions.FindAsync(row.SessionId, now, cancellationToken) is not null ? new Preview(row.NodeKey, row.Culture) : null;
    }

    /// <summary>Ends the preview of a token.</summary>
    public Task EndAsync(string token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        var hash = HashOf(token);
        return _database.WriteRuntimeAsync(context => context.Set<PreviewRow>().Where(row => row.Hash == hash).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Ends all of a user's previews.</summary>
    public Task EndAllAsync(Guid userKey, CancellationToken cancellationToken) =>
        _database.WriteRuntimeAsync(context => context.Set<PreviewRow>().Where(row => row.UserKey == userKey).ExecuteDeleteAsync(cancellationToken), cancellationToken);

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
