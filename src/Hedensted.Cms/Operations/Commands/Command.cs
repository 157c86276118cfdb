namespace Hedensted.Cms.Operations.Commands;

/// <summary>Something that the program does instead of serving.</summary>
internal abstract class Command
{
    /// <summary>The words after the program's name, e.g. <c>usync plan</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What it does, in one Danish line.</summary>
    public abstract string Help { get; }

    /// <summary>Options that it understands: name → what follows it, in Danish; an option without a value has null.</summary>
    public virtual IReadOnlyDictionary<string, string?> Options { get; } = new Dictionary<string, string?>();

    /// <summary>Whether the database is made and brought up to date first.</summary>
    public virtual bool NeedsDatabase => true;

    /// <summary>Does it.</summary>
    /// <param name="services">The database is in place, unless <see cref="NeedsDatabase"/> says otherwise; no edition is.</param>
    /// <param name="options">The options given.</param>
    /// <param name="output">Where to tell how it went.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The process's exit code: 0 when all went well.</returns>
    public abstract Task<int> RunAsync(IServiceProvider services, IReadOnlyDictionary<string, string> options, TextWriter output, CancellationToken cancellationToken);
}
