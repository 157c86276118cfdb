using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hedensted.Bibliotek.Import;

/// <summary>Asks the library's site for its events, within a budget of time and bytes; never goes elsewhere, whatever it is told.</summary>
internal sealed partial class DplSource : IDisposable
{
    private const int Piece = 64 * 1024;

    private readonly DplImportOptions _options;
    private readonly ILogger<DplSource> _logger;
    private readonly HttpClient _http;

    public DplSource(IOptions<DplImportOptions> options, ILogger<DplSource> logger)
    {
        (_options, _logger) = (options.Value, logger);

        // The budget is kept by us, for it goes on after the headers.
        _http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.All,
                ConnectTimeout = _options.Timeout,
                MaxResponseHeadersLength = 64,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
        { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("Hedensted.Cms/1.0");
    }

    /// <summary>Everything from a day on.</summary>
    public async Task<DplAnswer> AskAsync(DateOnly from, CancellationToken cancellationToken)
    {
        var host = _options.SourceName;
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        budget.CancelAfter(_options.Timeout);
        try
        {
            using var response = await _http.GetAsync(AddressOf(from), HttpCompletionOption.ResponseHeadersRead, budget.Token);
            return Refusal(response) is { } refusal ? DplAnswer.Unusable(refusal)
                : await ReadAsync(response, budget.Token) is { } bytes ? DplReader.Read(bytes)
                : DplAnswer.Unusable($"{host} sender mere end {_options.MaxBytes} byte. Er det meningen, så sæt Hedensted__Import__Dpl__MaxBytes op.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return DplAnswer.Unusable($"{host} blev ikke færdig med at svare inden for {_options.Timeout.TotalSeconds.ToString("0.#", CultureInfo.GetCultureInfo("da-DK"))} sekunder. Næste hentning prøver igen.");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException)
        {
            Log.Unreachable(_logger, exception);
            return DplAnswer.Unusable($"Forbindelsen til {host} mislykkedes eller blev afbrudt. Se efter, om siden er oppe. Næste hentning prøver igen.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private Uri AddressOf(DateOnly from) => new(
        $"{_options.Address!.GetLeftPart(UriPartial.Path).TrimEnd('/')}/api/v1/events?_format=json&from_date={from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");

    private string? Refusal(HttpResponseMessage response)
    {
        var host = _options.SourceName;
        var type = response.Content.Headers.ContentType?.MediaType;
        return (int)response.StatusCode switch
        {
            >= 300 and < 400 => $"{host} henviser til en anden adresse ({(response.Headers.Location is { IsAbsoluteUri: true } elsewhere ? elsewhere.Host : host)}). Der følges ingen henvisninger; er siden flyttet, så ret Hedensted__Import__Dpl__Url.",
            not 200 => $"{host} svarede med fejl {(int)response.StatusCode}. Næste hentning prøver igen.",
            _ when type is null || !(type.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase)) =>
                $"{host} svarede med {type ?? "noget uden type"} i stedet for arrangementer (JSON). Se efter, om siden er under vedligeholdelse.",
            _ => null,
        };
    }

    private async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var read = new MemoryStream();
        var piece = new byte[Piece];
        int count;
        while ((count = await body.ReadAsync(piece, cancellationToken)) > 0)
        {
            if (read.Length + count > _options.MaxBytes)
            {
                return null;
            }

            read.Write(piece, 0, count);
        }

        return read.GetBuffer().AsMemory(0, (int)read.Length);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "DPL CMS could not be asked")]
        public static partial void Unreachable(ILogger logger, Exception exception);
    }
}
