//! The markup that shows one view in another page.

use super::svg::escaped;
use crate::query::{Embed, Selection};

/// An `<iframe>` of a view and the script that sets its height to what the view says of itself. `site` is the explorer's address;
/// `title` names the frame for those who do not see it.
pub fn embed_code(site: &str, embed: Embed, selection: &Selection, title: &str) -> String {
    let alone = match embed {
        Embed::Claim => Selection { focus: selection.focus.clone(), theme: selection.theme, ..Selection::default() },
        Embed::Decline | Embed::Map => Selection { focus: None, ..selection.clone() },
    };
    let query = Selection { embed: Some(embed), ..alone }.to_query();
    let (address, title) = (escaped(&format!("{site}?{query}")), escaped(title));
    format!(
        "<iframe src=\"{address}\" title=\"{title}\" style=\"width:100%;height:40rem;border:0\" loading=\"lazy\" allow=\"clipboard-write\"></iframe>\n\
         <script>addEventListener('message',e=>{{for(const f of document.querySelectorAll('iframe'))\
         if(f.contentWindow===e.source&&e.data?.crackdown)f.style.height=e.data.crackdown.height+'px'}})</script>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Query;

    #[test]
    fn a_claim_stands_alone_and_a_map_keeps_its_selection() {
        let query = Query { area: Some("MMR".into()), ..Query::default() };
        let selection = Selection { query, focus: Some("mmr-2024".into()), ..Selection::default() };
        let claim = embed_code("https://example.org/", Embed::Claim, &selection, "A \"claim\" & more");
        assert!(claim.starts_with("<iframe src=\"https://example.org/?claim=mmr-2024&amp;embed=claim\""), "{claim}");
        assert!(claim.contains("title=\"A &quot;claim&quot; &amp; more\""), "{claim}");
        let map = embed_code("https://example.org/", Embed::Map, &selection, "");
        assert!(map.starts_with("<iframe src=\"https://example.org/?area=MMR&amp;embed=map\""), "{map}");
    }
}
