//! The lane of events.

use super::*;

fn lane(claims: &[Claim], happened: &[Event]) -> Lane {
    let (dataset, claims): (Dataset, Vec<&Claim>) = (dataset(), claims.iter().collect());
    let events: Vec<&Event> = happened.iter().collect();
    let scale = TimeScale::new(month("2023-06"), month("2023-12"), 0.0, 214.0);
    super::super::events::lane(&LaneInput {
        chart: input(&dataset, &claims, &events, CRACKED),
        scale,
        plot_height: 0.0,
    })
}

/// Last id, left edge, width and row of each mark.
fn places(lane: &Lane) -> Vec<(&str, f64, f64, f64)> {
    let place = |mark: &Mark| mark.target().map(|rect| (rect.x, rect.width, ((rect.y - 2.0) / 13.0).round()));
    let marks = lane.marks.iter().filter_map(|mark| Some((mark.records.last().map_or("", |id| id), place(mark)?)));
    marks.map(|(id, (x, width, row))| (id, x, width, row)).collect()
}

#[test]
fn events_that_meet_take_rows_and_those_without_a_day_are_listed() {
    let happened = [
        event("a", "2023-09-08", ""),
        event("b", "2023-09-10", "2023-09-12"),
        event("long", "2023-05-01", "2023-12-01"),
        event("undated", "", "2023-12-01"),
        event("backwards", "2023-12-02", "2023-12-01"),
    ];
    let launch =
        Claim { campaign: Some("pull-nails".into()), ..claim("c", "cases_cracked", "2023-09-20", "2023-10-20") };
    let with_campaign = lane(&[launch], &happened);
    assert_eq!(with_campaign.marks[0].class(), "campaign launch");
    assert_eq!(
        places(&with_campaign),
        [("", 106.0, 36.0, 0.0), ("long", 0.0, 184.0, 1.0), ("a", 99.0, 8.0, 2.0), ("b", 101.0, 8.0, 3.0)]
    );
    assert_eq!(with_campaign.undated, ["undated", "backwards"]);
    let without = lane(&[], &happened);
    assert!(without.marks.iter().all(|mark| mark.class() == "event handover"), "no claim dates the campaign");
}

#[test]
fn labels_stand_where_their_row_has_room() {
    let happened = [event("first", "2023-07-01", ""), event("next", "2023-09-15", ""), event("last", "2023-12-20", "")];
    let lane = lane(&[], &happened);
    // "Handover: " is 58.8 pixels wide.
    assert_eq!(lane.marks[0].row.subject, "Handover: ");
    let labels = lane.marks.iter().map(|mark| {
        mark.shapes.iter().find_map(|shape| if let Shape::Label { x, .. } = shape { Some(*x) } else { None })
    });
    assert_eq!(labels.collect::<Vec<_>>(), [Some(42.0), Some(118.0), None]);
}

#[test]
fn launches_and_verdicts_have_their_own_colours() {
    let kinds = [
        ("launch", "event launch"),
        ("verdict", "event verdict"),
        ("execution", "event verdict execution"),
        ("law", "event law"),
    ];
    for (kind, class) in kinds {
        let happened = Event { kind: kind.into(), ..event("a", "2023-07-01", "") };
        assert_eq!(lane(&[], &[happened]).marks[0].class(), class);
    }
}
