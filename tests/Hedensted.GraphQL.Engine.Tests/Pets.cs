using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Tests;

/// <summary>The dogs and cats of the specification's chapter on validation, small enough to keep in one's head.</summary>
internal static class Pets
{
    public interface IPet
    {
        string Name { get; }
    }

    public sealed record Dog(string Name, string? Nickname, int? BarkVolume, Human? Owner = null) : IPet;

    public sealed record Cat(string Name, string? Nickname, int? MeowVolume) : IPet;

    public sealed record Human(string Name, IReadOnlyList<IPet> Pets);

    public sealed record Home(Dog Dog, Cat Cat, Human Human);

    public static Home AHome()
    {
        var cat = new Cat("Mis", null, 3);
        var dog = new Dog("Buster", "Bus", 8);
        var human = new Human("Karen", [dog, cat]);
        return new Home(dog with { Owner = human }, cat, human);
    }

    public static Schema Schema()
    {
        var command = new EnumType<string>("DogCommand").Value("SIT", "SIT").Value("DOWN", "DOWN").Value("HEEL", "HEEL");
        ObjectType<Human> human = null!;
        var pet = new InterfaceType<IPet>("Pet").Field("name", Scalars.String.NonNull(), p => p.Name);
        var dog = new ObjectType<Dog>("Dog").Implements(pet)
            .Field("nickname", Scalars.String, d => d.Nickname)
            .Field("barkVolume", Scalars.Int, d => d.BarkVolume)
            .Field("volume", Scalars.Int, d => d.BarkVolume)
            .Field("doesKnowCommand", Scalars.Boolean.NonNull(), (d, ctx) => ctx.Arguments.Get<string>("dogCommand") == "SIT",
                arguments: [new("dogCommand", command.NonNull())])
            .Field("isHouseTrained", Scalars.Boolean.NonNull(), d => true, arguments: [new("atOtherHomes", Scalars.Boolean)])
            .Field("owner", () => human, d => d.Owner);
        var cat = new ObjectType<Cat>("Cat").Implements(pet)
            .Field("nickname", Scalars.String, c => c.Nickname)
            .Field("meowVolume", Scalars.Int, c => c.MeowVolume)
            .Field("volume", Scalars.String, c => "loud");
        human = new ObjectType<Human>("Human")
            .Field("name", Scalars.String.NonNull(), h => h.Name)
            .Field("pets", pet.NonNull().List(), h => h.Pets);
        var catOrDog = new UnionType("CatOrDog").Of(cat, dog);
        var findDog = new InputObjectType("FindDogInput").Field("name", Scalars.String.NonNull()).Field("owner", Scalars.String);
        var petInput = new InputObjectType("PetInput", oneOf: true).Field("cat", Scalars.String).Field("dog", findDog);
        var arguments = Arguments();
        var query = new ObjectType<Home>("Query")
            .Field("dog", dog, home => home.Dog)
            .Field("cat", cat, home => home.Cat)
            .Field("human", human, home => home.Human)
            .Field("pet", pet, home => (IPet)home.Dog)
            .Field("catOrDog", catOrDog, home => (object)home.Cat)
            .Field("findDog", dog, home => home.Dog, arguments: [new("searchBy", findDog)])
            .Field("addPet", Scalars.Boolean, home => true, arguments: [new("pet", petInput.NonNull())])
            .Field("arguments", arguments, home => home);
        var mutation = new ObjectType<Home>("Mutation").Field("rename", Scalars.String, (home, ctx) => ctx.Arguments.Get<string>("name"),
            arguments: [new("name", Scalars.String.NonNull())]);
        var subscription = new ObjectType<Home>("Subscription")
            .Field("newPet", pet, home => (IPet)home.Cat)
            .Field("newDog", dog, home => home.Dog);
        return new SchemaBuilder(query).Mutation(mutation).Subscription(subscription)
            .Directive(new DirectiveDefinition("tag", [DirectiveLocation.Field], arguments: [new("name", Scalars.String.NonNull())], repeatable: true))
            .Directive(new DirectiveDefinition("onQuery", [DirectiveLocation.Query]))
            .Build();
    }

    private static ObjectType<Home> Arguments() => new ObjectType<Home>("Arguments")
        .Field("two", Scalars.Int, (_, ctx) => ctx.Arguments.Get<int>("x") + ctx.Arguments.Get<int>("y"),
            arguments: [new("x", Scalars.Int.NonNull()), new("y", Scalars.Int.NonNull())])
        .Field("boolean", Scalars.Boolean, (_, ctx) => ctx.Arguments.GetOrDefault<bool?>("is"), arguments: [new("is", Scalars.Boolean)])
        .Field("float", Scalars.Float, (_, ctx) => ctx.Arguments.GetOrDefault<double?>("number"), arguments: [new("number", Scalars.Float)])
        .Field("int", Scalars.Int, (_, ctx) => ctx.Arguments.GetOrDefault<int?>("number"), arguments: [new("number", Scalars.Int)])
        .Field("id", Scalars.Id, (_, ctx) => ctx.Arguments.GetOrDefault<string>("id"), arguments: [new("id", Scalars.Id)])
        .Field("required", Scalars.Boolean, (_, ctx) => ctx.Arguments.Get<bool>("is"), arguments: [new("is", Scalars.Boolean.NonNull())])
        .Field("defaulted", Scalars.Boolean, (_, ctx) => ctx.Arguments.Get<bool>("is"),
            arguments: [new("is", Scalars.Boolean.NonNull(), defaultValue: "false")])
        .Field("list", Scalars.Boolean.List(), (_, ctx) => ctx.Arguments.GetList<bool?>("are"), arguments: [new("are", Scalars.Boolean.List())])
        .Field("any", Scalars.Any, (_, ctx) => ctx.Arguments.GetOrDefault<System.Text.Json.JsonElement?>("json"), arguments: [new("json", Scalars.Any)]);
}
