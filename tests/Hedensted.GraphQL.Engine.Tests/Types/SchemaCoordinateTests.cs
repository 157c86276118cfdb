using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Tests.Types;

public class SchemaCoordinateTests
{
    private static readonly Schema Schema = Pets.Schema();

    [TestCase("Dog", typeof(ObjectType))]
    [TestCase("Dog.nickname", typeof(FieldDefinition))]
    [TestCase("Dog.isHouseTrained(atOtherHomes:)", typeof(InputValue))]
    [TestCase("Pet.name", typeof(FieldDefinition))]
    [TestCase("DogCommand.SIT", typeof(EnumValue))]
    [TestCase("FindDogInput.name", typeof(InputValue))]
    [TestCase("@tag", typeof(DirectiveDefinition))]
    [TestCase("@tag(name:)", typeof(InputValue))]
    [TestCase("Query.__schema", typeof(FieldDefinition))]
    public void A_coordinate_finds_what_it_names(string text, Type kind)
    {
        Assert.That(SchemaCoordinate.TryParse(text, out var coordinate));
        Assert.That(coordinate!.ToString(), Is.EqualTo(text));
        Assert.That(coordinate.FindIn(Schema), Is.InstanceOf(kind));
    }

    [TestCase("Nothing")]
    [TestCase("Nothing.name")]
    [TestCase("Dog.nothing")]
    [TestCase("Dog.nickname(nothing:)")]
    [TestCase("CatOrDog.name")]
    [TestCase("@nothing")]
    [TestCase("@tag(nothing:)")]
    public void What_is_not_in_the_schema_is_null(string text)
    {
        Assert.That(SchemaCoordinate.TryParse(text, out var coordinate));
        Assert.That(coordinate!.FindIn(Schema), Is.Null);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("1Dog")]
    [TestCase("Dog.")]
    [TestCase(".name")]
    [TestCase("Dog .name")]
    [TestCase("Dog.name(x)")]
    [TestCase("Dog.name(x: )")]
    [TestCase("Dog(x:)")]
    [TestCase("@tag.name")]
    [TestCase("@")]
    [TestCase("Dog.name(:)")]
    [TestCase("Dog.name.other")]
    public void What_is_not_a_coordinate_is_refused(string? text) => Assert.That(SchemaCoordinate.TryParse(text, out _), Is.False);
}
