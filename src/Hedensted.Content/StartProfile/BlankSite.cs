using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Files;
using DataTypeKeys = Umbraco.Cms.Core.Constants.DataTypes.Guids;
using Keys = Umbraco.Cms.Core.Constants.MediaTypes.Guids;
using Names = Umbraco.Cms.Core.Constants.Conventions.MediaTypes;

namespace Hedensted.Content.StartProfile;

/// <summary>What a fresh Umbraco 18 has: American English, its data types and media types under its names and keys, and an empty tree.</summary>
public static class BlankSite
{
    private const string English = "en-US";

    /// <summary>All of it, as an import would bring it.</summary>
    public static SiteChanges Everything { get; } = new()
    {
        Languages = [new Language(SafeNames.LanguageKey(English), English, "English (United States)", IsDefault: true, IsMandatory: false, FallbackIsoCode: null)],
        DataTypes = BlankDataTypes.All,
        ContentTypes =
        [
            new ContentType
            {
                Key = Keys.FolderGuid,
                Kind = NodeKind.Media,
                Alias = Names.Folder,
                Name = "Folder",
                Icon = "icon-folder",
                AllowedAsRoot = true,
                CollectionKey = DataTypeKeys.ListViewMediaGuid,
                AllowedChildren = [Keys.FolderGuid, Keys.ImageGuid, Keys.FileGuid, Keys.VideoGuid, Keys.AudioGuid, Keys.ArticleGuid, Keys.SvgGuid],
            },
            File(Keys.ImageGuid, Names.Image, "Image", "icon-picture", new("79ed4d07-254a-42cf-8fa9-ebe1c116a596"), DataTypeKeys.ImageCropperGuid, 6,
                (7, "umbracoWidth", "Width", BlankDataTypes.LabelPixels), (8, "umbracoHeight", "Height", BlankDataTypes.LabelPixels), (9, "umbracoBytes", "Size", BlankDataTypes.LabelBytes), (10, "umbracoExtension", "Type", DataTypeKeys.LabelStringGuid)),
            File(Keys.FileGuid, Names.File, "File", "icon-document", new("50899f9c-023a-4466-b623-aba9049885fe"), DataTypeKeys.UploadGuid, 24, Facts(25)),
            File(Keys.VideoGuid, Names.VideoAlias, "Video", "icon-video", new("2f0a61b6-cf92-4ff4-b437-751ab35eb254"), DataTypeKeys.UploadVideoGuid, 40, Facts(41)),
            File(Keys.AudioGuid, Names.AudioAlias, "Audio", "icon-sound-waves", new("335fb495-0a87-4e82-b902-30eb367b767c"), DataTypeKeys.UploadAudioGuid, 43, Facts(44)),
            File(Keys.ArticleGuid, Names.ArticleAlias, "Article", "icon-article", new("9af3bd65-f687-4453-9518-5f180d1898ec"), DataTypeKeys.UploadArticleGuid, 46, Facts(47)),
            File(Keys.SvgGuid, Names.VectorGraphicsAlias, "Vector Graphics (SVG)", "icon-picture", new("f199b4d7-9e84-439f-8531-f87d9af37711"), DataTypeKeys.UploadVectorGraphicsGuid, 49, Facts(50)),
        ],
    };

    private static (int Number, string Alias, string Name, Guid DataType)[] Facts(int first) =>
        [(first, "umbracoExtension", "Type", DataTypeKeys.LabelStringGuid), (first + 1, "umbracoBytes", "Size", BlankDataTypes.LabelBytes)];

    private static ContentType File(
        Guid key, string alias, string name, string icon, Guid group, Guid dataType, int number, params (int Number, string Alias, string Name, Guid DataType)[] facts) => new()
        {
            Key = key,
            Kind = NodeKind.Media,
            Alias = alias,
            Name = name,
            Icon = icon,
            AllowedAsRoot = true,
            Containers = [new PropertyContainer(group, null, name, SafeNames.ContainerAlias(name), ContainerType.Group, 1)],
            Properties =
        [
            Property(number, "umbracoFile", name, dataType, group, 0) with { Mandatory = true },
            .. facts.Select((fact, order) => Property(fact.Number, fact.Alias, fact.Name, fact.DataType, group, order + 1)),
        ],
        };

    // Umbraco numbers these, and makes a key of the number.
    private static PropertyType Property(int number, string alias, string name, Guid dataType, Guid group, int order) =>
        new() { Key = new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), Alias = alias, Name = name, DataTypeKey = dataType, ContainerKey = group, SortOrder = order };
}
