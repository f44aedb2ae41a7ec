export { type ChartOptions, type ChartSpec, chart } from './chart/chart.ts';
export { type DrawGraphOptions, type DrawnEdge, drawGraph } from './chart/graph.ts';
export { type Doc, type Documents, type DocumentsOptions, documents } from './databases/documents.ts';
export {
  type FeatureRow,
  type FeatureStore,
  type FeatureView,
  featureStore,
} from './databases/feature-store.ts';
export {
  type Graph,
  type GraphEdge,
  type GraphNode,
  type GraphOptions,
  type GraphPath,
  type GraphRow,
  type GraphValue,
  openGraph,
} from './databases/graph.ts';
export { type LessonSchema, prepareTables, startOver } from './databases/lesson-schema.ts';
export { type MysqlOptions, mysql } from './databases/mysql.ts';
export { type PostgresDatabase, type PostgresOptions, postgres } from './databases/postgres.ts';
export { relational } from './databases/relational.ts';
export type { SqlDatabase, SqlRow, SqlValue } from './databases/sql.ts';
export { type SqliteDatabase, type SqliteOptions, sqlite } from './databases/sqlite.ts';
export {
  type Bucket,
  type BucketQuestion,
  type Point,
  type TimeSeries,
  timeSeries,
} from './databases/time-series.ts';
export {
  openTriples,
  type TripleRow,
  type Triples,
  type TriplesOptions,
  type TripleValue,
} from './databases/triples.ts';
export {
  type WideRead,
  type WideRow,
  type WideShape,
  type WideTable,
  wideTable,
} from './databases/wide-table.ts';
export {
  AirlabError,
  type ErrorDetails,
  isAirlabError,
  OutsideError,
  type Trouble,
  UsageError,
} from './errors.ts';
export type { Answer } from './http/answer.ts';
export {
  HttpError,
  type HttpErrorDetails,
  isHttpError,
  NetworkError,
  type NetworkTrouble,
  ParseError,
  StatusError,
  TimeoutError,
} from './http/errors.ts';
export type {
  CacheUse,
  Exchange,
  ExchangeRecord,
  ReceivedResponse,
  SentRequest,
  Try,
} from './http/exchange.ts';
export { createHttp, type Http, type HttpOptions, http } from './http/http.ts';
export type { Method, RequestOptions } from './http/request.ts';
export { askFastApi, type FastApiAnswer, type FastApiAnswers } from './lessons/04-serve/fast-api.ts';
export { type HopTime, type ThreeEngines, timeHops } from './lessons/08-knowledge-graphs/hops.ts';
export { type Mystery, missingSmog } from './mysteries/missing-smog.ts';
export type { Link, Thing, WhoPaid } from './mysteries/who-paid.ts';
export { type AirQualityQuery, airQuality } from './open-meteo/air-quality.ts';
export { AIR_VARIABLES, type AirVariable } from './open-meteo/air-variables.ts';
export { type ArchiveQuery, archive } from './open-meteo/archive.ts';
export {
  ARCHIVE_VARIABLES,
  type ArchiveVariable,
  DAILY_ARCHIVE_VARIABLES,
  type DailyArchiveVariable,
} from './open-meteo/archive-variables.ts';
export { type ForecastQuery, forecast } from './open-meteo/forecast.ts';
export { EU_2030, type Guideline, WHO_2021 } from './open-meteo/guidelines.ts';
export { BEIJING, type Place, ROSKILDE } from './open-meteo/places.ts';
export type { Reach, Window } from './open-meteo/query.ts';
export {
  type CurrentRow,
  columns,
  type DayRow,
  type HourRow,
  type OneOrSeveral,
  type PlaceOrPlaces,
} from './open-meteo/rows.ts';
export {
  type FoundPlace,
  type FoundPlaces,
  type PlaceSearchOptions,
  searchPlaces,
} from './open-meteo/search-places.ts';
export type { SeenPlace, Series, Told } from './open-meteo/series.ts';
export type { DataSource } from './open-meteo/source.ts';
export type { WeatherUnits } from './open-meteo/weather-units.ts';
export {
  DAILY_WEATHER_VARIABLES,
  type DailyWeatherVariable,
  WEATHER_VARIABLES,
  type WeatherVariable,
} from './open-meteo/weather-variables.ts';
export { type JoinOptions, join, submit } from './practice/contest.ts';
export { doctor } from './practice/doctor.ts';
export { type GradeOptions, grade } from './practice/grade.ts';
export { type ServiceName, type ServiceOptions, service } from './services/service.ts';
export { type Classroom, type StartOptions, startClassroom } from './services/start-classroom.ts';
export { tapWire, type WireTap } from './services/wire-tap.ts';
export { db_create, db_open, type OpenOptions } from './sql/create.ts';
export type { SqlFile } from './sql/sql-file.ts';
export type { TableOptions } from './table/sheet.ts';
export { show, table } from './table/table.ts';
export { check, hint, predict, recall, reveal, solution } from './teaching/teaching.ts';
