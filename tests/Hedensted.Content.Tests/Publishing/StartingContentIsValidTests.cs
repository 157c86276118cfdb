using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Publishing;
using Hedensted.Content.Serialisation.Reading;
using Hedensted.Content.Tests.Serialisation;

namespace Hedensted.Content.Tests.Publishing;

/// <summary>The site that comes with the repository keeps its own rules.</summary>
public class StartingContentIsValidTests
{
    [Test]
    public void All_that_is_published_from_the_start_may_be_published_and_its_rich_text_is_clean()
    {
        var site = SiteReader.Read(TemporaryFolder.Repository, SiteState.Empty).State;
        var schema = site.Schema();
        var validator = new ContentValidator();
        Assert.Multiple(() =>
        {
            foreach (var node in site.Nodes)
            {
                var type = schema.FindType(node.ContentTypeKey)!;
                Assert.That(validator.Validate(schema, type, node.Content, []), Is.Empty, node.Content.NameIn(null));
                Assert.That(RichTextSanitiser.Sanitise(schema, type, node.Content), Is.SameAs(node.Content), node.Content.NameIn(null));
            }

            Assert.That(site.Nodes, Is.Not.Empty);
        });
    }
}
