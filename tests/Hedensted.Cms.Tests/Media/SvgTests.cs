using System.Text;
using Hedensted.Cms.Media.Inspection;
using Hedensted.Cms.Media.Storage;

namespace Hedensted.Cms.Tests.Media;

/// <summary>Drawings keep their lines and lose their powers.</summary>
public class SvgTests
{
    private const string Head = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='120' height='60px'>";

    [Test]
    public void A_harmless_drawing_keeps_its_lines_its_colours_and_its_size()
    {
        var (clean, size) = Rebuild(Head + "<title>Mærke</title><defs><linearGradient id='g'><stop offset='0' stop-color='#fff'/></linearGradient><style>.a{fill:url(#g)}</style></defs>"
            + "<g class='a' transform='translate(1 2)'><path d='M0 0L10 10'/><use xlink:href='#g'/></g></svg>");

        Assert.That(size, Is.EqualTo(new ImageSize(120, 60)));
        Assert.That(clean, Does.Contain("Mærke").And.Contain("M0 0L10 10").And.Contain("url(#g)").And.Contain("href=\"#g\"").And.Contain("translate(1 2)"));
    }

    [TestCase("<script>alert(1)</script>")]
    [TestCase("<script xlink:href='data:,alert(1)'/>")]
    [TestCase("<g onload='alert(1)'/>")]
    [TestCase("<g ONLOAD='alert(1)'/>")]
    [TestCase("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><iframe src='javascript:alert(1)'/></body></foreignObject>")]
    [TestCase("<a xlink:href='javascript:alert(1)'><text>x</text></a>")]
    [TestCase("<a href=' java&#10;script:alert(1)'><text>x</text></a>")]
    [TestCase("<image xlink:href='https://evil.example/alert.png'/>")]
    [TestCase("<image href='data:image/svg+xml;base64,alert'/>")]
    [TestCase("<use href='https://evil.example/alert.svg#x'/>")]
    [TestCase("<use xlink:href='data:image/svg+xml,alert'/>")]
    [TestCase("<style>@import 'https://evil.example/alert.css';</style>")]
    [TestCase("<style>a{background:url(https://evil.example/alert)}</style>")]
    [TestCase("<style>a{background:u\\72l(https://evil.example/alert)}</style>")]
    [TestCase("<rect style='fill:url(\"https://evil.example/alert#x\")'/>")]
    [TestCase("<rect fill='url( //evil.example/alert#x)'/>")]
    [TestCase("<animate attributeName='href' values='javascript:alert(1)'/>")]
    [TestCase("<set attributeName='onmouseover' to='alert(1)'/>")]
    [TestCase("<handler xmlns='http://www.w3.org/2001/xml-events'>alert(1)</handler>")]
    [TestCase("<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>")]
    [TestCase("<feImage href='https://evil.example/alert.png'/>")]
    public void Nothing_that_runs_or_reaches_out_survives(string attack)
    {
        var (clean, _) = Rebuild(Head + attack + "<rect width='5' height='5'/></svg>");

        Assert.That(clean, Does.Not.Contain("alert").And.Not.Contain("evil.example").And.Not.Contain("script"));
        Assert.That(clean, Does.Contain("rect"), "the rest of the drawing is kept");
    }

    [Test]
    public void A_cleaned_drawing_is_its_own_clean_copy()
    {
        var (once, _) = Rebuild(Head + "<g onclick='x'><text>a &lt;b&gt; <tspan>c</tspan></text></g></svg>");
        Assert.That(Rebuild(once).Clean, Is.EqualTo(once));
    }

    [TestCase("<!DOCTYPE svg [<!ENTITY a 'x'><!ENTITY b '&a;&a;&a;'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&b;</text></svg>")]
    [TestCase("<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&a;</text></svg>")]
    [TestCase("<html xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></html>")]
    [TestCase("<svg><script>alert(1)</script></svg>")]
    [TestCase("ikke xml")]
    public async Task What_is_not_a_plain_drawing_is_refused(string content)
    {
        using var site = new MediaSite();
        var (result, _) = await site.UploadAsync("tegning.svg", Encoding.UTF8.GetBytes(content));
        Assert.That(result.Status, Is.EqualTo(ReceiveStatus.Refused));
        Assert.That(result.Reason, Does.Contain("SVG"));
    }

    [Test]
    public async Task A_drawing_nested_without_end_is_refused()
    {
        using var site = new MediaSite();
        var deep = Head + string.Concat(Enumerable.Repeat("<g>", 5_000)) + string.Concat(Enumerable.Repeat("</g>", 5_000)) + "</svg>";
        var (result, _) = await site.UploadAsync("dyb.svg", Encoding.UTF8.GetBytes(deep));
        Assert.That(result.Status, Is.EqualTo(ReceiveStatus.Refused));
    }

    private static (string Clean, ImageSize Size) Rebuild(string svg)
    {
        using var target = new MemoryStream();
        var size = SvgDrawing.Rebuild(new MemoryStream(Encoding.UTF8.GetBytes(svg)), target);
        return (Encoding.UTF8.GetString(target.ToArray()), size);
    }
}
