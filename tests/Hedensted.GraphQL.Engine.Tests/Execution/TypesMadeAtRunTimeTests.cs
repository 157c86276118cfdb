using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Tests.Execution;

/// <summary>Types that are only known when the server runs: all instances are of one CLR class.</summary>
public class TypesMadeAtRunTimeTests
{
    private sealed record Content(string Alias, Dictionary<string, object?> Values);

    private static Schema Schema(params (string Alias, string Property, SchemaType Type)[] types)
    {
        var any = new InterfaceType<Content>("Content").Field("alias", Scalars.String.NonNull(), c => c.Alias).ResolveType(c => c.Alias);
        var made = types.GroupBy(type => type.Alias).Select(group =>
        {
            var type = new ObjectType<Content>(group.Key).Implements(any);
            foreach (var (_, property, propertyType) in group)
            {
                type.Field(property, propertyType, c => c.Values.GetValueOrDefault(property));
            }

            return type;
        }).ToArray();
        var query = new ObjectType<IReadOnlyList<Content>>("Query").Field("all", any.NonNull().List().NonNull(), all => all);
        return new SchemaBuilder(query).Types(made).Build();
    }

    [Test]
    public void Objects_are_told_apart_by_name_and_refer_to_each_other_by_name()
    {
        var engine = new GraphQLEngine(Schema(
            ("Page", "title", Scalars.String.NonNull()), ("Page", "tags", Scalars.String.NonNull().List()), ("Page", "picture", new TypeReference("Media")),
            ("Page", "related", new TypeReference("Content").NonNull().List()), ("Media", "url", Scalars.Uri), ("Media", "width", Scalars.Int)));
        var media = new Content("Media", new() { ["url"] = Utf8Json.String("/m/1.png"), ["width"] = 640 });
        var page = new Content("Page", new() { ["title"] = "Velkommen", ["tags"] = new[] { "a", "b" }, ["picture"] = media, ["related"] = new List<Content> { media } });
        Assert.That(
            engine.Ask("{ all { alias __typename ... on Page { title tags picture { url width } related { alias } } } }", new List<Content> { page, media }),
            Is.EqualTo("""{"data":{"all":[{"alias":"Page","__typename":"Page","title":"Velkommen","tags":["a","b"],"picture":{"url":"/m/1.png","width":640},"related":[{"alias":"Media"}]},{"alias":"Media","__typename":"Media"}]}}"""));
    }

    [Test]
    public void Values_that_do_not_fit_are_errors_where_they_stand()
    {
        var engine = new GraphQLEngine(Schema(("Page", "title", Scalars.String.NonNull()), ("Page", "tags", Scalars.String.List())));
        var answer = engine.Ask("{ all { ... on Page { tags title } } }", new List<Content> { new("Page", new() { ["title"] = "a", ["tags"] = "not a list" }) });
        Assert.That(answer, Does.StartWith("""{"data":{"all":[{"tags":null,"title":"a"}]},"""));
        Assert.That(Answers.Errors(answer), Is.EqualTo(["INTERNAL_ERROR all.0.tags 1:23"]));
    }

    [Test]
    public void An_instance_nobody_knows_is_an_error()
    {
        var engine = new GraphQLEngine(Schema(("Page", "title", Scalars.String)));
        var answer = engine.Ask("{ all { alias } }", new List<Content> { new("Unknown", []) });
        Assert.That(Answers.Errors(answer), Is.EqualTo(["INTERNAL_ERROR all.0 1:3"]));
    }
}
