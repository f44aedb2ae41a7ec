// Stands alone, so that every Node that knows modules gets to the message.

const WANTED = [20, 19];

/** What to say when this Node is too old, else undefined. */
export function nodeTrouble(version, path) {
  const [major, minor] = version.split('.').map(Number);
  if (major > WANTED[0] || (major === WANTED[0] && minor >= WANTED[1])) return undefined;
  return {
    what: `airlab needs Node ${WANTED.join('.')} or newer; this is ${version} (${path}).`,
    ways: [
      'nvm install 22    (with nvm), then npm start again',
      'https://nodejs.org/en/download    (installer for every system)',
    ],
  };
}
