import type { Bundle } from '../display/bundle.ts';
import { escapeHtml } from '../display/html.ts';

/** One paragraph of what a teaching tool says. */
export interface Line {
  readonly text: string;
  readonly kind?: 'title' | 'plain' | 'code' | 'dim';
  /** Mark in front: a sign and a word, so that colour is never needed. */
  readonly mark?: '✓ passed' | '✗ not yet' | '– not tried' | '– could not check' | '? question' | '→ next';
}

/** What a teaching tool says: the same lines for a notebook and for a terminal. */
export type View = readonly Line[];

/** A view as one Jupyter bundle: HTML without script or style sheet, and the same as plain text. */
export function bundleOf(view: View): Bundle {
  return { data: { 'text/html': htmlOf(view), 'text/plain': textOf(view) }, metadata: {} };
}

/** A view as plain text. */
export function textOf(view: View): string {
  return view
    .map(({ text, mark, kind }) => {
      const lead = mark === undefined ? '' : `${mark}: `;
      return kind === 'code' ? text.replace(/^/gm, '    ') : lead + text;
    })
    .join('\n');
}

function htmlOf(view: View): string {
  return `<div role="note">${view.map(lineHtml).join('')}</div>`;
}

function lineHtml({ text, mark, kind = 'plain' }: Line): string {
  if (kind === 'code') return `<pre><code>${escapeHtml(text)}</code></pre>`;
  const lead = mark === undefined ? '' : `<strong>${escapeHtml(mark)}:</strong> `;
  const body = escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
  if (kind === 'title') return `<p>${lead}<strong>${body}</strong></p>`;
  return kind === 'dim' ? `<p>${lead}<small>${body}</small></p>` : `<p>${lead}${body}</p>`;
}
