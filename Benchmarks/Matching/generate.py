#!/usr/bin/env python3
"""Writes a list of companies of which it is known who is whom, as a hard case for matching.

    generate.py RECORDS OUT.csv TRUTH.csv

OUT has a record a line; TRUTH says `id,entity`. The same number of records gives the same bytes everywhere. About 1.8
records speak of a company. What makes it hard, and how often, stands in the constants below: true matches that differ
(typos, characters that sound alike, abbreviations, traditional characters, names in pinyin, phones that were renamed,
values that are missing, damage of old encodings), and companies that look alike and are not one (branches, subsidiaries,
the same core name elsewhere or in another trade, an agent's phone, a building's address).
"""
import csv
import random
import sys

from pypinyin import Style, lazy_pinyin

from words import (CITIES, CORES, ENGLISH_CITIES, ENGLISH_FORMS, ENGLISH_STREETS, ENGLISH_TRADES,
                   ENGLISH_WORDS, FORMS, FREE_MAIL, GIVEN, ROADS, SURNAMES, TRADES, TRADITIONAL, WESTERN_GIVEN,
                   WESTERN_SURNAMES)

RECORDS_PER_COMPANY = [(1, 50), (2, 30), (3, 12), (4, 5), (5, 3)]
SHARE_ENGLISH = 0.25
# Of companies: what look-alike comes with them.
SHARE_BRANCHES = 0.06
SHARE_SUBSIDIARIES = 0.06
SHARE_SAME_CORE_ELSEWHERE = 0.08
SHARE_SAME_CORE_OTHER_TRADE = 0.04
SHARE_AGENT_PHONE = 0.05
SHARE_BUILDING = 0.12
# Of records beyond the first of a company: what was done to the name. The rest has it as registered.
NAME_CHANGES = [("typo", 16), ("sound", 7), ("short", 16), ("no form", 10), ("traditional", 7), ("pinyin", 5),
                ("two", 5), ("same", 34)]

CODE_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]


def pinyin(text):
    return lazy_pinyin(text, style=Style.NORMAL)


class World:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.names = set()
        self.domains = set()
        self.buildings = []
        self.agents = []
        sounds = {}
        for letter in sorted(set("".join(CORES))):
            sounds.setdefault(pinyin(letter)[0], []).append(letter)
        self.sounds = {letter: [other for other in group if other != letter]
                       for group in sounds.values() for letter in group}

    # Values

    def code(self, division):
        body = "91" + division + "".join(self.random.choice(CODE_LETTERS) for _ in range(9))
        total = sum(CODE_LETTERS.index(letter) * weight for letter, weight in zip(body, CODE_WEIGHTS))
        return body + CODE_LETTERS[(31 - total % 31) % 31]

    def mobile(self):
        return "1" + self.random.choice(["30", "35", "36", "37", "38", "39", "50", "58", "59", "86", "88", "89"]) + \
            "%08d" % self.random.randrange(10 ** 8)

    def landline(self, city):
        return "%s-%d%07d" % (city["area"], self.random.randrange(2, 9), self.random.randrange(10 ** 7))

    def address(self, city):
        district = self.random.choice(city["districts"])
        return "%s%s%d号%s" % (district, self.random.choice(ROADS), self.random.randrange(1, 1200),
                              self.random.choice(["", "", "%d楼" % self.random.randrange(2, 30),
                                                  "%d室" % self.random.randrange(101, 2900)]))

    def person(self):
        return self.random.choice(SURNAMES) + self.random.choice(GIVEN) + self.random.choice(GIVEN + [""])

    # Companies

    def chinese(self, core=None, city=None, trade=None):
        while True:
            city_ = city or self.random.choice(CITIES)
            core_ = core or self.core()
            trade_ = trade or self.random.choice(TRADES)
            form = self.random.choice(FORMS)
            name = self.registered(city_, core_, trade_, form)
            # The register of a city lets nobody in who is called like another one.
            if (city_["name"], core_, trade_[0]) not in self.names:
                break
            core = core if self.random.random() < 0.5 else None
        self.names.add((city_["name"], core_, trade_[0]))
        domain = self.domain("".join(pinyin(core_)), ["com", "com", "cn", "com.cn", "net"])
        return {"kind": "zh", "name": name, "core": core_, "trade": trade_, "form": form, "city": city_,
                "code": self.code(city_["code"]), "address": self.address(city_), "contact": self.person(),
                "mobile": self.mobile(), "phone": self.landline(city_), "domain": domain,
                "email": self.mail(domain, core_), "english": False}

    def core(self):
        # Some letters are in fashion: names are Zipf-like, and many share one.
        length = self.random.choices([2, 3, 4], [70, 18, 12])[0]
        return "".join(CORES[min(int(len(CORES) * self.random.random() ** 1.6), len(CORES) - 1)]
                       for _ in range(length))

    def registered(self, city, core, trade, form):
        place = city["name"] + ("市" if self.random.random() < 0.6 else "")
        if self.random.random() < 0.12:
            return "%s(%s)%s%s" % (core, city["name"], trade[0], form)
        if self.random.random() < 0.06:
            return "%s%s%s" % (core, trade[0], form)
        return "%s%s%s%s" % (place, core, trade[0], form)

    def domain(self, stem, endings):
        """Nobody else's: who comes later to a name adds a number to it."""
        domain = "%s.%s" % (stem, self.random.choice(endings))
        while domain in self.domains:
            domain = "%s%d.%s" % (stem, self.random.randrange(1, 9999), self.random.choice(endings))
        self.domains.add(domain)
        return domain

    def mail(self, domain, core):
        if self.random.random() < 0.45:
            return "%s%d@%s" % ("".join(pinyin(core))[:6], self.random.randrange(10000), self.random.choice(FREE_MAIL))
        return "%s@%s" % (self.random.choice(["info", "sales", "office", "contact"]), domain)

    def english(self, core=None, city=None, trade=None):
        while True:
            city_ = city or self.random.choice(ENGLISH_CITIES)
            core_ = core or self.english_core()
            trade_ = trade or self.random.choice(ENGLISH_TRADES)
            form = self.random.choice(ENGLISH_FORMS[city_["country"]])
            name = "%s %s %s" % (core_, trade_, form)
            if (city_["name"], core_, trade_) not in self.names:
                break
            core = None
        self.names.add((city_["name"], core_, trade_))
        domain = self.domain(core_.lower().replace(" ", "").replace("&", "and"), ["com", "com", city_["tld"]])
        first, last = self.random.choice(WESTERN_GIVEN), self.random.choice(WESTERN_SURNAMES)
        return {"kind": "en", "name": name, "core": core_, "trade": trade_, "form": form, "city": city_, "code": "",
                "address": "%d %s" % (self.random.randrange(1, 900), self.random.choice(ENGLISH_STREETS)),
                "contact": "%s %s" % (first, last),
                "mobile": "", "phone": self.foreign_number(city_),
                "domain": domain, "email": "%s.%s@%s" % (first.lower(), last.lower(), domain), "english": True}

    def foreign_number(self, city):
        digits = {"65": 8, "61": 9}.get(city["dial"], 10)
        return "+%s%d%0*d" % (city["dial"], self.random.randrange(2, 9), digits - 1,
                              self.random.randrange(10 ** (digits - 1)))

    def english_core(self):
        kind = self.random.random()
        if kind < 0.45:
            return "%s %s" % (self.random.choice(ENGLISH_WORDS), self.random.choice(ENGLISH_WORDS))
        if kind < 0.7:
            return "%s & %s" % (self.random.choice(WESTERN_SURNAMES), self.random.choice(WESTERN_SURNAMES))
        if kind < 0.85:
            return self.random.choice(WESTERN_SURNAMES)
        return self.random.choice(ENGLISH_WORDS) + self.random.choice(["tech", "soft", "works", "net", "line", "gen"])

    def companies(self):
        """A company and those that look like it."""
        if self.random.random() < SHARE_ENGLISH:
            company = self.english()
        else:
            company = self.chinese()
        family = [company]
        chance = self.random.random
        if chance() < SHARE_BUILDING:
            self.move_in(company)
        if chance() < SHARE_AGENT_PHONE and not company["english"]:
            company["phone"] = self.agent(company["city"])
        if chance() < SHARE_BRANCHES:
            branches = [self.branch(company) for _ in range(self.random.randrange(1, 4))]
            family += {branch["city"]["name"]: branch for branch in branches}.values()
        if chance() < SHARE_SUBSIDIARIES:
            family += [self.subsidiary(company) for _ in range(self.random.randrange(1, 3))]
        again = self.english if company["english"] else self.chinese
        if chance() < SHARE_SAME_CORE_ELSEWHERE:
            family.append(again(core=company["core"], trade=company["trade"]))
        if chance() < SHARE_SAME_CORE_OTHER_TRADE:
            family.append(again(core=company["core"], city=company["city"]))
        return family

    def move_in(self, company):
        mine = [building for building in self.buildings[-400:] if building[0] is company["city"]]
        if mine and self.random.random() < 0.8:
            company["address"] = self.random.choice(mine)[1]
        else:
            self.buildings.append((company["city"], company["address"]))

    def agent(self, city):
        mine = [agent for agent in self.agents[-60:] if agent[0] is city]
        if mine and self.random.random() < 0.85:
            return self.random.choice(mine)[1]
        self.agents.append((city, self.landline(city)))
        return self.agents[-1][1]

    def branch(self, company):
        """Registered by itself, with a code of its own; the head office's domain, often its switchboard."""
        branch = dict(company)
        if company["english"]:
            city = self.random.choice(ENGLISH_CITIES)
            branch["name"] = "%s %s Branch" % (company["name"], city["name"])
        else:
            city = self.random.choice(CITIES)
            branch["name"] = company["name"] + city["name"] + self.random.choice(["分公司", "分公司", "办事处", "第一分公司"])
            branch["code"] = self.code(city["code"])
            branch["contact"] = self.person()
        branch["kind"] += " branch"
        branch["city"] = city
        branch["address"] = self.address(city) if not company["english"] else "%d %s" % (
            self.random.randrange(1, 900), self.random.choice(ENGLISH_STREETS))
        branch["mobile"] = self.mobile() if company["mobile"] else ""
        if self.random.random() < 0.5 and not company["english"]:
            branch["phone"] = self.landline(city)
        return branch

    def subsidiary(self, company):
        """The core name, the domain and the switchboard of its parent, another trade and code."""
        make = self.english if company["english"] else self.chinese
        child = make(core=company["core"], city=company["city"])
        if self.random.random() < 0.25 and not company["english"]:
            place = (company["city"]["name"], company["core"], "集团")
            if place not in self.names:
                self.names.add(place)
                child["name"] = company["city"]["name"] + company["core"] + "集团有限公司"
                child["trade"] = ("集团", "Group")
        child["kind"] += " subsidiary"
        child["domain"] = company["domain"]
        if self.random.random() < 0.6:
            child["phone"] = company["phone"]
        if self.random.random() < 0.5:
            child["address"] = company["address"]
        if "@" + company["domain"] in company["email"]:
            child["email"] = self.random.choice(["hr", "service", "info"]) + "@" + company["domain"]
        return child


class Clerk:
    """Types a company into a system, in his way."""

    def __init__(self, world):
        self.world = world
        self.random = world.random

    def record(self, company, is_first):
        chance = self.random.random
        row = {"name": company["name"], "credit_code": company["code"], "address": company["address"],
               "contact": company["contact"], "mobile": company["mobile"], "phone": company["phone"],
               "email": company["email"], "website": "www." + company["domain"],
               "province": company["city"].get("province", ""), "city": company["city"]["name"],
               "country": company["city"].get("country", "中国")}
        row["industry"] = company["trade"][0] if not company["english"] else company["trade"]
        if not is_first:
            change = self.random.choices([name for name, _ in NAME_CHANGES], [share for _, share in NAME_CHANGES])[0]
            row["name"] = self.renamed(company, change)
            if chance() < 0.22:
                row["phone"] = self.world.landline(company["city"]) if not company["english"] else self.new_number(row)
            if chance() < 0.3 and row["mobile"]:
                row["mobile"] = self.world.mobile()
            if chance() < 0.35:
                row["contact"] = self.world.person() if not company["english"] else "%s %s" % (
                    self.random.choice(WESTERN_GIVEN), self.random.choice(WESTERN_SURNAMES))
            if chance() < 0.2:
                row["email"] = self.world.mail(company["domain"], company["core"]) if not company["english"] else \
                    "info@" + company["domain"]
            if chance() < 0.12:
                row["address"] = self.world.address(company["city"]) if not company["english"] else "%d %s" % (
                    self.random.randrange(1, 900), self.random.choice(ENGLISH_STREETS))
            elif chance() < 0.3:
                row["address"] = self.other_words(row["address"])
        for field, share in (("credit_code", 0.55), ("address", 0.25), ("contact", 0.25), ("mobile", 0.35),
                             ("phone", 0.3), ("email", 0.4), ("website", 0.5), ("province", 0.3), ("city", 0.15),
                             ("industry", 0.4), ("country", 0.5)):
            if chance() < share:
                row[field] = ""
        if row["credit_code"] and not is_first and chance() < 0.02:
            place = self.random.randrange(8, 17)
            row["credit_code"] = row["credit_code"][:place] + self.random.choice(CODE_LETTERS) + \
                row["credit_code"][place + 1:]
        self.format(row)
        self.damage(row)
        return row

    def new_number(self, row):
        return row["phone"][:-6] + "%06d" % self.random.randrange(10 ** 6)

    # Names

    def renamed(self, company, change):
        name = company["name"]
        if change == "same":
            return name
        if change == "two":
            return self.typo(self.shortened(company))
        if change == "typo":
            return self.typo(name)
        if change == "no form":
            for form in FORMS + [" " + form for forms in ENGLISH_FORMS.values() for form in forms]:
                if name.endswith(form):
                    return name[:-len(form)]
            return name
        if change == "short":
            return self.shortened(company)
        if company["english"]:
            return name.upper() if change == "traditional" else name.replace("&", "and")
        if change == "sound":
            places = [place for place, letter in enumerate(name) if self.world.sounds.get(letter)]
            if not places:
                return self.typo(name)
            place = self.random.choice(places)
            return name[:place] + self.random.choice(self.world.sounds[name[place]]) + name[place + 1:]
        if change == "traditional":
            return "".join(TRADITIONAL.get(letter, letter) for letter in name)
        if "branch" in company["kind"]:
            return name
        core = "".join(pinyin(company["core"]))
        city = "".join(pinyin(company["city"]["name"]))
        return "%s %s %s Co., Ltd." % (city.capitalize(), core.capitalize(), company["trade"][1])

    def shortened(self, company):
        name = company["name"]
        if "branch" in company["kind"]:
            # 深圳市华强电子有限公司广州分公司 → 华强电子广州分公司
            for form in FORMS:
                name = name.replace(form, "", 1) if form in name else name
            return name
        if company["english"]:
            return self.random.choice(["%s %s" % (company["core"], company["trade"]), company["core"]])
        city = company["city"]["name"]
        if company["trade"][0] == "集团":
            return company["core"] + "集团"
        return self.random.choice([
            company["core"] + company["trade"][0], city + company["core"] + company["trade"][0],
            company["core"] + company["trade"][0] + company["form"], city + company["core"],
            company["core"] + company["trade"][0][:2]])

    def typo(self, name):
        place = self.random.randrange(len(name))
        letter = self.random.choice("abcdefghijklmnoprstuvw") if ord(name[place]) < 128 else self.random.choice(CORES)
        kind = self.random.random()
        if kind < 0.45:
            return name[:place] + letter + name[place + 1:]
        if kind < 0.65:
            return name[:place] + letter + name[place:]
        if kind < 0.85 or place + 1 >= len(name):
            return name[:place] + name[place + 1:]
        return name[:place] + name[place + 1] + name[place] + name[place + 2:]

    def other_words(self, address):
        for old, new in (("号", "號"), ("路", "路 "), ("区", ""), (" Street", " St."), (" Road", " Rd"),
                         (" Avenue", " Ave")):
            if old in address and self.random.random() < 0.6:
                return address.replace(old, new, 1)
        return address

    # How systems write values

    def format(self, row):
        chance = self.random.random
        if row["mobile"]:
            way = chance()
            if way < 0.15:
                row["mobile"] = "+86 " + row["mobile"]
            elif way < 0.25:
                row["mobile"] = "86" + row["mobile"]
            elif way < 0.35:
                row["mobile"] = "%s-%s-%s" % (row["mobile"][:3], row["mobile"][3:7], row["mobile"][7:])
        if row["phone"] and row["phone"][0] == "0":
            way = chance()
            if way < 0.2:
                row["phone"] = "(%s)%s" % tuple(row["phone"].split("-"))
            elif way < 0.35:
                row["phone"] = row["phone"].replace("-", "")
            elif way < 0.45:
                row["phone"] = "+86-" + row["phone"][1:]
            elif way < 0.5:
                row["phone"] += "-" + str(self.random.randrange(100, 999))
        if row["email"] and chance() < 0.1:
            row["email"] = row["email"].upper()
        if row["website"]:
            way = chance()
            if way < 0.3:
                row["website"] = "http://" + row["website"] + "/"
            elif way < 0.5:
                row["website"] = row["website"][4:]
        if row["city"] and row["country"] != row["city"] and ord(row["city"][0]) > 127 and chance() < 0.4:
            row["city"] += "市"

    def damage(self, row):
        """What old systems and encodings leave: wide letters and brackets, blanks inside, letters that were lost."""
        chance = self.random.random
        way = chance()
        name = row["name"]
        if way < 0.03:
            row["name"] = "".join(chr(ord(letter) + 0xFEE0) if 0x21 <= ord(letter) <= 0x7E else letter
                                  for letter in name)
        elif way < 0.06:
            row["name"] = name.replace("(", "（").replace(")", "）")
        elif way < 0.08:
            row["name"] = " " + name[:len(name) // 2] + "　" + name[len(name) // 2:] if ord(name[0]) > 127 else \
                " " + name + "  "
        elif way < 0.09 and ord(name[0]) > 127:
            place = self.random.randrange(len(name))
            row["name"] = name[:place] + "?" + name[place + 1:]
        elif way < 0.095 and ord(name[0]) > 127:
            place = self.random.randrange(len(name))
            row["name"] = name[:place] + "\u3000" + name[place + 1:]
        if row["address"] and chance() < 0.02:
            row["address"] = row["address"][:-2]


COLUMNS = ["id", "name", "credit_code", "industry", "country", "province", "city", "address", "contact", "mobile",
           "phone", "email", "website"]


def main():
    count, out, truth = int(sys.argv[1]), sys.argv[2], sys.argv[3]
    world = World(seed=20261123)
    clerk = Clerk(world)
    rows = []
    entity = 0
    while len(rows) < count:
        for company in world.companies():
            entity += 1
            times = world.random.choices([times for times, _ in RECORDS_PER_COMPANY],
                                         [share for _, share in RECORDS_PER_COMPANY])[0]
            rows += [(entity, clerk.record(company, time == 0)) for time in range(times)]
    rows = rows[:count]
    world.random.shuffle(rows)
    with open(out, "w", encoding="utf-8", newline="") as lines, open(truth, "w", newline="") as answers:
        writer = csv.writer(lines)
        writer.writerow(COLUMNS)
        answers.write("id,entity\n")
        for number, (entity, row) in enumerate(rows):
            writer.writerow(["R%07d" % number] + [row[column] for column in COLUMNS[1:]])
            answers.write("R%07d,%d\n" % (number, entity))


if __name__ == "__main__":
    main()
