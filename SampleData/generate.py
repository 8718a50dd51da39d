"""Writes SampleData/inbox and the list of dirt in SampleData/README.md: python3 SampleData/generate.py

Python's standard library only, a fixed seed, no clock: running it again gives the same bytes.
"""

import os
import re
import sys

sys.dont_write_bytecode = True

from generator import companies, crm_a, crm_b, history, others
from generator.dice import Dice

HERE = os.path.dirname(os.path.abspath(__file__))
INBOX = os.path.join(HERE, "inbox")
SEED = 20261123


def main():
    os.makedirs(INBOX, exist_ok=True)
    dice = Dice(SEED)
    customers = companies.companies(dice)
    history.plan_holdings(dice, customers)
    items = history.follow_ups(dice, customers)
    deals = history.deals(dice, customers)
    touches = {}
    for item in items:
        touches[item.company.number] = max(item.moment, touches.get(item.company.number, item.moment))

    in_b = [item for item in items if item.company.systems == "B"]
    follow_ups_a = crm_a.follow_ups(dice, [item for item in items if item.company.systems != "B"])
    crm_a.unknown_follow_ups(follow_ups_a)
    tables = [
        crm_a.customers(dice, customers, touches),
        crm_b.accounts(dice, customers, touches),
        crm_a.contacts(dice, customers),
        follow_ups_a,
        crm_b.tasks(dice, in_b),
        crm_a.deals([deal for deal in deals if "A" in deal.company.systems]),
        crm_b.opportunities([deal for deal in deals if "A" not in deal.company.systems]),
        others.payments(history.payments(dice, deals)),
        others.claims(dice, customers),
        others.roster(),
    ]
    dirt = others.erp_xml(dice, customers, INBOX)
    for table in tables:
        table.write(INBOX)
        dirt += table.dirt()
    write_dirt(dirt)
    summary(customers, items, deals, tables)


def write_dirt(dirt):
    """The numbered list between the marks of README.md: each kind of dirt with the first rows that show it."""
    places = {}
    for file, line, what in sorted(dirt, key=lambda place: place[:2]):
        what = re.sub(r"^KH\d+ again", "an id again", what)
        places.setdefault((file, what), []).append(line)
    entries = []
    for number, ((file, what), lines) in enumerate(places.items(), 1):
        shown = ", ".join(str(line) for line in lines[:5]) + (f" and {len(lines) - 5} more" if len(lines) > 5 else "")
        entries.append(f"{number}. `{file}`, line {shown}: {what}.")
    path = os.path.join(HERE, "README.md")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    begin, end = "<!-- dirt: written by generate.py -->\n", "<!-- end of dirt -->"
    head, rest = text.split(begin)
    with open(path, "w", encoding="utf-8") as file:
        file.write(head + begin + "\n".join(entries) + "\n" + end + rest.split(end)[1])


def summary(customers, items, deals, tables):
    print(f"{len(customers)} customers, {sum(company.is_owned for company in customers)} with an owner on the roster")
    print(f"{len(items)} follow-ups, {len(deals)} deals")
    for table in tables:
        print(f"{table.name}: {len(table.rows)} rows")


if __name__ == "__main__":
    main()
