"""Which claims are kept, read widely or set aside, and the ways out: METHOD.md, section "Which claim gives way"."""

import itertools, math

import numpy as np

from model import Program, TOLERANCE, month

WAYS = 16


class System:
    """The limits of all usable claims over one horizon, of which some can be switched on."""

    def __init__(self, claims, step=None, horizon=None):
        self.claims, self.step = {claim.id: claim for claim in claims}, step
        touched = [claim for claim in claims if claim.total]
        self.first = min((month(claim.start) for claim in touched), default=0)
        self.last = max((month(claim.end) for claim in touched), default=-1)
        if horizon is not None:
            self.first, self.last = horizon
        rows, self.places = [], {}
        inside = lambda at: self.first <= at <= self.last
        for claim in claims:
            for wide in (False, True):
                own = claim.rows(wide, inside)
                self.places[claim.id, wide] = range(len(rows), len(rows) + len(own))
                rows += own
        self.limited = [claim for claim in claims if len(self.places[claim.id, False])]
        self.background = [] if step is None else [
            row for m in range(self.first + 1, self.last + 1)
            for row in (({m - 1: 1 + step / 100, m: -1.0}, 0.0), ({m: 1.0, m - 1: step / 100 - 1}, 0.0))
        ]
        self.rows = rows
        self.limits = np.array([least for _, least in rows])
        self.unit = max([abs(least) for _, least in rows] + [1.0])
        self.program = self.build([(weights, -math.inf) for weights, _ in rows]) if self.first <= self.last else None
        self.shown = np.full(len(rows), -math.inf)
        self.known, self.answers = {}, {}

    def build(self, rows, more=0):
        program = Program(self.first, self.last, self.unit, more)
        for weights, least in rows + self.background:
            program.add(weights, least)
        return program

    def active(self, reading, loose):
        """The rows of a reading, each loosened by 1e-6 of its limit if asked."""
        slack = TOLERANCE if loose else 0.0
        places = [at for name, wide in reading.items() for at in self.places[name, wide]]
        return [(self.rows[at][0], self.limits[at] - slack * abs(self.limits[at])) for at in places]

    def show(self, reading, loose):
        wanted = np.full(len(self.rows), -math.inf)
        for name, wide in reading.items():
            place = self.places[name, wide]
            wanted[place.start:place.stop] = self.limits[place.start:place.stop]
        if loose:
            wanted -= TOLERANCE * np.abs(np.where(np.isfinite(wanted), wanted, 0.0))
        for at in np.nonzero(wanted != self.shown)[0]:
            self.program.highs.changeRowBounds(int(at), wanted[at] / self.unit, math.inf)
        self.shown = wanted

    def agree(self, reading):
        """Whether claims agree, to 1e-6 of each limit."""
        key = frozenset(reading.items())
        if key not in self.known:
            self.show(reading, True)
            self.known[key] = self.program.feasible()
        return self.known[key]

    def strict(self, reading):
        """Whether they agree without any tolerance."""
        key = frozenset(reading.items()), "strict"
        if key not in self.known:
            self.show(reading, False)
            self.known[key] = self.program.feasible()
        return self.known[key]

    def bounds(self, reading, first, last):
        """Least and greatest count of the months first to last under a reading."""
        key = frozenset(reading.items()), first, last
        if key not in self.answers:
            if first < self.first or last > self.last:
                kept = range(max(first, self.first), min(last, self.last) + 1)
                low = self.bounds(reading, kept[0], kept[-1])[0] if len(kept) else 0.0
                self.answers[key] = low, math.inf
            else:
                loose = not self.strict(reading)
                self.show(reading, loose)
                weights = dict.fromkeys(range(first, last + 1), 1.0)
                self.answers[key] = max(self.program.least(weights), 0.0), self.program.greatest(weights)
        return self.answers[key]


def conflict(agree, taken):
    """A smallest set of contradicting claims among those taken."""
    needed = list(taken)
    for name in list(taken):
        rest = [other for other in needed if other != name]
        if not agree(rest):
            needed = rest
    return frozenset(needed)


def corrections(agree, names, most=None):
    """All smallest sets of names without which the others agree, by growing size, and the smallest conflicts that they break.

    Stops once there are more than `most`.
    """
    conflicts, found, tried = [], [], set()

    def search(removed, size):
        if any(way <= removed for way in found) or (most is not None and len(found) > most) or removed in tried:
            return
        open_conflict = next((c for c in conflicts if not c & removed), None)
        if open_conflict is None:
            rest = [name for name in names if name not in removed]
            if agree(rest):
                found.append(removed)
                return
            open_conflict = conflict(agree, rest)
            conflicts.append(open_conflict)
        if len(removed) < size:
            for name in sorted(open_conflict):
                search(removed | {name}, size)
        tried.add(removed)

    for size in range(len(names) + 1):
        tried.clear()
        search(frozenset(), size)
        if found and all_hit(found, conflicts):
            break
    return found, conflicts


def all_hit(found, conflicts):
    """Whether no set that breaks every known conflict is missing, so that no larger size can find another."""
    ways = [frozenset()]
    for one in conflicts:
        ways = {way if way & one else way | {name} for way in ways for name in ([None] if way & one else one)}
        ways = [way for way in ways if not any(other < way for other in ways)]
        if len(ways) > 4 * WAYS:
            return False
    return set(ways) <= set(found)


class Decision:
    """Which usable claims are kept and how each is read."""

    def __init__(self, system, most=WAYS, ways=True):
        self.system, self.kept, self.aside, self.wide = system, {}, [], set()
        names = lambda claims: [claim.id for claim in claims]
        for _, group in itertools.groupby(sorted(system.limited, key=lambda claim: claim.rank), lambda claim: claim.rank):
            self.take(names(group))
        self.reading = {claim.id: claim.id in self.wide for claim in system.limited}
        self.ways, self.many, self.disputed = [], False, frozenset()
        if self.aside and ways and system.step is None:
            agree = lambda taken: system.agree({name: self.reading[name] for name in taken})
            self.ways, conflicts = corrections(agree, list(self.reading), most)
            self.many = len(self.ways) > most
            self.disputed = frozenset().union(*conflicts)

    def take(self, group):
        """Keeps or sets aside the claims of one rank."""
        wide = set()
        read = lambda taken: self.kept | {name: name in wide for name in taken}
        disputed = frozenset()
        while not self.system.agree(read(group)):
            _, conflicts = corrections(lambda taken: self.system.agree(read(taken)), group)
            disputed = frozenset().union(*conflicts)
            more = {name for name in disputed - wide if self.widens(name)}
            if not more:
                break
            wide |= more
            disputed = frozenset()
        self.wide |= wide
        self.aside += sorted(disputed)
        self.kept = read([name for name in group if name not in disputed])

    def widens(self, name):
        """Whether reading a claim widely changes what it says."""
        narrow, wide = (self.system.places[name, reading] for reading in (False, True))
        rows = self.system.rows
        return rows[narrow.start:narrow.stop] != rows[wide.start:wide.stop]

    def without(self, removed):
        """All usable claims but some, each as read above."""
        return {name: wide for name, wide in self.reading.items() if name not in removed}

    def scenarios(self):
        """The readings that the ways out leave."""
        return [self.without(way) for way in ([self.disputed] if self.many else self.ways)]
