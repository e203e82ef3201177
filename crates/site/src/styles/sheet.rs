//! A stylesheet as a list of declarations, each with its selector and the conditions around it.

use cssparser::{
    AtRuleParser, CowRcStr, DeclarationParser, ParseError, Parser, ParserState, QualifiedRuleParser,
    RuleBodyItemParser, RuleBodyParser,
};

type Parsed<T> = Result<T, ParseError<()>>;

/// A declaration of one selector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    /// The layer and the `@media` rules around it.
    pub condition: String,
    /// Number of its rule, from 1 in the order of the sheet.
    pub rule: usize,
    /// One of the rule's selectors.
    pub selector: String,
    /// Name.
    pub property: String,
    /// Value, as it is written.
    pub value: String,
}

/// The declarations of a stylesheet.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Names of the layers in the order that the sheet states.
    pub layers: Vec<String>,
    /// All of them, in order.
    pub declarations: Vec<Declaration>,
    /// What is no CSS, and why.
    pub errors: Vec<String>,
    condition: Vec<String>,
    selectors: Vec<String>,
    rules: usize,
}

impl Sheet {
    /// Reads a stylesheet; what is no CSS is among the errors.
    pub fn read(css: &str) -> Self {
        let mut sheet = Self::default();
        sheet.body(&mut Parser::new(css));
        sheet
    }

    fn body(&mut self, input: &mut Parser<'_>) {
        let mut errors = Vec::new();
        for item in RuleBodyParser::new(input, self) {
            if let Err((error, text, _)) = item {
                errors.push(format!("{text}: {error:?}"));
            }
        }
        self.errors.extend(errors);
    }
}

/// All that is left of the input, as it is written.
pub(super) fn rest<'i>(input: &mut Parser<'i>) -> &'i str {
    let start = input.position();
    while input.next().is_ok() {}
    input.slice_from(start).trim()
}

impl<'i> DeclarationParser<'i> for Sheet {
    type Declaration = ();
    type Error = ();

    fn parse_value(&mut self, name: CowRcStr<'i>, input: &mut Parser<'i>, _: &ParserState) -> Parsed<()> {
        let value = rest(input);
        self.declarations.extend(self.selectors.iter().map(|selector| Declaration {
            condition: self.condition.join(" "),
            rule: self.rules,
            selector: selector.clone(),
            property: name.to_string(),
            value: value.to_owned(),
        }));
        Ok(())
    }
}

impl<'i> QualifiedRuleParser<'i> for Sheet {
    type Prelude = Vec<String>;
    type QualifiedRule = ();
    type Error = ();

    fn parse_prelude(&mut self, input: &mut Parser<'i>) -> Parsed<Vec<String>> {
        input.parse_comma_separated(|input| Ok(rest(input).to_owned()))
    }

    fn parse_block(&mut self, selectors: Vec<String>, _: &ParserState, input: &mut Parser<'i>) -> Parsed<()> {
        self.rules += 1;
        self.selectors = selectors;
        self.body(input);
        self.selectors.clear();
        Ok(())
    }
}

impl<'i> AtRuleParser<'i> for Sheet {
    type Prelude = (String, String);
    type AtRule = ();
    type Error = ();

    fn parse_prelude(&mut self, name: CowRcStr<'i>, input: &mut Parser<'i>) -> Parsed<(String, String)> {
        Ok((name.to_string(), rest(input).to_owned()))
    }

    fn rule_without_block(&mut self, (name, prelude): (String, String), _: &ParserState) -> Result<(), ()> {
        if name != "layer" || !self.layers.is_empty() {
            return Err(());
        }
        self.layers.extend(prelude.split(',').map(|layer| layer.trim().to_owned()));
        Ok(())
    }

    fn parse_block(
        &mut self,
        (name, prelude): (String, String),
        _: &ParserState,
        input: &mut Parser<'i>,
    ) -> Parsed<()> {
        self.condition.push(format!("@{name} {prelude}"));
        self.body(input);
        self.condition.pop();
        Ok(())
    }
}

impl RuleBodyItemParser<'_, (), ()> for Sheet {
    fn parse_declarations(&self) -> bool {
        !self.selectors.is_empty()
    }

    fn parse_qualified(&self) -> bool {
        self.selectors.is_empty()
    }
}
