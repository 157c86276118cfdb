using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Hedensted.Content.Backups;

/// <summary>PostgreSQL's own programs, run against the site's database.</summary>
/// <remarks>What they are told about the connection goes by their environment: a command line can be read by everybody on the machine.</remarks>
internal sealed class PostgresTools(string connectionString)
{
    /// <summary>Runs one to its end.</summary>
    /// <exception cref="BackupRefusedException">It is not installed, or it failed; the message says what it said.</exception>
    public async Task<string> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Start(program, arguments);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        var said = await errors;
        return process.ExitCode == 0
            ? await output
            : throw new BackupRefusedException(string.Create(CultureInfo.InvariantCulture, $"'{program}' mislykkedes med kode {process.ExitCode}. {said.Trim().ReplaceLineEndings(" ")}"));
    }

    private Process Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in Environment())
        {
            start.Environment[name] = value;
        }

        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception failure)
        {
            throw new BackupRefusedException(
                $"Programmet '{program}' blev ikke fundet. Installér PostgreSQL's klientprogrammer (Debian: postgresql-client), mindst i serverens version, og prøv igen.", failure);
        }
    }

    private IEnumerable<(string Name, string? Value)> Environment()
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        yield return ("PGHOST", connection.Host);
        yield return ("PGPORT", connection.Port.ToString(CultureInfo.InvariantCulture));
        yield return ("PGDATABASE", connection.Database);
        yield return ("PGUSER", connection.Username);
        if (connection.Password is { Length: > 0 } password)
        {
            yield return ("PGPASSWORD", password);
        }

        yield return ("PGSSLMODE", connection.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => mode.ToString().ToLowerInvariant() });
        if (connection.RootCertificate is { Length: > 0 } certificate)
        {
            yield return ("PGSSLROOTCERT", certificate);
        }

        // What they say ends in a report: in one language, whatever the server's.
        yield return ("LC_ALL", "C.UTF-8");
    }
}
