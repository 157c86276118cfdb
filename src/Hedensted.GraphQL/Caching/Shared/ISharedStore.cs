namespace Hedensted.GraphQL.Caching.Shared;

/// <summary>A place outside this process that several nodes may put bytes into. It may forget, lie, be slow or be gone; nobody waits for it long, and nothing depends on it.</summary>
internal interface ISharedStore
{
    /// <summary>Whether it is worth asking at this moment.</summary>
    bool IsUp { get; }

    /// <summary>The bytes under a key; null when there are none, or none came in time.</summary>
    ValueTask<byte[]?> GetAsync(string key);

    /// <summary>Puts bytes under a key for a while; returns at once, and may do nothing.</summary>
    void Put(string key, byte[] value, TimeSpan life);

    /// <summary>Puts a mark under a key, unless there is one: true when it was put, false when there was one, null when nobody knows.</summary>
    ValueTask<bool?> TryMarkAsync(string key, TimeSpan life);

    /// <summary>Takes away what is under a key; returns at once, and may do nothing.</summary>
    void Remove(string key);
}
