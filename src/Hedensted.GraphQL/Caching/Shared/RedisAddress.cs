using System.Security.Authentication;
using StackExchange.Redis;

namespace Hedensted.GraphQL.Caching.Shared;

/// <summary>Reads <c>ConnectionStrings:redis</c>: <c>host:port,password=…,ssl=true</c>, as StackExchange.Redis writes it.</summary>
internal static class RedisAddress
{
    private const int ConnectMilliseconds = 250;

    /// <summary>The address with what the cache needs whatever is written: never a start that fails for Redis, no command of an administrator, TLS of today.</summary>
    /// <exception cref="FormatException">It cannot be read; the message does not repeat it, for there may be a password in it.</exception>
    public static ConfigurationOptions Read(string text)
    {
        ConfigurationOptions address;
        try
        {
            address = ConfigurationOptions.Parse(text);
        }
        catch (ArgumentException)
        {
            throw new FormatException("ConnectionStrings:redis kan ikke læses. Skriv den som vært:port,password=…,ssl=true, og start igen.");
        }

        if (address.EndPoints.Count == 0)
        {
            throw new FormatException("ConnectionStrings:redis nævner ingen vært. Skriv den som vært:port,password=…,ssl=true, eller lad den være tom, og start igen.");
        }

        address.AbortOnConnectFail = false;
        address.AllowAdmin = false;
        address.ConnectTimeout = ConnectMilliseconds;
        address.ConnectRetry = 1;
        address.KeepAlive = 1;
        address.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        return address;
    }
}
