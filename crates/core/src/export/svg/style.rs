//! The part of a stylesheet that a drawing needs, as any viewer knows it.

use std::collections::{HashMap, HashSet};

/// Properties that say how a mark looks. Where it stands is in the drawing.
const LOOKS: [&str; 6] = ["fill", "stroke", "font", "opacity", "text-anchor", "paint-order"];

/// The custom properties of `:root`, light.
pub struct Tokens(HashMap<String, String>);

impl Tokens {
    /// The tokens of a stylesheet.
    pub fn of(stylesheet: &str) -> Self {
        let stylesheet = uncommented(stylesheet);
        let roots = blocks(&stylesheet).into_iter().filter(|(selector, _)| *selector == ":root");
        let pairs = roots.flat_map(|(_, body)| body.split(';')).filter_map(|pair| pair.split_once(':'));
        let tokens = pairs.filter(|(name, _)| name.trim().starts_with("--"));
        Self(tokens.map(|(name, value)| (name.trim().to_owned(), lit(value.trim()).to_owned())).collect())
    }

    /// A token's light value; `inherit` where there is none of this name.
    pub fn light(&self, name: &str) -> String {
        self.0.get(name).map_or_else(|| "inherit".to_owned(), |value| value.replace('"', "'"))
    }

    /// A text with every `var(--name)` as its light value.
    pub fn resolved(&self, text: &str) -> String {
        let mut parts = text.split("var(");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |out, part| {
            let (name, rest) = part.split_once(')').unwrap_or((part, ""));
            let (name, fallback) = name.split_once(',').map_or((name, None), |(name, other)| (name, Some(other)));
            let known = self.0.contains_key(name.trim());
            let value = fallback.filter(|_| !known).map_or_else(|| self.light(name.trim()), |it| it.trim().to_owned());
            out + &value + rest
        })
    }
}

/// The first of the two values of `light-dark(…)`, which may hold commas inside brackets; any other value as it is.
fn lit(value: &str) -> &str {
    let Some(inner) = value.strip_prefix("light-dark(") else { return value };
    let mut depth = 0;
    let end = inner.find(|c| {
        depth += match c {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        (c == ',' && depth == 0) || depth < 0
    });
    end.map_or(inner, |end| &inner[..end]).trim()
}

fn uncommented(stylesheet: &str) -> String {
    let mut parts = stylesheet.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| out + part.split_once("*/").map_or("", |(_, rest)| rest))
}

/// Rules as selector and body. Those of cascade layers are among them, those of other `@` blocks are not. A sheet must have no
/// comments.
fn blocks(stylesheet: &str) -> Vec<(&str, &str)> {
    let (mut found, mut depth, mut start, mut open) = (Vec::new(), 0usize, 0, 0);
    for (at, c) in stylesheet.char_indices() {
        match c {
            // The end of a statement, such as the order of the layers.
            ';' if depth == 0 => start = at + 1,
            '{' => {
                depth += 1;
                if depth == 1 {
                    open = at;
                }
            }
            '}' => {
                if depth == 1 {
                    let (selector, body) = (stylesheet[start..open].trim(), &stylesheet[open + 1..at]);
                    if selector.starts_with("@layer") {
                        found.extend(blocks(body));
                    } else if !selector.contains('@') {
                        found.push((selector, body));
                    }
                }
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    start = at + 1;
                    open = start;
                }
            }
            _ => {}
        }
    }
    found
}

/// The rules that speak of classes in the markup, with light values and only what says how a mark looks.
pub(super) fn rules(stylesheet: &str, tokens: &Tokens, markup: &str) -> String {
    let classes: HashSet<&str> = markup
        .split(" class=\"")
        .skip(1)
        .filter_map(|part| part.split_once('"'))
        .flat_map(|(names, _)| names.split_whitespace())
        .collect();
    let applies = |selector: &&str| {
        let named = selector.split([' ', '.', '>', '+']).skip(1).filter(|name| !name.is_empty());
        // After the dots come classes, after the spaces elements too, which every drawing may have.
        let elements = ["text", "path", "rect", "circle", "line", "g"];
        let mut named = named.filter(|name| !elements.contains(name));
        selector.starts_with('.') && !selector.contains([':', '[']) && named.all(|name| classes.contains(name))
    };
    let stylesheet = uncommented(stylesheet);
    let mut out = String::new();
    for (selector, body) in blocks(&stylesheet) {
        let selectors: Vec<&str> = selector.split(',').map(str::trim).filter(applies).collect();
        let looks = body.split(';').filter_map(|pair| pair.split_once(':')).filter(|(name, _)| {
            let name = name.trim();
            LOOKS.iter().any(|look| name == *look || name.strip_prefix(look).is_some_and(|rest| rest.starts_with('-')))
        });
        let looks: Vec<String> =
            looks.map(|(name, value)| format!("{}: {};", name.trim(), tokens.resolved(value.trim()))).collect();
        if !selectors.is_empty() && !looks.is_empty() {
            out.push_str(&format!("{} {{ {} }}\n", selectors.join(", "), looks.join(" ")));
        }
    }
    out
}
