namespace Hedensted.Content.Users;

/// <summary>Who is acting, for the journal. Whoever lets a request in says it once, and it holds for all that the request does.</summary>
public sealed class ActingUser
{
    private readonly AsyncLocal<Guid?> _key = new();

    /// <summary>The signed-in user; null when nobody is: at sign-in, behind a link, at the server's own start.</summary>
    public Guid? Key
    {
        get => _key.Value;
        set => _key.Value = value;
    }
}
