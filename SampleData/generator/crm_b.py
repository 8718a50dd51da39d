"""The international CRM: API names, every field quoted, LF, money in E-notation, ids of 18 characters."""

from datetime import datetime, timedelta

from .codes import salesforce_id
from .people import REPS
from .tables import Table

ACCOUNT_HEADER = ["ID", "ISDELETED", "NAME", "TYPE", "PARENTID", "BILLINGSTREET", "BILLINGCITY", "BILLINGSTATE", "BILLINGPOSTALCODE",
                  "BILLINGCOUNTRY", "PHONE", "FAX", "ACCOUNTNUMBER", "WEBSITE", "INDUSTRY", "ANNUALREVENUE", "NUMBEROFEMPLOYEES", "OWNERSHIP",
                  "DESCRIPTION", "RATING", "OWNERID", "CREATEDDATE", "CREATEDBYID", "LASTMODIFIEDDATE", "LASTMODIFIEDBYID",
                  "SYSTEMMODSTAMP", "LASTACTIVITYDATE", "CREDIT_CODE__C"]
# Accounts of nobody belong to the integration user, who is on no roster.
INTEGRATION_USER = salesforce_id("005", 99)


def stamp(moment):
    """UTC, eight hours behind the sales force."""
    return (moment - timedelta(hours=8)).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def scientific(amount):
    """84800000 → 8.48E7."""
    digits = str(amount)
    mantissa = f"{digits[0]}.{digits[1:].rstrip('0') or '0'}"
    return f"{mantissa}E{len(digits) - 1}"


def account_row(dice, company, touched):
    owner = company.owner.in_b if company.is_owned else INTEGRATION_USER
    created = datetime(2024, 2, 5, 9, 30) + timedelta(days=dice.below(850), minutes=dice.below(500))
    modified = max([moment for moment in (touched, company.since) if moment] or [created])
    row = {
        "ID": company.id_b, "ISDELETED": "false", "NAME": company.english, "TYPE": "Customer" if company.state == "account" else "Prospect",
        "PHONE": company.phone, "WEBSITE": company.domain, "ANNUALREVENUE": scientific(company.revenue // 10_000 * 10_000),
        "NUMBEROFEMPLOYEES": str(company.employees) if dice.percent(80) else "#N/A", "OWNERSHIP": dice.pick(["Private", "Private", "Public", "#N/A"]),
        "RATING": dice.pick(["Hot", "Warm", "Cold", ""]), "OWNERID": owner, "CREATEDDATE": stamp(created), "CREATEDBYID": INTEGRATION_USER,
        "LASTMODIFIEDDATE": stamp(modified), "LASTMODIFIEDBYID": owner, "SYSTEMMODSTAMP": stamp(modified),
        "LASTACTIVITYDATE": touched.strftime("%Y-%m-%d") if touched else "", "FAX": "#N/A" if dice.percent(30) else "",
    }
    if company.is_overseas:
        row |= {"BILLINGSTREET": company.street, "BILLINGCITY": company.city, "BILLINGSTATE": company.state_name,
                "BILLINGPOSTALCODE": company.postal, "BILLINGCOUNTRY": company.country, "INDUSTRY": company.industry}
    else:
        city = company.city
        area = city[3].removeprefix("0")
        row |= {"BILLINGSTREET": f"No. {dice.between(1, 299)} Kechuang Road\nHigh-tech Zone", "BILLINGCITY": city[5], "BILLINGSTATE": city[6],
                "BILLINGPOSTALCODE": city[4], "BILLINGCOUNTRY": dice.pick(["China", "China", "CN"]), "INDUSTRY": company.business[4],
                "PHONE": f"+86 {area} {company.phone.split('-')[1][:4]} {company.phone.split('-')[1][4:]}"}
        if company.systems == "AB" and company.likeness == "code":
            row["CREDIT_CODE__C"] = company.code
        if company.systems == "AB" and company.likeness == "name" or company.likeness == "chinese" and dice.percent(30):
            row["NAME"] = company.name
    return row


def accounts(dice, companies, last_touches):
    table = Table("customers-crm-b.csv", ACCOUNT_HEADER, line_end="\n", quote_all=True)
    for company in (company for company in companies if company.id_b):
        row = account_row(dice, company, last_touches.get(company.number))
        dirt = None
        if company.number in (4, 12):
            other = next(rep for rep in REPS[:6] if rep is not company.owner and rep.weight)
            row["OWNERID"], dirt = other.in_b, "another owner than in CRM A"
        elif company.number == 160:
            row["INDUSTRY"], dirt = "Aerospace & Defense", "an industry that is in no picklist"
        elif company.number == 163:
            row["NAME"], dirt = row["NAME"].replace("Co., Ltd.", "CO.,LTD"), "the legal form in capitals, without blanks"
        elif company.number == 166:
            row["WEBSITE"], dirt = f"HTTPS://WWW.{row['WEBSITE'].upper()}/index.html?from=crm", "a web address in capitals with a path"
        elif company.number == 169:
            row["PHONE"], dirt = row["PHONE"] + " ext. 206", "a phone with an extension"
        elif company.number == 172:
            row["ISDELETED"], dirt = "true", "deleted in the CRM, and exported all the same"
        elif company.is_overseas and ('"' in row["NAME"] or "&" in row["NAME"]):
            dirt = "commas, quotes or & in the name"
        table.add(row, dirt)
    return table


def tasks(dice, items):
    header = ["ID", "WHOID", "WHATID", "OWNERID", "SUBJECT", "ACTIVITYDATE", "STATUS", "TYPE", "DESCRIPTION", "CREATEDDATE"]
    table = Table("follow-ups-crm-b.csv", header, line_end="\n", quote_all=True)
    ids = {rep.name: rep.in_b for rep in REPS}
    types = {"电话": "Call", "微信": "WeChat", "上门拜访": "Meeting", "邮件": "Email"}
    for index, item in enumerate(items):
        dirt, note = None, item.note
        if index % 50 == 21:
            note, dirt = "", "no description"
        if item.company.owner and item.rep_name != item.company.owner.name:
            dirt = "not the owner: does not restart the owner's clock"
        table.add({
            "ID": salesforce_id("00T", index + 1), "WHATID": item.company.id_b, "OWNERID": ids.get(item.rep_name, INTEGRATION_USER),
            "SUBJECT": f"{types[item.channel]} with {item.company.short if item.company.is_overseas else item.company.english.split(' Co.')[0]}",
            "ACTIVITYDATE": item.moment.strftime("%Y-%m-%d"), "STATUS": "Completed", "TYPE": types[item.channel], "DESCRIPTION": note,
            "CREATEDDATE": stamp(item.recorded),
        }, dirt)
    for number in range(2):
        table.add({
            "ID": salesforce_id("00T", 9000 + number), "WHATID": salesforce_id("006", 700 + number), "OWNERID": REPS[8].in_b, "SUBJECT": "Call",
            "ACTIVITYDATE": "2026-11-19", "STATUS": "Completed", "TYPE": "Call", "DESCRIPTION": "About a project",
            "CREATEDDATE": "2026-11-19T03:10:00.000Z",
        }, "WHATID is an opportunity that was not exported: the row waits")
    return table


def opportunities(items):
    header = ["ID", "ISDELETED", "ACCOUNTID", "NAME", "STAGENAME", "AMOUNT", "CURRENCYISOCODE", "PROBABILITY", "CLOSEDATE", "TYPE", "LEADSOURCE",
              "ISCLOSED", "ISWON", "OWNERID", "CREATEDDATE", "LASTMODIFIEDDATE"]
    table = Table("deals-crm-b.csv", header, line_end="\n", quote_all=True)
    for index, deal in enumerate(items):
        company = deal.company
        table.add({
            "ID": salesforce_id("006", index + 1), "ISDELETED": "false", "ACCOUNTID": company.id_b, "NAME": f"{company.english} - line upgrade",
            "STAGENAME": deal.stage, "AMOUNT": scientific(deal.amount), "CURRENCYISOCODE": deal.currency,
            "PROBABILITY": {"won": "100", "lost": "0"}.get(deal.status, "40"), "CLOSEDATE": deal.closed.strftime("%Y-%m-%d"),
            "TYPE": "Opportunity", "LEADSOURCE": "Partner", "ISCLOSED": "false" if deal.status == "open" else "true",
            "ISWON": "true" if deal.status == "won" else "false", "OWNERID": deal.rep.in_b, "CREATEDDATE": stamp(deal.created),
            "LASTMODIFIEDDATE": stamp(deal.created + timedelta(days=1)),
        })
    return table
