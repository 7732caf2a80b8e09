/**
 * One of every well-known way to get text run as a script; each calls `hit()`. Sources: OWASP's filter evasion and mutation
 * cheat sheets, PortSwigger's list of vectors. The short ones fit where a field allows twenty characters.
 */
export const families: readonly string[] = [
  // elements that run or fetch
  "<script>hit()</script>",
  "<script src=data:,hit()></script>",
  "<img src=x onerror=hit()>",
  "<svg onload=hit()>",
  "<svg><script>hit()</script></svg>",
  "<svg><animate onbegin=hit() attributeName=x>",
  "<details open ontoggle=hit()>",
  "<body onload=hit()>",
  "<input autofocus onfocus=hit()>",
  "<video><source onerror=hit()></video>",
  "<iframe srcdoc='<script>parent.hit()</script>'>",
  "<iframe src=javascript:parent.hit()>",
  "<object data=javascript:hit()>",
  "<embed src=javascript:hit()>",
  "<a href=javascript:hit()>x</a>",
  "<form action=javascript:hit()><button>x</form>",
  "<base href=javascript:hit()//>",
  "<meta http-equiv=refresh content=0;url=javascript:hit()>",
  "<link rel=stylesheet href=javascript:hit()>",
  // what a sanitiser reads one way and a browser another
  "<math><mtext><table><mglyph><style><img src=x onerror=hit()>",
  "<noscript><p title='</noscript><img src=x onerror=hit()>'>",
  "<template><img src=x onerror=hit()></template>",
  "<svg></p><style><a id='</style><img src=x onerror=hit()>'>",
  // ways out of an attribute, a comment, an element, a string
  '" onfocus=hit() autofocus x="',
  "' onfocus=hit() autofocus x='",
  '"><img src=x onerror=hit()>',
  "'><svg onload=hit()>",
  "--><img src=x onerror=hit()>",
  "]]><img src=x onerror=hit()>",
  "</title><script>hit()</script>",
  "</textarea><img src=x onerror=hit()>",
  "');hit();//",
  '";hit();//',
  "`;hit();//",
  // addresses
  "javascript:hit()",
  "java\tscript:hit()",
  "data:text/html,<script>parent.hit()</script>",
  // other spellings of the same letters
  "+ADw-script+AD4-hit()+ADw-/script+AD4-",
  "\\u003cimg src=x onerror=hit()\\u003e",
  "\u202e<img src=x onerror=hit()>\u202c",
  "＜img src=x onerror=hit()＞",
  // styles, templates, words, JSON
  "x{width:expression(hit())}",
  "<style>@import 'javascript:hit()';</style>",
  "{{constructor.constructor('hit()')()}}",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template is what it pretends to be
  "${hit()}",
  "<%= hit() %>",
  "[x](javascript:hit())",
  "$t(app.name)",
  '$t(app.motto, {"count": 1}) {{by}}',
  "{{name}} {{- by}} {{count}}",
  '{"__proto__":{"hit":1}}',
  '{"constructor":{"prototype":{"hit":1}}}',
  "__proto__",
  "constructor",
];
