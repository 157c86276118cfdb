using System.Net;
using Hedensted.Content;
using Hedensted.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Tests.Operations.Nodes;

/// <summary>What a server does is said in one setting, and a wrong one is told at the start.</summary>
public class RoleTests
{
    [TestCase(null, NodeRole.All)]
    [TestCase("", NodeRole.All)]
    [TestCase("all", NodeRole.All)]
    [TestCase("Cms", NodeRole.Cms)]
    [TestCase("DELIVERY", NodeRole.Delivery)]
    public void A_role_is_read_as_people_write_it(string? text, NodeRole role) => Assert.That(With(text).Role(), Is.EqualTo(role));

    [TestCase("Levering")]
    [TestCase("1")]
    [TestCase("All,Cms")]
    public void What_is_no_role_is_refused(string text) =>
        Assert.That(() => With(text).Role(), Throws.InstanceOf<OptionsValidationException>().With.Message.Contains($"'{text}'").And.Message.Contains("All, Cms eller Delivery"));

    [Test]
    public void A_program_with_a_wrong_role_does_not_start_and_says_why()
    {
        var thrown = Assert.ThrowsAsync<InvalidOperationException>(() => CmsProcess.StartAsync(null, ("Hedensted:Role", "Levering")));
        Assert.That(thrown!.Message, Does.Contain("Hedensted:Role er 'Levering'; brug All, Cms eller Delivery.").And.Not.Contain("   at "));
    }

    [Test]
    public void A_program_whose_secrets_are_not_there_does_not_start_and_says_why()
    {
        var thrown = Assert.ThrowsAsync<InvalidOperationException>(() => CmsProcess.StartAsync(null, ("Hedensted:SecretsPath", "/findes/ikke")));
        Assert.That(thrown!.Message, Does.Contain("'/findes/ikke' findes ikke").And.Not.Contain("   at "));
    }

    [Test]
    public async Task Settings_in_files_are_believed_before_the_environment()
    {
        var folder = CmsProcess.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "Umbraco__CMS__Unattended__UnattendedUserPassword"), "Fra-en-fil-der-er-hemmelig-1\n");
        await using var cms = await CmsProcess.StartAsync(null, ("Hedensted:SecretsPath", folder));
        using var editor = await BackofficeSession.SignInAsync(cms.Address, CmsProcess.AdministratorEmail, "Fra-en-fil-der-er-hemmelig-1");
        using var answer = await editor.CallAsync(HttpMethod.Get, "/user/current");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    private static IConfiguration With(string? role) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [NodeRoles.Setting] = role }).Build();
}
