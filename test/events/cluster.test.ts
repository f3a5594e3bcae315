import { decide, joinEvent, startEvent } from '../../src/events/cluster';
import { groupStories } from '../../src/events/group';
import { sketch } from '../../src/events/sketch';
import { aStory } from '../support/story';

const tour = {
  title: 'Ministros ecuatorianos recorren el Cecot',
  summary: 'Gian Carlo Loffredo y John Reimberg visitaron la megacárcel salvadoreña.',
};
const tourEn = {
  title: 'Ecuador ministers tour CECOT mega-prison',
  summary: 'Gian Carlo Loffredo and John Reimberg walked through the Salvadoran complex.',
  lang: 'en' as const,
};

test('one visit told in two languages is one event', () => {
  const a = sketch(aStory({ id: 'a', ...tour }));
  const b = sketch(aStory({ id: 'b', ...tourEn, published: '2026-11-18T01:00:00.000Z' }));
  const ids = groupStories([b, a]);
  expect(ids.get('a')).toBe(ids.get('b'));
});

test('two visits to one prison by different countries are two events', () => {
  const a = sketch(aStory({ id: 'a', ...tour }));
  const b = sketch(
    aStory({
      id: 'b',
      title: 'Ministro paraguayo visita el Cecot',
      countries: ['PY', 'SV'],
      visit: { visitors: ['PY'], officials: [{ name: 'Enrique Riera', role: 'ministro del Interior' }] },
    }),
  );
  const ids = groupStories([a, b]);
  expect(ids.get('a')).not.toBe(ids.get('b'));
});

test('two trips of one minister three weeks apart are two events', () => {
  const a = sketch(aStory({ id: 'a', title: 'Reimberg recorre el Cecot' }));
  const b = sketch(
    aStory({
      id: 'b',
      title: 'Reimberg vuelve a El Salvador para firmar un convenio',
      published: '2026-12-09T12:00:00.000Z',
      visit: { date: '2026-12-08' },
    }),
  );
  const ids = groupStories([a, b]);
  expect(ids.get('a')).not.toBe(ids.get('b'));
});

test('announcement, visit and report-back are one event whose status moves on', () => {
  const announced = sketch(
    aStory({
      id: 'a',
      title: 'Ministros viajarán a conocer el Cecot',
      published: '2026-11-14T12:00:00.000Z',
      visit: { status: 'announced' },
    }),
  );
  const done = sketch(aStory({ id: 'b', ...tour }));
  const first = startEvent(announced);
  expect(decide(done, [first])).toMatchObject({ kind: 'join', eventId: first.id });
  const event = joinEvent(first, done);
  expect(event.visit?.status).toBe('completed');
  expect(event.timeline.map((entry) => entry.status)).toEqual(['announced', 'completed']);
  expect(event.update).toBe(1);
});

test('a late announcement does not undo a completed visit', () => {
  const done = startEvent(sketch(aStory({ id: 'a', ...tour })));
  const late = sketch(
    aStory({
      id: 'b',
      title: 'Ministros visitarán el Cecot',
      published: '2026-11-17T15:00:00.000Z',
      visit: { status: 'announced' },
    }),
  );
  const event = joinEvent(done, late);
  expect(event.visit?.status).toBe('completed');
  expect(event.update).toBe(0);
});

test('wire copies count as one voice', () => {
  const wire =
    'Los ministros de Defensa y del Interior recorrieron este martes los módulos del Centro de Confinamiento del Terrorismo junto con autoridades salvadoreñas y conocieron los controles de ingreso, la vigilancia y el régimen de los internos, informó la presidencia en un comunicado difundido por la tarde.';
  const other = sketch(aStory({ id: 'o', visit: { facility: 'CECOT', visitors: ['EC'] }, ...tourEn }));
  const copies = ['a', 'b', 'c'].map((id) =>
    sketch(aStory({ id, ...tour, body: wire, visit: { visitors: ['EC', 'CO'] } })),
  );
  const event = [copies[1]!, copies[2]!, other].reduce(joinEvent, startEvent(copies[0]!));
  expect(event.stories.filter((story) => story.copyOf)).toHaveLength(2);
  expect(event.visit?.visitors).toEqual(['EC', 'CO']);
  const against = joinEvent(
    event,
    sketch(aStory({ id: 'p', title: 'Loffredo y Reimberg en el Cecot', visit: { visitors: ['EC'] } })),
  );
  expect(against.visit?.visitors).toEqual(['EC']);
});

test('a recap of many visits starts no event', () => {
  const recap = sketch(
    aStory({
      id: 'r',
      title: 'Catorce políticos que pasaron por la megacárcel',
      visit: { visitors: ['AR', 'CL', 'CR', 'EC', 'US'], officials: [] },
    }),
  );
  expect(decide(recap, [])).toEqual({ kind: 'recap' });
});

test.each([
  ['Los catorce políticos que han recorrido la megacárcel desde 2023', ''],
  ['Who has been inside CECOT', 'Fifteen officials from nine countries have toured the prison so far.'],
  ['Quem já passou pelo Cecot', 'Desde 2023, doze ministros estrangeiros visitaram o presídio.'],
])('%s belongs to no event', (title, summary) => {
  const one = startEvent(sketch(aStory({ id: 'a', ...tour })));
  expect(decide(sketch(aStory({ id: 'r', title, summary })), [one])).toEqual({ kind: 'recap' });
});

test('a visit by many ministers is no recap', () => {
  const story = sketch(
    aStory({
      id: 'm',
      title: 'Cinco ministros centroamericanos recorren el Cecot',
      summary: 'Llegaron el martes.',
    }),
  );
  expect(decide(story, [])).toEqual({ kind: 'new' });
});

test('a story already in the event changes nothing', () => {
  const story = sketch(aStory({ id: 'a', ...tour }));
  const event = startEvent(story);
  expect(joinEvent(event, story)).toBe(event);
});

test('grouping does not depend on the order in which stories come', () => {
  const stories = [
    sketch(aStory({ id: 'a', ...tour })),
    sketch(aStory({ id: 'b', ...tourEn, published: '2026-11-18T01:00:00.000Z' })),
    sketch(aStory({ id: 'c', title: 'Motín en Támara', kinds: ['security-incident'], countries: ['HN'] })),
  ];
  const forwards = groupStories(stories);
  const backwards = groupStories(stories.toReversed());
  expect([...backwards].sort()).toEqual([...forwards].sort());
});

test('a planned visit that is put off is the same event, even where only the surname is left', () => {
  const announced = sketch(
    aStory({
      title: 'La ministra de Seguridad visitará el Cecot el 3 de diciembre',
      summary: 'Carolina Etcheverry viajará a San Salvador para conocer la cárcel de Tecoluca.',
      visit: {
        visitors: ['AR'],
        status: 'announced',
        date: '2026-12-03',
        officials: [{ name: 'Carolina Etcheverry', role: 'ministra de Seguridad' }],
      },
    }),
  );
  const putOff = sketch(
    aStory({
      title: 'Etcheverry posterga su visita para el 10 de diciembre',
      summary: 'El debate del presupuesto la obligó a mover una semana el viaje a El Salvador.',
      published: '2026-11-18T12:00:00.000Z',
      visit: { visitors: ['AR'], status: 'postponed', date: '2026-12-10', officials: [] },
    }),
  );
  expect(joinEvent(startEvent(announced), putOff).visit).toMatchObject({
    status: 'postponed',
    date: '2026-12-10',
  });
  expect(new Set(groupStories([announced, putOff]).values()).size).toBe(1);
});

test('briefs in two languages that give the same numbers are one event', () => {
  const parts = {
    kinds: ['prisoner-transfer' as const],
    countries: ['BR'],
    published: '2026-11-17T02:00:00.000Z',
  };
  const pt = sketch(
    aStory({
      ...parts,
      lang: 'pt',
      title: 'Nove chefes de facção são transferidos para presídio federal em Brasília',
    }),
  );
  const en = sketch(
    aStory({ ...parts, lang: 'en', title: 'Brazil moves nine gang leaders to federal lockup' }),
  );
  const ids = groupStories([pt, en]);
  expect(ids.get(pt.id)).toBe(ids.get(en.id));
});

test('a refusal told by two outlets is not undone by a third that was misread', () => {
  const told = (id: string, hour: number, status: 'denied' | 'completed') =>
    sketch(
      aStory({
        id,
        title: `Senadores ante el penal ${id}`,
        published: `2026-11-17T1${hour}:00:00.000Z`,
        visit: { status },
      }),
    );
  const refused = joinEvent(startEvent(told('a', 0, 'denied')), told('b', 1, 'denied'));
  expect(joinEvent(refused, told('c', 2, 'completed')).visit?.status).toBe('denied');
  const later = joinEvent(joinEvent(refused, told('c', 2, 'completed')), told('d', 3, 'completed'));
  expect(later.visit?.status).toBe('completed');
});
