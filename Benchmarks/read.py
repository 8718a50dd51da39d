#!/usr/bin/env python3
"""Times reading against what people would use instead, on the same generated files, and prints medians and ratios.

    read.py READER [ROWS] [RUNS]

READER is the built executable of Benchmarks/Reader (`swift build -c release --product reader`). The files are kept in .build/bench. DuckDB comes from PyPI into a
virtual environment there; what cannot be had is left out of the table. The runs are interleaved, so that a busy
machine slows all of them; seconds are processor time of one core.
"""

import json
import os
import statistics
import subprocess
import sys
import time
import venv

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDER = os.path.join(ROOT, ".build", "bench")

DUCKDB = """
import duckdb, sys
path = sys.argv[1]
connection = duckdb.connect()
connection.execute("set threads = 1")
source = f"read_csv('{path}', all_varchar = true)"
names = [row[0] for row in connection.execute(f"describe select * from {source}").fetchall()]
# Every column is asked for: a count of rows alone would not be parsed.
counts = ", ".join(f'count("{name}")' for name in names)
print(connection.execute(f"select count(*), {counts} from {source}").fetchone()[0])
"""
PYTHON = """
import csv, sys
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    print(sum(1 for row in csv.reader(file)) - 1)
"""


def run(command, accepted=(0,)):
    """Processor seconds, wall seconds and peak memory (KB) of one child; its exit code is one of `accepted`."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.PIPE)
    output = child.stdout.read().decode()
    _, status, usage = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) not in accepted:
        raise SystemExit(f"{command[0]} failed")
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss, output


def environment():
    """The Python that has DuckDB, or none."""
    folder = os.path.join(FOLDER, "venv")
    python = os.path.join(folder, "bin", "python")
    if not os.path.exists(python):
        venv.create(folder, with_pip=True)
    if subprocess.run([python, "-c", "import duckdb"], capture_output=True).returncode != 0:
        subprocess.run([python, "-m", "pip", "install", "-q", "duckdb"], check=False)
    found = subprocess.run([python, "-c", "import duckdb"], capture_output=True).returncode == 0
    return python if found else None


def main(arguments):
    if not arguments:
        sys.exit(__doc__)
    reader = arguments[0]
    rows = int(arguments[1]) if len(arguments) > 1 else 1_000_000
    runs = int(arguments[2]) if len(arguments) > 2 else 5
    os.makedirs(FOLDER, exist_ok=True)
    table, xml = (os.path.join(FOLDER, f"customers-{rows}.{kind}") for kind in ("csv", "xml"))
    if not (os.path.exists(table) and os.path.exists(xml)):
        subprocess.run(
            [sys.executable, os.path.join(ROOT, "Benchmarks", "generate.py"), str(rows), table, "--xml", xml], check=True)
    python = environment()
    contestants = {
        "CSV": {
            "reader scan": [reader, "scan", table], "reader csv": [reader, "csv", table],
            "Python csv": [sys.executable, "-c", PYTHON, table],
        },
        "XML": {
            "reader records": [reader, "records", xml], "reader xml": [reader, "xml", xml],
            "xmllint --stream": ["xmllint", "--stream", "--noout", xml],
        },
    }
    if python:
        contestants["CSV"]["DuckDB read_csv"] = [python, "-c", DUCKDB, table]
    for kind, commands in contestants.items():
        size = os.path.getsize(table if kind == "CSV" else xml) / 1e6
        measured = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                try:
                    measured[name].append(run(command))
                except FileNotFoundError:
                    pass
        print(f"\n{kind}: {rows} rows, {size:.0f} MB, medians of {runs} runs\n")
        print("| | processor s | wall s | MB/s | peak MB | speed beside the first line |")
        print("|---|---|---|---|---|---|")
        base = None
        for name, results in measured.items():
            if not results:
                continue
            seconds, wall, memory = (statistics.median(result[i] for result in results) for i in range(3))
            base = base or seconds
            print(f"| {name} | {seconds:.2f} | {wall:.2f} | {size / seconds:.0f} | {memory / 1024:.0f} | {base / seconds:.2f} |")
    print(json.dumps({"processors": os.cpu_count(), "rows": rows, "runs": runs}))


if __name__ == "__main__":
    main(sys.argv[1:])
