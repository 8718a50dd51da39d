#!/usr/bin/env python3
"""Matches the same lists with Gonghai and with Splink 4, and prints how right, how fast and how large each is.

    match.py LINKER [RECORDS…]

LINKER is the built benchmark (`swift build -c release --product linker`). Lists of companies come from generate.py,
persons from FEBRL as recordlinkage ships it; the peers run in a virtual environment of their own under .build, which is
made where it is missing. Each reads the file, normalises it and matches it; Splink is shown at its best threshold.
"""
import json
import os
import subprocess
import sys
import venv

from score import assignment, scores

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.join(os.path.dirname(os.path.dirname(HERE)), ".build", "matching")
PACKAGES = ["splink>=4,<5", "duckdb", "recordlinkage", "pypinyin"]


def environment():
    python = os.path.join(BUILD, "venv", "bin", "python")
    if not os.path.exists(python):
        venv.create(os.path.join(BUILD, "venv"), with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *PACKAGES], check=True)
    return python


def last_json(text):
    return json.loads([line for line in text.splitlines() if line.startswith("{")][-1])


def show(name, seconds, megabytes, score):
    print("| %s | %.4f | %.4f | %.4f | %.1f | %.0f |" % (name, *score, seconds, megabytes), flush=True)


def compare(linker, python, kind, path, truth_path):
    truth = assignment(truth_path)
    print("\n%s\n\n| | precision | recall | F1 | processor s | peak MB |\n|---|---|---|---|---|---|"
          % os.path.basename(path))
    ours = subprocess.run([linker, kind, path, path + ".ours"], check=True, capture_output=True, text=True)
    mine = last_json(ours.stdout)
    show("gonghai", mine["cpu_s"], mine["peak_mb"], scores(truth, assignment(path + ".ours")))
    peer = subprocess.run([python, os.path.join(HERE, "splink_peer.py"), kind, path, path + ".splink"], check=True,
                          capture_output=True, text=True)
    other = last_json(peer.stderr)
    found = {name: scores(truth, assignment(path + ".splink" + name)) for name in ("", ".0.8", ".0.99", ".0.999")}
    best = max(found, key=lambda name: found[name][2])
    show("Splink at %s" % (best[1:] or "0.95"), other["cpu_s"], other["peak_mb"], found[best])
    print("\nratio: time 1/%.1f, memory 1/%.1f" % (other["cpu_s"] / mine["cpu_s"], other["peak_mb"] / mine["peak_mb"]))


def main():
    linker, sizes = sys.argv[1], [int(size) for size in sys.argv[2:]] or [100_000]
    os.makedirs(BUILD, exist_ok=True)
    python = environment()
    for size in sizes:
        path = os.path.join(BUILD, "companies-%d.csv" % size)
        if not os.path.exists(path):
            subprocess.run([python, os.path.join(HERE, "generate.py"), str(size), path, path + ".truth"], check=True)
        compare(linker, python, "companies", path, path + ".truth")
    for number in ("3", "4"):
        path = os.path.join(BUILD, "febrl%s.csv" % number)
        subprocess.run([python, os.path.join(HERE, "febrl.py"), number, path, path + ".truth"], check=True)
        compare(linker, python, "persons", path, path + ".truth")


if __name__ == "__main__":
    main()
