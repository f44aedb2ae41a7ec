import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { airlabHome } from '../../home.ts';
import { isTold } from '../board.ts';
import { phaseAt } from '../clock.ts';
import { contestFile } from '../export/contest-file.ts';
import { signingKey, signJournal } from '../export/journal-file.ts';
import { type Drawing, reportPage } from '../export/report-page.ts';
import { canvasCsv, moodleCsv, standingsCsv } from '../export/tables.ts';
import type { Parts } from './parts.ts';

const CSV = 'text/csv; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

interface Export {
  readonly name: string;
  readonly type: string;
  readonly make: (parts: Parts) => string | Promise<string>;
}

const EXPORTS: Readonly<Record<string, Export>> = {
  csv: { name: 'standings.csv', type: CSV, make: ({ host }) => standingsCsv(host.contest) },
  moodle: { name: 'moodle.csv', type: CSV, make: ({ host }) => moodleCsv(host.contest) },
  canvas: { name: 'canvas.csv', type: CSV, make: ({ host }) => canvasCsv(host.contest) },
  json: { name: 'contest.json', type: JSON_TYPE, make: jsonOf },
  journal: { name: 'journal.json', type: JSON_TYPE, make: journalOf },
  report: {
    name: 'report.html',
    type: 'text/html; charset=utf-8',
    make: ({ host, exercise }) => reportPage(host.contest, drawing(), titlesOf(exercise)),
  },
};

/** Files for the instructor, to keep and to hand on. Registered behind the secret of the console. */
export async function exportRoutes(app: FastifyInstance, parts: Parts): Promise<void> {
  for (const [format, { name, type, make }] of Object.entries(EXPORTS))
    app.get(`/api/console/export/${format}`, async (_request, reply) => {
      const text = await make(parts);
      const file = `${parts.exercise.name}-${name}`;
      return reply.type(type).header('content-disposition', `attachment; filename="${file}"`).send(text);
    });
}

function titlesOf({ parts, trials }: Parts['exercise']): ReadonlyMap<string, string> {
  return new Map([...parts, ...trials].map(({ id, title }) => [id, title]));
}

/** The seed is told when the places are: before, it would tell the changed data. */
function jsonOf({ host, data }: Parts): string {
  const told = isTold(host.contest, phaseAt(host.contest, host.nowMs));
  return `${JSON.stringify(contestFile(host.contest, told ? data.seed : undefined), null, 2)}\n`;
}

async function journalOf({ journal, database, data }: Parts): Promise<string> {
  const entries = await journal.readAll();
  const { rows } = await database.query<{ secret_hash: Buffer }>(
    'SELECT secret_hash FROM airlab.contests WHERE contest = $1',
    [data.contest],
  );
  return `${JSON.stringify(signJournal(data.contest, entries, signingKey(rows[0]?.secret_hash ?? Buffer.alloc(0))), null, 1)}\n`;
}

function drawing(): Drawing {
  const read = (file: string): string => readFileSync(join(airlabHome(), 'node_modules', file), 'utf8');
  return {
    vega: read('vega/build/vega.min.js'),
    vegaLite: read('vega-lite/build/vega-lite.min.js'),
    vegaEmbed: read('vega-embed/build/vega-embed.min.js'),
  };
}
