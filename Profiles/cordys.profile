# CordysCRM: Excel lists by the labels of the standard forms; a company may add and rename fields.
# [S] the labels and picklists of the standard forms (field.json); [I] the columns that the list adds (创建时间 …, 最近跟进 …).
profile cordys
title CordysCRM (customers, leads, contacts, follow-ups, deals, payments)
dates ymd
decimal .
currency CNY

list customers
signature 客户名称, 客户行业, 客户等级
signature 客户名称, 线上来源详情
signature 客户名称, 客户等级, 客户类型, 负责人
id = 客户ID | ID
name = 客户名称
industry = 客户行业
province = 地区
address = 详细地址
source = 客户来源
level = 客户等级
owner = 负责人
owned_since = 领取时间
created_at = 创建时间
updated_at = 更新时间
last_follow_up_at = 最近跟进时间 | 最近跟进日期
tags = 客户标签
notes = 备注
also 客户类型 | 线上来源详情 | 最近跟进人 | 部门 | 剩余归属天数 | 所属公海 | 创建人 | 更新人 | 归属部门
values industry: 1 -> 互联网; 2 -> 金融; 3 -> 制造业
values level: 1 -> 重要客户; 2 -> 一般客户; 3 -> 战略客户; 战略客户 -> A
values source: 1 -> 线上; 2 -> 线下; 3 -> 维保; 4 -> 续约; 5 -> 扩容; 6 -> 增购

# 线索: what is called 公司名称 there
list customers
signature 公司名称, 线索进度
signature 公司名称, 线索来源, 联系人名称
id = 线索ID | ID
name = 公司名称
province = 地区
contact = 联系人名称
phone = 联系人电话
source = 线索来源
needs = 客户需求 ?? 意向产品
owner = 负责人
owned_since = 领取时间
created_at = 创建时间
updated_at = 更新时间
last_follow_up_at = 最近跟进时间 | 最近跟进日期
also 线索进度 | 线上来源详情 | 意向产品 | 最近跟进人 | 部门 | 剩余归属天数 | 所属线索池 | 创建人 | 更新人

list contacts
signature 客户名称, 姓名, 手机号, 邮箱, 负责人
id = 联系人ID | ID
customer = 客户名称
name = 姓名
mobile = 手机号
email = 邮箱
also 负责人 | 部门 | 创建人 | 创建时间 | 更新人 | 更新时间 | 状态 | 停用原因

# 公司名称 is a lead's, 客户名称 a customer's: one of them is blank.
list follow-ups
signature 跟进类型, 跟进方式, 跟进时间, 跟进内容, 客户名称
id = 跟进ID | ID
customer = 客户名称 ?? 公司名称
rep = 负责人
at = 跟进时间
recorded_at = 创建时间
channel = 跟进方式
note = 跟进内容
also 跟进类型 | 公司名称 | 商机 | 联系人 | 意向产品 | 创建人 | 更新人 | 更新时间 | 部门 | 联系人电话
values channel: 1 -> 到访; 2 -> 电话

# [I] 成功 and 失败 are the two ends of the stages; the ones between are each company's.
list deals
signature 商机名称, 业务编码
signature 商机名称, 可能性, 意向产品
id = 业务编码 | 商机ID | ID
customer = 客户名称
rep = 负责人
stage = 商机阶段
status = 商机阶段
amount = 金额
created_at = 创建时间
closed_at = 实际结束时间 | 结束时间
also 商机名称 | 商机来源 | 意向产品 | 结束时间 | 可能性 | 联系人 | 客户标签 | 备注信息 | 地区 | 最近跟进人 | 最近跟进时间 | 部门
also 创建人 | 更新人 | 更新时间 | 失败原因
values status: 成功 -> won; 失败 -> lost; * -> open

# [I] 回款记录
list payments
signature 回款记录, 合同, 回款金额
signature 回款编号, 合同, 回款金额, 回款时间
id = 回款编号 | ID
customer = 客户名称
deal = 合同
rep = 负责人
paid_at = 回款时间
amount = 回款金额
also 回款记录 | 收款银行 | 银行账号 | 回款方式 | 创建人 | 创建时间 | 更新人 | 更新时间 | 计划
