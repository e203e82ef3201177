"""Made-up records of which the true months are known.

A record has 6 to 48 months and up to some 20 rows: totals of months and of years to date, percentages, runs, each with its own publication.
Of the records

- a third are *rough*: one row in eight is wrong by half, whatever its reliability. They test that both solvers answer alike; of these the truth is
  not asked. In all others a row is wrong only as said below, so that the truth should lie within the answers;
- a third have vintages: the earlier totals of a year to date were told up to rho per cent too small, and the record is asked with the allowance
  rho of 1, 2 or 5 %;
- one in four has a misdated row of low reliability, and one in four a misdated row with `use` = `no`;
- one in seven has two rows of one rank of which one is wrong by a third;
- one in eight is asked with a limit of change of 20 or 50 %, which the true months need not keep; of these the truth is not asked.

One row in five has an inferred start or cut-off that contains the true one, years to date left aside. Figures and percentages have all seven
qualifiers, always truthfully.
"""

import csv, datetime as dt, io, math, random

from model import first_day, last_day

QUALIFIERS = ["exact", "rounded", "rounded", "about", "more_than", "over", "at_least", "nearly"]
NAMES = ("sources", "metrics", "areas", "campaigns", "events", "claims")


def printed(true, dice, qualifier=None):
    """A figure as it may be printed: value, qualifier, unit."""
    qualifier = qualifier or dice.choice(QUALIFIERS)
    digits = len(str(true))
    unit = 10 ** dice.randint(max(0, digits - 4), max(0, digits - 2))
    floor = true // unit * unit
    if true < 10 or qualifier == "exact":
        return true, "exact", 1
    if qualifier == "rounded":
        return (true + unit // 2) // unit * unit, qualifier, unit
    if qualifier == "about":
        return floor + dice.choice([0, unit]), qualifier, unit
    if qualifier == "nearly":
        value = floor + unit
        power = 10 ** (len(str(value)) - 1)
        if value == power and true < value - power // 10:
            return true, "exact", 1
        return value, qualifier, unit
    if qualifier == "more_than":
        while floor % (unit * 10) == 0:
            unit *= 10
        return floor, qualifier, unit
    return floor, qualifier, unit


def change(true, dice):
    """A change in per cent as it may be printed: columns of the row, or None for no change."""
    size, sign = abs(true), "-" if true < 0 else ""
    qualifier = dice.choice(["", "", "rounded", "about", "more_than", "over", "at_least", "nearly"])
    if qualifier in ("", "rounded"):
        places = dice.randint(0, 2)
        value, unit = f"{size:.{places}f}", "" if not qualifier else f"{10.0 ** -places:.{places}f}"
    else:
        unit = 10 if size > 10 else 1
        value = math.floor(size / unit) * unit + (unit if qualifier == "nearly" else 0)
        if qualifier == "nearly" and math.log10(value) % 1 == 0 and size < 0.9 * value:
            return None
        value = f"{value + dice.choice([0, unit]) if qualifier == 'about' else value}"
    if float(value) == 0 or (sign and float(value) > 100):
        return None
    return {
        "change_pct": sign + value, "change_qualifier": qualifier, "change_rounding": str(unit), "comparator": "yoy",
        "direction": "down" if sign else "up",
    }


class World:
    """The true months and the rows told of them."""

    def __init__(self, number, header):
        self.dice = dice = random.Random(number)
        self.header, self.rows, self.sources = header, [], []
        self.first, self.months = 2015 * 12 + dice.randrange(12), dice.randint(6, 48)
        self.end = self.first + self.months - 1
        size, wave = 10 ** dice.randint(1, 7), dice.random()
        swell = lambda at: 1 + wave * math.sin(at / 3) + dice.random() * wave
        # Some months more on either side, which inferred dates may touch.
        self.truth = {at: max(round(size * swell(at)), 0) for at in range(self.first - 4, self.end + 5)}
        self.rough = dice.random() < 1 / 3
        self.revision = dice.choice([1, 2, 5]) if dice.random() < 1 / 3 else 0
        self.step = dice.choice([20.0, 50.0]) if dice.random() < 1 / 8 else None
        self.told = self.step is None and not self.rough
        self.tell()

    def total(self, a, b):
        return sum(self.truth[at] for at in range(a, b + 1))

    def source(self, end, reliability=None, missing=0.1):
        """A publication some days after a day; its id."""
        dice, name = self.dice, f"s{len(self.sources):02d}"
        day = end + dt.timedelta(days=dice.randint(1, 200))
        reliability = reliability or dice.choice(["high", "high", "high", "medium", "medium", "low"])
        self.sources.append((name, "" if dice.random() < missing else day.isoformat(), reliability))
        return name

    def row(self, a, b, figure, **more):
        """A row about the months a to b; `figure` is the true one, or what is printed of it."""
        dice = self.dice
        if figure is not None and not isinstance(figure, tuple):
            if self.rough and dice.random() < 1 / 8:
                figure = figure * 3 // 2
            figure = printed(figure, dice)
        value, qualifier, unit = figure or ("", "", "")
        row = dict.fromkeys(self.header, "") | {
            "id": f"c{len(self.rows):02d}", "metric": "count", "area": "CHN", "text_en": "t", "text_zh": "t", "basis": "period",
            "start": first_day(a).isoformat(), "end": last_day(b).isoformat(), "value": str(value), "qualifier": qualifier, "rounding": str(unit),
        } | more
        row["source"] = row["source"] or self.source(last_day(b))
        self.rows.append(row)

    def span(self):
        return sorted(self.dice.randint(self.first, self.end) for _ in range(2))

    def tell(self):
        dice = self.dice
        kinds = [self.plain] * 3 + [self.part_of_month] + [self.inferred] * 2 + [self.percentage] * 2 + [self.run, self.no_start]
        for _ in range(dice.randint(0, 3)):
            self.year_to_date()
        for _ in range(dice.randint(1, 10)):
            dice.choice(kinds)()
        if self.revision:
            self.vintages()
        for use in ("", "no"):
            if dice.random() < 1 / 4:
                self.misdated(use)
        if dice.random() < 1 / 7:
            self.rivals()
        dice.shuffle(self.rows)

    def plain(self):
        a, b = self.span()
        self.row(a, b, self.total(a, b), basis=self.dice.choice(["period", "period", "as_of"]))

    def no_start(self):
        a, b = self.span()
        self.row(a, b, self.total(a, b) + self.truth[a], basis="as_of", start="")

    def year_to_date(self):
        start = self.dice.randint(self.first, self.end)
        for end in sorted(self.dice.sample(range(start, min(start + 12, self.end + 1)), min(3, self.end + 1 - start))):
            self.row(start, end, self.total(start, end))

    def part_of_month(self):
        a, b = self.span()
        day = first_day(a) + dt.timedelta(days=9)
        self.row(a, b, self.total(a, b) - round(self.truth[a] * self.dice.random()), start=day.isoformat())

    def inferred(self):
        """The true period is that of the months a to b; the row leaves open which days before and after."""
        a, b = self.span()
        dice = self.dice
        inside, outside = dice.randint(0, min(1, b - a)), dt.timedelta(days=dice.randint(0, 60))
        if dice.random() < 0.7:
            days = {"end_from": last_day(b - inside), "end": last_day(b) + outside}
        else:
            days = {"start_to": first_day(a + inside), "start": first_day(a) - outside}
        self.row(a, b, self.total(a, b), **{name: day.isoformat() for name, day in days.items()})

    def percentage(self):
        a, b = self.span()
        b = min(b, a + 11)
        if a - 12 < self.first or not self.total(a - 12, b - 12):
            return
        columns = change((self.total(a, b) / self.total(a - 12, b - 12) - 1) * 100, self.dice)
        if columns and self.dice.random() < 0.5:
            self.row(a, b, None, basis="change", **columns)
        elif columns:
            self.row(a, b, self.total(a, b), **columns)

    def run(self):
        a, b = self.span()
        back, name = self.dice.choice([(1, "mom"), (12, "yoy")])
        end = a
        while end <= b and self.truth.get(end - back, 0) >= self.truth[end]:
            end += 1
        if end > a:
            self.row(a, end - 1, None, basis="change", direction="down", comparator=name, streak=str(end - a))

    def vintages(self):
        """Totals of a year to date, the earlier ones told before some of their cases were booked."""
        start = self.dice.randint(self.first, max(self.first, self.end - 4))
        ends = sorted({self.dice.randint(start, self.end) for _ in range(3)})
        day = last_day(self.end)
        for end in ends:
            day += dt.timedelta(days=self.dice.randint(1, 20))
            self.sources.append((f"s{len(self.sources):02d}", day.isoformat(), self.dice.choice(["high", "medium"])))
            late = 0.0 if end == ends[-1] else self.revision * self.dice.random()
            first_told = math.ceil(self.total(start, end) / (1 + late / 100))
            self.row(start, end, printed(first_told, self.dice), source=self.sources[-1][0])

    def misdated(self, use):
        a, b = self.span()
        shift = min(self.dice.randint(1, 3), self.end - b)
        self.row(a, b + shift, self.total(a, b), use=use, note_en="Misdated.", note_zh="误", source=self.source(last_day(b), "low"))

    def rivals(self):
        """Two rows of one rank of which one is wrong."""
        a, b = self.span()
        source, true = self.source(last_day(b), "medium"), self.total(a, b)
        for figure in (true, true * 4 // 3 + 10):
            self.row(a, b, printed(figure, self.dice, self.dice.choice(["exact", "rounded"])), source=source)

    def write(self, folder):
        out = io.StringIO()
        writer = csv.DictWriter(out, self.header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(self.rows)
        (folder / "claims.csv").write_text(out.getvalue(), encoding="utf-8")
        sources = [f"{name},P,https://example.org/{name},{day},en,outlet,{trust}\n" for name, day, trust in self.sources]
        (folder / "sources.csv").write_text("id,publisher,url,published,language,kind,reliability\n" + "".join(sources), encoding="utf-8")

    def options(self):
        out = ["--max-monthly-change", str(self.step)] if self.step is not None else []
        return out + (["--revision", str(self.revision)] if self.revision else [])


def prepare(data, folder):
    """The files around made-up claims; returns the columns of claims."""
    headers = {name: open(data / f"{name}.csv", encoding="utf-8").readline() for name in NAMES}
    texts = {"metrics": "count,C,C,cases,cases,C,flow,enforcement,,,,C,C,C\n", "areas": "CHN,country,C,C,0,0\n"}
    for name, header in headers.items():
        (folder / f"{name}.csv").write_text(header + texts.get(name, ""), encoding="utf-8")
    (folder / "datapackage.json").write_text((data / "datapackage.json").read_text(encoding="utf-8"), encoding="utf-8")
    return headers["claims"].strip().split(",")
