# 悟空CRM 11: lists as the web page exports them. Times are the server's, without a zone.
# [M] measured on a real file, [S] read in the product's source, [I] inference: check against a real export first.
profile wukong
title 悟空CRM (customers, leads, contacts, users, follow-ups, deals, contracts, payments)
null NULL
dates ymd
decimal .
currency CNY

# [S] 客户名称 … 备注 are fields of wk_crm_field; [I] 负责人, 锁定至, 前负责人, 获取时间 are the page's own columns.
list customers
signature 客户名称, 客户级别
signature 客户名称, 客户来源, 成交状态
signature 客户名称, 距进入公海天数
signature 客户名称, 客户行业, 客户来源, 下次联系时间
id = 客户编号 | 编号
name = 客户名称
credit_code = 统一社会信用代码
industry = 客户行业
industry_code = 国标行业
employees = 员工人数
revenue = 年营收
province = 省份 | 省
city = 城市 | 市
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
also 下次联系时间 | 锁定状态 | 创建人 | 地区 | 定位 | 距进入公海天数 | 最后跟进记录 | 所属公海 | 负责人部门 | 所属部门 | 团队成员 | 区
also 省、市、区/县 | 进入公海时间 | 客户状态
# [S] v9 has texts, v11 has 0 and 1.
values deal_status: 0 -> 未成交; 1 -> 已成交
# Written for its import of customers. [S] 客户名称 … 备注 and the words, [I] the others: columns that it does not know are
# left out in its mapping, and customers are found by 客户名称.
write 客户编号 | 客户名称 | 手机 | 电话 | 邮箱 | 网址 | 客户行业 | 客户级别 | 客户来源 | 成交状态 | 负责人 | 省份 | 城市 | 详细地址
    | 联系人 | 统一社会信用代码 | 国标行业 | 员工人数 | 年营收 | 需求 | 备注
form 负责人 = text
words level: A（重点客户）; B（普通客户）; C（非优先客户）
words deal_status: 未成交; 已成交
words industry: IT; 金融业; 房地产; 商业服务; 运输/物流; 生产; 政府; 文化传媒

# [S] 线索名称, 线索来源, 手机, 电话, 邮箱, 地址, 客户行业, 客户级别, 下次联系时间, 备注
list customers
signature 线索名称, 线索来源
signature 线索名称, 客户行业, 客户级别
id = 线索编号
name = 线索名称
industry = 客户行业
address = 地址 | 详细地址
mobile = 手机
phone = 电话
email = 邮箱
website = 网址
source = 线索来源
level = 客户级别
owner = 负责人
created_at = 创建时间
updated_at = 更新时间
last_follow_up_at = 最后跟进时间
notes = 备注
also 下次联系时间 | 创建人 | 最后跟进记录 | 是否转化 | 负责人部门 | 所属部门 | 团队成员

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

# [I] the product's employees
list reps
signature 员工编号, 姓名, 手机号, 直属上级
signature 姓名, 手机号, 部门, 直属上级, 角色
id = 员工编号 | 工号 | 手机号
name = 姓名
email = 邮箱
team = 部门
active = 状态 | 账号状态
starts_on = 入职时间 | 入职日期
also 手机号 | 直属上级 | 岗位 | 角色 | 性别 | 登录账号

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

# [I] A stage that is not an end is an open deal.
list deals
signature 商机名称, 商机阶段
id = 商机编号 | 编号
customer = 客户编号 ?? 客户名称
rep = 负责人
stage = 商机阶段 | 商机状态
status = 结束状态 ?? 商机阶段 | 商机状态
amount = 商机金额 | 商机总金额
created_at = 创建时间
closed_at = 成交日期
also 商机名称 | 预计成交日期 | 备注 | 负责人部门 | 商机状态组 | 更新时间 | 下次联系时间
values status: 赢单 -> won; 输单 -> lost; 无效 -> lost; * -> open

# [I] 合同: one that was approved is a win
list deals
signature 合同编号, 合同名称, 合同金额, 下单时间
signature 合同编号, 合同名称, 合同金额, 客户签约人
id = 合同编号
customer = 客户编号 ?? 客户名称
rep = 负责人
stage = 审核状态
status = 审核状态
amount = 合同金额
created_at = 下单时间 ?? 创建时间
closed_at = 下单时间
also 客户名称 | 合同名称 | 商机名称 | 合同开始时间 | 合同结束时间 | 客户签约人 | 公司签约人 | 备注 | 已收款 | 未收款 | 合同类型
also 创建人 | 更新时间 | 整单折扣 | 产品总金额 | 最后跟进时间 | 所属部门
values status: 通过 -> won; 审核通过 -> won; 正常 -> won; 1 -> won; 作废 -> lost; 已作废 -> lost; 8 -> lost; * -> open

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
