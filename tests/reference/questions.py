"""Signs, possible peaks and fragility: METHOD.md, section "Questions"."""

import math

from agreement import Decision, System
from model import TOLERANCE


def difference(record, one, other):
    """Least and greatest count of the second period less the first."""
    weights = {}
    for (first, last), sign in ((one, -1.0), (other, 1.0)):
        for at in range(first, last + 1):
            weights[at] = weights.get(at, 0.0) + sign
    system = record.system
    system.show(record.kept, not system.strict(record.kept))
    return system.program.least(weights), system.program.greatest(weights)


class Peaks:
    """Periods of one kind, of which some may be the greatest."""

    def __init__(self, record, kind):
        self.record = record
        if kind == "year":
            self.periods = record.pieces("year")
        else:
            size = {"twelve": 12, "month": 1}[kind]
            self.periods = [(at, at + size - 1) for at in range(record.first, record.last + 2 - size)]
        system, kept = record.system, record.kept
        # Behind the months stand the greatest period of the kind and what the period asked for lacks of it.
        self.program = system.build(system.active(kept, not system.strict(kept)), 2)
        for first, last in self.periods:
            self.program.add(dict.fromkeys(range(first, last + 1), -1.0), 0.0, (1.0, 0.0))
        self.rows = self.program.highs.getNumRow()

    def lacks(self, period):
        """How much a period lacks of the greatest at least."""
        first, last = period
        self.program.add(dict.fromkeys(range(first, last + 1), 1.0), 0.0, (-1.0, 1.0))
        lack = self.program.least({}, (0.0, 1.0))
        self.program.highs.deleteRows(1, [self.rows])
        return lack

    def least_greatest(self):
        """The least that the greatest period can have been."""
        return self.program.least({}, (1.0, 0.0))


def without_each(record, periods):
    """Bounds of periods without each claim that has limits, everything but the horizon decided anew: {claim: [(low, high)]}."""
    out, claims, horizon = {}, list(record.system.claims.values()), (record.first, record.last)
    for name in record.decision.reading:
        rest = [claim for claim in claims if claim.id != name]
        system = System(rest, record.system.step, horizon)
        kept = Decision(system, ways=False).kept
        out[name] = [system.bounds(kept, period.first, period.last) for period in periods]
    return out


def leans_on(record, period):
    """Kept claims without which, and nothing decided anew, the bounds of a period differ."""
    low, high = record.bounds(period.first, period.last)
    out = []
    for name in record.kept:
        reading = {other: wide for other, wide in record.kept.items() if other != name}
        least, greatest = record.system.bounds(reading, period.first, period.last)
        unit = TOLERANCE * max(abs(low), 1.0)
        if low - least > unit or (greatest - high > TOLERANCE * max(high, 1.0) and high < math.inf):
            out.append(name)
    return out
