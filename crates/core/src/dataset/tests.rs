//! The rules of the format, each broken once in a small package that keeps them all.

use proptest::prelude::*;

use super::{
    Qualifier::{Over, Rounded},
    *,
};

mod breaches;
mod intervals;

const SOURCES: &str = "\
id,publisher,url,published,language,kind,reliability
mps-2024,Ministry,https://example.org/1,2024-01-05,zh,government,high
spare,Outlet,http://example.org/2,,en,outlet,low
";
const METRICS: &str = "\
id,label_en,label_zh,unit,unit_en,unit_zh,aggregation,measures,brought_to_china,trend,headline,definition_en,definition_zh,original_term
cases_cracked,Cases cracked,破案数,cases,cases,起,flow,enforcement,,,1,Cases solved.,破获的案件。,破案数
spare,Spare,备用,cases,cases,起,trend,fraud,,true,,None.,无。,备用
";
const AREAS: &str = "\
code,kind,name_en,name_zh,lon,lat
CHN,country,China,中国,103.35,36.76
CN-YN,province,Yunnan,云南,101.5,24.9
SPR,country,Spare,备用,0,0
";
const CAMPAIGNS: &str = "\
id,name_en,name_zh,also_known_as,started,focus_en,focus_zh,source
cloud-sword,Cloud Sword,云剑,Yunjian;云剑行动,2019-06-01,Fraud.,诈骗。,mps-2024
spare,Spare,备用,,,None.,无。,mps-2024
";
const CAMPAIGNS_WITH_AUTHORITY: &str = "\
id,name_en,name_zh,also_known_as,started,focus_en,focus_zh,source,authority_en,authority_zh,note_en,note_zh
cloud-sword,Cloud Sword,云剑,Yunjian;云剑行动,2019-06-01,Fraud.,诈骗。,mps-2024,Ministry,公安部,Doubt.,存疑。
spare,Spare,备用,,,None.,无。,mps-2024,,,,
";
const CLAIMS: &str = "\
id,metric,area,start,end,basis,value,qualifier,rounding,direction,comparator,streak,change_pct,campaign,source,locator,text_en,text_zh,note_en,note_zh,tags
period,cases_cracked,CHN,2023-01-01,2023-11-30,period,391000,rounded,1000,down,yoy,5,-12.5,cloud-sword,mps-2024,p. 3,Cracked.,破案。,Doubt.,存疑。,article;part
total,cases_cracked,CHN,,2023-11-30,as_of,41000,exact,,,,,,,mps-2024,,So far.,累计。,,,
change,cases_cracked,CN-YN,2023-11-01,2023-11-30,change,,,,up,mom,,3,,mps-2024,,Rose.,上升。,,,
words,cases_cracked,CHN,,,statement,,,,,,,,,mps-2024,,Words.,文字。,,,
";
const EVENTS: &str = "\
id,start,end,kind,areas,place,people,campaign,text_en,text_zh,source,note_en,note_zh
handover,2023-09-06,2023-09-07,handover,CHN;CN-YN,Menglian,A;B,cloud-sword,Handed over.,移交。,mps-2024,,
";

/// A descriptor that declares the columns which the files have.
fn descriptor(files: &[&str; 6]) -> String {
    let resources = RESOURCES.iter().zip(files).map(|(path, text)| {
        let header = text.lines().next().unwrap_or_default();
        let fields = header.split(',').map(|name| format!(r#"{{"name":"{name}"}}"#)).collect::<Vec<_>>().join(",");
        format!(r#"{{"path":"{path}","schema":{{"fields":[{fields}]}}}}"#)
    });
    let resources = resources.collect::<Vec<_>>().join(",");
    format!(r#"{{"version":"1.0.0","created":"2026-11-23","resources":[{resources}]}}"#)
}

fn small() -> Package<'static> {
    let files = [SOURCES, METRICS, AREAS, CAMPAIGNS, CLAIMS, EVENTS];
    Package { descriptor: descriptor(&files).into(), resources: files.map(Into::into), wording: true }
}

/// The small package with the optional columns of its claims, empty.
fn with_optional_columns() -> Package<'static> {
    let longer = |(at, row)| {
        format!("{row}{}\n", if at == 0 { ",start_to,end_from,change_qualifier,change_rounding,use" } else { ",,,,," })
    };
    let claims: String = CLAIMS.lines().enumerate().map(longer).collect();
    let files = [SOURCES, METRICS, AREAS, CAMPAIGNS, &claims, EVENTS];
    Package {
        descriptor: descriptor(&files).into(),
        resources: files.map(|file| file.to_owned().into()),
        wording: true,
    }
}

fn file<'a>(package: &'a mut Package<'static>, name: &str) -> &'a mut String {
    let at = RESOURCES.iter().position(|file| *file == name).expect("a resource");
    package.resources[at].to_mut()
}

/// Sets cells of one row: `edits` is `column=value`, separated by `|`; the row is `file:line`.
fn edit(package: &mut Package<'static>, place: &str, edits: &str) {
    let (name, line) = place.split_once(':').expect("file:line");
    let text = file(package, name);
    let line: usize = line.parse().expect("a line");
    let mut rows: Vec<Vec<String>> = text.lines().map(|row| row.split(',').map(str::to_owned).collect()).collect();
    for (column, value) in edits.split('|').map(|edit| edit.split_once('=').expect("column=value")) {
        let at = rows[0].iter().position(|name| name == column).expect("a column");
        rows[line - 1][at] = value.into();
    }
    *text = rows.iter().map(|row| row.join(",") + "\n").collect();
}

fn problems(package: &Package) -> Vec<String> {
    Dataset::read(package).err().unwrap_or_default().iter().map(Problem::to_string).collect()
}

#[test]
fn the_small_package_keeps_every_rule() {
    let data = Dataset::read(&small()).expect("no problems");
    assert_eq!((data.version.as_str(), data.created.as_str()), ("1.0.0", "2026-11-23"));
    let claim = data.claim(&"period".into()).expect("the claim");
    assert_eq!(claim.figure.expect("a figure").interval(), Interval::between(390_500.0, 391_500.0));
    let change = claim.change.expect("a change");
    assert_eq!((change.direction, change.comparator, change.streak), (Direction::Down, Comparator::Yoy, Some(5)));
    assert_eq!(change.percent, Percent::parse("-12.5"));
    assert_eq!(claim.tags, ["article", "part"]);
    assert!(claim.in_article());
    let event = data.event(&"handover".into()).expect("the event");
    assert_eq!(
        (&event.areas[..], &event.people[..]),
        (&["CHN".into(), "CN-YN".into()][..], &["A".into(), "B".into()][..])
    );
    assert_eq!(data.campaign(&"cloud-sword".into()).expect("the campaign").also_known_as, ["Yunjian", "云剑行动"]);
}

#[test]
fn each_breach_is_named_once_and_exactly() {
    let tables = [(small(), breaches::BREACHES), (with_optional_columns(), breaches::OF_OPTIONAL_COLUMNS)];
    for (sound, breaches) in tables {
        assert_eq!(problems(&sound), [""; 0]);
        for (place, edits, column, found, expected) in breaches {
            let mut package = sound.clone();
            edit(&mut package, place, edits);
            let message = format!("{place}: column \"{column}\": found \"{found}\", expected {expected}");
            assert_eq!(problems(&package), [message], "{place} {edits}");
        }
    }
}

#[test]
fn what_only_looks_like_a_breach_is_read() {
    for edits in breaches::NONE {
        let mut package = with_optional_columns();
        edit(&mut package, "claims.csv:2", edits);
        assert_eq!(problems(&package), [""; 0], "{edits}");
    }
}

#[test]
fn claims_may_say_more_of_their_dates_and_percentages() {
    let mut package = with_optional_columns();
    edit(&mut package, "claims.csv:2", "start_to=2023-01-31|end_from=2023-10-31|change_qualifier=over|use=no");
    edit(&mut package, "claims.csv:4", "change_rounding=10|use=yes");
    let claims = Dataset::read(&package).expect("no problems").claims;
    let day = |month, day| chrono::NaiveDate::from_ymd_opt(2023, month, day);
    assert_eq!((claims[0].start_to, claims[0].end_from, claims[0].used), (day(1, 31), day(10, 31), false));
    let percents = [0, 2].map(|at| claims[at].change.and_then(|change| change.percent).expect("a percentage"));
    assert_eq!(percents.map(|percent| (percent.qualifier, percent.rounding)), [(Over, 0.1), (Rounded, 10.0)]);
    assert!(claims[1].used && !claims[1].has_inferred_dates());
}

#[test]
fn all_problems_of_a_row_and_of_a_package_are_reported() {
    let mut package = small();
    edit(&mut package, "metrics.csv:3", "aggregation=|definition_en=|unit=");
    edit(&mut package, "areas.csv:4", "kind=|name_zh=|lat=95");
    edit(&mut package, "claims.csv:2", "basis=x|metric=y|text_zh=|campaign=z|tags=A");
    let mut found: Vec<_> =
        Dataset::read(&package).expect_err("problems").into_iter().map(|p| (p.file, p.line, p.column)).collect();
    found.sort();
    let at = |file, line, columns: &[&str]| columns.iter().map(|c| (file, line, c.to_string())).collect::<Vec<_>>();
    let expected = [
        at("areas.csv", 4, &["kind", "lat", "name_zh"]),
        at("claims.csv", 2, &["basis", "campaign", "metric", "tags", "text_zh"]),
        at("metrics.csv", 3, &["aggregation", "definition_en", "unit"]),
    ];
    assert_eq!(found, expected.concat());
}

#[test]
fn lines_are_those_of_an_editor() {
    for end in ["\n", "\r\n"] {
        let mut package = small();
        let text = file(&mut package, "claims.csv");
        *text = text.replace("Cracked.", "\"Cracked,\nin two lines.\"").replace("\ntotal,", "\n\n\ntotal,");
        *text = text.replace("words,cases_cracked", "words,cases_crocked").replace('\n', end);
        text.insert(0, '\u{feff}');
        text.push_str(&format!("short,row{end}"));
        assert_eq!(
            problems(&package),
            [
                r#"claims.csv:8: column "metric": found "cases_crocked", expected an id in metrics.csv"#,
                r#"claims.csv:9: column "*": found "2 fields", expected 21 fields"#,
            ],
            "{end:?}"
        );
    }
}

#[test]
fn header_and_descriptor_must_be_those_read() {
    let mut package = small();
    let text = file(&mut package, "events.csv");
    *text = text.replace("id,start", "id,begin");
    let columns = EVENTS.lines().next().expect("a header");
    let found = columns.replace("start", "begin");
    let message = format!("events.csv:1: column \"*\": found \"{found}\", expected the columns {columns}");
    assert_eq!(problems(&package), [message]);

    let mut package = small();
    package.descriptor = package.descriptor.replace(r#""lon""#, r#""longitude""#).replace("2026-11-23", "today").into();
    let expected = [
        r#"datapackage.json:1: column "areas.csv": found "code,kind,name_en,name_zh,longitude,lat", expected the fields code,kind,name_en,name_zh,lon,lat"#,
        r#"datapackage.json:1: column "created": found "today", expected a date as YYYY-MM-DD, or one with a time"#,
    ];
    assert_eq!(problems(&package), expected);

    package.descriptor = "{\n\n]".into();
    let found = problems(&package);
    assert!(found.len() == 1 && found[0].starts_with("datapackage.json:3: column \"*\": found \""), "{found:?}");
}

proptest! {
    #[test]
    fn any_text_in_a_file_is_read_or_refused(at in 0usize..7, text in "[\\PC\r\n\",;]*") {
        let mut package = small();
        let header = package.resources.get(at).and_then(|text| text.lines().next()).unwrap_or_default().to_owned();
        match package.resources.get_mut(at) {
            Some(slot) => *slot = format!("{header}\n{text}").into(),
            None => package.descriptor = text.into(),
        }
        let _ = Dataset::read(&package);
    }

    #[test]
    fn any_cell_is_read_or_refused(column in 0usize..21, text in "[^,\"\r\n|=]*|[-+0-9.e]{1,12}") {
        let mut package = small();
        let name = CLAIMS.lines().next().and_then(|header| header.split(',').nth(column)).expect("a column");
        edit(&mut package, "claims.csv:2", &format!("{name}={text}"));
        if let Ok(data) = Dataset::read(&package) {
            for figure in data.claims.iter().filter_map(|claim| claim.figure) {
                let Interval { low, high } = figure.interval();
                prop_assert!(low <= figure.value && high.is_none_or(|high| figure.value <= high + 1.0));
            }
        }
    }
}

#[test]
fn a_descriptor_limits_what_its_columns_hold() {
    let mut package = small();
    let kinds = r#"{"name":"kind","constraints":{"enum":["court"]}}"#;
    *package.descriptor.to_mut() = package.descriptor.replacen(r#"{"name":"kind"}"#, kinds, 1);
    let expected = [2, 3].map(|line| {
        let found = if line == 2 { "government" } else { "outlet" };
        format!(
            "sources.csv:{line}: column \"kind\": found \"{found}\", expected one of court, as datapackage.json says"
        )
    });
    assert_eq!(problems(&package), expected);
}

#[test]
fn campaigns_may_name_their_authority_and_doubts() {
    let files = [SOURCES, METRICS, AREAS, CAMPAIGNS_WITH_AUTHORITY, CLAIMS, EVENTS];
    let mut package =
        Package { descriptor: descriptor(&files).into(), resources: files.map(Into::into), wording: true };
    let campaigns = Dataset::read(&package).expect("no problems").campaigns;
    assert_eq!((campaigns[0].authority.get("en"), campaigns[1].authority.get("zh")), ("Ministry", ""));
    edit(&mut package, "campaigns.csv:2", "authority_zh=");
    let expected =
        "campaigns.csv:2: column \"authority_zh\": found \"\", expected the authority in both languages or in neither";
    assert_eq!(problems(&package), [expected]);
}
