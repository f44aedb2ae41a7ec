// What may follow `npm start --`.
import * as util from 'node:util';

export const usage = `npm start -- [options]

Opens JupyterLab on the notebooks, with the classroom API beside it.

  --no-browser   print the address, open no browser
  --port PORT    the port of JupyterLab (else 8888 or the next free one)
  --offline      everything that is started asks the classroom API instead
                 of Open-Meteo, the command grade included
  --help         this text

Ctrl-C stops everything that it started. AIRLAB_LIVE=1 npm start lets the
notebooks ask the real Open-Meteo.`;

/**
 * @returns {{ help: boolean, browser: boolean, offline: boolean, port: number | undefined }}
 * @throws Error with a sentence for the person when an option is unknown or the port is none.
 */
export function readOptions(args) {
  const { values } = util.parseArgs({
    args,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      'no-browser': { type: 'boolean', default: false },
      offline: { type: 'boolean', default: false },
      port: { type: 'string' },
    },
  });
  if (values.port !== undefined && !isPort(values.port))
    throw new Error(`--port wants a number from 1 to 65535, not '${values.port}'.`);
  return {
    help: values.help,
    browser: !values['no-browser'],
    offline: values.offline,
    port: values.port === undefined ? undefined : Number(values.port),
  };
}

/**
 * `npm start --port=8890`, typed without the two dashes before: npm takes it for its own and hands it on as a variable.
 *
 * @example optionsFromNpm({ npm_config_port: '8890' }) // ['--port=8890']
 */
export function optionsFromNpm({ npm_config_port: port }) {
  return /^\d+$/.test(port || '') ? [`--port=${port}`] : [];
}

function isPort(text) {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}
