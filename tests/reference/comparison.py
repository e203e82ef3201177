"""What the program answers, compared with what is computed here. Each function raises an AssertionError that names what differs."""

import csv, functools, io, math, random, subprocess

import checks, questions
from agreement import Decision, System
from grades import GRAINS, Record
from model import TOLERANCE, month_name, month_number, usable

ALL_GRAINS = [*GRAINS, "finest"]
# How many ways out the engine looks for.
MOST_LOOKED_FOR = 128
# The engine looks for the slack of a loop in steps of a 1024th.
STEP = 1.1 / 1024


class Asked:
    """The program, asked about one metric and area."""

    def __init__(self, program, folder, metric, area, options):
        self.command, self.name = [program, folder, "--metric", metric, "--area", area, *options], f"{metric} {area}"

    def __call__(self, verb, *options):
        program, *rest = self.command
        run = subprocess.run([program, verb, *rest, *options], capture_output=True, text=True)
        assert run.returncode == 0, run.stderr
        return list(csv.DictReader(io.StringIO(run.stdout))), run.stderr.splitlines()


def number(text):
    return float(text) if text else math.inf


def names(text):
    return [name for name in text.split(";") if name]


class Comparison:
    """Both answers to every question about one record."""

    def __init__(self, asked, record, revision=0.0):
        self.asked, self.record, self.system, self.decision, self.revision = asked, record, record.system, record.decision, revision
        # Claims that agree only within the tolerance leave open how it is used.
        self.exactness = TOLERANCE if self.system.strict(record.kept) else 1e-3
        self.strained = checks.strained(record)
        # So far beyond every figure both solvers lose sight of an end.
        self.far = 1e6 * self.system.unit
        self.answers = 0

    def same(self, what, theirs, ours, exactness=None, room=0.0):
        exactness = exactness or self.exactness
        self.answers += 1
        # What is nothing beside the largest figure is nothing.
        room += max(exactness * max(abs(theirs), abs(ours)), 1e-3 * exactness * self.system.unit)
        near = theirs == ours or min(theirs, ours) > self.far or abs(theirs - ours) <= room
        assert near, f"{self.asked.name}, {what}: {theirs}, expected {ours}"

    def equal(self, what, theirs, ours):
        self.answers += 1
        assert theirs == ours, f"{self.asked.name}, {what}: {theirs}, expected {ours}"

    def bounds(self):
        """Blocks, months and what gives way."""
        rows, lines = self.asked("bounds")
        self.give_way(lines)
        cuts, first, last = self.record.cuts("finest"), self.record.first, self.record.last
        spans = [("block", a, b - 1) for a, b in zip(cuts, cuts[1:])] + [("month", at, at) for at in range(first, last + 1)]
        self.equal("blocks and months", [(r["kind"], r["start"], r["end"]) for r in rows], [(kind, month_name(a), month_name(b)) for kind, a, b in spans])
        for row, (kind, a, b) in zip(rows, spans):
            self.range(f"{kind} {row['start']} {row['end']}", row["low"], row["high"], self.record.bounds(a, b))

    def range(self, what, low, high, ours, exactness=None):
        self.same(f"{what}, low", float(low), ours[0], exactness)
        self.same(f"{what}, high", number(high), ours[1], exactness)

    def give_way(self, lines):
        decision, aside, wide, ways = self.decision, {}, set(), None
        for line in lines:
            kind, _, rest = line.partition(": ")
            if kind.startswith("set aside "):
                aside[kind.removeprefix("set aside ")] = rest.removeprefix("conflicts with ").split(", ")
            elif kind == "read widely":
                wide |= set(rest.split(", "))
            elif kind == "ways out":
                ways = rest
        self.equal("set aside", sorted(aside), sorted(decision.aside))
        self.equal("read widely", wide, decision.wide - set(decision.aside))
        ours = "many" if decision.many else str(len(decision.ways)) if decision.ways else None
        self.equal("ways out", ways, ours)
        for name, others in aside.items():
            read = {other: decision.reading[other] for other in [name, *others]}
            agree = self.system.agree
            assert not agree(read), f"{self.asked.name}: {name} and {others} agree"
            for spared in read:
                assert agree({n: wide for n, wide in read.items() if n != spared}), f"{self.asked.name}: {spared} is no part of the conflict of {name}"

    def grain(self, grain):
        """Periods with their grades, intervals, robust ranges and claims."""
        rows, _ = self.asked("bounds", "--grain", grain)
        ours = self.record.shown(grain)
        key = lambda p: (month_name(p.first), month_name(p.last), p.grade)
        self.equal(f"periods of {grain}", [(r["start"], r["end"], r["grade"]) for r in rows], [key(p) for p in ours])
        for row, period in zip(rows, ours):
            what = f"{grain} {row['start']} {row['end']}"
            self.range(what, row["low"], row["high"], (period.low, period.high))
            if period.grade != "chain":
                self.equal(f"{what}, claims", names(row["claims"]), period.claims)
            self.robust(what, row, period)

    def robust(self, what, row, period):
        record, decision = self.record, self.decision
        low, high = float(row["robust_low"]), number(row["robust_high"])
        if not decision.many:
            readings = decision.scenarios()
            exactness = max([self.exactness] + [1e-3 for reading in readings if not self.system.strict(reading)])
            self.range(f"{what}, robust", low, high, record.robust(period, self.strained), exactness)
            return
        every = Decision(self.system, most=MOST_LOOKED_FOR)
        if not every.many:
            expected = record.robust(period, self.strained, [self.decision.without(every.disputed)])
            self.range(f"{what}, robust", low, high, expected, 1e-3)
            return
        # Which claims are known to be disputed depends on how conflicts were looked for: at least the interval and the weak claims,
        # at most the removal of every claim of any smallest conflict.
        inner = record.robust(period, self.strained, [])
        every = Decision(self.system, most=2000)
        outer = record.robust(period, self.strained, [self.decision.without(every.disputed)])
        room = 1e-3 * max(abs(low), 1.0)
        assert outer[0] - room <= low <= inner[0] + room, f"{self.asked.name}, {what}: robust from {low}, expected {outer[0]} to {inner[0]}"
        assert inner[1] * (1 - 1e-3) <= high <= outer[1] * (1 + 1e-3), f"{self.asked.name}, {what}: robust to {high}, expected {inner[1]} to {outer[1]}"

    def squeezed(self):
        rows, _ = self.asked("squeezed")
        ours = {(month_name(a), month_name(b)): (a, b, high) for a, b, high, _ in checks.squeezed(self.record)}
        self.equal("squeezed", [(r["start"], r["end"]) for r in rows], list(ours))
        for row in rows:
            a, b, high = ours[row["start"], row["end"]]
            self.same(f"squeezed {row['start']}", number(row["high"]), high)
            kept = {name: self.record.kept[name] for name in names(row["claims"])}
            self.same(f"squeezed {row['start']} by its claims", self.system.bounds(kept, a, b)[1], high)
            # What follows from other claims as well is a choice; the engine's is as good.
            self.record.squeezed[a, b] = list(kept)

    def strains(self):
        rows, _ = self.asked("strained")
        theirs = {row["claim"]: row for row in rows}
        for claim in self.record.totals:
            found = checks.share(self.record, claim)
            close = found and (abs(found[0] - checks.STRAINED) < 1e-4 or 1e-6 < abs(found[1]) < 1e-3)
            if not close:
                self.equal(f"strained {claim.id}", claim.id in theirs, claim.id in self.strained)
        self.strained = sorted(theirs)
        for name, row in theirs.items():
            claim = self.system.claims[name]
            self.range(f"{name}, interval", row["low"], row["high"], self.record.interval(claim))
            self.range(f"{name}, room", row["least"], row["greatest"], checks.room(self.record, claim))

    def loops(self):
        """Each loop in turn: its slack is that of all claims, and its claims alone break there, none of which can be spared."""
        rows, _ = self.asked("loops")
        strict, loose, fixed = checks.Shrinking(self.record), checks.Shrinking(self.record, TOLERANCE), set()
        for row in rows:
            slack, loop = float(row["slack"]), set(names(row["claims"]))
            highest, lowest = (one.breaking(fixed) for one in (strict, loose))
            assert highest is not None, f"{self.asked.name}: no loop is left, and {loop} is one"
            self.answers += 1
            least = lowest[0] if lowest else 0.0
            assert least - STEP <= slack <= highest[1] + STEP, f"{self.asked.name}: {loop} breaks at {slack}, expected {least} to {highest[1]}"
            at = max(least - 2 * STEP, 0.0)
            assert not strict.agree(loop, at, fixed), f"{self.asked.name}: {loop} agree at {at}"
            for name in loop:
                assert strict.agree(loop - {name}, slack + STEP, fixed), f"{self.asked.name}: {name} is no part of {loop}"
            fixed |= loop
        left = loose.breaking(fixed)
        assert left is None or left[1] <= STEP, f"{self.asked.name}: another loop breaks at {left}"

    def fragility(self, grain):
        rows, _ = self.asked("fragility", "--grain", grain)
        periods = self.record.shown(grain)
        self.equal(f"periods of fragility, {grain}", [(r["start"], r["end"]) for r in rows], [(month_name(p.first), month_name(p.last)) for p in periods])
        anew = questions.without_each(self.record, periods)
        for at, (row, period) in enumerate(zip(rows, periods)):
            what = f"fragility of {row['start']} {row['end']}"
            self.range(what, row["low"], row["high"], self.record.bounds(period.first, period.last))
            self.hull(what, row, {name: ranges[at] for name, ranges in anew.items()}, questions.leans_on(self.record, period))

    def hull(self, what, row, anew, needed):
        """The hull takes in the claims needed for the bounds and, if at all, others; the claim named widens most."""
        if not row["claim"]:
            assert not needed, f"{self.asked.name}, {what}: no claim, expected one of {needed}"
            return
        own = (float(row["low"]), number(row["high"]))
        hull = lambda some: (min(low for low, _ in some), max(high for _, high in some))
        inner, outer = hull([own] + [anew[name] for name in needed]), hull([own, *anew.values()])
        low, high, exactness = float(row["least"]), number(row["greatest"]), max(self.exactness, 2 * TOLERANCE)
        room = exactness * max(abs(low), 1e-3 * self.system.unit)
        assert outer[0] - room <= low <= inner[0] + room, f"{self.asked.name}, {what}: from {low}, expected {outer[0]} to {inner[0]}"
        least, most = min(inner[1], self.far), outer[1] if outer[1] <= self.far else math.inf
        within = least * (1 - exactness) <= high <= most * (1 + exactness) + room
        assert within, f"{self.asked.name}, {what}: to {high}, expected {inner[1]} to {outer[1]}"
        self.answers += 2
        widths = {name: high - low for name in anew for low, high in [hull([own, anew[name]])]}
        widest, named = max([widths[name] for name in needed], default=0.0), widths[row["claim"]]
        wide = named >= min(widest, self.far) * (1 - 1e-5) - room
        assert wide, f"{self.asked.name}, {what}: {row['claim']} leaves {named} open, expected {widest}"

    def signs(self, dice, count):
        """Differences of random pairs of periods."""
        for _ in range(count):
            spans = [sorted(dice.randint(self.record.first, self.record.last) for _ in range(2)) for _ in range(2)]
            text = ",".join(":".join(month_name(at) for at in span) for span in spans)
            (row,), _ = self.asked("compare", "--periods", text)
            low, high = questions.difference(self.record, *spans)
            least = -math.inf if row["low"] == "" else float(row["low"])
            self.same(f"{text}, least", least, low)
            self.same(f"{text}, greatest", number(row["high"]), high)
            margin = 1e-3 * self.exactness * self.system.unit
            if abs(low) > margin and abs(high) > margin:
                self.equal(f"{text}, answer", row["answer"], "certain" if low > 0 or high < 0 else "unknown")

    def peaks(self, kind, word):
        rows, lines = self.asked("peaks", "--of", word)
        theirs = {(month_number(row["start"]), month_number(row["end"])) for row in rows}
        peaks = questions.Peaks(self.record, kind)
        for period in peaks.periods:
            lack = peaks.lacks(period) / self.system.unit
            if not 1e-9 < lack < 1e-5:
                self.equal(f"{month_name(period[0])} as greatest {kind}", period in theirs, lack <= 1e-9)
        assert theirs <= set(peaks.periods), f"{self.asked.name}: periods that are no {kind}: {theirs - set(peaks.periods)}"
        if kind == "month":
            least = [line for line in lines if line.startswith("some month had at least ")]
            self.same("least greatest month", float(least[0].split()[-1]) if least else 0.0, peaks.least_greatest(), room=0.51)

    def part(self, dice):
        """Bounds without a random claim, and of some claims only."""
        claims = list(self.system.claims.values())
        one = dice.choice(claims).id
        some = {claim.id for claim in dice.sample(claims, (len(claims) + 1) // 2)}
        for option, taken in ((("--without", one), {c.id for c in claims} - {one}), (("--only", ",".join(sorted(some))), some)):
            rest = usable([claim for claim in claims if claim.id in taken], self.revision)
            system = System(rest, self.system.step)
            if system.program is not None:
                asked = lambda verb, *options: self.asked(verb, *options, *option)
                asked.name = f"{self.asked.name} {' '.join(option)}"
                Comparison(asked, Record(system, Decision(system)), self.revision).bounds()
        usable(claims, self.revision)

    def everything(self, number):
        """All questions about a record, each as a function; fragility of one grain."""
        grains = [functools.partial(self.grain, grain) for grain in ALL_GRAINS]
        peaks = [functools.partial(self.peaks, *words) for words in (("year", "year"), ("twelve", "twelve_months"), ("month", "month"))]
        fragility = functools.partial(self.fragility, ALL_GRAINS[number % 4])
        signs = functools.partial(self.signs, random.Random(number), 2)
        part = functools.partial(self.part, random.Random(number))
        return [self.bounds, self.squeezed, self.strains, *grains, self.loops, fragility, signs, part, *peaks]
