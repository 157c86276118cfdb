using System.Security.Cryptography;
using System.Text;

namespace Hedensted.Cms.Auth;

/// <summary>The secret in the link that makes the first user. It lives in memory only: a restart makes a new one.</summary>
internal sealed class SetUpLink
{
    private volatile string? _token;

    /// <summary>The secret while the link works.</summary>
    public string? Token => _token;

    /// <summary>Makes the link work.</summary>
    public void Open() => _token = OpaqueToken.New();

    /// <summary>The first user is made.</summary>
    public void Close() => _token = null;

    /// <summary>Whether somebody came with the right link.</summary>
    public bool Opens(string? token) =>
        _token is { } right && token is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(right));
}
