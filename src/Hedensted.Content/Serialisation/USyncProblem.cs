namespace Hedensted.Content.Serialisation;

/// <summary>Something in a uSync folder that stops an import, told to the operator in Danish.</summary>
/// <param name="File">The file or folder, relative to the uSync folder.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record USyncProblem(string File, string What, string Remedy)
{
    /// <summary>One line for consoles and logs.</summary>
    public override string ToString() => $"{File}: {What} {Remedy}";
}

/// <summary>A problem on its way out of the code that met it; the file is known further out.</summary>
internal sealed class ProblemException(string what, string remedy) : Exception(what)
{
    public string What { get; } = what;

    public string Remedy { get; } = remedy;

    public USyncProblem In(string file) => new(file, What, Remedy);
}
