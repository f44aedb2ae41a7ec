/** The services of Open-Meteo that airlab asks. */
export type ServiceName = 'air quality' | 'forecast' | 'archive' | 'geocoding';

export interface Service {
  /** Without path; a commercial key needs the same host with `customer-` in front. */
  readonly host: string;
  readonly path: string;
  /** Environment variable that points this service elsewhere, as other Open-Meteo clients know it. */
  readonly variable: string;
  /** Whom to name when the data are shown. */
  readonly attribution: string;
}

const WEATHER = 'Weather data by Open-Meteo.com (CC BY 4.0)';

export const SERVICES: Readonly<Record<ServiceName, Service>> = {
  'air quality': {
    host: 'air-quality-api.open-meteo.com',
    path: '/v1/air-quality',
    variable: 'OPEN_METEO_AIR_QUALITY_API_URL',
    attribution:
      'Air quality data by Open-Meteo.com (CC BY 4.0), from the CAMS ENSEMBLE data providers and Copernicus (CAMS)',
  },
  forecast: {
    host: 'api.open-meteo.com',
    path: '/v1/forecast',
    variable: 'OPEN_METEO_API_URL',
    attribution: WEATHER,
  },
  archive: {
    host: 'archive-api.open-meteo.com',
    path: '/v1/archive',
    variable: 'OPEN_METEO_ARCHIVE_API_URL',
    attribution: `${WEATHER}, from ERA5 of Copernicus`,
  },
  geocoding: {
    host: 'geocoding-api.open-meteo.com',
    path: '/v1/search',
    variable: 'OPEN_METEO_GEOCODING_API_URL',
    attribution: 'Places by GeoNames (CC BY 4.0), through Open-Meteo.com',
  },
};
