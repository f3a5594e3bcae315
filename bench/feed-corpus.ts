const words =
  'la delegación visitó el centro penitenciario y el ministro anunció una reforma del sistema de cárceles durante su recorrido por las celdas de máxima seguridad según informó la presidencia del país en un comunicado que los familiares de los presos recibieron con esperanza mientras organizaciones de derechos humanos pidieron acceso'.split(
    ' ',
  );

/** Numbers in [0, 1) that repeat with the seed, so that every run measures the same feeds. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function sentence(random: () => number, length: number): string {
  const text = Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const page = (random: () => number): string =>
  Array.from(
    { length: 4 },
    (_, at) =>
      `<p class="texto">${sentence(random, 40)}. <a href="https://diario.example/n/${at}">${sentence(random, 4)}</a>, <strong>${sentence(random, 6)}</strong>.</p>\n<figure><img src="https://diario.example/f/${at}.jpg" alt="Foto"/></figure>`,
  ).join('\n');

const date = (feed: number, item: number): Date =>
  new Date(Date.UTC(2026, 9, 1 + (feed % 20), item % 24, item));

function rss(feed: number, random: () => number, full: boolean): string {
  const items = Array.from({ length: 30 }, (_, item) => {
    const link = `https://diario${feed}.example/2026/10/${item}-noticia?utm_source=rss`;
    return `<item><title>${sentence(random, 12)} &amp; más</title><link>${link}</link><guid isPermaLink="false">${feed}-${item}</guid><pubDate>${date(feed, item).toUTCString()}</pubDate><dc:creator><![CDATA[Redacción]]></dc:creator><category>Nacional</category><category>Cárceles</category><description><![CDATA[<p>${sentence(random, 60)}.</p>]]></description>${full ? `<content:encoded><![CDATA[${page(random)}]]></content:encoded>` : `<media:content url="https://diario.example/f.jpg" medium="image"/>`}</item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Diario ${feed}</title><link>https://diario${feed}.example</link><description>Noticias</description><language>es</language>${items.join('\n')}</channel></rss>`;
}

function atom(feed: number, random: () => number, full: boolean): string {
  const entries = Array.from({ length: 30 }, (_, item) => {
    const at = date(feed, item).toISOString();
    return `<entry><title type="html">${sentence(random, 12)}</title><link rel="alternate" type="text/html" href="https://diario${feed}.example/n/${item}"/><id>tag:diario${feed}.example,2026:${item}</id><published>${at}</published><updated>${at}</updated><author><name>Redacción</name></author><summary type="html">&lt;p&gt;${sentence(random, 60)}.&lt;/p&gt;</summary>${full ? `<content type="html"><![CDATA[${page(random)}]]></content>` : ''}</entry>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es"><title>Diario ${feed}</title><link href="https://diario${feed}.example/"/><id>tag:diario${feed}.example,2026:feed</id><updated>2026-10-01T00:00:00Z</updated>${entries.join('\n')}</feed>`;
}

/** 200 feeds of 30 entries (160 RSS, 40 Atom; half of them with full text), about 12 MB, the same every time. */
export const generatedFeeds = (count = 200): Buffer[] =>
  Array.from({ length: count }, (_, feed) => {
    const random = seeded(feed + 1);
    return Buffer.from(
      feed % 5 === 4 ? atom(feed, random, feed % 2 === 0) : rss(feed, random, feed % 2 === 0),
    );
  });
