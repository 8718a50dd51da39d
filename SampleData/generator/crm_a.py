"""The domestic CRM: Chinese headers, GB18030, Excel's CSV, twenty years of habits."""

from datetime import datetime, timedelta

from .codes import wrong_check_digit
from .companies import former_owner_name
from .people import REPS
from .tables import Table
from .vocabulary import LEAD_SOURCES, TITLES

CUSTOMER_HEADER = ["客户编号", "客户名称", "统一社会信用代码", "客户来源", "手机", "电话", "网址", "客户行业", "客户级别", "员工人数", "年营收",
                   "省份", "城市", "详细地址", "联系人", "邮箱", "需求", "成交状态", "锁定至", "负责人", "获取时间", "前负责人", "最后跟进时间", "下次联系时间",
                   "备注", "创建时间", "更新时间"]
FULL_WIDTH = str.maketrans("0123456789-", "０１２３４５６７８９－")


def stamp(moment):
    return moment.strftime("%Y-%m-%d %H:%M:%S")


def yuan(dice, amount):
    """An amount as people write it: 1.2亿, 3500万, 3,500万元."""
    if amount >= 100_000_000:
        return f"{amount / 100_000_000:.1f}亿"
    return dice.pick([f"{amount // 10_000}万", f"{amount // 10_000:,}万元", str(amount)])


def headcount(dice, number):
    bands = [(10, "1-10"), (50, "11-50"), (200, "51-200"), (500, "201-500"), (1000, "501-1000")]
    band = next((text for limit, text in bands if number <= limit), "1000人以上")
    return dice.weighted([(str(number), 60), (band, 25), (f"{number}人", 15)])


def customer_row(dice, company, touched):
    business, city = company.business, company.city
    created = datetime(2024, 1, 8, 9, 0) + timedelta(days=dice.below(900), minutes=dice.below(540))
    owned = company.is_owned
    updated = max([moment for moment in (touched, company.since) if moment] or [created])
    return {
        "客户编号": company.id_a, "客户名称": company.name, "统一社会信用代码": company.code if wants_code(dice, company) else "",
        "客户来源": dice.pick(LEAD_SOURCES), "手机": company.mobile, "电话": company.phone if dice.percent(80) or company.likeness else "",
        "网址": f"http://www.{company.domain}" if dice.percent(60) or company.likeness else "", "客户行业": business[3],
        "客户级别": company.level, "员工人数": headcount(dice, company.employees) if dice.percent(85) else "",
        "年营收": yuan(dice, company.revenue) if dice.percent(75) else "", "省份": city[1], "城市": city[0] + "市",
        "详细地址": company.district + company.street, "联系人": company.contact, "邮箱": company.email if dice.percent(70) else "",
        "需求": company.needs, "成交状态": "已成交" if company.state == "account" else "未成交",
        "锁定至": "2026-12-31" if company.state == "locked" else "", "负责人": company.owner.name if owned else former_owner_name(company),
        "获取时间": stamp(company.since) if owned else "", "前负责人": "",
        "最后跟进时间": stamp(touched) if touched else "",
        "下次联系时间": stamp(touched + timedelta(days=dice.between(3, 7))) if touched and owned else "", "备注": "",
        "创建时间": stamp(created), "更新时间": stamp(updated),
    }


def wants_code(dice, company):
    return "code" in company.likeness or (company.likeness == "" and dice.percent(70))


def customers(dice, companies, last_touches):
    table = Table("customers-crm-a.csv", CUSTOMER_HEADER, encoding="gb18030", title="客户列表导出（2026-11-23 23:40 系统管理员）")
    members = [company for company in companies if company.id_a]
    plain = [company for company in members if company.likeness == ""]
    for company in members:
        row = customer_row(dice, company, last_touches.get(company.number))
        table.add(row, dirty(row, company, plain.index(company) if company in plain else None))
    add_repeated(table)
    table.add({**table.rows[70][0], "客户编号": "KH19901", "客户名称": "", "手机": "13900009901", "统一社会信用代码": "", "负责人": ""},
              "the name is lost: the row cannot be used")
    ragged = list(table.rows[71][0].values())
    ragged[0], ragged[1] = "KH19902", "苏州旻汐精密机械有限公司"
    ragged.insert(14, "3栋2楼")
    table.add(ragged, "one cell too many: an unquoted comma in the address has split it")
    return table


def dirty(row, company, place):
    """Spoils some rows, by their place among the customers of CRM A alone."""
    if company.likeness == "code" and company.systems == "AE" and company.number % 2:
        row["客户名称"] = company.name.replace(company.city[0], "", 1).replace("有限公司", f"（{company.city[0]}）有限公司")
        return "another spelling than the ERP's, with the city in brackets; the credit code is the same"
    if company.likeness == "name" and company.systems == "AB" and company.number % 2:
        row["客户名称"] = row["客户名称"].replace("有限责任公司", "有限公司").replace("有限公司", "有限责任公司")
        return "the legal form differs from CRM B's; core name and phone or domain are the same"
    if place == 3:
        row["手机"], row["员工人数"] = row["手机"].translate(FULL_WIDTH), "１２０"
        return "full-width digits in 手机 and 员工人数"
    if place in (5, 6):
        row["手机"] = "1.38E+10"
        return "a phone that a spreadsheet made 1.38E+10: its digits are lost"
    if place in (8, 9, 10):
        row["手机"] = f"'+86 {row['手机'][:3]} {row['手机'][3:7]} {row['手机'][7:]}"
        return "an apostrophe before +86, left by a spreadsheet, and blanks in the number"
    if place == 12:
        row["统一社会信用代码"] = wrong_check_digit(company.code)
        return "a credit code with a wrong check digit"
    if place == 13:
        row["统一社会信用代码"] = company.code[:15]
        return "a credit code cut off after 15 characters"
    if place == 15:
        row["客户名称"] = f"  {row['客户名称'].replace('有限', '有 限')}\u3000"
        return "blanks around and inside the name, an ideographic one among them"
    if place == 17:
        row["客户名称"] = row["客户名称"].replace(company.short, f"{company.short}(中国)")
        return "(中国) in the name, in half-width brackets"
    if place == 19:
        row["年营收"], row["员工人数"] = "约８千万", "不详"
        return "an amount and a count that are words"
    if place == 21:
        row["邮箱"], row["网址"] = row["邮箱"].replace("@", "#") or "无", "暂无"
        return "an e-mail address without @, and 暂无 for a web address"
    if place == 23:
        row["联系人"] = "刘䶮"
        return "a character that only GB18030 has, not GBK"
    if place == 25:
        row["获取时间"], row["创建时间"] = row["获取时间"].replace("-", "/"), "45678"
        return "dates with slashes, and one as a spreadsheet's day number"
    if place == 27:
        row["备注"] = "客户说：“先试用,再付款”\n对账联系王会计"
        return "a comma and a line break inside 备注"
    if place == 29:
        row["备注"] = "=HYPERLINK(\"http://bad.example\",\"点击\")"
        return "a formula in 备注: text here, and text again in every report"
    if place == 31:
        row["邮箱"] = "lanhai.sample.kh31@163.com"
        return "a mail address at a free provider: no domain to match by"
    return None


def add_repeated(table):
    """Rows of an id that the file has already: three as they were, two changed and with a newer 更新时间."""
    rows = [row for row, dirt in table.rows if dirt is None and row["更新时间"] < "2026-11-20"]
    for index in (40, 55, 70):
        table.add(dict(rows[index]), f"{rows[index]['客户编号']} again, the same in every cell")
    for index in (45, 60):
        table.add({**rows[index], "手机": "13700009" + f"{index:03d}", "更新时间": "2026-11-22 20:15:00"},
                  f"{rows[index]['客户编号']} again, another 手机 and a newer 更新时间: this one counts")


def contacts(dice, companies):
    table = Table("contacts-crm-a.csv", ["姓名", "客户名称", "职务", "手机", "电话", "邮箱", "微信", "是否关键决策人", "性别"], encoding="gb18030")
    clean = [company for company in companies if company.systems == "A"] + [c for c in companies if c.systems == "AE" and c.likeness == "name"]
    for index, company in enumerate(clean[24:]):
        for number in range(dice.between(1, 2)):
            name = company.contact if number == 0 else dice.pick("林高罗梁宋唐许韩") + dice.pick(["敏", "建华", "丹", "一鸣", "晓燕", "伟"])
            table.add({
                "姓名": name, "客户名称": company.name, "职务": dice.pick(TITLES), "手机": f"1360000{company.number:03d}{number}",
                "邮箱": f"p{company.number}{number}@{company.domain}" if dice.percent(60) else "",
                "微信": f"wx_{company.number}{number}" if dice.percent(30) else "", "是否关键决策人": dice.pick(["是", "否"]),
                "性别": dice.pick(["男", "女"]),
            })
        if index == 20:
            table.add({"姓名": "", "客户名称": company.name, "手机": "13600009999"}, "a contact without a name")
    table.add({"姓名": "秦岚", "客户名称": "扬州霁陌制药有限公司", "手机": "13600009998"}, "a contact of a customer that nobody knows: it waits")
    return table


def follow_ups(dice, items):
    header = ["跟进编号", "客户编号", "跟进方式", "跟进内容", "跟进人", "跟进时间", "创建时间", "下次联系时间"]
    table = Table("follow-ups-crm-a.csv", header, encoding="gb18030")
    for index, item in enumerate(items):
        dirt = None
        if index % 41 == 7:
            item.has_time, dirt = False, "a day without a time: it counts as the last second of the day"
        note = item.note
        if index % 67 == 30:
            note, dirt = "", "no note"
        customer = item.reference or item.company.id_a or item.company.id_e
        if item.company and not item.company.id_a:
            dirt = "the ERP's code in place of the CRM's id"
        if item.company and item.company.owner and item.rep_name != item.company.owner.name:
            dirt = "not the owner: does not restart the owner's clock"
        table.add({
            "跟进编号": f"GJ{index + 1:05d}", "客户编号": customer, "跟进方式": item.channel, "跟进内容": note, "跟进人": item.rep_name,
            "跟进时间": stamp(item.moment) if item.has_time else item.moment.strftime("%Y-%m-%d"), "创建时间": stamp(item.recorded),
            "下次联系时间": stamp(item.moment + timedelta(days=5)) if index % 3 == 0 else "",
        }, dirt)
    return table


def unknown_follow_ups(table):
    """Rows about customers that no list knows: they wait until one does."""
    for number in range(4):
        table.add({
            "跟进编号": f"GJ9{number:04d}", "客户编号": f"KH2080{number}", "跟进方式": "电话", "跟进内容": "初次联系，客户资料待补录",
            "跟进人": REPS[number].name, "跟进时间": f"2026-11-{18 + number} 10:2{number}:00", "创建时间": f"2026-11-{18 + number} 10:3{number}:00",
        }, "a customer that no list knows: the row waits")


def deals(items):
    header = ["商机编号", "商机名称", "客户名称", "商机金额", "商机阶段", "结束状态", "负责人", "预计成交日期", "成交日期", "创建时间"]
    table = Table("deals-crm-a.csv", header, encoding="gb18030")
    words = {"won": "赢单", "lost": "输单", "open": ""}
    for index, deal in enumerate(items):
        closed = deal.closed.strftime("%Y-%m-%d")
        table.add({
            "商机编号": f"SJ{index + 1:04d}", "商机名称": f"{deal.company.short}{deal.company.needs or '自动化'}项目", "客户名称": deal.company.name,
            "商机金额": str(deal.amount), "商机阶段": deal.stage, "结束状态": words[deal.status], "负责人": deal.rep.name,
            "预计成交日期": closed, "成交日期": closed if deal.status != "open" else "", "创建时间": stamp(deal.created),
        })
    return table
