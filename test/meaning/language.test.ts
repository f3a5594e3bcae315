import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { identifyLanguage } from '../../src/meaning/language';

test.each([
  ['es', 'Ministro llega a Quito'],
  ['es', 'Diputados hondureños recorren penal salvadoreño'],
  ['es', 'La OEA inspecciona cárceles'],
  ['en', 'El Salvador to host Jamaican delegation'],
  ['en', 'Bukele hails visit from La Paz mayor'],
  ['en', 'Costa Rica prison chief in San José talks'],
  ['en', 'Inmates riot in Puerto Rico'],
  ['pt', 'Senadores visitam presídio em El Salvador'],
  ['pt', 'Governador do Rio viaja a San Salvador'],
  ['pt', 'Rebelião deixa mortos em Manaus'],
  ['fr', 'Le ministre en visite à San Salvador'],
  ['fr', 'Guyane : une prison pour les narcos'],
  ['fr', 'Des députés chez Bukele'],
  ['other', 'Il ministro della Giustizia ha visitato il carcere di Rebibbia insieme a una delegazione'],
  ['other', 'Der Justizminister hat gestern das Gefängnis in San Salvador besucht'],
  ['other', 'Minis Lajistis la te vizite prizon an ak yon delegasyon'],
  ['other', 'Министр юстиции посетил тюрьму'],
  ['other', '法務大臣が刑務所を視察'],
  ['other', '2024 – 15:30'],
  ['other', ''],
])('%s: %s', (lang, text) => {
  expect(identifyLanguage(text)).toBe(lang);
});

test('titles of the seen stories, at least 99 of 100', () => {
  const stories = ['seen-ordinary', 'seen-varied'].flatMap((name) =>
    readFileSync(join(__dirname, `../corpus/${name}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { lang: string; title: string }),
  );
  const right = stories.filter(({ lang, title }) => identifyLanguage(title) === lang);
  expect(right.length / stories.length).toBeGreaterThanOrEqual(0.99);
});
