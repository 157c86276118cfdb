using Hedensted.Content.Model;
using Hedensted.Content.Serialisation;
using Hedensted.Content.Serialisation.Planning;
using Hedensted.Content.Serialisation.Reading;

namespace Hedensted.Content.Tests.Serialisation;

/// <summary>Broken, missing and foreign files: the file and the remedy are named, and nothing is imported.</summary>
public class ProblemTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Export()
    {
        _folder = new TemporaryFolder();
        USync.Export(Sample.Site, _folder.Path);
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [TestCase("Content/hjem.config", "<Content", "ikke gyldig XML")]
    [TestCase("Content/hjem.config", "<<<<<<< HEAD", "ikke gyldig XML")]
    [TestCase("Content/hjem.config", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Content>&a;</Content>", "ikke gyldig XML")]
    [TestCase("Content/web.config", "<configuration><system.web /></configuration>", "ikke en uSync-fil")]
    [TestCase("Content/type.config", "<DataType Key=\"5d1c2f0a-6b1e-4a57-9c55-0c5b6f0a1112\" Alias=\"x\" />", "ligger i mappen Content")]
    [TestCase("Content/hjem.config", "<Content Alias=\"Hjem\" />", "Key eller Alias mangler")]
    [TestCase("Languages/xx.config", "<Language Key=\"5d1c2f0a-6b1e-4a57-9c55-0c5b6f0a1112\" Alias=\"xx\" />", "<IsoCode> mangler")]
    public void A_file_that_cannot_be_read_is_named(string file, string text, string what)
    {
        _folder.Write(file, text);
        Expect(file, what);
    }

    [TestCase("ContentTypes/recipepage.config", "000000d7-0000-0000-0000-000000000002", "Datatypen")]
    [TestCase("ContentTypes/recipepage.config", "8c2b0000-0000-4000-8000-000000000001", "Kompositionen")]
    [TestCase("ContentTypes/home.config", "Key=\"5d1c2f0a-6b1e-4a57-9c55-0c5b6f0a1111\" Sort", "Undertypen", "Key=\"5d1c2f0a-6b1e-4a57-9c55-0c5b6f0affff\" Sort")]
    [TestCase("ContentTypes/home.config", "<ListView>00000000-0000-0000-0000-000000000000", "Listevisningen", "<ListView>5d1c2f0a-6b1e-4a57-9c55-0c5b6f0affff")]
    [TestCase("ContentTypes/recipepage.config", "<Tab Alias=\"content/times\">", "fanen eller gruppen", "<Tab Alias=\"nowhere\">")]
    [TestCase("ContentTypes/recipepage.config", "<Alias>content/times</Alias>", "fane, der ikke findes", "<Alias>nowhere/times</Alias>")]
    [TestCase("ContentTypes/home.config", "Alias=\"home\"", "aliasset «recipeStep»", "Alias=\"recipeStep\"")]
    [TestCase("Content/dagens-suppe.config", "<ContentType>recipePage", "Typen «nowhere»", "<ContentType>nowhere")]
    [TestCase("Content/dagens-suppe.config", "<ContentType>recipePage", "elementtype", "<ContentType>recipeStep")]
    [TestCase("Content/dagens-suppe.config", "<Parent Key=\"41d00000-0000-4000-8000-000000000001\"", "overordnede", "<Parent Key=\"5d1c2f0a-6b1e-4a57-9c55-0c5b6f0affff\"")]
    [TestCase("Content/dagens-suppe.config", "<Parent Key=\"41d00000-0000-4000-8000-000000000001\"", "under sig selv", "<Parent Key=\"b7f10000-0000-4000-8000-000000000001\"")]
    [TestCase("Content/dagens-suppe.config", "Culture=\"en-US\"", "Sproget «fr»", "Culture=\"fr\"")]
    [TestCase("Content/dagens-suppe.config", "[45]", "«mange» er ikke et tal", "[mange]")]
    [TestCase("Content/dagens-suppe.config", "cookingTime>", "Feltet «gone»", "gone>")]
    [TestCase("Content/dagens-suppe.config", "\"contentTypeKey\": \"6a0d0000", "elementtype", "\"contentTypeKey\": \"6a0d0009")]
    [TestCase("Content/dagens-suppe.config", "2026-12-31T23:59:00", "ikke et tidspunkt", "nytår")]
    [TestCase("DataTypes/KortTekst.config", "{\n  \"maxChars\": 50\n}", "ikke et JSON-objekt", "{ maxChars }")]
    [TestCase("Dictionary/recipe.minutes.config", "<Parent>Recipe<", "Ordet «Nowhere»", "<Parent>Nowhere<")]
    [TestCase("Languages/en-us.config", "<Fallback>da<", "Reservesproget", "<Fallback>fr<")]
    [TestCase("Languages/en-us.config", "<IsDefault>false", "standardsprog", "<IsDefault>true")]
    public void A_file_that_points_at_nothing_is_named(string file, string old, string what, string now = "5d1c2f0a-6b1e-4a57-9c55-0c5b6f0affff")
    {
        var text = _folder.Read(file);
        Assert.That(text, Does.Contain(old));
        _folder.Write(file, text.Replace(old, now, StringComparison.Ordinal));
        Expect(what == "standardsprog" ? "Languages" : file, what);
    }

    [TestCase("DataTypes/Integer.config", "ContentTypes/recipepage.config")]
    [TestCase("ContentTypes/recipepage.config", "Content/dagens-suppe.config")]
    [TestCase("ContentTypes/seocontrols.config", "ContentTypes/recipepage.config")]
    [TestCase("MediaTypes/image.config", "Media/suppe.jpg.config")]
    [TestCase("Content/hjem.config", "Content/dagens-suppe.config")]
    public void A_missing_file_is_told_of_by_those_that_need_it(string missing, string file)
    {
        File.Delete(Path.Combine(_folder.Path, missing));
        Expect(file, "");
    }

    [Test]
    public void A_file_that_is_too_large_is_not_read()
    {
        _folder.Write("Content/stor.config", "");
        using (var stream = File.OpenWrite(Path.Combine(_folder.Path, "Content/stor.config")))
        {
            stream.SetLength(17 * 1024 * 1024);
        }

        Expect("Content/stor.config", "16 MB");
    }

    [Test]
    public void Two_files_of_one_key_are_a_problem_unless_they_say_the_same()
    {
        _folder.Write("Content/kopi.config", _folder.Read("Content/hjem.config"));
        var plan = Plan();
        Assert.That(plan.Problems, Is.Empty);
        Assert.That(plan.Notes, Has.Some.Contains("Content/kopi.config"));
        _folder.Write("Content/kopi.config", _folder.Read("Content/hjem.config").Replace("Hjem", "Hus", StringComparison.Ordinal));
        Expect("Content/kopi.config", "står også i Content/hjem.config");
    }

    [Test]
    public void Folders_and_files_of_others_are_passed_over_with_a_word()
    {
        _folder.Write("Forms/form.config", "<Form />");
        _folder.Write("Content/.DS_Store", "x");
        _folder.Write("Languages/domain.config", "<Domain Key=\"5d1c2f0a-6b1e-4a57-9c55-0c5b6f0a1112\" Alias=\"/\" />");
        var plan = Plan();
        Assert.That(plan.Problems, Is.Empty);
        Assert.That(plan.Notes, Has.Exactly(3).Items);
    }

    [Test]
    public void A_folder_that_is_not_there_is_a_problem()
    {
        var nowhere = Path.Combine(_folder.Path, "nowhere");
        var plan = Planner.Plan(SiteReader.Read(nowhere, SiteState.Empty), SiteState.Empty);
        Assert.That(plan.Problems.Single().File, Is.EqualTo(nowhere));
        Directory.CreateDirectory(nowhere);
        plan = Planner.Plan(SiteReader.Read(nowhere, SiteState.Empty), SiteState.Empty);
        Assert.That(plan.Problems.Single().What, Does.Contain("ingen uSync-filer"));
    }

    [Test]
    public void An_alias_that_the_site_has_under_another_key_is_a_problem()
    {
        var live = Sample.Site with { Nodes = [], ContentTypes = [Sample.Site.ContentTypes[2] with { Key = Guid.NewGuid() }] };
        var plan = Planner.Plan(SiteReader.Read(_folder.Path, live), live);
        Assert.That(plan.Problems.Select(problem => problem.File), Has.Member("ContentTypes/home.config"));
    }

    private USyncPlan Plan() => Planner.Plan(SiteReader.Read(_folder.Path, SiteState.Empty), SiteState.Empty);

    private void Expect(string file, string what)
    {
        var plan = Plan();
        var problem = plan.Problems.FirstOrDefault(each => each.File == file && each.What.Contains(what, StringComparison.Ordinal));
        Assert.That(problem, Is.Not.Null, string.Join('\n', plan.Problems));
        Assert.That(problem!.Remedy, Is.Not.Empty);
        Assert.That(plan.Entries, Is.Empty);
        Assert.That(plan.Changes, Is.EqualTo(new SiteChanges()));
    }
}
