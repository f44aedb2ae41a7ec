import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Entry } from '../../../contest/event.ts';
import { contestFile } from '../../../contest/export/contest-file.ts';
import { csv } from '../../../contest/export/csv.ts';
import {
  openJournalFile,
  publicKeyOf,
  signingKey,
  signJournal,
} from '../../../contest/export/journal-file.ts';
import { reportPage } from '../../../contest/export/report-page.ts';
import { canvasCsv, moodleCsv, standingsCsv } from '../../../contest/export/tables.ts';
import { fold } from '../../../contest/fold.ts';
import { at, journal, judged, started, submitted } from '../story.ts';

const test = suite('contest export');

const joined = (person: string, nick: string) => [at(-5), { type: 'joined', person, nick }] as const;
const entries: readonly Entry[] = journal(
  joined('p1', 'Ada'),
  joined('p2', '=HYPERLINK("http://x","y")'),
  joined('p3', '</script><script>alert(1)</script>'),
  started,
  submitted('p1', 's1', at(4)),
  judged('s1', 82, at(4, 2), { mistakes: ['pm10'] }),
  submitted('p3', 's2', at(5)),
  judged('s2', 100, at(5, 2)),
);
const contest = fold(entries);

/** As a reader of RFC 4180 has it. */
const rowsOf = (text: string): string[][] =>
  text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
        .slice(0, -1)
        .map(([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)),
    );

test('csv :: quotes, and no formula is run', () => {
  assert.is(csv([['a,b', 'c"d', 'e\nf', -5, '-5', undefined]]), '\uFEFF"a,b","c""d","e\nf",-5,\'-5,\r\n');
});

test('standings :: the final ones', () => {
  const [head, first, second] = rowsOf(standingsCsv(contest));
  assert.equal(head?.slice(0, 4), ['place', 'nick', 'points', 'time s']);
  assert.equal(first?.slice(0, 4), ['1', '</script><script>alert(1)</script>', '100', '300']);
  assert.equal(second?.slice(0, 4), ['2', 'Ada', '82', '240']);
});

test('moodle and canvas :: in the shapes of their imports', () => {
  const moodle = rowsOf(moodleCsv(contest));
  assert.equal(moodle[0], ['username', 'exercise-pm25', 'exercise-pm25 feedback']);
  assert.equal(moodle[3], ['\'=HYPERLINK("http://x","y")', '0', 'place 3']);
  const canvas = rowsOf(canvasCsv(contest));
  assert.equal(canvas.slice(0, 2), [
    ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', 'exercise-pm25'],
    ['Points Possible', '', '', '', '', '100'],
  ]);
  assert.equal(canvas[3], ['Ada', '', '', 'Ada', '', '82']);
});

test('json :: the seed only when it is given', () => {
  assert.is(contestFile(contest, undefined).seed, undefined);
  assert.is(contestFile(contest, 'seed').standings.length, 3);
});

test('journal :: signed, checked, and counted again to the same standings', () => {
  const key = signingKey(Buffer.from('secret'));
  const text = JSON.stringify(signJournal('contest', entries, key));
  const file = openJournalFile(text);
  assert.is(file.publicKey, publicKeyOf(signingKey(Buffer.from('secret'))));
  assert.is(standingsCsv(fold(file.entries)), standingsCsv(contest));
  assert.not.ok(text.includes('secret'));
});

test('journal :: any change is found', () => {
  const file = signJournal('contest', entries, signingKey(Buffer.from('secret')));
  const changed: object[] = [
    { ...file, entries: file.entries.slice(0, -1) },
    { ...file, entries: file.entries.filter(({ id }) => id !== 4) },
    {
      ...file,
      entries: file.entries.map((entry) => (entry.id === 7 ? { ...entry, atMs: entry.atMs + 1 } : entry)),
    },
    { ...file, contest: 'another' },
    { ...file, publicKey: publicKeyOf(signingKey(Buffer.from('other'))) },
    { ...file, head: 'f'.repeat(64) },
    { format: 'airlab-journal-1' },
  ];
  for (const one of changed)
    assert.throws(
      () => openJournalFile(JSON.stringify(one)),
      (error: Error) => error.message.startsWith('The journal does not hold'),
    );
  assert.throws(() => openJournalFile('not JSON'));
});

test('report :: one page, every name as text', () => {
  const page = reportPage(contest, { vega: '/* vega */', vegaLite: '', vegaEmbed: '' });
  assert.not.match(page, /<script>alert\(1\)/);
  assert.match(page, /&#60;\/script&#62;/);
  assert.is(page.match(/<script>/g)?.length, 4);
  assert.match(page, /<td>Ada<\/td><td class="number">82<\/td><td>4:00<\/td>/);
  assert.match(page, /<td>pm10<\/td><td class="number">1<\/td>/);
});

test('report :: checks by their titles, in the order of the exercise, as chart and as table', () => {
  const titles = new Map([
    ['nulls', 'Missing hours'],
    ['hourly', 'The last 72 full hours'],
  ]);
  const page = reportPage(contest, { vega: '', vegaLite: '', vegaEmbed: '' }, titles);
  assert.match(page, /<td>The last 72 full hours<\/td><td class="number">\d+<\/td>/);
  assert.match(page, /"sort":\[(?:"Missing hours",)?"The last 72 full hours"/);
});

test('report :: of a contest that did not begin :: can be read', () => {
  assert.match(reportPage(fold(journal()), { vega: '', vegaLite: '', vegaEmbed: '' }), /It did not begin/);
});

test.run();
