using System.Text.Json;

namespace Hedensted.GraphQL.Differential.Tests;

/// <summary>Reads the outcomes that reference.cjs writes.</summary>
internal static class ReferenceOutcome
{
    public static Outcome Read(JsonElement json)
    {
        var property = json.EnumerateObject().First();
        return property.Name switch
        {
            "s" => new Outcome(Stage.Syntax) { Faults = [new Fault("", Place(property.Value), null, "")] },
            "v" => new Outcome(Stage.Invalid) { Faults = [.. property.Value.EnumerateArray().Select(error => new Fault(error[0].GetString()!, Places(error[1]), null, ""))] },
            "r" => new Outcome(Stage.Refused) { Faults = [.. property.Value.EnumerateArray().Select(places => new Fault("", Places(places), null, ""))] },
            "m" => new Outcome(Stage.Streamed) { Events = [.. property.Value.EnumerateArray().Select(answer => answer.ValueKind == JsonValueKind.Null ? new Outcome(Stage.Threw) : Read(answer))] },
            "x" => new Outcome(Stage.Threw) { Faults = [new Fault("", "", null, property.Value.GetString()!)] },
            _ => new Outcome(Stage.Done)
            {
                Data = json.GetProperty("d"),
                Faults = [.. json.GetProperty("e").EnumerateArray().Select(error => new Fault("", Places(error[1]), error[0].ValueKind == JsonValueKind.Null ? null : error[0].GetRawText(), ""))],
            },
        };
    }

    private static string Place(JsonElement place) => $"{place[0]}:{place[1]}";

    private static string Places(JsonElement places) => string.Join(' ', places.EnumerateArray().Select(Place));
}
