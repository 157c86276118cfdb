using System.Collections.Immutable;

namespace Hedensted.Content.Backups;

/// <summary>A copy of the whole database, users and all, as of one moment.</summary>
/// <param name="File">Its name in the folder that it was written to.</param>
/// <param name="Provider"><c>Sqlite</c> (a database file) or <c>PostgreSql</c> (<c>pg_dump</c>'s custom format).</param>
/// <param name="Position">The feed's head in it.</param>
/// <param name="Epoch">The public name of the database's epoch; null when it is from before there were epochs.</param>
/// <param name="Migrations">The migrations that made its tables, oldest first, content's before users'.</param>
public sealed record DatabaseCopy(string File, string Provider, long Position, string? Epoch, ImmutableArray<string> Migrations);

/// <summary>What a look at a database found.</summary>
/// <param name="IsError">Whether something is wrong; else it is only worth knowing.</param>
/// <param name="Text">What, in a Danish sentence.</param>
public sealed record Finding(bool IsError, string Text);

/// <summary>The files below <c>/media/</c> that a database points at, e.g. <c>3f2a91c0bd/foto.jpg</c>.</summary>
/// <param name="Needed">By what readers or editors see now: a site without them is not whole.</param>
/// <param name="Known">By anything at all, older versions among it.</param>
public sealed record PointedAt(IReadOnlySet<string> Needed, IReadOnlySet<string> Known);

/// <summary>A database could not be copied or put in place; the message is a Danish sentence that says what to do.</summary>
public sealed class BackupRefusedException(string message, Exception? innerException = null) : Exception(message, innerException);
