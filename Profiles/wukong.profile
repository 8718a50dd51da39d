# 悟空CRM 11: lists as the web page exports them. Times are the server's, without a zone.
# [M] measured on a real file, [S] read in the product's source, [I] inference: check against a real export first.
profile wukong
title 悟空CRM (customers, contacts, follow-ups, deals, payments)
null NULL
dates ymd
decimal .
currency CNY

# [S] 客户名称 … 备注 are fields of wk_crm_field; [I] 负责人, 锁定至, 前负责人, 获取时间 are the page's own columns.
list customers
signature 客户名称, 客户级别
signature 客户名称, 客户来源, 成交状态
id = 客户编号 | 编号
name = 客户名称
credit_code = 统一社会信用代码
industry = 客户行业
employees = 员工人数
revenue = 年营收
province = 省份
city = 城市
address = 详细地址 | 地址
contact = 联系人 | 首要联系人
mobile = 手机
phone = 电话
email = 邮箱
website = 网址
source = 客户来源
level = 客户级别
needs = 需求
owner = 负责人
owned_since = 获取时间 | 负责人获取客户时间
previous_owner = 前负责人
locked_until = 锁定至
deal_status = 成交状态
created_at = 创建时间
updated_at = 更新时间
last_follow_up_at = 最后跟进时间
notes = 备注
also 下次联系时间 | 锁定状态 | 创建人 | 地区 | 定位 | 距进入公海天数 | 最后跟进记录
# [S] v9 has texts, v11 has 0 and 1.
values deal_status: 0 -> 未成交; 1 -> 已成交

# [S]
list contacts
signature 姓名, 客户名称, 是否关键决策人
id = 联系人编号 | 编号
customer = 客户编号 ?? 客户名称
name = 姓名
title = 职务
mobile = 手机
phone = 电话
email = 邮箱 | 电子邮箱
wechat = 微信
decision_maker = 是否关键决策人
also 性别 | 负责人 | 地址 | 备注 | 下次联系时间 | 创建时间 | 更新时间 | 创建人 | 客户名称

# [I]
list follow-ups
signature 跟进内容, 跟进方式, 跟进人
signature 跟进内容, 跟进方式, 客户编号
signature 跟进内容, 跟进方式, 关联对象
id = 跟进编号
customer = 客户编号 ?? 客户名称 ?? 关联对象
rep = 跟进人 | 创建人
at = 跟进时间 ?? 创建时间
recorded_at = 创建时间
channel = 跟进方式
next_at = 下次联系时间
note = 跟进内容
also 联系人 | 定位

# [S] of 芋道's 商机, which has the same words; [I] of 悟空 itself. A stage that is not an end is an open deal.
list deals
signature 商机名称, 商机阶段
signature 商机名称, 商机状态组
id = 商机编号 | 编号
customer = 客户编号 ?? 客户名称
rep = 负责人 | 负责人名字
stage = 商机阶段 | 商机状态
status = 结束状态 ?? 商机阶段 | 商机状态
amount = 商机金额 | 商机总金额
created_at = 创建时间
closed_at = 成交日期
also 商机名称 | 预计成交日期 | 备注 | 负责人部门 | 商机状态组 | 更新时间 | 下次联系时间
values status: 赢单 -> won; 输单 -> lost; 无效 -> lost; * -> open

# [I]
list payments
signature 回款编号, 合同编号, 回款金额
id = 回款编号
customer = 客户编号 ?? 客户名称 | 客户名字
deal = 商机编号
rep = 负责人 | 负责人名字
paid_at = 回款日期
amount = 回款金额
currency = 币种
status = 审批状态 | 审核状态
also 合同编号 | 回款方式 | 期数 | 备注 | 回款计划编号 | 计划回款日期 | 负责人部门 | 创建时间 | 更新时间
