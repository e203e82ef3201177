"""Squeezed periods, strained claims and loops: METHOD.md, section "Checks"."""

import math

from agreement import conflict
from model import Program

SQUEEZED, STRAINED = 0.1, 0.1


def squeezed(record):
    """Squeezed periods with their greatest count and claims that it follows from, of which none can be spared."""
    years = [record.bounds(a, b)[0] for a, b in record.pieces("year")]
    least = min((low for low in years if low > 0), default=None)
    if least is None:
        return []
    lows = {a // 12: record.bounds(a, b)[0] for a, b in record.pieces("year")}
    cuts, reported, out = record.cuts("finest"), record.reported(), []
    for a, b in zip(cuts, cuts[1:]):
        touched = [lows[year] for year in range(a // 12, (b - 1) // 12 + 1) if lows.get(year, 0) > 0]
        high = record.bounds(a, b - 1)[1]
        if (a, b - 1) not in reported and touched and high / (b - a) < SQUEEZED * min(touched) / 12:
            out.append((a, b - 1, high, behind(record, a, b - 1, high)))
    return out


def behind(record, first, last, high):
    """Kept claims from which an upper bound follows, of which none can be spared."""
    limit = high + 1e-6 * max(high, 1e-3 * record.system.unit)
    follows = lambda names: record.system.bounds({name: record.kept[name] for name in names}, first, last)[1] <= limit
    return conflict(lambda names: not follows(names), record.kept)


def room(record, claim):
    """What a total may use of its interval."""
    low, high = record.interval(claim)
    inner, outer = claim.inner(), claim.outer()
    least = record.bounds(inner[0], inner[-1])[0] if len(inner) else 0.0
    return max(low, least), min(high, record.bounds(outer[0], outer[-1])[1])


def share(record, claim):
    """Part of its interval that a total may use, and how far that lies from the nearer end, as shares; None where neither means anything."""
    low, high = record.interval(claim)
    if not math.isfinite(high) or high <= low:
        return None
    least, greatest = room(record, claim)
    return (greatest - least) / (high - low), min(least - low, high - greatest) / (high - low)


def strained(record):
    """Totals that may use less than a tenth of their interval, at an end of it."""
    shares = {claim.id: share(record, claim) for claim in record.totals}
    return [name for name, found in shares.items() if found and found[0] < STRAINED and found[1] < 1e-6]


class Shrinking:
    """The kept claims, of which some are shrunk about the middle of their intervals."""

    def __init__(self, record, slack=None):
        self.record, self.system = record, record.system
        self.inside = lambda at: self.system.first <= at <= self.system.last
        self.plain = {name: self.rows(name, None) for name in record.kept}
        # Where they agree only to 1e-6, they are judged so at every share.
        self.slack = slack or (1e-9 if self.system.strict(record.kept) else 1e-6)

    def rows(self, name, share):
        return self.system.claims[name].rows(self.record.kept[name], self.inside, share)

    def agree(self, names, share, fixed):
        """Whether claims agree when all but the fixed ones are shrunk to a share."""
        program = Program(self.system.first, self.system.last, self.system.unit)
        for weights, least in self.system.background:
            program.add(weights, least)
        for name in names:
            for weights, least in self.plain[name] if name in fixed else self.rows(name, share):
                program.add(weights, least - self.slack * abs(least))
        return program.feasible()

    def breaking(self, fixed, exact=1e-6):
        """Shares between which the claims break, or None where they agree even as points."""
        names = list(self.record.kept)
        low, high = 0.0, 1.0
        if self.agree(names, 0.0, fixed):
            return None
        while high - low > exact:
            middle = (low + high) / 2
            low, high = (low, middle) if self.agree(names, middle, fixed) else (middle, high)
        return low, high

    def loop(self, share, fixed):
        """The smallest conflict a little below the share at which the claims break."""
        share = max(share - 1e-4, 0.0)
        return conflict(lambda names: self.agree(names, share, fixed), self.record.kept)

    def loops(self, most=math.inf):
        """Loops with their slack, the tightest first."""
        fixed, out = set(), []
        while len(out) < most and (shares := self.breaking(fixed)):
            loop = self.loop(shares[1], fixed)
            out.append((shares[1], loop))
            if loop <= fixed:
                break
            fixed |= loop
        return out
