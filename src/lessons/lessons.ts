import type { Lesson } from '../teaching/lesson.ts';
import { lesson as startHere } from './00-start-here.ts';
import { lesson as whyMlops } from './01-why-mlops.ts';
import { lesson as apis } from './02-apis.ts';
import { lesson as protocols } from './03-protocols.ts';
import { lesson as serve } from './04-serve.ts';
import { lesson as wrappers } from './05-wrappers.ts';
import { lesson as databases } from './06-databases.ts';
import { lesson as sql } from './07-sql.ts';
import { lesson as knowledgeGraphs } from './08-knowledge-graphs.ts';
import { lesson as webApp } from './09-web-app.ts';
import { lesson as competition } from './10-competition.ts';

/** The lessons that have questions and checks, in course order. */
export const lessons: readonly Lesson[] = [
  startHere,
  whyMlops,
  apis,
  protocols,
  serve,
  wrappers,
  databases,
  sql,
  knowledgeGraphs,
  webApp,
  competition,
];
