"""Strings that try to run code, leave the page, or break what they are written into. Each run sets `window.hit`."""

from __future__ import annotations

from collections.abc import Sequence

from graph.kinds import Ref
from visuals.picture import Fact, Picture

HOSTILE = [
    "<script>window.hit=1</script>",
    "</script><script>window.hit=1</script>",
    "</SCRIPT ><img src=x onerror=window.hit=1>",
    "<!--<script>window.hit=1//-->",
    "--><svg onload=window.hit=1>",
    "]]><script>window.hit=1</script>",
    "</style><script>window.hit=1</script>",
    "</title><script>window.hit=1</script>",
    "</noscript><script>window.hit=1</script>",
    "</textarea><img src=http://127.0.0.1:9/x onerror=window.hit=1>",
    "<img src=http://127.0.0.1:9/beacon>",
    "<iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
    "<a href=javascript:window.hit=1>href</a>",
    "javascript:window.hit=1",
    "JaVaScRiPt:window.hit=1",
    "\tjavascript\n:window.hit=1",
    "data:text/html,<script>opener.hit=1</script>",
    "vbscript:window.hit=1",
    "http://user:pass@127.0.0.1:9/",
    'https://127.0.0.1:9/" onmouseover=window.hit=1 x="',
    "https://127.0.0.1:9/'><script>window.hit=1</script>",
    '" onfocus=window.hit=1 autofocus x="',
    "' onmouseover='window.hit=1",
    "` onload=window.hit=1",
    "{{ 7 * 7 }}{% for x in y %}{{ config }}{% endfor %}",
    "{{ ''.__class__.__mro__ }}",
    "${window.hit=1}#{window.hit=1}",
    "%s %(x)s %n {0} {nodes} {x.__class__}",
    "\\u003cscript\\u003ewindow.hit=1\\u003c/script\\u003e",
    '\\");window.hit=1;//',
    "';window.hit=1;//",
    "\u2028window.hit=1\u2029",
    "nul\x00in\x00it \x1b[31m \x7f \x85",
    "\u202etxet \u2066desrever\u2069 \u200f",
    "\ud800 lone surrogate \udfff \ufffe \uffff",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "toString",
    "<base href=http://127.0.0.1:9/><meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>",
    "<link rel=stylesheet href=http://127.0.0.1:9/x.css>",
    "<style>@import 'http://127.0.0.1:9/x.css'; *{background:url(http://127.0.0.1:9/y)}</style>",
    "url(http://127.0.0.1:9/z)",
    "&lt;script&gt;window.hit=1&lt;/script&gt; &#x3c;script>",
    "<![CDATA[<script>window.hit=1</script>]]>",
    "<?xml-stylesheet href='http://127.0.0.1:9/x.xsl'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='javascript:parent.hit=1'/></foreignObject>",
    "<use href='http://127.0.0.1:9/x.svg#a'/><animate onbegin='window.hit=1' attributeName='x' dur='1s'/>",
    "<svg><script href=data:,window.hit=1 /></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.hit=1>",
    "<details open ontoggle=window.hit=1><summary>x",
    "<video><source onerror=window.hit=1></video><body onload=window.hit=1>",
    "<input autofocus onfocus=window.hit=1><select onchange=window.hit=1>",
    "<template shadowrootmode=open><slot onslotchange=window.hit=1></slot></template>",
    "<object data='javascript:window.hit=1'></object><embed src='javascript:window.hit=1'>",
    "<form action=javascript:window.hit=1><button formaction=javascript:window.hit=1>go</button></form>",
    "<a xlink:href='javascript:window.hit=1'><set attributeName='href' to='javascript:window.hit=1'/></a>",
    "<script src=//127.0.0.1:9/x.js></script><script type=module>import('http://127.0.0.1:9/m.js')</script>",
    "//127.0.0.1:9/protocol-relative",
    "https:\\\\127.0.0.1:9\\back\\slashes",
    "https://127.0.0.1:9/\u202egpj.exe",
    "file:///etc/passwd",
    "blob:null/0000-window.hit=1",
    "=HYPERLINK('http://127.0.0.1:9/','click')",
    "a\u0301" * 200 + "\u0e33\u0e33\u200b\ufeff",
    "[[.window.hit=1.]]((( *+? \\ ^$ | ) unbalanced",
    "\U000e0041\U000e0042 tags \U0001f9d1\u200d\U0001f33e joined",
    "ก็" * 300 + "ู" * 200,
    "W" * 5000,
    "",
    "   ",
]


def hostile_picture(texts: Sequence[str]) -> Picture:
    """A picture with each text alone in every field that takes text, all of them in those there is one of."""
    all_ = " ".join(texts)
    picture = Picture(all_, all_, answer=all_, answer_th=all_)
    picture.drawn_from(nodes=1, links=1, date=all_, content_hash=all_)
    for text in texts:
        facts = [Fact(text, text, text, text)]
        picture.node(Ref("Country", "JPN"), text, text, size=2, group="JPN", facts=facts)
        home = picture.node(Ref("Agency", "x" + text), text, text, size=2, group="THA", facts=facts)
        stray = picture.node(Ref("Firm", text), text, text, size=2, group=text, facts=facts)
        picture.evidence(
            text, gloss=text, source=text, address=text, date=text, speaker=text, confidence=text, locator=text
        )
        for id_ in (text, "two"):
            for source, target in ((home, "Country:JPN"), (stray, home), (stray, stray)):
                picture.edge(
                    "PARTNERS_WITH",
                    source,
                    target,
                    id=id_,
                    label=text,
                    label_th=text,
                    status=text,
                    form=text,
                    since=text,
                    until=text,
                    confidence=text,
                    sectors=[text, (text, text)],
                    evidence=[text, "missing"],
                )
    return picture
