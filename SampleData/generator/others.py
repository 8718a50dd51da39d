"""What the ERP, the personnel office, accounting and the approval system export."""

import os
from datetime import datetime
from xml.sax.saxutils import escape

from .people import REPS, WANG_LEI, ZHAO_MIN, ZHOU_KAI, BY_NAME
from .tables import Table
from .vocabulary import CITIES


def erp_xml(dice, companies, folder):
    """用友 U8's exchange format. Returns what is dirty as (file, line, what)."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>',
             '<ufinterface roottag="customer" billtype="" docid="900231" receiver="u8" sender="001" proc="add" codeexchanged="N"'
             ' exportneedexch="N" display="客户档案" family="基础档案" version="2.0">']
    notes = []
    for company in (company for company in companies if company.id_e):
        name, dirt = company.name, None
        if company.systems == "AE" and company.likeness == "code":
            name = company.name.replace("有限公司", f"有限公司{dice.pick(['', '（本部）'])}") if company.number % 2 else company.name
        owner, person = company.owner, ""
        if owner:
            person = owner.in_erp
            if company.systems == "AE" and company.number % 4 == 1:
                person = next(rep for rep in REPS[4:] if rep is not owner and rep.weight).in_erp
                dirt = "another owner than in CRM A"
        elif company.systems == "AE" and company.number % 5 == 0:
            person, dirt = "S77", "an owner who is on no roster"
        city = next(city for city in CITIES if city is company.city)
        fields = [
            ("code", company.id_e), ("name", name), ("abbrname", company.short), ("sort_code", f"{1 + CITIES.index(city):02d}"),
            ("domain_code", city[2][:4]), ("industry", company.business[0]),
            ("address", f"{city[1]}{city[0]}市{company.district}{company.street}" if city[1][:2] != city[0] else f"{city[0]}市{company.district}{company.street}"),
            ("postcode", city[4]), ("tax_reg_code", company.code if "code" in company.likeness or company.systems == "E" or company.number < 3 else ""),
            ("phone", company.phone.replace("-", "")), ("mobile", ""), ("email", ""), ("contact", company.contact), ("spec_operator", person),
            ("seed_date", f"20{dice.between(19, 25)}-{dice.between(1, 12):02d}-{dice.between(1, 28):02d} 00:00:00"),
            ("ccusexch_name", "人民币"), ("ccusmngtypecode", "999"),
        ]
        if company.systems == "E" and company.number % 13 == 0:
            fields[1] = ("name", name.replace("有限公司", " 有限公司 & 分公司")) if company.number % 2 else ("name", name)
            dirt = "an ampersand in the name" if company.number % 2 else dirt
        if dirt:
            notes.append(("customers-erp.xml", len(lines) + 1, dirt))
        lines.append("  <customer>")
        for field, text in fields:
            lines.append(f"    <{field}>{escape(text)}</{field}>" if text else f"    <{field}/>")
        lines.append("  </customer>")
    lines.append("</ufinterface>")
    with open(os.path.join(folder, "customers-erp.xml"), "wb") as file:
        file.write(("\n".join(lines) + "\n").encode())
    return notes


def roster():
    header = ["id", "name", "email", "team", "manager_email", "active", "starts_on", "ends_on", "leave", "regions", "holding_limit", "aliases"]
    table = Table("reps.csv", header, line_end="\n")
    for rep in REPS:
        table.add({
            "id": rep.id, "name": rep.name, "email": rep.email, "team": rep.team, "manager_email": rep.manager_email, "active": rep.active,
            "starts_on": rep.starts_on, "ends_on": rep.ends_on, "leave": rep.leave, "regions": rep.regions,
            "holding_limit": rep.holding_limit, "aliases": rep.aliases,
        }, "left on 2026-10-31" if rep is ZHOU_KAI else "on leave 2026-11-20 to 2026-11-27" if rep is ZHAO_MIN else None)
    return table


def payments(items):
    header = ["回款编号", "客户名称", "负责人", "回款日期", "回款金额", "币种", "回款方式", "审批状态", "备注"]
    table = Table("payments.csv", header, encoding="utf-8-sig")
    total = 0
    for index, payment in enumerate(items):
        total += payment.amount
        table.add({
            "回款编号": f"HK{index + 1:04d}", "客户名称": payment.company.name, "负责人": payment.rep.name, "回款日期": payment.paid.strftime("%Y-%m-%d"),
            "回款金额": f"{payment.amount:,}.00" if index % 4 == 0 else f"{payment.amount}.00", "币种": "CNY", "回款方式": payment.method,
            "审批状态": payment.status,
        }, "a negative amount: money paid back" if payment.amount < 0 else None)
    table.add({"回款编号": "合计", "回款金额": f"{total:,}.00"}, "a sum line, which is no payment")
    return table


def claims(dice, companies):
    """The approvals of 2026-11-23: more than the limit, the same customer twice, an owned one, a leaver, one withdrawn."""
    header = ["审批编号", "标题", "审批状态", "审批结果", "发起时间", "发起人工号", "发起人姓名", "发起人部门", "客户名称", "领取理由"]
    table = Table("claims-2026-11-23.csv", header, encoding="utf-8-sig")
    # Numbers 70 and 72 have a spoilt name in CRM A.
    pool = dice.shuffled([company for company in companies if company.state == "pool" and company.systems == "A"
                          and company.number not in (70, 72)])
    owned = next(company for company in companies if company.state == "fresh" and company.systems == "A")

    def take(*provinces):
        """The next customer of the pool, in one of the provinces if any are named."""
        chosen = next(company for company in pool if not provinces or company.city[1] in provinces)
        pool.remove(chosen)
        return chosen.name

    def add(rep, clock, name, state="审批中", result="", dirt=None):
        moment = datetime.fromisoformat(f"2026-11-23 {clock}")
        table.add({
            "审批编号": f"{moment:%Y%m%d%H%M}00{len(table.rows) + 372:06d}", "标题": f"{rep.name}提交的客户领取申请", "审批状态": state, "审批结果": result,
            "发起时间": moment.strftime("%Y-%m-%d %H:%M:%S"), "发起人工号": rep.id, "发起人姓名": rep.name, "发起人部门": rep.team, "客户名称": name,
            "领取理由": dice.pick(["老客户介绍", "展会接触过", "同区域顺访", "有新项目线索"]),
        }, dirt)

    contested = take("江苏省", "浙江省", "上海市")
    for number in range(12):
        add(WANG_LEI, f"08:{10 + number * 2}:05", take(),
            dirt="王磊's eleventh or twelfth claim of the week: beyond the limit of 10" if number >= 10 else None)
    add(BY_NAME["李娜"], "09:05:41", contested, dirt="the same customer as 张伟, three minutes later: he gets it")
    add(BY_NAME["张伟"], "09:02:17", contested)
    twice = take()
    add(BY_NAME["李娜"], "09:11:00", twice)
    add(BY_NAME["李娜"], "09:15:30", twice, dirt="the same customer and the same person twice")
    add(BY_NAME["林雅婷"], "09:40:12", owned.name, dirt="a customer that has an owner")
    add(BY_NAME["林雅婷"], "09:42:50", take())
    returned = take()
    add(BY_NAME["林雅婷"], "09:44:02", returned, state="已撤销", dirt="taken back")
    add(BY_NAME["吴桐"], "10:01:33", returned)
    add(BY_NAME["吴桐"], "10:05:09", take(), state="已完成", result="拒绝", dirt="turned down by the manager")
    add(ZHOU_KAI, "10:20:00", take(), dirt="by 周凯, who left on 2026-10-31")
    add(ZHAO_MIN, "10:31:00", take(), dirt="by 赵敏, who is on leave")
    add(BY_NAME["孙浩"], "11:00:25", take())
    add(BY_NAME["孙浩"], "11:02:47", take())
    add(BY_NAME["Daniel Ong"], "13:15:00", take())
    add(BY_NAME["陈晓"], "13:30:10", take())
    add(BY_NAME["陈晓"], "13:31:44", "南通郗洲金属制品有限公司", dirt="a customer that no list knows: the claim waits")
    add(BY_NAME["黄志强"], "14:05:00", take("广东省"))
    add(BY_NAME["黄志强"], "14:08:26", take("浙江省"), dirt="by 黄志强, in a province that is not his")
    add(BY_NAME["张伟"], "16:45:59", take("江苏省"))
    return table
