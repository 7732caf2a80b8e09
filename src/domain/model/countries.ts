/** Countries that people go on to, ISO 3166-1 alpha-3 (as documents carry it) with alpha-2 (as `Intl.DisplayNames` wants it). */
export const countries = {
  DEU: "DE",
  CZE: "CZ",
  FRA: "FR",
  ITA: "IT",
  ESP: "ES",
  NLD: "NL",
  BEL: "BE",
  AUT: "AT",
  CHE: "CH",
  GBR: "GB",
  IRL: "IE",
  LTU: "LT",
  LVA: "LV",
  EST: "EE",
  FIN: "FI",
  SWE: "SE",
  NOR: "NO",
  DNK: "DK",
  SVK: "SK",
  HUN: "HU",
  ROU: "RO",
  MDA: "MD",
  BGR: "BG",
  GRC: "GR",
  PRT: "PT",
  HRV: "HR",
  TUR: "TR",
  ISR: "IL",
  GEO: "GE",
  CAN: "CA",
  USA: "US",
} as const;

export type Country = keyof typeof countries;

/** Source: the countries that took most people since 2022; anything else stays in the city's text. */
export const countryCodes = Object.keys(countries) as readonly Country[];
