using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Hedensted.Bibliotek.Search;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Caching;
using Hedensted.GraphQL.Engine;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Instrumentation;
using Hedensted.GraphQL.Reading;
using Hedensted.GraphQL.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hedensted.GraphQL;

/// <summary>The public GraphQL API, for callers in the same process: the site and the screens read nothing else.</summary>
public sealed partial class PublicGraphQL
{
    private static readonly JsonSerializerOptions VariablesFormat = new(JsonSerializerDefaults.Web);
    private static readonly ConditionalWeakTable<string, byte[]> Documents = [];

    private readonly ConditionalWeakTable<ContentSchema, GraphQLEngine> _engines = [];
    private readonly Lock _building = new();
    private readonly ResponseCache _cache;
    private readonly EditionFragments _fragments;
    private readonly TimeProvider _time;
    private readonly ILogger<PublicGraphQL> _logger;
    private readonly long _documentCacheBytes;

    /// <param name="options">Settings.</param>
    /// <param name="time">The clock that «upcoming» is seen from.</param>
    /// <param name="logger">Sees what clients do not.</param>
    public PublicGraphQL(IOptions<PublicGraphQLOptions> options, TimeProvider time, ILogger<PublicGraphQL> logger)
    {
        (_time, _logger, _documentCacheBytes) = (time, logger, options.Value.DocumentCacheBytes);
        _cache = new ResponseCache(options.Value.ResponseCacheBytes);
        _fragments = new EditionFragments(options.Value.FragmentBytes);
    }

    /// <summary>Executes one of the API's operations against an edition.</summary>
    /// <param name="edition">What to read; take <see cref="EditionSource.Current"/> once per page.</param>
    /// <param name="document">The GraphQL document (a constant: it is compiled once).</param>
    /// <param name="variables">Serialised to the variables' JSON; null for none.</param>
    /// <param name="language">The language to read it in; null for that of the edition.</param>
    /// <returns>The answer: <c>data</c> and perhaps <c>errors</c>. Dispose it.</returns>
    public JsonDocument Execute(Edition edition, string document, object? variables = null, string? language = null)
    {
        var bytes = Documents.GetValue(document, Encoding.UTF8.GetBytes);
        var json = variables is null ? [] : JsonSerializer.SerializeToUtf8Bytes(variables, VariablesFormat);
        using var answer = Answer(edition, new Question(bytes, null, json, IsOurs: true, Language: language)).Answer;
        return answer.Key is null ? JsonDocument.Parse(answer.Body.ToArray()) : JsonDocument.Parse(answer.Body);
    }

    /// <summary>The public schema in the schema definition language, for these document types; what <c>schema export</c> writes.</summary>
    /// <exception cref="SchemaException">A rule of the type system is broken.</exception>
    public static string ExportSchema(ContentSchema content) => PublicSchema.Create(content).ToSchemaDefinition();

    /// <summary>Waits until an edition can be searched: the first index of a large site is made when the server has started.</summary>
    /// <exception cref="OperationCanceledException">The caller stopped waiting.</exception>
    public static Task WhenSearchableAsync(Edition edition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.In(null).Projection<PublishedSearch>().Index.WaitAsync(cancellationToken);
    }

    /// <summary>Size of the finished answers that are kept, in bytes.</summary>
    internal long CachedBytes => _cache.Bytes;

    /// <summary>Answers a question with finished bytes, from the cache when it can.</summary>
    /// <param name="edition">What to read.</param>
    /// <param name="question">What to answer.</param>
    /// <param name="cancellationToken">The caller has gone.</param>
    /// <returns>The answer, to be disposed when its bytes are sent, and where it came from.</returns>
    internal (Answer Answer, CacheResult Cache) Answer(Edition edition, in Question question, CancellationToken cancellationToken = default)
    {
        var started = Stopwatch.GetTimestamp();
        using var activity = ApiInstruments.Begin();
        var (answer, cache) = question.ReportCost || edition.IsPreview
            ? (Make(edition, question, _time.GetUtcNow(), cancellationToken), CacheResult.Bypass)
            : FindOrMake(edition, question, cancellationToken);
        ApiInstruments.Answered(activity, answer, cache, started, question.IsOurs);
        return (answer, cache);
    }

    /// <summary>The answer to a request that came in exactly these bytes before, told as every answer is; null when it must be read.</summary>
    internal Answer? FindKnown(Edition edition, ReadOnlySpan<byte> request)
    {
        var started = Stopwatch.GetTimestamp();
        if (_cache.Find(edition, request, _time.GetUtcNow()) is not { } known)
        {
            return null;
        }

        using var activity = ApiInstruments.Begin();
        ApiInstruments.Answered(activity, known, CacheResult.Hit, started, isOurs: false);
        return known;
    }

    /// <summary>Remembers in which bytes the question of a kept answer came.</summary>
    internal void Remember(Edition edition, ReadOnlySpan<byte> request, Answer answer) => _cache.Remember(edition, request, answer);

    /// <summary>The engine for these document types; made once and kept as long as an edition has them.</summary>
    internal GraphQLEngine EngineOf(ContentSchema content)
    {
        if (_engines.TryGetValue(content, out var known))
        {
            return known;
        }

        lock (_building)
        {
            return _engines.GetValue(content, Build);
        }
    }

    private (Answer Answer, CacheResult Cache) FindOrMake(Edition edition, in Question question, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        if (!_cache.IsOn)
        {
            return (Make(edition, question, now, cancellationToken), CacheResult.Miss);
        }

        var answer = _cache.FindOrMake(
            edition.Whole,
            question.Key,
            now,
            (Api: this, Edition: edition, Question: question, Now: now, Cancellation: cancellationToken),
            static made => made.Api.Make(made.Edition, made.Question, made.Now, made.Cancellation),
            out var isKnown);
        return (answer, isKnown ? CacheResult.Hit : CacheResult.Miss);
    }

    private Answer Make(Edition edition, in Question question, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var read = edition.In(question.Language);
        var scope = new ReadScope(read, now);
        using var json = question.Variables.IsEmpty ? null : JsonDocument.Parse(question.Variables);
        var request = new GraphQLRequest
        {
            Document = question.Document,
            OperationName = question.OperationName,
            Variables = json?.RootElement ?? default,
            State = scope,
            AllowMutations = false,
            ReportCost = question.ReportCost,
            Fragments = edition.IsPreview || question.Language is not null ? null : _fragments.Of(read),
        };
        return new Answer(EngineOf(edition.Schema).Execute(request, cancellationToken), scope.ValidUntil, question.Document);
    }

    private GraphQLEngine Build(ContentSchema content)
    {
        var options = new EngineOptions
        {
            DocumentCacheBytes = _documentCacheBytes,
            OnUnhandledException = (exception, path) => Log.Failed(_logger, exception, path),
        };
        try
        {
            return new GraphQLEngine(PublicSchema.Create(content), options);
        }
        catch (SchemaException exception)
        {
            // A type made in the backoffice must not take down the rest: without it the library's own domain still answers.
            Log.NotBuilt(_logger, exception);
            return new GraphQLEngine(PublicSchema.Create(ContentSchema.Empty), options);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A public GraphQL field failed at {Path}")]
        public static partial void Failed(ILogger logger, Exception exception, string path);

        [LoggerMessage(2, LogLevel.Error, "The document types do not make a schema; the API answers without types of their own")]
        public static partial void NotBuilt(ILogger logger, Exception exception);
    }
}
