using System.Text.RegularExpressions;
using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>Notes what an editor should never meet: errors of the page, refused content, answers of 500 and above, and operations that the server does not have.</summary>
internal sealed partial class BackofficeFaults
{
    // Umbraco's own, and without consequence: an answer that comes when the editor has gone on to another tab or document meets a state
    // a field, a tree or a list that is no more; a tab is set up that the next document does not have; the path of a language is asked for before the language has come; a dialog that is closed throws an object.
    private static readonly string[] KnownOfUmbraco =
        ["_subject is undefined", "reading 'byUnique'", "Data is not available", "Tree context is not set", "Missing repository for", "repository is missing", "host was disconnected", "provideAt is not a function"];

    private readonly CmsProcess _cms;
    private readonly int _from;
    private readonly List<string> _noted = [];

    /// <summary>Notes from now on.</summary>
    public BackofficeFaults(IPage page, CmsProcess cms)
    {
        _cms = cms;
        _from = cms.Output.Length;
        page.PageError += (_, error) =>
        {
            if (error != ": Object" && !KnownOfUmbraco.Any(known => error.Contains(known, StringComparison.Ordinal)))
            {
                Note($"page error: {error}");
            }
        };
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 500)
            {
                Note($"{answer.Status} {answer.Request.Method} {answer.Url}");
            }
        };
        page.Console += (_, message) =>
        {
            // Umbraco writes much to the console itself; ours are what a policy of ours refused, and what our own extension wrote.
            if (message.Type == "error" && (message.Text.Contains("Content Security Policy", StringComparison.Ordinal) || message.Location.Contains("hedensted", StringComparison.OrdinalIgnoreCase)))
            {
                Note($"console: {message.Text}");
            }
        };
    }

    /// <summary>All that was noted, and what the server wrote meanwhile.</summary>
    public IReadOnlyCollection<string> Noted
    {
        get
        {
            var written = ServerFault().Matches(_cms.Output[_from..]).Select(line => line.Value.Trim());
            lock (_noted)
            {
                return [.. _noted, .. written];
            }
        }
    }

    private void Note(string fault)
    {
        lock (_noted)
        {
            _noted.Add(fault);
        }
    }

    [GeneratedRegex("Unimplemented operation .*|fail: Hedensted.*\\n.*")]
    private static partial Regex ServerFault();
}
