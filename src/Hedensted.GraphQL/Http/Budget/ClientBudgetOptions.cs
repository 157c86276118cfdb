using System.ComponentModel.DataAnnotations;

namespace Hedensted.GraphQL.Http.Budget;

/// <summary>What each client may ask for, section <c>Hedensted:GraphQL:Budget</c>. A unit is one object of an answer, see <see cref="Charge"/>.</summary>
internal sealed class ClientBudgetOptions
{
    /// <summary>Where the settings stand.</summary>
    public const string Section = "Hedensted:GraphQL:Budget";

    /// <summary>What a client may spend in the long run, in units a second. 0 (no budget)–100,000,000; default 20,000, a hundred calendar pages that nobody asked for before.</summary>
    [Range(0, 100_000_000)]
    public int UnitsPerSecond { get; set; } = 20_000;

    /// <summary>What a client that has rested may spend at once, in units. 1–1,000,000,000; default 1,000,000, ten of the costliest operations.</summary>
    [Range(1, 1_000_000_000)]
    public int Burst { get; set; } = 1_000_000;

    /// <summary>How many clients are told apart; further ones share one budget until others have rested. 1–10,000,000; default 50,000, about 10 MB.</summary>
    [Range(1, 10_000_000)]
    public int MaxClients { get; set; } = 50_000;

    /// <summary>Clients with a key and a budget of their own, by a name for them.</summary>
    public Dictionary<string, ApiKey> Keys { get; set; } = [];

    /// <summary>A client with a key, sent in the header <c>Hedensted-Api-Key</c>.</summary>
    internal sealed class ApiKey
    {
        /// <summary>SHA-256 of the key, 64 lower-case hexadecimal digits: the key itself stands nowhere on the server.</summary>
        [RegularExpression("^[0-9a-f]{64}$")]
        public string Sha256 { get; set; } = "";

        /// <inheritdoc cref="ClientBudgetOptions.UnitsPerSecond"/>
        [Range(0, 100_000_000)]
        public int UnitsPerSecond { get; set; } = 200_000;

        /// <inheritdoc cref="ClientBudgetOptions.Burst"/>
        [Range(1, 1_000_000_000)]
        public int Burst { get; set; } = 10_000_000;
    }
}
