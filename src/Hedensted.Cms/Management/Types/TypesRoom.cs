using Hedensted.Cms.Management.Culture;
using Hedensted.Cms.Management.DataType;
using Hedensted.Cms.Management.Dictionary;
using Hedensted.Cms.Management.DocumentBlueprint;
using Hedensted.Cms.Management.DocumentType;
using Hedensted.Cms.Management.DynamicRoot;
using Hedensted.Cms.Management.Imaging;
using Hedensted.Cms.Management.Import;
using Hedensted.Cms.Management.Language;
using Hedensted.Cms.Management.MediaType;
using Hedensted.Cms.Management.OEmbed;
using Hedensted.Cms.Management.Segment;
using Hedensted.Cms.Management.Tag;
using Hedensted.Cms.Management.Template;
using Hedensted.Cms.Management.TemporaryFile;

namespace Hedensted.Cms.Management.Types;

/// <summary>Types, languages, files and what else a form needs to know; each resource in the folder of its name.</summary>
internal static class TypesRoom
{
    /// <summary>Adds what the resources need.</summary>
    public static IServiceCollection AddTypes(this IServiceCollection services) => services.AddSingleton<UsedTags>().AddSingleton<BlueprintTrees>();

    /// <summary>Maps the addresses.</summary>
    public static void MapTypes(this IEndpointRouteBuilder management)
    {
        management.MapDocumentTypes();
        management.MapMediaTypes();
        management.MapDataTypes();
        management.MapBlueprints();
        management.MapTemplates();
        management.MapLanguages();
        management.MapDictionary();
        management.MapCultures();
        management.MapSegments();
        management.MapTags();
        management.MapDynamicRoots();
        management.MapOEmbed();
        management.MapTemporaryFiles();
        management.MapImports();
        management.MapImaging();
    }
}
