using System.Text;
using Hedensted.Content.Model;
using Hedensted.Content.Serialisation;
using Hedensted.Content.Serialisation.Planning;
using Hedensted.Content.Serialisation.Reading;

namespace Hedensted.Content.Tests.Serialisation;

/// <summary>One file of each kind, letter by letter.</summary>
public class GoldenFileTests
{
    private TemporaryFolder _folder = null!;

    [OneTimeSetUp]
    public void Export()
    {
        _folder = new TemporaryFolder();
        USync.Export(Sample.Site, _folder.Path);
    }

    [OneTimeTearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void A_file_begins_with_a_byte_order_mark_and_ends_without_a_newline()
    {
        var bytes = File.ReadAllBytes(Path.Combine(_folder.Path, "Languages/da.config"));
        Assert.That(bytes[..3], Is.EqualTo(Encoding.UTF8.GetPreamble()));
        Assert.That(bytes[^1], Is.EqualTo((byte)'>'));
        Assert.That(bytes, Does.Not.Contain((byte)'\r'));
    }

    [Test]
    public void The_marker_names_version_and_format() =>
        FileIs("usync.config", """<uSync version="18.1.1.0" format="10.7.0" hmac="" />""");

    [Test]
    public void A_language() => FileIs("Languages/en-us.config", """
        <Language Key="eec79294-0000-0000-0000-000000000000" Alias="en-US" Level="0">
          <Name>Engelsk</Name>
          <IsoCode>en-US</IsoCode>
          <IsMandatory>false</IsMandatory>
          <IsDefault>false</IsDefault>
          <Fallback>da</Fallback>
        </Language>
        """);

    [Test]
    public void A_dictionary_item() => FileIs("Dictionary/recipe.minutes.config", """
        <Dictionary Key="62cb0000-0000-4000-8000-000000000002" Alias="Recipe.Minutes" Level="1">
          <Info>
            <Parent>Recipe</Parent>
          </Info>
          <Translations>
            <Translation Language="da">minutter</Translation>
            <Translation Language="en-US">minutes</Translation>
          </Translations>
        </Dictionary>
        """);

    [Test]
    public void A_data_type() => FileIs("DataTypes/KortTekst.config", """
        <DataType Key="000000d7-0000-0000-0000-000000000001" Alias="Kort tekst" Level="3">
          <Info>
            <Name>Kort tekst</Name>
            <EditorAlias>Umbraco.TextBox</EditorAlias>
            <EditorUIAlias>Umb.PropertyEditorUi.TextBox</EditorUIAlias>
            <Folder>Felter/Mad+%26+drikke</Folder>
          </Info>
          <Config><![CDATA[{
          "maxChars": 50
        }]]></Config>
        </DataType>
        """);

    [Test]
    public void A_document_type() => FileIs("ContentTypes/recipepage.config", """
        <ContentType Key="5d1c2f0a-6b1e-4a57-9c55-0c5b6f0a1111" Alias="recipePage" Level="3">
          <Info>
            <Name>Opskrift &lt;ny&gt;</Name>
            <Icon>icon-food color-green</Icon>
            <Thumbnail>folder.png</Thumbnail>
            <Description>En opskrift &amp; dens trin</Description>
            <AllowAtRoot>False</AllowAtRoot>
            <ListView>00000000-0000-0000-0000-000000000000</ListView>
            <Variations>Culture</Variations>
            <IsElement>false</IsElement>
            <HistoryCleanup>
              <PreventCleanup>True</PreventCleanup>
              <KeepAllVersionsNewerThanDays>7</KeepAllVersionsNewerThanDays>
              <KeepLatestVersionPerDayForDays></KeepLatestVersionPerDayForDays>
            </HistoryCleanup>
            <Folder>Sider/Mad+og+drikke</Folder>
            <Compositions>
              <Composition Key="8c2b0000-0000-4000-8000-000000000001">seoControls</Composition>
            </Compositions>
            <DefaultTemplate></DefaultTemplate>
            <AllowedTemplates />
            <AllowedInLibrary>false</AllowedInLibrary>
          </Info>
          <Structure />
          <GenericProperties>
            <GenericProperty>
              <Key>000000f0-0000-0000-0000-000000000005</Key>
              <Name>COOKINGTIME</Name>
              <Alias>cookingTime</Alias>
              <Definition>000000d7-0000-0000-0000-000000000002</Definition>
              <Type>Umbraco.Integer</Type>
              <Mandatory>true</Mandatory>
              <Validation></Validation>
              <Description><![CDATA[Minutter, ]]]]><![CDATA[> hvile]]></Description>
              <SortOrder>5</SortOrder>
              <Tab Alias="content/times">Tider</Tab>
              <Variations>Nothing</Variations>
              <MandatoryMessage>Skriv minutter</MandatoryMessage>
              <ValidationRegExpMessage></ValidationRegExpMessage>
              <LabelOnTop>false</LabelOnTop>
            </GenericProperty>
            <GenericProperty>
              <Key>000000f0-0000-0000-0000-000000000007</Key>
              <Name>PICTURE</Name>
              <Alias>picture</Alias>
              <Definition>000000d7-0000-0000-0000-000000000004</Definition>
              <Type>Umbraco.MediaPicker3</Type>
              <Mandatory>false</Mandatory>
              <Validation></Validation>
              <Description><![CDATA[]]></Description>
              <SortOrder>7</SortOrder>
              <Tab></Tab>
              <Variations>Nothing</Variations>
              <MandatoryMessage></MandatoryMessage>
              <ValidationRegExpMessage></ValidationRegExpMessage>
              <LabelOnTop>false</LabelOnTop>
            </GenericProperty>
            <GenericProperty>
              <Key>000000f0-0000-0000-0000-000000000004</Key>
              <Name>STEPS</Name>
              <Alias>steps</Alias>
              <Definition>000000d7-0000-0000-0000-000000000003</Definition>
              <Type>Umbraco.BlockList</Type>
              <Mandatory>false</Mandatory>
              <Validation></Validation>
              <Description><![CDATA[]]></Description>
              <SortOrder>4</SortOrder>
              <Tab Alias="content">Indhold</Tab>
              <Variations>Nothing</Variations>
              <MandatoryMessage></MandatoryMessage>
              <ValidationRegExpMessage></ValidationRegExpMessage>
              <LabelOnTop>false</LabelOnTop>
            </GenericProperty>
            <GenericProperty>
              <Key>000000f0-0000-0000-0000-000000000006</Key>
              <Name>TITLE</Name>
              <Alias>title</Alias>
              <Definition>000000d7-0000-0000-0000-000000000001</Definition>
              <Type>Umbraco.TextBox</Type>
              <Mandatory>false</Mandatory>
              <Validation>^\S+</Validation>
              <Description><![CDATA[]]></Description>
              <SortOrder>6</SortOrder>
              <Tab Alias="content">Indhold</Tab>
              <Variations>Culture</Variations>
              <MandatoryMessage></MandatoryMessage>
              <ValidationRegExpMessage>Intet mellemrum</ValidationRegExpMessage>
              <LabelOnTop>true</LabelOnTop>
            </GenericProperty>
          </GenericProperties>
          <Tabs>
            <Tab>
              <Key>1f0c0000-0000-4000-8000-000000000001</Key>
              <Caption>Tider</Caption>
              <Alias>content/times</Alias>
              <Type>Group</Type>
              <SortOrder>1</SortOrder>
            </Tab>
            <Tab>
              <Key>1f0c0000-0000-4000-8000-000000000002</Key>
              <Caption>Indhold</Caption>
              <Alias>content</Alias>
              <Type>Tab</Type>
              <SortOrder>0</SortOrder>
            </Tab>
          </Tabs>
        </ContentType>
        """);

    [Test]
    public void Allowed_children_stand_in_the_editors_order() => Assert.That(_folder.Read("ContentTypes/home.config"), Does.Contain("""
          <Structure>
            <ContentType Key="5d1c2f0a-6b1e-4a57-9c55-0c5b6f0a1111" SortOrder="0">recipePage</ContentType>
            <ContentType Key="91f00000-0000-4000-8000-000000000001" SortOrder="1">home</ContentType>
          </Structure>
        """));

    [Test]
    public void A_media_type_has_no_history_and_another_order()
    {
        var text = _folder.Read("MediaTypes/image.config");
        Assert.That(text, Does.Not.Contain("HistoryCleanup").And.Not.Contain("AllowedInLibrary").And.Not.Contain("<Variations>Nothing</Variations>\n      <Mandatory"));
        Assert.That(text.IndexOf("<GenericProperties>", StringComparison.Ordinal), Is.LessThan(text.IndexOf("<Structure />", StringComparison.Ordinal)));
    }

    [Test]
    public void A_document() => FileIs("Content/dagens-suppe.config", """
        <Content Key="b7f10000-0000-4000-8000-000000000001" Alias="Dagens suppe" Level="2">
          <Info>
            <Parent Key="41d00000-0000-4000-8000-000000000001">Hjem</Parent>
            <Path>/Hjem/DagensSuppe</Path>
            <Trashed>false</Trashed>
            <ContentType>recipePage</ContentType>
            <CreateDate>2026-03-01T09:30:00</CreateDate>
            <NodeName Default="Dagens suppe">
              <Name Culture="da">Dagens suppe</Name>
              <Name Culture="en-US">Soup of the day</Name>
            </NodeName>
            <SortOrder>4</SortOrder>
            <Published Default="true">
              <Published Culture="da">true</Published>
              <Published Culture="en-US">false</Published>
            </Published>
            <Schedule>
              <ContentSchedule>
                <Culture>en-US</Culture>
                <Action>Expire</Action>
                <Date>2026-12-31T23:59:00</Date>
              </ContentSchedule>
            </Schedule>
            <Template />
          </Info>
          <Properties>
            <cookingTime>
              <Value><![CDATA[45]]></Value>
            </cookingTime>
            <picture>
              <Value><![CDATA[[
          {
            "key": "0a000000-0000-4000-8000-000000000001",
            "mediaKey": "3a000000-0000-4000-8000-000000000001",
            "mediaTypeAlias": "Image",
            "crops": [],
            "focalPoint": null
          }
        ]]]></Value>
            </picture>
            <seoTitle>
              <Value><![CDATA[]]></Value>
            </seoTitle>
            <steps>
              <Value><![CDATA[{
          "contentData": [
            {
              "contentTypeKey": "6a0d0000-0000-4000-8000-000000000001",
              "key": "c0ffee00-0000-4000-8000-000000000001",
              "values": [
                {
                  "alias": "minutes",
                  "culture": null,
                  "editorAlias": null,
                  "segment": null,
                  "value": 5
                },
                {
                  "alias": "text",
                  "culture": null,
                  "editorAlias": null,
                  "segment": null,
                  "value": "Hak l\u00F8g \u0026 purl\u00F8g"
                }
              ]
            }
          ],
          "settingsData": [],
          "expose": [
            {
              "contentKey": "c0ffee00-0000-4000-8000-000000000001",
              "culture": null,
              "segment": null
            }
          ],
          "layout": {
            "Umbraco.BlockList": [
              {
                "contentKey": "c0ffee00-0000-4000-8000-000000000001",
                "settingsKey": null
              }
            ]
          }
        }]]></Value>
            </steps>
            <title>
              <Value Culture="da"><![CDATA[Suppe "fin" <b>nu</b>]]></Value>
              <Value Culture="en-US"><![CDATA[]]></Value>
            </title>
          </Properties>
        </Content>
        """);

    [Test]
    public void A_media_item_leaves_out_what_follows_from_its_file() => FileIs("Media/suppe.jpg.config", """
        <Media Key="3a000000-0000-4000-8000-000000000001" Alias="Suppe.jpg" Level="1">
          <Info>
            <Parent Key="00000000-0000-0000-0000-000000000000"></Parent>
            <Path>/Suppejpg</Path>
            <Trashed>false</Trashed>
            <ContentType>Image</ContentType>
            <CreateDate>2026-03-01T09:30:00</CreateDate>
            <NodeName Default="Suppe.jpg" />
            <SortOrder>0</SortOrder>
          </Info>
          <Properties>
            <umbracoFile>
              <Value><![CDATA[{
          "src": "/media/abc/suppe.jpg",
          "crops": [],
          "focalPoint": {
            "left": 0.5,
            "top": 0.25
          }
        }]]></Value>
            </umbracoFile>
          </Properties>
        </Media>
        """);

    [Test]
    public void Reading_it_again_gives_the_same_site()
    {
        var files = SiteReader.Read(_folder.Path, SiteState.Empty);
        Assert.That(files.Problems, Is.Empty, string.Join('\n', files.Problems));
        Assert.That(Planner.Plan(SiteReader.Read(_folder.Path, Sample.Site), Sample.Site).NothingToDo);
        var soup = files.State.Nodes.Single(node => node.Key == Sample.SoupKey);
        var wanted = Sample.Site.Nodes.Single(node => node.Key == Sample.SoupKey);
        Assert.That(soup.Content.Values.Select(value => (value.Alias, value.Culture)), Is.EqualTo(wanted.Content.Values.Select(value => (value.Alias, value.Culture))));
        Assert.That(soup with { Content = NodeContent.Empty, Schedules = [], PublishedCultures = [] }, Is.EqualTo(wanted with { Content = NodeContent.Empty, Schedules = [], PublishedCultures = [] }));
        var recipe = files.State.ContentTypes.Single(type => type.Key == Sample.RecipeKey);
        Assert.That(recipe.Containers.Single(container => container.Alias == "content/times").ParentKey, Is.EqualTo(recipe.Containers.Single(container => container.Alias == "content").Key));
    }

    private void FileIs(string file, string xml) => Assert.That(
        _folder.Read(file),
        Is.EqualTo("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + xml.ReplaceLineEndings("\n")));
}
