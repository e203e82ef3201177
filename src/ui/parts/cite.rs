//! How to cite the page, a view, a claim or an event.

use yew::prelude::*;

use crate::{
    browser::take,
    explore::Record,
    export::{
        Taken,
        cite::{Format, Work, cite},
    },
    ui::view::use_view,
};

/// What is cited.
#[derive(Properties, PartialEq)]
pub struct CiteProps {
    /// Id of a claim or event; without one the view is cited.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// The view's query.
    #[prop_or_default]
    pub query: AttrValue,
}

/// One button a format: it copies the citation and shows it.
#[component]
pub fn Cite(props: &CiteProps) -> Html {
    let view = use_view();
    let words = view.words();
    let shown = use_state_eq(String::new);
    {
        let shown = shown.setter();
        use_effect_with((props.id.clone(), props.query.clone()), move |_| shown.set(String::new()));
    }
    let buttons = Format::ALL.map(|format| {
        let (view, shown, id, query) = (view.clone(), shown.setter(), props.id.clone(), props.query.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let site = take::site();
            let (dataset, language) = (&view.dataset, view.language);
            let taken = Taken { dataset, records: &[], language, site: &site, query: &query };
            let record = id
                .as_deref()
                .and_then(|id| dataset.claim(id).map(Record::Claim).or_else(|| dataset.event(id).map(Record::Event)));
            let works = record.map_or_else(|| vec![Work::page(&taken)], |record| Work::record(&taken, record));
            let text = cite(&works, format, take::today());
            take::copy(&text);
            shown.set(text);
        });
        html! { <button type="button" {onclick} data-literal="true">{ format.name() }</button> }
    });
    html! {
        <div class="cite" role="group" aria-label={words.cite}>
            <span class="meta">{ words.cite }</span>{ for buttons }
            if !shown.is_empty() {
                <p class="meta" role="status">{ words.copied }</p>
                <pre class="copied" data-literal="true" tabindex="0" lang="und">{ (*shown).clone() }</pre>
            }
        </div>
    }
}
