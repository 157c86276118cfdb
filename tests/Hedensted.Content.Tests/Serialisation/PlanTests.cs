using Hedensted.Content.Model;
using Hedensted.Content.Serialisation;
using Hedensted.Content.Serialisation.Planning;
using Hedensted.Content.Serialisation.Reading;

namespace Hedensted.Content.Tests.Serialisation;

/// <summary>What an operator is told before an import, and what it then does.</summary>
public class PlanTests
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

    [Test]
    public void Everything_is_made_on_an_empty_site_in_an_order_that_holds()
    {
        var plan = Plan(SiteState.Empty);
        Assert.That(plan.Problems, Is.Empty);
        Assert.That(plan.Entries, Has.Length.EqualTo(18));
        Assert.That(plan.Entries.Select(entry => entry.Kind), Is.Ordered);
        var types = plan.Changes.ContentTypes.Select(type => type.Alias).ToList();
        Assert.That(types.IndexOf("seoControls"), Is.LessThan(types.IndexOf("recipePage")));
        var nodes = plan.Changes.Nodes.Select(node => node.Key).ToList();
        Assert.That(nodes.IndexOf(Sample.HomeKey), Is.LessThan(nodes.IndexOf(Sample.SoupKey)));
    }

    [Test]
    public void A_changed_field_is_named()
    {
        Replace("Content/dagens-suppe.config", "[45]", "[50]");
        Replace("Content/dagens-suppe.config", "<SortOrder>4<", "<SortOrder>5<");
        var entry = Plan(Sample.Site).Entries.Single();
        Assert.That(entry.Change, Is.EqualTo(USyncChange.Update));
        Assert.That(entry.File, Is.EqualTo("Content/dagens-suppe.config"));
        Assert.That(entry.Name, Is.EqualTo("Dagens suppe"));
        Assert.That(entry.Details, Is.EqualTo(["felt cookingTime", "rækkefølge"]));
    }

    [Test]
    public void White_space_and_the_order_of_json_members_are_no_change()
    {
        Replace("DataTypes/BlockList.config", "\"min\": null,\n    \"max\": null", "\"max\":null,   \"min\":null");
        Replace("Content/dagens-suppe.config", "\"focalPoint\": null", "\"focalPoint\":null ");
        File.WriteAllText(Path.Combine(_folder.Path, "Languages/da.config"), _folder.Read("Languages/da.config").ReplaceLineEndings("\r\n"));
        Assert.That(Plan(Sample.Site).NothingToDo);
    }

    [Test]
    public void A_new_name_of_a_parent_changes_the_parent_alone()
    {
        Replace("Content/hjem.config", "Default=\"Hjem\"", "Default=\"Forside\"");
        Assert.That(Plan(Sample.Site).Entries.Select(entry => entry.Key), Is.EqualTo([Sample.HomeKey]));
    }

    [Test]
    public void A_missing_file_deletes_nothing()
    {
        Delete("Content/dagens-suppe.config");
        Delete("Dictionary/recipe.minutes.config");
        Delete("ContentTypes/recipepage.config");
        Assert.That(Plan(Sample.Site).NothingToDo);
    }

    [Test]
    public void A_mark_deletes_a_document_with_what_stands_below_it()
    {
        Delete("Content/dagens-suppe.config");
        Mark("Content/hjem.config", Sample.HomeKey, "Hjem");
        var plan = Plan(Sample.Site);
        Assert.That(plan.Problems, Is.Empty);
        Assert.That(plan.Changes.Deletes, Is.EqualTo([Sample.SoupKey, Sample.HomeKey]));
        Assert.That(plan.Entries.Select(entry => entry.File), Is.All.EqualTo("Content/hjem.config"));
    }

    [Test]
    public void A_mark_of_a_type_in_use_is_a_problem()
    {
        Mark("DataTypes/Integer.config", Sample.Site.DataTypes[1].Key, "Integer");
        Delete("ContentTypes/recipepage.config");
        Delete("ContentTypes/recipestep.config");
        Assert.That(Plan(Sample.Site).Problems.Select(problem => problem.File), Has.Member("DataTypes/Integer.config"));
    }

    [Test]
    public void A_mark_whose_thing_is_back_means_nothing()
    {
        Mark("Dictionary/old.config", Guid.NewGuid(), "Recipe");
        Mark("Content/gammel.config", Sample.SoupKey, "Dagens suppe");
        Assert.That(Plan(Sample.Site).NothingToDo);
    }

    [Test]
    public void Media_are_never_deleted()
    {
        Mark("Media/suppe.jpg.config", Sample.ImageKey, "Suppe.jpg");
        var plan = Plan(Sample.Site);
        Assert.That(plan.NothingToDo);
        Assert.That(plan.Notes, Has.Some.Contains("Media/suppe.jpg.config"));
    }

    [Test]
    public void The_size_of_an_image_stays()
    {
        var live = Sample.Site with
        {
            Nodes = [.. Sample.Site.Nodes.Select(node => node.Key != Sample.ImageKey ? node : node with
            {
                Content = node.Content with { Values = [.. node.Content.Values, new PropertyValue("umbracoWidth", null, null, Sample.Json("\"640\""))] },
            })],
        };
        Assert.That(Plan(live).NothingToDo);
        Replace("Media/suppe.jpg.config", "0.25", "0.75");
        Assert.That(Plan(live).Changes.Nodes.Single().Content.ValueOf("umbracoWidth")?.GetString(), Is.EqualTo("640"));
    }

    [Test]
    public void A_language_is_found_by_its_code_and_keeps_its_key()
    {
        var key = Guid.NewGuid();
        var live = Sample.Site with { Languages = [.. Sample.Site.Languages.Select(language => language with { Key = language.IsoCode == "da" ? key : Guid.NewGuid() })] };
        Assert.That(Plan(live).NothingToDo);
        Replace("Languages/da.config", "<Name>Dansk<", "<Name>Danish<");
        Assert.That(Plan(live).Changes.Languages.Single().Key, Is.EqualTo(key));
    }

    [Test]
    public void A_new_default_language_takes_the_mark_from_the_old()
    {
        Replace("Languages/en-us.config", "<IsDefault>false", "<IsDefault>true");
        Delete("Languages/da.config");
        var plan = Plan(Sample.Site);
        Assert.That(plan.Problems, Is.Empty);
        Assert.That(plan.Changes.Languages.ToDictionary(language => language.IsoCode, language => language.IsDefault), Is.EqualTo(new Dictionary<string, bool> { ["en-US"] = true, ["da"] = false }));
    }

    [Test]
    public void A_word_under_another_key_keeps_it()
    {
        var live = Sample.Site with { Dictionary = [Sample.Site.Dictionary[0] with { Key = Guid.NewGuid() }] };
        var added = Plan(live).Changes.Dictionary.Single();
        Assert.That(added.Name, Is.EqualTo("Recipe.Minutes"));
        Assert.That(added.ParentKey, Is.EqualTo(live.Dictionary[0].Key));
    }

    [Test]
    public void A_plan_carried_out_leaves_nothing_to_do()
    {
        Replace("Content/dagens-suppe.config", "[45]", "[50]");
        Replace("ContentTypes/recipepage.config", "<LabelOnTop>true", "<LabelOnTop>false");
        var changes = Plan(Sample.Site).Changes;
        var after = SiteMerge.Merge(Sample.Site, new SiteState { ContentTypes = changes.ContentTypes, Nodes = changes.Nodes }, []);
        Assert.That(Plan(after).NothingToDo);
    }

    private USyncPlan Plan(SiteState live) => Planner.Plan(SiteReader.Read(_folder.Path, live), live);

    private void Replace(string file, string old, string now)
    {
        var text = _folder.Read(file);
        Assert.That(text, Does.Contain(old));
        _folder.Write(file, text.Replace(old, now, StringComparison.Ordinal));
    }

    private void Delete(string file) => File.Delete(Path.Combine(_folder.Path, file));

    private void Mark(string file, Guid key, string alias) => _folder.Write(file, $"<Empty Key=\"{key}\" Alias=\"{alias}\" Change=\"Delete\" />");
}
