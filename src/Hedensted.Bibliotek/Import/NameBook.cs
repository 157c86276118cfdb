using Hedensted.Content.Model;
using Hedensted.Content.Sources;

namespace Hedensted.Bibliotek.Import;

/// <summary>Which document a name in the source means: what a person has decided, else the document that is called so.</summary>
internal sealed class NameBook
{
    private readonly Dictionary<string, Guid> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ignored = new(StringComparer.Ordinal);

    /// <param name="documents">Documents by what they are called.</param>
    /// <param name="questions">Decided questions about names.</param>
    public NameBook(IEnumerable<(Guid Key, NodeContent Content)> documents, IEnumerable<SourceQuestion> questions)
    {
        var open = new HashSet<Guid>();
        foreach (var (key, content) in documents)
        {
            open.Add(key);
            foreach (var name in new[] { content.ValueOf("title")?.GetString(), content.NameIn(null) })
            {
                if (!string.IsNullOrWhiteSpace(name))
                {
                    _known.TryAdd(SubjectOf(name), key);
                }
            }
        }

        foreach (var question in questions)
        {
            if (question.Answer is { Choice: ImportChoices.Ignore })
            {
                _ignored.Add(question.Subject);
            }
            else if (question.Answer is { TargetKey: { } target } && open.Contains(target))
            {
                _known[question.Subject] = target; // what was chosen and is deleted since is asked about again
            }
        }
    }

    /// <summary>A name as names are compared: case, blanks and punctuation do not count.</summary>
    public static string SubjectOf(string name) =>
        string.Join(' ', string.Concat(name.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            is { Length: > 0 } subject ? subject : name.Trim();

    /// <summary>The document; null when nobody knows.</summary>
    public Guid? Find(string name) => _known.TryGetValue(SubjectOf(name), out var key) ? key : null;

    /// <summary>Whether a person has said that the name means nothing to us.</summary>
    public bool IsIgnored(string name) => _ignored.Contains(SubjectOf(name));
}
