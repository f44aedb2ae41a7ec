import type { LiveState } from './live.ts';

/** All that the screen of `npm start` says. */
export interface ScreenFacts {
  /** Address with its token, undefined when Jupyter does not run. */
  readonly labUrl: string | undefined;
  readonly labName: 'JupyterLab' | 'Notebook';
  readonly classroomUrl: string | undefined;
  readonly live: LiveState;
  /** Notebooks ask the real service, because AIRLAB_LIVE=1 is set. */
  readonly liveWanted: boolean;
  readonly log: string;
  readonly afterMs: number;
}

const LABEL_WIDTH = 16;

/** The one screen that `npm start` ends with: at most 80 columns, plain text. */
export function screen(facts: ScreenFacts): string {
  const ready = facts.labUrl ? 'airlab is ready' : 'airlab is ready, without Jupyter';
  return [
    '',
    `${ready}  (${(facts.afterMs / 1000).toFixed(1)} s)`,
    '',
    row(facts.labName, facts.labUrl ?? 'not running; the ways to it are above'),
    row('Classroom API', facts.classroomUrl ?? 'not running; the reason is above'),
    row('Data', dataLine(facts)),
    row('Open-Meteo', liveLine(facts)),
    row('Log', facts.log),
    '',
    ...nextLines(facts),
    row('Stop', 'Ctrl-C in this window ends all of it'),
    '',
  ].join('\n');
}

function dataLine({ classroomUrl, liveWanted }: ScreenFacts): string {
  if (liveWanted) return 'live, from Open-Meteo (AIRLAB_LIVE=1)';
  return classroomUrl ? 'simulated by airlab, and labelled so' : 'live, from Open-Meteo';
}

function liveLine({ live, liveWanted }: ScreenFacts): string {
  if (live === 'not asked') return 'not asked (--offline)';
  if (live === 'unreachable') return 'offline: no answer from here';
  return liveWanted ? 'live: it answers' : 'live: it answers; notebooks use it with AIRLAB_LIVE=1';
}

function nextLines({ labUrl }: ScreenFacts): string[] {
  return labUrl
    ? [
        row('Next', 'in Jupyter open a terminal (File > New > Terminal) and type'),
        row('', 'grade start exercise-pm25'),
      ]
    : [row('Next', 'in another terminal, in this folder, type'), row('', 'npx grade start exercise-pm25')];
}

function row(label: string, text: string): string {
  return `  ${label.padEnd(LABEL_WIDTH)}${text}`;
}
