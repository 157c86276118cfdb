using Hedensted.Cms.Media.Delivery;
using Hedensted.Content.Published;

namespace Hedensted.Cms.Tests.Media;

/// <summary>What readers may fetch, and around which point it is cut.</summary>
public class LiveFilesTests
{
    private static readonly Guid Picture = Guid.NewGuid();
    private static readonly Guid Page = Guid.NewGuid();
    private static readonly LiveFile File = new("0123456789/foto.png", new(0.1, 0.1));
    private static readonly LiveFiles Start = LiveFiles.None.With(Picture, [File], [], []);

    [Test]
    public void A_page_cuts_a_picture_around_its_own_point_as_long_as_it_is_published()
    {
        var used = Start.With(Page, [], [new(Picture, new(0.75, 0.25))], []);
        Assert.Multiple(() =>
        {
            Assert.That(used.FocusOf(File, FocalPoint.Parse("0.75,0.25")), Is.EqualTo(new FocalPoint(0.75, 0.25)));
            Assert.That(used.FocusOf(File, FocalPoint.Parse("0.3,0.3")), Is.EqualTo(File.Focus), "a point that nobody chose is not drawn");
            Assert.That(used.FocusOf(File, null), Is.EqualTo(File.Focus));
            Assert.That(used.With(Page, [], [], []).FocusOf(File, FocalPoint.Parse("0.75,0.25")), Is.EqualTo(File.Focus));
        });
    }

    [Test]
    public void A_part_that_an_editor_has_drawn_is_cut_as_long_as_it_is_published()
    {
        PictureCut ofPicture = PictureCut.Of(0.1, 0, 0.4, 0)!.Value, ofPage = PictureCut.Of(0, 0.5, 0, 0)!.Value;
        var drawn = Start.With(Picture, [File], [], [new(Picture, ofPicture)]).With(Page, [], [], [new(Picture, ofPage)]);
        Assert.Multiple(() =>
        {
            Assert.That(drawn.CutOf(File, ofPicture), Is.EqualTo(ofPicture));
            Assert.That(drawn.CutOf(File, ofPage), Is.EqualTo(ofPage));
            Assert.That(drawn.CutOf(File, PictureCut.Of(0.2, 0, 0.4, 0)), Is.Null, "what nobody has drawn");
            Assert.That(drawn.With(Page, [], [], []).CutOf(File, ofPage), Is.Null);
            Assert.That(drawn.CutOf(new("9876543210/andet.png", FocalPoint.Centre), ofPicture), Is.Null, "of another picture");
        });
    }

    [TestCase("0.1,0,0.25,0.33333", "0.1,0,0.25,0.3333")]
    [TestCase("0,0,0,0", "0,0,0,0")]
    [TestCase("0.5,0,0.5,0", null)]
    [TestCase("0,0.7,0,0.9", null)]
    [TestCase("0.1,0,0.25", null)]
    [TestCase("-0.1,0,0,0", null)]
    [TestCase("a,b,c,d", null)]
    [TestCase("1e9,NaN,0,0", null)]
    [TestCase(null, null)]
    public void A_part_in_an_address_is_read_or_left(string? text, string? read) => Assert.That(PictureCut.Parse(text)?.ToString(), Is.EqualTo(read));

    [TestCase("0.75,0.25", 0.75, 0.25)]
    [TestCase("7,0.00049", 1, 0)]
    [TestCase("0.5", null, null)]
    [TestCase("a,b", null, null)]
    [TestCase("-1,0", null, null)]
    [TestCase("1e9,NaN", null, null)]
    [TestCase(null, null, null)]
    public void A_point_in_an_address_is_read_or_left(string? text, double? left, double? top) =>
        Assert.That((FocalPoint.Parse(text)?.Left, FocalPoint.Parse(text)?.Top), Is.EqualTo((left, top)));

    [Test]
    public void A_file_that_readers_may_fetch_has_no_successor_and_one_that_two_could_follow_has_none()
    {
        var replaced = Start.With(Picture, [new("0123456789/nyt.png", FocalPoint.Centre)], [], []);
        Assert.Multiple(() =>
        {
            Assert.That(Start.Successor(File.Path), Is.Null);
            Assert.That(replaced.Successor(File.Path)?.Path, Is.EqualTo("0123456789/nyt.png"));
            Assert.That(replaced.Successor("9876543210/foto.png"), Is.Null);
            Assert.That(replaced.With(Page, [new("0123456789/andet.png", FocalPoint.Centre)], [], []).Successor(File.Path), Is.Null);
        });
    }
}
