import type * as TypeScript from 'typescript';
import { completeness } from './completeness.ts';
import type { Question } from './messages.ts';
import { charactersFromUnits } from './text-offset.ts';
import type { Executor, Tslab } from './tslab.ts';

/** Answers what an editor asks: contents of `complete_reply`, `inspect_reply` and `is_complete_reply`. */
export function answerEditor(
  question: Question,
  executor: Pick<Executor, 'complete' | 'inspect'>,
  ts: Tslab['ts'],
): Record<string, unknown> {
  if (question.kind === 'is-complete') return { ...completeness(ts, question.code) };
  const { code, cursor } = question;
  if (question.kind === 'inspect') return hover(executor.inspect(code, cursor));
  const { start, end, candidates, original } = executor.complete(code, cursor);
  const kinds = new Map(original?.entries.map(({ name, kind }) => [name, kind]));
  const place = { start: charactersFromUnits(code, start), end: charactersFromUnits(code, end) };
  return {
    status: 'ok',
    cursor_start: place.start,
    cursor_end: place.end,
    matches: candidates,
    metadata: {
      // JupyterLab shows the kind beside each match.
      _jupyter_types_experimental: candidates.map((text) => ({
        ...place,
        text,
        type: kinds.get(text) ?? '',
      })),
    },
  };
}

function hover(info: TypeScript.QuickInfo | undefined): Record<string, unknown> {
  if (!info) return { status: 'ok', found: false, data: {}, metadata: {} };
  const signature = joined(info.displayParts);
  const notes = [joined(info.documentation), ...(info.tags ?? []).map(tagText)].filter(Boolean);
  return {
    status: 'ok',
    found: true,
    data: {
      'text/plain': [signature, ...notes].join('\n\n'),
      'text/markdown': [`\`\`\`typescript\n${signature}\n\`\`\``, ...notes].join('\n\n'),
    },
    metadata: {},
  };
}

const joined = (parts: readonly { readonly text: string }[] | undefined): string =>
  (parts ?? []).map(({ text }) => text).join('');

const tagText = ({ name, text }: TypeScript.JSDocTagInfo): string =>
  text?.length ? `@${name} ${joined(text)}` : '';
