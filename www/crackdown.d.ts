/** The explorer's JavaScript API, on `window.crackdown` once `document.body.dataset.ready` is "true". */

/**
 * What the reader asks for: the parameters of the address, all of them text. A key that is absent restricts nothing.
 * Names of older addresses are read too: `step`, `compare` and `claims` for `max_monthly_change`, `compare_areas` and `compare_claims`.
 */
export interface CrackdownSelection {
  /** Every claim and event, or the founding article's claims alone. */
  scope?: "all" | "article" | null;
  /** Metric, as in data/metrics.csv. Form: id. */
  metric?: string | null;
  /** Area, as in data/areas.csv. Form: code. */
  area?: string | null;
  /** First month that a claim's period must touch. Form: YYYY-MM. */
  from?: string | null;
  /** Last month that a claim's period must touch. Form: YYYY-MM. */
  to?: string | null;
  /** Campaign, as in data/campaigns.csv. Form: id. */
  campaign?: string | null;
  /** Search text of the evidence. Form: text. */
  q?: string | null;
  /** Assumption of the bounds: by how many percent a month may differ from the one before. Form: percent. */
  max_monthly_change?: string | null;
  /** Allowance of the bounds: by how many percent a total may have grown since it was published: 0, 1, 2 or 5. Form: percent. */
  revision?: string | null;
  /** Claims kept out of the bounds. Form: ids, separated by commas. */
  without?: string | null;
  /** Scale of the chart's levels. */
  scale?: "linear" | "log" | null;
  /** Time that the chart's averages are over. */
  per?: "month" | "day" | null;
  /** Claim or event whose dialog is open. Form: id. */
  claim?: string | null;
  /** Month that the map shows and by whose end the evidence is counted. Form: YYYY-MM. */
  date?: string | null;
  /** Areas compared below the map. Form: codes, separated by commas. */
  compare_areas?: string | null;
  /** How much of the earth the map shows. */
  map?: "region" | "world" | null;
  /** What the map counts in place of a metric. */
  count?: "events" | "claims" | null;
  /** Light or dark for this visit, whatever the reader chose before. */
  theme?: "auto" | "light" | "dark" | null;
  /** One view alone, for a frame of another page. */
  embed?: "decline" | "map" | "claim" | null;
  /** Column that the evidence is sorted by. Form: column, with a minus before it from its upper end. */
  sort?: string | null;
  /** What the rows of the evidence are grouped by. */
  group?: "metric" | "area" | "source" | "year" | null;
  /** Calendar year that a period touches. Form: YYYY. */
  year?: string | null;
  /** Publisher of the source. Form: name. */
  publisher?: string | null;
  /** Language of the source. Form: ISO 639-1. */
  language?: string | null;
  /** Reliability of the source. */
  reliability?: "high" | "medium" | "low" | null;
  /** How exact the source says its figure is. */
  qualifier?: "exact" | "rounded" | "about" | "more_than" | "over" | "at_least" | "nearly" | null;
  /** Direction of a change. */
  direction?: "down" | "up" | "flat" | null;
  /** Claims of the founding article, or all others. */
  article?: "article" | "other" | null;
  /** Whether a contradiction names the claim. */
  conflict?: "yes" | "no" | null;
  /** Columns of the evidence. The figure is always one of them. Form: period, area, metric, figure, wording, source, campaign, published, reliability: any of these, separated by commas. */
  columns?: string | null;
  /** Claims compared above the evidence. Form: ids, separated by commas. */
  compare_claims?: string | null;
}

/** How exact a source says its figure is. */
export type CrackdownQualifier = "exact" | "rounded" | "about" | "more_than" | "over" | "at_least" | "nearly";

/** A claim, with the columns of data/claims.csv as plain values; dates are ISO 8601. */
export interface CrackdownClaim {
  id: string;
  metric: string;
  area: string;
  start: string | null;
  /** The latest that an inferred first day may be. */
  start_to: string | null;
  /** The earliest that an inferred last day may be. */
  end_from: string | null;
  end: string | null;
  basis: "period" | "as_of" | "change" | "statement";
  figure: {
    value: number;
    qualifier: CrackdownQualifier;
    rounding: number;
  } | null;
  change: {
    direction: "down" | "up" | "flat";
    comparator: "mom" | "yoy" | "unspecified";
    streak: number | null;
    percent: { value: number; decimals: number; qualifier: CrackdownQualifier; rounding: number } | null;
  } | null;
  /** Whether bounds may rest on it: the column `use`. */
  used: boolean;
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
  /** Changes the given keys (null removes one) and returns the selection as it is now; what cannot be used is left out. */
  select(partial: CrackdownSelection): CrackdownSelection;
  /** The claims of the selection's scope, metric, area, campaign and months; its search text, date and facets are the table's alone. */
  claims(): CrackdownClaim[];
}

declare global {
  interface Window {
    crackdown: Crackdown;
  }
}
