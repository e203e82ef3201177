"""Opens exported CSV in LibreOffice and compares every cell with what Python's csv reads; unpacks the exported archive.

    tables.py SOFFICE DIRECTORY

DIRECTORY has what `tables.rs` writes. A cell must have the same text, or be the same number or day where LibreOffice takes
it for one, and no cell may be a formula. Line breaks within a cell are compared as line feeds, as which a spreadsheet keeps them.
"""

import csv, datetime as dt, io, json, os, pathlib, subprocess, sys, tempfile, zipfile
import xml.etree.ElementTree as ET

NAMES = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TABLE, TEXT = (NAMES % name for name in ("office", "table", "text"))
GUARDED = tuple("=+-@\t\r\n＝＋－＠")

# Separators, quote and encoding as the import takes them: commas, and what its dialog ticks when nobody has changed it, both UTF-8.
# That a byte order mark makes the dialog choose UTF-8 cannot be seen from here: without a dialog there is no guess.
COMMA, DIALOG = "44,34,76", "44/59/9,34,76"


def fail(what):
    sys.exit(f"tables: {what}")


def opened(soffice, files, options, work):
    """Sheets of files as LibreOffice opens them: for each, rows of (type, value, text, formula)."""
    out = tempfile.mkdtemp(dir=work)
    profile, filter_ = f"-env:UserInstallation={(work / 'profile').as_uri()}", f"--infilter=CSV:{options}"
    command = [soffice, "--headless", profile, filter_, "--convert-to", "fods", "--outdir", out, *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, env=os.environ | {"LC_ALL": "C.UTF-8"})
    sheets = []
    for file in files:
        path = pathlib.Path(out, file.stem + ".fods")
        if not path.exists():
            fail(f"{file.name} was not opened: {run.stdout}{run.stderr}")
        sheets.append(list(rows(ET.parse(path).getroot())))
    return sheets


def rows(root):
    for row in root.iter(TABLE + "table-row"):
        cells = []
        for cell in row:
            value = cell.get(OFFICE + "value") or cell.get(OFFICE + "date-value")
            lines = [written(line) for line in cell if line.tag == TEXT + "p"]
            one = (cell.get(OFFICE + "value-type"), value, "\n".join(lines), cell.get(TABLE + "formula"))
            cells += [one] * min(int(cell.get(TABLE + "number-columns-repeated", 1)), 1000)
        while cells and cells[-1][0] is None:
            cells.pop()
        yield from [cells] * min(int(row.get(TABLE + "number-rows-repeated", 1)), 1000)


def written(node):
    """Text of a paragraph, in which runs of spaces, tabs and breaks are elements."""
    out = node.text or ""
    for child in node:
        mark = {TEXT + "s": " " * int(child.get(TEXT + "c", 1)), TEXT + "tab": "\t", TEXT + "line-break": "\n"}
        out += mark.get(child.tag) or written(child)
        out += child.tail or ""
    return out


def same(expected, cell):
    kind, value, text, formula = cell
    expected = expected.replace("\r\n", "\n").replace("\r", "\n")
    if formula is not None:
        return False
    try:
        if kind == "float":
            return float(expected.replace(",", "")) == float(value)
        if kind == "percentage":
            return abs(float(expected.removesuffix("%")) / 100 - float(value)) < 1e-12
        if kind == "date":
            return dt.date.fromisoformat(expected) == dt.date.fromisoformat(value)
    except ValueError:
        return False
    return kind in (None, "string") and text == expected


def compare(name, read, sheet):
    """How many cells agree; all must."""
    count = 0
    sheet = sheet[: len(read)] + [[]] * (len(read) - len(sheet))
    for number, (row, cells) in enumerate(zip(read, sheet), 1):
        if len(cells) > len(row):
            fail(f"{name}, row {number}: {len(row)} cells in Python, {len(cells)} in LibreOffice: {cells[len(row)]}")
        cells = cells + [(None, None, "", None)] * (len(row) - len(cells))
        for column, expected, cell in zip(read[0], row, cells):
            if not same(expected, cell):
                fail(f"{name}, row {number}, {column}: {expected!r} in Python, {cell} in LibreOffice")
            count += 1
    return count


def unguarded(cell):
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(GUARDED) else cell


def unpack(folder):
    """Checks the archive against the tables next to it."""
    with zipfile.ZipFile(folder / "archive.zip") as archive:
        if (bad := archive.testzip()) is not None:
            fail(f"archive.zip: the checksum of {bad} is wrong")
        if archive.namelist() != ["record-移交.csv", "nasty-移交.csv"]:
            fail(f"archive.zip: it has {archive.namelist()}")
        for entry in archive.infolist():
            if archive.read(entry) != (folder / entry.filename.replace("-移交", "")).read_bytes():
                fail(f"archive.zip: {entry.filename} is not the table that was packed")
            if entry.date_time[:3] != (2026, 11, 23):
                fail(f"archive.zip: {entry.filename} is dated {entry.date_time}")


def main(soffice, folder):
    folder = pathlib.Path(folder)
    unpack(folder)
    plain = [folder / f"{name}.csv" for name in ("record", "nasty")]
    marked = [folder / f"{name}-excel.csv" for name in ("record", "nasty")]
    read = {}
    for file in plain + marked:
        encoding = "utf-8-sig" if file in marked else "utf-8"
        read[file] = list(csv.reader(io.StringIO(file.read_bytes().decode(encoding), newline=""), strict=True))
    made = json.loads((folder / "nasty.json").read_text(encoding="utf-8"))
    for file in (plain[1], marked[1]):
        if [[unguarded(cell) for cell in row] for row in read[file][1:]] != made:
            fail(f"{file.name}: Python does not read the cells that were written")
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        # Where LibreOffice calculates no formulas, the comparison would pass without guards.
        control = work / "control.csv"
        control.write_text("a\n=1+1\n", encoding="utf-8")
        if opened(soffice, [control], COMMA, work)[0][1][0][1] != "2":
            fail("LibreOffice calculates no formulas here, so that guards cannot be tested")
        count = 0
        for options in (COMMA, DIALOG):
            for file, sheet in zip(plain + marked, opened(soffice, plain + marked, options, work)):
                count += compare(f"{file.name} ({options})", read[file], sheet)
    if count < 50_000:
        fail(f"only {count} cells compared")
    print(f"tables: {count} cells are the same in Python and LibreOffice, and none is a formula; the archive unpacks")


main(*sys.argv[1:])
