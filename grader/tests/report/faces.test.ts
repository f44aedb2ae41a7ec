import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { UsageError } from '../../../src/errors.ts';
import { exitCodeOf, failureOf, renderJson } from '../../report/json.ts';
import { renderJunit } from '../../report/junit.ts';
import { renderNotebook } from '../../report/notebook.ts';
import type { Report } from '../../report/report.ts';
import { reports } from './reports.ts';

const schema = JSON.parse(readFileSync(new URL('../../report/schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  strictRequired: false,
}).compile(schema);
const moment = { nowMs: Date.parse('2026-11-24T09:02:01.000Z') };
const all = Object.entries(reports);

function named(name: string): Report {
  const report = reports[name];
  if (!report) throw new Error(`no report ${name}`);
  return report;
}

const json = suite('report :: json');

for (const [name, report] of all) {
  json(`schema :: ${name}`, () => {
    validate(JSON.parse(renderJson(report)));
    assert.equal(validate.errors ?? [], []);
  });
}

json('schema :: failure', () => {
  for (const error of [new UsageError('There is no …', 'Try …'), new TypeError('bug'), 'thrown text']) {
    validate(JSON.parse(renderJson(failureOf(error))));
    assert.equal(validate.errors ?? [], []);
  }
});

json('schema :: refuses what is no report', () => {
  const { verdict: _verdict, ...without } = named('passed');
  assert.not(validate(without));
  assert.not(validate({ ...named('passed'), verdict: 'failed' }));
  assert.not(validate({ ...named('passed'), extra: 1 }));
});

json('exit code :: by verdict', () => {
  assert.is(exitCodeOf(named('passed')), 0);
  assert.is(exitCodeOf(named('not-yet')), 1);
  assert.is(exitCodeOf(named('could-not-check')), 3);
  assert.is(failureOf(new UsageError('a', 'b')).exitCode, 2);
  assert.is(failureOf(new TypeError('a')).exitCode, 70);
});

json.run();

const junit = suite('report :: junit');
const parser = new XMLParser({
  ignoreAttributes: false,
  parseAttributeValue: true,
  isArray: (name) => name.startsWith('test') && name !== 'testsuites',
});

for (const [name, report] of all) {
  junit(`valid :: ${name}`, () => {
    const xml = renderJunit(report);
    assert.is(XMLValidator.validate(xml), true);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids them
    assert.not.match(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\p{Cs}/u);
    const { testsuites } = parser.parse(xml);
    const cases = testsuites.testsuite.flatMap((one: { testcase: unknown[] }) => one.testcase);
    assert.is(cases.length, report.rows.length);
    assert.is(testsuites['@_tests'], report.rows.length);
    const count = (outcome: string): number => report.rows.filter((row) => row.outcome === outcome).length;
    assert.is(cases.filter((one: object) => 'failure' in one).length, count('failed'));
    assert.is(cases.filter((one: object) => 'skipped' in one).length, count('unchecked'));
    assert.is(testsuites['@_failures'], count('failed'));
    assert.is(testsuites['@_skipped'], count('unchecked'));
  });
}

junit('failure :: carries the sentence and the mistake', () => {
  const xml = renderJunit(named('not-yet'));
  assert.match(xml, 'differs from 2026-11-23T22:00Z on');
  assert.match(xml, 'reading local time as UTC');
});

junit.run();

const notebook = suite('report :: notebook');

for (const [name, report] of all) {
  notebook(`plain tags :: ${name}`, () => {
    const { html, text, exitCode } = renderNotebook(report, 1, moment);
    assert.is(exitCode, 1);
    assert.match(text, report.next.slice(0, 20));
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/g)].map((match) => match[1]));
    const allowed = 'div p strong br code table thead tbody tr th td img details summary pre ul li'.split(
      ' ',
    );
    assert.equal(
      [...tags].filter((tag) => !allowed.includes(tag ?? '')),
      [],
    );
    assert.not.match(html.replace(/src="data:[^"]*"/g, ''), /<script|onerror=(?!alert\(1\)&gt;)/);
    assert.ok(
      XMLValidator.validate(html.replace(/<(img [^>]*|br)>/g, '<$1/>')) === true,
      'tags do not close',
    );
  });
}

notebook('plot :: image with words and a text table', () => {
  const { html } = renderNotebook(named('not-yet'), 1, moment);
  const [, base64 = '', alt = ''] =
    /<img src="data:image\/svg\+xml;base64,([^"]+)" alt="([^"]+)"/.exec(html) ?? [];
  const svg = Buffer.from(base64, 'base64').toString();
  assert.is(XMLValidator.validate(svg), true);
  assert.match(svg, 'stroke-dasharray="6 3"');
  assert.match(alt, 'They part at 2026-11-23T22:00Z: expected 11.9, yours 14.5');
  const left = ' style="text-align: left"';
  assert.match(html, `<th${left}>hour</th><th${left}>expected</th><th${left}>yours</th>`);
});

notebook('text of a student :: is escaped', () => {
  const { html } = renderNotebook(named('hostile'), 1, moment);
  assert.match(html, '&lt;img src=x onerror=alert(1)&gt;');
  assert.match(html, '&lt;/pre&gt;&lt;script&gt;alert(2)');
});

notebook('simulated data :: said in bold', () => {
  const { html } = renderNotebook(named('hard-coded'), 1, moment);
  assert.match(html, '<strong>SIMULATED data, not a measurement: Open-Meteo did not answer.</strong>');
});

notebook.run();
