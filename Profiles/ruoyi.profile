# 芋道 (ruoyi-vue-pro, yudao) CRM: Excel exports and import templates, whose header is the @ExcelProperty of each field.
# [S] the columns and the picklists of customers are read in the product's source, those of contacts and contracts in
# programs made from it; [I] the numbers of statuses (deals, contracts, accounts), and where a line says so. The export
# writes picklists by their labels; the numbers are what the database and the interface have.
profile ruoyi
title 芋道 ruoyi-vue-pro CRM (customers, leads, contacts, users, follow-ups, deals, payments)
null null
dates ymd
decimal .
currency CNY

# The export has words that the import template has not.
list customers
signature 客户名称, 负责人的用户编号
signature 客户名称, 负责人名字, 成交状态
signature 客户名称, 地区编号, 客户等级
signature 客户名称, 所属行业, 客户等级, 客户来源
id = 编号
name = 客户名称
industry = 所属行业
province = 地区名称 | 地区
address = 详细地址
mobile = 手机
phone = 电话
email = email | 邮箱
source = 客户来源
level = 客户等级
owner = 负责人的用户编号 ?? 负责人名字
deal_status = 成交状态
created_at = 创建时间
updated_at = 更新时间
last_follow_up_at = 最后跟进时间
notes = 备注
also 负责人名字 | 跟进状态 | 最后跟进内容 | 下次联系时间 | 负责人部门 | 锁定状态 | QQ | wechat | 微信 | 地区编号 | 创建人 | 创建人名字
also 距离进入公海时间 | 成为负责人的时间
values industry: 1 -> IT; 2 -> 金融业; 3 -> 房地产; 4 -> 商业服务; 5 -> 运输/物流; 6 -> 生产; 7 -> 政府; 8 -> 文化传媒
values level: 1 -> A （重点客户）; 2 -> B （普通客户）; 3 -> C （非优先客户）
values source: 1 -> 促销; 2 -> 搜索引擎; 3 -> 广告; 4 -> 转介绍; 5 -> 线上注册; 6 -> 线上咨询; 7 -> 预约上门; 8 -> 陌拜
values source: 9 -> 电话咨询; 10 -> 邮件咨询
values deal_status: 1 -> 已成交; true -> 已成交; 是 -> 已成交; 0 -> 未成交; false -> 未成交; 否 -> 未成交

# Leads: [I] the columns beside the name and the state are those of customers
list customers
signature 线索名称, 转化状态
signature 线索名称, 负责人的用户编号
signature 线索名称, 负责人名字
id = 编号 | 线索编号
name = 线索名称
industry = 所属行业
province = 地区名称 | 地区
address = 详细地址
mobile = 手机 | 手机号
phone = 电话
email = email | 邮箱
source = 客户来源 | 线索来源
level = 客户等级
owner = 负责人的用户编号 ?? 负责人名字
created_at = 创建时间
updated_at = 更新时间
last_follow_up_at = 最后跟进时间
notes = 备注
also 负责人名字 | 转化状态 | 跟进状态 | 最后跟进内容 | 下次联系时间 | 负责人部门 | QQ | wechat | 微信 | 地区编号 | 创建人 | 创建人名字
also 客户编号 | 客户名称

list contacts
signature 联系人姓名, 客户名称, 是否关键决策人
signature 联系人姓名, 客户名称, 负责人名字
id = 编号 | 联系人编号
customer = 客户编号 ?? 客户名称
name = 联系人姓名
title = 职位
mobile = 手机号 | 手机
phone = 电话
email = 邮箱 | email
wechat = 微信 | wechat
decision_maker = 是否关键决策人
also 客户名称 | 最后跟进时间 | 最后跟进内容 | 下次联系时间 | 负责人名字 | 负责人部门 | 负责人的用户编号 | QQ | 地区 | 地址 | 性别
also 直属上级 | 备注 | 创建人 | 创建时间 | 更新时间 | 负责人

list reps
signature 登录名称, 用户邮箱
signature 用户编号, 用户名称, 部门编号
signature 登录名称, 用户名称, 账号状态
id = 用户编号 ?? 登录名称
name = 用户名称 | 用户昵称
email = 用户邮箱
team = 部门名称 | 部门 | 部门编号
active = 账号状态 | 帐号状态
also 登录名称 | 手机号码 | 用户性别 | 部门编号 | 最后登录IP | 最后登录时间
values active: 开启 -> yes; 正常 -> yes; 0 -> yes; 关闭 -> no; 停用 -> no; 1 -> no

# [S] of an early version: the reference is a type with a number; only customers resolve.
list follow-ups
signature 编号, 数据类型, 数据编号
signature 跟进类型, 数据类型, 数据编号
id = 编号
customer = 数据编号
rep = 创建人 | 创建人名字
at = 创建时间
channel = 跟进类型
next_at = 下次联系时间
note = 跟进内容
also 数据类型 | 更新时间 | 创建人名字 | 图片 | 附件

# 商机. The end of a deal is 结束状态; a stage is each company's own.
list deals
signature 商机名称, 商机状态组
signature 商机名称, 负责人名字, 结束状态
id = 编号 | 商机编号
customer = 客户编号 ?? 客户名称
rep = 负责人的用户编号 ?? 负责人名字
stage = 商机状态
status = 结束状态 ?? 商机状态
amount = 商机总金额 | 商机金额
created_at = 创建时间
also 商机名称 | 客户名称 | 负责人名字 | 负责人部门 | 商机状态组 | 预计成交日期 | 备注 | 更新时间 | 下次联系时间 | 最后跟进时间
also 结束时的备注 | 创建人 | 创建人名字 | 整单折扣 | 产品总金额 | 跟进状态
values status: 赢单 -> won; 1 -> won; 输单 -> lost; 2 -> lost; 无效 -> lost; 3 -> lost; * -> open

# 合同. 合同编号 stands twice: the id, then the number that people see. Only a contract that was approved is a win.
list deals
signature 合同编号, 合同编号#2, 合同名称
signature 合同名称, 下单日期, 合同金额, 客户名称
id = 合同编号
customer = 客户编号 ?? 客户名称
rep = 负责人的用户编号 ?? 负责人名字
stage = 审批状态
status = 审批状态
amount = 合同金额
created_at = 下单日期 ?? 创建时间
closed_at = 下单日期
also 合同名称 | 客户名称 | 商机编号 | 商机名称 | 工作流编号 | 开始时间 | 结束时间 | 产品总金额 | 整单折扣 | 已回款金额
also 联系人编号 | 客户签约人 | 公司签约人 | 备注 | 负责人名字 | 负责人部门 | 创建人 | 创建人名字 | 更新时间 | 最后跟进时间
values status: 审批通过 -> won; 20 -> won; 审核通过 -> won; 已取消 -> lost; 40 -> lost; * -> open

list payments
signature 回款编号, 回款计划编号, 回款方式
signature 回款编号, 客户名字, 回款金额
id = 编号 | 回款编号
customer = 客户编号 ?? 客户名字 | 客户名称
deal = 合同编号
rep = 负责人的用户编号 ?? 负责人名字
paid_at = 回款日期 | 计划回款日期
amount = 回款金额
status = 审批状态
also 客户名称 | 客户名字 | 回款编号 | 回款计划编号 | 回款方式 | 计划回款日期 | 负责人名字 | 负责人部门 | 工作流编号 | 备注
also 创建时间 | 更新时间 | 创建人 | 创建人名字 | 期数
