using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine;

namespace Hedensted.GraphQL.Live;

/// <summary>Answers subscriptions: now, and every time that the answer is another one.</summary>
internal sealed class LiveAnswers(PublicGraphQL api, EditionSource editions, TimeProvider time)
{
    /// <summary>The answers, each different from the one before; whoever reads them disposes them.</summary>
    /// <param name="question">A subscription. Its bytes must stay as they are until the stream has ended.</param>
    /// <param name="cancellationToken">The client has left.</param>
    public async IAsyncEnumerable<GraphQLResponse> FollowAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var json = question.Variables.IsEmpty ? null : JsonDocument.Parse(question.Variables);
        byte[] shown = [];
        LiveScope scope;
        do
        {
            // Once for each set of document types: the same subscription is compiled anew when an editor adds a type.
            var schema = editions.Current.Schema;
            scope = new LiveScope(editions, schema, time);
            var request = new GraphQLRequest
            {
                Document = question.Document,
                OperationName = question.OperationName,
                Variables = json?.RootElement ?? default,
                State = scope,
                EventState = scope.Read,
                AllowMutations = false,
                ReportCost = question.ReportCost,
            };
            await foreach (var answer in api.EngineOf(schema).SubscribeAsync(request, cancellationToken))
            {
                var content = SHA256.HashData(answer.Body.Span);
                if (content.AsSpan().SequenceEqual(shown))
                {
                    answer.Dispose();
                    continue;
                }

                shown = content;
                yield return answer;
            }
        }
        while (scope.IsOutdated);
    }
}
