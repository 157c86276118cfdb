using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Hedensted.Content.Tests.Support;

namespace Hedensted.Content.Tests.Published;

/// <summary>What those who follow editions are told of each step.</summary>
public class ProjectionTests
{
    private static readonly ContentSchema Schema = new(Library.Schema().Languages, Library.Schema().DataTypes, Library.Schema().ContentTypes);

    [Test]
    public void A_document_at_another_address_takes_those_below_it_along()
    {
        var (home, page, below) = (Document(1, null, "forside"), Document(2, 1, "strategi"), Document(3, 2, "kerneopgave"));
        var before = Edition.Of(Schema, [home, page, below]);

        var steps = new EditionSteps(before.Parts);
        steps.Add([Document(2, 1, "plan")]);
        var (parts, changed) = steps.Finish();

        Assert.That(changed, Is.EquivalentTo(new[] { page.Key, below.Key }));
        var after = new Edition(parts);
        Assert.That(after.PathOf(after.Find(below.Key)!), Is.EqualTo("/plan/kerneopgave"));
        Assert.That(before.PathOf(before.Find(below.Key)!), Is.EqualTo("/strategi/kerneopgave"), "the edition before is as it was");
    }

    [Test]
    public void Only_what_changed_is_told()
    {
        var before = Edition.Of(Schema, [Document(1, null, "forside"), .. Enumerable.Range(2, 500).Select(number => Document(number, 1, $"side-{number}"))]);

        var steps = new EditionSteps(before.Parts);
        steps.Add([Document(77, 1, "side-77")]);

        Assert.That(steps.Finish().Changed, Is.EquivalentTo(new[] { Key(77) }));
    }

    [Test]
    public void The_oldest_of_several_that_want_an_address_gets_it()
    {
        var edition = Edition.Of(Schema, [Document(1, null, "forside"), Document(2, 1, "boern", age: 1), Document(3, 1, "boern", age: 2), Document(4, 1, "boern", age: 3)]);

        Assert.That(edition.FindByPath("/boern")!.Key, Is.EqualTo(Key(4)));
        Assert.That(edition.PathOf(edition.Find(Key(3))!), Is.EqualTo("/boern--2"));
        Assert.That(edition.FindByPath("/boern--3")!.Key, Is.EqualTo(Key(2)));
        Assert.That(edition.FindByPath("/boern--4"), Is.Null);
    }

    [Test]
    public void Projections_follow_in_the_order_they_are_registered()
    {
        var edition = Edition.Of(Schema, [Document(1, null, "forside")], projections: [new Count(), new Doubled()]);

        Assert.That(edition.Projection<string>(), Is.EqualTo("2"));
        Assert.That(() => edition.Projection<Uri>(), Throws.InvalidOperationException);
    }

    private static Guid Key(int number) => new(number, 0, 0, new byte[8]);

    private static PublishedDocument Document(int number, int? parent, string segment, int age = 0) => new()
    {
        Key = Key(number),
        ContentType = Schema.FindType(Library.Page)!,
        ParentKey = parent is { } above ? Key(above) : null,
        Level = parent is null ? 1 : parent == 1 ? 2 : 3,
        SortOrder = number,
        CreateDate = Site.Start.AddDays(-age),
        PublishDate = Site.Start,
        UrlSegments = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("", segment),
        Content = Library.Content(segment),
    };

    private sealed class Count : IEditionProjection
    {
        public Type ResultType => typeof(int[]);

        public object Project(EditionChange change, object? previous) => new[] { change.Next.DocumentCount };
    }

    private sealed class Doubled : IEditionProjection
    {
        public Type ResultType => typeof(string);

        public object Project(EditionChange change, object? previous) => $"{change.Next.Projection<int[]>()[0] * 2}";
    }
}
