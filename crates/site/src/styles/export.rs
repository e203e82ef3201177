//! What the stylesheet says of drawings, as any viewer of SVG knows it: in light colours, without custom properties, layers,
//! media and states of the pointer. See `crackdown_core::export::svg::Styles` for how it is read.

use std::collections::BTreeMap;

use cssparser::{Delimiter, ParseError, ParseErrorKind, Parser, Token};
use thiserror::Error;

use super::sheet::{Declaration, Sheet, rest};

/// Classes of the drawings that can be saved.
const DRAWINGS: [&str; 2] = [".chart", ".map"];

/// Properties that say how a mark looks, with those that begin with one and a hyphen. Where a mark stands is in the drawing.
const LOOKS: [&str; 6] = ["fill", "stroke", "font", "opacity", "text-anchor", "paint-order"];

/// What a pointer or the keyboard does to a mark, which a saved drawing does not show.
const STATES: [&str; 3] = [":hover", ":focus-visible", ":active"];

/// A stylesheet that drawings cannot be saved with.
#[derive(Debug, Error)]
pub enum StyleError {
    /// No CSS.
    #[error("the stylesheet is not readable: {0}")]
    Syntax(String),
    /// A selector that few viewers know.
    #[error("{0}: expected a selector of classes and elements, since saved drawings have the rule too")]
    Selector(String),
    /// A value that few viewers know.
    #[error(
        "{0}: found {1}, expected a value without other functions than var, light-dark, rgb, url and calc of a length by a number"
    )]
    Value(String, String),
    /// A custom property that is not defined.
    #[error("{0} is not defined in :root, or only by itself")]
    Token(String),
}

type Tokens = BTreeMap<String, String>;

/// The styles of saved drawings: the custom properties of `:root` on the first line, then a rule a line.
///
/// # Errors
/// See [`StyleError`].
pub fn export(css: &str) -> Result<String, StyleError> {
    let sheet = Sheet::read(css);
    if let Some(error) = sheet.errors.first() {
        return Err(StyleError::Syntax(error.clone()));
    }
    let always = |declaration: &&Declaration| !declaration.condition.contains("@media");
    let of_root = sheet.declarations.iter().filter(always).filter(|it| it.selector == ":root");
    let written: Tokens =
        of_root.filter(|it| it.property.starts_with("--")).map(|it| (it.property.clone(), it.value.clone())).collect();
    let mut out = String::from(":root {");
    for (name, value) in &written {
        out.push_str(&format!(" {name}: {};", light(value, &written)?));
    }
    out.push_str(" }\n");
    for (selector, looks) in rules(&sheet)? {
        let looks = looks.iter().map(|it| {
            let value = light(&it.value, &written)?;
            let unknown = ["var(", "calc(", "light-dark(", "color-mix("].iter().any(|name| value.contains(name));
            match unknown {
                true => Err(StyleError::Value(format!("{selector}: {}", it.property), it.value.clone())),
                false => Ok(format!("{}: {value};", it.property)),
            }
        });
        out.push_str(&format!("{selector} {{ {} }}\n", looks.collect::<Result<Vec<_>, _>>()?.join(" ")));
    }
    Ok(out)
}

/// Selectors that may apply within drawings, with what their rules say of looks, in order.
fn rules(sheet: &Sheet) -> Result<Vec<(&str, Vec<&Declaration>)>, StyleError> {
    let mut rules: Vec<(&str, Vec<&Declaration>)> = Vec::new();
    for declaration in sheet.declarations.iter().filter(|it| !it.condition.contains("@media")) {
        let Declaration { selector, property, .. } = declaration;
        let root = selector.split([' ', '>', '+', '~', ':', '[']).next().unwrap_or_default();
        let looks = LOOKS.iter().any(|look| property == look || property.starts_with(&format!("{look}-")));
        if !DRAWINGS.contains(&root) || !looks || STATES.iter().any(|state| selector.contains(state)) {
            continue;
        }
        if selector.contains([':', '[', '*', '#']) {
            return Err(StyleError::Selector(selector.clone()));
        }
        match rules.iter_mut().find(|(own, looks)| own == selector && looks[0].rule == declaration.rule) {
            Some((_, looks)) => looks.push(declaration),
            None => rules.push((selector, vec![declaration])),
        }
    }
    Ok(rules)
}

/// A value in light colours, with the custom properties that it uses written out.
fn light(value: &str, tokens: &Tokens) -> Result<String, StyleError> {
    written(&mut Parser::new(value), tokens).map_err(|error| match error.kind {
        ParseErrorKind::Custom(error) => error,
        ParseErrorKind::Basic(_) => StyleError::Syntax(value.to_owned()),
    })
}

fn written(input: &mut Parser<'_>, tokens: &Tokens) -> Result<String, ParseError<StyleError>> {
    let mut out = String::new();
    loop {
        let start = input.position();
        let Ok(token) = input.next_including_whitespace().cloned() else { return Ok(out.trim().to_owned()) };
        match token {
            Token::Function(name) => {
                out.push_str(&input.parse_nested_block(|input| function(&name, input, tokens))?);
            }
            Token::ParenthesisBlock => {
                out.push_str(&format!("({})", input.parse_nested_block(|input| written(input, tokens))?));
            }
            // Styles are written into attributes, too, which have double quotes around them.
            Token::QuotedString(text) => out.push_str(&format!("'{text}'")),
            _ => out.push_str(input.slice_from(start)),
        }
    }
}

fn function(name: &str, input: &mut Parser<'_>, tokens: &Tokens) -> Result<String, ParseError<StyleError>> {
    match name {
        "var" => {
            let token = input.expect_ident()?.to_string();
            rest(input);
            // Without itself, so that a circle ends.
            let mut others = tokens.clone();
            let value = others.remove(&token).ok_or(StyleError::Token(token));
            value.and_then(|value| light(&value, &others)).map_err(ParseError::custom)
        }
        "light-dark" => {
            let light = input.parse_until_before(Delimiter::Comma, |input| written(input, tokens))?;
            rest(input);
            Ok(light)
        }
        "calc" => {
            let inner = written(input, tokens)?;
            Ok(quotient(&inner).unwrap_or_else(|| format!("calc({inner})")))
        }
        _ => Ok(format!("{name}({})", written(input, tokens)?)),
    }
}

/// A length by a number, such as `15px / 1`.
fn quotient(text: &str) -> Option<String> {
    let (length, number) = text.split_once(" / ")?;
    let unit = length.find(|c: char| c.is_ascii_alphabetic())?;
    let (length, number): (f64, f64) = (length[..unit].parse().ok()?, number.parse().ok()?);
    Some(format!("{}{}", length / number, &text[unit..].split(' ').next()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::styles::STYLESHEET;

    const TOKENS: &str = ":root { --down: light-dark(rgb(1, 2, 3), #fff); --zoom: 1; --sans: \"A B\", serif; --line: 1px solid var(--down); }";

    fn rules(css: &str) -> Result<Vec<String>, String> {
        let all = export(&format!("@layer tokens {{ {TOKENS} }} @layer chart {{ {css} }}"))
            .map_err(|error| error.to_string());
        all.map(|all| all.lines().skip(1).map(str::to_owned).collect())
    }

    #[test]
    fn tokens_are_in_light_colours() {
        let styles = export(TOKENS).expect("a stylesheet");
        let expected =
            ":root { --down: rgb(1, 2, 3); --line: 1px solid rgb(1, 2, 3); --sans: 'A B', serif; --zoom: 1; }\n";
        assert_eq!(styles, expected);
    }

    #[test]
    fn rules_of_drawings_keep_their_looks() {
        for (css, expected) in [
            (".chart .a { fill: var(--down); x: 3; cursor: pointer }", ".chart .a { fill: rgb(1, 2, 3); }"),
            (
                ".map path { font: 600 15px var(--sans); font-size: calc(15px / var(--zoom)); }",
                ".map path { font: 600 15px 'A B', serif; font-size: 15px; }",
            ),
            (".map .b { stroke-dasharray: calc(3px / 2) 1px; }", ".map .b { stroke-dasharray: 1.5px 1px; }"),
            (
                ".chart .a + .b { fill: url(#hatch-1); opacity: 0.5 }",
                ".chart .a + .b { fill: url(#hatch-1); opacity: 0.5; }",
            ),
        ] {
            assert_eq!(rules(css), Ok(vec![expected.to_owned()]));
        }
        let many = rules(".chart .a, .map .b { fill: red; stroke: blue } .chart .a { fill: green; }");
        let expected = [
            ".chart .a { fill: red; stroke: blue; }",
            ".map .b { fill: red; stroke: blue; }",
            ".chart .a { fill: green; }",
        ];
        assert_eq!(many, Ok(expected.map(str::to_owned).to_vec()));
    }

    #[test]
    fn other_rules_are_left_out() {
        for css in [
            ".tip { fill: red; }",
            ".chart .a { cursor: pointer; }",
            ".chart .a:hover, .map .b:focus-visible { fill: red; }",
            "@media (max-width: 40rem) { .chart .a { fill: red; } }",
            ".chart [role=\"button\"] { cursor: pointer; }",
        ] {
            assert_eq!(rules(css), Ok(Vec::new()), "{css}");
        }
    }

    #[test]
    fn what_viewers_do_not_know_is_refused() {
        for (css, error) in [
            (".chart .a:is(.b) { fill: red; }", ".chart .a:is(.b): expected a selector"),
            (".chart [data-x] { fill: red; }", ".chart [data-x]: expected a selector"),
            (".chart .a { fill: var(--gone); }", "--gone is not defined in :root, or only by itself"),
            (
                ".chart .a { fill: color-mix(in srgb, red, blue); }",
                ".chart .a: fill: found color-mix(in srgb, red, blue), expected",
            ),
            (
                ".chart .a { stroke-width: calc(1px + 1em); }",
                ".chart .a: stroke-width: found calc(1px + 1em), expected",
            ),
            (".chart .a { fill red; }", "the stylesheet is not readable: fill red"),
        ] {
            let found = rules(css).expect_err(css);
            assert!(found.starts_with(error), "{found}");
        }
        let circle = export(":root { --a: var(--b); --b: var(--a); }").expect_err("a circle").to_string();
        assert_eq!(circle, "--b is not defined in :root, or only by itself");
    }

    #[test]
    fn the_pages_own_styles_are_resolved() {
        let styles = export(STYLESHEET).expect("the page's stylesheet");
        assert!(styles.lines().count() > 50 && !styles.contains("var(") && !styles.contains("light-dark("), "{styles}");
        for part in [" --card: #ffffff;", ".chart .month.down-yoy { fill: #2b7f92; }", "font-size: 15px;"] {
            assert!(styles.contains(part), "{part} in {styles}");
        }
    }
}
