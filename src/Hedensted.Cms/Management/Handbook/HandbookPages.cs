using System.Collections.Immutable;
using System.Reflection;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Hedensted.Cms.Management.Handbook;

/// <summary>A page of the editors' handbook.</summary>
/// <param name="Id">Its file's name without extension; other pages link to it as <c>#id</c> or <c>#id/heading</c>.</param>
/// <param name="Title">Its first heading.</param>
/// <param name="Html">The page, rendered; no markup but Markdown's own is in it.</param>
/// <param name="Text">The words alone, to search in.</param>
internal sealed record HandbookPage(string Id, string Title, string Html, string Text);

/// <summary>The handbook of <c>docs/haandbog</c>, which the program carries: what helps is that of the version that runs, also without a network.</summary>
internal sealed class HandbookPages
{
    /// <summary>The page that is opened first; the others come in the order in which it links to them.</summary>
    public const string First = "README";

    private const string Prefix = "Hedensted.Cms.Handbook.";

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .DisableHtml()
        .Build();

    /// <summary>Renders every page.</summary>
    /// <exception cref="InvalidOperationException">A page links to one that there is not: ours to mend.</exception>
    public HandbookPages()
        : this(Carried())
    {
    }

    /// <summary>Renders these pages.</summary>
    /// <param name="sources">Markdown by id.</param>
    /// <exception cref="InvalidOperationException">A page links to one that there is not.</exception>
    public HandbookPages(IReadOnlyDictionary<string, string> sources)
    {
        var parsed = sources.ToDictionary(source => source.Key, source => Markdig.Markdown.Parse(source.Value, Markdown));
        var order = LinksIn(parsed[First]).Select(link => PageOf(link.Url!).Id).Prepend(First).Distinct(StringComparer.Ordinal).ToList();
        All = [.. parsed.Keys.OrderBy(id => order.IndexOf(id) is >= 0 and var place ? place : int.MaxValue).ThenBy(id => id, StringComparer.Ordinal).Select(id => Render(id, parsed))];
    }

    /// <summary>All of it, in reading order.</summary>
    public ImmutableArray<HandbookPage> All { get; }

    private static HandbookPage Render(string id, Dictionary<string, MarkdownDocument> pages)
    {
        var page = pages[id];
        foreach (var link in LinksIn(page))
        {
            var (target, heading) = PageOf(link.Url!);
            if (!pages.ContainsKey(target))
            {
                throw new InvalidOperationException($"The handbook's page {id} links to {link.Url}, which is not one of its pages.");
            }

            link.Url = heading.Length == 0 ? $"#{target}" : $"#{target}/{heading}";
        }

        var title = page.Descendants<HeadingBlock>().FirstOrDefault()?.Inline is { } inline ? TextOf(inline) : id;
        return new HandbookPage(id, title, page.ToHtml(Markdown), string.Join(' ', page.Descendants<LeafBlock>().Select(block => block.Inline is { } text ? TextOf(text) : "")));
    }

    // Links to other pages are files beside this one; what begins with a scheme leads away and stays.
    private static IEnumerable<LinkInline> LinksIn(MarkdownDocument page) => page.Descendants<LinkInline>()
        .Where(link => link.Url is { } url && url.Split('#')[0].EndsWith(".md", StringComparison.Ordinal) && !url.Contains(':', StringComparison.Ordinal));

    private static (string Id, string Heading) PageOf(string url) => url.Split('#', 2) is [var file, var heading] ? (file[..^3], heading) : (url[..^3], "");

    private static string TextOf(ContainerInline inline) => string.Concat(inline.Descendants().Select(part => part switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        _ => "",
    }));

    private static Dictionary<string, string> Carried()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(name => name[Prefix.Length..^3], name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return reader.ReadToEnd();
            });
    }
}
