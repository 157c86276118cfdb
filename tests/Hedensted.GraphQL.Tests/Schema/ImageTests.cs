using System.Text.Json;
using Hedensted.Content.Model;

namespace Hedensted.GraphQL.Tests.Schema;

/// <summary>Pictures at the size and in the shape that a page needs.</summary>
public class ImageTests
{
    private static readonly object Here = new { alias = "kort", width = 300, height = 300, coordinates = new { x1 = 0.5, y1 = 0, x2 = 0, y2 = 0.25 } };

    [Test]
    public void A_named_crop_is_what_an_editor_has_drawn_or_else_its_shape_around_the_focal_point()
    {
        var image = Ask("crops { alias width height url } hero: url(crop: \"hero\") small: url(crop: \"HERO\", width: 300, height: 300, format: AVIF) low: url(crop: \"hero\", height: 100) banner: url(crop: \"banner\") half: url(crop: \"banner\", width: 480)");
        Assert.Multiple(() =>
        {
            Assert.That(image.At("crops").EnumerateArray().Select(crop => $"{crop.At("alias")} {crop.At("width")} {crop.At("height")}"), Is.EqualTo(new[] { "hero 1000 500", "banner 900 300" }), "those that the data type has now");
            Assert.That(image.At("hero").GetString(), Is.EqualTo("/media/ab12/bog.jpg?width=1080&cc=0.1,0.2,0.3,0.4"));
            Assert.That(image.At("crops")[0].At("url").GetString(), Is.EqualTo(image.At("hero").GetString()));
            Assert.That(image.At("small").GetString(), Is.EqualTo("/media/ab12/bog.jpg?width=320&cc=0.1,0.2,0.3,0.4&format=avif"), "a crop has its own shape");
            Assert.That(image.At("low").GetString(), Does.StartWith("/media/ab12/bog.jpg?width=320&cc="), "twice as wide as high");
            Assert.That(image.At("banner").GetString(), Is.EqualTo("/media/ab12/bog.jpg?width=960&height=320&mode=crop&v=0.2%2C0.3"));
            Assert.That(image.At("half").GetString(), Is.EqualTo("/media/ab12/bog.jpg?width=480&height=160&mode=crop&v=0.2%2C0.3"));
        });
    }

    [Test]
    public void What_is_drawn_where_a_page_uses_the_picture_wins()
    {
        var image = Ask("kort: url(crop: \"kort\") hero: url(crop: \"hero\")", Here, new { alias = "hero", width = 1000, height = 500, coordinates = new { x1 = 0, y1 = 0, x2 = 0, y2 = 0.5 } });
        Assert.That(image.At("kort").GetString(), Is.EqualTo("/media/ab12/bog.jpg?width=320&cc=0.5,0,0,0.25"), "a crop of the picker");
        Assert.That(image.At("hero").GetString(), Is.EqualTo("/media/ab12/bog.jpg?width=1080&cc=0,0,0,0.5"));
    }

    [Test]
    public void A_name_that_no_crop_has_changes_nothing()
    {
        var image = Ask("gone: url(crop: \"væk\", width: 320, height: 320) without: url(width: 320, height: 320) old: url(crop: \"gammel\") whole: url");
        Assert.That(image.At("gone").GetString(), Is.EqualTo(image.At("without").GetString()));
        Assert.That(image.At("old").GetString(), Is.EqualTo(image.At("whole").GetString()), "drawn once, and taken out of the data type since");
    }

    private static JsonElement Ask(string fields, params object[] crops)
    {
        var site = Repository.Site.Schema();
        var cropper = site.DataTypes.Single(type => type.EditorAlias == "Umbraco.ImageCropper");
        var configured = JsonSerializer.SerializeToElement(new object[] { new { alias = "hero", label = "Top", width = 1000, height = 500 }, new { alias = "banner", width = 900, height = 300 } });
        var library = new Library
        {
            Types = new ContentSchema(site.Languages, site.DataTypes.Replace(cropper, cropper with { Configuration = cropper.Configuration.SetItem("crops", configured) }), site.ContentTypes),
        };
        var drawn = new { x1 = 0.1, y1 = 0.2, x2 = 0.3, y2 = 0.4 };
        var media = library.AddMedia("/media/ab12/bog.jpg", new
        {
            umbracoWidth = 2000,
            umbracoHeight = 1000,
            umbracoFile = new
            {
                src = "/media/ab12/bog.jpg",
                focalPoint = new { left = 0.2, top = 0.3 },
                crops = new object[] { new { alias = "hero", width = 1000, height = 500, coordinates = drawn }, new { alias = "gammel", width = 100, height = 100, coordinates = drawn }, new { alias = "banner", width = 900, height = 300, coordinates = (object?)null } },
            },
        });
        library.Event("Ord på bordet", "2026-11-28T10:00:00", null, new { image = new[] { new { key = Guid.NewGuid(), mediaKey = media, crops } } });
        return library.Ask($"{{ occurrences {{ nodes {{ image {{ {fields} }} }} }} }}").At("occurrences", "nodes")[0].At("image");
    }
}
