"""The sales force of the invented company: twelve salespeople in three teams, with their ids in every system."""

from .codes import salesforce_id

# id, name, mail, team, manager, active, starts_on, ends_on, leave, regions, holding limit, weight of holdings
ROSTER = [
    ("E1001", "张伟", "zhang.wei", "华东", "liu.yang", "yes", "2021-03-01", "", "", "江苏;上海;浙江", "", 16),
    ("E1002", "李娜", "li.na", "华东", "liu.yang", "yes", "2022-06-13", "", "", "", "", 14),
    ("E1003", "王磊", "wang.lei", "华东", "liu.yang", "yes", "2023-02-20", "", "", "", "", 9),
    ("E1004", "陈晓", "chen.xiao", "华东", "liu.yang", "yes", "2026-10-12", "", "", "", "40", 4),
    ("E2001", "黄志强", "huang.zhiqiang", "华南", "he.min", "yes", "2020-09-01", "", "", "广东;四川;湖北", "", 15),
    ("E2002", "林雅婷", "lin.yating", "华南", "he.min", "yes", "2022-01-10", "", "", "", "", 14),
    ("E2003", "周凯", "zhou.kai", "华南", "he.min", "no", "2021-11-15", "2026-10-31", "", "", "", 0),
    ("E2004", "吴桐", "wu.tong", "华南", "he.min", "yes", "2024-04-08", "", "", "", "", 10),
    ("E3001", "Anna Keller", "anna.keller", "国际", "tan.boon", "yes", "2022-10-04", "", "", "", "", 14),
    ("E3002", "赵敏", "zhao.min", "国际", "tan.boon", "yes", "2021-05-17", "", "2026-11-20/2026-11-27", "", "", 0),
    ("E3003", "孙浩", "sun.hao", "国际", "tan.boon", "yes", "2023-08-01", "", "2026-12-24/2026-12-31", "", "", 10),
    ("E3004", "Daniel Ong", "daniel.ong", "国际", "tan.boon", "yes", "2026-11-02", "", "", "", "40", 3),
]
DOMAIN = "lanhai.example"
# Two people of CRM A's history whom nobody has on the roster any more.
FORGOTTEN = "陈德发"


class Rep:
    def __init__(self, number, row):
        (self.id, self.name, mail, self.team, manager, self.active, self.starts_on, self.ends_on, self.leave,
         self.regions, self.holding_limit, self.weight) = row
        self.email = f"{mail}@{DOMAIN}"
        self.manager_email = f"{manager}@{DOMAIN}"
        self.in_b = salesforce_id("005", number + 1)
        self.in_erp = f"S{number + 1:02d}"

    @property
    def aliases(self):
        return f"crm-b:{self.in_b};erp:{self.in_erp}"


REPS = [Rep(number, row) for number, row in enumerate(ROSTER)]
BY_NAME = {rep.name: rep for rep in REPS}
ZHAO_MIN, ZHOU_KAI, WANG_LEI = BY_NAME["赵敏"], BY_NAME["周凯"], BY_NAME["王磊"]
NEWCOMERS = [BY_NAME["陈晓"], BY_NAME["Daniel Ong"]]
