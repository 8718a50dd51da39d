# 纷享销客: Excel and CSV lists by the labels of the standard objects. No file and no published source was at hand:
# everything is [I], knowledge of the product: check against a real export first.
profile fxiaoke
title 纷享销客 (customers, leads, contacts, sales records, deals, payments, employees)
null --
dates ymd
decimal .
currency CNY

list customers
signature 客户名称, 客户编号, 归属部门
signature 客户名称, 负责人主属部门
signature 客户名称, 所属公海
signature 客户名称, 成交状态, 1级行业
id = 客户编号 | 唯一性ID | 客户ID
name = 客户名称
credit_code = 统一社会信用代码 | 纳税人识别号
industry = 行业 | 2级行业 ?? 1级行业 | 客户行业
employees = 人员规模
revenue = 年营业额
country = 国家
province = 省
city = 市
address = 详细地址 | 地址
phone = 电话
email = 邮件 | 邮箱
website = 网址
source = 来源 | 客户来源
level = 客户级别 | 客户等级
owner = 负责人
owned_since = 领取/分配时间 | 领取时间 | 分配时间
previous_owner = 上一负责人 | 前负责人
collaborators = 相关团队
pool_since = 退回时间 | 退回公海时间
deal_status = 成交状态
created_at = 创建时间
updated_at = 最后修改时间
last_follow_up_at = 最后跟进时间
notes = 备注
parent_id = 上级客户
also 归属部门 | 负责人主属部门 | 所属公海 | 业务类型 | 生命状态 | 锁定状态 | 创建人 | 最后修改人 | 区 | 定位 | 1级行业 | 2级行业
also 最后成交时间 | 到期时间 | 剩余时间 | 退回原因 | 传真 | 客户类型 | 唯一性ID | 客户ID | 合作伙伴 | 外部负责人 | 最后跟进人
also 成交总金额 | 剩余保有时间 | 锁定人 | 距离收回天数
values deal_status: 1 -> 未成交; 2 -> 已成交; 3 -> 多次成交; 多次成交 -> 已成交

list customers
signature 线索编号, 归属部门
signature 线索编号, 线索池
id = 线索编号 | 唯一性ID
name = 公司 | 公司名称 ?? 姓名
contact = 姓名
province = 省
city = 市
address = 详细地址 | 地址
mobile = 手机
phone = 电话
email = 邮件 | 邮箱
website = 网址
source = 来源
level = 线索级别
owner = 负责人
owned_since = 领取/分配时间
created_at = 创建时间
updated_at = 最后修改时间
last_follow_up_at = 最后跟进时间
notes = 备注 | 销售线索详情
also 归属部门 | 线索池 | 状态 | 跟进状态 | 业务类型 | 生命状态 | 锁定状态 | 部门 | 职务 | 市场活动 | 创建人 | 最后修改人 | 姓名

list contacts
signature 姓名, 客户名称, 归属部门
signature 姓名, 客户名称, 联系人编号
signature 姓名, 客户名称, 负责人主属部门
id = 联系人编号 | 唯一性ID
customer = 客户编号 ?? 客户名称
name = 姓名
title = 职务
mobile = 手机1 | 手机
phone = 电话1 | 电话
email = 邮件 | 邮箱
wechat = 微信
decision_maker = 关键决策人 | 是否关键决策人
also 客户名称 | 负责人 | 归属部门 | 负责人主属部门 | 部门 | 性别 | 生日 | 介绍人 | 手机2 | 手机3 | 电话2 | 备注 | 生命状态 | 锁定状态
also 创建人 | 创建时间 | 最后修改人 | 最后修改时间 | 业务类型

list reps
signature 员工编号, 姓名, 主属部门
signature 员工编号, 姓名, 汇报对象
signature 姓名, 主属部门, 员工状态
id = 员工编号 | 工号
name = 姓名
email = 邮箱
team = 主属部门
active = 员工状态 | 状态
starts_on = 入职日期
aliases = 昵称
also 手机 | 汇报对象 | 职位 | 附属部门 | 性别 | 登录账号 | 角色

# 销售记录
list follow-ups
signature 销售记录类型, 销售记录内容
signature 销售记录内容, 关联客户
signature 跟进内容, 跟进类型, 关联业务数据
id = 编号 | 销售记录编号
customer = 关联客户 | 客户名称 ?? 关联业务数据 | 关联对象
rep = 创建人 | 发送人
at = 创建时间 | 发送时间
channel = 销售记录类型 | 跟进类型
next_at = 下次跟进时间
note = 销售记录内容 | 跟进内容
also 关联业务数据 | 关联联系人 | 定位 | 关联商机 | 归属部门 | 所属部门 | 最后修改时间 | 联系人

list deals
signature 商机名称, 销售流程, 归属部门
signature 商机名称, 商机2.0阶段
signature 商机名称, 销售流程, 销售阶段
signature 商机名称, 赢率, 归属部门
id = 商机编号 | 唯一性ID
customer = 客户编号 ?? 客户名称
rep = 负责人
stage = 商机阶段 | 销售阶段 | 商机2.0阶段
status = 阶段状态 | 商机状态 ?? 商机阶段 | 销售阶段
amount = 商机金额 | 预计销售金额
currency = 币种
created_at = 创建时间
closed_at = 实际成交日期 | 赢单时间
also 商机名称 | 客户名称 | 销售流程 | 归属部门 | 预计成交日期 | 赢率 | 商机类型 | 输单原因 | 生命状态 | 锁定状态 | 创建人
also 最后修改时间 | 最后修改人 | 备注 | 来源 | 业务类型
values status: 赢单 -> won; 输单 -> lost; 无效 -> lost; * -> open

list payments
signature 回款编号, 客户名称, 归属部门
signature 回款编号, 销售订单编号
id = 回款编号
customer = 客户编号 ?? 客户名称
deal = 销售订单编号 | 合同编号
rep = 负责人
paid_at = 回款日期
amount = 本次回款金额（元） | 本次回款金额 | 回款金额
currency = 币种
status = 生命状态 | 状态
also 客户名称 | 归属部门 | 回款方式 | 回款期数 | 备注 | 财务人员 | 创建人 | 创建时间 | 最后修改时间 | 锁定状态
