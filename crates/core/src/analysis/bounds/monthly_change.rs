//! How uneven the months must have been.

use microlp::Error;

use super::{
    TOLERANCE,
    conflict::consistent,
    statement::{Horizon, Statement, monthly_change_limit},
};

/// The greatest change that is looked for, in percent.
const LARGEST: f64 = 1e6;
/// How exact it is, in percentage points.
const EXACT: f64 = 0.1;

/// The least percentage by which a month must differ from the one before somewhere, to within 0.1 points; `None` where no
/// percentage up to a million will do, as when a month of nothing stands between others.
///
/// # Errors
/// Where the solver failed.
pub(super) fn smallest_monthly_change(statements: &[Statement], horizon: Horizon) -> Result<Option<f64>, Error> {
    let statements: Vec<Statement> = statements.iter().map(|statement| statement.loosened(TOLERANCE)).collect();
    let fits = |percent: f64| {
        let change_limit = monthly_change_limit(percent, horizon);
        let all: Vec<&Statement> = statements.iter().chain([&change_limit]).collect();
        match consistent(&all, horizon.len()) {
            Ok(()) => Ok(true),
            Err(Error::Infeasible) => Ok(false),
            Err(error) => Err(error),
        }
    };
    if fits(0.0)? {
        return Ok(Some(0.0));
    }
    let (mut low, mut high) = (0.0, 1.0);
    while !fits(high)? {
        (low, high) = (high, high * 2.0);
        if low > LARGEST {
            return Ok(None);
        }
    }
    while high - low > EXACT {
        let middle = f64::midpoint(low, high);
        if fits(middle)? { high = middle } else { low = middle }
    }
    Ok(Some((high / EXACT).ceil() * EXACT))
}
