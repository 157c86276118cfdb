using Hedensted.GraphQL.Feeds.Http;

namespace Hedensted.GraphQL.Feeds;

/// <summary>What an address answers, told once: the server checks requests by it, and the OpenAPI document is made from it.</summary>
/// <param name="Id">Its name in the OpenAPI document, e.g. <c>events_ics</c>.</param>
/// <param name="Group">What it belongs to.</param>
/// <param name="Summary">One line.</param>
/// <param name="Description">More, in Markdown.</param>
/// <param name="Parameters">What may stand in the query.</param>
/// <param name="MediaType">What it answers in.</param>
/// <param name="Answer">What the answer is.</param>
public sealed record ApiOperation(
    string Id, string Group, string Summary, string Description, IReadOnlyList<ApiParameter> Parameters, string MediaType, string Answer)
{
    /// <summary>What every refusal is, whatever the operation.</summary>
    public static Type Problem => typeof(FeedProblem);

    /// <summary>The types of the rows of an answer in JSON; empty when the answer is no list.</summary>
    public IReadOnlyList<Type> Rows { get; init; } = [];

    /// <summary>The type of an answer in JSON that is no list; null for a list or another format.</summary>
    public Type? Body { get; init; }

    /// <summary>An answer.</summary>
    public required string Example { get; init; }

    /// <summary>Parameters that stand in the path.</summary>
    public IReadOnlyList<ApiParameter> Path { get; init; } = [];

    /// <summary>Whether parameters that it does not know are passed over, as those who ask today expect; else they are refused.</summary>
    public bool IsLenient { get; init; }

    /// <summary>The type of the JSON that is sent to it; null for what is only asked.</summary>
    public Type? Request { get; init; }

    /// <summary>What may be sent to it, in JSON; null for what is only asked.</summary>
    public string? RequestExample { get; init; }

    /// <summary>How it can be refused besides 400: status and when.</summary>
    public IReadOnlyList<(int Status, string When)> Refusals { get; init; } = [];
}

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Example">A value that is understood.</param>
public sealed record ApiParameter(string Name, string Description, string Example)
{
    /// <summary>Its format in JSON Schema, e.g. <c>date</c>; null for any text.</summary>
    public string? Format { get; init; }

    /// <summary>The only values that are understood; empty when there is no such list.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The smallest and largest whole number; null when it is no number.</summary>
    public (int Least, int Most)? Range { get; init; }

    /// <summary>Whether several values may be given, with commas between them.</summary>
    public bool IsList { get; init; }
}
