using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Hedensted.Bibliotek.Search;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Caching;
using Hedensted.GraphQL.Caching.Shared;
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

    private static readonly AnswerWork<Asked> Work = new(
        asked => asked.Api.Make(asked.Edition, asked.Question, asked.Now, asked.Cancellation), asked => asked.Question.Sort, asked => asked.Api.Again(asked.Question));

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
    /// <param name="shared">What other nodes have made; null for a node that is alone.</param>
    internal PublicGraphQL(IOptions<PublicGraphQLOptions> options, TimeProvider time, ILogger<PublicGraphQL> logger, SharedAnswers? shared = null)
    {
        (_time, _logger, _documentCacheBytes) = (time, logger, options.Value.DocumentCacheBytes);
        _cache = new ResponseCache(options.Value.ResponseCacheBytes, time, logger, shared);
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
        var asked = new Asked(this, edition, question, _time.GetUtcNow(), cancellationToken);
        var cache = CacheResult.Bypass;
        var answer = IsForOne(edition, question)
            ? Work.Make(asked)
            : _cache.FindOrMake(edition.Whole, question.Key, asked.Now, asked, Work, out cache);
        ApiInstruments.Answered(activity, answer, cache, started, question.IsOurs);
        return (answer, cache);
    }

    /// <summary>Answers a question with finished bytes, from the cache or from what other nodes have made when it can.</summary>
    /// <param name="edition">What to read.</param>
    /// <param name="question">What to answer; its bytes stay until the answer is there.</param>
    /// <param name="cancellationToken">The caller has gone.</param>
    /// <returns>The answer, to be disposed when its bytes are sent, and where it came from.</returns>
    internal async ValueTask<(Answer Answer, CacheResult Cache)> AnswerAsync(Edition edition, Question question, CancellationToken cancellationToken)
    {
        if (!_cache.IsShared || IsForOne(edition, question))
        {
            return Answer(edition, question, cancellationToken);
        }

        var started = Stopwatch.GetTimestamp();
        using var activity = ApiInstruments.Begin();
        var asked = new Asked(this, edition, question, _time.GetUtcNow(), cancellationToken);
        var (answer, cache) = await _cache.FindOrMakeAsync(edition.Whole, question.Key, asked.Now, asked, Work, cancellationToken);
        ApiInstruments.Answered(activity, answer, cache, started, question.IsOurs);
        return (answer, cache);
    }

    /// <summary>Makes anew what is asked often and is not what it would be now; see <see cref="ResponseCache.RefreshAsync"/>.</summary>
    internal Task<DateTimeOffset?> RefreshAsync(Edition edition, int most, CancellationToken cancellationToken) => _cache.RefreshAsync(edition, most, cancellationToken);

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
    internal void Remember(ReadOnlySpan<byte> request, Answer answer) => _cache.Remember(request, answer);

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

    // Somebody's drafts are nobody else's, and what an answer cost is told to the one who paid.
    private static bool IsForOne(Edition edition, in Question question) => question.ReportCost || edition.IsPreview;

    private AnswerAgain Again(Question question)
    {
        var copy = question with { Document = question.Document.ToArray(), Variables = question.Variables.ToArray() };
        return new AnswerAgain((edition, now) => Make(edition, copy, now, CancellationToken.None), copy.Sort);
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
        return new Answer(EngineOf(edition.Schema).Execute(request, cancellationToken), scope.ValidUntil, scope.Read, question.Document);
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

    private readonly record struct Asked(PublicGraphQL Api, Edition Edition, Question Question, DateTimeOffset Now, CancellationToken Cancellation);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A public GraphQL field failed at {Path}")]
        public static partial void Failed(ILogger logger, Exception exception, string path);

        [LoggerMessage(2, LogLevel.Error, "The document types do not make a schema; the API answers without types of their own")]
        public static partial void NotBuilt(ILogger logger, Exception exception);
    }
}
