import { test } from 'uvu';
import { quarter, testStored } from './stored-run.ts';

testStored(quarter(4));

test.run();
