/** Zone of the capital's newsrooms, by ISO 3166-1 alpha-2 country. */
const zones: Readonly<Record<string, string>> = {
  AR: 'America/Argentina/Buenos_Aires',
  BB: 'America/Barbados',
  BO: 'America/La_Paz',
  BR: 'America/Sao_Paulo',
  BS: 'America/Nassau',
  BZ: 'America/Belize',
  CL: 'America/Santiago',
  CO: 'America/Bogota',
  CR: 'America/Costa_Rica',
  CU: 'America/Havana',
  DM: 'America/Dominica',
  DO: 'America/Santo_Domingo',
  EC: 'America/Guayaquil',
  GT: 'America/Guatemala',
  GY: 'America/Guyana',
  HN: 'America/Tegucigalpa',
  HT: 'America/Port-au-Prince',
  JM: 'America/Jamaica',
  LC: 'America/St_Lucia',
  MX: 'America/Mexico_City',
  NI: 'America/Managua',
  PA: 'America/Panama',
  PE: 'America/Lima',
  PR: 'America/Puerto_Rico',
  PY: 'America/Asuncion',
  SR: 'America/Paramaribo',
  SV: 'America/El_Salvador',
  TT: 'America/Port_of_Spain',
  US: 'America/New_York',
  UY: 'America/Montevideo',
  VE: 'America/Caracas',
};

/** IANA time zone in which a country's outlets write dates without a zone, or null. */
export const timeZoneOf = (country: string | null): string | null =>
  country !== null && Object.hasOwn(zones, country) ? (zones[country] ?? null) : null;
