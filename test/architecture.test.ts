import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..');

const filesIn = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder)).flatMap((name) => {
    const file = path.join(folder, name);
    if (statSync(path.join(ROOT, file)).isDirectory()) return filesIn(file);
    return name.endsWith('.ts') ? [file] : [];
  });

const sources = ['src', 'lambdas', 'lib', 'bin'].flatMap(filesIn);

/** What a file imports: files of the repository by path, packages by name; types alone do not count as a dependency on a package. */
function importsOf(file: string): { target: string; typeOnly: boolean }[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const found = text.matchAll(
    /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/gms,
  );
  return [...found].map(([, type, from, dynamic]) => {
    const name = (from ?? dynamic)!;
    return {
      target: name.startsWith('.') ? path.join(path.dirname(file), name) : name,
      typeOnly: Boolean(type),
    };
  });
}

const all = sources.flatMap((file) => importsOf(file).map((entry) => ({ file, ...entry })));
const room = (file: string) =>
  file
    .split('/')
    .slice(0, file.startsWith('src/') ? 2 : 1)
    .join('/');
const offences = (wrong: (entry: (typeof all)[number]) => boolean) =>
  all.filter(wrong).map(({ file, target }) => `${file} imports ${target}`);

test('the source holds what the rules are about', () => {
  expect(sources.length).toBeGreaterThan(150);
  expect(all.length).toBeGreaterThan(500);
});

test('meaning imports nothing outside itself', () => {
  expect(
    offences(
      ({ file, target }) =>
        room(file) === 'src/meaning' &&
        !target.startsWith('src/meaning/') &&
        !['node:crypto', 'node:zlib'].includes(target),
    ),
  ).toEqual([]);
});

test('only the store speaks to DynamoDB, only mail to SES', () => {
  expect(
    offences(
      ({ file, target }) => /client-dynamodb|util-dynamodb/.test(target) && room(file) !== 'src/store',
    ),
  ).toEqual([]);
  expect(offences(({ file, target }) => /client-ses/.test(target) && room(file) !== 'src/mail')).toEqual([]);
});

test('only feeds, articles and the local machine open sockets', () => {
  const sockets = /^(undici|node:https?|node:net|node:tls|node:dgram)$/;
  expect(
    offences(
      ({ file, target, typeOnly }) =>
        !typeOnly && sockets.test(target) && !['src/feeds', 'src/articles', 'src/local'].includes(room(file)),
    ),
  ).toEqual([]);
});

test('the product knows neither the CDK nor the doors nor the command line', () => {
  expect(
    offences(
      ({ file, target }) =>
        file.startsWith('src/') &&
        !file.startsWith('src/local/') &&
        /^(lambdas|lib|bin)\/|aws-cdk-lib|^constructs$|aws-lambda$/.test(target),
    ),
  ).toEqual([]);
  expect(
    offences(
      ({ file, target }) => file.startsWith('lambdas/') && /^(lib|bin)\/|aws-cdk-lib|src\/local/.test(target),
    ),
  ).toEqual([]);
});

test('the stack takes of the product only names, schema, metrics and settings', () => {
  const allowed = /^(lambdas\/env|src\/store\/schema|src\/metrics|src\/settings)$/;
  expect(
    offences(
      ({ file, target }) =>
        file.startsWith('lib/') && /^(src|lambdas)\//.test(target) && !allowed.test(target),
    ),
  ).toEqual([]);
});

test('rooms do not import the local machine', () => {
  expect(
    offences(
      ({ file, target }) =>
        target.startsWith('src/local/') && !file.startsWith('src/local/') && !file.startsWith('bin/'),
    ),
  ).toEqual([]);
});

test('files are small: handlers at most 100 lines, none above 250 unless it is data', () => {
  const lines = (file: string) => readFileSync(path.join(ROOT, file), 'utf8').split('\n').length;
  const isData = (file: string) =>
    /\/(words|lexicon|gazetteer|assets)\//.test(file) || file.endsWith('words.ts');
  expect(sources.filter((file) => lines(file) > 250 && !isData(file))).toEqual([]);
  expect(filesIn('lambdas').filter((file) => lines(file) > 100)).toEqual([]);
});
