"""What happened from 2026-09-21 to 2026-11-23: holdings, follow-ups, deals and payments."""

from datetime import date, datetime, time, timedelta

from .people import FORGOTTEN, NEWCOMERS, REPS, WANG_LEI, ZHAO_MIN
from .vocabulary import CHANNELS, REACTIONS, TOPICS

FIRST_DAY, LAST_DAY = date(2026, 9, 21), date(2026, 11, 23)
HOLIDAYS = {date(2026, 9, 25)} | {date(2026, 10, day) for day in range(1, 8)}
MADE_UP_WORKDAYS = {date(2026, 10, 10)}

# Last follow-ups of customers that the first night takes back: days before 2026-11-23. 9, 8 and 7 fall due on the
# Saturday, the Sunday and the Monday of that night.
OVERDUE = [7, 8, 9, 7, 10, 11, 12, 13, 14, 17, 18, 19, 20, 21, 24, 25, 27, 31]


def is_workday(day):
    return day in MADE_UP_WORKDAYS or (day.weekday() < 5 and day not in HOLIDAYS)


def workday_from(day):
    while not is_workday(day):
        day += timedelta(days=1)
    return day


def at(dice, day):
    """A moment of the working hours."""
    return datetime.combine(day, time(dice.between(8, 18), dice.below(60), dice.below(60)))


class FollowUp:
    def __init__(self, company, rep_name, moment, channel, note):
        self.company, self.rep_name, self.moment, self.channel, self.note = company, rep_name, moment, channel, note
        self.has_time = True
        self.recorded = moment + timedelta(minutes=7)
        self.reference = None


class Deal:
    def __init__(self, company, rep, stage, status, amount, created, closed, currency="CNY"):
        self.company, self.rep, self.stage, self.status = company, rep, stage, status
        self.amount, self.created, self.closed, self.currency = amount, created, closed, currency


class Payment:
    def __init__(self, company, rep, paid, amount, method="银行转账", status="已审批"):
        self.company, self.rep, self.paid, self.amount, self.method, self.status = company, rep, paid, amount, method, status


def note(dice):
    return f"{dice.pick(TOPICS)}：{dice.pick(REACTIONS)}"


def plan_holdings(dice, companies):
    """Since when each owner holds a customer, and when they were last in touch."""
    overdue = list(OVERDUE)
    for company in companies:
        if not company.is_owned:
            continue
        company.since = at(dice, start_day(dice, company))
        state = company.state
        if state in ("overdue", "protected_by_others"):
            company.last_touch = LAST_DAY - timedelta(days=overdue.pop(0) if overdue else 16)
        elif state in ("on_leave", "locked"):
            company.last_touch = LAST_DAY - timedelta(days=dice.between(9, 20))
        elif state == "leaver":
            company.last_touch = date(2026, 10, dice.between(20, 30))
        elif state == "due_soon":
            company.last_touch = LAST_DAY - timedelta(days=dice.between(5, 6))
        else:
            company.last_touch = LAST_DAY - timedelta(days=dice.weighted([(0, 34), (3, 26), (4, 20), (5, 12), (6, 8)]))
        if company.since.date() > company.last_touch:
            company.since = at(dice, max(FIRST_DAY, company.last_touch - timedelta(days=dice.between(0, 6))))
        if company.owner in NEWCOMERS and company.since.date() < date.fromisoformat(company.owner.starts_on):
            company.since = at(dice, workday_from(date.fromisoformat(company.owner.starts_on) + timedelta(days=dice.below(4))))


def start_day(dice, company):
    """The weeks of the history; won customers began early enough to be won."""
    weeks = {"account": 6, "leaver": 4}.get(company.state, 9)
    first = date.fromisoformat(company.owner.starts_on)
    day = FIRST_DAY + timedelta(days=7 * dice.below(weeks) + dice.below(5))
    return workday_from(max(day, first) if company.owner in NEWCOMERS else day)


def follow_ups(dice, companies):
    """About nine hundred: mostly in time, some late, some by others, some about nobody anyone knows."""
    result = []
    for company in companies:
        if company.is_owned:
            result += chain(dice, company)
        elif company.state == "forgotten" or (company.systems[0] in "AB" and dice.percent(30)):
            name = FORGOTTEN if company.state == "forgotten" else dice.pick([rep for rep in REPS if rep.weight]).name
            for _ in range(dice.between(1, 3)):
                day = workday_from(FIRST_DAY + timedelta(days=dice.below(35)))
                result.append(FollowUp(company, name, at(dice, day), dice.weighted(CHANNELS), note(dice)))
        if company.state == "protected_by_others":
            other = dice.pick([rep for rep in REPS if rep.weight and rep is not company.owner and rep not in NEWCOMERS])
            moment = at(dice, LAST_DAY - timedelta(days=dice.between(3, 4)))
            result.append(FollowUp(company, other.name, moment, "电话", note(dice)))
    return sorted(result, key=lambda item: (item.moment, item.company.number))


def chain(dice, company):
    """An owner's follow-ups, from the start to the last touch."""
    day, result = company.since.date(), []
    while True:
        day = workday_from(day + timedelta(days=dice.weighted([(3, 12), (4, 22), (5, 28), (6, 20), (7, 8), (9, 6), (12, 4)])))
        if day >= company.last_touch:
            break
        if company.owner is ZHAO_MIN and day >= date(2026, 11, 20):
            break
        result.append(FollowUp(company, company.owner.name, at(dice, day), dice.weighted(CHANNELS), note(dice)))
    last = at(dice, company.last_touch)
    if last <= company.since:
        last = company.since + timedelta(minutes=25)
    result.append(FollowUp(company, company.owner.name, last, dice.weighted(CHANNELS), note(dice)))
    return result


STAGES_A = ["验证客户", "需求分析", "方案/报价", "谈判审核"]
STAGES_B = ["Prospecting", "Needs Analysis", "Value Proposition", "Id. Decision Makers", "Proposal/Price Quote", "Negotiation/Review"]


def deals(dice, companies):
    result = []
    for company in companies:
        in_a = "A" in company.systems
        currency = "CNY" if not company.is_overseas else ("EUR" if company.country == "Germany" else "USD")
        amount = dice.between(8, 78) * 10_000
        if company.state == "account":
            won = workday_from(company.since.date() + timedelta(days=dice.between(9, 30)))
            # 王磊 won nothing in October: his limit in November is the general one, and his claims exceed it.
            company.won_on = min(max(won, date(2026, 11, 3)) if company.owner is WANG_LEI else won, date(2026, 11, 20))
            created = company.since + timedelta(days=2)
            stage = "赢单" if in_a else "Closed Won"
            result.append(Deal(company, company.owner, stage, "won", amount, created, company.won_on, currency))
        elif company.state == "open_deal":
            created = company.since + timedelta(days=1)
            stage = dice.pick(STAGES_A if in_a else STAGES_B)
            result.append(Deal(company, company.owner, stage, "open", amount, created, date(2026, 12, dice.between(1, 31)), currency))
        elif company.is_owned and "E" not in company.systems[0] and dice.percent(9):
            closed = min(workday_from(company.since.date() + timedelta(days=dice.between(5, 16))), LAST_DAY)
            stage = "输单" if in_a else "Closed Lost"
            result.append(Deal(company, company.owner, stage, "lost", amount, company.since, closed, currency))
    return sorted(result, key=lambda deal: (deal.created, deal.company.number))


def payments(dice, deals):
    """What won deals brought in, in one or two parts; one of them was paid back."""
    result = []
    for deal in deals:
        if deal.status != "won" or deal.currency != "CNY":
            continue
        first = deal.amount * dice.pick([30, 50, 100]) // 100
        paid = min(workday_from(deal.closed + timedelta(days=dice.between(1, 6))), LAST_DAY)
        result.append(Payment(deal.company, deal.rep, paid, first))
        rest = workday_from(paid + timedelta(days=dice.between(8, 20)))
        if first < deal.amount and rest <= LAST_DAY:
            result.append(Payment(deal.company, deal.rep, rest, deal.amount - first, dice.pick(["银行转账", "银行承兑汇票"])))
    result.sort(key=lambda payment: (payment.paid, payment.company.number))
    if result:
        red = result[len(result) // 2]
        result.append(Payment(red.company, red.rep, date(2026, 11, 12), -red.amount // 10, status="红字冲销"))
    return result
