import { Model as ModelCode } from '@openmeteo/sdk/model.js';
import { type Api, CAMS_GRIDS } from './apis.ts';
import type { GridName } from './grid.ts';
import { refuseName, refuseWord } from './refusal.ts';
import type { Realm } from './variables.ts';

/** What answers: the best mixture, or one model alone. */
export interface Model {
  /** Ends the column names when several models are asked for. */
  readonly name: string;
  readonly realm: Exclude<Realm, 'both'>;
  readonly grids: readonly GridName[];
  /** The European or the global model of the air alone. */
  readonly alone?: 'cams_europe' | 'cams_global';
  readonly code: ModelCode;
}

const CAMS: ReadonlyMap<string, Model> = new Map<string, Model>([
  [
    'cams_global',
    {
      name: 'cams_global',
      realm: 'air',
      grids: CAMS_GRIDS.cams_global,
      alone: 'cams_global',
      code: ModelCode.cams_global,
    },
  ],
  [
    'cams_europe',
    {
      name: 'cams_europe',
      realm: 'air',
      grids: CAMS_GRIDS.cams_europe,
      alone: 'cams_europe',
      code: ModelCode.cams_europe,
    },
  ],
]);

const CODES: ReadonlyMap<string, ModelCode> = new Map(
  Object.entries(ModelCode).filter(
    (entry): entry is [string, ModelCode] => typeof entry[1] === 'number' && entry[0] !== 'undefined',
  ),
);

/** The models of a request. For the air `domains` comes before `models`; without both the best mixture answers. */
export function readModels(
  {
    domains,
    models,
  }: { readonly domains?: string | undefined; readonly models?: readonly string[] | undefined },
  api: Api,
): readonly Model[] {
  if (domains !== undefined && api.realm === 'air')
    return [domains === 'auto' ? bestMatch(api) : camsNamed(domains)];
  if (models === undefined) return [bestMatch(api)];
  return models.flatMap((item) =>
    item
      .split(',')
      .filter((name) => name !== '')
      .map((name) => modelNamed(name, api) ?? refuseName('MultiDomains', item)),
  );
}

function bestMatch({ realm, grids }: Api): Model {
  return { name: 'best_match', realm, grids, code: ModelCode.best_match };
}

function camsNamed(name: string): Model {
  return CAMS.get(name) ?? refuseWord('Domain', name, 'domains');
}

/** Models of the weather are known by name; here they all share one sky. */
function modelNamed(name: string, api: Api): Model | undefined {
  if (name === 'best_match') return bestMatch(api);
  const cams = CAMS.get(name);
  const code = CODES.get(name);
  if (cams !== undefined || code === undefined) return cams;
  return { name, realm: 'weather', grids: api.realm === 'weather' ? api.grids : ['weatherGlobal'], code };
}
