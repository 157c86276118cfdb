using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Media.Variants;

/// <summary>
/// Resizes pictures in a process of its own, so that a picture made to break the decoder breaks only that: no environment, a gigabyte of
/// memory, ten seconds of processor, twenty of waiting, and two at a time.
/// </summary>
internal sealed partial class Vips : IDisposable
{
    private const string Limits = "/usr/bin/prlimit";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _places = new(2);
    private readonly ILogger<Vips> _logger;
    private readonly string _thumbnail;
    private readonly string _vips;
    private readonly bool _hasLimits = File.Exists(Limits);

    /// <summary>Looks for the programs once.</summary>
    public Vips(IOptions<MediaOptions> options, ILogger<Vips> logger)
    {
        _logger = logger;
        _thumbnail = Path.Combine(options.Value.VipsFolder, "vipsthumbnail");
        _vips = Path.Combine(options.Value.VipsFolder, "vips");
        IsAvailable = File.Exists(_thumbnail) && File.Exists(_vips);
        if (!IsAvailable)
        {
            Log.Absent(logger, options.Value.VipsFolder);
        }
    }

    /// <summary>Whether pictures can be resized.</summary>
    public bool IsAvailable { get; }

    /// <summary>Scales and cuts a picture into a new file.</summary>
    /// <returns>Whether it was made; when not, the original must do.</returns>
    public async Task<bool> MakeAsync(string source, string target, Geometry geometry, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        var whole = geometry.IsCut ? target + ".v" : target;
        try
        {
            // «!» takes the numbers as they are; they keep the shape already.
            return await RunAsync(_thumbnail, [source, "-s", $"{Text(geometry.Scaled.Width)}x{Text(geometry.Scaled.Height)}!", "-o", whole + Quality(whole)], isOurs: false, cancellationToken)
                && (!geometry.IsCut || await RunAsync(_vips, ["crop", whole, target + Quality(target), Text(geometry.Left), Text(geometry.Top), Text(geometry.Result.Width), Text(geometry.Result.Height)], isOurs: true, cancellationToken));
        }
        finally
        {
            _places.Release();
            if (geometry.IsCut)
            {
                File.Delete(whole);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Quality(string path) => Path.GetExtension(path) switch
    {
        ".webp" => "[Q=80,strip]",
        ".avif" => "[Q=50,effort=3,strip]",
        ".jpg" => "[Q=82,optimize_coding,strip]",
        ".png" => "[strip]",
        _ => "",
    };

    private async Task<bool> RunAsync(string program, string[] arguments, bool isOurs, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(_hasLimits ? Limits : program) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        start.Environment.Clear();
        start.Environment["VIPS_CONCURRENCY"] = "1";
        if (!isOurs)
        {
            start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1"; // keeps its less tested readers, and its own format, from what editors upload
        }

        foreach (var argument in (string[])(_hasLimits ? ["--as=1073741824", "--cpu=10", "--core=0", "--", program, .. arguments] : arguments))
        {
            start.ArgumentList.Add(argument);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var process = Process.Start(start) ?? throw new Win32Exception("No process.");
            process.StandardInput.Close();
            var complaint = process.StandardError.ReadToEndAsync(patience.Token);
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            try
            {
                await process.WaitForExitAsync(patience.Token);
                if (process.ExitCode == 0)
                {
                    return true;
                }

                await output;
                Log.Failed(_logger, process.ExitCode, Shorten(await complaint));
                return false;
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.TooSlow(_logger);
            return false;
        }
        catch (Win32Exception absent)
        {
            Log.NotStarted(_logger, absent);
            return false;
        }
    }

    private static string Shorten(string text) => text.Length > 300 ? text[..300] : text;

    private static partial class Log
    {
        [LoggerMessage(2121, LogLevel.Warning, "Pictures are served at full size: vipsthumbnail is not in {Folder}. Install libvips-tools.")]
        public static partial void Absent(ILogger logger, string folder);

        [LoggerMessage(2122, LogLevel.Warning, "A picture could not be resized; vips ended with {ExitCode}: {Complaint}")]
        public static partial void Failed(ILogger logger, int exitCode, string complaint);

        [LoggerMessage(2123, LogLevel.Warning, "A picture could not be resized in time")]
        public static partial void TooSlow(ILogger logger);

        [LoggerMessage(2124, LogLevel.Error, "vips could not be started")]
        public static partial void NotStarted(ILogger logger, Exception exception);
    }
}
