"""The customers as they really are, before any system wrote them down, and what is planned for each."""

from .codes import credit_code, salesforce_id
from .people import BY_NAME, FORGOTTEN, NEWCOMERS, REPS, ZHAO_MIN, ZHOU_KAI
from .vocabulary import (BUSINESSES, CITIES, FIRST, GIVEN, OVERSEAS, OVERSEAS_BUSINESS, OVERSEAS_COUNTRIES, OVERSEAS_FIRST,
                         SECOND, STREETS, SURNAMES)

# How many customers are in which systems, and how the exports of one customer can be told to be the same.
GROUPS = [
    ("AB", "code", 10),     # credit code in both
    ("AB", "name", 8),      # Chinese name in both, with the same phone or web domain
    ("AB", "domain", 7),    # pinyin name in B: only the domain is the same, which no exact key joins
    ("AE", "name", 15),     # the full legal name in both
    ("AE", "code", 15),     # credit code in both, another spelling of the name
    ("A", "", 100),
    ("B", "chinese", 63),
    ("B", "overseas", 30),
    ("E", "", 54),
]

# What the two months held for the customers of each group: state and how many; the rest are in the pool.
PLANS = {
    "AB": [("account", 5), ("open_deal", 5), ("fresh", 7), ("due_soon", 2), ("overdue", 1)],
    "AE": [("account", 12), ("open_deal", 4), ("fresh", 5), ("overdue", 2)],
    "A": [("account", 8), ("open_deal", 9), ("fresh", 19), ("due_soon", 6), ("overdue", 9), ("protected_by_others", 2),
          ("on_leave", 5), ("leaver", 5), ("forgotten", 3), ("locked", 2)],
    "B": [("account", 8), ("open_deal", 7), ("fresh", 26), ("due_soon", 4), ("overdue", 4)],
    "E": [("fresh", 8), ("overdue", 2)],
}


class Company:
    """One customer. `systems` is a subset of ABE; `state` is what is planned for it."""

    def __init__(self, number, systems, likeness):
        self.number, self.systems, self.likeness = number, systems, likeness
        self.state, self.owner, self.is_overseas = "pool", None, likeness == "overseas"
        self.since = self.won_on = self.last_touch = None
        self.id_a = f"KH{number + 10001}" if "A" in systems else None
        self.id_b = salesforce_id("001", number + 1) if "B" in systems else None
        self.id_e = f"01{number + 1:04d}" if "E" in systems else None

    @property
    def is_owned(self):
        return self.owner is not None


def companies(dice):
    """Every customer, in a fixed order; the same seed gives the same ones."""
    brands = dice.shuffled([(a + b, pa + pb) for a, pa in FIRST for b, pb in SECOND])
    result = []
    for systems, likeness, count in GROUPS:
        for _ in range(count):
            company = Company(len(result), systems, likeness)
            if company.is_overseas:
                describe_overseas(dice, company, sum(other.is_overseas for other in result))
            else:
                describe_chinese(dice, company, brands[len(result)])
            result.append(company)
    add_namesakes(result)
    add_third_system(result)
    for systems, plan in PLANS.items():
        members = dice.shuffled([company for company in result if company.systems[:len(systems)] == systems and
                                 (len(systems) > 1 or company.systems == systems)])
        states = [state for state, count in plan for _ in range(count)]
        for company, state in zip(members, states):
            company.state = state
            company.owner = owner(dice, company, state)
    return result


def describe_chinese(dice, company, brand):
    characters, pinyin = brand
    business = dice.weighted([(row, row[5]) for row in BUSINESSES])
    city = dice.weighted([(row, 6 if index < 6 else 3) for index, row in enumerate(CITIES)])
    form = dice.weighted([("有限公司", 70), ("股份有限公司", 18), ("有限责任公司", 12)])
    company.city, company.business, company.brand = city, business, characters
    company.name = f"{city[0]}{characters}{business[0]}{form}"
    company.short = f"{characters}{business[0]}"
    company.english = f"{city[5]} {pinyin.capitalize()} {business[1]} Co., Ltd."
    company.domain = f"{pinyin}-{business[2]}.example"
    company.phone = f"{city[3]}-{dice.between(6, 8)}{dice.below(1000):03d}{company.number:04d}"
    company.mobile = f"1{dice.pick(['38', '39', '35', '37', '86', '88'])}0000{company.number * 7 + 1000:04d}"
    company.contact = dice.pick(SURNAMES) + dice.pick(GIVEN)
    company.email = f"{pinyin[0]}{company.number:03d}@{company.domain}"
    company.code = credit_code(dice, city[2])
    scale = dice.weighted([(12, 15), (60, 30), (180, 28), (420, 18), (1300, 9)])
    company.employees = scale + dice.below(scale)
    company.revenue = company.employees * dice.between(35, 120) * 10_000
    company.district = dice.pick(city[7])
    company.street = f"{dice.pick(STREETS)}{dice.between(1, 299)}号"
    company.level = dice.weighted([("A（重点客户）", 20), ("B（普通客户）", 55), ("C（非优先客户）", 25)])
    company.needs = dice.pick(business[6]) if dice.percent(70) else ""


def describe_overseas(dice, company, number):
    if number < len(OVERSEAS):
        (company.name, company.street, company.city, company.state_name, company.postal, company.country, company.phone,
         company.domain, company.industry) = OVERSEAS[number]
    else:
        place = OVERSEAS_COUNTRIES[number % len(OVERSEAS_COUNTRIES)]
        business, company.industry = OVERSEAS_BUSINESS[number % len(OVERSEAS_BUSINESS)]
        brand = OVERSEAS_FIRST[number - len(OVERSEAS)]
        company.country, company.city, company.state_name, company.postal = place[:4]
        company.name = f"{brand} {business} {place[5]}"
        company.phone = place[4] % (100 + number)
        company.domain = f"{brand.lower()}.example"
        company.street = f"{dice.between(1, 180)} {dice.pick(['Station Road', 'Harbour Street', 'Mill Lane', 'Park Avenue'])}"
    company.english, company.short, company.code = company.name, company.name, ""
    company.employees = dice.between(20, 2400)
    company.revenue = company.employees * dice.between(20, 90) * 10_000
    company.email = f"info@{company.domain}"
    company.level, company.needs = "", ""


def add_namesakes(result):
    """Two pairs of unrelated companies of nearly one name: another city, another code, another phone."""
    only_a = [company for company in result if company.systems == "A"]
    only_e = [company for company in result if company.systems == "E"]
    for one, other in ((only_a[60], only_e[30]), (only_a[61], only_e[31])):
        other.business = one.business
        if other.city[0] == one.city[0]:
            other.city = CITIES[(CITIES.index(one.city) + 1) % len(CITIES)]
        other.name = one.name.replace(one.city[0], other.city[0], 1)
        other.short = one.short


def add_third_system(result):
    """Three customers of A and B stand in the ERP as well, joined by the credit code."""
    for company in result[:3]:
        company.id_e = f"01{company.number + 1:04d}"


def owner(dice, company, state):
    if state == "on_leave":
        return ZHAO_MIN
    if state == "leaver":
        return ZHOU_KAI
    if state == "forgotten":
        return None
    if company.is_overseas:
        return BY_NAME[dice.weighted([("Anna Keller", 5), ("孙浩", 3), ("Daniel Ong", 2)])]
    choices = [(rep, rep.weight) for rep in REPS if rep.weight]
    if state == "account":
        choices = [(rep, weight) for rep, weight in choices if rep not in NEWCOMERS]
    return dice.weighted(choices)


def former_owner_name(company):
    """Who had a customer that the roster does not know."""
    return FORGOTTEN if company.state == "forgotten" else ""
