# 销售易 (Neocrm): Excel and CSV lists by the labels of the standard objects. No file and no published source was at hand:
# everything is [I], knowledge of the product: check against a real export first.
profile xiaoshouyi
title 销售易 Neocrm (customers, leads, contacts, activities, deals, payments)
dates ymd
decimal .
currency CNY

list customers
signature 客户名称, 客户所有人
signature 公司名称, 客户所有人
signature 客户名称, 所属公海池
id = 客户编号 | 客户ID | 记录ID
name = 客户名称 | 公司名称
credit_code = 统一社会信用代码
industry = 行业 | 所属行业
employees = 总人数 | 员工数 | 人员规模
revenue = 年营业额 | 销售额
country = 国家
province = 省份
city = 城市 | 市
address = 地址 | 详细地址
mobile = 手机
phone = 电话
email = 邮箱 | 电子邮件
website = 公司网址 | 网址
source = 客户来源 | 来源
level = 客户级别 | 级别
owner = 客户所有人
owned_since = 领取时间 | 分配时间
previous_owner = 前任所有人 | 上一所有人
pool_since = 退回公海时间 | 退回时间
created_at = 创建日期 | 创建时间
updated_at = 最新修改日 | 修改时间 | 最后修改时间
last_follow_up_at = 最新活动记录时间 | 最近活动记录时间
notes = 备注
parent_id = 上级客户
also 所属部门 | 所属公海池 | 区县 | 邮编 | 传真 | 创建人 | 修改人 | 最新修改人 | 业务类型 | 锁定状态 | 微博 | 状态 | 疑似查重

list customers
signature 线索所有人, 公司名称
signature 线索所有人, 姓名
id = 线索编号 | 记录ID
name = 公司名称 ?? 姓名
contact = 姓名
province = 省份
city = 城市
address = 地址
mobile = 手机
phone = 电话
email = 邮箱 | 电子邮件
source = 线索来源
owner = 线索所有人
created_at = 创建日期 | 创建时间
updated_at = 最新修改日 | 修改时间
last_follow_up_at = 最新活动记录时间 | 最近活动记录时间
notes = 备注
also 跟进状态 | 部门 | 职务 | 所属部门 | 所属线索池 | 市场活动 | 创建人 | 业务类型 | 姓名 | 性别

list contacts
signature 姓名, 公司名称, 联系人所有人
signature 姓名, 客户名称, 联系人所有人
id = 联系人编号 | 记录ID
customer = 客户名称 | 公司名称
name = 姓名
title = 职务
mobile = 手机
phone = 电话
email = 邮箱 | 电子邮件
wechat = 微信
also 联系人所有人 | 部门 | 所属部门 | 性别 | 生日 | 直属上级 | 地址 | 备注 | 创建日期 | 创建人 | 最新修改日 | 角色 | 微博

list follow-ups
signature 活动记录类型, 活动记录内容
signature 活动类型, 活动内容, 关联业务
id = 记录ID | 活动编号
customer = 客户名称 ?? 所属业务对象 | 关联业务
rep = 创建人 | 记录人
at = 发生时间 | 开始时间 ?? 创建时间 | 创建日期
recorded_at = 创建时间 | 创建日期
channel = 活动记录类型 | 活动类型
next_at = 下次联系时间
note = 活动记录内容 | 活动内容
also 联系人 | 位置 | 所属业务对象 | 关联业务 | 所属部门 | 阶段 | 结果

list deals
signature 机会名称, 销售机会所有人
signature 销售机会名称, 销售阶段
signature 商机名称, 商机所有人
id = 销售机会编号 | 商机编号 | 记录ID
customer = 客户名称
rep = 销售机会所有人 | 商机所有人
stage = 销售阶段
status = 状态 | 商机状态 ?? 销售阶段
amount = 销售金额 | 商机金额
currency = 币种
created_at = 创建日期 | 创建时间
closed_at = 实际结单日期 | 赢单日期
also 机会名称 | 销售机会名称 | 商机名称 | 结单日期 | 预计结单日期 | 赢率 | 机会类型 | 商机类型 | 所属部门 | 输单原因 | 输单阶段
also 备注 | 创建人 | 最新修改日 | 最新修改人 | 机会来源
values status: 赢单 -> won; 输单 -> lost; 无效 -> lost; 关闭 -> lost; * -> open

list payments
signature 回款编号, 回款所有人
signature 回款记录编号, 客户名称, 合同名称
id = 回款编号 | 回款记录编号
customer = 客户名称
deal = 合同编号 | 合同名称 | 订单编号
rep = 回款所有人 | 合同所有人
paid_at = 回款日期 | 实际回款日期
amount = 回款金额 | 实际回款金额
currency = 币种
status = 审批状态 | 状态
also 回款方式 | 回款期次 | 备注 | 所属部门 | 创建人 | 创建日期 | 合同名称
