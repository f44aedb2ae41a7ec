import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStarters } from '../../starters.ts';
import type { BotAnswer } from './bot.ts';

/**
 * What bots hand in: the model solution, the untouched starter, and answers of the zoo that stand alone. Their names say
 * whether they are right.
 */
export function rehearsalAnswers(home: string, exercise: string): readonly BotAnswer[] {
  const solution = readFileSync(join(home, 'solutions', `${exercise}.ts`), 'utf8');
  const starter = readStarters(home, exercise)['.ts'] ?? '';
  const zoo = join(home, 'grader/tests/answers', exercise === 'exercise-pm25' ? '.' : exercise);
  const names = existsSync(zoo)
    ? readdirSync(zoo).filter((name) => /^(right|wrong|hostile)-.*\.ts$/.test(name))
    : [];
  const standing = names.sort().flatMap((name): BotAnswer[] => {
    const source = readFileSync(join(zoo, name), 'utf8');
    const isAlone = source.trim() !== '' && !source.includes("from './");
    return !isAlone ? [] : [{ name, source, passes: name.startsWith('right-') }];
  });
  return [
    { name: 'solution', source: solution, passes: true },
    { name: 'starter', source: starter, passes: false },
    ...standing,
  ];
}
