//! Drawings as pictures, with the letters of an embedded face, so that every machine builds the same one.

use std::{error::Error, sync::Arc};

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb::Database},
};

/// An SVG as PNG, in its own size.
pub fn png(svg: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut faces = Database::new();
    typst_assets::fonts().for_each(|face| faces.load_font_data(face.to_vec()));
    let tree = Tree::from_str(svg, &Options { fontdb: Arc::new(faces), ..Options::default() })?;
    let size = tree.size().to_int_size();
    let mut picture = Pixmap::new(size.width(), size.height()).ok_or("a drawing without a size")?;
    resvg::render(&tree, Transform::default(), &mut picture.as_mut());
    Ok(picture.encode_png()?)
}

#[cfg(test)]
mod tests {
    use std::{collections::HashSet, path::Path};

    use crackdown_core::{
        dataset::{Dataset, Package},
        export::svg::Styles,
    };
    use crackdown_site::{
        card::{SIZE, card},
        styles::{STYLESHEET, export},
    };

    use super::*;

    #[test]
    fn the_card_is_a_picture_with_letters_on_it() {
        let fixture = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixture"));
        let dataset = Dataset::read(&Package::read_dir(fixture).unwrap()).unwrap();
        let svg = card(&dataset, Styles(&export(STYLESHEET).unwrap()));
        let bytes = png(&svg).unwrap();
        let picture = Pixmap::decode_png(&bytes).unwrap();
        assert_eq!((picture.width(), picture.height()), SIZE);
        let colours = |picture: &Pixmap| picture.pixels().iter().map(|p| (p.red(), p.green(), p.blue())).collect();
        let (page, all): (_, HashSet<_>) = (picture.pixel(0, 0).unwrap(), colours(&picture));
        assert_eq!((page.red(), page.green(), page.blue()), (0xfb, 0xfa, 0xf7));
        assert!(all.len() > 200, "{} colours", all.len());
        // The title's line holds nothing but letters.
        let row = picture.width() as usize * 130;
        assert!(picture.pixels()[row..row + 1200].iter().any(|pixel| *pixel != page), "letters in the title");
    }
}
