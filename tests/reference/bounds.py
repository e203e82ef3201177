"""What the totals imply, worked out a second time with HiGHS and compared with `claims bounds`.

    bounds.py CLAIMS DATA [COUNT]

CLAIMS is the program, DATA the record, COUNT how many random records are made up (200). The model is read anew from
ARCHITECTURE.md, section "Bounds"; nothing is shared with the engine but the files. Answers must agree to 1e-6 relative.
"""

import csv, datetime as dt, io, itertools, json, math, pathlib, random, subprocess, sys, tempfile

import highspy
import numpy as np

TOLERANCE = 1e-6
INTERVAL = {
    "exact": (0, 0), "rounded": (-0.5, 0.5), "about": (-1, 1), "more_than": (0, 1), "at_least": (0, 1), "nearly": (-1, 0),
}


def month(day):
    return day.year * 12 + day.month - 1


def month_name(at):
    return f"{at // 12:04d}-{at % 12 + 1:02d}"


def first_day(at):
    return dt.date(at // 12, at % 12 + 1, 1)


def last_day(at):
    return first_day(at + 1) - dt.timedelta(days=1)


class Claim:
    """A row of claims.csv."""

    def __init__(self, row):
        self.row, self.id, self.basis = row, row["id"], row["basis"]
        day = lambda text: dt.date.fromisoformat(text) if text else None
        self.start, self.end = day(row["start"]), day(row["end"])
        self.low = self.high = None
        if row["value"]:
            value, unit = float(row["value"]), float(row["rounding"] or 1)
            below, above = INTERVAL[row["qualifier"]]
            self.low, self.high = max(value + below * unit, 0), value + above * unit
        self.counted = set(row["tags"].split(";")).isdisjoint({"partner", "part"})

    def touched(self):
        """First and last month of a figure that can be used, or None."""
        if self.low is None or self.end is None:
            return None
        # A running total that states no start may have begun on any day.
        return (month(self.start), month(self.end)) if self.start and self.basis in ("period", "as_of") else None

    def rows(self, first, last):
        """Lower bounds of weighted sums over months first..last, as ({month: weight}, least)."""
        out = []
        if self.touched():
            start, end = self.touched()
            outer = range(start, end + 1)
            inner_start = start + (self.start != first_day(start))
            inner = range(inner_start, end + (self.end == last_day(end)))
            out.append(({m: 1.0 for m in outer}, self.low))
            if len(inner):
                out.append(({m: -1.0 for m in inner}, -self.high))
        if not (self.start and self.end and self.start == first_day(month(self.start)) and self.end == last_day(month(self.end))):
            return out
        period = range(month(self.start), month(self.end) + 1)
        inside = lambda at: first <= at <= last
        if self.row["comparator"] == "yoy" and self.row["change_pct"]:
            text = self.row["change_pct"]
            half = 0.5 * 10.0 ** -(len(text.split(".")[1]) if "." in text else 0)
            low, high = 1 + (float(text) - half) / 100, 1 + (float(text) + half) / 100
            if all(inside(m) and inside(m - 12) for m in period):
                for factor, sign in ((low, 1.0), (high, -1.0)):
                    row = {}
                    for m in period:
                        row[m] = row.get(m, 0) + sign
                        row[m - 12] = row.get(m - 12, 0) - sign * factor
                    out.append((row, 0.0))
        back = {"yoy": 12, "mom": 1}.get(self.row["comparator"])
        sign = {"down": 1.0, "up": -1.0}.get(self.row["direction"])
        if self.row["streak"] and back and sign:
            out += [({m - back: sign, m: -sign}, 0.0) for m in period if inside(m) and inside(m - back)]
        return out


class Program:
    """Rows over the months of a horizon."""

    def __init__(self, rows, first, last):
        self.first, self.count = first, last - first + 1
        self.unit = max([abs(least) for _, least in rows] + [1.0])
        self.highs = highspy.Highs()
        self.highs.setOptionValue("log_to_console", False)
        for option in ("primal_feasibility_tolerance", "dual_feasibility_tolerance"):
            self.highs.setOptionValue(option, 1e-10)
        for _ in range(self.count):
            self.highs.addVar(0.0, highspy.kHighsInf)
        for weights, least in rows:
            self.add(weights, least)

    def column(self, at):
        return at - self.first

    def add(self, weights, least):
        columns = np.array([self.column(at) for at in weights], dtype=np.int32)
        self.highs.addRow(least / self.unit, highspy.kHighsInf, len(columns), columns, np.array(list(weights.values())))

    def solve(self, cost, sense):
        columns = np.arange(self.count, dtype=np.int32)
        self.highs.changeColsCost(len(columns), columns, cost)
        self.highs.changeObjectiveSense(sense)
        self.highs.run()
        if self.highs.getModelStatus() == highspy.HighsModelStatus.kUnknown:
            # A warm start led astray; from nothing it finds its way.
            self.highs.clearSolver()
            self.highs.run()
        return self.highs.getModelStatus()

    def feasible(self):
        return self.solve(np.zeros(self.count), highspy.ObjSense.kMinimize) == highspy.HighsModelStatus.kOptimal

    def extreme(self, months, sense):
        cost = np.zeros(self.count)
        cost[[self.column(at) for at in months]] = 1.0
        status = self.solve(cost, sense)
        if status == highspy.HighsModelStatus.kOptimal:
            return self.highs.getInfo().objective_function_value * self.unit
        assert status in (highspy.HighsModelStatus.kUnbounded, highspy.HighsModelStatus.kUnboundedOrInfeasible), status
        return math.inf


def bounds(claims, sources, step=None):
    """Blocks and months with their bounds, the ids set aside, and how exactly the claims kept determine the bounds."""
    horizon = lambda claims: (min(c.touched()[0] for c in claims if c.touched()), max(c.touched()[1] for c in claims if c.touched()))
    claims = [claim for claim in claims if claim.counted]
    if not any(claim.touched() for claim in claims):
        return [], [], TOLERANCE
    order = {"high": 0, "medium": 1, "low": 2}

    def rank(claim):
        source = sources[claim.row["source"]]
        published = dt.date.fromisoformat(source["published"]).toordinal() if source["published"] else 0
        return order[source["reliability"]], -published, claim.id

    steps = lambda first, last: [] if step is None else [
        row for m in range(first + 1, last + 1)
        for row in (({m - 1: 1 + step / 100, m: -1.0}, 0.0), ({m: 1.0, m - 1: step / 100 - 1}, 0.0))
    ]
    first, last = horizon(claims)
    kept, rows, aside = [], steps(first, last), []
    loosened = lambda rows: [(weights, least - abs(least) * TOLERANCE) for weights, least in rows]
    for claim in sorted(claims, key=rank):
        more = claim.rows(first, last)
        if not more:
            continue
        if Program(loosened(rows + more), first, last).feasible():
            kept, rows = kept + [claim], rows + more
        else:
            aside.append(claim.id)
    first, last = horizon(kept)
    rows = steps(first, last) + list(itertools.chain.from_iterable(claim.rows(first, last) for claim in kept))
    program = Program(rows, first, last)
    exactness = TOLERANCE
    if not program.feasible():
        # They agree only within the tolerance, so that the bounds hang on how it is used.
        program, exactness = Program(loosened(rows), first, last), 1e-3
    cuts = {first, last + 1}
    for claim in kept:
        if claim.touched():
            for weights, _ in claim.rows(first, last)[:2]:
                if all(abs(w) == 1.0 for w in weights.values()):
                    cuts |= {min(weights), max(weights) + 1}
    cuts = sorted(cuts)
    spans = [("block", a, b - 1) for a, b in zip(cuts, cuts[1:])] + [("month", m, m) for m in range(first, last + 1)]
    low, high = highspy.ObjSense.kMinimize, highspy.ObjSense.kMaximize
    answer = [
        (kind, month_name(a), month_name(b), program.extreme(range(a, b + 1), low), program.extreme(range(a, b + 1), high))
        for kind, a, b in spans
    ]
    return answer, aside, exactness


def read(folder):
    rows = lambda name: list(csv.DictReader(open(folder / name, encoding="utf-8")))
    return [Claim(row) for row in rows("claims.csv")], {row["id"]: row for row in rows("sources.csv")}


def ask(program, folder, metric, area, step=None):
    """What the engine answers."""
    command = [program, "bounds", folder, "--metric", metric, "--area", area]
    command += [] if step is None else ["--max-monthly-change", str(step)]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    lines = csv.DictReader(io.StringIO(run.stdout))
    answer = [(r["kind"], r["start"], r["end"], float(r["low"]), float(r["high"] or math.inf)) for r in lines]
    return answer, [line.split(":")[0].removeprefix("set aside ") for line in run.stderr.splitlines()]


def close(a, b, unit, exactness):
    # What is nothing beside the largest figure is nothing.
    return a == b or abs(a - b) <= max(exactness * max(abs(a), abs(b)), 1e-3 * exactness * unit)


def compare(name, ours, theirs):
    assert ours[1] == theirs[1], f"{name}: set aside {ours[1]}, expected {theirs[1]}"
    assert [row[:3] for row in ours[0]] == [row[:3] for row in theirs[0]], f"{name}: other months or blocks\n{ours[0]}\n{theirs[0]}"
    unit = max([value for row in theirs[0] for value in row[3:] if math.isfinite(value)] + [1.0])
    for a, b in zip(ours[0], theirs[0]):
        assert close(a[3], b[3], unit, theirs[2]) and close(a[4], b[4], unit, theirs[2]), f"{name}: {a}, expected {b}"


def made_up(number, header, record):
    """A record with random claims of a random true series; some are wrong."""
    dice = random.Random(number)
    first, months = 2015 * 12, dice.randint(1, 40)
    size = 10.0 ** dice.randint(1, 9)
    truth = {first + at: dice.random() * size for at in range(months)}
    total = lambda a, b: sum(truth[m] for m in range(a, b + 1))
    rows = []
    for number in range(dice.randint(1, 18)):
        a, b = sorted(dice.randrange(months) + first for _ in range(2))
        row = dict.fromkeys(header, "") | {
            "id": f"c{number:02d}", "metric": "count", "area": "CHN", "source": dice.choice(["s1", "s2", "s3", "s4"]),
            "text_en": "t", "text_zh": "t", "start": first_day(a).isoformat(), "end": last_day(b).isoformat(),
        }
        kind, qualifier = dice.randrange(8), dice.choice(["exact", "rounded", "about", "more_than", "nearly"])
        unit = 10 ** dice.randint(0, max(0, int(math.log10(size)) - 1))
        figure = lambda value: {"value": f"{max(round(value / unit) * unit, 0)}", "qualifier": qualifier, "rounding": str(unit)}
        wrong = 1.7 if dice.random() < 0.06 else 1.0
        if kind <= 2:
            row |= {"basis": "period"} | figure(total(a, b) * wrong)
        elif kind == 3:
            row |= {"basis": "as_of", "start": ""} | figure(size + total(first, b))
        elif kind == 4 and b > a:
            row |= {"basis": "period", "start": (first_day(a) + dt.timedelta(days=9)).isoformat()} | figure(total(a, b) - truth[a] / 2)
        elif kind == 5 and a - 12 >= first:
            change = (total(a, b) / total(a - 12, b - 12) - 1) * 100
            row |= {"basis": "change", "direction": "up" if change > 0 else "down", "comparator": "yoy", "change_pct": f"{change:.{dice.randint(0, 2)}f}"}
            if float(row["change_pct"]) == 0:
                continue
        elif kind == 6:
            back, name = dice.choice([(1, "mom"), (12, "yoy")])
            run = [m for m in range(a, b + 1) if m - back not in truth or truth[m] <= truth[m - back]]
            if run != list(range(a, a + len(run))) or not run:
                continue
            row |= {"basis": "change", "direction": "down", "comparator": name, "streak": str(len(run)), "end": last_day(run[-1]).isoformat()}
        else:
            row |= {"basis": "as_of"} | figure(total(a, b))
        rows.append(row)
    folder = pathlib.Path(record)
    write = lambda name, text: (folder / name).write_text(text, encoding="utf-8")
    out = io.StringIO()
    writer = csv.DictWriter(out, header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    write("claims.csv", out.getvalue())
    return dice.choice([None, None, None, 20.0, 300.0])


def prepare(data, folder):
    """The files around made-up claims."""
    headers = {name: open(data / f"{name}.csv", encoding="utf-8").readline() for name in ("sources", "metrics", "areas", "campaigns", "events", "claims")}
    sources = "".join(f"s{n},P,https://example.org/{n},{day},en,outlet,{trust}\n" for n, day, trust in (
        (1, "2020-01-01", "high"), (2, "2021-01-01", "high"), (3, "", "medium"), (4, "2022-01-01", "low")))
    texts = {"sources": sources, "metrics": "count,C,C,cases,cases,C,flow,enforcement,,,,C,C,C\n", "areas": "CHN,country,C,C,0,0\n"}
    for name, header in headers.items():
        (folder / f"{name}.csv").write_text(header + texts.get(name, ""), encoding="utf-8")
    (folder / "datapackage.json").write_text((data / "datapackage.json").read_text(encoding="utf-8"), encoding="utf-8")
    return headers["claims"].strip().split(",")


def main(program, data, count):
    data = pathlib.Path(data)
    claims, sources = read(data)
    pairs = sorted({(claim.row["metric"], claim.row["area"]) for claim in claims})
    for metric, area in pairs:
        mine = [claim for claim in claims if (claim.row["metric"], claim.row["area"]) == (metric, area)]
        compare(f"{metric} {area}", ask(program, data, metric, area), bounds(mine, sources))
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        header = prepare(data, folder)
        for number in range(count):
            step = made_up(number, header, folder)
            made, sources = read(folder)
            compare(f"made-up record {number}", ask(program, folder, "count", "CHN", step), bounds(made, sources, step))
    print(f"{len(pairs)} metrics and areas of the record and {count} made-up records agree with HiGHS")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 200)
