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

/** What to say when a file could not be written, undefined for every other error. */
export function diskTrouble(error) {
  if (/^(ENOSPC|EDQUOT)$/.test(error.code))
    return {
      what: 'The disk is full.',
      ways: ['free some space (about 700 MB in all), then npm start again'],
    };
  if (/^(EACCES|EPERM|EROFS)$/.test(error.code))
    return {
      what: `A file could not be written: ${error.path || error.message}`,
      ways: ['copy the folder to one of yours: cp -r . ~/airlab && cd ~/airlab && npm start'],
    };
  return undefined;
}
