using System.Text;
using Hedensted.GraphQL.Differential.Tests.Generation;
using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Tests.Language;

namespace Hedensted.GraphQL.Differential.Tests;

/// <summary>parse(print(x)) = x, for whatever the generators invent.</summary>
public class RoundTripTests
{
    [Test]
    public void Generated_documents_and_schemas_read_back_as_they_were()
    {
        var documents = 0;
        for (var number = 0; number < 60; number++)
        {
            var batch = BatchGenerator.Create(seed: 7, number);
            foreach (var source in batch.Cases.Select(one => one.Document).Append(batch.Schema))
            {
                if (Read(source) is not { } document)
                {
                    continue;
                }

                documents++;
                var printed = DocumentPrinter.Print(document);
                Assert.That(Shape.Of(Read(printed)), Is.EqualTo(Shape.Of(document)), printed);
                Assert.That(DocumentPrinter.Print(Read(printed)!), Is.EqualTo(printed));
            }
        }

        Assert.That(documents, Is.GreaterThan(5_000));
    }

    private static Document? Read(string source)
    {
        try
        {
            return Parser.Parse(Encoding.UTF8.GetBytes(source));
        }
        catch (SyntaxException)
        {
            return null;
        }
    }
}
