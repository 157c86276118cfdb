using System.ComponentModel.DataAnnotations;

namespace Hedensted.GraphQL.Http.Documents;

/// <summary>Settings of automatic persisted queries, section <c>Hedensted:GraphQL:PersistedQueries</c>.</summary>
internal sealed class PersistedQueryOptions
{
    /// <summary>Where the settings stand.</summary>
    public const string Section = "Hedensted:GraphQL:PersistedQueries";

    /// <summary>Room for documents that clients have sent, in kilobytes of 1024 bytes; those least used go first. 0 (none are kept)–1,000,000; default 8,192.</summary>
    [Range(0, 1_000_000)]
    public int StoreKb { get; set; } = 8_192;

    /// <summary><see cref="StoreKb"/> in bytes.</summary>
    public long StoreBytes => StoreKb * 1024L;
}
