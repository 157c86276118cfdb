using System.Security.Cryptography;
using Hedensted.Content.Storage;

namespace Hedensted.Content.Changes;

/// <summary>Tells this database from every other, and from its own past: positions are only comparable within one epoch.</summary>
/// <remarks>
/// Made at random with the database, and anew whenever it is restored. A restored older backup counts the same positions a second time with
/// other content; whoever keeps something by position outside the database keys it with the epoch, too, and never meets the first count again.
/// </remarks>
public sealed class DatabaseEpoch
{
    private const int IdBytes = 8;
    private Value? _value;

    internal DatabaseEpoch()
    {
    }

    internal DatabaseEpoch(byte[] secret) => _value = new Value(secret, IdOf(secret));

    /// <summary>32 random bytes that only those know who can read the database; a key to sign with.</summary>
    /// <exception cref="InvalidOperationException"><see cref="ContentStartup.PrepareAsync"/> has not read it yet.</exception>
    public ReadOnlyMemory<byte> Secret => Known.Secret;

    /// <summary>A short public name, e.g. <c>"9f86d081884c7d65"</c>: the first 8 bytes of the secret's SHA-256 in hex. Tells nothing of the secret.</summary>
    /// <exception cref="InvalidOperationException"><see cref="ContentStartup.PrepareAsync"/> has not read it yet.</exception>
    public string Id => Known.Id;

    /// <summary>Whether it has been read.</summary>
    internal bool IsKnown => _value is not null;

    private Value Known => _value ?? throw new InvalidOperationException("The database is not prepared yet, so its epoch is not known.");

    /// <summary>Reads it, once: as long as this process runs, it is the database that it began with.</summary>
    internal async Task ReadAsync(ContentDatabase database, CancellationToken cancellationToken)
    {
        var secret = Convert.FromHexString(await database.ReadMomentAsync(moment => SecretAsync(moment, cancellationToken), cancellationToken));
        _value ??= new Value(secret, IdOf(secret));
    }

    /// <summary>The secret in hex, as it stands in the database at this moment.</summary>
    internal static async Task<string> SecretAsync(Moment moment, CancellationToken cancellationToken) =>
        (await moment.ReadAsync("SELECT secret FROM database_epoch", row => row.GetString(0), cancellationToken)).Single();

    /// <summary>The public name that goes with a secret.</summary>
    internal static string IdOf(ReadOnlySpan<byte> secret) => Convert.ToHexStringLower(SHA256.HashData(secret).AsSpan(0, IdBytes));

    private sealed record Value(ReadOnlyMemory<byte> Secret, string Id);
}
