import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { linesOf, notebookText, parseNotebook } from '../../course/stored.ts';
import { isAirlabError } from '../../errors.ts';
import { failed, notebook, shown, stream } from './notebooks.ts';

test('text :: any order of keys :: the same bytes, keys sorted at every level', () => {
  const [one, other] = [
    notebook([shown({ b: { y: 1, x: 2 }, a: 'A' })]),
    notebook([shown({ a: 'A', b: { x: 2, y: 1 } })]),
  ];
  assert.is(notebookText(one), notebookText(other));
  assert.match(notebookText(one), /^\{\n "cells": \[\n {2}\{\n {3}"cell_type": "code",\n/);
  assert.match(notebookText(one), /\n\}\n$/);
});

test('text :: written and read :: the same notebook', () => {
  const before = notebook([stream('a\nb'), shown({ 'text/plain': ['x'] }), failed('TypeError')]);
  assert.equal(parseNotebook(notebookText(before), 'x.ipynb').cells[0]?.outputs?.[0], {
    output_type: 'stream',
    name: 'stdout',
    text: ['a\n', 'b'],
  });
  const again = parseNotebook(notebookText(before), 'x.ipynb');
  assert.is(notebookText(again), notebookText(parseNotebook(notebookText(again), 'x.ipynb')));
});

test('lines :: one string or a list :: each line with its end', () => {
  assert.equal(linesOf('a\nb\n'), ['a\n', 'b\n']);
  assert.equal(linesOf(['a\nb', 'c']), ['a\n', 'bc']);
  assert.equal(linesOf(undefined), []);
});

for (const [name, text] of [
  ['no JSON', '{'],
  ['an older format', '{"nbformat":4,"nbformat_minor":4,"cells":[]}'],
  ['a cell without an id', '{"nbformat":4,"nbformat_minor":5,"cells":[{"cell_type":"code"}]}'],
  [
    'an unknown output',
    '{"nbformat":4,"nbformat_minor":5,"cells":[{"id":"a","cell_type":"code","outputs":[{"output_type":"pyout"}]}]}',
  ],
] as const)
  test(`read :: ${name} :: is refused with the file's name`, () => {
    try {
      parseNotebook(text, 'x.ipynb');
      assert.unreachable();
    } catch (error) {
      assert.ok(isAirlabError(error), String(error));
      assert.match(error instanceof Error ? error.message : '', /^x\.ipynb/);
    }
  });

test.run();
