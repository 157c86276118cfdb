using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Hedensted.GraphQL.Http;

/// <summary>Reads the body of a request, no further than it may be long.</summary>
internal static class HttpBody
{
    private const int FirstRead = 4_096;

    /// <summary>The body in a rented array that the caller gives back; null when it is too long.</summary>
    /// <returns>The array, which has room for the body twice, and the length of the body.</returns>
    public static async Task<(byte[] Array, int Length)?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
        {
            return null;
        }

        var array = ArrayPool<byte>.Shared.Rent(2 * (int)(request.ContentLength ?? FirstRead) + 1);
        var length = 0;
        try
        {
            while (true)
            {
                if (2 * (length + 1) > array.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(array.Length * 2);
                    array.AsSpan(0, length).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(array);
                    array = larger;
                }

                var read = await request.Body.ReadAsync(array.AsMemory(length, array.Length - length), cancellationToken);
                length += read;
                if (read == 0 || length > maxBytes)
                {
                    break;
                }
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(array);
            throw;
        }

        if (length > maxBytes)
        {
            ArrayPool<byte>.Shared.Return(array);
            return null;
        }

        return (WithRoomForTwo(array, length), length);
    }

    private static byte[] WithRoomForTwo(byte[] array, int length)
    {
        if (array.Length >= 2 * length)
        {
            return array;
        }

        var larger = ArrayPool<byte>.Shared.Rent(2 * length);
        array.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(array);
        return larger;
    }
}
