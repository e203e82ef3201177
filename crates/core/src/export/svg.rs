//! A drawing of the page as a file of its own, with the styles that it needs in light colours.

/// Width and height of the box that a legend's mark is drawn in, in units of the drawings.
pub const SWATCH: (f64, f64) = (16.0, 13.0);

use crate::drawing::text_width::text_width;

/// What is written around a drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Caption {
    /// Above it.
    pub title: String,
    /// Markup of each mark, drawn in a box of [`SWATCH`], and what it means.
    pub legend: Vec<(String, String)>,
    /// Where the figures are from, and of which day.
    pub source: String,
    /// Address of the view.
    pub link: String,
}

/// Size of type around the drawing, as a share of its width; a phone's map and a wide chart then look alike.
const TYPE: f64 = 1.0 / 80.0;

/// What the page's stylesheet says of drawings, as the build resolves it for every viewer of SVG: on the first line
/// `:root { --name: value; … }`, then a line a rule, `selector { … }`. No value has double quotes or custom properties.
#[derive(Clone, Copy, Debug)]
pub struct Styles<'a>(pub &'a str);

impl<'a> Styles<'a> {
    /// The value of a custom property; `inherit` where there is none of this name.
    fn property(self, name: &str) -> &'a str {
        let first = self.0.lines().next().unwrap_or_default();
        let found = first.split_once(&format!(" {name}: ")).and_then(|(_, rest)| rest.split_once(';'));
        found.map_or("inherit", |(value, _)| value)
    }

    /// A text with the values of the custom properties that it uses, as `var(--name)`.
    pub fn resolved(self, text: &str) -> String {
        let mut parts = text.split("var(");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |out, part| {
            let (name, rest) = part.split_once(')').unwrap_or((part, ""));
            out + self.property(name.trim()) + rest
        })
    }

    /// The rules whose classes are all in the markup; of most others no element is there.
    fn rules(self, markup: &str) -> String {
        let applies = |rule: &&str| {
            let (selector, _) = rule.split_once(" {").unwrap_or_default();
            let mut classes = selector.split('.').skip(1).filter_map(|part| part.split([' ', '>', '+']).next());
            classes.all(|class| markup.contains(class))
        };
        let rules = self.0.lines().skip(1).filter(applies);
        rules.flat_map(|rule| [rule, "\n"]).collect()
    }
}

/// A standalone SVG of a drawing's markup (`<svg …>…</svg>`) with its styles. Markup without a `viewBox` counts as 1000 by 600.
pub fn standalone(markup: &str, styles: Styles, caption: &Caption) -> String {
    let markup = legal(&without_comments(markup));
    let (root, inner) = markup.split_once('>').unwrap_or((&markup, ""));
    let [left, top, width, height] = view_box(root).unwrap_or([0.0, 0.0, 1000.0, 600.0]);
    let class = attribute(root, "class").unwrap_or_default();
    let inner = inner.trim_end().strip_suffix("</svg>").unwrap_or(inner);
    let size = width * TYPE;
    let margin = 2.0 * size;
    let mut y = margin + 1.6 * size;
    let mut around = text(margin, y, 1.6 * size, "title-line", &caption.title);
    y += size;
    let place = format!("translate({:.2} {:.2})", margin - left, y - top);
    y += height + 2.0 * size;
    around.push_str(&legend(caption, class, [margin, width, size], &mut y));
    for line in [&caption.source, &caption.link].into_iter().flat_map(|line| folded(line, width / size)) {
        around.push_str(&text(margin, y, size, "source-line", &line));
        y += 1.5 * size;
    }
    let (full_width, full_height) = (width + 2.0 * margin, y);
    let rules = styles.rules(&format!("{root}{inner}{around}"));
    let [page, ink, soft, sans] = ["--card", "--ink", "--soft", "--sans"].map(|name| styles.property(name));
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {full_width:.0} {full_height:.0}" width="{full_width:.0}" height="{full_height:.0}">
<title>{title}</title>
<style>
{rules}.title-line {{ fill: {ink}; font-family: {sans}; font-weight: 600; }}
.source-line {{ fill: {soft}; font-family: {sans}; }}
</style>
<rect width="100%" height="100%" fill="{page}"/>
<g class="{class}" transform="{place}">{drawing}</g>
{around}</svg>
"#,
        title = escaped(&caption.title),
        rules = escaped(&rules),
        drawing = styles.resolved(inner),
    )
}

/// Legend entries in lines as wide as the drawing; `y` moves below them.
fn legend(caption: &Caption, class: &str, [margin, width, size]: [f64; 3], y: &mut f64) -> String {
    let (mut x, mut out) = (margin, String::new());
    let scale = 1.2 * size / SWATCH.0;
    for (mark, label) in &caption.legend {
        let needed = (3.0 + text_width(label, 1.0)) * size;
        if x > margin && x + needed > margin + width {
            x = margin;
            *y += 1.6 * size;
        }
        out.push_str(&format!(
            "<g class=\"{class}\" transform=\"translate({x:.1} {:.1}) scale({scale:.3})\">{}</g>\n",
            *y - 0.85 * size,
            legal(&without_comments(mark)),
        ));
        out.push_str(&text(x + 1.7 * size, *y, size, "source-line", label));
        x += needed;
    }
    if !caption.legend.is_empty() {
        *y += 2.0 * size;
    }
    out
}

fn text(x: f64, y: f64, size: f64, class: &str, line: &str) -> String {
    format!("<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size:.1}\">{}</text>\n", escaped(line))
}

/// A text in lines of a width in units of its size, broken between words where there are any.
pub fn folded(text: &str, width: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_inclusive(|c: char| c == ' ' || c == '&' || c >= '\u{2e80}') {
        let full =
            lines.last().is_some_and(|line| !line.is_empty() && text_width(line, 1.0) + text_width(word, 1.0) > width);
        if full {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(word);
        }
    }
    lines
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

fn view_box(root: &str) -> Option<[f64; 4]> {
    let numbers: Vec<f64> = attribute(root, "viewBox")?.split_whitespace().filter_map(|n| n.parse().ok()).collect();
    let found: [f64; 4] = numbers.try_into().ok()?;
    found.iter().all(|n| n.is_finite()).then_some(found).filter(|found| found[2] > 0.0 && found[3] > 0.0)
}

/// The framework marks places with comments, which mean nothing in a file.
fn without_comments(markup: &str) -> String {
    let mut parts = markup.split("<!--");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| out + part.split_once("-->").map_or("", |(_, rest)| rest))
}

/// A text without the characters that XML does not have.
fn legal(text: &str) -> String {
    let bad = |c: char| (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    text.replace(bad, "")
}

/// A text as XML, without the characters that XML does not have.
pub fn escaped(text: &str) -> String {
    legal(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const STYLES: Styles = Styles(
        ":root { --card: #ffffff; --down: #2b7f92; --ink: #1b1d22; --sans: 'A B', serif; --soft: #5b6069; }
.chart { font: 12px 'A B', serif; }
.chart text { fill: #5b6069; }
.chart .month.down-yoy { fill: #2b7f92; }
.chart .month.down-mom + .sign { fill: #1b1d22; }
.chart .block { fill: #2b7f92; }
.map .flow.thin path { stroke: red; }
",
    );

    #[test]
    fn a_drawing_stands_alone() {
        let markup = "<svg class=\"chart\" viewBox=\"0 0 200 100\"><!--x--><rect class=\"month down-mom mark\" \
                      fill=\"var(--down)\" width=\"9\" height=\"9\"></rect></svg>";
        let caption = Caption {
            title: "A < B & \"C\"".into(),
            legend: vec![
                (r#"<rect class="month down-yoy"/>"#.into(), "down".into()),
                (r#"<rect class="block"/>"#.into(), "total".into()),
            ],
            source: "Ministry".into(),
            link: "https://example.org/?a=1&b=2".into(),
        };
        let svg = standalone(markup, STYLES, &caption);
        let tree = roxmltree::Document::parse(&svg).expect("XML");
        assert_eq!(tree.root_element().tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
        for part in [
            ".chart { font: 12px 'A B', serif; }",
            ".chart text { fill: #5b6069; }",
            ".chart .month.down-yoy { fill: #2b7f92; }",
            ".chart .block {",
            ".source-line { fill: #5b6069; font-family: 'A B', serif; }",
            "height=\"100%\" fill=\"#ffffff\"/>",
            "<rect class=\"block\"/></g>",
            "fill=\"#2b7f92\"",
            "?a=1&amp;b=2",
        ] {
            assert!(svg.contains(part), "{part} in {svg}");
        }
        for part in ["var(", "<!--", ".sign", ".thin", ":root"] {
            assert!(!svg.contains(part), "{part} in {svg}");
        }
    }

    #[test]
    fn a_property_is_written_out() {
        let resolved = STYLES.resolved("a var(--down) b var(--none) c var( --ink )");
        assert_eq!(resolved, "a #2b7f92 b inherit c #1b1d22");
    }

    proptest! {
        #[test]
        fn any_caption_is_xml(title in "\\PC*", label in any::<String>(), link in any::<String>()) {
            let caption = Caption { title, legend: vec![("<rect/>".into(), label.clone())], source: label, link };
            let svg = standalone("<svg viewBox=\"0 0 9 9\"><g/></svg>", STYLES, &caption);
            prop_assert!(roxmltree::Document::parse(&svg).is_ok(), "{}", svg);
        }

        #[test]
        fn any_markup_and_styles_are_written(markup in "\\PC*", styles in "[a-z.:{}();, \n-]*") {
            let _ = standalone(&markup, Styles(&styles), &Caption::default());
        }
    }
}
