namespace Hedensted.Content.Storage;

/// <summary>Identities that sort in the order in which this process made them, and by time across processes.</summary>
internal static class SequentialKeys
{
    private const int CounterLimit = 1 << 12;
    private static readonly Lock Turn = new();
    private static long _millisecond;
    private static int _counter;

    /// <summary>The next UUID of version 7; the bits after the millisecond count those made in the same one.</summary>
    public static Guid Next(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (Turn)
        {
            var millisecond = now.ToUnixTimeMilliseconds();
            _counter = millisecond == _millisecond && _counter < CounterLimit - 1 ? _counter + 1 : 0;
            _millisecond = millisecond;
            Guid.CreateVersion7(now).TryWriteBytes(bytes, bigEndian: true, out _);
            bytes[6] = (byte)(0x70 | (_counter >> 8));
            bytes[7] = (byte)_counter;
        }

        return new Guid(bytes, bigEndian: true);
    }
}
