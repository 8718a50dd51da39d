#!/usr/bin/env python3
"""Times a night of 1,000 changes, and its reports, on the pool of a real installation with a year of history.

    night.py GONGHAI [CUSTOMERS] [REPS] [RUNS]

GONGHAI is the built command (`swift build -c release --product gonghai`). A first night imports seeded lists: a hundred
customers held by each rep, each with ten follow-ups in a year, deals and payments. What only nights leave behind, 300
ended spells a rep with the decisions and movements that belong to them, is then written into the store, because a year
of nights would take hours; the ledger has no events of them. A second night, in which nothing comes, puts the pool in
order after that. The workspace is kept in .build/bench. The measured night runs on a copy: 500 follow-ups, 200 claims, 100 new customers, 200 spells that are due, and allocations by rotation. Then
the same reports are made again by `gonghai report`. Seconds are wall time, medians; memory is the peak of the process.
"""

import csv
import datetime
import json
import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys

from read import FOLDER, run

DATE = datetime.date(2025, 6, 17)
BEFORE = DATE - datetime.timedelta(days=2)
WITHIN_DAYS = 30
HELD, FOLLOW_UPS, ENDED, CLAIMS, NEW = 100, 10, 300, 200, 100
ZONE = datetime.timezone(datetime.timedelta(hours=8))
SETTINGS = {
    "  within_days: 7": f"  within_days: {WITHIN_DAYS}",
    "#go_live: 2026-09-01": "go_live: 2025-04-01\ngo_live_share_per_night: 1",
    "  #per_night: none": "  per_night: 300",
    "  #maximum_recipients: 500": "  maximum_recipients: 100000",
    "  #managers: [sales-director@example.com]": "  managers: [director@example.com]",
}
PLACES = [("江苏省", "苏州市"), ("浙江省", "杭州市"), ("广东省", "深圳市"), ("四川省", "成都市"), ("湖北省", "武汉市")]
INDUSTRIES = ["软件和信息技术服务业", "批发业", "通用设备制造业", "食品制造业", "建筑业", "道路运输业", "教育", "住宿业"]
SYLLABLES = "华强恒远中天宏达瑞丰金泰安盛联创新信诚博海通大同方正龙腾飞鸿利源盈顺祥和美佳德隆嘉康宁永昌兴旺东升光明星辰"
CUSTOMER = "Customer ID,Company Name,Industry,Employees,Province,City,Mobile,Level,Owner,Owned Since,Created At,Value".split(",")


def moment(date, second):
    return f"{date} {second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"


def epoch(date, second):
    return int(datetime.datetime(date.year, date.month, date.day, tzinfo=ZONE).timestamp()) + second


def days_before(count):
    return DATE - datetime.timedelta(days=count)


class Lists:
    """The lists of one installation; the same size gives the same bytes."""

    def __init__(self, folder, customers, reps):
        self.folder, self.customers, self.reps = folder, customers, reps
        self.dice = random.Random(f"{customers} {reps}")
        self.numbers = 0
        # No more than what the fuse lets pass.
        self.due = min(200, HELD * reps // 50)

    def write(self, name, columns, rows):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(columns)
            writer.writerows(rows)

    def number(self):
        self.numbers += 1
        return self.numbers

    def customer(self, index):
        dice = self.dice
        letters = [SYLLABLES[index // len(SYLLABLES) ** place % len(SYLLABLES)] for place in range(5)]
        place = dice.choice(PLACES)
        owner = f"R{index % self.reps:05}" if index < HELD * self.reps else ""
        since = days_before(60 + index % 300)
        return [
            f"K{index:08}", place[1][:2] + "".join(letters) + "有限公司", dice.choice(INDUSTRIES),
            dice.choice([8, 40, 250, 1200]), *place, f"13{index:09}", dice.choice("ABC"), owner,
            moment(since, 36000) if owner else "", moment(days_before(400), 36000),
            dice.randrange(10, 900) * 1000,
        ]

    def follow_up(self, customer, rep, date):
        at = self.dice.randrange(32400, 64800)
        return [
            f"F{self.number():08}", f"K{customer:08}", f"R{rep:05}", moment(date, at), "电话",
            self.dice.choice(["谈了报价和交期", "约了下周现场拜访", "发了方案，等客户回复"]),
        ]

    def follow_ups(self, spells):
        held = HELD * self.reps
        for customer in range(held):
            # The last one decides when it is due: for the first ones on the measured night.
            last = WITHIN_DAYS if customer < self.due else self.dice.randrange(2, WITHIN_DAYS - 3)
            for step in range(FOLLOW_UPS):
                if last + 5 * step < 60:
                    yield self.follow_up(customer, customer % self.reps, days_before(last + 5 * step))
        for customer, rep, start, _ in spells:
            yield self.follow_up(customer, rep, start + datetime.timedelta(days=1))

    def deals(self):
        for customer in range(self.due, HELD * self.reps, 2):
            won = customer % 5 == 0
            closed = days_before(self.dice.randrange(1, 59))
            yield [
                f"D{customer:08}", f"K{customer:08}", f"R{customer % self.reps:05}", "won" if won else "lost",
                self.dice.randrange(5, 500) * 1000, moment(closed - datetime.timedelta(days=1), 36000),
                moment(closed, 36000),
            ]

    def payments(self, deals):
        for deal in deals:
            if deal[3] == "won":
                yield ["P" + deal[0], deal[1], deal[0], deal[2], deal[6], deal[4]]

    def spells(self):
        """Customer, rep, first day, days of the spells of the year that ended, of customers that are in the pool."""
        free = range(HELD * self.reps, self.customers)
        for number in range(ENDED * self.reps):
            customer = free[number * 7919 % len(free)]
            # Of customers that come round again, the spells follow each other.
            round_ = number // len(free)
            start = days_before(360 - 60 * round_ - self.dice.randrange(1, 25))
            yield customer, number % self.reps, start, self.dice.randrange(10, 30)

    def base(self):
        spells = list(self.spells())
        deals = list(self.deals())
        self.write(
            "reps.csv", ["Rep ID", "Name", "Email", "Team", "Active", "Starts On"],
            ([f"R{rep:05}", f"Rep {rep:05}", f"r{rep}@example.com", f"Team {rep % 50}", "yes", "2023-01-02"]
             for rep in range(self.reps)))
        self.write("customers.csv", CUSTOMER, (self.customer(index) for index in range(self.customers)))
        self.write(
            "follow-ups.csv", ["Follow-up ID", "Customer ID", "Rep ID", "At", "Channel", "Note"],
            self.follow_ups(spells))
        self.write(
            "deals.csv", ["Deal ID", "Customer ID", "Rep ID", "Status", "Amount", "Created At", "Closed At"], deals)
        self.write(
            "payments.csv", ["Payment ID", "Customer ID", "Deal ID", "Rep ID", "Paid At", "Amount"],
            self.payments(deals))
        return spells

    def changes(self):
        """What comes in on the measured day."""
        free = range(HELD * self.reps, self.customers)
        self.write(
            "customers-new.csv", CUSTOMER,
            (self.customer(index) for index in range(self.customers, self.customers + NEW)))
        self.write(
            "follow-ups-new.csv", ["Follow-up ID", "Customer ID", "Rep ID", "At", "Channel", "Note"],
            (self.follow_up(customer, customer % self.reps, DATE)
             for customer in self.dice.sample(range(self.due, HELD * self.reps), 500)))
        self.write(
            "claims-new.csv", ["Claim ID", "Customer ID", "Rep ID", "Requested At"],
            ([f"C{number:06}", f"K{customer:08}", f"R{self.dice.randrange(self.reps):05}", moment(DATE, 36000 + number)]
             for number, customer in enumerate(self.dice.sample(free, CLAIMS))))


def history(folder, spells):
    """Writes ended spells as nights leave them."""
    store = sqlite3.connect(os.path.join(folder, "pool.sqlite"))
    ids = dict(
        store.execute("SELECT r.external_id, c.id FROM source_records r JOIN customers c ON c.number = r.customer"))
    ordinals = {}

    def rows():
        for customer, rep, start, days in spells:
            begin, end = epoch(start, 86399), epoch(start + datetime.timedelta(days=days), 86399)
            yield ids[f"K{customer:08}"], f"R{rep:05}", start, begin, end

    day = datetime.date(1970, 1, 1)
    reps = dict(store.execute("SELECT external_id, id FROM reps"))
    for customer, rep, start, begin, end in rows():
        rep = reps[rep]
        store.execute(
            "INSERT INTO spells (customer_id, held_as, rep_id, kind, started_at, recorded_at, ended_at, end_reason,"
            " end_recorded_at) VALUES (?, ?, ?, 'allocation', ?, ?, ?, 'recycled', ?)",
            (customer, customer, rep, begin, begin, end, end))
        ordinals[start] = ordinals.get(start, 0) + 1
        store.execute(
            "INSERT INTO decisions (business_date, ordinal, kind, customer_id, rep_id, is_granted, strategy, reason,"
            " detail, eligible, rejected) VALUES (?, ?, 'allocation', ?, ?, 1, 'rotation', 'next_in_rotation',"
            " 'first_turn', '[]', '[]')",
            ((start - day).days, ordinals[start], customer, rep))
        for change, at, kind in ((1, begin, "allocation"), (-1, end, "recycled")):
            for owner in (rep, None):
                store.execute(
                    "INSERT INTO movements (customer_id, rep_id, change, how, at) VALUES (?, ?, ?, ?, ?)",
                    (customer, owner, change if owner else -change, kind, at))
        store.execute("UPDATE customers SET pool_since = ? WHERE id = ? AND pool_since IS NOT NULL", (end, customer))
    store.commit()
    store.close()


def prepared(gonghai, customers, reps):
    folder = os.path.join(FOLDER, f"night-{customers}-{reps}")
    if os.path.exists(os.path.join(folder, "prepared")):
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([gonghai, "init", folder], check=True, capture_output=True)
    path = os.path.join(folder, "gonghai.yaml")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for old, new in SETTINGS.items():
        if old not in text:
            sys.exit(f"gonghai.yaml has no '{old.strip()}'")
        text = text.replace(old, new)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    inbox = os.path.join(folder, "inbox")
    shutil.rmtree(inbox)
    os.mkdir(inbox)
    lists = Lists(inbox, customers, reps)
    spells = lists.base()
    command = [gonghai, "-w", folder, "run", "--date", str(BEFORE)]
    processor, wall, memory, _ = run(command, accepted=(0, 1))
    print(f"first night, import and all: {wall:.1f} s wall, {processor:.1f} s processor, {memory / 1024:.0f} MB", flush=True)
    history(folder, spells)
    for name in os.listdir(inbox):
        os.remove(os.path.join(inbox, name))
    quiet = [gonghai, "-w", folder, "run", "--date", str(DATE - datetime.timedelta(days=1))]
    run([*quiet, "--approve", "feeds", "--approve", "allocation"], accepted=(0, 1))
    lists.changes()
    open(os.path.join(folder, "prepared"), "w").close()
    return folder


def measure(gonghai, source, seconds):
    folder = source + "-run"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(source, folder)
    _, wall, memory, _ = run([gonghai, "-w", folder, "run", "--date", str(DATE)], accepted=(0, 1))
    with open(os.path.join(folder, "runs", str(DATE), "1.json"), encoding="utf-8") as file:
        stages = {stage["stage"]: stage for stage in json.load(file)["stages"]}
    for name, stage in stages.items():
        seconds.setdefault(name, []).append(stage["seconds"])
    # What no stage holds: opening the store, the fuses, which plan the recycling, and the summary.
    seconds.setdefault("outside the stages", []).append(wall - sum(stage["seconds"] for stage in stages.values()))
    seconds.setdefault("whole night", []).append(wall)
    seconds.setdefault("whole night, peak MB", []).append(memory / 1024)
    _, wall, memory, _ = run(
        [gonghai, "-w", folder, "report", "--date", str(DATE), "--output", os.path.join(folder, "again")],
        accepted=(0, 1))
    seconds.setdefault("gonghai report", []).append(wall)
    seconds.setdefault("gonghai report, peak MB", []).append(memory / 1024)
    return {name: stage["counts"] for name, stage in stages.items()}


def main(arguments):
    if not arguments:
        sys.exit(__doc__)
    gonghai = os.path.abspath(arguments[0])
    customers = int(arguments[1]) if len(arguments) > 1 else 1_000_000
    reps = int(arguments[2]) if len(arguments) > 2 else 1_000
    runs = int(arguments[3]) if len(arguments) > 3 else 3
    os.makedirs(FOLDER, exist_ok=True)
    folder = prepared(gonghai, customers, reps)
    seconds = {}
    for _ in range(runs):
        counts = measure(gonghai, folder, seconds)
    print(f"\n{customers} customers, {reps} reps, medians of {runs} runs\n\n| | s |\n|---|---|")
    for name, values in seconds.items():
        value = statistics.median(values)
        print(f"| {name} | {value:.0f} |" if name.endswith("MB") else f"| {name} | {value:.2f} |")
    print()
    for name, numbers in counts.items():
        print(f"{name}: " + ", ".join(f"{key} {value}" for key, value in sorted(numbers.items())))


if __name__ == "__main__":
    main(sys.argv[1:])
