namespace Hedensted.GraphQL.Engine.Tests.Types;

public class IntrospectionTests
{
    [Test]
    public void A_type_tells_about_itself() => Assert.That(
        Answers.Ask("""{ __type(name: "Dog") { kind name interfaces { name } fields { name type { kind name ofType { name } } args { name } } possibleTypes { name } } }"""),
        Does.StartWith("""{"data":{"__type":{"kind":"OBJECT","name":"Dog","interfaces":[{"name":"Pet"}],"fields":[{"name":"nickname","type":{"kind":"SCALAR","name":"String","ofType":null},"args":[]},""")
            .And.EndWith("""{"name":"name","type":{"kind":"NON_NULL","name":null,"ofType":{"name":"String"}},"args":[]}],"possibleTypes":null}}}"""));

    [Test]
    public void An_interface_names_its_objects() => Assert.That(
        Answers.Ask("""{ __type(name: "Pet") { kind possibleTypes { name } interfaces { name } } }"""),
        Is.EqualTo("""{"data":{"__type":{"kind":"INTERFACE","possibleTypes":[{"name":"Cat"},{"name":"Dog"}],"interfaces":[]}}}""")
            .Or.EqualTo("""{"data":{"__type":{"kind":"INTERFACE","possibleTypes":[{"name":"Dog"},{"name":"Cat"}],"interfaces":[]}}}"""));

    [Test]
    public void An_input_object_tells_about_one_of_and_defaults() => Assert.That(
        Answers.Ask("""{ __type(name: "PetInput") { kind isOneOf inputFields { name defaultValue } } other: __type(name: "Arguments") { isOneOf } nothing: __type(name: "No") { name } }"""),
        Is.EqualTo("""{"data":{"__type":{"kind":"INPUT_OBJECT","isOneOf":true,"inputFields":[{"name":"cat","defaultValue":null},{"name":"dog","defaultValue":null}]},"other":{"isOneOf":null},"nothing":null}}"""));

    [Test]
    public void Directives_tell_where_they_stand() => Assert.That(
        Answers.Ask("{ __schema { directives { name isRepeatable locations args { name type { ofType { name } } } } queryType { name } mutationType { name } subscriptionType { name } } }"),
        Does.Contain("""{"name":"tag","isRepeatable":true,"locations":["FIELD"],"args":[{"name":"name","type":{"ofType":{"name":"String"}}}]}""")
            .And.EndWith("""queryType":{"name":"Query"},"mutationType":{"name":"Mutation"},"subscriptionType":{"name":"Subscription"}}}}"""));

    [Test]
    public void The_query_that_tools_send_is_answered_within_the_limits()
    {
        const string Query = """
            query IntrospectionQuery { __schema { description queryType { name kind } mutationType { name kind } subscriptionType { name kind }
              types { ...FullType } directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } } } }
            fragment FullType on __Type { kind name description specifiedByURL isOneOf
              fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
              inputFields(includeDeprecated: true) { ...InputValue } interfaces { ...TypeRef }
              enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
            fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
            fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
              ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } } }
            """;
        Assert.That(Answers.Errors(Answers.Ask(Query)), Is.Empty);
    }
}
