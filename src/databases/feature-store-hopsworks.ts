import { OutsideError } from '../errors.ts';
import type { FeatureView, OnlineFeatures } from './feature-store.ts';
import { postJson } from './feature-store-feast.ts';
import { hostOf } from './server-url.ts';

/** Where a Hopsworks is, and the key that it gave. */
export interface Hopsworks {
  /** Of its feature server, for example `https://hopsworks.school.dk:4406`. */
  readonly url: string;
  readonly key: string | undefined;
  /** @default 'airlab' */
  readonly project?: string | undefined;
}

/**
 * Hopsworks' feature server, by the shape of its REST API 0.1.0: `POST /0.1.0/feature_store` with the header `X-API-KEY`.
 * Written from its documentation; there is no free server to run it against.
 */
export function onlineHopsworks(view: FeatureView, { url, key, project }: Hopsworks): OnlineFeatures {
  const whose = { kind: 'Hopsworks', at: hostOf(url), variable: 'AIRLAB_HOPSWORKS_API_KEY' };
  return {
    engine: `Hopsworks at ${whose.at}`,
    ask: async (thing) => {
      if (!key)
        throw new OutsideError(
          `Hopsworks at ${whose.at} wants a key, and AIRLAB_HOPSWORKS_API_KEY is not set.`,
          'Make one in Hopsworks under Account, API; set AIRLAB_HOPSWORKS_API_KEY where you start airlab, not in a cell.',
          'WRONG_CREDENTIALS',
        );
      const answer = await postJson(`${url.replace(/\/$/, '')}/0.1.0/feature_store`, {
        whose,
        headers: { 'x-api-key': key },
        body: hopsworksQuestion(view, thing, project),
      });
      return rowIn(answer);
    },
  };
}

/** The body of the question, as the documentation writes it. */
export function hopsworksQuestion({ name, entity }: FeatureView, thing: string, project = 'airlab'): object {
  return {
    featureStoreName: project,
    featureViewName: name,
    featureViewVersion: 1,
    passedFeatures: {},
    entries: { [entity]: thing },
    metadataOptions: { featureName: true, featureType: false },
  };
}

/** `{ features: [36, …], metadata: [{ featureName }, …], status: 'COMPLETE' }`. */
function rowIn(answer: unknown): Readonly<Record<string, unknown>> {
  const body: { features?: unknown; metadata?: unknown } =
    typeof answer === 'object' && answer !== null ? answer : {};
  const { features, metadata } = body;
  if (Array.isArray(features) && Array.isArray(metadata))
    return Object.fromEntries(
      metadata.map((one: unknown, i) => {
        const name: unknown = typeof one === 'object' && one !== null ? Reflect.get(one, 'featureName') : i;
        return [String(name), features[i] ?? null];
      }),
    );
  throw new OutsideError(
    'Hopsworks answered in a shape that airlab does not know: features and metadata are missing.',
    'Look at the version of its feature server; airlab knows 0.1.0.',
    'UPSTREAM_SHAPE',
  );
}
