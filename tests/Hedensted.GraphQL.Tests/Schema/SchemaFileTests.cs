using Hedensted.Content.Model;
using Hedensted.GraphQL.Schema;
using Hedensted.GraphQL.Schema.Contract;

namespace Hedensted.GraphQL.Tests.Schema;

/// <summary>The schema is a promise to everybody who reads from us: it changes on purpose or not at all.</summary>
public class SchemaFileTests
{
    [Test]
    public void The_checked_in_schema_is_the_one_that_the_code_makes()
    {
        var printed = PublicGraphQL.ExportSchema(Repository.Site.Schema());
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMA") == "1")
        {
            File.WriteAllText(Repository.SchemaFile, printed);
        }

        Assert.That(
            printed,
            Is.EqualTo(File.ReadAllText(Repository.SchemaFile)),
            "If the change is meant, write it with: UPDATE_SCHEMA=1 dotnet test tests/Hedensted.GraphQL.Tests --filter SchemaFileTests");
    }

    [Test]
    public void What_clients_rely_on_is_only_broken_on_purpose()
    {
        var review = SchemaReview.Of(SchemaReview.Released, PublicSchema.Create(Repository.Site.Schema()), DeclaredChange.ReadList(SchemaReview.Declarations));
        Assert.That(
            review.Undeclared.Select(change => $"{change.Coordinate} ({change.Kind}): {change.Message}"),
            Is.Empty,
            "Undo it (deprecate instead of removing), or declare it in src/Hedensted.GraphQL/schema.changes.json with this coordinate and change, and a reason that says what clients use instead.");
        Assert.That(review.Needless.Select(one => one.Coordinate), Is.Empty, "Take the declarations that nothing needs out of src/Hedensted.GraphQL/schema.changes.json.");
    }

    [Test]
    public void Without_document_types_the_domain_still_has_its_schema() =>
        Assert.That(PublicGraphQL.ExportSchema(ContentSchema.Empty), Does.Contain("type Occurrence implements Node"));

    [Test]
    public void What_begins_with_internal_never_leaves_the_house() =>
        Assert.That(PublicGraphQL.ExportSchema(Repository.Site.Schema()), Does.Not.Match("(?i)\\binternal[A-Z]"));

    [Test]
    public void A_type_made_in_the_backoffice_is_in_the_schema_by_itself()
    {
        var text = new DataType { Key = Guid.NewGuid(), Name = "Tekst", EditorAlias = "Umbraco.TextBox", EditorUiAlias = "Umb.PropertyEditorUi.TextBox" };
        var site = Repository.Site;
        var news = new ContentType
        {
            Key = Guid.NewGuid(),
            Kind = NodeKind.Document,
            Alias = "newsItem",
            Name = "Nyhed",
            Properties =
            [
                new PropertyType { Key = Guid.NewGuid(), Alias = "headline", Name = "Overskrift", DataTypeKey = text.Key },
                new PropertyType { Key = Guid.NewGuid(), Alias = "name", Name = "Navn", DataTypeKey = text.Key },
            ],
        };
        var schema = new ContentSchema(site.Languages, site.DataTypes.Add(text), site.ContentTypes.Add(news));
        Assert.That(PublicGraphQL.ExportSchema(schema), Does.Contain("type NewsItem implements Content & Node").And.Contain("headline: String").And.Contain("nameValue: String"));
    }

    [TestCase("occurrence", "OccurrenceContent")]
    [TestCase("query", "QueryContent")]
    [TestCase("string", "StringContent")]
    [TestCase("2026-nyt", "X2026_nyt")]
    public void A_type_that_is_called_like_another_gets_a_name_of_its_own(string alias, string name)
    {
        var type = new ContentType { Key = Guid.NewGuid(), Kind = NodeKind.Document, Alias = alias, Name = alias };
        Assert.That(PublicGraphQL.ExportSchema(new ContentSchema([], [], [type])), Does.Contain($"type {name} implements Content"));
    }
}
