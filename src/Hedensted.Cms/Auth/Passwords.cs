using Hedensted.Content.Model;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Auth;

/// <summary>Whether a password was right, and a stronger hash of it when the stored one is outdated.</summary>
internal readonly record struct PasswordAnswer(bool IsRight, string? StrongerHash);

/// <summary>Hashes passwords (PBKDF2 with SHA-512) and takes the same time whether or not there is anything to compare with.</summary>
internal sealed class Passwords : IDisposable
{
    private const int Iterations = 210_000;
    private const int AtOnce = 2;

    private readonly PasswordHasher<string> _hasher;
    private readonly Lazy<string> _nobodys;

    // Hashing is slow on purpose. A flood of guesses may keep itself waiting, not everybody else's requests.
    private readonly SemaphoreSlim _places = new(AtOnce);

    public Passwords()
        : this(Iterations)
    {
    }

    /// <summary>For tests, which check hundreds of passwords and guard none.</summary>
    internal Passwords(int iterations)
    {
        _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = iterations }));
        _nobodys = new(() => _hasher.HashPassword(string.Empty, Guid.NewGuid().ToString()));
    }

    public async Task<string> HashAsync(string password, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            return _hasher.HashPassword(string.Empty, password);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <param name="storedHash">Null when nobody has the name that was tried.</param>
    /// <param name="password">What was tried.</param>
    /// <param name="cancellationToken">Ends the wait for a place.</param>
    public async Task<PasswordAnswer> CheckAsync(string? storedHash, string password, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            var result = _hasher.VerifyHashedPassword(string.Empty, storedHash ?? _nobodys.Value, password);
            var right = storedHash is not null && result != PasswordVerificationResult.Failed;
            return new PasswordAnswer(right, right && result == PasswordVerificationResult.SuccessRehashNeeded ? _hasher.HashPassword(string.Empty, password) : null);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}

/// <summary>What a new password must be like.</summary>
internal static class PasswordPolicy
{
    public const int MinimumLength = 12;
    private const int MaximumLength = 256;
    private const int DifferentCharacters = 5;

    private static readonly string[] Guessable = ["password", "adgangskode", "kodeord", "qwerty", "123456", "hedensted", "bibliotek"];

    /// <summary>What is wrong with a password, in Danish; null when nothing is.</summary>
    public static string? Complaint(string password, string email, string name)
    {
        if (password.Length < MinimumLength)
        {
            return $"Adgangskoden skal være på mindst {MinimumLength} tegn.";
        }

        if (password.Length > MaximumLength)
        {
            return $"Adgangskoden må højst være på {MaximumLength} tegn.";
        }

        if (password.Distinct().Count() < DifferentCharacters)
        {
            return $"Adgangskoden skal have mindst {DifferentCharacters} forskellige tegn.";
        }

        // A guessable word is no harm in a long sentence; it is when little else is left.
        var personal = name.Split(' ').Append(email.Split('@')[0]).Where(word => word.Length > 3);
        var found = Guessable.Concat(personal).Where(word => password.Contains(word, StringComparison.OrdinalIgnoreCase)).ToArray();
        var rest = found.Aggregate(password, (left, word) => left.Replace(word, string.Empty, StringComparison.OrdinalIgnoreCase));
        return found.Length > 0 && rest.Length < MinimumLength - 4
            ? $"Adgangskoden er for let at gætte, fordi «{found[0]}» er en stor del af den."
            : null;
    }

    /// <summary>The complaint about a new password of somebody who is already here.</summary>
    public static string? Complaint(string password, User user) => Complaint(password, user.Email, user.Name);
}
