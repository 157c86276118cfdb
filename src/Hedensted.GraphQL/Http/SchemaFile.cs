using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Hedensted.GraphQL.Engine;
using Microsoft.Net.Http.Headers;

namespace Hedensted.GraphQL.Http;

/// <summary>The schema as a file, printed once for each schema.</summary>
internal sealed class SchemaFile
{
    private static readonly ConditionalWeakTable<GraphQLEngine, SchemaFile> Files = [];

    private SchemaFile(GraphQLEngine engine)
    {
        Content = Encoding.UTF8.GetBytes(engine.Schema.ToSchemaDefinition());
        ETag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Content).AsSpan(0, 12))}\"");
    }

    public byte[] Content { get; }

    public EntityTagHeaderValue ETag { get; }

    public static SchemaFile Of(GraphQLEngine engine) => Files.GetValue(engine, static engine => new SchemaFile(engine));
}
