using System.Reflection;
using System.Xml.Linq;
using Hedensted.Content.Model;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;
using ContentType = Umbraco.Cms.Core.Models.ContentType;
using DataType = Hedensted.Content.Model.DataType;
using MediaType = Umbraco.Cms.Core.Models.MediaType;
using PropertyType = Umbraco.Cms.Core.Models.PropertyType;

namespace Hedensted.Content.Tests.Serialisation.Transfer;

/// <summary>Umbraco's own writer of <c>.udt</c> files, out of its package, given a type of ours as one of Umbraco's.</summary>
public sealed class UmbracoSerializer
{
    private static readonly DefaultShortStringHelper Strings = new(new DefaultShortStringHelperConfig().WithDefault(new RequestHandlerSettings()));

    private readonly ContentSchema _schema;
    private readonly object _serializer;
    private readonly Dictionary<Guid, int> _ids = [];

    public UmbracoSerializer(ContentSchema schema)
    {
        _schema = schema;
        var type = typeof(ContentType).Assembly.GetType("Umbraco.Cms.Core.Services.EntityXmlSerializer", throwOnError: true)!;
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).MaxBy(each => each.GetParameters().Length)!;
        _serializer = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Service(parameter.ParameterType))]);
    }

    /// <summary>What Umbraco writes of this type.</summary>
    public XElement Write(Model.ContentType type)
    {
        var umbraco = Convert(type);
        var method = _serializer.GetType().GetMethods().Single(each =>
            each.Name == "Serialize" && each.GetParameters() is [var only] && only.ParameterType == (type.Kind == NodeKind.Media ? typeof(IMediaType) : typeof(IContentType)));
        return (XElement)method.Invoke(_serializer, [umbraco])!;
    }

    private ContentTypeCompositionBase Convert(Model.ContentType type)
    {
        ContentTypeCompositionBase made = type.Kind == NodeKind.Media ? new MediaType(Strings, -1) : new ContentType(Strings, -1);
        made.Id = IdOf(type.Key);
        made.Key = type.Key;
        made.Alias = type.Alias;
        made.Name = type.Name;
        made.Description = type.Description;
        made.Icon = type.Icon;
        made.Thumbnail = type.Thumbnail;
        made.AllowedAsRoot = type.AllowedAsRoot;
        made.IsElement = type.IsElement;
        made.AllowedInLibrary = type.AllowedInLibrary;
        made.ListView = type.CollectionKey;
        made.Level = type.Folder.Length == 0 ? 1 : type.Folder.Count(letter => letter == '/') + 2;
        made.Variations = Variation(type.VariesByCulture);
        made.AllowedContentTypes = [.. type.AllowedChildren.Select((key, order) => new ContentTypeSort(key, order, _schema.FindType(key)!.Alias))];
        if (made is ContentType document)
        {
            document.HistoryCleanup = new()
            {
                PreventCleanup = type.HistoryCleanup.PreventCleanup,
                KeepAllVersionsNewerThanDays = type.HistoryCleanup.KeepAllVersionsNewerThanDays,
                KeepLatestVersionPerDayForDays = type.HistoryCleanup.KeepLatestVersionPerDayForDays,
            };
            foreach (var part in type.Compositions)
            {
                document.AddContentType((IContentTypeComposition)Convert(_schema.FindType(part)!));
            }
        }

        foreach (var container in type.Containers)
        {
            made.AddPropertyGroup(container.Alias, container.Name);
            var group = made.PropertyGroups[container.Alias]!;
            (group.Id, group.Key, group.Type, group.SortOrder) = (IdOf(container.Key), container.Key, container.Type == ContainerType.Tab ? PropertyGroupType.Tab : PropertyGroupType.Group, container.SortOrder);
        }

        foreach (var property in type.Properties)
        {
            var own = new PropertyType(Strings, _schema.FindDataType(property.DataTypeKey)!.EditorAlias, ValueStorageType.Ntext, property.Alias)
            {
                Key = property.Key,
                Name = property.Name,
                Description = property.Description,
                DataTypeId = IdOf(property.DataTypeKey),
                DataTypeKey = property.DataTypeKey,
                Mandatory = property.Mandatory,
                MandatoryMessage = property.MandatoryMessage,
                ValidationRegExp = property.RegEx,
                ValidationRegExpMessage = property.RegExMessage,
                LabelOnTop = property.LabelOnTop,
                SortOrder = property.SortOrder,
                Variations = Variation(property.VariesByCulture),
            };
            var container = type.Containers.FirstOrDefault(each => each.Key == property.ContainerKey);
            if (container is null)
            {
                made.AddPropertyType(own);
            }
            else
            {
                own.PropertyGroupId = new Lazy<int>(() => IdOf(container.Key));
                made.AddPropertyType(own, container.Alias, container.Name);
            }
        }

        return made;
    }

    private static ContentVariation Variation(bool byCulture) => byCulture ? ContentVariation.Culture : ContentVariation.Nothing;

    private int IdOf(Guid key) => _ids.TryGetValue(key, out var id) ? id : _ids[key] = 1000 + _ids.Count;

    private object? Service(Type type)
    {
        if (type == typeof(IShortStringHelper))
        {
            return Strings;
        }

        if (!type.IsInterface)
        {
            return null;
        }

        var service = (Answering)typeof(DispatchProxy).GetMethods().Single(method => method.Name == "Create" && method.IsGenericMethod).MakeGenericMethod(type, typeof(Answering)).Invoke(null, null)!;
        service.Answer = (method, arguments) => Answer(method, arguments);
        return service;
    }

    // What the writer asks of the site: data types by id, and the folders that a type lies in.
    private object? Answer(MethodInfo method, object?[] arguments)
    {
        switch (method.Name)
        {
            case "GetKeyForId":
                return Attempt.Succeed(_ids.Single(pair => pair.Value == (int)arguments[0]!).Key);
            case "GetAsync" when method.DeclaringType == typeof(IDataTypeService):
                return Task.FromResult<IDataType?>(DataTypeWith((Guid)arguments[0]!));
            case "GetContainers":
                var type = _schema.FindType(((IContentType)arguments[0]!).Key)!;
                var names = type.Folder.Split('/');
                return names.Select((name, level) => new EntityContainer(
                    IdOf(NamedKey.Of(FolderTrees.DocumentTypes, string.Join('/', names.Take(level + 1)))),
                    NamedKey.Of(FolderTrees.DocumentTypes, string.Join('/', names.Take(level + 1))),
                    -1,
                    "-1",
                    level + 1,
                    0,
                    Constants.ObjectTypes.DocumentType,
                    name,
                    -1)).ToArray();
            default:
                throw new NotSupportedException($"Umbraco's writer asks for {method.DeclaringType?.Name}.{method.Name}.");
        }
    }

    private IDataType? DataTypeWith(Guid key)
    {
        var proxy = DispatchProxy.Create<IDataType, Answering>();
        ((Answering)(object)proxy).Answer = (method, _) => method.Name == "get_Key" ? key : throw new NotSupportedException(method.Name);
        return _schema.FindDataType(key) is DataType ? proxy : null;
    }

    /// <summary>Answers what it is asked.</summary>
    public class Answering : DispatchProxy
    {
        /// <summary>The answers.</summary>
        public Func<MethodInfo, object?[], object?> Answer { get; set; } = (_, _) => null;

        /// <inheritdoc/>
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Answer(targetMethod!, args ?? []);
    }
}
