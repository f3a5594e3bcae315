import { NotAFeed } from '../../src/feeds/not-a-feed';
import { parseFeed } from '../../src/feeds/parse-feed';

const refusal = (text: string): NotAFeed => {
  try {
    parseFeed(Buffer.from(text), { url: 'https://diario.example/feed/', now: new Date('2026-11-22') });
  } catch (error) {
    if (error instanceof NotAFeed) return error;
    throw error;
  }
  throw new Error('it was read as a feed');
};

test.each([
  ['html', '<!DOCTYPE html><html><head><title>Portada</title></head><body><p>Noticias</p></body></html>'],
  ['html', '\n<HTML><BODY>Portada</BODY></HTML>'],
  ['empty', ''],
  ['empty', ' \n '],
  ['empty', '<!-- nothing here -->'],
  ['login', '<html><body><form><input name="u"><input type="password" name="p"></form></body></html>'],
  [
    'challenge',
    '<html><head><title>Just a moment...</title></head><body><script src="/cdn-cgi/challenge-platform/x.js"></script></body></html>',
  ],
  ['json', '{"error":"not found"}'],
  ['json', '[1,2,3]'],
  ['json', '{"items": [tr'],
  ['text', 'Please limit requests to one every 5 seconds.'],
  ['xml', '<?xml version="1.0"?><opml version="2.0"><body/></opml>'],
  [
    'xml',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://diario.example/</loc></url></urlset>',
  ],
])('%s: %p', (found, text) => {
  const error = refusal(text);
  expect(error.found).toBe(found);
  expect(error.message).toContain('https://diario.example/feed/');
  expect(error.message).toContain(error.advice);
});

test('a front page with a login box and a captcha is still a page, whose feed can be found', () => {
  const news = '<p>La delegación visitó el penal y habló con la directora.</p>'.repeat(40);
  const page = `<html><body>${news}<form><input type="password"><div class="g-recaptcha"></div></form></body></html>`;
  expect(refusal(page).found).toBe('html');
});

test('the error quotes how the body begins, without markup', () => {
  expect(
    refusal('<html><head><script>x</script></head><body><h1>Portada</h1> del día</body></html>').excerpt,
  ).toBe('Portada del día');
});
