using System.Security.Cryptography;
using System.Text;
using Hedensted.Content.Model;
using Hedensted.Content.Storage.Json;

namespace Hedensted.Content.Editing.Schema;

/// <summary>Tells two states of a definition apart: who opened one and saves another finds out.</summary>
public static class SchemaStamp
{
    /// <summary>The stamp of a data type.</summary>
    public static string Of(DataType type) => Hash(StoredJson.Write(type));

    /// <summary>The stamp of a document, element or media type.</summary>
    public static string Of(ContentType type) => Hash(StoredJson.Write(type));

    /// <summary>The stamp of a language.</summary>
    public static string Of(Language language) => Hash(StoredJson.Write(language));

    /// <summary>The stamp of a dictionary item.</summary>
    public static string Of(DictionaryItem item) => Hash(StoredJson.Write(item));

    private static string Hash(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))[..24];
}
