//! Figures, units and lists, as the [`Formats`] of a language say.

use chrono::NaiveDate as Date;

use super::Language;
use crate::dataset::{Change, Claim, Dataset, Direction, Figure, Interval, Month, Percent, Qualifier};

/// How a language writes figures, dates and lists.
pub(super) struct Formats {
    /// Units of large numbers, the largest first: the size and what follows the number.
    pub large_numbers: &'static [(f64, &'static str)],
    /// Between a figure and its unit, if the language separates them.
    pub unit_gap: &'static str,
    /// Words before and after a number of this precision.
    pub qualifier: fn(Qualifier) -> (&'static str, &'static str),
    /// Down, up, flat.
    pub direction: fn(Direction) -> &'static str,
    /// A change in words, from its direction, its percentage without a sign (empty where there is none), and itself.
    pub change: fn(&str, &str, &Change) -> String,
    /// The total of the latest twelve months went a way so many times in a row.
    pub latest_twelve: fn(Direction, u32) -> String,
    /// Each month is on this side of the same month of years, of which each is on this side of the next.
    pub month_against_years: fn(Direction, &[i32]) -> String,
    /// Between names in a list.
    pub list: &'static str,
    /// Between phrases.
    pub clause: &'static str,
    /// Between a label and what it labels.
    pub label: &'static str,
    /// Around what stands in brackets after a word.
    pub brackets: (&'static str, &'static str),
    /// Ends a sentence.
    pub stop: char,
    /// Between sentences.
    pub sentence_gap: &'static str,
    /// Between the ends of a range of figures or dates.
    pub range: &'static str,
    /// A day.
    pub day: fn(Date) -> String,
    /// A month with its year.
    pub month: fn(Month) -> String,
    /// A month without its year, as short as on an axis.
    pub month_of_year: fn(Month) -> String,
    /// Several months of one year, from the first and the last.
    pub months: fn(Month, Month) -> String,
    /// A year.
    pub year: fn(i32) -> String,
    /// Several years, from the first and the last.
    pub years: fn(i32, i32) -> String,
    /// All that is up to a day, which is already written.
    pub until: fn(&str) -> String,
    /// All that is from a day on, which is already written.
    pub since: fn(&str) -> String,
    /// A day that lies between two.
    pub between: fn(&str, &str) -> String,
}

impl Language {
    pub(super) fn formats(self) -> &'static Formats {
        &self.locale().formats
    }

    /// A number with every digit it has.
    ///
    /// ```
    /// use crackdown_core::locale::Language;
    /// assert_eq!(Language::English.number(2_750_000_000.0), "2.75 billion");
    /// assert_eq!(Language::Chinese.number(391_000.0), "39.1万");
    /// assert_eq!(Language::English.number(391_000.0), "391,000");
    /// ```
    pub fn number(self, value: f64) -> String {
        let units = self.formats().large_numbers;
        match units.iter().find(|(size, _)| value.abs() >= *size && in_few_digits(value / size)) {
            Some((size, word)) => format!("{}{word}", grouped(value / size)),
            None => grouped(value),
        }
    }

    /// A figure with its qualifier.
    ///
    /// ```
    /// use crackdown_core::{dataset::{Figure, Qualifier}, locale::Language};
    /// let figure = Figure { value: 3_000.0, qualifier: Qualifier::MoreThan, rounding: 1_000.0 };
    /// assert_eq!(Language::English.figure(&figure), "more than 3,000");
    /// assert_eq!(Language::Chinese.figure(&figure), "3,000余");
    /// ```
    pub fn figure(self, figure: &Figure) -> String {
        self.qualified(figure.qualifier, &self.number(figure.value))
    }

    fn qualified(self, qualifier: Qualifier, number: &str) -> String {
        let (before, after) = (self.formats().qualifier)(qualifier);
        format!("{before}{number}{after}")
    }

    /// The two ends of an interval, or one number where they are the same; without an upper end: at least …, no upper limit.
    pub fn interval(self, interval: Interval) -> String {
        match interval.high {
            Some(high) => self.range(self.number(interval.low), self.number(high)),
            None => self.bounds(interval.low, None),
        }
    }

    /// A lower and an upper bound, in whole numbers around them; without an upper one: at least …, no upper limit.
    pub fn bounds(self, low: f64, high: Option<f64>) -> String {
        let low = low.floor();
        match high.map(f64::ceil) {
            Some(high) => self.interval(Interval::between(low, high)),
            None => {
                let least = Figure { value: low, qualifier: Qualifier::AtLeast, rounding: 1.0 };
                self.phrases(&[&self.figure(&least), self.words().bounds.no_upper_limit])
            }
        }
    }

    /// What a claim reports, in few words: its figure with unit, else its change, else that it has no figure.
    pub fn claim_figure(self, dataset: &Dataset, claim: &Claim) -> String {
        match (&claim.figure, &claim.change) {
            (Some(figure), _) => {
                let unit = dataset.metric(&claim.metric).map_or("", |metric| self.pick(&metric.unit_name));
                let gap = if unit.is_empty() { "" } else { self.formats().unit_gap };
                format!("{}{gap}{unit}", self.figure(figure))
            }
            (None, Some(change)) => self.change(change),
            (None, None) => self.words().dialog.basis.statement.to_owned(),
        }
    }

    /// A signed percentage with the decimals printed: −28.6%.
    pub fn percent(self, percent: Percent) -> String {
        let sign = if percent.value < 0.0 { "−" } else { "+" };
        format!("{sign}{}", size(percent))
    }

    /// A reported change in words.
    pub fn change(self, change: &Change) -> String {
        let size = |percent: Percent| self.qualified(percent.qualifier, &size(percent));
        let percent = change.percent.map(size).unwrap_or_default();
        (self.formats().change)(self.direction(change.direction), &percent, change)
    }

    /// Down, up, flat.
    pub fn direction(self, direction: Direction) -> &'static str {
        (self.formats().direction)(direction)
    }

    /// The total of the latest twelve months fell 17 times in a row.
    pub fn latest_twelve(self, direction: Direction, times: u32) -> String {
        (self.formats().latest_twelve)(direction, times)
    }

    /// Each month was below the same month of a year, which was below the next year of the list, and so on.
    pub fn month_against_years(self, direction: Direction, years: &[i32]) -> String {
        (self.formats().month_against_years)(direction, years)
    }

    /// Names one after another: A, B or A、B.
    pub fn list(self, names: &[&str]) -> String {
        names.join(self.formats().list)
    }

    /// Phrases one after another. They may have commas of their own, which names in a [`list`](Self::list) have not.
    pub fn phrases(self, phrases: &[&str]) -> String {
        phrases.join(self.formats().clause)
    }

    /// A label and what it labels: Doubts: none, or 存疑：无.
    pub fn labelled(self, label: &str, text: &str) -> String {
        format!("{label}{}{text}", self.formats().label)
    }

    /// A text and what follows it in brackets.
    pub fn with_aside(self, text: &str, aside: &str) -> String {
        let (open, close) = self.formats().brackets;
        format!("{text}{open}{aside}{close}")
    }

    /// Sentences one after another, without their full stops where they have none.
    pub fn sentences(self, parts: &[&str]) -> String {
        let Formats { stop, sentence_gap, .. } = self.formats();
        let ended =
            parts.iter().filter(|part| !part.is_empty()).map(|part| format!("{}{stop}", part.trim_end_matches(*stop)));
        ended.collect::<Vec<_>>().join(sentence_gap)
    }

    pub(super) fn range(self, from: String, to: String) -> String {
        if from == to { from } else { format!("{from}{}{to}", self.formats().range) }
    }
}

/// A percentage without its sign, with the decimals printed.
fn size(percent: Percent) -> String {
    format!("{:.*}%", usize::from(percent.decimals), percent.value.abs())
}

/// Whether a number says all it has in at most six significant digits.
fn in_few_digits(value: f64) -> bool {
    value.to_string().bytes().filter(u8::is_ascii_digit).count() <= 6
}

/// The shortest decimal form, thousands grouped.
fn grouped(value: f64) -> String {
    let text = value.to_string();
    let (sign, text) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("−", rest));
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut out = sign.to_owned();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dataset::Comparator;

    #[test]
    fn numbers_keep_every_digit() {
        let both = |value| (Language::English.number(value), Language::Chinese.number(value));
        assert_eq!(both(391_000.0), ("391,000".into(), "39.1万".into()));
        assert_eq!(both(263.0), ("263".into(), "263".into()));
        assert_eq!(both(2_750_000_000.0), ("2.75 billion".into(), "27.5亿".into()));
        assert_eq!(both(21_707_000.0), ("21.707 million".into(), "2,170.7万".into()));
        assert_eq!(both(1_234_567.0), ("1,234,567".into(), "1,234,567".into()));
        assert_eq!(both(0.0), ("0".into(), "0".into()));
    }

    #[test]
    fn bounds_without_an_upper_one_say_so() {
        let open = Language::ALL.map(|language| language.bounds(12.5, None));
        assert_eq!(open, ["at least 12, no upper limit", "至少12，无上限"]);
        assert_eq!(Language::English.bounds(12.5, Some(13.2)), "12 – 14");
    }

    #[test]
    fn an_interval_of_one_number_is_one_number() {
        let both = |low, high| Language::ALL.map(|language| language.interval(Interval::between(low, high)));
        assert_eq!(both(263.0, 263.0), ["263", "263"]);
        assert_eq!(both(0.0, 50.0), ["0 – 50", "0至50"]);
    }

    #[test]
    fn changes_name_their_base() {
        let change = Change {
            direction: Direction::Down,
            comparator: Comparator::Yoy,
            streak: Some(8),
            percent: Percent::parse("-28.60"),
        };
        assert_eq!(Language::English.change(&change), "down 28.60% on a year earlier, 8 months running");
        assert_eq!(Language::Chinese.change(&change), "连续8个月同比下降28.60%");
    }

    #[test]
    fn runs_are_told_in_words() {
        let twelve = Language::ALL.map(|language| language.latest_twelve(Direction::Down, 17));
        assert_eq!(
            twelve,
            ["the total of the latest twelve months fell 17 times in a row", "截至各月的近12个月合计连续17次下降"]
        );
        let years = Language::ALL.map(|language| language.month_against_years(Direction::Down, &[2022, 2021, 2020]));
        assert_eq!(
            years,
            [
                "each month below the same month of 2022, which was below 2021, which was below 2020",
                "各月均低于2022年同月，2022年同月低于2021年，2021年同月低于2020年"
            ]
        );
        let above = Language::ALL.map(|language| language.month_against_years(Direction::Up, &[2022]));
        assert_eq!(above, ["each month above the same month of 2022", "各月均高于2022年同月"]);
    }

    proptest! {
        #[test]
        fn english_numbers_read_back(value in 0u64..1_000_000_000_000) {
            let text = Language::English.number(value as f64).replace(',', "");
            let (number, scale) = match text.split_once(' ') {
                Some((number, "million")) => (number, 1e6),
                Some((number, _)) => (number, 1e9),
                None => (text.as_str(), 1.0),
            };
            let back = number.parse::<f64>().unwrap() * scale;
            prop_assert!((back - value as f64).abs() < 0.01);
        }
    }
}
