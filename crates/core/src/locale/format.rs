//! Figures, units, dates and periods as each language writes them.

use chrono::{Datelike, NaiveDate as Date};

use super::Language;
use crate::dataset::{
    Change, Claim, Comparator, Dataset, Direction, Event, Figure, Interval, Month, Percent, Qualifier,
};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Language {
    /// A number with every digit it has: 391,000 and 2.75 billion, or 39.1万 and 27.5亿.
    pub fn number(self, value: f64) -> String {
        let steps: &[(f64, &str)] = match self {
            Self::English => &[(1e9, " billion"), (1e6, " million")],
            Self::Chinese => &[(1e8, "亿"), (1e4, "万")],
        };
        match steps.iter().find(|(size, _)| value.abs() >= *size && in_few_digits(value / size)) {
            Some((size, word)) => format!("{}{word}", grouped(value / size)),
            None => grouped(value),
        }
    }

    /// A figure with its qualifier: "more than 3,000".
    pub fn figure(self, figure: &Figure) -> String {
        format!("{}{}", self.qualifier(figure.qualifier), self.number(figure.value))
    }

    /// The two ends of an interval.
    pub fn interval(self, interval: Interval) -> String {
        format!("{} – {}", self.number(interval.low), self.number(interval.high))
    }

    /// What a least and a greatest say, in whole numbers around them; without a greatest: at least …, no upper limit.
    pub fn bounds(self, low: f64, high: Option<f64>) -> String {
        let low = low.floor();
        match high.map(f64::ceil) {
            Some(high) if low == high => self.number(low),
            Some(high) => self.interval(Interval { low, high }),
            None => self.list(&[&format!("{} {}", self.words().at_least, self.number(low)), self.words().open_ended]),
        }
    }

    /// The words before a figure; empty for exact and rounded ones.
    pub fn qualifier(self, qualifier: Qualifier) -> &'static str {
        match (self, qualifier) {
            (_, Qualifier::Exact | Qualifier::Rounded) => "",
            (Self::English, Qualifier::About) => "about ",
            (Self::English, Qualifier::MoreThan) => "more than ",
            (Self::English, Qualifier::AtLeast) => "at least ",
            (Self::English, Qualifier::Nearly) => "nearly ",
            (Self::Chinese, Qualifier::About) => "约",
            (Self::Chinese, Qualifier::MoreThan) => "超过",
            (Self::Chinese, Qualifier::AtLeast) => "至少",
            (Self::Chinese, Qualifier::Nearly) => "近",
        }
    }

    /// A unit of the dataset, as written after a figure.
    pub fn unit(self, unit: &str) -> &str {
        match self {
            Self::English if unit == "CNY" => "yuan",
            Self::English => unit,
            Self::Chinese => match unit {
                "persons" | "people" => "人",
                "person-times" => "人次",
                "cases" => "起",
                "CNY" | "yuan" => "元",
                "calls" => "次",
                "texts" | "messages" => "条",
                "statements" => "项",
                "buildings" => "栋",
                "compounds" => "个",
                other => other,
            },
        }
    }

    /// What a claim reports, in few words: its figure with unit, else its change, else that it is words only.
    pub fn claim_figure(self, dataset: &Dataset, claim: &Claim) -> String {
        match (&claim.figure, &claim.change) {
            (Some(figure), _) => {
                let unit = dataset.metric(&claim.metric).map_or("", |metric| self.unit(&metric.unit));
                let space = if self == Self::English { " " } else { "" };
                format!("{}{space}{unit}", self.figure(figure))
            }
            (None, Some(change)) => self.change(change),
            (None, None) => self.words().basis_statement.to_owned(),
        }
    }

    /// A signed percentage with the decimals printed: −28.6 %.
    pub fn percent(self, percent: Percent) -> String {
        let sign = if percent.value < 0.0 { "−" } else { "+" };
        format!("{sign}{:.*}%", usize::from(percent.decimals), percent.value.abs())
    }

    /// A reported change in words: "down 28.6% on a year earlier, 8 months running".
    pub fn change(self, change: &Change) -> String {
        let mut text = self.direction(change.direction).to_owned();
        if let Some(percent) = change.percent {
            let space = if self == Self::English { " " } else { "" };
            text.push_str(&format!("{space}{:.*}%", usize::from(percent.decimals), percent.value.abs()));
        }
        text.push_str(match (self, change.comparator) {
            (Self::English, Comparator::Yoy) => " on a year earlier",
            (Self::English, Comparator::Mom) => " on the month before",
            (Self::English, Comparator::Unspecified) => ", base not stated",
            (Self::Chinese, Comparator::Yoy) => "（同比）",
            (Self::Chinese, Comparator::Mom) => "（环比）",
            (Self::Chinese, Comparator::Unspecified) => "（未说明比较基准）",
        });
        if let Some(months) = change.streak {
            text.push_str(&match self {
                Self::English => format!(", {months} months running"),
                Self::Chinese => format!("，连续{months}个月"),
            });
        }
        text
    }

    /// Down, up, flat.
    pub fn direction(self, direction: Direction) -> &'static str {
        match (self, direction) {
            (Self::English, Direction::Down) => "down",
            (Self::English, Direction::Up) => "up",
            (Self::English, Direction::Flat) => "flat",
            (Self::Chinese, Direction::Down) => "下降",
            (Self::Chinese, Direction::Up) => "上升",
            (Self::Chinese, Direction::Flat) => "持平",
        }
    }

    /// Names one after another: A, B or A、B.
    pub fn list(self, names: &[&str]) -> String {
        names.join(match self {
            Self::English => ", ",
            Self::Chinese => "、",
        })
    }

    /// A label and what it labels: Doubts: none, or 存疑：无.
    pub fn labelled(self, label: &str, text: &str) -> String {
        match self {
            Self::English => format!("{label}: {text}"),
            Self::Chinese => format!("{label}：{text}"),
        }
    }

    /// Sentences one after another, without their full stops where they have none.
    pub fn sentences(self, parts: &[&str]) -> String {
        let (stop, gap) = match self {
            Self::English => ('.', " "),
            Self::Chinese => ('。', ""),
        };
        let ended =
            parts.iter().filter(|part| !part.is_empty()).map(|part| format!("{}{stop}", part.trim_end_matches(stop)));
        ended.collect::<Vec<_>>().join(gap)
    }

    /// A day: 5 Jan 2024, 2024年1月5日.
    pub fn date(self, day: Date) -> String {
        match self {
            Self::English => format!("{} {}", day.day(), self.month(Month::of(day))),
            Self::Chinese => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
        }
    }

    /// A month: Jan 2024, 2024年1月.
    pub fn month(self, month: Month) -> String {
        match self {
            Self::English => format!("{} {}", month_name(month), month.year()),
            Self::Chinese => format!("{}年{}月", month.year(), month.number()),
        }
    }

    /// A period as short as it can be said: 2023, Jan–Nov 2023, 14 Oct 2023, to 21 Nov 2023.
    pub fn period(self, start: Option<Date>, end: Option<Date>) -> String {
        match (start, end) {
            (Some(start), Some(end)) if start == end => self.date(start),
            (Some(start), Some(end)) => self.span(start, end),
            (None, Some(end)) => match self {
                Self::English => format!("to {}", self.date(end)),
                Self::Chinese => format!("截至{}", self.date(end)),
            },
            (Some(start), None) => match self {
                Self::English => format!("from {}", self.date(start)),
                Self::Chinese => format!("{}起", self.date(start)),
            },
            (None, None) => self.words().undated.to_owned(),
        }
    }

    /// The period of a claim.
    pub fn claim_period(self, claim: &Claim) -> String {
        self.period(claim.start, claim.end)
    }

    /// The period of an event.
    pub fn event_period(self, event: &Event) -> String {
        self.period(event.start, event.end.or(event.start))
    }

    fn span(self, start: Date, end: Date) -> String {
        let (first, last) = (Month::of(start), Month::of(end));
        if start != first.first_day() || end != last.last_day() {
            return format!("{} – {}", self.date(start), self.date(end));
        }
        let whole_years = first.number() == 1 && last.number() == 12;
        match (self, first.year() == last.year()) {
            (Self::English, true) if whole_years => first.year().to_string(),
            (Self::Chinese, true) if whole_years => format!("{}年", first.year()),
            _ if first == last => self.month(first),
            (Self::English, true) => format!("{}–{}", month_name(first), self.month(last)),
            (Self::Chinese, true) => format!("{}–{}月", self.month(first).trim_end_matches('月'), last.number()),
            (Self::English, false) if whole_years => format!("{}–{}", first.year(), last.year()),
            (Self::Chinese, false) if whole_years => format!("{}–{}年", first.year(), last.year()),
            _ => format!("{} – {}", self.month(first), self.month(last)),
        }
    }
}

fn month_name(month: Month) -> &'static str {
    usize::try_from(month.number() - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or_default()
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

    fn date(year: i32, month: u32, day: u32) -> Date {
        Date::from_ymd_opt(year, month, day).unwrap()
    }

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
    fn periods_are_short() {
        let both =
            |a: Date, b: Date| (Language::English.period(Some(a), Some(b)), Language::Chinese.period(Some(a), Some(b)));
        assert_eq!(both(date(2023, 1, 1), date(2023, 11, 30)), ("Jan–Nov 2023".into(), "2023年1–11月".into()));
        assert_eq!(both(date(2023, 1, 1), date(2023, 12, 31)), ("2023".into(), "2023年".into()));
        assert_eq!(both(date(2021, 5, 1), date(2021, 5, 31)), ("May 2021".into(), "2021年5月".into()));
        assert_eq!(both(date(2021, 4, 1), date(2022, 7, 31)).0, "Apr 2021 – Jul 2022");
        assert_eq!(both(date(2023, 10, 14), date(2023, 10, 14)).1, "2023年10月14日");
        assert_eq!(Language::English.period(None, None), "not dated");
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
        assert_eq!(Language::Chinese.change(&change), "下降28.60%（同比），连续8个月");
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
