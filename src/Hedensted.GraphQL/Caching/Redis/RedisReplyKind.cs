namespace Hedensted.GraphQL.Caching.Redis;

/// <summary>The sorts of replies that the cache's commands have in RESP2.</summary>
internal enum RedisReplyKind
{
    /// <summary><c>+OK</c>.</summary>
    Status,

    /// <summary><c>-ERR …</c>: the command was refused, the line goes on.</summary>
    Error,

    /// <summary><c>:1</c>.</summary>
    Number,

    /// <summary><c>$3 … foo</c>.</summary>
    Value,

    /// <summary><c>$-1</c>: there is none. Also one that is larger than whoever asked takes.</summary>
    Nothing,
}
