using Hedensted.Bibliotek.Addresses;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema;

/// <summary>The interfaces of one schema; what implements them takes over their resolvers.</summary>
/// <param name="names">The object types of documents and blocks.</param>
internal sealed class Interfaces(TypeNames names)
{
    private InterfaceType<object>? _node;
    private InterfaceType<PublishedDocument>? _content;
    private InterfaceType<PublishedDocument>? _event;
    private InterfaceType<PublishedDocument>? _place;
    private InterfaceType<Block>? _block;

    public InterfaceType Node => _node ??= new InterfaceType<object>("Node", "Anything with a permanent id.")
        .Field("id", Scalars.Id.NonNull())
        .ResolveType(source => source switch
        {
            Occurrence => "Occurrence",
            PublishedDocument document => names.Of(document),
            _ => "Media",
        });

    public InterfaceType Content => _content ??= new InterfaceType<PublishedDocument>(
        "Content", "Any published document. Every document type has its own object type with a field for each property.")
        .Implements(Node)
        .ResolveType(names.Of)
        .Field("id", Scalars.Id.NonNull(), document => document.Key)
        .Field("path", Scalars.String.NonNull(), (document, context) => context.State<ReadScope>().PathOf(document), "The address on this site, e.g. `/strategi/kerneopgave`.")
        .Field("slug", Scalars.String.NonNull(), SlugIndex.SlugOf, "The last part of the address.")
        .Field("name", Scalars.String.NonNull(), document => document.NameIn(), "What editors call it.")
        .Field("contentType", Scalars.String.NonNull(), document => document.ContentType.Alias, "Alias of the document type, e.g. `strategyPage`.")
        .Field("level", Scalars.Int.NonNull(), document => document.Level, "1 at the root.")
        .Field("createdAt", Scalars.DateTime.NonNull(), document => document.CreateDate)
        .Field("publishedAt", Scalars.DateTime.NonNull(), document => document.PublishDate)
        .Field("isExample", Scalars.Boolean.NonNull(), document => document.IsExample, "Whether it is one of the example documents that come with a new site.")
        .Field("parent", Refs.To("Content"), (document, context) => context.State<ReadScope>().Find(document.ParentKey))
        .Field("children", Refs.ListOf("Content"), (document, context) => context.State<ReadScope>().Children(document.Key), "What stands directly below, in the editors' order.")
        .Field("translations", Refs.ListOf("Translation"), (document, context) => Translation.Of(document, context.State<ReadScope>()), "The languages that it is published in, the site's order; none when it is the same in all.")
        .Field("ancestors", Refs.ListOf("Content"), (document, context) => Ancestors(document, context.State<ReadScope>()), "From the root down to the parent.");

    public InterfaceType EventLike => _event ??= EventLikeInterface.Create(Content, Node, names);

    public InterfaceType Place => _place ??= new InterfaceType<PublishedDocument>("Place", "A place where things happen: a branch (hus) or a place outside the house.")
        .Implements(Content, Node)
        .ResolveType(names.Of)
        .Field("title", Scalars.String.NonNull(), document => document.Title())
        .Field("teaser", Scalars.String, document => document.Text("teaser"))
        .Field("address", Refs.To("Address"), (document, context) => Address.Of(document, context.State<ReadScope>()), "Today's address.")
        .Field("accessibility", Refs.Texts, document => document.Texts("accessibility"))
        .Field("transport", Scalars.String, document => document.Text("transport"), "How to get there.");

    public InterfaceType Block => _block ??= new InterfaceType<Block>("Block", "A block of a page. Every element type has its own object type with a field for each property.")
        .ResolveType(names.Of)
        .Field("id", Scalars.Id.NonNull(), block => block.Key)
        .Field("contentType", Scalars.String.NonNull(), names.AliasOf, "Alias of the element type, e.g. `quoteBlock`.");

    private static List<PublishedDocument> Ancestors(PublishedDocument document, ReadScope scope)
    {
        var ancestors = new List<PublishedDocument>();
        for (var above = scope.Find(document.ParentKey); above is not null; above = scope.Find(above.ParentKey))
        {
            ancestors.Add(above);
        }

        ancestors.Reverse();
        return ancestors;
    }
}
