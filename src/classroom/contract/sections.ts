import { Aggregation } from '@openmeteo/sdk/aggregation.js';
import { Variable as VariableCode } from '@openmeteo/sdk/variable.js';
import type { World } from '../answer.ts';
import type { Coordinates } from '../source.ts';
import { summarise } from './daily.ts';
import { AGGREGATIONS, type DailyWish } from './daily-variables.ts';
import { groundHeight } from './elevation.ts';
import { roundTo } from './float.ts';
import { gridPoint } from './grid.ts';
import type { Model } from './models.ts';
import type { Query } from './query.ts';
import { refuse } from './refusal.ts';
import { hasData, readSeries, type Scene, type Values } from './series.ts';
import type { Spot } from './spots.ts';
import { sunOf } from './sun.ts';
import { conversionOf, UNITS, type Unit, type UnitName } from './units.ts';
import type { HourlyWish, Variable } from './variables.ts';
import type { Axis } from './window.ts';

/** One named row of values with its unit. */
export interface Column {
  readonly name: string;
  readonly unit: Unit;
  readonly values: Values;
  /** The values are moments, seconds since 1970. */
  readonly isTime: boolean;
  readonly code: VariableCode;
  readonly altitude: number;
  readonly aggregation: Aggregation;
}

export interface Section {
  readonly name: 'current' | 'current_weather' | 'minutely_15' | 'hourly' | 'daily';
  readonly axis: Axis;
  readonly columns: readonly Column[];
}

/** What one model answers for one place: sections in the order of the answer. */
export interface ModelAnswer {
  readonly model: Model;
  /** The grid point that is reported. */
  readonly point: Coordinates;
  readonly sections: readonly Section[];
}

/** One element of the answer. */
export interface PlaceAnswer {
  readonly spot: Spot;
  /** Metres; null: left out. */
  readonly elevation: number | null;
  /** At least one. */
  readonly models: readonly [ModelAnswer, ...ModelAnswer[]];
}

/** The values of a query, by place. @throws {Refusal} when no model covers a place */
export function answerPlaces(query: Query, world: World): readonly PlaceAnswer[] {
  return query.spots.map((spot) => {
    const [first, ...others] = query.models.flatMap((model) => {
      const point = gridPoint(spot.place, model.grids);
      return point === undefined
        ? []
        : [{ model, point, sections: sectionsOf(query, spot, { world, place: spot.place, model }) }];
    });
    if (first === undefined) return refuse('No data is available for this location');
    return { spot, elevation: elevationOf(spot), models: [first, ...others] };
  });
}

function elevationOf({ elevation, place }: Spot): number | null {
  const metres = elevation ?? groundHeight(place);
  return Number.isFinite(metres) ? metres : null;
}

function sectionsOf(query: Query, spot: Spot, scene: Scene): readonly Section[] {
  const { windows } = spot;
  const hourly = (
    name: Section['name'],
    axis: Axis,
    wishes: readonly HourlyWish[] | undefined,
  ): readonly Section[] =>
    wishes === undefined
      ? []
      : [{ name, axis, columns: wishes.map((wish) => hourlyColumn(wish, axis, query, scene)) }];
  const daily = (axis: Axis, wishes: readonly DailyWish[]): Section => ({
    name: 'daily',
    axis,
    columns: wishes.map((wish) => dailyColumn(wish, axis, query, scene)),
  });
  return [
    ...hourly(query.isCurrentWeather ? 'current_weather' : 'current', windows.current, query.current),
    ...hourly('minutely_15', windows.quarters, query.quarters),
    ...hourly('hourly', windows.hourly, query.hourly),
    ...(query.daily === undefined ? [] : [daily(windows.daily, query.daily)]),
  ];
}

function hourlyColumn({ name, variable }: HourlyWish, axis: Axis, query: Query, scene: Scene): Column {
  if (variable === undefined || !isServed(variable, query, scene))
    return emptyColumn(name, axis, variable?.code);
  return {
    ...{
      name,
      code: variable.code,
      altitude: variable.altitude,
      aggregation: Aggregation.none,
      isTime: false,
    },
    ...converted(readSeries(variable, axis, scene), variable.unit, query),
  };
}

function dailyColumn({ name, recipe }: DailyWish, axis: Axis, query: Query, scene: Scene): Column {
  if (recipe === undefined) return emptyColumn(name, axis);
  if (recipe.kind === 'sun')
    return {
      name,
      altitude: 0,
      aggregation: Aggregation.none,
      code: recipe.code,
      ...sunColumn(recipe.what, axis, query, scene),
    };
  const { summary, variable, code } = recipe;
  if (!isServed(variable, query, scene)) return emptyColumn(name, axis, code);
  const unit =
    summary === 'energy' ? 'megajoulePerSquareMetre' : summary === 'wetHours' ? 'hours' : variable.unit;
  const { altitude } = variable;
  return {
    ...{ name, code, altitude, aggregation: AGGREGATIONS[summary], isTime: false },
    ...summarised(summarise(summary, variable, axis, scene), unit, query),
  };
}

function sunColumn(
  what: 'sunrise' | 'sunset' | 'daylight',
  axis: Axis,
  { isUnixtime }: Query,
  { place }: Scene,
): Pick<Column, 'values' | 'unit' | 'isTime'> {
  const days = Array.from({ length: axis.count }, (_, day) =>
    sunOf(place, axis.first + day * axis.stepSeconds),
  );
  if (what === 'daylight')
    return {
      values: days.map(({ daylightSeconds }) => roundTo(daylightSeconds, UNITS.seconds.decimals)),
      unit: UNITS.seconds,
      isTime: false,
    };
  return {
    values: days.map(({ rise, set }) => (what === 'sunrise' ? rise : set)),
    unit: isUnixtime ? UNITS.unixtime : UNITS.iso8601,
    isTime: true,
  };
}

function isServed(variable: Variable, { api }: Query, { model }: Scene): boolean {
  return hasData(variable, model) && !api.lacks.includes(variable.name);
}

/** A name that is known and has no data here. */
function emptyColumn(name: string, { count }: Axis, code = VariableCode.undefined): Column {
  return {
    ...{ name, code, unit: UNITS.undefined, values: new Array<null>(count).fill(null), isTime: false },
    ...{ altitude: 0, aggregation: Aggregation.none },
  };
}

/** In the wished unit. Values that stay in their own unit have its decimals already. */
function converted(values: Values, unit: UnitName, { units }: Query): Pick<Column, 'values' | 'unit'> {
  const { unit: shown, of } = conversionOf(unit, units);
  return { unit: shown, values: of === undefined ? values : rounded(values, shown, of) };
}

/** Means and sums of a day have more decimals than they show. */
function summarised(values: Values, unit: UnitName, { units }: Query): Pick<Column, 'values' | 'unit'> {
  const { unit: shown, of } = conversionOf(unit, units);
  return { unit: shown, values: rounded(values, shown, of ?? ((value) => value)) };
}

function rounded(values: Values, { decimals }: Unit, of: (value: number) => number): Values {
  return values.map((value) => (value === null ? null : roundTo(of(value), decimals)));
}
