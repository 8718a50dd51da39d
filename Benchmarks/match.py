#!/usr/bin/env python3
"""match.py MATCHER [RUNS]: our matching beside OR-tools' min-cost flow, on the same reduced instances, in one run.

Needs ortools and numpy (pip install ortools numpy). Prints a Markdown table; exits with 1 where the objective is below
99.99 % of OR-tools' or the processor time above it.
"""
import os
import subprocess
import sys
import tempfile
import time

import numpy as np
from ortools.graph.python import min_cost_flow

LARGEST_RATE, LARGEST_WEIGHT, BONUS = 1 << 20, 1 << 24, 1 << 46


def instance(customers, reps, kind, seed):
    """A night: 24 segments, 0 to 3 places a rep at two a rep on average, one in ten customers barred for somebody."""
    rng = np.random.default_rng(seed)
    segments = 24
    share = np.outer(np.linspace(1.6, 0.4, 8), [0.6, 0.3, 0.1]).ravel()
    skill = rng.normal(0, 0.4, (reps, 1)) + 0.45 * rng.normal(0, 1, (reps, 2)) @ rng.normal(0, 1, (2, segments))
    special = np.zeros((reps, segments))
    for rep in range(reps):
        for industry in rng.choice(8, 2, replace=False):
            special[rep, industry * 3 : industry * 3 + 3] = 0.9
    if kind == "correlated":  # everybody is good at the same few segments
        special = np.tile(special[0], (reps, 1)) + rng.normal(0, 0.02, (reps, segments))
    rates = 1 / (1 + np.exp(2.2 - skill - special))
    rates = np.maximum(1, np.round(rates / rates.max() * LARGEST_RATE)).astype(np.int64)
    if kind == "tight":  # each rep takes two industries, and there are hardly enough customers
        takes = np.zeros((reps, segments), bool)
        for rep in range(reps):
            for industry in rng.choice(8, 2, replace=False, p=np.linspace(1.6, 0.4, 8) / 8):
                takes[rep, industry * 3 : industry * 3 + 3] = True
        rates[~takes] = -1
        customers = int(reps * 2.2)
    segment = rng.choice(segments, customers, p=share / share.sum())
    weight = np.exp(rng.normal(0, 0.4, customers)) * np.sqrt(np.array([3, 12, 60])[segment % 3])
    weight *= 2.0 ** (-rng.uniform(0, 6, customers))
    weight = np.maximum(1, np.round(weight / weight.max() * LARGEST_WEIGHT)).astype(np.int64)
    total = 2 * reps
    by_segment, pairs = [], []
    for s in range(segments):
        best = np.sort(weight[segment == s])[::-1][: total + 64]  # the reduction: T slots and those barred
        by_segment.append(best)
        for index in np.flatnonzero(rng.random(len(best)) < 0.1):
            pairs.append((int(rng.integers(reps)), s, int(index)))
    barred_most = max(np.bincount([rep for rep, _, _ in pairs], minlength=reps))
    assert barred_most <= 64
    return {
        "capacity": np.full(reps, 3), "floor": np.ones(reps, int) if kind != "tight" else np.zeros(reps, int),
        "rates": rates, "weights": by_segment, "barred": pairs, "total": total,
    }


def write(problem, path):
    reps, segments = problem["rates"].shape
    with open(path, "w") as file:
        print(reps, segments, problem["total"], len(problem["barred"]), file=file)
        for capacity, floor, rates in zip(problem["capacity"], problem["floor"], problem["rates"]):
            print(capacity, floor, *rates, file=file)
        for weights in problem["weights"]:
            print(len(weights), *weights, file=file)
        for pair in problem["barred"]:
            print(*pair, file=file)


def ortools(problem):
    """Source → rep (floor with a bonus, the rest) → customer → sink, and source → sink for places left empty."""
    reps, segments = problem["rates"].shape
    weights = np.concatenate(problem["weights"])
    segment = np.repeat(np.arange(segments), [len(w) for w in problem["weights"]])
    starts = np.concatenate([[0], np.cumsum([len(w) for w in problem["weights"]])])
    allowed = problem["rates"][:, segment] >= 0
    for rep, s, index in problem["barred"]:
        allowed[rep, starts[s] + index] = False
    rep, customer = np.nonzero(allowed)
    profit = problem["rates"][rep, segment[customer]] * weights[customer]
    source, sink = reps + len(weights), reps + len(weights) + 1
    everybody, everything = np.arange(reps), np.arange(len(weights))
    floor, capacity, total = problem["floor"], problem["capacity"], problem["total"]
    tails = np.concatenate([rep, np.full(2 * reps, source), reps + everything, [source]]).astype(np.int32)
    heads = np.concatenate([reps + customer, everybody, everybody, np.full(len(weights), sink), [sink]])
    capacities = np.concatenate([np.ones(len(rep), int), floor, capacity - floor, np.ones(len(weights), int), [total]])
    costs = np.concatenate([-profit, np.full(reps, -BONUS), np.zeros(reps + len(weights) + 1, int)])
    flow = min_cost_flow.SimpleMinCostFlow()
    arcs = flow.add_arcs_with_capacity_and_unit_cost(tails, heads.astype(np.int32), capacities, costs)
    flow.set_node_supply(source, int(total))
    flow.set_node_supply(sink, -int(total))
    start = time.process_time()
    status = flow.solve()
    seconds = time.process_time() - start
    assert status == flow.OPTIMAL, status
    flows = flow.flows(arcs[: len(rep)])
    return int((flows * profit).sum()), int(flows.sum()), seconds, len(arcs)


def main():
    matcher, runs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3
    sizes = [(100_000, 500), (1_000_000, 1_000)]
    if len(sys.argv) > 3:
        sizes = sizes[: int(sys.argv[3])]
    bad = False
    print("| customers × reps | territories | arcs | given | objective beside OR-tools | gonghai s | OR-tools s | time |")
    print("|---|---|---|---|---|---|---|---|")
    for customers, reps in sizes:
        for kind in ("open", "tight", "correlated"):
            ours, theirs = [], []
            for run in range(runs):
                problem = instance(customers, reps, kind, seed=run)
                with tempfile.TemporaryDirectory() as folder:
                    path = os.path.join(folder, "problem")
                    write(problem, path)
                    answer = subprocess.run([matcher, path], capture_output=True, text=True, check=True).stdout.split()
                ours.append((int(answer[0]), float(answer[3])))
                objective, given, seconds, arcs = ortools(problem)
                theirs.append((objective, seconds))
            worst = min(a[0] / b[0] for a, b in zip(ours, theirs))
            mine, other = (float(np.median([a[1] for a in answers])) for answers in (ours, theirs))
            bad |= worst < 0.9999 or mine > other
            print(
                f"| {customers:,} × {reps:,} | {kind} | {arcs:,} | {given:,} | {worst:.6%} | {mine:.3f} | {other:.2f} "
                f"| {mine / other:.4f} × |", flush=True)
    sys.exit(bad)


if __name__ == "__main__":
    main()
