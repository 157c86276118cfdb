using System.Collections.Immutable;
using System.Xml.Linq;
using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Files;
using Hedensted.Content.Serialisation.Reading;

namespace Hedensted.Content.Serialisation.Transfer;

/// <summary>Dictionary texts as Umbraco exports and imports them: what stands below stands inside.</summary>
public static class DictionaryTransfer
{
    /// <summary>The file of a text.</summary>
    /// <param name="all">Every text of the site.</param>
    /// <param name="item">The one to write.</param>
    /// <param name="includeChildren">Whether those below it come too, however deep.</param>
    public static byte[] Write(IEnumerable<DictionaryItem> all, DictionaryItem item, bool includeChildren)
    {
        var below = includeChildren ? all.ToLookup(other => other.ParentKey) : Array.Empty<DictionaryItem>().ToLookup(other => other.ParentKey);
        return SiteXml.Save(Element(item, below, [item.Key]), byteOrderMark: false);
    }

    /// <summary>The texts of a file, each above before those below it; the topmost has no parent.</summary>
    /// <exception cref="ProblemException">A text has no name or key, or two have the same.</exception>
    internal static IReadOnlyList<DictionaryItem> Read(TransferFile file)
    {
        var items = new List<DictionaryItem>();
        Add(file.Root, null);
        var twice = items.GroupBy(item => item.Name.ToUpperInvariant()).Concat<IEnumerable<DictionaryItem>>(items.GroupBy(item => item.Key)).FirstOrDefault(same => same.Skip(1).Any());
        return twice is null ? items : throw new ProblemException($"«{twice.First().Name}» og «{twice.Last().Name}» har samme navn eller nøgle i filen.", TransferFile.Again);

        void Add(XElement element, Guid? parent)
        {
            var item = Item(element, parent);
            items.Add(item);
            foreach (var child in element.Elements(nameof(TransferKind.DictionaryItem)))
            {
                Add(child, item.Key);
            }
        }
    }

    private static DictionaryItem Item(XElement element, Guid? parent)
    {
        var name = ((string?)element.Attribute("Name") ?? "").Trim();
        if (name.Length == 0)
        {
            throw new ProblemException("En tekst i filen har intet navn.", TransferFile.Again);
        }

        var translations = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in element.Elements("Value").Where(value => value.Value.Length > 0))
        {
            var language = (string?)value.Attribute("LanguageCultureAlias");
            translations[string.IsNullOrWhiteSpace(language) ? throw new ProblemException($"En oversættelse af «{name}» siger ikke, hvilket sprog den er på.", TransferFile.Again) : language.Trim()] = value.Value;
        }

        return new(XmlFields.Key((string?)element.Attribute("Key"), $"Teksten «{name}»"), name, parent, translations.ToImmutable());
    }

    // Files could make a ring; it ends when a text comes again.
    private static XElement Element(DictionaryItem item, ILookup<Guid?, DictionaryItem> below, HashSet<Guid> seen) => new(
        nameof(TransferKind.DictionaryItem),
        new XAttribute("Key", item.Key),
        new XAttribute("Name", item.Name),
        item.Translations.Select(translation => new XElement("Value", new XAttribute("LanguageCultureAlias", translation.Key), new XCData(translation.Value))),
        below[item.Key].Where(child => seen.Add(child.Key)).OrderBy(child => child.Name, StringComparer.OrdinalIgnoreCase).Select(child => Element(child, below, seen)));
}
