/** What the air-quality API publishes and a snapshot keeps, indices last. Source: its OpenAPI file and recorded answers. */
export const RECORDED_VARIABLES: readonly string[] = [
  ...['pm10', 'pm2_5', 'carbon_monoxide', 'carbon_dioxide', 'nitrogen_dioxide', 'sulphur_dioxide', 'ozone'],
  ...['aerosol_optical_depth', 'dust', 'uv_index', 'uv_index_clear_sky', 'ammonia', 'methane'],
  ...['alder_pollen', 'birch_pollen', 'grass_pollen', 'mugwort_pollen', 'olive_pollen', 'ragweed_pollen'],
  ...['formaldehyde', 'glyoxal', 'non_methane_volatile_organic_compounds', 'pm10_wildfires'],
  ...['peroxyacyl_nitrates', 'secondary_inorganic_aerosol', 'residential_elementary_carbon'],
  ...['total_elementary_carbon', 'pm2_5_total_organic_matter', 'sea_salt_aerosol', 'nitrogen_monoxide'],
  'is_day',
  ...['european_aqi', 'european_aqi_pm2_5', 'european_aqi_pm10', 'european_aqi_nitrogen_dioxide'],
  ...['european_aqi_ozone', 'european_aqi_sulphur_dioxide'],
  ...['us_aqi', 'us_aqi_pm2_5', 'us_aqi_pm10', 'us_aqi_nitrogen_dioxide', 'us_aqi_ozone'],
  ...['us_aqi_sulphur_dioxide', 'us_aqi_carbon_monoxide'],
];

/** Follows from the sun alone, so the weather API has it for every hour too. */
export const SUN_VARIABLE = 'is_day';

const MEASURES = new Set(RECORDED_VARIABLES.filter((name) => name !== SUN_VARIABLE));

/** True for concentrations, pollen, UV and indices; false for weather and for `is_day`. */
export function isAirMeasure(variable: string): boolean {
  return MEASURES.has(variable);
}

/** True for the European and the US air quality index and their parts, short forms included. */
export function isAirQualityIndex(variable: string): boolean {
  return variable.startsWith('european_aqi') || variable.startsWith('us_aqi');
}
