"""Pairwise precision, recall and F1 of clusters beside the truth.

    score.py TRUTH.csv CLUSTERS.csv…
"""
import csv
import sys
from collections import Counter


def assignment(path):
    with open(path, newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        return {row[0]: row[1] for row in rows}


def pairs(counts):
    return sum(count * (count - 1) // 2 for count in counts.values())


def scores(truth, found):
    """Counted from the sizes of clusters, entities and what they share, so that no pair is ever listed."""
    both = pairs(Counter((truth[key], found[key]) for key in truth))
    claimed, real = pairs(Counter(found[key] for key in truth)), pairs(Counter(truth.values()))
    precision, recall = both / claimed if claimed else 1.0, both / real if real else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if both else 0.0


if __name__ == "__main__":
    truth = assignment(sys.argv[1])
    for path in sys.argv[2:]:
        print("%s: precision %.4f recall %.4f F1 %.4f" % (path, *scores(truth, assignment(path))))
