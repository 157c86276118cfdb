using Hedensted.Content.Published;

namespace Hedensted.Content.Tests.Published;

/// <summary>Names as addresses.</summary>
public class UrlSegmentsTests
{
    [TestCase("Møde i Byrådet – Ærø & Ålborg: Grønt æble!", "moede-i-byraadet-aeroe-aalborg-groent-aeble")]
    [TestCase("Åben læsekreds", "aaben-laesekreds")]
    [TestCase("Læsekreds (1)", "laesekreds-1")]
    [TestCase("!?", "-")]
    public void A_name_becomes_a_segment_as_in_Umbraco(string name, string segment) => Assert.That(UrlSegments.Clean(name), Is.EqualTo(segment));

    [TestCase("a--2")]
    [TestCase("a - - 2")]
    [TestCase("a -- 2")]
    [TestCase("a-/-2")]
    [TestCase("--a--")]
    [TestCase("a_-_-2")]
    public void No_name_gets_the_hyphens_that_number_siblings(string name) => Assert.That(UrlSegments.Clean(name), Does.Not.Contain(EditionParts.NumberSeparator));
}
