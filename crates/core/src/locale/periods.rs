//! Days, months and periods in words.

use chrono::NaiveDate as Date;

use super::Language;
use crate::dataset::{Claim, Event, Month};

impl Language {
    /// A day: 5 Jan 2024, 2024年1月5日.
    pub fn date(self, day: Date) -> String {
        (self.formats().day)(day)
    }

    /// A month: Jan 2024, 2024年1月.
    pub fn month(self, month: Month) -> String {
        (self.formats().month)(month)
    }

    /// A year: 2024, 2024年.
    pub fn year(self, year: i32) -> String {
        (self.formats().year)(year)
    }

    /// A month on an axis that shows the year elsewhere: 1, 1月.
    pub fn month_of_year(self, month: Month) -> String {
        (self.formats().month_of_year)(month)
    }

    /// A period as short as it can be written: whole years and whole months by their names.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use crackdown_core::locale::Language;
    /// let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
    /// assert_eq!(Language::English.period(day(2023, 1, 1), day(2023, 11, 30)), "Jan–Nov 2023");
    /// assert_eq!(Language::Chinese.period(day(2023, 1, 1), day(2023, 12, 31)), "2023年");
    /// assert_eq!(Language::English.period(None, day(2023, 11, 21)), "to 21 Nov 2023");
    /// ```
    pub fn period(self, start: Option<Date>, end: Option<Date>) -> String {
        match (start, end) {
            (Some(start), Some(end)) if start == end => self.date(start),
            (Some(start), Some(end)) => self.span(start, end),
            (None, Some(end)) => (self.formats().until)(&self.date(end)),
            (Some(start), None) => (self.formats().since)(&self.date(start)),
            (None, None) => self.words().common.undated.to_owned(),
        }
    }

    /// The period of a claim, as short as it can be written: where a date is inferred, the outermost that it may be.
    pub fn claim_period(self, claim: &Claim) -> String {
        self.period(claim.start, claim.end)
    }

    /// The period of a claim, and between which days a date may lie that is inferred.
    ///
    /// ```
    /// # use crackdown_core::{dataset::{Claim, Dataset, Package}, locale::Language};
    /// # let fixture = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixture");
    /// # let dataset = Dataset::read(&Package::read_dir(&fixture).unwrap()).unwrap();
    /// let claim: &Claim = dataset.claim(&"recovered-2022-report".into()).unwrap();
    /// let dates = Language::English.claim_dates(claim);
    /// assert_eq!(dates, "1 Jan 2022 – between 31 Oct 2022 and 29 Dec 2022 (cut-off inferred)");
    /// ```
    pub fn claim_dates(self, claim: &Claim) -> String {
        let Claim { start, start_to, end_from, end, .. } = *claim;
        let inferred = &self.words().inferred;
        let (days, why) = match (start_to, end_from) {
            (None, None) => return self.claim_period(claim),
            // One event within a window of days.
            (Some(_), Some(_)) if (start, start_to) == (end_from, end) => {
                (self.day_between(start, end), inferred.dates)
            }
            (Some(_), None) => (self.between_days(claim), inferred.start),
            (None, Some(_)) => (self.between_days(claim), inferred.end),
            (Some(_), Some(_)) => (self.between_days(claim), inferred.start_and_end),
        };
        self.with_aside(&days, why)
    }

    /// From a first to a last day, each of which may lie between two.
    fn between_days(self, claim: &Claim) -> String {
        let first = claim.start.map(|_| self.day_between(claim.start, claim.start_to));
        let last = claim.end.map(|_| self.day_between(claim.end_from, claim.end));
        match (first, last) {
            (Some(first), Some(last)) => self.range(first, last),
            (first, last) => first.or(last).unwrap_or_default(),
        }
    }

    /// The day between two, or the one that is known.
    fn day_between(self, from: Option<Date>, to: Option<Date>) -> String {
        let [from, to] = [from.or(to), to.or(from)].map(|day| day.map(|day| self.date(day)).unwrap_or_default());
        if from == to { from } else { (self.formats().between)(&from, &to) }
    }

    /// The period of an event.
    pub fn event_period(self, event: &Event) -> String {
        self.period(event.start, event.end.or(event.start))
    }

    fn span(self, start: Date, end: Date) -> String {
        let (first, last) = (Month::of(start), Month::of(end));
        if start != first.first_day() || end != last.last_day() {
            return self.range(self.date(start), self.date(end));
        }
        let formats = self.formats();
        let whole_years = first.number() == 1 && last.number() == 12;
        match (whole_years, first.year() == last.year()) {
            (true, true) => self.year(first.year()),
            (true, false) => (formats.years)(first.year(), last.year()),
            _ if first == last => self.month(first),
            (false, true) => (formats.months)(first, last),
            (false, false) => self.range(self.month(first), self.month(last)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::fixture;

    fn date(year: i32, month: u32, day: u32) -> Date {
        Date::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn periods_are_short() {
        let both =
            |a: Date, b: Date| (Language::English.period(Some(a), Some(b)), Language::Chinese.period(Some(a), Some(b)));
        assert_eq!(both(date(2023, 1, 1), date(2023, 11, 30)), ("Jan–Nov 2023".into(), "2023年1至11月".into()));
        assert_eq!(both(date(2023, 1, 1), date(2023, 12, 31)), ("2023".into(), "2023年".into()));
        assert_eq!(both(date(2021, 5, 1), date(2021, 5, 31)), ("May 2021".into(), "2021年5月".into()));
        assert_eq!(
            both(date(2021, 4, 1), date(2022, 7, 31)),
            ("Apr 2021 – Jul 2022".into(), "2021年4月至2022年7月".into())
        );
        assert_eq!(both(date(2019, 1, 1), date(2020, 12, 31)), ("2019–2020".into(), "2019至2020年".into()));
        assert_eq!(both(date(2023, 10, 14), date(2023, 10, 14)).1, "2023年10月14日");
        assert_eq!(Language::English.period(None, None), "no date given");
    }

    #[test]
    fn inferred_dates_are_said_to_be() {
        let dataset = fixture();
        let both = |edit: fn(&mut Claim)| {
            let mut claim = dataset.claim(&"recovered-2023-summer".into()).unwrap().clone();
            edit(&mut claim);
            Language::ALL.map(|language| language.claim_dates(&claim))
        };
        assert_eq!(
            both(|_| ()),
            [
                "between 1 Jun 2023 and 31 Jul 2023 – 31 Aug 2023 (start inferred)",
                "2023年6月1日与2023年7月31日之间某日至2023年8月31日（起始日系推定）"
            ]
        );
        assert_eq!(
            both(|claim| claim.end_from = Some(date(2023, 8, 1))),
            [
                "between 1 Jun 2023 and 31 Jul 2023 – between 1 Aug 2023 and 31 Aug 2023 (start and cut-off inferred)",
                "2023年6月1日与2023年7月31日之间某日至2023年8月1日与2023年8月31日之间某日（起止日均系推定）"
            ]
        );
        assert_eq!(
            both(|claim| (claim.start_to, claim.end_from) = (claim.end, claim.start)),
            [
                "between 1 Jun 2023 and 31 Aug 2023 (dates inferred)",
                "2023年6月1日与2023年8月31日之间某日（日期系推定）"
            ]
        );
        assert_eq!(
            both(|claim| (claim.start, claim.start_to, claim.end_from) = (None, None, Some(date(2023, 8, 1)))),
            [
                "between 1 Aug 2023 and 31 Aug 2023 (cut-off inferred)",
                "2023年8月1日与2023年8月31日之间某日（截止日系推定）"
            ]
        );
        assert_eq!(both(|claim| claim.start_to = None), ["Jun–Aug 2023", "2023年6至8月"]);
    }
}
