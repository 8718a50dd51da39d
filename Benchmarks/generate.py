#!/usr/bin/env python3
"""Writes a list of customers as other systems export them, in mixed Chinese and English.

    generate.py ROWS OUT.csv [--xml OUT.xml]

The same number of rows gives the same bytes everywhere. About one row in twenty is a duplicate of an earlier customer
(the same company under another id, its name, phone or mail written differently). Names are made up.
"""

import random
import sys

HEADER = (
    "客户编号,客户名称,统一社会信用代码,所属行业,员工人数,年营收,省份,城市,详细地址,联系人,手机,电话,邮箱,网址,"
    "客户来源,客户级别,需求,负责人,获取时间,创建时间,最后跟进时间,备注"
).split(",")
ELEMENTS = (
    "id name credit_code industry employees revenue province city address contact mobile phone email website "
    "source level needs owner owned_since created_at last_follow_up_at notes"
).split()
PLACES = [
    ("广东省", "深圳市", "440300", "0755", ["南山区科苑路", "福田区深南大道", "宝安区新安路"]),
    ("广东省", "广州市", "440100", "020", ["天河区体育西路", "番禺区市桥路"]),
    ("浙江省", "杭州市", "330100", "0571", ["西湖区文三路", "滨江区江南大道"]),
    ("浙江省", "宁波市", "330200", "0574", ["鄞州区中山东路", "海曙区药行街"]),
    ("江苏省", "苏州市", "320500", "0512", ["工业园区星湖街", "吴中区东吴北路"]),
    ("江苏省", "南京市", "320100", "025", ["玄武区中山路", "江宁区双龙大道"]),
    ("北京市", "北京市", "110100", "010", ["海淀区中关村大街", "朝阳区建国路"]),
    ("上海市", "上海市", "310100", "021", ["浦东新区张江路", "徐汇区漕溪北路"]),
    ("四川省", "成都市", "510100", "028", ["武侯区天府大道", "锦江区东大街"]),
    ("湖北省", "武汉市", "420100", "027", ["洪山区珞喻路", "江汉区解放大道"]),
    ("陕西省", "西安市", "610100", "029", ["雁塔区科技路", "高新区唐延路"]),
    ("山东省", "青岛市", "370200", "0532", ["市南区香港中路", "崂山区海尔路"]),
]
SYLLABLES = "华强恒远中天宏达瑞丰金泰安盛联创新信诚博海通大同方正龙腾飞鸿利源盈顺祥和美佳德隆嘉康宁永昌兴旺东升光明星辰"
TRADES = [
    ("电子", "电子设备制造"), ("科技", "软件和信息技术服务业"), ("贸易", "批发和零售业"), ("机械", "通用设备制造"),
    ("物流", "交通运输、仓储和邮政业"), ("建筑工程", "建筑业"), ("食品", "食品制造业"), ("医疗器械", "专用设备制造业"),
    ("教育咨询", "教育"), ("餐饮管理", "住宿和餐饮业"),
]
FORMS = ["有限公司", "有限公司", "有限公司", "股份有限公司", "有限责任公司", "集团有限公司"]
ENGLISH = [
    "Harbor", "Summit", "Lotus", "Orchid", "Meridian", "Pacific", "Northgate", "Silverline", "Evergreen", "Bluestone",
    "Redwood", "Crestview", "Ironbridge", "Clearwater", "Sunfield", "Westlake",
]
BUSINESS = [
    ("Electronics", "Electronics"), ("Logistics", "Transportation"), ("Foods", "Food & Beverage"),
    ("Machinery", "Machinery"), ("Software", "Technology"), ("Medical", "Healthcare"),
]
SUFFIXES = ["Co., Ltd.", "Inc.", "Ltd", "GmbH", "LLC", "Trading Co., Ltd."]
FAMILY = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗"
GIVEN = "伟芳娜敏静磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰飞文辉建国红梅"
WESTERN = ["Anna Keller", "James O'Neil", "Maria Garcia", "Tom Wright", "Zoë Martin", "Li Wei", "Peter Novak"]
NEEDS = ["ERP", "CRM;OA", "网络设备", "数据中心改造", "服务器", "云迁移", "办公软件", "", "", ""]
NOTES = [
    "", "", "", "", "重点客户", "已寄样品", "Prefers e-mail", "下季度有预算", '客户说"价格太高",再谈', "要求样品, 月底回复",
    'Said "call later", then hung up', "需要报价\n下周再联系", "第一次拜访:\n技术负责人在场", "VIP", "竞品在用",
]
BANDS = ["20人以下", "51-200", "201-500", "500人以上", "1-10"]
CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]


def credit_code(rng, division):
    """A unified social credit code with its right check digit (GB 32100-2015)."""
    body = "91" + division + "".join(rng.choices(CODE, k=9))
    total = sum(CODE.index(letter) * weight for letter, weight in zip(body, WEIGHTS))
    return body + CODE[(31 - total % 31) % 31]


def moment(rng, first_year, last_year):
    day = f"{rng.randint(first_year, last_year)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
    return f"{day} {rng.randint(8, 19):02d}:{rng.randint(0, 59):02d}:{rng.randint(0, 59):02d}"


def company(rng, number):
    province, city, division, area_code, streets = rng.choice(PLACES)
    if rng.random() < 0.25:
        trade, industry = rng.choice(BUSINESS)
        name = f"{rng.choice(ENGLISH)} {rng.choice(ENGLISH)} {number % 9973} {trade} {rng.choice(SUFFIXES)}"
        contact = rng.choice(WESTERN)
    else:
        trade, industry = rng.choice(TRADES)
        name = city[:2] + "".join(rng.choices(SYLLABLES, k=rng.choice((3, 4, 4)))) + trade + rng.choice(FORMS)
        contact = rng.choice(FAMILY) + "".join(rng.choices(GIVEN, k=rng.choice((1, 2, 2))))
    domain = f"c{number:x}.{rng.choice(('com.cn', 'cn', 'com'))}"
    return {
        "name": name,
        "credit_code": credit_code(rng, division) if rng.random() < 0.6 else "",
        "industry": industry,
        "employees": rng.choice(BANDS) if rng.random() < 0.4 else str(rng.randint(3, 4000)),
        "revenue": f"{rng.randint(20, 90000)}万" if rng.random() < 0.6 else f"{rng.randint(200_000, 900_000_000)}.00",
        "province": province, "city": city,
        "address": f"{province}{city}{rng.choice(streets)}{rng.randint(1, 999)}号",
        "contact": contact,
        "mobile": f"1{rng.choice('3578')}{rng.randint(0, 999_999_999):09d}",
        "phone": f"{area_code}-{rng.randint(20_000_000, 89_999_999)}",
        "email": f"{rng.choice(('info', 'sales', 'office'))}@{domain}", "website": f"www.{domain}",
    }


def duplicate(rng, original):
    """The same company as somebody else typed it."""
    copy = dict(original)
    change = rng.randrange(4)
    if change == 0:
        copy["name"] = copy["name"].replace("有限公司", "(有限公司)") if "有限公司" in copy["name"] else copy["name"].upper()
    elif change == 1:
        copy["mobile"] = "+86 " + copy["mobile"]
    elif change == 2:
        copy["credit_code"] = ""
    else:
        copy["contact"] = rng.choice(FAMILY) + rng.choice(GIVEN)
    return copy


def rows(count):
    rng = random.Random(20261125)
    earlier = []
    for number in range(count):
        if earlier and rng.random() < 0.05:
            base = duplicate(rng, rng.choice(earlier))
        else:
            base = company(rng, number)
            # A reservoir of earlier companies, so that duplicates are far apart.
            if len(earlier) < 5_000:
                earlier.append(base)
            elif rng.random() < 0.02:
                earlier[rng.randrange(5_000)] = base
        base = dict(base)
        base["id"] = f"K{number + 1:08d}"
        base["source"] = rng.choice(("展会", "电话咨询", "官网", "转介绍", "Trade Show", "Web"))
        base["level"] = rng.choice("ABC")
        base["needs"] = rng.choice(NEEDS)
        base["owner"] = f"rep{rng.randint(1, 200):03d}"
        base["owned_since"] = moment(rng, 2025, 2026)[:10]
        base["created_at"] = moment(rng, 2019, 2024)
        base["last_follow_up_at"] = moment(rng, 2025, 2026) if rng.random() < 0.8 else ""
        base["notes"] = rng.choice(NOTES)
        yield [base[element] for element in ELEMENTS]


def quoted(cell):
    return '"' + cell.replace('"', '""') + '"' if any(mark in cell for mark in ',"\n') else cell


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def main(arguments):
    if len(arguments) not in (2, 4) or not arguments[0].isdigit() or (len(arguments) == 4 and arguments[2] != "--xml"):
        sys.exit(__doc__)
    xml = open(arguments[3], "w", encoding="utf-8", newline="") if len(arguments) == 4 else None
    with open(arguments[1], "w", encoding="utf-8", newline="") as table:
        table.write(",".join(HEADER) + "\r\n")
        if xml:
            xml.write('<?xml version="1.0" encoding="UTF-8"?>\n<customers>\n')
        for row in rows(int(arguments[0])):
            table.write(",".join(map(quoted, row)) + "\r\n")
            if xml:
                cells = "".join(
                    f"<{element}>{escaped(cell)}</{element}>" for element, cell in zip(ELEMENTS, row) if cell)
                xml.write(f"<customer>{cells}</customer>\n")
        if xml:
            xml.write("</customers>\n")
            xml.close()


if __name__ == "__main__":
    main(sys.argv[1:])
