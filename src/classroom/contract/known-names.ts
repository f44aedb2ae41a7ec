/**
 * Names that the service knows and this one has no data for: they are answered with nulls and the unit `undefined`.
 * Source: the variable lists of Open-Meteo's documentation and OpenAPI files.
 */
const WEATHER = `
  wet_bulb_temperature_2m cape cloudcover_high cloudcover_low cloudcover_mid cloud_cover_high cloud_cover_low
  cloud_cover_mid cloud_cover_2m cloud_base cloud_top convective_cloud_base convective_cloud_top diffuse_radiation
  diffuse_radiation_instant direct_normal_irradiance direct_normal_irradiance_instant direct_radiation
  direct_radiation_instant et0_fao_evapotranspiration evapotranspiration freezinglevel_height freezing_level_height
  growing_degree_days_base_0_limit_50 latent_heatflux latent_heat_flux lifted_index convective_inhibition
  leaf_wetness_probability lightning_potential lightning_density mass_density_8m precipitation_type runoff
  sensible_heatflux sensible_heat_flux shortwave_radiation_instant shortwave_radiation_clear_sky
  shortwave_radiation_clear_sky_instant skin_temperature snow_density snow_depth snow_depth_water_equivalent
  snow_height hail snowfall_water_equivalent snowfall_height sunshine_duration surface_temperature
  temperature_2m_max temperature_2m_min terrestrial_radiation terrestrial_radiation_instant
  total_column_integrated_water_vapour updraft vapor_pressure_deficit vapour_pressure_deficit
  global_tilted_irradiance global_tilted_irradiance_instant boundary_layer_height thunderstorm_probability
  rain_probability freezing_rain_probability ice_pellets_probability snowfall_probability albedo k_index
  roughness_length potential_evapotranspiration sea_surface_temperature sea_water_salinity sea_ice_thickness
  wave_direction wave_height wave_period wave_peak_period wind_wave_height wind_wave_period wind_wave_peak_period
  wind_wave_direction swell_wave_height swell_wave_period swell_wave_peak_period swell_wave_direction
  secondary_swell_wave_height secondary_swell_wave_period secondary_swell_wave_direction
  tertiary_swell_wave_height tertiary_swell_wave_period tertiary_swell_wave_direction ocean_current_velocity
  ocean_current_direction sea_level_height_msl invert_barometer_height
`;

const DAILY = `
  cape_max cape_mean cape_min et0_fao_evapotranspiration et0_fao_evapotranspiration_sum
  growing_degree_days_base_0_limit_50 leaf_wetness_probability_mean snowfall_water_equivalent_sum snow_depth_min
  snow_depth_mean snow_depth_max moonrise moonset moon_phase sunshine_duration updraft_max
  vapor_pressure_deficit_max vapour_pressure_deficit_max wet_bulb_temperature_2m_max wet_bulb_temperature_2m_mean
  wet_bulb_temperature_2m_min wind_direction_100m_dominant wind_direction_200m_dominant
  wind_speed_100m_max wind_speed_100m_mean wind_speed_100m_min wind_speed_200m_max wind_speed_200m_mean
  wind_speed_200m_min sea_surface_temperature_min sea_surface_temperature_max sea_surface_temperature_mean
  river_discharge river_discharge_mean river_discharge_min river_discharge_max river_discharge_median
  river_discharge_p25 river_discharge_p75 wave_height_max wind_wave_height_max swell_wave_height_max
  wave_direction_dominant wind_wave_direction_dominant swell_wave_direction_dominant wave_period_max
  wind_wave_period_max wind_wave_peak_period_max swell_wave_period_max swell_wave_peak_period_max
`;

/** Heights in metres, layers of soil in centimetres, pressures in hectopascal. */
const HOURLY_PATTERNS = [
  /^(temperature|wind_?speed|wind_?direction)_(?:20|30|40|50|70|80|100|120|140|150|160|180|200|250|300|350|450)m$/,
  /^soil_(temperature|moisture|moisture_index)_\d{1,3}_(to_)?\d{1,4}cm$/,
  /^soil_temperature_(0|6|18|54|162|486|1458)cm$/,
  /^(temperature|geopotential_height|relative_?humidity|wind_?speed|wind_?direction|dew_?point|cloud_?cover|vertical_velocity)_\d{1,4}hPa$/,
];
const DAILY_PATTERNS = [/^soil_(temperature|moisture|moisture_index)_\d{1,3}_to_\d{1,4}cm_mean$/];

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
const HOURLY_NAMES = words(WEATHER);
const DAILY_NAMES = words(DAILY);

export function isKnownHourly(name: string): boolean {
  return HOURLY_NAMES.has(name) || HOURLY_PATTERNS.some((pattern) => pattern.test(name));
}

export function isKnownDaily(name: string): boolean {
  return DAILY_NAMES.has(name) || DAILY_PATTERNS.some((pattern) => pattern.test(name));
}
