using System.Text.Json;
using System.Text.Json.Nodes;
using Hedensted.Bibliotek.Calendar.Series;

namespace Hedensted.Bibliotek.Tests.Examples;

/// <summary>Checks values against the property editors and data types of their document or element type.</summary>
internal static class ValueRules
{
    public static void Check(string owner, string typeAlias, IEnumerable<(string Alias, JsonNode Value)> values, Func<Guid, bool> nodeExists)
    {
        var properties = ContentModel.PropertiesOf(typeAlias);
        var given = values.ToDictionary(value => value.Alias, value => value.Value);
        Assert.That(given.Keys, Is.SubsetOf(properties.Keys), owner);
        foreach (var property in properties.Values.Where(property => property.Mandatory))
        {
            Assert.That(given, Does.ContainKey(property.Alias), $"{owner} lacks {property.Alias}");
        }

        foreach (var (alias, value) in given)
        {
            CheckValue($"{owner}/{alias}", properties[alias], value, nodeExists);
        }
    }

    private static void CheckValue(string path, ContentModel.Property property, JsonNode value, Func<Guid, bool> nodeExists)
    {
        var config = JsonNode.Parse(property.Config)!;
        switch (property.Editor)
        {
            case "Umbraco.TextBox" or "Umbraco.TextArea":
                Assert.That(((string)value!).Length, Is.InRange(1, (int?)config["maxChars"] ?? int.MaxValue), path);
                Assert.That((string)value!, Does.Match(property.Pattern), path);
                break;
            case "Umbraco.DropDown.Flexible" or "Umbraco.CheckBoxList":
                var choices = config["items"]!.AsArray().Select(item => (string)item!);
                Assert.That(value.AsArray().Select(item => (string)item!), Is.SubsetOf(choices), path);
                break;
            case "Umbraco.Tags":
                Assert.That(value.AsArray(), Is.Not.Empty, path);
                break;
            case "Umbraco.TrueFalse":
                Assert.That(value.GetValueKind(), Is.EqualTo(JsonValueKind.True).Or.EqualTo(JsonValueKind.False), path);
                break;
            case "Umbraco.Integer" or "Umbraco.Decimal":
                Assert.That((decimal)value, Is.InRange((decimal?)config["min"] ?? decimal.MinValue, (decimal?)config["max"] ?? decimal.MaxValue), path);
                break;
            case "Umbraco.ContentPicker":
                Assert.That(nodeExists(Guid.Parse((string)value!)), path);
                break;
            case "Umbraco.MultiNodeTreePicker":
                Assert.That(value.AsArray().Select(item => nodeExists(Guid.Parse((string)item!["unique"]!))), Is.All.True, path);
                break;
            case "Umbraco.DateTimeUnspecified" or "Umbraco.DateOnly":
                Assert.That(value.AsObject().Select(member => member.Key), Is.EquivalentTo(new[] { "date", "timeZone" }), path);
                break;
            case "Umbraco.RichText":
                Assert.That((string)value["markup"]!, Does.StartWith("<p>").And.EndWith("</p>"), path);
                break;
            case "Umbraco.Plain.Json" when property.Alias == Repetition.Alias:
                Assert.That(Repetition.TryRead(JsonSerializer.SerializeToElement(value), out _, out var problem), Is.True, $"{path}: {problem}");
                break;
            case "Umbraco.BlockList":
                CheckBlocks(path, config, value, nodeExists);
                break;
            default:
                Assert.Fail($"{path}: no rule for {property.Editor}");
                break;
        }
    }

    private static void CheckBlocks(string path, JsonNode config, JsonNode list, Func<Guid, bool> nodeExists)
    {
        var allowed = config["blocks"]!.AsArray().Select(block => (string)block!["contentElementTypeKey"]!).ToArray();
        var keys = list["contentData"]!.AsArray().Select(block => (string)block!["key"]!).ToArray();
        Assert.That(keys, Is.Unique.And.Not.Empty, path);
        Assert.That(list["expose"]!.AsArray().Select(item => (string)item!["contentKey"]!), Is.EqualTo(keys), path);
        Assert.That(list["layout"]!["Umbraco.BlockList"]!.AsArray().Select(item => (string)item!["contentKey"]!), Is.EqualTo(keys), path);
        foreach (var block in list["contentData"]!.AsArray())
        {
            var type = (string)block!["contentTypeKey"]!;
            Assert.That(allowed, Does.Contain(type), path);
            Check(path, ContentModel.AliasOf(Guid.Parse(type)), block["values"]!.AsArray().Select(value => ((string)value!["alias"]!, value["value"]!)), nodeExists);
        }
    }
}
