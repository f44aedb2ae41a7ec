import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runLogged } from '../../../build/run.mjs';
import { type BookPlace, makeBook } from '../../../course/book/book.ts';
import { readCourse } from '../../../course/course.ts';
import { notebookText } from '../../../course/stored.ts';
import { root as repository } from '../../kernel/jupyter.ts';
import { code, type MiniCourse, miniCourse, sourceText } from '../mini-course.ts';

const test = suite('book');
const log = { path: 'the.log', fd: 1, write: () => undefined };
const progress = { step: () => ({ note: () => undefined, end: () => undefined }) };

/** A course with one lesson whose notebooks are stored and one whose are not. */
function course(): MiniCourse {
  const made = miniCourse({
    'notebooks/source/01-tiny.md': sourceText(`Smog over Beijing.\n\n${code('1 + 1;')}`),
  });
  for (const { forms } of readCourse(made.root, []))
    for (const { path, notebook } of forms) made.write(path, notebookText(notebook));
  made.write('notebooks/source/02-more.md', sourceText('', '02'));
  return made;
}

/** Makes the book; returns the exit code and what was printed. */
async function making(
  { root }: MiniCourse,
  run: BookPlace['processes']['runLogged'],
): Promise<{ exitCode: number; printed: string }> {
  const printed: string[] = [];
  const writers = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write }));
  for (const { stream } of writers)
    stream.write = (text: string | Uint8Array): boolean => printed.push(String(text)) > 0;
  try {
    const exitCode = await makeBook({
      ...{ root, log, progress, env: process.env },
      processes: { runLogged: run },
    });
    return { exitCode, printed: printed.join('') };
  } finally {
    for (const { stream, write } of writers) stream.write = write;
  }
}

test('no registry :: one message, exit code 3, no book', async () => {
  const made = course();
  const { exitCode, printed } = await making(made, async ({ args, onLine }) => {
    if (!args.includes('pip')) return 0;
    onLine?.('WARNING: Retrying after connection broken by NewConnectionError');
    return 1;
  });
  assert.is(exitCode, 3);
  assert.match(printed, /could not reach the Python package index.*\n.*npm run book again/);
  assert.is(printed.match(/✗/g)?.length, 1);
  assert.not(existsSync(join(made.root, 'book')));
  made.remove();
});

test('installed once :: the second book asks no registry; a warning of Sphinx is told', async () => {
  const made = course();
  const asked: string[] = [];
  const run: BookPlace['processes']['runLogged'] = async ({ args, onLine }) => {
    asked.push(args[1] ?? '');
    if (args[1] === 'venv') {
      const bin = join(made.root, '.airlab/book-venv', process.platform === 'win32' ? 'Scripts' : 'bin');
      mkdirSync(bin, { recursive: true });
      writeFileSync(join(bin, process.platform === 'win32' ? 'python.exe' : 'python'), '');
    }
    if (args[1] === 'sphinx') {
      mkdirSync(args.at(-1) ?? '', { recursive: true });
      writeFileSync(join(args.at(-1) ?? '', 'index.html'), '');
      onLine?.(`${args.at(-2)}/01-tiny.ipynb:3: WARNING: no target`);
    }
    return 0;
  };
  const first = await making(made, run);
  assert.equal(asked, ['venv', 'pip', 'sphinx']);
  assert.is(first.exitCode, 1);
  assert.match(first.printed, 'left out: 02-more');
  assert.match(first.printed, '✗ 01-tiny.ipynb:3: WARNING: no target');
  await making(made, run);
  assert.equal(asked.slice(3), ['sphinx']);
  made.remove();
});

const venv = join(repository, '.airlab/book-venv');
const isReady = existsSync(join(venv, '.airlab'));
if (!isReady) console.log('skipped: Sphinx is not installed in .airlab/book-venv; npm run book does it');
(isReady ? test : test.skip)(
  'real Sphinx :: pages that ask no server, searchable, titles in order',
  async () => {
    const made = course();
    mkdirSync(join(made.root, '.airlab'));
    symlinkSync(venv, join(made.root, '.airlab/book-venv'), 'junction');
    const { exitCode, printed } = await making(made, runLogged);
    assert.is(exitCode, 0, printed);
    const pages = readdirSync(join(made.root, 'book')).filter((name) => name.endsWith('.html'));
    for (const page of ['index.html', '01-tiny.html', 'search.html']) assert.ok(pages.includes(page), page);
    for (const page of pages) {
      const html = readFileSync(join(made.root, 'book', page), 'utf8');
      assert.not.match(html, /<(script|link|img)[^>]*(src|href)="(https?:)?\/\//, page);
      assert.match(html, 'name="viewport"');
    }
    assert.match(readFileSync(join(made.root, 'book/searchindex.js'), 'utf8'), 'beij');
    assert.match(readFileSync(join(made.root, 'book/index.html'), 'utf8'), '01 Tiny');
    made.remove();
  },
);

test.run();
