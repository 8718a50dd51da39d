# 钉钉 approvals, exported as a list: a rep applies for a customer. And the company's directory, which says who is a rep.
# [S] 审批编号 … 发起人部门 are the product's columns; [I] 审批结果, 完成时间; the form's own columns are each company's.
profile dingtalk
title 钉钉 (claims from approvals; the directory of employees)
dates ymd
currency CNY

list claims
signature 审批编号, 审批状态, 发起时间, 客户名称
id = 审批编号
customer = 客户编号 ?? 客户名称
rep = 发起人工号 ?? 发起人UserID ?? 发起人姓名
requested_at = 发起时间
status = 审批结果 ?? 审批状态
also 标题 | 发起人部门 | 领取理由 | 完成时间 | 发起人姓名 | 发起人UserID | 客户名称 | 审批状态 | 历史审批人姓名
also 审批记录 | 当前处理人姓名 | 审批耗时 | 备注
values status: 审批中 -> pending; 同意 -> approved; 已完成 -> approved; 审批通过 -> approved
values status: 拒绝 -> rejected; 审批拒绝 -> rejected; 已撤销 -> withdrawn; 撤销 -> withdrawn; 终止 -> withdrawn

# [I] Two departments stand in one cell, the superior is a name, and who has left is missing.
list reps
signature 员工UserID, 姓名
signature 姓名, 工号, 部门, 直属主管
id = 工号 ?? 员工UserID
name = 姓名
email = 邮箱 | 企业邮箱
team = 部门
active = 员工状态
starts_on = 入职时间
ends_on = 离职时间 | 离职日期
aliases = 员工UserID
also 手机号 | 职位 | 直属主管 | 分机号 | 办公地点 | 备注 | 是否此部门主管 | 角色 | 工号 | 序号 | 激活状态 | 性别
values active: 在职 -> yes; 正式 -> yes; 试用 -> yes; 待离职 -> yes; 离职 -> no; 已离职 -> no
