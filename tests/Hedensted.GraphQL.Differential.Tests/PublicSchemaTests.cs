using Hedensted.GraphQL.Differential.Tests.Generation;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Differential.Tests;

/// <summary>The schema that is checked in is one that the reference implementation accepts, reads and prints as we do.</summary>
public class PublicSchemaTests
{
    private static string Text => File.ReadAllText(Path.Combine(Reference.Folder(), "..", "..", "..", "src", "Hedensted.GraphQL", "schema.graphql"));

    [Test]
    public void Our_public_schema_reads_back_the_same() => Assert.That(SchemaBuilder.FromDefinition(Text).ToSchemaDefinition(), Is.EqualTo(Text));

    [Test]
    public async Task Our_public_schema_is_the_reference_implementations_too()
    {
        await using var reference = Reference.Start();
        using var answer = await reference.AskAsync(new Batch(Text, []));
        Assert.That(Comparison.Difference(new Candidate(Text), answer.RootElement.GetProperty("schema")), Is.Null);
    }
}
