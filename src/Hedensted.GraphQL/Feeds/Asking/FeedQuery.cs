using System.Collections.Immutable;
using System.Globalization;
using Hedensted.GraphQL.Feeds.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Hedensted.GraphQL.Feeds.Asking;

/// <summary>Reads the query of a feed's address; what is not understood becomes a problem that names the parameter and the remedy, the first one counts.</summary>
internal sealed class FeedQuery
{
    private const int MostValues = 50;
    private readonly IQueryCollection _query;

    public FeedQuery(IQueryCollection query, ApiOperation operation)
    {
        _query = query;
        var unknown = operation.IsLenient ? null : query.Keys.FirstOrDefault(name => !operation.Parameters.Any(parameter => parameter.Name == name));
        if (unknown is not null)
        {
            Refuse(Shorten(unknown), operation.Parameters.Count == 0
                ? "There is no such parameter here; leave it out."
                : $"There is no such parameter. There are {string.Join(", ", operation.Parameters.Select(parameter => parameter.Name))}.");
        }
    }

    /// <summary>What is wrong with the query; null while nothing is.</summary>
    public FeedProblem? Problem { get; private set; }

    /// <summary>Notes a problem.</summary>
    public void Refuse(string name, string detail, int status = StatusCodes.Status400BadRequest) => Problem ??= new(status, $"{name}: {detail}", name);

    /// <summary>A day, <c>2026-12-24</c>.</summary>
    public DateOnly? Date(string name)
    {
        if (One(name) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1800 and <= 2500)
        {
            return date;
        }

        Refuse(name, $"\"{Shorten(text)}\" is no date. Write year, month and day, e.g. 2026-12-24.");
        return null;
    }

    /// <summary>A moment with an offset, <c>2026-12-24T08:00:00Z</c>.</summary>
    public DateTimeOffset? Moment(string name)
    {
        if (One(name) is not { } text)
        {
            return null;
        }

        // A plus that was not written as %2B arrives as a space.
        var written = text.Length > 20 && text[^6] == ' ' ? $"{text[..^6]}+{text[^5..]}" : text;
        if (DateTimeOffset.TryParseExact(
            written, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return moment;
        }

        Refuse(name, $"\"{Shorten(text)}\" is no moment. Write it with an offset, e.g. 2026-12-24T08:00:00Z.");
        return null;
    }

    /// <summary>A whole number.</summary>
    public int? Number(string name, int least, int most)
    {
        if (One(name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(name, string.Create(CultureInfo.InvariantCulture, $"\"{Shorten(text)}\" will not do. Give a whole number from {least} to {most}."));
        return null;
    }

    /// <summary>One of a few words.</summary>
    public void Word(string name, params ReadOnlySpan<string> words)
    {
        if (One(name) is { } text && !words.Contains(text))
        {
            Refuse(name, $"\"{Shorten(text)}\" is not known here. Give {string.Join(" or ", words!)}, or leave it out.");
        }
    }

    /// <summary>Several values, each found by what it is called.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="find">Finds a value; null when nothing is called so.</param>
    /// <param name="known">What there is, for whoever asked for something else.</param>
    public ImmutableArray<T> Each<T>(string name, Func<string, T?> find, Func<IEnumerable<string>> known)
        where T : struct
    {
        var found = ImmutableArray.CreateBuilder<T>();
        foreach (var text in Texts(name))
        {
            if (find(text) is { } value)
            {
                found.Add(value);
                continue;
            }

            Refuse(name, $"\"{Shorten(text)}\" is not known here. {Known(known())}");
        }

        return found.DrainToImmutable();
    }

    private static string Known(IEnumerable<string> known)
    {
        var some = known.Take(MostValues + 1).ToArray();
        return some.Length == 0 ? "There is none; leave the parameter out."
            : $"There {(some.Length == 1 ? "is" : "are")} {string.Join(", ", some.Take(MostValues))}{(some.Length > MostValues ? " and more" : "")}.";
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private string? One(string name)
    {
        if (!_query.TryGetValue(name, out var values))
        {
            return null;
        }

        if (values is [{ Length: > 0 } text])
        {
            return text;
        }

        Refuse(name, values.Count > 1 ? "It is given more than once. Give one value." : "It is empty. Give a value, or leave the parameter out.");
        return null;
    }

    private string[] Texts(string name)
    {
        if (!_query.TryGetValue(name, out StringValues values))
        {
            return [];
        }

        var texts = values.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Take(MostValues + 1).ToArray();
        if (texts.Length is 0 or > MostValues)
        {
            Refuse(name, texts.Length == 0
                ? "It is empty. Give a value, or leave the parameter out."
                : string.Create(CultureInfo.InvariantCulture, $"More than {MostValues} values are given. Give fewer."));
            return [];
        }

        return texts;
    }
}
