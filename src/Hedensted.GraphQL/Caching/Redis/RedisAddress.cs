using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Hedensted.GraphQL.Caching.Redis;

/// <summary>Where Redis is and how it is spoken to: <c>ConnectionStrings:redis</c>, written as the clients of .NET write it, <c>host:port,password=…,ssl=true</c>.</summary>
internal sealed class RedisAddress
{
    private const int Port = 6379;
    private const int TlsPort = 6380;

    // What other clients read in the same text, and what has no meaning here: a managed Redis hands out texts with these in them.
    private static readonly HashSet<string> OfOthers = new(StringComparer.OrdinalIgnoreCase)
    {
        "abortConnect", "allowAdmin", "asyncTimeout", "connectRetry", "connectTimeout", "keepAlive", "name", "resolveDns", "responseTimeout", "sslProtocols", "syncTimeout", "version",
    };

    /// <summary>Where it may be, in the order that they are tried.</summary>
    public required IReadOnlyList<DnsEndPoint> Servers { get; init; }

    /// <summary>The user of its access list; null for the one without a name.</summary>
    public string? User { get; private set; }

    /// <summary>The password; null when it wants none.</summary>
    public string? Password { get; private set; }

    /// <summary>Which of its databases.</summary>
    public int Database { get; private set; }

    /// <summary>Whether it is spoken to over TLS.</summary>
    public bool IsEncrypted { get; private set; }

    /// <summary>The name that its certificate must have; null for the host's.</summary>
    public string? CertificateName { get; private set; }

    /// <summary>Who vouches for its certificate; null for those whom the machine trusts.</summary>
    public X509Certificate2Collection? Authorities { get; private set; }

    /// <summary>The address in a text.</summary>
    /// <exception cref="FormatException">It cannot be read; the message says what to write and does not repeat the text, for there may be a password in it.</exception>
    public static RedisAddress Read(string text)
    {
        var parts = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var options = parts.SkipWhile(part => !part.Contains('=', StringComparison.Ordinal)).Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries)).ToList();
        var isEncrypted = options.Exists(option => option is [var name, var value] && name.Equals("ssl", StringComparison.OrdinalIgnoreCase) && IsYes(value));
        var servers = parts[..^options.Count].Select(part => Server(part, isEncrypted ? TlsPort : Port)).ToList();
        if (servers.Count == 0)
        {
            throw Wrong("nævner ingen vært. Skriv den som vært:port,password=…,ssl=true, eller lad den være tom, og start igen.");
        }

        var address = new RedisAddress { Servers = servers, IsEncrypted = isEncrypted };
        foreach (var option in options)
        {
            // A part without = among the options is what a password with a comma in it leaves behind.
            address.Set(option[0], option.Length > 1 ? option[1] : throw Unknown());
        }

        return address;
    }

    private void Set(string name, string value)
    {
        switch (name.ToUpperInvariant())
        {
            case "USER":
                User = value;
                break;
            case "PASSWORD":
                Password = value;
                break;
            case "DEFAULTDATABASE":
                Database = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong("skal have et helt tal som defaultDatabase. Ret det, og start igen.");
                break;
            case "SSLHOST":
                CertificateName = value;
                break;
            case "CERTIFICATEAUTHORITY":
                Authorities = Certificates(value);
                break;
            case "SSL":
                break;
            default:
                if (!OfOthers.Contains(name))
                {
                    throw Unknown();
                }

                break;
        }
    }

    // IPv6 stands in brackets when it has a port: [::1]:6379.
    private static DnsEndPoint Server(string text, int port)
    {
        var colon = text.LastIndexOf(':');
        var hasPort = colon > 0 && (text[0] == '[' ? text[colon - 1] == ']' : text.IndexOf(':', StringComparison.Ordinal) == colon);
        var host = (hasPort ? text[..colon] : text).Trim('[', ']');
        if (hasPort && !(int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= IPEndPoint.MaxPort))
        {
            throw Wrong("har en port, der ikke er et tal fra 1 til 65535. Skriv den som vært:port,password=…,ssl=true, og start igen.");
        }

        return host.Length > 0 && Uri.CheckHostName(host) != UriHostNameType.Unknown
            ? new DnsEndPoint(host, port)
            : throw Wrong("har en vært, der ikke kan være et navn. Skriv den som vært:port,password=…,ssl=true, og start igen.");
    }

    private static X509Certificate2Collection Certificates(string file)
    {
        var found = new X509Certificate2Collection();
        try
        {
            found.ImportFromPemFile(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
        {
            throw Wrong("har en certificateAuthority, der ikke kan læses. Skriv stien til en fil med certifikater (PEM), og start igen.");
        }

        return found.Count > 0 ? found : throw Wrong("har en certificateAuthority uden certifikater. Skriv stien til en fil med certifikater (PEM), og start igen.");
    }

    private static bool IsYes(string value) => bool.TryParse(value, out var isYes) ? isYes : throw Wrong("skal have true eller false som ssl. Ret det, og start igen.");

    // Its name is not told: it may be a piece of the password.
    private static FormatException Unknown() =>
        Wrong("kan ikke læses: der er en del i den, som ikke kendes. Skriv den som vært:port,password=…,ssl=true (en adgangskode kan ikke indeholde komma), og start igen.");

    private static FormatException Wrong(string what) => new($"ConnectionStrings:redis {what}");
}
