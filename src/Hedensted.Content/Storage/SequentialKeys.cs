namespace Hedensted.Content.Storage;

/// <summary>Identities that sort in the order in which this process made them, and by time across processes.</summary>
internal sealed class SequentialKeys
{
    private const int CounterLimit = 1 << 12;

    private readonly Lock _turn = new();
    private long _newest;
    private int _counter;

    /// <summary>Whatever this process writes.</summary>
    public static SequentialKeys OfProcess { get; } = new();

    /// <summary>The next UUID of version 7 (RFC 9562 §6.2, method 1); the bits after the millisecond count those made since the newest one began.</summary>
    public Guid Next(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (_turn)
        {
            // Two that write at once may each have its own time: what one of them makes must not begin the other's count anew.
            var millisecond = now.ToUnixTimeMilliseconds();
            _counter = millisecond <= _newest && _counter < CounterLimit - 1 ? _counter + 1 : 0;
            _newest = Math.Max(millisecond, _newest);
            Guid.CreateVersion7(now).TryWriteBytes(bytes, bigEndian: true, out _);
            bytes[6] = (byte)(0x70 | (_counter >> 8));
            bytes[7] = (byte)_counter;
        }

        return new Guid(bytes, bigEndian: true);
    }
}
