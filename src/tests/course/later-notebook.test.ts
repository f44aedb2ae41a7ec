import { test } from 'uvu';
import { lessons, testStored } from './stored-run.ts';

testStored(lessons.slice(Math.ceil(lessons.length / 2)).map(({ name }) => name));

test.run();
