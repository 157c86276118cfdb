using System.Xml.Linq;
using Hedensted.Content.Users;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Hedensted.Cms.Auth.Keys;

/// <summary>The framework's keys in the site's database, where every server finds them: what one seals, another opens.</summary>
/// <remarks>Keys that lie in the data folder from before the site had several servers are taken along, so that nothing sealed is lost.</remarks>
internal sealed class SharedKeys(ProtectionKeys keys, IXmlRepository folder) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() => GetAllAsync().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) => StoreAsync(element, friendlyName).GetAwaiter().GetResult();

    private async Task<IReadOnlyCollection<XElement>> GetAllAsync()
    {
        var found = await keys.AllAsync(CancellationToken.None);
        if (found.Count == 0)
        {
            foreach (var element in folder.GetAllElements())
            {
                await StoreAsync(element, element.Attribute("id")?.Value ?? element.Name.LocalName);
            }

            found = await keys.AllAsync(CancellationToken.None);
        }

        return [.. found.Select(XElement.Parse)];
    }

    private Task StoreAsync(XElement element, string name) => keys.AddAsync(name, element.ToString(SaveOptions.DisableFormatting), CancellationToken.None);
}
