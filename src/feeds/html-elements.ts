const words = (text: string): string[] => text.trim().split(/\s+/);

/** Elements that separate words when their tags are removed. */
export const blockElements: ReadonlySet<string> = new Set(
  words(`address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img legend li main
    marquee menu nav noscript ol option p pre script section select style summary table tbody td template textarea
    tfoot th thead title tr ul video`),
);

/** Names that mark `<name` as markup rather than text. */
export const htmlElements: ReadonlySet<string> = new Set([
  ...blockElements,
  ...words(`a abbr acronym applet area audio b base basefont bdi bdo big blink canvas cite code col colgroup content
    data datalist defs del dfn em embed font g i image input ins kbd keygen label link map mark math meta meter nobr
    noembed noframes object optgroup output param path picture plaintext progress q rb rp rt rtc ruby s samp slot small
    source span strike strong sub sup svg tbody time tt track u use var wbr xml xmp`),
]);
