"""Computes the numbers of a night's reports a second time, from what `gonghai export` gives, and compares.

    recompute.py EXPORTS OUT DATE [WITHIN_DAYS]

EXPORTS holds <table>.csv of `gonghai export TABLE --raw`, OUT is out/DATE. Nothing but the standard library, and no
code of the program: the definitions are those of METRICS.md. Prints every difference and ends with 1 where there is one.
The rules are the sample's: deadlines in calendar days, open deals exempt, no deadline on a day of leave.
"""

import bisect, csv, datetime, html.parser, json, math, sys
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

exports, out, date = Path(sys.argv[1]), Path(sys.argv[2]), datetime.date.fromisoformat(sys.argv[3])
within = int(sys.argv[4]) if len(sys.argv) > 4 else 7
DAY = 86_400
csv.field_size_limit(1 << 30)


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def table(name):
    return rows(exports / f"{name}.csv")


def moment(text):
    return datetime.datetime.fromisoformat(text) if text else None


zone = moment(next(e["recorded_at"] for e in table("events"))).tzinfo
midnight = lambda day: datetime.datetime.combine(day, datetime.time(), zone)
end = midnight(date + datetime.timedelta(1))  # T, excluded
last = end - datetime.timedelta(seconds=1)
seconds = lambda span: int(span.total_seconds())
local = lambda at: at.astimezone(zone).date()

# ---------------------------------------------------------------- what happened
wins = {}
for event in table("events"):
    if event["kind"] == "won":
        wins[event["customer_id"]] = moment(event["at"])
    elif event["kind"] == "customer_updated" and json.loads(event["payload"]).get("won") == "withdrawn":
        wins.pop(event["customer_id"], None)
# Known already, but later than T: nobody has to be in touch for it, and it is in no number.
later_wins = {customer for customer, at in wins.items() if at > last}
wins = {customer: at for customer, at in wins.items() if at <= last}
reps = {rep["rep_id"]: rep for rep in table("reps")}
customers = {row["customer_id"]: row for row in table("customers")}
deals = table("deals")
open_deal = {deal["customer_id"] for deal in deals if deal["status"] == "open"}
touches, contacts = defaultdict(list), defaultdict(list)
for row in table("follow-ups"):
    at = moment(row["at"])
    if at <= last and row["counts"] == "true":
        touches[row["customer_id"], row["rep_id"]].append(at)
given = {}
for row in table("assignments"):
    if row["kind"] == "allocation":
        given[row["customer_id"], row["rep_id"], row["business_date"]] = row["strategy"]


class Spell:
    def __init__(self, row):
        self.customer, self.rep, self.kind = row["customer_id"], row["rep_id"], row["kind"]
        self.start, self.end, self.reason = moment(row["started_at"]), moment(row["ended_at"]), row["end_reason"]
        if self.end and self.end > last:
            self.end, self.reason = None, ""
        inside = lambda at: at >= self.start and (self.end is None or at < self.end)
        self.touches = sorted(at for at in touches[self.customer, self.rep] if inside(at))
        won = wins.get(self.customer)
        self.won_before = won is not None and won < self.start
        self.won = won if won and won >= self.start and (self.end is None or won <= self.end) else None
        opened = [moment(d["created_at"]) for d in deals if d["customer_id"] == self.customer and d["created_at"]]
        opened = [at for at in opened if inside(at) and at <= last]
        self.deal = min(opened, default=None)

    age = property(lambda self: seconds(end - self.start))
    held = property(lambda self: seconds((self.end or end) - self.start))


spells = [Spell(row) for row in table("spells") if row["end_reason"] != "undone"]
spells = sorted((s for s in spells if s.start <= last), key=lambda s: (s.start, s.customer, s.rep))
seen = defaultdict(int)
for spell in spells:
    seen[spell.customer] += 1
    spell.ordinal = seen[spell.customer]
acquired = [spell for spell in spells if spell.kind != "opening"]
chances = [spell for spell in acquired if not spell.won_before]

# ---------------------------------------------------------------- duties (METRICS.md, 3)


def on_leave(rep, day):
    row = reps.get(rep)
    if not row or row["active"] != "true" or (row["starts_on"] and day.isoformat() < row["starts_on"]):
        return False
    if row["ends_on"] and day.isoformat() > row["ends_on"]:
        return False
    spans = [span.split("/") for span in row["leave"].split(";") if span]
    return any(first <= day.isoformat() <= final for first, final in spans)


def held_back(customer):
    hold = customers[customer]["hold"]
    return bool(hold) and (not hold.startswith("locked until ") or date.isoformat() <= hold[13:])


duties = []  # rep, deadline, outcome
for spell in spells:
    won = wins.get(spell.customer)
    limit = min(spell.end or last, won or last)
    deadline = local(spell.start) + datetime.timedelta(within)

    def add(deadline, outcome):
        if outcome == "met" and deadline > date:
            return
        duties.append((spell.rep, deadline, "exempt" if on_leave(spell.rep, deadline) else outcome))

    for at in spell.touches:
        if at > limit:
            continue
        following = max(local(at), local(spell.start)) + datetime.timedelta(within)
        if following != deadline:
            add(deadline, "met" if local(at) <= deadline else "missed")
        deadline = following
    if won and local(won) <= deadline:
        outcome = "exempt"
    elif spell.end:
        ended = local(spell.end)
        late = deadline < ended or (spell.reason == "recycled" and deadline == ended)
        outcome = "missed" if late else "exempt"
    elif won:
        outcome = "missed"
    elif spell.customer in open_deal | later_wins or held_back(spell.customer) or on_leave(spell.rep, date):
        outcome = "exempt"
    else:
        outcome = "missed" if deadline <= date else "pending"
    add(deadline, outcome)
due = [duty for duty in duties if duty[2] in ("met", "missed") and duty[1] <= date]

# ---------------------------------------------------------------- statistics
Z = 1.959963984540054


def wilson(count, total):
    p, square = count / total, Z * Z
    centre, scale = p + square / (2 * total), 1 + square / total
    spread = Z * math.sqrt(p * (1 - p) / total + square / (4 * total * total))
    return max(0, (centre - spread) / scale), min(1, (centre + spread) / scale)


def quantile(waits, share):
    """Of (seconds, happened): the first time by which the share had happened, by Kaplan-Meier; None before."""
    survival = Fraction(1)
    times = sorted(time for time, _ in waits)
    for time in sorted({time for time, happened in waits if happened}):
        risk = len(times) - bisect.bisect_left(times, time)
        survival *= 1 - Fraction(sum(1 for t, happened in waits if happened and t == time), risk)
        if survival <= 1 - Fraction(share):
            return time
    return None


def incidence(cause, days):
    """Aalen-Johansen: won, recycled, released, retired end a spell; other ends censor it."""
    ends = []
    for spell in chances:
        if spell.won:
            ends.append((seconds(spell.won - spell.start), "won"))
        else:
            kind = spell.reason if spell.reason in ("recycled", "released", "retired") else None
            ends.append((max(0, seconds(min(spell.end or last, last) - spell.start)), kind))
    survival, total = 1.0, 0.0
    times = sorted(time for time, _ in ends)
    for time in sorted({time for time, _ in ends}):
        if time > days * DAY:
            break
        risk = len(times) - bisect.bisect_left(times, time)
        causes = [kind for t, kind in ends if t == time and kind]
        total += survival * causes.count(cause) / risk
        survival *= 1 - len(causes) / risk
    return total


def first_wait(spell):
    stop = max(spell.start, min(spell.end or last, last))
    first = next((at for at in spell.touches if at <= stop), None)
    return (seconds((first or stop) - spell.start), first is not None)


# ---------------------------------------------------------------- comparing
differences, compared = [], 0


def same(place, reported, expected, digits=6):
    global compared
    compared += 1
    if expected is None or expected == "":
        equal = reported == ""
    elif isinstance(expected, str):
        equal = reported == expected
    else:
        equal = reported != "" and abs(float(reported) - float(expected)) <= 0.51 * 10**-digits
    if not equal:
        differences.append(f"{place}: reported {reported!r}, recomputed {expected!r}")


ratio = lambda count, total: count / total if total else None


class Metrics(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = defaultdict(set)

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        if "data-metric" in named:
            self.found[named["data-metric"]].add(named.get("value", named.get("data-value")))


pages = []
for path in sorted(out.glob("management.*.html")):
    page = Metrics()
    page.feed(path.read_text(encoding="utf-8"))
    pages.append((path.name, page.found))


def on_pages(metric, expected, digits=6):
    for name, found in pages:
        for value in found.get(metric, ()):
            same(f"{name} {metric}", value, expected, digits)


# Day by day
for row in rows(out / "days.csv"):
    day = datetime.date.fromisoformat(row["business_date"])
    begun = [s for s in spells if local(s.start) == day]
    ended = [s for s in spells if s.end and local(s.end) == day]
    fell_due = [duty for duty in due if duty[1] == day]
    won = {s.customer for s in spells if s.won and local(s.won) == day}
    counts = {
        "claimed": sum(s.kind == "claim" for s in begun),
        "allocated": sum(s.kind == "allocation" for s in begun),
        "transferred": sum(s.kind == "transfer" for s in begun),
        "recycled": sum(s.reason == "recycled" for s in ended),
        "released": sum(s.reason == "released" for s in ended),
        "won": len(won),
        "duties_due": len(fell_due),
        "duties_met": sum(duty[2] == "met" for duty in fell_due),
    }
    for name, expected in counts.items():
        same(f"days.csv {day} {name}", row[name], expected)
    if day == date:
        on_pages("handed_out", counts["claimed"] + counts["allocated"])
        on_pages("claimed", counts["claimed"])
        on_pages("allocated_spells", counts["allocated"])
        on_pages("won_today", counts["won"])

# Compliance, rep by rep, and time to first follow-up
met = sum(duty[2] == "met" for duty in due)
on_pages("duties_due", len(due))
on_pages("duties_met", met)
on_pages("compliance", ratio(met, len(due)))
recent = [duty for duty in due if duty[1] > date - datetime.timedelta(28)]
on_pages("duties_due_28_days", len(recent))
on_pages("compliance_28_days", ratio(sum(duty[2] == "met" for duty in recent), len(recent)))
for row in rows(out / "follow-ups.csv"):
    rep = row["rep_id"]
    own = [duty for duty in due if duty[0] == rep]
    count = sum(duty[2] == "met" for duty in own)
    same(f"follow-ups.csv {rep} due", row["duties_due"], len(own))
    same(f"follow-ups.csv {rep} met", row["duties_met"], count)
    same(f"follow-ups.csv {rep} compliance", row["compliance"], ratio(count, len(own)))
    for column, bound in zip(("compliance_low", "compliance_high"), wilson(count, len(own)) if own else (None, None)):
        same(f"follow-ups.csv {rep} {column}", row[column], bound)
    same(f"follow-ups.csv {rep} not due", row["duties_not_due"], sum(d[0] == rep and d[2] == "pending" for d in duties))
    waits = [first_wait(spell) for spell in chances if spell.rep == rep]
    same(f"follow-ups.csv {rep} spells", row["first_follow_up_spells"], len(waits))
    for column, share in (("median", "1/2"), ("p75", "3/4"), ("p90", "9/10")):
        time = quantile(waits, share)
        same(f"follow-ups.csv {rep} {column}", row[f"first_follow_up_{column}_hours"], time and time / 3600, 4)
waits = [first_wait(spell) for spell in chances]
on_pages("first_follow_up_n", len(waits))
for column, share in (("median", "1/2"), ("p75", "3/4"), ("p90", "9/10")):
    time = quantile(waits, share)
    on_pages(f"first_follow_up_{column}_hours", time and time / 3600, 4)

# Recycling
mature = [spell for spell in acquired if spell.age >= 30 * DAY]
gone = sum(spell.reason == "recycled" and spell.held <= 30 * DAY for spell in mature)
on_pages("recycle_cohort_n", len(mature))
on_pages("recycle_cohort_rate", ratio(gone, len(mature)))
since = midnight(date - datetime.timedelta(27))
owned = sum(max(0, seconds(min(s.end or end, end) - max(s.start, since))) for s in spells)
flow = sum(s.reason == "recycled" and since <= s.end < end for s in spells if s.end)
on_pages("recycle_flow_count", flow)
on_pages("recycle_flow_per_100_days", flow * 100 * DAY / owned if owned else None)

# Conversion: cohorts and competing ends
for row in rows(out / "conversion.csv"):
    monday = datetime.date.fromisoformat(row["week_start"])
    age = int(row["age_weeks"]) * 7 * DAY
    source = chances if row["cohort_kind"] == "own" else [s for s in spells if s.kind == "opening" and not s.won_before]
    members = [s for s in source if 0 <= (local(s.start) - monday).days < 7]
    won = sum(s.won is not None and seconds(s.won - s.start) <= age for s in members)
    place = f"conversion.csv {row['cohort_kind']} {row['week']} {row['age_weeks']}"
    same(f"{place} size", row["cohort_size"], len(members))
    same(f"{place} converted", row["converted"], won)
    is_mature = all(s.age >= age for s in members)
    same(f"{place} conversion", row["conversion"], ratio(won, len(members)) if is_mature else "[immature]")
for days in (7, 14, 30, 60, 90):
    for cause, name in (("won", "converted"), ("recycled", "recycled"), ("released", "released")):
        on_pages(f"incidence_{name}_{days}_days", incidence(cause, days))

# Funnel, win rate, coverage
steps = [[0, 0], [0, 0], [0, 0]]
for spell in chances:
    entries = [spell.start, spell.touches[0] if spell.touches else None, spell.deal, spell.won]
    for index in (2, 1, 0):
        if entries[index + 1]:
            entries[index] = min(entries[index] or entries[index + 1], entries[index + 1])
    for index in range(3):
        if entries[index] and 30 * DAY <= seconds(end - entries[index]) <= 180 * DAY:
            steps[index][1] += 1
            after = entries[index + 1]
            steps[index][0] += after is not None and seconds(after - entries[index]) <= 30 * DAY
for (count, total), start, goal in zip(steps, ("received", "contacted", "deal"), ("contacted", "deal", "won")):
    on_pages(f"stage_{start}_n", total)
    on_pages(f"stage_{goal}_reached", count)
    on_pages(f"stage_{goal}_share", ratio(count, total))
held = [s for s in spells if s.end is None and s.customer not in wins]
covered = sum(any(at >= midnight(date - datetime.timedelta(29)) for at in s.touches) for s in held)
on_pages("held_open", len(held))
on_pages("coverage", ratio(covered, len(held)))
on_pages("prospects_held", len(held))

# Fair shares: allocations of 28 days by days of work
first = date - datetime.timedelta(27)


def works(rep, day):
    row, text = reps[rep], day.isoformat()
    present = row["active"] == "true" and not (row["starts_on"] and text < row["starts_on"])
    return present and not (row["ends_on"] and text > row["ends_on"]) and not on_leave(rep, day)


capacity = {rep: sum(works(rep, first + datetime.timedelta(n)) for n in range(28)) for rep in reps}
capacity = {rep: days for rep, days in capacity.items() if days}
received = {rep: 0 for rep in capacity}
for spell in spells:
    if spell.kind == "allocation" and first <= local(spell.start) <= date and spell.rep in received:
        received[spell.rep] += 1
total = sum(received.values())
if total:
    shares = {rep: total * days / sum(capacity.values()) for rep, days in capacity.items()}
    widest = max(sorted(shares), key=lambda rep: abs(received[rep] - shares[rep]))
    on_pages("fair_share_gap", received[widest] - shares[widest])
    rates = sorted(received[rep] / capacity[rep] for rep in capacity)
    n = len(rates)
    gini = sum((2 * (i + 1) - n - 1) * rate for i, rate in enumerate(rates)) / (n * sum(rates))
    on_pages("allocation_gini", gini)

# The pool, and that every book balances
book = rows(out / "reconciliation.csv")
for key in {(row["book"], row["rep_id"]) for row in book}:
    lines = [row for row in book if (row["book"], row["rep_id"]) == key]
    number = lambda line: sum(int(row["customers"]) for row in lines if row["line"] == line)
    same(f"reconciliation.csv {key}", str(number("closing")), number("opening") + number("in") - number("out"))
size = sum(int(row["customers"]) for row in rows(out / "pool.csv"))
on_pages("pool_size", size)
same("pool.csv", str(size), number("closing") if key[0] == "pool" else next(
    int(row["customers"]) for row in book if row["book"] == "pool" and row["line"] == "closing"))
if len(sys.argv) <= 5:
    same("export pool", str(len(table("pool"))), size)

for difference in differences:
    print(difference)
print(f"{compared} numbers compared, {len(differences)} differ")
sys.exit(1 if differences or compared < 200 else 0)
