"""What the record implies, computed a second time from METHOD.md with HiGHS, and compared with the program.

    bounds.py CLAIMS DATA [COUNT]

CLAIMS is the program, DATA the record, COUNT how many random records are made up (200). Nothing is shared with the engine but the files.
All questions are asked of the 20 series with the most figures, the bounds alone of all others, and all questions of the made-up records;
of these the truth is known, and has to lie within at least 99 % of the answers. Answers must agree to 1e-6 relative.
"""

import collections, pathlib, sys, tempfile

import checks
from agreement import Decision, System
from comparison import ALL_GRAINS, Asked, Comparison
from grades import Record
from model import read, usable
from worlds import World, prepare

SERIES, HELD = 20, 0.99


def compared(asked, claims, revision=0.0, step=None):
    """Both answers about claims, or None if these touch no month."""
    system = System(usable(claims, revision), step)
    if system.program is None:
        return None
    record = Record(system, Decision(system))
    record.squeezed = {(a, b): names for a, b, _, names in checks.squeezed(record)}
    return Comparison(asked, record, revision)


def failures(questions):
    """What differs, a text for each question."""
    out = []
    for question in questions:
        try:
            question()
        except AssertionError as error:
            out.append(str(error))
            print(error, file=sys.stderr)
    return out


def of_record(program, data):
    """The record: how many series and answers were compared, and what differs."""
    series = collections.defaultdict(list)
    for claim in read(data):
        series[claim.row["metric"], claim.row["area"]].append(claim)
    figures = lambda key: sum(claim.total for claim in series[key])
    answers, wrong = 0, []
    for number, key in enumerate(sorted(series, key=lambda key: (-figures(key), key))):
        allowances = [0.0] if number >= SERIES else [0.0, 2.0]
        for revision in allowances:
            options = ["--revision", str(revision)] if revision else []
            comparison = compared(Asked(program, data, *key, options), series[key], revision)
            if comparison is None:
                continue
            wrong += failures(comparison.everything(number) if number < SERIES else [comparison.bounds])
            answers += comparison.answers
    return len(series), answers, wrong


def held(world, comparison):
    """Whether the truth lies in the robust range of each period and the bounds of each month, as counts."""
    record, out = comparison.record, collections.Counter()
    periods = [(p.first, p.last, *record.robust(p, comparison.strained)) for grain in ALL_GRAINS for p in record.shown(grain)]
    months = [(at, at, *record.bounds(at, at)) for at in range(record.first, record.last + 1)]
    for kind, spans in (("periods", periods), ("months", months)):
        for first, last, low, high in spans:
            if first in world.truth and last in world.truth:
                true, room = world.total(first, last), 1e-6 * record.system.unit
                out[kind, low - room <= true <= high + room] += 1
    return out


def of_worlds(program, data, count):
    """Made-up records: how many answers were compared, what differs, and how often they hold the truth."""
    answers, wrong, truth = 0, [], collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        header = prepare(data, folder)
        for number in range(count):
            world = World(number, header)
            world.write(folder)
            asked = Asked(program, folder, "count", "CHN", world.options())
            asked.name = f"made-up record {number}"
            comparison = compared(asked, read(folder), world.revision, world.step)
            if comparison is None:
                continue
            wrong += failures(comparison.everything(number))
            answers += comparison.answers
            truth += held(world, comparison) if world.told else {}
    return answers, wrong, truth


def main(program, data, count):
    data = pathlib.Path(data)
    series, answers, wrong = of_record(program, data)
    print(f"{series} metrics and areas of the record: {answers} answers compared with HiGHS, {len(wrong)} questions differ")
    answers, more, truth = of_worlds(program, data, count)
    print(f"{count} made-up records: {answers} answers compared with HiGHS, {len(more)} questions differ")
    beyond = []
    for kind in ("periods", "months"):
        asked = truth[kind, True] + truth[kind, False]
        share = truth[kind, True] / max(asked, 1)
        print(f"the truth lies within the answers for {share:.2%} of {asked} {kind}")
        beyond += [kind] if share < HELD else []
    sys.exit(1 if wrong or more or beyond else 0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 200)
