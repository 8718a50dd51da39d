# 钉钉 approvals, exported as a list: a rep applies for a customer.
# [S] 审批编号 … 发起人部门 are the product's columns; [I] 审批结果, 完成时间; the form's own columns are each company's.
profile dingtalk
title 钉钉 (claims from approvals)
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
