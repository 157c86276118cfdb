using Hedensted.GraphQL.Caching;

namespace Hedensted.GraphQL;

/// <summary>What is asked of the API, whoever asks.</summary>
/// <param name="Document">The document in UTF-8.</param>
/// <param name="OperationName">The operation to run; null when the document has one.</param>
/// <param name="Variables">A JSON object in UTF-8; empty for none.</param>
/// <param name="ReportCost">Whether the answer tells what it cost; such an answer is never a kept one.</param>
/// <param name="IsOurs">Whether this program asks itself.</param>
/// <param name="Language">The language of the answer, an ISO code as the site writes it; null for that of the edition.</param>
internal readonly record struct Question(
    ReadOnlyMemory<byte> Document,
    string? OperationName = null,
    ReadOnlyMemory<byte> Variables = default,
    bool ReportCost = false,
    bool IsOurs = false,
    string? Language = null)
{
    /// <summary>What makes two questions the same.</summary>
    public CacheKey Key => CacheKey.Of(Document.Span, OperationName, Variables.Span, Language);

    /// <summary>What questions that take about equally long share: the document.</summary>
    public CacheKey Sort => CacheKey.Of(Document.Span, OperationName, []);
}
