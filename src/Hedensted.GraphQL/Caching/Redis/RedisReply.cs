namespace Hedensted.GraphQL.Caching.Redis;

/// <summary>What Redis said.</summary>
/// <param name="Kind">Which sort of reply it is.</param>
/// <param name="Bytes">The text of a status or an error, the digits of a number, or the value; none for nothing.</param>
internal readonly record struct RedisReply(RedisReplyKind Kind, byte[]? Bytes);
