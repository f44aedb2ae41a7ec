// What a person reads when a step failed: what happened, the ways on, where the details are.

/**
 * @param {{ what: string, ways: readonly string[], log?: string }} trouble
 * @example troubleText({ what: 'Port 8888 is taken.', ways: ['npm start -- --port 8890'] })
 */
export function troubleText({ what, ways, log }) {
  const lines = [`✗ ${what}`];
  ways.forEach((way, index) => {
    lines.push(`  ${index === 0 ? 'Try' : ' or'}  ${way}`);
  });
  if (log) lines.push(`  Log  ${log}`);
  return lines.join('\n');
}
