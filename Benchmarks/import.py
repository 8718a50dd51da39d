#!/usr/bin/env python3
"""Times a whole import against loading the same file raw into SQLite, and prints ratios.

    import.py GONGHAI [ROWS] [RUNS]

GONGHAI is the built command (`swift build -c release --product gonghai`). What `gonghai import` does (decode, map,
normalise, classify, match, store, index, durable commit) stands beside `sqlite3 .import`, which does none of it; then a
file of twice the rows, and 1,000 further rows into the pool that the first left. Runs are interleaved; seconds are wall
time, medians.
"""

import collections
import os
import shutil
import statistics
import subprocess
import sys

from read import FOLDER, ROOT, run

# The needs of the generated lists: without them every row would be flagged, as it would for no user for long.
NEEDS = ["网络设备", "云迁移", "数据中心改造", "ERP", "CRM", "服务器", "办公软件", "OA", "信息安全"]


def generated(rows):
    path = os.path.join(FOLDER, f"customers-{rows}.csv")
    if not os.path.exists(path):
        subprocess.run([sys.executable, os.path.join(ROOT, "Benchmarks", "generate.py"), str(rows), path], check=True)
    return path


def workspace(gonghai, name):
    folder = os.path.join(FOLDER, name)
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([gonghai, "init", folder], check=True, capture_output=True)
    shutil.rmtree(os.path.join(folder, "inbox"))
    os.mkdir(os.path.join(folder, "inbox"))
    with open(os.path.join(folder, "gonghai.yaml"), "a", encoding="utf-8") as file:
        file.write("needs: [" + ", ".join(f"{{name: {need}}}" for need in NEEDS) + "]\n")
    return folder


def raw(path):
    database = os.path.join(FOLDER, "raw.sqlite")
    if os.path.exists(database):
        os.remove(database)
    return run(["sqlite3", database, "-cmd", ".mode csv", f".import {path} customers"])


def imported(gonghai, folder, path):
    return run([gonghai, "-w", folder, "import", path], accepted=(0, 1))


def further(path, rows):
    """The last rows of a file as new customers, under other ids."""
    with open(path, encoding="utf-8", newline="") as file:
        header = file.readline()
        whole = (line for line in file if line.startswith("K") and line.count(",") == 21 and '"' not in line)
        # Not all of them: a child's peak memory is measured from its parent's on.
        chosen = collections.deque(whole, maxlen=rows)
    target = os.path.join(FOLDER, f"further-{rows}.csv")
    with open(target, "w", encoding="utf-8", newline="") as file:
        file.write(header)
        file.writelines("N" + line for line in chosen)
    return target


def main(arguments):
    if not arguments:
        sys.exit(__doc__)
    gonghai = os.path.abspath(arguments[0])
    rows = int(arguments[1]) if len(arguments) > 1 else 1_000_000
    runs = int(arguments[2]) if len(arguments) > 2 else 3
    os.makedirs(FOLDER, exist_ok=True)
    once, twice = generated(rows), generated(2 * rows)
    few = further(once, 1000)
    measured = {}
    for _ in range(runs):
        measured.setdefault("sqlite3 .import (raw)", []).append(raw(once))
        folder = workspace(gonghai, "pool")
        measured.setdefault("gonghai import", []).append(imported(gonghai, folder, once))
        measured.setdefault("1,000 rows more", []).append(imported(gonghai, folder, few))
        folder = workspace(gonghai, "pool")
        measured.setdefault("gonghai import, twice the rows", []).append(imported(gonghai, folder, twice))
    print(f"\n{rows} rows × 22 columns, medians of {runs} runs\n")
    print("| | wall s | processor s | peak MB | beside raw |")
    print("|---|---|---|---|---|")
    base = None
    for name, results in measured.items():
        processor, wall, memory = (statistics.median(result[i] for result in results) for i in range(3))
        base = base or wall
        print(f"| {name} | {wall:.2f} | {processor:.2f} | {memory / 1024:.0f} | {wall / base:.2f} × |")
    shutil.rmtree(os.path.join(FOLDER, "pool"), ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1:])
