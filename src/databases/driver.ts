import { OutsideError } from '../errors.ts';

/**
 * Loads a driver when it is needed first: `import 'airlab'` stays quick, and a driver that is missing hurts nobody else.
 *
 * @throws OutsideError `DRIVER_MISSING`
 * @example const { default: pg } = await loadDriver('pg', () => import('pg'));
 */
export async function loadDriver<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    throw new OutsideError(
      `The package ${name} cannot be loaded: ${cause instanceof Error ? cause.message.split('\n')[0] : cause}`,
      'Run npm ci in the folder of airlab, without --omit=optional; then restart the kernel.',
      'DRIVER_MISSING',
      cause,
    );
  }
}
