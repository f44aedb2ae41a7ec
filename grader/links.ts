import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Folders of others, and what is copied or made into pages elsewhere, besides those that begin with a dot. */
const SKIPPED = ['node_modules', 'dist', 'fixtures', 'starters', 'source', 'book'];
const LINK = /\]\((?!https?:|mailto:|data:|attachment:)([^)\s]+)(?:\s+"[^"]*")?\)/g;

/**
 * Links of the kit's pages and notebooks that lead nowhere: a file that is not there, or a heading that the page does
 * not have.
 *
 * @example brokenLinks(home) // ['README.md links to docs/old.md, which does not exist']
 */
export function brokenLinks(home: string): string[] {
  return pagesIn(home).flatMap((path) => {
    const text = markdownOf(path);
    return [...text.matchAll(LINK)].flatMap(([, target = '']) => {
      const [file = '', heading = ''] = target.split('#');
      const page = file === '' ? path : join(dirname(path), decodeURI(file));
      const from = relative(home, path).replaceAll('\\', '/');
      if (!existsSync(page)) return [`${from} links to ${target}, which does not exist`];
      return heading === '' || !page.endsWith('.md') || headingsOf(markdownOf(page)).includes(heading)
        ? []
        : [`${from} links to ${target}, but there is no such heading`];
    });
  });
}

function pagesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !SKIPPED.includes(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return pagesIn(path);
      return /\.(md|ipynb)$/.test(entry.name) ? [path] : [];
    })
    .sort();
}

/** A page as it is, or the text cells of a notebook; code between backticks is not read. */
function markdownOf(path: string): string {
  const text = readFileSync(path, 'utf8');
  const markdown = path.endsWith('.ipynb') ? textCells(text) : text;
  return markdown.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
}

function textCells(text: string): string {
  const notebook: { cells?: { cell_type?: string; source?: string | string[] }[] } = JSON.parse(text);
  return (notebook.cells ?? [])
    .filter((cell) => cell.cell_type === 'markdown')
    .map(({ source = '' }) => [source].flat().join(''))
    .join('\n\n');
}

/** As GitHub makes anchors of headings. */
const headingsOf = (markdown: string): string[] =>
  [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
