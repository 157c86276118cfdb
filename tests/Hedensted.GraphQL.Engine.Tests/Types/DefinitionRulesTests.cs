using System.Text;
using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Engine.Types.Definition;

namespace Hedensted.GraphQL.Engine.Tests.Types;

/// <summary>The rules of a document in the schema definition language, each with its code and places.</summary>
public class DefinitionRulesTests
{
    [TestCase("schema { query: Q } type Q { a: Int } schema { query: Q }", "LONE_SCHEMA_DEFINITION 1:39", "UNIQUE_OPERATION_TYPES 1:10 1:48")]
    [TestCase("schema { query: Q query: Q } type Q { a: Int }", "UNIQUE_OPERATION_TYPES 1:10 1:19")]
    [TestCase("schema { query: Q } extend schema { query: Q } type Q { a: Int }", "UNIQUE_OPERATION_TYPES 1:10 1:37")]
    [TestCase("type Q { a: Int } scalar Q", "UNIQUE_TYPE_NAMES 1:6 1:26")]
    [TestCase("enum E { A B A }", "UNIQUE_ENUM_VALUE_NAMES 1:10 1:14")]
    [TestCase("enum E { A } extend enum E { A }", "UNIQUE_ENUM_VALUE_NAMES 1:10 1:30")]
    [TestCase("type Q { a: Int a: Int }", "UNIQUE_FIELD_DEFINITION_NAMES 1:10 1:17")]
    [TestCase("input I { a: Int } extend input I { a: Int }", "UNIQUE_FIELD_DEFINITION_NAMES 1:11 1:37")]
    [TestCase("type Q { a(x: Int, x: Int): Int }", "UNIQUE_ARGUMENT_DEFINITION_NAMES 1:12 1:20")]
    [TestCase("directive @d(x: Int, x: Int) on FIELD", "UNIQUE_ARGUMENT_DEFINITION_NAMES 1:14 1:22")]
    [TestCase("directive @d on FIELD directive @d on FIELD", "UNIQUE_DIRECTIVE_NAMES 1:12 1:34")]
    [TestCase("type Q { a: Nowhere b(x: [Nothing!]!): Int }", "KNOWN_TYPE_NAMES 1:13", "KNOWN_TYPE_NAMES 1:27")]
    [TestCase("type Q @nowhere { a: Int }", "KNOWN_DIRECTIVES 1:8")]
    [TestCase("type Q @deprecated { a: Int }", "KNOWN_DIRECTIVES 1:8")]
    [TestCase("type Q { a: Int @deprecated @deprecated }", "UNIQUE_DIRECTIVES_PER_LOCATION 1:17 1:29")]
    [TestCase("directive @d on OBJECT type Q @d { a: Int } extend type Q @d", "UNIQUE_DIRECTIVES_PER_LOCATION 1:31 1:59")]
    [TestCase("directive @d repeatable on OBJECT type Q @d @d { a: Int }")]
    [TestCase("extend type Nowhere { a: Int }", "POSSIBLE_TYPE_EXTENSIONS 1:13")]
    [TestCase("type Q { a: Int } extend interface Q { b: Int }", "POSSIBLE_TYPE_EXTENSIONS 1:1 1:19")]
    [TestCase("type Q { a: Int @deprecated(why: \"x\") }", "KNOWN_ARGUMENT_NAMES 1:29")]
    [TestCase("type Q { a: Int @deprecated(reason: \"x\", reason: \"y\") }", "UNIQUE_ARGUMENT_NAMES 1:29 1:42")]
    [TestCase("scalar S @specifiedBy", "PROVIDED_REQUIRED_ARGUMENTS 1:10")]
    [TestCase("type Q { a: Int @deprecated(reason: null) }", "VALUES_OF_CORRECT_TYPE 1:37")]
    [TestCase("type Q { a(x: I = { a: 1, a: 2 }): Int } input I { a: Int }", "UNIQUE_INPUT_FIELD_NAMES 1:21 1:27")]
    [TestCase("directive @d(x: Int @d) on ARGUMENT_DEFINITION", "NO_DIRECTIVE_CYCLES 1:12")]
    [TestCase("directive @d(x: [I!]) on INPUT_FIELD_DEFINITION input I { e: E } enum E @e { A } directive @e(y: Int @d) on ENUM | INPUT_FIELD_DEFINITION", "KNOWN_DIRECTIVES 1:102", "NO_DIRECTIVE_CYCLES 1:12", "NO_DIRECTIVE_CYCLES 1:93")]
    [TestCase("directive @d(x: I) on INPUT_FIELD_DEFINITION input I { i: I }")]
    [TestCase("extend type Known { b: Int }")]
    [TestCase("extend input Known { b: Int }", "POSSIBLE_TYPE_EXTENSIONS 1:1")]
    [TestCase("type Known { b: Int }", "UNIQUE_TYPE_NAMES 1:6")]
    public void Each_rule_finds_its_mistake(string definition, params string[] errors)
    {
        var source = Encoding.UTF8.GetBytes(definition);
        var existing = new Dictionary<string, NamedType> { ["Known"] = new ObjectType<object>("Known") };
        var found = DefinitionRules.Check(Parser.Parse(source), source, existing, []);
        Assert.That(found.Select(error => $"{error.Code} {string.Join(' ', error.Locations.Select(place => $"{place.Line}:{place.Column}"))}"), Is.EqualTo(errors));
    }
}
