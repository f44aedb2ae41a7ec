import type { LessonEvent } from './events.ts';
import type { Check, Judgement, Option, Question } from './lesson.ts';
import type { Line, View } from './view.ts';

const plain = (text: string): Line => ({ text });
const dim = (text: string): Line => ({ text, kind: 'dim' });

/** A question with its options; no word on which is right. */
export function sayQuestion({ id, asks, options }: Question, how: string): View {
  return [
    { text: `${id}  ${asks}`, mark: '? question' },
    ...options.map(({ key, says }) => plain(`${key})  ${says}`)),
    dim(how),
  ];
}

/** After a prediction and before its cell ran: noted, nothing given away. */
export function sayNoted({ id, asks, options }: Question, choice: string): View {
  const said = options.find(({ key }) => key === choice)?.says ?? choice;
  return [plain(`${id}  ${asks}`), plain(`Noted: ${choice}) ${said}`), dim('Run the next cell and compare.')];
}

/** Right or not, and why each option tempts. The question stands there again: its own cell shows the letter only. */
export function sayReveal({ id, asks, options, right }: Question, choice: string): View {
  const isRight = choice === right;
  return [
    {
      text: `${id}  ${isRight ? `${choice} is right.` : `You said ${choice}; it is ${right}.`}`,
      mark: isRight ? '✓ passed' : '✗ not yet',
    },
    plain(asks),
    ...[...options].sort((a, b) => rank(a, right, choice) - rank(b, right, choice)).map(sayOption(right)),
  ];
}

const sayOption =
  (right: string) =>
  ({ key, says, why }: Option): Line =>
    plain(`${key}) ${ended(says)} ${key === right ? 'Right' : 'Tempting'}: ${why}`);

/** Options are sentences or parts of one. */
const ended = (says: string): string => (/[.?!]$/.test(says) ? says : `${says}.`);

const rank = ({ key }: Option, right: string, choice: string): number =>
  key === right ? 0 : key === choice ? 1 : 2;

/** Before a choice nothing is revealed. */
export function sayNotPredicted({ id }: Question): View {
  return [
    {
      text: `${id}  Write your letter into predict('${id}', '…') above, run it, then run this cell again.`,
      mark: '– not tried',
    },
  ];
}

/** What a check found, and the next step. */
export function sayJudgement({ id, title }: Check, judgement: Judgement): View {
  const heading = `${id}  ${title}`;
  switch (judgement.kind) {
    case 'passed':
      return [
        { text: heading, mark: '✓ passed' },
        ...(judgement.says === undefined ? [] : [plain(judgement.says)]),
      ];
    case 'not yet':
      return [
        { text: heading, mark: '✗ not yet' },
        plain(judgement.says),
        ...(judgement.mistake === undefined
          ? []
          : [plain(`This is consistent with ${judgement.mistake.says}.`)]),
        dim(`hint('${id}') gives a hint, one at a time.`),
      ];
    case 'not tried':
      return [
        { text: heading, mark: '– not tried' },
        plain(judgement.says ?? 'Fill in the cell above, run it, then run this one again.'),
      ];
    case 'could not check':
      return [
        { text: heading, mark: '– could not check' },
        plain(`${judgement.why} This is not your fault.`),
      ];
  }
}

/** The next rung, or all of them again when the ladder is spent. */
export function sayHint({ id, hints }: Check, taken: number): View {
  const text = hints[taken];
  if (text !== undefined)
    return [
      { text: `${id}  Hint ${taken + 1} of ${hints.length}`, kind: 'title' },
      rung(text, taken),
      dim(
        taken + 1 < hints.length
          ? `Once more: hint('${id}')`
          : `That was the last one. After a try: solution('${id}')`,
      ),
    ];
  return [
    { text: `${id}  All ${hints.length} hints`, kind: 'title' },
    ...hints.map(rung),
    dim(`After a try: solution('${id}')`),
  ];
}

const rung = (text: string, index: number): Line => (index === 2 ? { text, kind: 'code' } : plain(text));

/** A model answer, or what opens it. */
export function saySolution({ id, title, solution }: Check, tried: boolean): View {
  if (!tried)
    return [
      { text: `${id}  The solution opens after one try: run check('${id}', …) first.`, mark: '– not tried' },
      dim(`Stuck? hint('${id}')`),
    ];
  return [
    { text: `${id}  ${title}: one good answer`, kind: 'title' },
    { text: solution, kind: 'code' },
  ];
}

/** Events that an answer to a question leaves in the journal. */
export function choiceEvent(
  type: 'predicted' | 'recalled',
  { id, options, right }: Question,
  { choice, at }: { readonly choice: string; readonly at: string },
): LessonEvent {
  const misconception = options.find(({ key }) => key === choice)?.misconception;
  return {
    type,
    at,
    id,
    choice,
    right: choice === right,
    ...(misconception === undefined ? {} : { misconception }),
  };
}
