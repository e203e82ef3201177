"""Periods at a grain, how each is known and how firm that is: METHOD.md, sections "Grades", "Grains" and "Robust ranges"."""

import datetime as dt, functools, math

from model import month

GRAINS = {"year": 12, "half": 6, "quarter": 3}
NARROW, SLACK = 0.1, 1e-9


class Period:
    """Months that the page shows as one."""

    def __init__(self, first, last, grade, low, high, claims):
        self.first, self.last, self.grade, self.low, self.high, self.claims = first, last, grade, low, high, claims


class Record:
    """One metric and area with the claims kept, and what they imply."""

    def __init__(self, system, decision):
        self.system, self.decision = system, decision
        self.first, self.last, self.kept = system.first, system.last, decision.kept
        self.totals = [claim for name, claim in system.claims.items() if name in self.kept and claim.total]
        # The squeezed periods with the claims behind them, as {(first, last): claims}; `checks` fills it in.
        self.squeezed = {}

    def bounds(self, first, last):
        return self.system.bounds(self.kept, first, last)

    def interval(self, claim):
        return claim.figure(self.kept[claim.id])

    def cuts(self, grain):
        """First months of the pieces that a grain divides the horizon into, and the month after the last."""
        if grain == "finest":
            places = {self.first, self.last + 1}
            for claim in self.totals:
                # Without an upper end nothing is said of inner months.
                limited = claim.inner() if math.isfinite(self.interval(claim)[1]) else ()
                for months in (claim.outer(), limited):
                    if len(months):
                        places |= {months[0], months[-1] + 1}
            return sorted(places)
        pieces = self.pieces(grain)
        return sorted({at for piece in pieces for at in (piece[0], piece[1] + 1)})

    def pieces(self, grain):
        """Calendar periods that lie wholly in the horizon."""
        size = GRAINS[grain]
        starts = range(-(-self.first // size) * size, self.last + 2 - size, size)
        return [(at, at + size - 1) for at in starts]

    @functools.cached_property
    def levels(self):
        """The level of each year that has one."""
        years = {a // 12: self.bounds(a, b) for a, b in self.pieces("year")}
        return {year: (low + high) / 24 for year, (low, high) in years.items() if math.isfinite(high)}

    def narrow(self, first, last, low, high):
        levels = [self.levels[year] for year in range(first // 12, last // 12 + 1) if year in self.levels]
        level = sum(levels) / len(levels) * (last - first + 1) if levels else 0.0
        return math.isfinite(high) and high - low <= NARROW * max((low + high) / 2, level) * (1 + SLACK) + SLACK

    def reported(self):
        """The reported periods; of several claims the narrowest, then the one of higher rank."""
        out = {}
        for claim in sorted(self.totals, key=lambda claim: claim.rank):
            if claim.whole():
                low, high = self.interval(claim)
                old = out.get(claim.whole())
                if old is None or high - low < old.high - old.low:
                    out[claim.whole()] = Period(*claim.whole(), "reported", low, high, [claim.id])
        return out

    def differences(self):
        """The periods that one total has beyond another; of several pairs the narrowest, then by rank."""
        stated = sorted((claim for claim in self.totals if not claim.inferred), key=lambda claim: claim.rank)
        out = {}
        for larger in stated:
            for smaller in stated:
                months = beyond(larger, smaller)
                if months:
                    (low, high), (least, greatest) = self.interval(larger), self.interval(smaller)
                    found = Period(*months, "difference", max(0.0, low - greatest), high - least, [larger.id, smaller.id])
                    old = out.get(months)
                    if old is None or found.high - found.low < (old.high - old.low) * (1 - SLACK):
                        out[months] = found
        return out

    def graded(self):
        """Every period that is reported or a difference."""
        return self.differences() | self.reported()

    def solid(self, period):
        """Whether a graded period may be shown as a solid mark."""
        if (period.first, period.last) in self.squeezed or not self.narrow(period.first, period.last, period.low, period.high):
            return False
        borders = lambda a, b: a == period.last + 1 or b == period.first - 1
        return period.grade == "reported" or not any(
            borders(*months) and set(period.claims) <= set(claims) for months, claims in self.squeezed.items())

    def shown(self, grain):
        """The periods shown at a grain, in order."""
        cuts = self.cuts(grain)
        places = set(cuts)
        runs = [p for p in self.graded().values() if p.first in places and p.last + 1 in places and self.solid(p)]
        chosen = choice(runs)
        gaps, at = [], cuts[0] if cuts else 0
        for period in chosen + [None]:
            end = (cuts[-1] if cuts else 0) if period is None else period.first
            inside = [(at, end - 1)] if grain == "finest" else [(a, b) for a, b in self.pieces(grain) if at <= a and b < end]
            gaps += [gap for gap in inside if gap[0] <= gap[1]]
            at = end if period is None else period.last + 1
        chains = [Period(a, b, "chain", *self.bounds(a, b), []) for a, b in gaps]
        return sorted(chosen + [p for p in chains if math.isfinite(p.high)], key=lambda period: period.first)

    def weak(self, strained):
        """Kept claims that a robust range does not lean on."""
        claims = (self.system.claims[name] for name in self.kept)
        return [c.id for c in claims if c.reliability == "low" or c.inferred or c.id in strained]

    def robust(self, period, strained, scenarios=None):
        """Interval of a period, its bounds under each way out and its bounds without each weak claim."""
        readings = self.decision.scenarios() if scenarios is None else scenarios
        readings = readings + [{name: wide for name, wide in self.kept.items() if name != weak} for weak in self.weak(strained)]
        ranges = [(period.low, period.high)] + [self.system.bounds(reading, period.first, period.last) for reading in readings]
        return min(low for low, _ in ranges), max(high for _, high in ranges)


def beyond(larger, smaller):
    """Whole months that one total has beyond another with which it begins or ends, or None."""
    day = dt.timedelta(days=1)
    if larger.start == smaller.start and larger.end > smaller.end:
        first, last = smaller.end + day, larger.end
    elif larger.end == smaller.end and larger.start < smaller.start:
        first, last = larger.start, smaller.start - day
    else:
        return None
    whole = first.day == 1 and (last + day).day == 1
    return (month(first), month(last)) if whole else None


def choice(runs):
    """Of runs of months the choice without overlap that has the most; then covers the most months; then names the fewest claims; then begins
    and ends most often with a quarter; then begins and ends first."""
    best = {}
    nothing = (0, 0, 0, 0, ()), []
    starts = sorted({run.first for run in runs}, reverse=True)
    after = lambda at: best[min((start for start in starts if start >= at), default=None)] if any(s >= at for s in starts) else nothing
    for start in starts:
        options = [after(start + 1)]
        for run in runs:
            if run.first == start:
                (count, months, named, quarters, order), rest = after(run.last + 1)
                covered, ends = run.last - start + 1, (start % 3 == 0) + ((run.last + 1) % 3 == 0)
                key = (count - 1, months - covered, named + len(run.claims), quarters - ends, ((start, run.last), *order))
                options.append((key, [run] + rest))
        best[start] = min(options, key=lambda option: option[0])
    return after(-math.inf)[1]
