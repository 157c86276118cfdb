using Hedensted.Content.Model;
using Hedensted.Content.Serialisation;
using Hedensted.Content.Serialisation.Planning;
using Hedensted.Content.Serialisation.Reading;

namespace Hedensted.Content.Tests.Serialisation;

/// <summary>The site's own files go in and come out as they were.</summary>
public class RepositoryFilesTests
{
    [Test]
    public void The_repositorys_files_have_no_problems()
    {
        var plan = Planner.Plan(SiteReader.Read(TemporaryFolder.Repository, SiteState.Empty), SiteState.Empty);
        Assert.That(plan.Problems, Is.Empty, string.Join('\n', plan.Problems));
        Assert.That(plan.Entries.Select(entry => entry.Change), Is.All.EqualTo(USyncChange.Create));
    }

    [Test]
    public void An_export_after_an_import_is_the_same_byte_for_byte()
    {
        using var folder = new TemporaryFolder();
        USync.Export(SiteReader.Read(TemporaryFolder.Repository, SiteState.Empty).State, folder.Path);
        TemporaryFolder.AssertSame(folder.Path, TemporaryFolder.Repository);
    }

    [Test]
    public void A_second_plan_says_nothing_to_do()
    {
        var files = SiteReader.Read(TemporaryFolder.Repository, SiteState.Empty);
        var live = files.State;
        Assert.That(Planner.Plan(SiteReader.Read(TemporaryFolder.Repository, live), live).NothingToDo);
    }
}
