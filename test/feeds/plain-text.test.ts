import * as fc from 'fast-check';
import { plainText } from '../../src/feeds/plain-text';

test.each([
  ['plain words stay', 'Delegación visita el CECOT', 'Delegación visita el CECOT'],
  ['white space is folded', '  Uno\n\t dos\u00a0\u00a0tres ', 'Uno dos tres'],
  ['tags go', '<p>Hola <b>nue</b>vo <i>mundo</i></p>', 'Hola nuevo mundo'],
  ['blocks part words', '<p>Uno</p><p>dos</p><ul><li>a</li><li>b</li></ul>c<br>d', 'Uno dos a b c d'],
  [
    'entities are decoded',
    'Ma&ntilde;ana &aacute;&nbsp;&#225; &#xE1; &quot;s&iacute;&quot;',
    'Mañana á á á "sí"',
  ],
  ['windows-1252 references', '&#147;CECOT&#148; &#146;s &#133;', '“CECOT” ’s …'],
  [
    'twice escaped entities',
    'Ministra &amp;quot;visit&amp;oacute;&amp;quot; AT&amp;amp;T',
    'Ministra "visitó" AT&T',
  ],
  ['twice escaped apostrophe', 'Pr&eacute;sident d&amp;#x27;Ha&iuml;ti', "Président d'Haïti"],
  ['escaped markup', '&lt;p&gt;Uno &lt;b&gt;dos&lt;/b&gt;&lt;/p&gt;', 'Uno dos'],
  ['a bare ampersand', 'Pérez & Cía, R&D', 'Pérez & Cía, R&D'],
  ['less and more', 'Paro < 10% y > 5', 'Paro < 10% y > 5'],
  ['less and more, tight', 'Paro <10% y >5', 'Paro <10% y >5'],
  ['less and more, escaped', 'Paro &lt; 10% y &gt; 5', 'Paro < 10% y > 5'],
  ['words in brackets', 'El <CECOT> abre', 'El <CECOT> abre'],
  [
    'script and style',
    'a<script>if (a < b) alert("</p>")</script>b<style>p { color: red }</style>c',
    'a b c',
  ],
  ['comments', 'a<!-- no <b> -->b<!--[if mso]><p>x</p><![endif]-->c', 'abc'],
  ['a bracket in an attribute', '<a title="a > b" href=\'x\'>enlace</a>', 'enlace'],
  ['a cut tag at the end', 'Lea más <a href="https://diario.example/no', 'Lea más'],
  ['an unknown entity', 'a &foo; b', 'a &foo; b'],
  ['foreign and custom elements', 'a <o:p>b</o:p> <amp-img src="x"></amp-img>c', 'a b c'],
  ['CDATA left in the text', '<![CDATA[Hola <b>a</b>]]> todos', 'Hola a todos'],
  ['invisible characters', 'pri\u00adsión\u200b \ufeffabierta\u0000', 'prisión abierta'],
  ['upper case', '<P>UNO</P><BR/>DOS', 'UNO DOS'],
])('%s', (_, html, text) => expect(plainText(html)).toBe(text));

test('text without markup passes unchanged, spaces aside', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-záéíóúñ0-9 .,;:¿?¡!()"'-]{0,80}$/), (text) => {
      expect(plainText(text)).toBe(text.replace(/\s+/g, ' ').trim());
    }),
  );
});

test('anything gives one line without known tags or control characters', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('<', '>', 'p', 'b', '/', '!', '-', '"', '=', ' ', '&', ';', 'x', '\n'),
      }),
      (html) => {
        expect(plainText(html)).toMatch(/^\S(?:.*\S)?$|^$/);
      },
    ),
  );
});

test.each([
  '<',
  '<p',
  '<!--a>',
  '<!--',
  '<a ="',
  "<a href='>",
  '<iframe>',
  '<svg><object>',
  '<script>',
  '&amp;',
  '&',
  '<div>',
  ' ',
  '<![CDATA[',
])('300 KB of %p end quickly', (piece) => {
  const start = performance.now();
  plainText(piece.repeat(Math.ceil(300_000 / piece.length)));
  expect(performance.now() - start).toBeLessThan(1_000);
});
