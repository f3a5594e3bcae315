import * as fc from 'fast-check';
import { canonicalUrl } from '../../src/feeds/canonical-url';

test.each([
  ['scheme and www', 'http://www.elfaro.net/es/202610/visita/', 'https://elfaro.net/es/202610/visita'],
  ['host in capitals, default port', 'HTTP://WWW.ElFaro.net:80/es', 'https://elfaro.net/es'],
  ['fragment', 'https://elfaro.net/es#comentarios', 'https://elfaro.net/es'],
  ['fragment that routes', 'https://elfaro.net/#!/nota/7', 'https://elfaro.net/#!/nota/7'],
  ['root', 'https://www.elfaro.net', 'https://elfaro.net/'],
  ['credentials', 'https://u:p@elfaro.net/a', 'https://elfaro.net/a'],
  ['campaign', 'https://e.org/a?utm_source=rss&utm_medium=feed&fbclid=1&gclid=2', 'https://e.org/a'],
  ['partner=rss', 'https://jornada.example/nota?partner=rss', 'https://jornada.example/nota'],
  ['partner of another kind', 'https://e.org/nota?partner=7', 'https://e.org/nota?partner=7'],
  ['outputType=amp', 'https://e.org/nota/?outputType=amp', 'https://e.org/nota'],
  ['sorted', 'https://e.org/a?b=2&a=1', 'https://e.org/a?a=1&b=2'],
  ['ids stay', 'https://e.org/?p=338029&utm_source=x', 'https://e.org/?p=338029'],
  ['ids stay, two', 'https://e.org/nota.php?id=12&ref=rss', 'https://e.org/nota.php?id=12'],
  ['a source that names an article', 'https://e.org/v?source=77', 'https://e.org/v?source=77'],
  ['mobile host', 'https://m.elpais.com/a', 'https://elpais.com/a'],
  ['AMP host', 'https://amp.elpais.com/a', 'https://elpais.com/a'],
  ['www on mobile', 'https://www.m.elpais.com/a', 'https://elpais.com/a'],
  ['a host that is all name', 'https://m.me/a', 'https://m.me/a'],
  ['AMP path at the end', 'https://e.org/a/amp/', 'https://e.org/a'],
  ['AMP path in front', 'https://e.org/amp/a', 'https://e.org/a'],
  ['AMP suffix', 'https://e.org/a.amp.html', 'https://e.org/a.html'],
  ['a word that ends in amp', 'https://e.org/boot-camp', 'https://e.org/boot-camp'],
  [
    'AMP cache',
    'https://www-elpais-com.cdn.ampproject.org/c/s/www.elpais.com/a/?x=1',
    'https://elpais.com/a?x=1',
  ],
  ['AMP viewer', 'https://www.google.com/amp/s/www.elpais.com/a/amp/', 'https://elpais.com/a'],
  [
    'Google redirect',
    'https://www.google.com/url?rct=j&url=https://www.e.org/a%3Fid%3D3&ct=ga',
    'https://e.org/a?id=3',
  ],
  [
    'Bing redirect',
    'http://www.bing.com/news/apiclick.aspx?ref=FexRss&url=https%3a%2f%2fe.org%2fa&c=1',
    'https://e.org/a',
  ],
  [
    'Folha redirect',
    'https://redir.folha.com.br/redir/online/poder/rss091/*https://www1.folha.uol.com.br/poder/1.shtml',
    'https://www1.folha.uol.com.br/poder/1.shtml',
  ],
  [
    'Facebook redirect',
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fe.org%2Fa%3Ffbclid%3D1&h=2',
    'https://e.org/a',
  ],
  [
    'wrapped twice',
    'https://www.google.com/url?q=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fe.org%252Fa',
    'https://e.org/a',
  ],
  [
    'Google News',
    'https://news.google.com/rss/articles/CBMiX?oc=5&hl=es',
    'https://news.google.com/rss/articles/CBMiX',
  ],
  [
    'Google News, read',
    'https://news.google.com/read/CBMiX?hl=es',
    'https://news.google.com/rss/articles/CBMiX',
  ],
  ['escapes', 'https://e.org/c%c3%a1rcel%2Dnueva', 'https://e.org/c%C3%A1rcel-nueva'],
  ['letters', 'https://e.org/cárcel', 'https://e.org/c%C3%A1rcel'],
  ['other port', 'https://e.org:8443/a', 'https://e.org:8443/a'],
  ['no address', ' tag:e.org,2026:7 ', 'tag:e.org,2026:7'],
])('%s', (_, url, canonical) => expect(canonicalUrl(url)).toBe(canonical));

test.each([
  ['https://e.org/a?id=1', 'https://e.org/a?id=2'],
  ['https://e.org/?p=1', 'https://e.org/?p=2'],
  ['https://e.org/A', 'https://e.org/a'],
  ['https://e.org/a', 'https://a.e.org/a'],
  ['https://e.org/a?q=%F1', 'https://e.org/a?q=%E1'],
  ['https://e.org/a?m=1', 'https://e.org/a?m=2'],
  ['https://e.org/a?share=1', 'https://e.org/a?share=2'],
  ['https://www1.e.org/a', 'https://www2.e.org/a'],
  ['https://e.org:8443/a', 'https://e.org/a'],
  ['https://e.org/2026/1', 'https://e.org/2026/1/2'],
])('%s is not %s', (one, other) => expect(canonicalUrl(one)).not.toBe(canonicalUrl(other)));

const part = fc.constantFrom(
  'http://',
  'https://',
  'www.',
  'm.',
  'amp.',
  'elfaro.net',
  'google.com',
  'news.google.com',
  'x.cdn.ampproject.org',
  'redir.folha.com.br',
  '/amp',
  '/amp/s/',
  '/c/s/',
  '/url?q=',
  '*',
  '/',
  '?',
  '&',
  'utm_source=1',
  'id=2',
  'ref=rss',
  'a',
  '%2F',
  '%41',
  '#',
  '#!',
  ':80',
  'https%3A%2F%2F',
  '.amp',
  '.html',
  'ñ',
  ' ',
  '@',
  '=',
);

test('canonical twice is canonical once', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
      const once = canonicalUrl(parts.join(''));
      expect(canonicalUrl(once)).toBe(once);
    }),
    { numRuns: 2_000 },
  );
  fc.assert(
    fc.property(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      (url) => canonicalUrl(canonicalUrl(url)) === canonicalUrl(url),
    ),
  );
});

test('tracking, scheme and www make no difference', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9-]{1,20}$/), fc.nat(), (slug, id) => {
      const plain = canonicalUrl(`https://elfaro.net/n-${slug}?id=${id}`);
      expect(canonicalUrl(`http://www.elfaro.net/n-${slug}/?utm_campaign=x&id=${id}&fbclid=y#z`)).toBe(plain);
      expect(plain).toContain(`id=${id}`);
    }),
  );
});
