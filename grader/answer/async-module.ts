/**
 * Turns esbuild's ES module output into CommonJS that allows top-level `await`: the body runs in an async function,
 * and every export is a function that waits for it. esbuild's output has one `export { … }` at its end and its
 * imports, all of Node's own modules, at line starts; nothing else is understood.
 *
 * @example asyncModule('const a = await 1;\nexport {\n  f\n};') // exports.f waits for the body, then calls f
 */
export function asyncModule(code: string): string {
  const names = exportedNames(code);
  const body = code
    .replace(
      EXPORT,
      (_, list: string) => `return { ${list.split(',').map(asProperty).filter(Boolean).join(', ')} };`,
    )
    .replace(IMPORT, (_, what: string | undefined, from: string) => asRequire(what, from));
  const wrappers = names.map(
    (name) => `${JSON.stringify(name)}: async (...args) => (await ready)[${JSON.stringify(name)}](...args)`,
  );
  // The wrapper adds no line before the body, so positions of the source map stay right.
  return `const ready = (async () => { ${body}\n})();\nready.catch(() => {});\nmodule.exports = { ${wrappers.join(', ')} };\n`;
}

const EXPORT = /^export \{([\s\S]*?)\};$/m;
const IMPORT = /^import (?:([^"';]+?) from )?"([^"]+)";$/gm;

function exportedNames(code: string): string[] {
  const list = EXPORT.exec(code)?.[1] ?? '';
  return list
    .split(',')
    .map(
      (item) =>
        item
          .trim()
          .split(/\s+as\s+/)
          .at(-1) ?? '',
    )
    .filter((name) => name !== '');
}

function asProperty(item: string): string {
  const [local, exported = local] = item.trim().split(/\s+as\s+/);
  return local ? `${JSON.stringify(exported)}: ${local}` : '';
}

function asRequire(what: string | undefined, from: string): string {
  const module = `require(${JSON.stringify(from)})`;
  if (what === undefined) return `${module};`;
  const names = /\{([\s\S]*)\}/.exec(what)?.[1];
  const rest = what.replace(/\{[\s\S]*\}/, '').split(',');
  const statements = rest
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => `const ${part.replace(/^\*\s+as\s+/, '')} = ${module};`);
  if (names) statements.push(`const { ${names.replaceAll(/\s+as\s+/g, ': ')} } = ${module};`);
  return statements.join(' ');
}
