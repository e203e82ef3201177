/** The explorer's JavaScript API, on `window.crackdown` once `document.body.dataset.ready` is "true". */

/** What the reader asks for. The same keys as in the address; a key that is absent restricts nothing. */
export interface CrackdownSelection {
  scope?: "all" | "article" | null;
  /** Id of a metric, as in data/metrics.csv. */
  metric?: string | null;
  /** Code of an area, as in data/areas.csv. */
  area?: string | null;
  /** First and last month, YYYY-MM. */
  from?: string | null;
  to?: string | null;
  /** Id of a campaign, as in data/campaigns.csv. */
  campaign?: string | null;
  /** Search text. */
  q?: string | null;
  /** Id of the claim or event in focus. */
  claim?: string | null;
  /** Month that the map speaks of and the evidence is counted by, YYYY-MM. */
  date?: string | null;
  /** Codes of areas to hold against each other, separated by commas. */
  compare?: string | null;
  map?: "region" | "world" | null;
  /** What the map counts in place of a metric. */
  count?: "events" | "claims" | null;
  /** The assumption that a month differs from the one before by at most so many percent. */
  step?: string | null;
  /** Ids of claims kept out of the bounds, parted by commas. */
  without?: string | null;
  scale?: "linear" | "log" | null;
  per?: "month" | "day" | null;
  /** Column of the evidence; a minus before it turns the order. */
  sort?: string | null;
  group?: "metric" | "area" | "source" | "year" | null;
  /** Columns of the evidence, parted by commas: period, area, what, figure, says, source, campaign, published, reliability. */
  columns?: string | null;
  /** Ids of claims side by side, parted by commas. */
  claims?: string | null;
  /** Facets of the evidence. */
  publisher?: string | null;
  language?: string | null;
  reliability?: "high" | "medium" | "low" | null;
  year?: string | null;
  qualifier?: string | null;
  direction?: "down" | "up" | "flat" | null;
  conflict?: string | null;
  /** One view without chrome. */
  embed?: "decline" | "map" | "claim" | null;
  theme?: "auto" | "light" | "dark" | null;
}

/** A claim, with the columns of data/claims.csv as plain values; dates are ISO 8601. */
export interface CrackdownClaim {
  id: string;
  metric: string;
  area: string;
  start: string | null;
  end: string | null;
  basis: "period" | "as_of" | "change" | "statement";
  figure: {
    value: number;
    qualifier: "exact" | "rounded" | "about" | "more_than" | "at_least" | "nearly";
    rounding: number;
  } | null;
  change: {
    direction: "down" | "up" | "flat";
    comparator: "mom" | "yoy" | "unspecified";
    streak: number | null;
    percent: { value: number; decimals: number } | null;
  } | null;
  campaign: string | null;
  source: string;
  locator: string | null;
  text: { en: string; zh: string };
  note: { en: string; zh: string };
  tags: string[];
}

export interface Crackdown {
  /** The selection on the page now. */
  selection(): CrackdownSelection;
  /** Changes the given keys (null takes a restriction back) and returns the selection taken; what cannot be used is left out. */
  select(partial: CrackdownSelection): CrackdownSelection;
  /** The claims of the selection's scope, metric, area, campaign and months; its search text, date and facets are the table's alone. */
  claims(): CrackdownClaim[];
}

declare global {
  interface Window {
    crackdown: Crackdown;
  }
}
