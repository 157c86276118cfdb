namespace Hedensted.GraphQL.Http.Documents;

/// <summary>Settings of trusted documents, section <c>Hedensted:GraphQL:TrustedDocuments</c>.</summary>
internal sealed class TrustedDocumentOptions
{
    /// <summary>Where the settings stand.</summary>
    public const string Section = "Hedensted:GraphQL:TrustedDocuments";

    private readonly List<(string Id, string Document)> _builtIn = [];

    /// <summary>
    /// A folder that is read when the program starts: <c>*.graphql</c>, a document each, called like its file; and <c>*.json</c>, an object of
    /// identifiers and documents as code generators write it. Default none.
    /// </summary>
    public string? Folder { get; set; }

    /// <summary>Whether strangers may ask trusted documents only. Default false: the API is open, and its limits hold for everybody.</summary>
    public bool Only { get; set; }

    /// <summary>The program's own documents.</summary>
    internal IReadOnlyList<(string Id, string Document)> BuiltIn => _builtIn;

    /// <summary>Trusts one of the program's own documents.</summary>
    internal void Trust(string id, string document) => _builtIn.Add((id, document));
}
