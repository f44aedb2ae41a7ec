import { AirlabError } from '../errors.ts';

/** When a cell shows on slides, as Jupyter's `slideshow.slide_type`. */
export type SlideType = 'slide' | 'subslide' | 'fragment' | 'skip' | 'notes' | '-';

/** One piece of an annotated source. */
export interface SourceCell {
  readonly kind: 'text' | 'code';
  /** Stable: written by the author, or made of the heading and the place. */
  readonly id: string;
  readonly slide: SlideType;
  readonly tags: readonly string[];
  /** Forms that have this cell; every form when left out. */
  readonly only?: FormName;
  /** Line in the source file, from 1. */
  readonly line: number;
  readonly text: string;
}

export type FormName = 'student' | 'solved' | 'recall';

/** An annotated source, read. */
export interface LessonSource {
  /** Front matter: `lesson`, `title`, `minutes`, `needs`. */
  readonly facts: Readonly<Record<string, string>>;
  readonly cells: readonly SourceCell[];
}

const FENCE = /^```(\w*)\s*(.*)$/;
const SPLIT = /^<!--\s*cell\b(.*?)-->$/;

/**
 * Reads a lesson's source: Markdown in which every ```ts block is a code cell, the text between is a text cell, and
 * `<!-- cell slide id=why -->` begins a new text cell. Blocks in other languages stay in the text. Attributes, after
 * `cell` or after ```ts: `id=…`, `tags=a,b`, `only=solved`, and a slide type. Pure.
 *
 * @throws AirlabError `LESSON_SOURCE` with file and line for an open block, an unknown attribute or an id used twice.
 */
export function readSource(text: string, path: string): LessonSource {
  const { facts, lines, first } = frontMatter(text);
  const cells: SourceCell[] = [];
  let open = cell('text', '', first, path);
  const close = (): void => {
    const body = open.text.replace(/^\n+|\s+$/g, '');
    if (body !== '') cells.push({ ...open, text: body });
  };
  let fence: string | undefined;
  lines.forEach((line, index) => {
    const place = first + index;
    const [, language, attributes = ''] = FENCE.exec(line) ?? [];
    const split = SPLIT.exec(line);
    if (fence === undefined && language === 'ts') {
      close();
      open = cell('code', attributes, place, path);
      fence = 'ts';
    } else if (fence === 'ts' && line === '```') {
      close();
      open = cell('text', '', place + 1, path);
      fence = undefined;
    } else if (fence === undefined && split) {
      close();
      open = cell('text', split[1] ?? '', place, path);
    } else {
      if (language !== undefined && fence === undefined) fence = 'other';
      else if (line === '```') fence = undefined;
      open = { ...open, text: `${open.text}${line}\n` };
    }
  });
  if (fence === 'ts') throw wrong(path, open.line, 'a ```ts block is never closed');
  close();
  return { facts, cells: named(cells, path) };
}

function frontMatter(text: string): {
  readonly facts: Readonly<Record<string, string>>;
  readonly lines: readonly string[];
  readonly first: number;
} {
  const [, head, body = text] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  const rows = (head ?? '').split('\n').map((row) => /^(\w+):\s*(.*)$/.exec(row));
  return {
    facts: Object.fromEntries(rows.flatMap((row) => (row ? [[row[1] ?? '', row[2] ?? '']] : []))),
    lines: body.split('\n'),
    first: head === undefined ? 1 : head.split('\n').length + 3,
  };
}

const SLIDES: readonly string[] = ['slide', 'subslide', 'fragment', 'skip', 'notes', '-'];
const FORMS: readonly string[] = ['student', 'solved', 'recall'];

function cell(kind: SourceCell['kind'], attributes: string, line: number, path: string): SourceCell {
  const words = attributes.trim().split(/\s+/).filter(Boolean);
  const read = (name: string): string | undefined =>
    words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
  const stray = words.find((word) => !SLIDES.includes(word) && !/^(id|tags|only)=/.test(word));
  if (stray !== undefined) throw wrong(path, line, `"${stray}" is no attribute of a cell`);
  const only = read('only');
  if (only !== undefined && !isForm(only)) throw wrong(path, line, `there is no form "${only}"`);
  const slide = words.find(isSlide);
  return {
    kind,
    line,
    text: '',
    id: read('id') ?? '',
    slide: slide ?? '-',
    tags: read('tags')?.split(',') ?? [],
    ...(only === undefined ? {} : { only }),
  };
}

const isForm = (word: string): word is FormName => FORMS.includes(word);
const isSlide = (word: string): word is SlideType => SLIDES.includes(word);

/** Gives cells without an id one of the last heading above and their number below it, so that an edit elsewhere changes none. */
function named(cells: readonly SourceCell[], path: string): readonly SourceCell[] {
  const seen = new Set<string>();
  let section = 'top';
  let number = 0;
  return cells.map((one) => {
    const heading = one.kind === 'text' ? [...one.text.matchAll(/^#{1,3} (.+)$/gm)].at(-1)?.[1] : undefined;
    if (heading !== undefined) {
      section = slug(heading);
      number = 0;
    }
    number += 1;
    const id = one.id || `${section}-${number}`;
    if (seen.has(id)) throw wrong(path, one.line, `the id "${id}" is used twice; give one of them id=…`);
    seen.add(id);
    return { ...one, id };
  });
}

const slug = (heading: string): string =>
  heading
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40) || 'part';

function wrong(path: string, line: number, why: string): AirlabError {
  return new AirlabError(`${path}:${line}: ${why}.`, {
    code: 'LESSON_SOURCE',
    trouble: 'yours',
    hint: 'The form of a lesson is described in notebooks/source/README.md.',
  });
}
