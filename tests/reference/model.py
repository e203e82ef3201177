"""Claims as limits on months, read from METHOD.md, sections "The model", "Figures" and "Dates", and a linear program of them for HiGHS.

A month is a number, year * 12 + month - 1. A reading says for each claim taken whether it is read widely.
"""

import csv, datetime as dt, math

import highspy
import numpy as np

TOLERANCE = 1e-6
NO_MIX = {"partner", "part", "definition"}
WIDER = {"rounded": "about", "more_than": "over"}


def month(day):
    return day.year * 12 + day.month - 1


def month_name(at):
    return f"{at // 12:04d}-{at % 12 + 1:02d}"


def month_number(text):
    return int(text[:4]) * 12 + int(text[5:7]) - 1


def first_day(at):
    return dt.date(at // 12, at % 12 + 1, 1)


def last_day(at):
    return first_day(at + 1) - dt.timedelta(days=1)


def interval(value, qualifier, unit, step):
    """Least and greatest true value of a printed one. `step` is the least difference of two values, 0 where there is none."""
    if qualifier in ("over", "at_least"):
        return value, math.inf
    step = step if unit > 1 else 0
    if qualifier == "nearly" and value > step and math.log10(value) % 1 == 0:
        unit = min(unit, value / 10)
    below, above = {
        "exact": (0, 0), "rounded": (-unit / 2, unit / 2), "about": (-unit, unit), "more_than": (0, unit - step), "nearly": (-unit, -min(step, unit)),
    }[qualifier]
    return value + below, value + above


class Claim:
    """A row of claims.csv with what it may mean."""

    def __init__(self, row, source):
        self.row, self.id = row, row["id"]
        day = lambda name: dt.date.fromisoformat(row[name]) if row.get(name) else None
        self.start, self.end = day("start"), day("end")
        self.latest_start, self.earliest_end = day("start_to") or self.start, day("end_from") or self.end
        self.inferred = bool(row.get("start_to") or row.get("end_from"))
        self.reliability = source["reliability"]
        self.published = dt.date.fromisoformat(source["published"]) if source["published"] else None
        day_rank = -self.published.toordinal() if self.published else 0
        self.rank = (("high", "medium", "low").index(self.reliability), day_rank)
        self.usable = row.get("use") != "no" and NO_MIX.isdisjoint(row["tags"].split(";"))
        # A running total that states no start may have begun on any day.
        self.total = bool(row["value"] and self.start and self.end and row["basis"] in ("period", "as_of"))
        self.growth, self.begun_anew, self.counts_a_part = 1.0, False, False

    def whole(self):
        """First and last month of a period of whole months whose dates are stated, or None."""
        if not (self.start and self.end) or self.inferred:
            return None
        whole = self.start == first_day(month(self.start)) and self.end == last_day(month(self.end))
        return (month(self.start), month(self.end)) if whole else None

    def outer(self):
        return range(month(self.start), month(self.end) + 1)

    def inner(self):
        start, end = month(self.latest_start), month(self.earliest_end)
        return range(start + (self.latest_start != first_day(start)), end + (self.earliest_end == last_day(end)))

    def figure(self, wide):
        """Least and greatest true figure."""
        qualifier = self.row["qualifier"]
        qualifier = WIDER.get(qualifier, qualifier) if wide else qualifier
        low, high = interval(float(self.row["value"]), qualifier, float(self.row["rounding"] or 1), 1)
        return max(low, 0.0), math.inf if self.counts_a_part else max(high, 0.0) * self.growth

    def change(self, wide):
        """Least and greatest true change on a year earlier as a share, or None."""
        text = self.row["change_pct"]
        if self.row["comparator"] != "yoy" or not text:
            return None
        qualifier = self.row.get("change_qualifier") or "rounded"
        qualifier = WIDER.get(qualifier, qualifier) if wide else qualifier
        unit = float(self.row.get("change_rounding") or 10.0 ** -len(text.partition(".")[2]))
        low, high = interval(abs(float(text)), qualifier, unit, 0)
        if float(text) < 0:
            low, high = -min(high, 100.0), -low
        return max(low / 100, -1.0), high / 100

    def rows(self, wide, inside, share=None):
        """Sums that are at least something, as ({month: weight}, least). With a share, intervals are shrunk to it about their middle."""
        out = []
        if self.begun_anew:
            return out
        if self.total:
            low, high = shrunk(self.figure(wide), share)
            out.append(({m: 1.0 for m in self.outer()}, low))
            if len(self.inner()) and math.isfinite(high):
                out.append(({m: -1.0 for m in self.inner()}, -high))
        if self.whole() is None:
            return out
        period = range(self.whole()[0], self.whole()[1] + 1)
        if self.change(wide) and all(inside(m) and inside(m - 12) for m in period):
            low, high = shrunk(self.change(wide), share)
            for change, sign in ((low, 1.0), (high, -1.0)):
                if math.isfinite(change):
                    row = {}
                    for m in period:
                        row[m] = row.get(m, 0) + sign
                        row[m - 12] = row.get(m - 12, 0) - sign * (1 + change)
                    out.append((row, 0.0))
        back = {"yoy": 12, "mom": 1}.get(self.row["comparator"])
        sign = {"down": 1.0, "up": -1.0}.get(self.row["direction"])
        if self.row["streak"] and int(self.row["streak"]) == len(period) and back and sign:
            out += [({m - back: sign, m: -sign}, 0.0) for m in period if inside(m) and inside(m - back)]
        return out


def shrunk(limits, share):
    low, high = limits
    if share is None or not math.isfinite(high):
        return limits
    middle, half = (low + high) / 2, (high - low) / 2
    return middle - share * half, middle + share * half


def read(folder):
    """All claims of a record."""
    rows = lambda name: csv.DictReader(open(folder / name, encoding="utf-8"))
    sources = {row["id"]: row for row in rows("sources.csv")}
    return [Claim(row, sources[row["source"]]) for row in rows("claims.csv")]


def usable(claims, revision=0.0):
    """Claims that the model uses, with the reader's allowance for revisions in per cent."""
    claims = [claim for claim in claims if claim.usable]
    for claim in claims:
        grown = revision and claim.total and any(takes_in(other, claim) for other in claims)
        claim.growth = 1 + revision / 100 if grown else 1.0
    running = [claim for claim in claims if claim.row["basis"] == "as_of" and claim.start]
    several = len({claim.row["campaign"] for claim in running}) > 1
    for claim in running:
        claim.counts_a_part = several
        claim.begun_anew = any(has_begun_anew(claim, other) for other in running)
    return claims


def has_begun_anew(claim, earlier):
    """Whether a running total has fallen below an earlier one of the same start and campaign."""
    printed = lambda one: interval(float(one.row["value"]), one.row["qualifier"], float(one.row["rounding"] or 1), 1)
    alike = (claim.start, claim.row["campaign"]) == (earlier.start, earlier.row["campaign"])
    return alike and earlier.end < claim.end and printed(claim)[1] < max(printed(earlier)[0], 0.0)


def takes_in(later, claim):
    """Whether a later total takes in the period of a claim."""
    if later is claim or not later.total or later.start > claim.start or later.end < claim.end:
        return False
    if later.published and claim.published:
        return later.published > claim.published
    return later.end > claim.end


class Program:
    """A linear program over the months of a horizon, and over further unknowns behind them."""

    def __init__(self, first, last, unit, more=0):
        self.first, self.last, self.unit = first, last, unit
        self.count = last - first + 1
        self.width = self.count + more
        self.highs = highspy.Highs()
        for option, value in (("output_flag", False), ("presolve", "off"), ("threads", 1), ("solver", "simplex"),
                              ("primal_feasibility_tolerance", 1e-10), ("dual_feasibility_tolerance", 1e-10)):
            self.highs.setOptionValue(option, value)
        for _ in range(self.width):
            self.highs.addVar(0.0, highspy.kHighsInf)
        self.columns = np.arange(self.width, dtype=np.int32)

    def inside(self, at):
        return self.first <= at <= self.last

    def add(self, weights, least, more=()):
        """A row; `more` has the weights of the unknowns behind the months, which are in units."""
        columns = [at - self.first for at in weights] + [self.count + at for at in range(len(more))]
        values = [*weights.values(), *more]
        self.highs.addRow(least / self.unit, highspy.kHighsInf, len(columns), np.array(columns, dtype=np.int32), np.array(values, dtype=float))

    def run(self, cost, sense):
        self.highs.changeColsCost(self.width, self.columns, cost)
        self.highs.changeObjectiveSense(sense)
        self.highs.run()
        if self.highs.getModelStatus() not in (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kInfeasible):
            # A warm start may be led astray; what is unlimited is so from nothing, too.
            self.highs.clearSolver()
            self.highs.run()
        return self.highs.getModelStatus()

    def feasible(self):
        status = self.run(np.zeros(self.width), highspy.ObjSense.kMinimize)
        assert status in (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kInfeasible), status
        return status == highspy.HighsModelStatus.kOptimal

    def least(self, weights, more=()):
        return self.extreme(weights, more, highspy.ObjSense.kMinimize)

    def greatest(self, weights, more=()):
        return self.extreme(weights, more, highspy.ObjSense.kMaximize)

    def extreme(self, weights, more, sense):
        """Least or greatest weighted sum of a program that has a solution."""
        cost = np.zeros(self.width)
        for at, weight in weights.items():
            cost[at - self.first] += weight
        cost[self.count:] = more if len(more) else 0.0
        status = self.run(cost, sense)
        if status == highspy.HighsModelStatus.kOptimal:
            return self.highs.getInfo().objective_function_value * self.unit
        assert status in (highspy.HighsModelStatus.kUnbounded, highspy.HighsModelStatus.kUnboundedOrInfeasible), status
        return math.inf if sense == highspy.ObjSense.kMaximize else -math.inf
