import { test } from 'uvu';
import { quarter, testStored } from './stored-run.ts';

testStored(quarter(2));

test.run();
