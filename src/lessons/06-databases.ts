import type { Lesson } from '../teaching/lesson.ts';
import { judgeKinds } from './06-databases/judge-kinds.ts';
import { judgeKnownAt } from './06-databases/judge-known-at.ts';
import { judgePipeline } from './06-databases/judge-pipeline.ts';
import { judgePromote } from './06-databases/judge-promote.ts';
import { predictions, recall } from './06-databases/questions.ts';

/** Lesson 06: which database for which need, and what a model needs of it. */
export const lesson: Lesson = {
  number: '06',
  title: 'Databases in MLOps',
  objectives: [
    { says: 'ask a store of documents for a mean, and say where its rules live', provedBy: '6.2' },
    { says: 'match a need with the kind of database that is made for it', provedBy: '6.4' },
    { says: 'join labels with features as they were known at the time', provedBy: '6.6' },
    { says: 'promote a model version and roll it back, all or nothing', provedBy: '6.8' },
  ],
  predictions,
  checks: [
    {
      id: '6.2',
      title: 'One blank: a mean in a pipeline',
      hints: [
        'The stage $group makes one document a city. Which accumulator makes one number of many, and of which field?',
        "It is written as in `{ $max: '$hour' }`: a $ before the accumulator, and one before the field.",
        "{ $group: { _id: '$place.city', mean: { $___: '$pm2_5' } } },",
      ],
      solution: `{ $group: { _id: '$place.city', mean: { $avg: '$pm2_5' } } },
// $avg leaves documents without the field, and nulls, out of the count.
// Rejected: $sum divided by 24. Right only when no hour is missing.`,
      judge: judgePipeline,
    },
    {
      id: '6.4',
      title: 'Eight needs, six kinds',
      hints: [
        'For each need: is it about rules, about free fields, about many machines, about time, about connections, or about a model?',
        'R when wrong data must be refused. W when every question names its partition. T for means over stretches of time. F when training and serving must see the same.',
        "const kinds = 'R_W_G_R_';",
      ],
      solution: `const kinds = 'RDWTGFRW';
// 8 is W: the room is the partition, time is the clustering key, and the newest 50 lie side by side.
// Rejected: T for the third. It is about time too, but no question asks for means over stretches.`,
      judge: judgeKinds,
    },
    {
      id: '6.6',
      title: 'Your own: a join that cannot see the future',
      hints: [
        'A sensor measured 66 at seven, and we heard of it at nine. What could a model that ran at half past seven use?',
        'Keep the rows of the same city with `seen <= label.at`. Among them the newest `hour` counts; sort, because the list has no order.',
        `const known = features.filter(({ city, seen }) => /* same city, known by then */);
known.sort(/* by hour */);
return known.at(-1)?.pm2_5 ?? null;`,
      ],
      solution: `function knownAt(features, label) {
  const known = features.filter(({ city, seen }) => city === label.city && seen <= label.at);
  known.sort((a, b) => (a.hour < b.hour ? -1 : 1));
  return known.at(-1)?.pm2_5 ?? null; // ?? and not ||, because 0 is a value
}
// Rejected: hour <= label.at. What was measured by then may have arrived later: that is the leak.`,
      judge: judgeKnownAt,
    },
    {
      id: '6.8',
      title: 'Your own: promote, and roll back',
      hints: [
        'Which two rows change? And what is in production when the program dies between the two?',
        'db.transaction(async () => { … }) takes everything back when an error is thrown inside. Look first whether the version is there.',
        `await db.transaction(async () => {
  const found = await db.query('SELECT 1 FROM model WHERE version = ?', [version]);
  if (/* not there */) throw new Error(\`there is no version \${version}\`);
  await db.query("UPDATE model SET stage = 'archived' WHERE /* … */");
  await db.query(/* the other one */, [version]);
});`,
      ],
      solution: `async function promote(db, version) {
  await db.transaction(async () => {
    const found = await db.query('SELECT 1 FROM model WHERE version = ?', [version]);
    if (found.length === 0) throw new Error(\`there is no version \${version}\`);
    await db.query("UPDATE model SET stage = 'archived' WHERE stage = 'production'");
    await db.query("UPDATE model SET stage = 'production' WHERE version = ?", [version]);
  });
}
// Rejected: DELETE of the old one. Then a rollback has nothing to go back to.`,
      judge: judgePromote,
    },
  ],
  recall,
};
