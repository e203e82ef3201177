//! How long a keystroke takes: the records found and the counts of every facet, in the record itself and in 50,000 made-up claims.
//! `browser/` measures the same in a browser.

// A benchmark that cannot go on fails where it stands.
#![allow(clippy::expect_used, missing_docs)]

mod synthetic;

use crackdown_core::{
    dataset::{Dataset, Package},
    query::{Action, Column, Index, Selection, Sort, counts, records, sort_records},
};
use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use synthetic::synthetic;

/// What a reader may have typed, letter by letter and word by word.
const TYPED: [&str; 5] = ["y", "yunnan", "yunnan 移交", "391,000", "no such words"];

fn search(criterion: &mut Criterion) {
    let record = Dataset::read(&Package::embedded()).expect("the record");
    let large = synthetic(&record, 50_000);
    for (name, dataset) in [("record", &record), ("50,000 claims", &large)] {
        let index = Index::new(dataset, []);
        let mut group = criterion.benchmark_group(name);
        group.sample_size(20);
        for text in TYPED {
            let selection = Selection::default().after(Action::Text(text.into()));
            group.bench_with_input(BenchmarkId::new("keystroke", text), &selection, |bench, selection| {
                // The index remembers the last text; it is to know nothing of this one.
                bench.iter_batched(
                    || drop(index.finder("")),
                    |()| {
                        (
                            records(dataset, &index, selection.record_request()).len(),
                            counts(dataset, &index, selection.record_request()),
                        )
                    },
                    BatchSize::PerIteration,
                );
            });
        }
        group.bench_function("sort by figure", |bench| {
            let all = records(dataset, &index, Selection::default().record_request());
            bench.iter(|| {
                let mut all = all.clone();
                sort_records(dataset, &mut all, Sort { column: Column::Figure, descending: true }, |text| {
                    text.get("en").to_owned()
                });
                all.len()
            });
        });
        group.bench_function("index", |bench| bench.iter(|| Index::new(dataset, [])));
        group.finish();
    }
}

criterion_group!(benches, search);
criterion_main!(benches);
