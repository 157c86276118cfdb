using System.Text;
using System.Text.Json;

namespace Hedensted.GraphQL.Http.Documents;

/// <summary>Reads the operator's folder of trusted documents.</summary>
internal static class TrustedFolder
{
    private const int MaxIdLength = 128;

    /// <summary>The documents in the folder, and what is wrong with it in sentences that name the file.</summary>
    public static (IReadOnlyList<(string Id, string Document)> Documents, IReadOnlyList<string> Faults) Read(string? folder)
    {
        var documents = new List<(string Id, string Document)>();
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(folder))
        {
            return (documents, faults);
        }

        if (!Directory.Exists(folder))
        {
            faults.Add($"{TrustedDocumentOptions.Section}:Folder: there is no folder '{folder}'; make it, or leave the setting out.");
            return (documents, faults);
        }

        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            try
            {
                switch (Path.GetExtension(file))
                {
                    case ".graphql":
                        documents.Add((Path.GetFileNameWithoutExtension(file), Text(file)));
                        break;
                    case ".json":
                        using (var json = JsonDocument.Parse(Text(file)))
                        {
                            documents.AddRange(json.RootElement.EnumerateObject().Select(entry => (entry.Name, entry.Value.GetString()!)));
                        }

                        break;
                }
            }
            catch (Exception failure) when (failure is JsonException or InvalidOperationException or DecoderFallbackException)
            {
                faults.Add($"Trusted documents: '{file}' is not UTF-8 text, or not a JSON object of identifiers and documents; mend or remove it.");
            }
        }

        faults.AddRange(documents.Where(entry => !IsLegal(entry.Id, entry.Document)).Select(entry =>
            $"Trusted documents: '{entry.Id}' in '{folder}' cannot name its document; use letters, digits, '-', '.', '_' and '~', or 'sha256:' and its hash."));
        faults.AddRange(documents.GroupBy(entry => entry.Id).Where(group => group.Select(entry => entry.Document).Distinct().Skip(1).Any()).Select(group =>
            $"Trusted documents: '{group.Key}' names several documents in '{folder}'; an identifier has one."));
        return (documents, faults);
    }

    /// <summary>Whether an identifier is one by the specification, and does not claim a hash that is not the document's.</summary>
    public static bool IsLegal(string id, string document) => id.StartsWith(DocumentHash.Prefix, StringComparison.Ordinal)
        ? id[DocumentHash.Prefix.Length..] == DocumentHash.Of(Encoding.UTF8.GetBytes(document))
        : id.Length is > 0 and <= MaxIdLength && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '~');

    private static string Text(string file) => File.ReadAllText(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
}
