//! The worker's door: answers questions to the bounds engine, off the page's own thread.

fn main() {
    crackdown_explorer::web::bounds_worker::serve();
}
