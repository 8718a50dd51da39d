#!/usr/bin/env python3
"""Industry of listed companies, against the labels of a data set that is not ours.

    classify.py GONGHAI

The companies, their names and industries are those of PyPI's `pytickersymbols` (from Wikipedia and Refinitiv), each
label with the sections of GB/T 4754-2017 that it may mean (LABELS; others are no truth). A company counts where its
labels agree on a section. Three runs: the name alone; name and one label as the picklist's text; the name alone after
`classify --learn` on a fifth of the companies, whose sections are given. Prints precision and coverage at the reporting
threshold, and stated against observed probability.
"""

import csv
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from pytickersymbols.indices_data import INDICES  # noqa

# Words of the data set and the sections that companies called so belong to. What a word leaves open is several.
LABELS = {
    "C": "Chemicals|Pharmaceuticals|Machinery, Equipment & Components|Semiconductors|Electric machinery|Automotive"
    "|Manufacturing|Technology Equipment|Semiconductors & Semiconductor Equipment|Machinery"
    "|Industrial Machinery & Equipment|Automobiles & Auto Parts|Steel|Electronics|Commodity Chemicals|Food & Tobacco"
    "|Advanced Medical Equipment & Technology|Food processing|Food Processing|Foods|Pharmaceutical|Specialty Chemicals"
    "|Electrical Components & Equipment|Health Care Equipment|Aerospace & Defense|Personal Products|Aerospace"
    "|Heavy Machinery & Vehicles|Semiconductor|Nonferrous metals|Textiles & Apparel|Chemistry|Drink industry"
    "|Glass & ceramics|Semiconductor Equipment & Testing|Construction Materials|Medical equipment"
    "|Pharmaceutical industry|Precision instruments|Industrial Machinery & Supplies & Components|Beverages"
    "|Automotive Parts & Equipment|Semiconductor industry|Tobacco|Building Products|Diversified Chemicals"
    "|Auto & Truck Manufacturers|Semiconductor Materials & Equipment|Electrical equipment|Apparel & Accessories"
    "|Heavy Electrical Equipment|Medical devices|Beverage|Containers & Packaging|Other manufacturing|Chemical"
    "|Medical technology|Auto, Truck & Motorcycle Parts|Pharmaceuticals & biotechnology|Packaging",
    "B": "Mining|Mineral Resources|Metals & Mining|Metals and Mining",
    "D": "Electric Utilities|Electric Utilities & IPPs|Electric utility|Electric utilities|Multiline Utilities"
    "|Multiline utilities|Renewable energy",
    "E": "Construction & Engineering|Homebuilding|Home construction",
    "F": "Retail|Retailers|Specialty Retailers|Food & Drug Retailing|Food Retail & Distribution|Diversified Retail"
    "|Apparel & Accessories Retailers|Retailing|Pharmacy|Trading companies",
    "G": "Freight & Logistics Services|Railway/bus",
    "H": "Restaurants|Restaurant|Hotels, Motels & Cruise Lines",
    "I": "Telecommunications|Software|Computer Software|Software & IT Services|Telecommunications Services"
    "|IT Services & Consulting|Internet Services|Integrated Telecommunications Services|IT services"
    "|Wireless Telecommunications Services|EDP Services",
    "J": "Insurance|Banking & Investment Services|Banking Services|Banks|Banking|Regional Banks|Investment management"
    "|Property & Casualty Insurance|Multiline Insurance & Brokers|Investment Management & Fund Operators"
    "|Investment Banking & Investment Services|Life insurance|Life & Health Insurance|Banking Financial services",
    "K": "Real Estate Development & Operations|Real Estate Operations|Immobilien",
    "Q": "Healthcare Providers & Services|Healthcare Services",
}
TRUTH = {label: section for section, labels in LABELS.items() for label in labels.split("|")}


def companies():
    """Name, section, label of each company whose labels agree."""
    found = {}
    for stock in (company for index in INDICES.values() for company in index["companies"]):
        known = [label for label in stock.get("industries", []) if label in TRUTH]
        if known and len({TRUTH[label] for label in known}) == 1:
            found.setdefault(stock["name"], (TRUTH[known[0]], known[0]))
    return sorted((name, *rest) for name, rest in found.items())


def gonghai(program, folder, *words):
    done = subprocess.run([program, *words, "-w", folder], capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(f"{' '.join(map(str, words))}\n{done.stdout}{done.stderr}")
    return done.stdout


def classified(program, folder, rows, learn=False):
    """Section and probability by id; rows: id, name, label, code."""
    (folder / "gonghai.yaml").write_text("time_zone: Asia/Shanghai\nlanguages: [en]\nsources: [{name: x, files: '*'}]\n")
    with open(folder / "customers.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["id", "name", "industry", "industry_code"])
        out.writerows(rows)
    gonghai(program, folder, "import", str(folder / "customers.csv"), "--source", "x")
    said = gonghai(program, folder, "classify", "--learn") if learn else ""
    customers = list(csv.DictReader(gonghai(program, folder, "export", "customers", "--raw").splitlines()))
    sources = list(csv.DictReader(gonghai(program, folder, "export", "sources", "--raw").splitlines()))
    by_customer = {row["customer_id"]: row for row in customers}
    return {row["external_id"]: by_customer[row["customer_id"]] for row in sources}, said


def score(title, truth, answers, ids):
    stated = [(float(answers[i]["industry_confidence"] or 0), answers[i]["industry_section"] == truth[i]) for i in ids
              if answers[i]["industry_section"]]
    right = sum(hit for _, hit in stated)
    print(f"| {title} | {len(ids)} | {len(stated) / len(ids):.3f} | {right / max(1, len(stated)):.3f} |")
    return stated


def main():
    program = Path(sys.argv[1]).resolve()
    listed = companies()
    truth = {f"L{number}": section for number, (_, section, _) in enumerate(listed)}
    ids = list(truth)
    random.Random(1).shuffle(ids)
    taught, asked = set(ids[: len(ids) // 5]), ids[len(ids) // 5:]
    plain = [(f"L{n}", name, "", "") for n, (name, _, _) in enumerate(listed)]
    picked = [(f"L{n}", name, label, "") for n, (name, _, label) in enumerate(listed)]
    given = [(i, name, "", truth[i] if i in taught else "") for i, name, _, _ in plain]
    print("| asked by | companies | coverage | precision |\n|---|---|---|---|")
    stated = []
    for title, rows, learn in [("name", plain, False), ("name and label", picked, False), ("name, after learning", given, True)]:
        with tempfile.TemporaryDirectory() as folder:
            answers, said = classified(program, Path(folder), rows, learn)
        which = asked if learn else ids
        if "--wrong" in sys.argv:
            for i in which:
                if answers[i]["industry_section"] not in ("", truth[i]):
                    n = int(i[1:])
                    print("   ", title, listed[n], answers[i]["industry_section"], answers[i]["industry_confidence"])
        stated += score(title, truth, answers, which)
    print("\n| stated probability | customers | observed |\n|---|---|---|")
    for low, high in [(0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01)]:
        hits = [hit for probability, hit in stated if low <= probability < high]
        if hits:
            print(f"| {low:.2f}–{min(high, 1):.2f} | {len(hits)} | {sum(hits) / len(hits):.3f} |")


if __name__ == "__main__":
    main()
