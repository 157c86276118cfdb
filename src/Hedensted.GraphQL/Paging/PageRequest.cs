using Hedensted.GraphQL.Engine;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Paging;

/// <summary>Which part of a list a client asks for.</summary>
/// <param name="Size">Rows at most.</param>
/// <param name="Backward">Whether they are counted from the end (<c>last</c>).</param>
/// <param name="After">Only rows after this cursor.</param>
/// <param name="Before">Only rows before this cursor.</param>
internal readonly record struct PageRequest(int Size, bool Backward, string? After, string? Before)
{
    /// <summary>Rows when the client does not say.</summary>
    public const int DefaultSize = 20;

    /// <summary>Most rows a client may ask for at once.</summary>
    public const int MaxSize = 100;

    /// <summary>The arguments of every connection, before its own.</summary>
    public static InputValue[] Arguments(params InputValue[] own) =>
    [
        new("first", Scalars.Int, $"Rows from the beginning, at most {MaxSize}; {DefaultSize} when nothing is asked."),
        new("after", Scalars.String, "Only what comes after this cursor."),
        new("last", Scalars.Int, $"Rows from the end, at most {MaxSize}."),
        new("before", Scalars.String, "Only what comes before this cursor."),
        .. own,
    ];

    /// <exception cref="GraphQLException">The numbers make no sense together or are out of range.</exception>
    public static PageRequest Read(InputValues arguments)
    {
        var first = arguments.GetOrDefault<int?>("first");
        var last = arguments.GetOrDefault<int?>("last");
        if (first is not null && last is not null)
        {
            throw new GraphQLException("Ask for first or last, not both.", "INVALID_PAGING");
        }

        return new PageRequest(Checked(first ?? last ?? DefaultSize), last is not null, arguments.GetOrDefault<string>("after"), arguments.GetOrDefault<string>("before"));
    }

    /// <summary>The page of a list that can only be read forward.</summary>
    /// <exception cref="GraphQLException">The number is out of range.</exception>
    public static PageRequest ReadForward(InputValues arguments) =>
        new(Checked(arguments.GetOrDefault<int?>("first") ?? DefaultSize), Backward: false, arguments.GetOrDefault<string>("after"), null);

    private static int Checked(int size) => size is >= 0 and <= MaxSize ? size : throw new GraphQLException($"Ask for 0 to {MaxSize} rows at once.", "INVALID_PAGING");
}
