using Hedensted.GraphQL.Engine;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Filtering;

/// <summary>The checks that one operation input asks for; a value must pass them all.</summary>
/// <remarks><c>eq: null</c> is «has none» and <c>neq: null</c> «has one». No other operation takes null: what a client forgot must not let everything through.</remarks>
/// <typeparam name="T">The value, or null for none: <see cref="string"/>, or a <see cref="Nullable{T}"/>.</typeparam>
/// <param name="given">The coerced fields of the input.</param>
/// <param name="comparer">What is equal.</param>
internal sealed class Checks<T>(InputValues given, IEqualityComparer<T>? comparer = null)
{
    private readonly IEqualityComparer<T> _comparer = comparer ?? EqualityComparer<T>.Default;
    private readonly List<Predicate<T>> _checks = [];

    /// <summary>Adds <c>eq</c>, <c>neq</c>, <c>in</c> and <c>nin</c>.</summary>
    /// <param name="read">Turns an operand that is not null into a value.</param>
    public Checks<T> AddEquality(Func<object, T> read)
    {
        if (given.Has("eq"))
        {
            var equal = Operand("eq");
            _checks.Add(value => _comparer.Equals(value, equal));
        }

        if (given.Has("neq"))
        {
            var different = Operand("neq");
            _checks.Add(value => !_comparer.Equals(value, different));
        }

        if (given.Names.Contains("in"))
        {
            var set = Operands("in");
            _checks.Add(set.Contains);
        }

        if (given.Names.Contains("nin"))
        {
            var set = Operands("nin");
            _checks.Add(value => !set.Contains(value));
        }

        return this;

        T Operand(string name) => given.TryGet<object>(name, out var operand) ? read(operand) : default!;

        HashSet<T> Operands(string name)
        {
            NotNull(name);
            return given.GetList<object?>(name).Select(operand => operand is null ? default! : read(operand)).ToHashSet(_comparer);
        }
    }

    /// <summary>Adds an operation that takes no null.</summary>
    /// <param name="name">The field of the input.</param>
    /// <param name="check">Makes the check of its operand.</param>
    public Checks<T> Add<TOperand>(string name, Func<TOperand, Predicate<T>> check)
        where TOperand : notnull
    {
        if (given.Has(name))
        {
            NotNull(name);
            _checks.Add(check(given.Get<TOperand>(name)));
        }

        return this;
    }

    /// <summary>Adds <c>and</c> and <c>or</c> over inputs of the same type; an empty list says nothing.</summary>
    public Checks<T> AddNested()
    {
        _checks.AddRange(given.GetList<Predicate<T>>("and"));
        if (given.GetList<Predicate<T>>("or") is { Count: > 0 } any)
        {
            _checks.Add(value => any.Any(check => check(value)));
        }

        return this;
    }

    /// <summary>All of them as one.</summary>
    public Predicate<T> ToPredicate() => _checks switch
    {
        [] => _ => true,
        [var only] => only,
        _ => value => _checks.TrueForAll(check => check(value)),
    };

    private void NotNull(string name)
    {
        if (given.IsNull(name))
        {
            throw new GraphQLException($"'{name}' cannot be compared with null; leave it out, or ask with eq or neq.", "INVALID_FILTER");
        }
    }
}
